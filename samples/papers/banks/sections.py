"""American statements are grouped: which row goes under which heading, and the balances of days."""

from __future__ import annotations

from collections.abc import Sequence

from samples.papers.banks.figures import Figures, Numbered, last_of_days, numbered
from samples.papers.paper import Cell, Column, Row, Table
from samples.records.record import BankStatement

_FEES = frozenset({"bank_fee"})
_LOANS = frozenset({"loan_interest", "loan_repayment"})


def is_check(row: Numbered) -> bool:
    """Whether the row is a check paid."""
    line = row[1]
    return line.amount < 0 and line.summary.upper().startswith(("CHECK", "CHK"))


def is_fee(row: Numbered) -> bool:
    """Whether the row is what the bank itself takes."""
    return row[1].amount < 0 and row[1].kind in _FEES


def is_loan(row: Numbered) -> bool:
    """Whether the row pays for a loan."""
    return row[1].amount < 0 and row[1].kind in _LOANS


def grouped_rows(record: BankStatement) -> dict[str, list[Numbered]]:
    """The rows under "deposits", "checks", "fees", "loans" and "electronic", each in its order; headings without rows are there too."""
    groups: dict[str, list[Numbered]] = {"deposits": [], "checks": [], "electronic": [], "loans": [], "fees": []}
    for row in numbered(record):
        if row[1].amount >= 0:
            groups["deposits"].append(row)
        elif is_check(row):
            groups["checks"].append(row)
        elif is_fee(row):
            groups["fees"].append(row)
        elif is_loan(row):
            groups["loans"].append(row)
        else:
            groups["electronic"].append(row)
    return groups


def check_number(row: Numbered) -> str:
    """The number of a check: the digits of its reference or its text."""
    line = row[1]
    for text in (line.reference, line.text, line.summary):
        digits = "".join(sign for sign in text if sign.isdigit())
        if digits:
            return digits[-5:]
    return ""


def daily_balances(figures: Figures, across: int, *, size: float = 8.4) -> Table:
    """The balance at the end of each day with a movement, `across` days in a row, read downwards."""
    closes = last_of_days(figures.record)
    days = [row for row in numbered(figures.record) if row[0] in closes]
    height = -(-len(days) // across)
    columns = (Column("Date", 0.35), Column("Amount", 0.55, "right"), Column("", 0.1)) * across
    return Table(columns=columns, rows=tuple(_across(figures, days, height, across)), frame="open", size=size, row_height=13.0)


def _across(figures: Figures, days: Sequence[Numbered], height: int, across: int) -> list[Row]:
    rows = []
    for place in range(height):
        cells: list[Cell] = []
        for column in range(across):
            index = column * height + place
            if index < len(days):
                cells += (f"{days[index][1].day:%m/%d}", figures.balance(days[index]), None)
        rows.append(Row(tuple(cells)))
    return rows
