"""American statements on the income tax basis: assets, liabilities and equity; revenues and expenses; capitals, the older year first."""

from __future__ import annotations

from samples.papers.layout import Layout, Look
from samples.papers.paper import Block, Line
from samples.papers.statements.american_lines import CLASSIFIED, REVENUES_AND_EXPENSES
from samples.papers.statements.printing import Numbers
from samples.papers.statements.suits import ALL, statements
from samples.papers.statements.western_captions import period_line
from samples.papers.statements.western_form import TITLES, Manner, drawn
from samples.records.record import Statement, StatementKind

_TITLES: dict[StatementKind, str] = {
    **TITLES,
    "balance_sheet": "STATEMENTS OF ASSETS, LIABILITIES AND STOCKHOLDERS' EQUITY",
    "income_statement": "STATEMENTS OF REVENUES AND EXPENSES",
}


def _heading(statement: Statement, _look: Look) -> tuple[Block, ...]:
    basis = "INCOME TAX BASIS" if statement.framework == "us_tax" else "ACCRUAL BASIS"
    return (
        Line(centre=statement.entity.upper(), size=11, strong=True, gap=8),
        Line(centre=f"{_TITLES[statement.record]} - {basis}", size=10, strong=True, gap=4),
        Line(centre=period_line(statement, "american").upper() + (" (DRAFT)" if statement.draft else ""), size=9.5, gap=4),
        Line(left="", size=5, gap=4),
    )


_MANNER = Manner(
    numbers=(Numbers(nil="-0-", negative="brackets"), Numbers(nil="-", negative="brackets")),
    balance=CLASSIFIED,
    income=REVENUES_AND_EXPENSES,
    titles=_TITLES,
    own=True,
    prior_first=True,
    leaders=True,
    over="american",
    unit=False,
    size=9.0,
    row_height=13.8,
    margin=60.0,
    page=(612.0, 792.0),
    label=0.56,
    heading=_heading,
    closing=lambda *_: (Line(left="No assurance is provided on these financial statements.", size=8.5, gap=22),),
)

LAYOUT = Layout(
    name="en_us_tax_basis",
    split="test",
    language="en",
    suits=statements(ALL, ("us_gaap", "us_tax"), units=(1, 100)),
    draw=lambda record, look: drawn(record, look, _MANNER),
)
