"""An American accountant's compilation: classified, dollar signs at the first line and at totals, a reference to the report below."""

from __future__ import annotations

from samples.papers.layout import Layout
from samples.papers.statements.american_lines import CLASSIFIED, MULTI_STEP
from samples.papers.statements.printing import Numbers
from samples.papers.statements.suits import ALL, statements
from samples.papers.statements.western_closing import compilation
from samples.papers.statements.western_form import TITLES, Manner, drawn, heading

_TITLES = {**TITLES, "income_statement": "Statements of Income", "balance_sheet": "Balance Sheets"}
_MANNER = Manner(
    numbers=(Numbers(nil="-", negative="brackets"), Numbers(nil="—", negative="brackets")),
    balance=CLASSIFIED,
    income=MULTI_STEP,
    titles=_TITLES,
    own=True,
    marked=True,
    unit=False,
    size=9.4,
    row_height=14.2,
    margin=68.0,
    page=(612.0, 792.0),
    label=0.58,
    heading=heading(_TITLES, "american", align="centre", size=12),
    closing=compilation,
    footer="{page}",
)

LAYOUT = Layout(
    name="en_us_compilation",
    split="develop",
    language="en",
    suits=statements(ALL, ("us_gaap", "us_tax"), units=(1, 100)),
    draw=lambda record, look: drawn(record, look, _MANNER),
)
