"""An export for bookkeeping programs: semicolons, a D or C beside one amount, ISO days, Latin-1."""

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
    figures = Figures(record, amount_shown=plain, balance_shown=plain)
    rows: list[tuple[Cell, ...]] = [
        ("Account", record.account, "Name", record.holder, "Currency", record.currency),
        ("Period", f"{record.start}", f"{record.end}"),
        ("Start balance", figures.opening("Start balance"), "End balance", figures.closing("End balance")),
        ("Booking date", "Value date", "D/C", "Amount", "Balance", "Counterparty", "Counterparty account", "Narrative", "Reference"),
    ]
    for row in numbered(record):
        line = row[1]
        flag = "D" if line.amount < 0 else "C"
        text = narrative(line._replace(counterparty="", reference=""), 120, 1)[0]
        party = (line.counterparty, line.counterparty_account)
        rows.append((f"{line.day}", f"{line.day}", flag, figures.amount(row), figures.balance(row), *party, text, line.reference))
    return delimited(rows, encoding="latin-1", delimiter=";")


WRITER = Writer(name="en_csv_semicolons", split="test", suffix=".csv", suits=bank_statements("en"), write=write)
