"""What stands below Western statements: approval by directors, references to notes and to an accountant's report, print lines."""

from __future__ import annotations

from datetime import date, timedelta

from samples.papers.layout import Look
from samples.papers.paper import Block, Line, Seal
from samples.papers.statements.western_captions import american, british
from samples.records.record import Statement
from samples.streams import stream

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def statutory(statement: Statement, look: Look) -> tuple[Block, ...]:
    """The directors' statements of a small company under its balance sheet; the other statements refer to the notes."""
    if statement.period not in look.firm.year_ends:
        return (Line(left="Interim figures, neither approved by the members nor audited.", size=8.5, gap=20),)
    if statement.record != "balance_sheet":
        return () if statement.record == "notes" else (Line(left="The notes form part of these financial statements.", size=8.5, gap=24),)
    micro = statement.framework == "frs105"
    regime = "micro-entities" if micro else "companies subject to the small companies regime"
    texts = (
        f"For the year ending {british(statement.period)} the company was entitled to exemption from audit under section 477 of the",
        "Companies Act 2006 relating to small companies. The members have not required the company to obtain an audit.",
        "The directors acknowledge their responsibilities for complying with the requirements of the Act with respect to",
        "accounting records and the preparation of accounts.",
        f"These accounts have been prepared in accordance with the provisions applicable to {regime}.",
    )
    lines = [Line(left=text, size=8.2, gap=18 if index == 0 else 3) for index, text in enumerate(texts)]
    return (
        *lines,
        Line(left=f"Approved by the board on {british(_approved(statement, look))} and signed on its behalf by:", size=8.5, gap=14),
        Line(left="........................................", size=9, gap=30),
        Line(left=f"{look.firm.people[0]}, director", size=9, gap=3),
    )


def approved(statement: Statement, look: Look) -> tuple[Block, ...]:
    """A short approval."""
    if statement.record != "balance_sheet" or statement.period not in look.firm.year_ends:
        return ()
    return (
        Line(left=f"Approved for issue by the directors on {british(_approved(statement, look))}.", size=9, gap=22),
        Line(left=f"{look.firm.people[0]}", right=f"{look.firm.people[1]}", size=9, gap=26),
        Line(left="Director", right="Director", size=9, gap=3),
    )


def signature(statement: Statement, look: Look) -> tuple[Seal, ...]:
    signed = statement.record == "balance_sheet" and statement.period in look.firm.year_ends
    return (Seal(kind="signature", text=look.firm.people[0]),) if signed else ()


def compilation(_statement: Statement, _look: Look) -> tuple[Block, ...]:
    return (Line(centre="See accountants' compilation report.", size=8.5, gap=26),)


def printed(statement: Statement, look: Look, style: str) -> str:
    """When a program printed it.   style: "american" Monday, March 9, 2026 10:15 AM; "british" 09/03/2026 10:15"""
    source = stream(look.firm.seed, "statements", "printed", statement.record, statement.period.isoformat(), "draft" * statement.draft)
    hour, minute = source.randint(9, 17), source.randint(0, 59)
    day = look.firm.applied
    if style == "british":
        return f"{day:%d/%m/%Y} {hour:02d}:{minute:02d}"
    half = "AM" if hour < 12 else "PM"
    return f"{_WEEKDAYS[day.weekday()]}, {american(day)} {(hour - 1) % 12 + 1:02d}:{minute:02d} {half}"


def _approved(statement: Statement, look: Look) -> date:
    """Some weeks after the year end; the same day on every statement of that year."""
    days = stream(look.firm.seed, "statements", "approved", statement.period.isoformat()).randint(35, 60)
    return statement.period + timedelta(days=days)
