"""N01: statements in 万元 or thousands, each line rounded for itself, totals rounded from exact sums."""

from __future__ import annotations

from random import Random

from samples.books.journal import Ledgers
from samples.case import Dose, Drawn, Intervention
from samples.population.parameters import parameters

#: Minor units of a printed step: 万元 with two decimals, whole thousands.
_STEP = {"zh": 10_000, "en": 100_000}


def _books(ledgers: Ledgers, source: Random, dose: Dose) -> tuple[Ledgers, Drawn] | None:
    chance = source.random()
    large = ledgers.firm.profile.revenue > 100_000_000  # a million: smaller firms have nothing to gain from thousands
    share = parameters()["papers"]["ten_thousand_share"]
    if not large or chance > (share if ledgers.firm.language == "zh" else share / 3):
        return None
    unit = _STEP[ledgers.firm.language]
    return ledgers.set(unit=unit), {"unit": unit}


KIND = Intervention(code="N01", name="printed_unit", split="develop", books=_books)
