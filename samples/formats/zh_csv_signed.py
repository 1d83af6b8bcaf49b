"""A younger Chinese bank's CSV: UTF-8 with its mark, one signed amount, ISO days with times, newest first, no totals."""

from __future__ import annotations

from samples.case import AnyRecord
from samples.formats.delimited import delimited
from samples.formats.suits import bank_statements
from samples.formats.writer import Writer
from samples.papers.banks.figures import Figures, numbered, plain
from samples.papers.layout import Look
from samples.papers.paper import Cell
from samples.press.placed import Printed
from samples.records.record import BankStatement


def write(record: AnyRecord, _look: Look) -> Printed:
    assert isinstance(record, BankStatement)
    figures = Figures(record, amount_shown=plain, balance_shown=plain, with_sign=True)
    rows: list[tuple[Cell, ...]] = [
        ("交易时间", "交易金额", "账户余额", "币种", "对方户名", "对方账号", "对方开户行", "交易类型", "附言", "流水号")
    ]
    for row in reversed(numbered(record)):
        line = row[1]
        party = (line.counterparty, line.counterparty_account, line.counterparty_bank)
        texts = (line.summary, line.text, line.reference)
        stamp = f"{line.day} {line.time}".strip()
        rows.append((stamp, figures.amount(row), figures.balance(row), record.currency, *party, *texts))
    return delimited(rows, encoding="utf-8-sig", terminator="\n")


WRITER = Writer(name="zh_csv_signed", split="develop", suffix=".csv", suits=bank_statements("zh"), write=write)
