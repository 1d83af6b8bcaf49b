"""A Chinese net bank's workbook: heading cells merged across, every amount as text, 借方 and 贷方, sums in the last row."""

from __future__ import annotations

from samples.case import AnyRecord
from samples.formats.suits import bank_statements
from samples.formats.workbook import Sheet, SheetCell, workbook
from samples.formats.writer import Writer
from samples.papers.banks.figures import Figures, counted, numbered
from samples.papers.banks.texts import CURRENCIES
from samples.papers.layout import Look
from samples.press.placed import Printed
from samples.records.record import BankStatement


def write(record: AnyRecord, _look: Look) -> Printed:
    assert isinstance(record, BankStatement)
    figures = Figures(record)
    rows: list[list[SheetCell]] = [
        [f"{record.bank_name}账户交易明细清单"],
        [f"户名：{record.holder}", None, None, None, f"账号：{record.account}"],
        [f"开户行：{record.branch}", None, None, None, f"币种：{CURRENCIES[record.currency]}"],
        [f"查询区间：{record.start} 至 {record.end}", None, None, None, "期初余额", figures.opening("期初余额")],
        ["交易日期", "交易时间", "借方发生额", "贷方发生额", "账户余额", "摘要", "对方户名", "对方账号", "附言", "流水号"],
    ]
    for row in numbered(record):
        line = row[1]
        party = (line.counterparty, line.counterparty_account, line.text, line.reference)
        rows.append([f"{line.day}", line.time, *figures.out_in(row), figures.balance(row), line.summary, *party])
    out, into = counted(record)
    last = len(rows) + 1
    rows.append(["合计", None, figures.debits("合计"), figures.credits("合计"), figures.closing("期末余额"), f"借方{out}笔 贷方{into}笔"])
    sheet = Sheet(
        name="Sheet1",
        rows=rows,
        merged=("A1:J1", "A2:D2", "E2:J2", "A3:D3", "E3:J3", "A4:D4", f"A{last}:B{last}"),
        strong=frozenset({1, 5}),
        boxed=range(5, last + 1),
        widths=(12, 10, 16, 16, 17, 12, 32, 24, 20, 20),
    )
    return workbook(sheet, made=record.printed, author=record.bank_name)


WRITER = Writer(name="zh_xlsx_export", split="develop", suffix=".xlsx", suits=bank_statements("zh"), write=write)
