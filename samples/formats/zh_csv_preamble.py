"""A Chinese net bank's CSV: GB18030, lines of heading, 借方 and 贷方, long numbers kept as text by a tab, totals beneath."""

from __future__ import annotations

from samples.case import AnyRecord
from samples.formats.delimited import delimited
from samples.formats.suits import bank_statements
from samples.formats.writer import Writer
from samples.papers.banks.figures import Figures, numbered
from samples.papers.banks.texts import CURRENCIES
from samples.papers.layout import Look
from samples.papers.paper import Cell
from samples.press.placed import Printed
from samples.records.record import BankStatement


def write(record: AnyRecord, _look: Look) -> Printed:
    assert isinstance(record, BankStatement)
    figures = Figures(record)
    rows: list[tuple[Cell, ...]] = [
        (f"{record.bank_name}账户交易明细",),
        (f"户名：{record.holder}", f"账号：{record.account}\t"),
        (f"币种：{CURRENCIES[record.currency]}", f"起止日期：{record.start:%Y%m%d}-{record.end:%Y%m%d}"),
        ("期初余额", figures.opening("期初余额")),
        (),
        ("交易日期", "交易时间", "摘要", "用途", "借方发生额", "贷方发生额", "余额", "对方户名", "对方账号", "流水号"),
    ]
    for row in numbered(record):
        line = row[1]
        texts = (line.counterparty, _text(line.counterparty_account), _text(line.reference))
        rows.append((f"{line.day:%Y%m%d}", line.time, line.summary, line.text, *figures.out_in(row), figures.balance(row), *texts))
    rows.append(("合计", None, None, None, figures.debits("合计"), figures.credits("合计"), figures.closing("合计")))
    return delimited(rows, encoding="gb18030")


def _text(number: str) -> str:
    """A tab behind a long number keeps a spreadsheet from rounding it."""
    return f"{number}\t" if number else ""


WRITER = Writer(name="zh_csv_preamble", split="develop", suffix=".csv", suits=bank_statements("zh"), write=write)
