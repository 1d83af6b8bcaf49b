"""An American bookkeeping program's report: nested groups with totals, minus signs, and a foot with basis, day and time."""

from __future__ import annotations

from samples.papers.layout import Layout
from samples.papers.statements.american_lines import NESTED, PROGRAM
from samples.papers.statements.printing import Numbers
from samples.papers.statements.suits import ALL, statements
from samples.papers.statements.western_closing import printed
from samples.papers.statements.western_form import TITLES, Manner, drawn, heading

_TITLES = {**TITLES, "income_statement": "Profit and Loss"}
_MANNER = Manner(
    numbers=(Numbers(nil="0.00"), Numbers(nil="-")),
    balance=NESTED,
    income=PROGRAM,
    titles=_TITLES,
    own=True,
    marked=True,
    over="months",
    unit=False,
    indent="   ",
    size=8.6,
    row_height=13.4,
    margin=54.0,
    page=(612.0, 792.0),
    heading=heading(_TITLES, "program", align="centre", size=13),
    foot=lambda statement, look: (
        f"{'Accrual' if statement.framework == 'us_gaap' else 'Income Tax'} Basis  {printed(statement, look, 'american')} GMT-05:00"
        "          {page}/{pages}"
    ),
)

LAYOUT = Layout(
    name="en_us_program",
    split="develop",
    language="en",
    suits=statements(ALL, ("us_gaap", "us_tax"), units=(1, 100)),
    draw=lambda record, look: drawn(record, look, _MANNER),
)
