"""Prairie: account summary, then deposits, checks, electronic withdrawals and fees apart with their totals, then daily balances."""

from __future__ import annotations

from collections.abc import Sequence

from samples.case import AnyRecord
from samples.papers.banks.figures import Figures, Numbered, dollars, of_bank
from samples.papers.banks.sections import check_number, daily_balances, grouped_rows
from samples.papers.banks.texts import american, narrative
from samples.papers.layout import Layout, Look
from samples.papers.paper import Block, Column, Line, Paper, Row, Table
from samples.records.record import BankStatement

_TITLES = {
    "deposits": "Deposits and Additions",
    "checks": "Checks Paid",
    "electronic": "Electronic Withdrawals",
    "loans": "Loan Payments",
    "fees": "Fees",
}


def draw(record: AnyRecord, look: Look) -> Paper:
    assert isinstance(record, BankStatement)
    figures = Figures(record, balance_shown=dollars)
    groups = grouped_rows(record)
    blocks: list[Block] = [
        Line(left=record.bank_name.upper(), right=f"{american(record.start)} through {american(record.end)}", size=12, strong=True),
        Line(right=f"Account Number: {record.account}", size=9),
        Line(left=record.holder.upper(), size=10, gap=18),
        Line(left=record.address.upper(), size=9),
        Line(left="CHECKING SUMMARY", right="Business Checking", size=11, strong=True, gap=22),
        _summary(figures, groups),
    ]
    for index, (name, rows) in enumerate(groups.items(), start=1):
        if rows:
            blocks.append(Line(left=_TITLES[name].upper(), size=11, strong=True, gap=16))
            blocks.append(_checks(figures, rows, index) if name == "checks" else _section(figures, rows, name, index))
    blocks.append(Line(left="DAILY ENDING BALANCE", size=11, strong=True, gap=16))
    blocks.append(daily_balances(figures, 2))
    return Paper(
        record="bank_statement",
        language="en",
        face=look.face,
        blocks=tuple(blocks),
        margin=50.0,
        width=612.0,
        height=792.0,
        footer="Page {page} of {pages}",
    )


def _summary(figures: Figures, groups: dict[str, list[Numbered]]) -> Table:
    rows = [Row(("Beginning Balance", None, figures.opening("Beginning Balance")))]
    rows.append(Row(("Total Additions", str(len(groups["deposits"])), figures.credits("Total Additions"))))
    taken = sum(len(rows) for name, rows in groups.items() if name != "deposits")
    rows.append(Row(("Total Subtractions", str(taken), figures.debits("Total Subtractions", lambda value: f"-{value:,f}"))))
    rows.append(Row(("Ending Balance", None, figures.closing("Ending Balance")), "total"))
    columns = (Column("", 0.5), Column("INSTANCES", 0.2, "right"), Column("AMOUNT", 0.3, "right"))
    return Table(columns=columns, rows=tuple(rows), frame="open", size=9.0, row_height=14.0, width=0.75)


def _section(figures: Figures, rows: Sequence[Numbered], name: str, index: int) -> Table:
    side = "credits" if name == "deposits" else "debits"
    printed = []
    for place, row in enumerate(rows):
        words = narrative(row[1], 58, 2)
        printed.append(Row((f"{row[1].day:%m/%d}", words[0], figures.amount(row, dollars if place == 0 else None))))
        printed += [Row((None, text)) for text in words[1:]]
    label = f"Total {_TITLES[name]}"
    printed.append(Row((None, label, figures.summed(label, rows, side, "section_total", index, dollars)), "subtotal"))
    columns = (Column("DATE", 0.12), Column("DESCRIPTION", 0.68), Column("AMOUNT", 0.2, "right"))
    return Table(columns=columns, rows=tuple(printed), frame="open", size=8.6, row_height=13.0)


def _checks(figures: Figures, rows: Sequence[Numbered], index: int) -> Table:
    printed = [Row((check_number(row), f"{row[1].day:%m/%d}", figures.amount(row))) for row in rows]
    label = "Total Checks Paid"
    printed.append(Row((label, None, figures.summed(label, rows, "debits", "section_total", index, dollars)), "subtotal"))
    columns = (Column("CHECK NO.", 0.35), Column("DATE PAID", 0.3), Column("AMOUNT", 0.35, "right"))
    return Table(columns=columns, rows=tuple(printed), frame="open", size=8.6, row_height=13.0, width=0.6)


LAYOUT = Layout(name="en_bank_prairie", split="develop", language="en", suits=of_bank("prairie"), draw=draw, bank="prairie")
