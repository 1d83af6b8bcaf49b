"""Accounts printed from a filing service: statutory lines in one column a year, sums with words, plain sheet with a head and page count."""

from __future__ import annotations

from dataclasses import replace

from samples.papers.layout import Layout
from samples.papers.statements.british_lines import BY_FUNCTION, BY_NATURE, STATUTORY
from samples.papers.statements.printing import Numbers
from samples.papers.statements.suits import ALL, statements
from samples.papers.statements.western_closing import signature, statutory
from samples.papers.statements.western_form import TITLES, Manner, drawn, heading

_TITLES = {**TITLES, "balance_sheet": "Statement of Financial Position", "income_statement": "Income Statement"}
#: The statutory lines with words at the sums that the form leaves without.
_WORDED = {"total_noncurrent_assets": "Total fixed assets", "total_current_assets": "Total current assets"}
_BALANCE = tuple(
    replace(item, captions=(_WORDED[item.concepts[0]],), level=1) if item.captions == ("",) else replace(item, note="")
    for item in STATUTORY
)
_MANNER = Manner(
    numbers=(Numbers(nil="-", negative="brackets"), Numbers(nil="nil", negative="brackets")),
    balance=_BALANCE,
    income=BY_FUNCTION,
    nature=BY_NATURE,
    titles=_TITLES,
    prior_first=False,
    over="short",
    size=9.8,
    row_height=17.4,
    margin=70.0,
    label=0.56,
    indent="",
    stripe=0.96,
    heading=heading(_TITLES, "british", align="left", size=13),
    closing=statutory,
    seals=signature,
    head="{entity}                                                                    Unaudited",
    footer="{page} of {pages}",
)

LAYOUT = Layout(
    name="en_registrar_print",
    split="test",
    language="en",
    suits=statements(ALL, ("frs102", "frs105")),
    draw=lambda record, look: drawn(record, look, _MANNER),
)
