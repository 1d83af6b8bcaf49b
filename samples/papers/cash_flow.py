"""The cash flow statement by the direct method: 会小企03表, and the British one."""

from __future__ import annotations

from datetime import date

from samples.company import Firm
from samples.ledger import Books
from samples.papers.balance_sheet import form_figure, pounds
from samples.papers.forms import CASH_FLOW
from samples.papers.heading import british_heading, chinese_heading, signatures
from samples.papers.income_statement import chinese_columns, chinese_period
from samples.papers.paper import Cell, Column, Line, Paper, Row, Table
from samples.statements import OUTFLOWS, cash_flow


def chinese(firm: Firm, books: Books, year: int) -> Paper:
    """会小企03表 of `year`, all twenty-two lines."""
    periods = chinese_columns(firm, year)
    amounts = [cash_flow(books, first, last) for _, first, last, _ in periods]
    rows = []
    for number, label, concept, indent in CASH_FLOW:
        if concept is None:
            rows.append(Row((label, None, None, None)))
            continue
        figures = [
            form_figure(label, concept, last, span, of.get(concept), firm.style.nil)
            for of, (_, _, last, span) in zip(amounts, periods, strict=True)
        ]
        rows.append(Row(("　" * indent + label, str(number), *figures)))
    columns = (
        Column("项　　目", 0.54),
        Column("行次", 0.07, "centre"),
        *(Column(caption, 0.195, "right") for caption, *_ in periods),
    )
    blocks = (
        *chinese_heading(firm, "现 金 流 量 表", "会小企03表", chinese_period(firm, year)),
        Table(columns=columns, rows=tuple(rows), size=8.6, row_height=19.0),
        signatures(firm),
    )
    return Paper(record="cash_flow", language="zh", face=firm.style.face, blocks=blocks, margin=52.0)


#: caption, concept, style
_BRITISH: tuple[tuple[str, str | None, str], ...] = (
    ("Cash flows from operating activities", None, "section"),
    ("Receipts from customers", "cf_receipts_customers", "plain"),
    ("Payments to suppliers", "cf_payments_suppliers", "plain"),
    ("Payments to employees", "cf_payments_employees", "plain"),
    ("Taxes paid", "cf_taxes_paid", "plain"),
    ("Other operating payments", "cf_other_operating_out", "plain"),
    ("Net cash from operating activities", "cf_operating_net", "subtotal"),
    ("Cash flows from investing activities", None, "section"),
    ("Purchase of tangible fixed assets", "cf_capex", "plain"),
    ("Net cash from investing activities", "cf_investing_net", "subtotal"),
    ("Cash flows from financing activities", None, "section"),
    ("Repayment of bank loans", "cf_principal_repaid", "plain"),
    ("Interest paid", "cf_interest_paid", "plain"),
    ("Dividends paid", "cf_dividends_paid", "plain"),
    ("Net cash from financing activities", "cf_financing_net", "subtotal"),
    ("Net increase (decrease) in cash", "cf_net_increase", "subtotal"),
    ("Cash at beginning of year", "cf_opening_cash", "plain"),
    ("Cash at end of year", "cf_closing_cash", "total"),
)


def english(firm: Firm, books: Books, year: int) -> Paper:
    """Cash flow statement in whole pounds, this year and last."""
    amounts = [cash_flow(books, date(which, 1, 1), date(which, 12, 31)) for which in (year, year - 1)]
    rows = []
    for label, concept, style in _BRITISH:
        if concept is None:
            rows.append(Row((label,), "section"))
            continue
        figures: list[Cell] = [
            pounds(label, concept, date(which, 12, 31), "year", of[concept], negate=concept in OUTFLOWS)
            for of, which in zip(amounts, (year, year - 1), strict=True)
        ]
        rows.append(Row((label, *figures), "total" if style == "total" else "subtotal" if style == "subtotal" else "plain"))
    columns = (Column("", 0.64), *(Column(f"{which}\n£", 0.18, "right") for which in (year, year - 1)))
    blocks = (
        *british_heading(firm, "Statement of Cash Flows", f"for the year ended 31 December {year}"),
        Table(columns=columns, rows=tuple(rows), frame="open", size=10.0, row_height=19.0),
        Line(left="The notes form part of these financial statements.", size=8.5, gap=26),
    )
    return Paper(record="cash_flow", language="en", face=firm.style.face, blocks=blocks, margin=62.0, footer="Page {page} of {pages}")
