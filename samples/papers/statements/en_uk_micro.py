"""A micro-entity's accounts from the register's own web form: few lines, one column a year, everything in the left margin's letters."""

from __future__ import annotations

from samples.papers.layout import Layout
from samples.papers.statements.british_lines import BY_FUNCTION, BY_NATURE, MICRO
from samples.papers.statements.printing import Numbers
from samples.papers.statements.suits import ALL, statements
from samples.papers.statements.western_closing import signature, statutory
from samples.papers.statements.western_form import TITLES, Manner, drawn, heading

_TITLES = {**TITLES, "balance_sheet": "Micro-entity Balance Sheet", "income_statement": "Micro-entity Profit and Loss Account"}
_MANNER = Manner(
    numbers=(Numbers(nil="-", negative="brackets"), Numbers(nil="0", negative="brackets")),
    balance=MICRO,
    income=BY_FUNCTION,
    nature=BY_NATURE,
    titles=_TITLES,
    row_height=20.0,
    size=10.0,
    label=0.56,
    heading=heading(_TITLES, "british", align="centre", size=13),
    closing=statutory,
    seals=signature,
    head="{entity}",
)

LAYOUT = Layout(
    name="en_uk_micro",
    split="develop",
    language="en",
    suits=statements(ALL, ("frs105",)),
    draw=lambda record, look: drawn(record, look, _MANNER),
)
