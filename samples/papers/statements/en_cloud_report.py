"""A cloud bookkeeping program: washed captions, full dates over the columns, groups with a Total line, pence where the record has them."""

from __future__ import annotations

from samples.papers.layout import Layout
from samples.papers.statements.british_lines import BY_NATURE, DETAILED, LISTED
from samples.papers.statements.printing import Numbers
from samples.papers.statements.suits import ALL, statements
from samples.papers.statements.western_form import TITLES, Manner, drawn, heading

_TITLES = {**TITLES, "income_statement": "Profit and Loss"}
_MANNER = Manner(
    numbers=(Numbers(nil="-", negative="brackets"), Numbers(nil="-"), Numbers(nil="0.00", negative="brackets")),
    balance=DETAILED,
    income=LISTED,
    nature=BY_NATURE,
    titles=_TITLES,
    own=True,
    over="short",
    unit=False,
    indent="    ",
    size=8.8,
    row_height=15.0,
    margin=48.0,
    wash=0.93,
    heading=heading(_TITLES, "sheet", align="left", size=14),
    footer="{page} of {pages}",
    head="{entity}",
)

LAYOUT = Layout(
    name="en_cloud_report",
    split="develop",
    language="en",
    suits=statements(ALL, ("frs102", "frs105", "ifrs_smes", "us_gaap", "us_tax"), units=(1, 100)),
    draw=lambda record, look: drawn(record, look, _MANNER),
)
