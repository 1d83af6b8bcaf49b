"""A small British company's accounts as filed: note numbers, an inner and an outer column for each year, directors' statements."""

from __future__ import annotations

from samples.papers.layout import Layout
from samples.papers.statements.british_lines import BY_FUNCTION, BY_NATURE, STATUTORY
from samples.papers.statements.printing import Numbers
from samples.papers.statements.suits import ALL, statements
from samples.papers.statements.western_closing import signature, statutory
from samples.papers.statements.western_form import TITLES, Manner, drawn, heading

_MANNER = Manner(
    numbers=(Numbers(nil="-", negative="brackets"), Numbers(nil="—", negative="brackets")),
    balance=STATUTORY,
    income=BY_FUNCTION,
    nature=BY_NATURE,
    inner=True,
    notes=True,
    label=0.45,
    heading=heading(TITLES, "british", align="left", number=True),
    closing=statutory,
    seals=signature,
    footer="Page {page}",
)

LAYOUT = Layout(
    name="en_uk_small_filed",
    split="develop",
    language="en",
    suits=statements(ALL, ("frs102",)),
    draw=lambda record, look: drawn(record, look, _MANNER),
)
