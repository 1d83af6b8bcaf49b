"""N14: a digit transposed, doubled or dropped in a statement that was typed by hand."""

from __future__ import annotations

from random import Random

from samples.case import Dose, Drawn, Intervention, Papers
from samples.mess.choosing import retyped, statements
from samples.records.record import Statement


def _papers(papers: Papers, source: Random, dose: Dose) -> tuple[Papers, Drawn] | None:
    typed = statements(papers, typed=True) or statements(papers)
    if not typed:
        return None
    document = source.choice(typed)
    record = document.record
    assert isinstance(record, Statement)
    cells = [(key, amount) for key, amount in record.figures() if abs(amount) >= 100 * record.unit and key.period == record.period]
    if not cells:
        return None
    chosen = [cell for cell in cells if source.random() < dose.rate.get("cell", 0.0005)] or [source.choice(cells)]
    wrong = {}
    for key, amount in chosen:
        slip = _slipped(amount, record.unit, source)
        if slip != amount:
            wrong[key] = slip
    if not wrong:
        return None
    return papers.replaced(retyped(document, record.amended(wrong))), {"paper": document.id, "cells": [key.name for key in wrong]}


def _slipped(amount: int, unit: int, source: Random) -> int:
    """`amount` with one slip of the fingers in the digits that are printed."""
    digits = str(abs(amount) // unit)
    kind = source.choice(("transposed", "transposed", "dropped", "doubled"))
    if len(set(digits)) == 1 and kind == "transposed":
        kind = "dropped"
    places = [place for place in range(len(digits) - 1) if digits[place] != digits[place + 1]]
    if kind == "transposed" and places:
        place = source.choice(places)
        digits = digits[:place] + digits[place + 1] + digits[place] + digits[place + 2 :]
    else:
        place = source.randrange(len(digits))
        digits = digits[:place] + digits[place] * (2 if kind == "doubled" else 0) + digits[place + 1 :]
    value = int(digits or "0") * unit
    return -value if amount < 0 else value


KIND = Intervention(code="N14", name="typing_error", split="develop", papers=_papers)
