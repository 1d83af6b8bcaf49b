"""Cash raised on the balance sheet and re-added up to equity; the cash flow statement and the bank know nothing of it (F14)."""

from __future__ import annotations

from datetime import date
from random import Random

from samples.loan_file import Edit, LoanFile
from samples.tamper.amounts import figure, share_of
from samples.trading import YEARS

_TOTALS = (
    "total_current_assets",
    "total_assets",
    "net_current_assets",
    "total_assets_less_current_liabilities",
    "net_assets",
    "retained_earnings",
    "total_equity",
    "total_liabilities_and_equity",
)


def apply(file: LoanFile, source: Random) -> LoanFile:
    """Raise cash by a third to nine tenths, and every total that it enters, with retained earnings as the plug."""
    day = date(YEARS[-1], 12, 31)
    handed = file.document("balance_sheet")
    by = share_of(figure(handed.paper, "cash", day.year), source, 330, 900)
    edits = [Edit(concept="cash", period=day, by=by, must_break=("XST001", "BNK005"))]
    edits += [Edit(concept=concept, period=day, by=by) for concept in _TOTALS]
    return file.altered("cash", handed.name, edits)
