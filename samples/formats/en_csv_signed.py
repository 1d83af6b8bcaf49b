"""An American bank's CSV: month first, one signed amount, a running balance, summary lines above."""

from __future__ import annotations

from samples.case import AnyRecord
from samples.formats.delimited import delimited
from samples.formats.suits import bank_statements
from samples.formats.writer import Writer
from samples.papers.banks.figures import Figures, numbered, plain
from samples.papers.banks.texts import narrative
from samples.papers.layout import Look
from samples.papers.paper import Cell
from samples.press.placed import Printed
from samples.records.record import BankStatement


def write(record: AnyRecord, _look: Look) -> Printed:
    assert isinstance(record, BankStatement)
    figures = Figures(record, amount_shown=plain, balance_shown=plain, with_sign=True)
    shown = "%m/%d/%Y" if record.currency == "USD" else "%Y-%m-%d"
    rows: list[tuple[Cell, ...]] = [
        ("Description", "", "Summary Amt."),
        (f"Beginning balance as of {record.start:{shown}}", "", figures.opening("Beginning balance")),
        ("Total credits", "", figures.credits("Total credits", plain)),
        ("Total debits", "", figures.debits("Total debits", lambda value: f"-{value:f}")),
        (f"Ending balance as of {record.end:{shown}}", "", figures.closing("Ending balance")),
        (),
        ("Date", "Description", "Amount", "Running Bal."),
    ]
    for row in numbered(record):
        text = narrative(row[1], 120, 1)[0]
        rows.append((f"{row[1].day:{shown}}", text, figures.amount(row), figures.balance(row)))
    return delimited(rows, encoding="utf-8")


WRITER = Writer(name="en_csv_signed", split="develop", suffix=".csv", suits=bank_statements("en"), write=write)
