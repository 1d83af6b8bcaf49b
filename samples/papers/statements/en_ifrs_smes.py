"""A small group's statements under IFRS for SMEs: current before non-current, a grid of thin lines, notes in a narrow column."""

from __future__ import annotations

from samples.papers.layout import Layout
from samples.papers.statements.british_lines import BY_FUNCTION, BY_NATURE, INTERNATIONAL
from samples.papers.statements.printing import Numbers
from samples.papers.statements.suits import ALL, statements
from samples.papers.statements.western_closing import approved, signature
from samples.papers.statements.western_form import TITLES, Manner, drawn, heading

_TITLES = {
    **TITLES,
    "balance_sheet": "Statement of Financial Position",
    "income_statement": "Statement of Comprehensive Income",
}
_MANNER = Manner(
    numbers=(Numbers(nil="–", negative="brackets"), Numbers(nil="-", negative="brackets")),
    balance=INTERNATIONAL,
    income=BY_FUNCTION,
    nature=BY_NATURE,
    titles=_TITLES,
    notes=True,
    over="short",
    frame="grid",
    size=8.8,
    row_height=15.4,
    margin=54.0,
    wash=0.9,
    heading=heading(_TITLES, "british", align="left", size=12),
    closing=approved,
    seals=signature,
    footer="{page} / {pages}",
)

LAYOUT = Layout(
    name="en_ifrs_smes",
    split="develop",
    language="en",
    suits=statements(ALL, ("ifrs_smes",)),
    draw=lambda record, look: drawn(record, look, _MANNER),
)
