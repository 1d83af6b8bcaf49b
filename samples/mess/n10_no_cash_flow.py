"""N10: a cash flow statement that is missing or all zero."""

from __future__ import annotations

from random import Random

from samples.books.journal import Ledgers
from samples.case import Dose, Drawn, Intervention
from samples.records.frameworks.catalogue import FORMS


def _books(ledgers: Ledgers, source: Random, dose: Dose) -> tuple[Ledgers, Drawn] | None:
    if ledgers.settings.get("cash_flow", "derived") != "derived":
        return None
    how = source.choice(("missing", "missing", "zero"))
    return ledgers.set(cash_flow=how), {"cash_flow": how}


KIND = Intervention(
    code="N10", name="no_cash_flow", split="develop", books=_books, suits=lambda ledgers: bool(FORMS[ledgers.firm.framework].cash_flow)
)
