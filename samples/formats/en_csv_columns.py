"""A British bank's CSV: paid out and paid in, a balance after each row, no heading lines, grouped digits in quotation marks."""

from __future__ import annotations

from samples.case import AnyRecord
from samples.formats.delimited import delimited
from samples.formats.suits import bank_statements
from samples.formats.writer import Writer
from samples.papers.banks.figures import Figures, numbered
from samples.papers.banks.texts import narrative
from samples.papers.layout import Look
from samples.papers.paper import Cell
from samples.press.placed import Printed
from samples.records.record import BankStatement


def write(record: AnyRecord, _look: Look) -> Printed:
    assert isinstance(record, BankStatement)
    figures = Figures(record)
    rows: list[tuple[Cell, ...]] = [("Date", "Type", "Description", "Paid out", "Paid in", "Balance")]
    rows.append((f"{record.start:%d/%m/%Y}", "", "Opening balance", "", "", figures.opening("Opening balance")))
    for row in numbered(record):
        line = row[1]
        text = narrative(line, 120, 1, coded=True)[0]
        rows.append((f"{line.day:%d/%m/%Y}", line.summary, text, *figures.out_in(row), figures.balance(row)))
    rows.append((f"{record.end:%d/%m/%Y}", "", "Closing balance", "", "", figures.closing("Closing balance")))
    return delimited(rows, encoding="utf-8", quoted=True)


WRITER = Writer(name="en_csv_columns", split="develop", suffix=".csv", suits=bank_statements("en", currencies=("GBP",)), write=write)
