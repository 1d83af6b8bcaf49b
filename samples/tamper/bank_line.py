"""One receipt on the printed bank statement made larger, with the balance beside it; the next line's balance is left (F20, stealth 0)."""

from __future__ import annotations

from decimal import Decimal
from random import Random

from samples.loan_file import Edit, LoanFile


def apply(file: LoanFile, source: Random) -> LoanFile:
    """Put a leading 1, 2 or 3 before a receipt from a customer somewhere in the middle of the statement."""
    handed = file.document("bank_statement", press="pdf")
    amounts = [entry for entry in handed.paper.entries() if entry.field == "amount"]
    middle = [
        entry for entry in amounts if entry.value > 0 and entry.item is not None and len(amounts) // 4 < entry.item < len(amounts) * 3 // 4
    ]
    receipt = source.choice(middle)
    by = source.randint(1, 3) * Decimal(10) ** len(str(int(receipt.value)))
    edits = (
        Edit(field="amount", item=receipt.item, period=receipt.period, by=by, must_break=("BNK003",)),
        Edit(field="balance", item=receipt.item, period=receipt.period, by=by, must_break=("BNK001",)),
    )
    return file.altered("bank_line", handed.name, edits)
