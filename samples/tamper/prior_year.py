"""The prior-year column changed against last year's own balance sheet: less owed, more equity, re-added (F23, stealth 1)."""

from __future__ import annotations

from datetime import date
from random import Random

from samples.loan_file import Edit, LoanFile
from samples.tamper.amounts import figure, share_of
from samples.trading import YEARS


def apply(file: LoanFile, source: Random) -> LoanFile:
    """Move a tenth to a quarter of what was owed within a year into retained earnings, with every total in between."""
    day = date(YEARS[-1] - 1, 12, 31)
    handed = file.document("balance_sheet")
    printed = {entry.concept for entry in handed.paper.entries()}
    owed = "trade_payables" if "trade_payables" in printed else "total_current_liabilities"
    by = share_of(figure(handed.paper, owed, day.year), source, 100, 250)
    less = ("trade_payables", "total_current_liabilities", "total_liabilities")
    more = ("net_current_assets", "total_assets_less_current_liabilities", "net_assets", "retained_earnings", "total_equity")
    edits = [Edit(concept=concept, period=day, by=-by, must_break=("PER002",)) for concept in less]
    edits += [
        Edit(concept=concept, period=day, by=by, must_break=("PER002", "PER003") if concept == "total_equity" else ("PER002",))
        for concept in more
    ]
    return file.altered("prior_year", handed.name, edits)
