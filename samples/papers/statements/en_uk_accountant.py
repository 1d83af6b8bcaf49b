"""An accountant's full accounts: capitals, dotted leaders, the firm's own expense lines, every account of debtors and creditors."""

from __future__ import annotations

from samples.papers.layout import Layout
from samples.papers.statements.british_lines import BY_NATURE, FULL, LISTED
from samples.papers.statements.printing import Numbers
from samples.papers.statements.suits import ALL, statements
from samples.papers.statements.western_closing import approved, signature
from samples.papers.statements.western_form import TITLES, Manner, drawn, heading

_TITLES = {kind: title.upper() for kind, title in TITLES.items()} | {"income_statement": "TRADING AND PROFIT AND LOSS ACCOUNT"}
_MANNER = Manner(
    numbers=(Numbers(nil="-", negative="brackets"), Numbers(nil="nil", negative="brackets"), Numbers(nil="—", negative="brackets")),
    balance=FULL,
    income=LISTED,
    nature=BY_NATURE,
    titles=_TITLES,
    own=True,
    leaders=True,
    size=9.2,
    row_height=14.4,
    label=0.6,
    heading=heading(_TITLES, "british", align="centre", size=12),
    closing=approved,
    seals=signature,
    footer="This page does not form part of the statutory financial statements    {page}",
)

LAYOUT = Layout(
    name="en_uk_accountant",
    split="develop",
    language="en",
    suits=statements(ALL, ("frs102", "frs105", "ifrs_smes")),
    draw=lambda record, look: drawn(record, look, _MANNER),
)
