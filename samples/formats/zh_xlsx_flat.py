"""A Chinese bank's workbook of a cash management system: one row of captions, typed amounts, 借 or 贷 beside them, days as days."""

from __future__ import annotations

from samples.case import AnyRecord
from samples.formats.suits import bank_statements
from samples.formats.workbook import Number, Sheet, SheetCell, workbook
from samples.formats.writer import Writer
from samples.papers.banks.figures import Figures, numbered
from samples.papers.layout import Look
from samples.press.placed import Printed
from samples.records.record import BankStatement


def write(record: AnyRecord, _look: Look) -> Printed:
    assert isinstance(record, BankStatement)
    figures = Figures(record)
    captions: list[SheetCell] = [
        "账号",
        "户名",
        "记账日期",
        "借贷标志",
        "发生额",
        "余额",
        "对方户名",
        "对方账号",
        "对方行名",
        "摘要",
        "用途",
    ]
    rows: list[list[SheetCell]] = [
        captions,
        [record.account, record.holder, record.start, None, None, Number(figures.opening("期初余额")), "期初余额"],
    ]
    for row in numbered(record):
        line = row[1]
        amount = figures.amount(row)
        flag = "借" if line.amount < 0 else "贷"
        party = (line.counterparty, line.counterparty_account, line.counterparty_bank, line.summary, line.text)
        rows.append(
            [record.account, record.holder, line.day, flag, Number(amount, abs(amount.value)), Number(figures.balance(row)), *party]
        )
    for label, entry in (("借方合计", figures.debits("借方合计")), ("贷方合计", figures.credits("贷方合计"))):
        rows.append([None, None, None, label, Number(entry)])
    rows.append([record.account, record.holder, record.end, None, None, Number(figures.closing("期末余额")), "期末余额"])
    sheet = Sheet(name="交易明细", rows=rows, strong=frozenset({1}), widths=(22, 28, 12, 9, 16, 17, 30, 24, 24, 12, 20))
    return workbook(sheet, made=record.printed, author=record.bank_name)


WRITER = Writer(name="zh_xlsx_flat", split="test", suffix=".xlsx", suits=bank_statements("zh"), write=write)
