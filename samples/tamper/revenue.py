"""Revenue raised in the income statement; the profit below it is not added up again (F02 on paper only, F23)."""

from __future__ import annotations

from datetime import date
from random import Random

from samples.loan_file import Edit, LoanFile
from samples.tamper.amounts import figure, share_of
from samples.trading import YEARS


def apply(file: LoanFile, source: Random) -> LoanFile:
    """Raise the year's revenue by a tenth to a third, and gross profit where the format prints it."""
    day = date(YEARS[-1], 12, 31)
    handed = file.document("income_statement")
    revenue = figure(handed.paper, "revenue", day.year)
    by = share_of(revenue, source, 100, 330)
    british = any(entry.concept == "gross_profit" for entry in handed.paper.entries())
    edits = (
        Edit(concept="revenue", period=day, span=revenue.span, by=by, must_break=() if british else ("INC001",)),
        Edit(concept="gross_profit", period=day, span=revenue.span, by=by, must_break=("INC005",)),
    )
    return file.altered("revenue", handed.name, edits)
