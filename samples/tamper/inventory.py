"""Stock and total assets raised on the balance sheet; the subtotal between them is left as it was (F11, F23)."""

from __future__ import annotations

from datetime import date
from random import Random

from samples.loan_file import Edit, LoanFile
from samples.tamper.amounts import figure, share_of
from samples.trading import YEARS


def apply(file: LoanFile, source: Random) -> LoanFile:
    """Raise inventories by a fifth to two fifths, and total assets (where the format prints them) by the same amount."""
    day = date(YEARS[-1], 12, 31)
    handed = file.document("balance_sheet")
    by = share_of(figure(handed.paper, "inventories", day.year), source, 200, 400)
    edits = (
        Edit(concept="inventories", period=day, by=by, must_break=("BAL004",)),
        Edit(concept="total_assets", period=day, by=by, must_break=("BAL001", "BAL003")),
    )
    return file.altered("inventory", handed.name, edits)
