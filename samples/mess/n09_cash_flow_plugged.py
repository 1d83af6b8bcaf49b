"""N09: a cash flow statement made to close by a figure in its other lines."""

from __future__ import annotations

from random import Random

from samples.books.journal import Ledgers
from samples.case import Dose, Drawn, Intervention
from samples.records.frameworks.catalogue import FORMS


def _books(ledgers: Ledgers, source: Random, dose: Dose) -> tuple[Ledgers, Drawn] | None:
    if ledgers.settings.get("cash_flow", "derived") != "derived":
        return None
    return ledgers.set(cash_flow="plug"), {}


KIND = Intervention(
    code="N09", name="cash_flow_plugged", split="develop", books=_books, suits=lambda ledgers: bool(FORMS[ledgers.firm.framework].cash_flow)
)
