"""The income statement: 会小企02表, and the British profit and loss account by function (format 1)."""

from __future__ import annotations

from datetime import date

from samples.company import Firm
from samples.ledger import Books
from samples.papers.balance_sheet import form_figure, pounds
from samples.papers.forms import INCOME
from samples.papers.heading import british_heading, chinese_heading, signatures
from samples.papers.paper import Cell, Column, Line, Paper, Row, Table
from samples.statements import income_statement


def chinese(firm: Firm, books: Books, year: int) -> Paper:
    """会小企02表 of `year`: 本年累计金额, and beside it 本月金额 (December) or 上年金额, as the firm's software prints it."""
    periods = chinese_columns(firm, year)
    amounts = [income_statement(books, first, last) for _, first, last, _ in periods]
    rows = []
    for number, label, concept, indent in INCOME:
        assert concept is not None
        figures = [
            form_figure(label, concept, last, span, of.get(concept), firm.style.nil)
            for of, (_, _, last, span) in zip(amounts, periods, strict=True)
        ]
        rows.append(Row(("　" * indent + label, str(number), *figures)))
    columns = (
        Column("项　　目", 0.52),
        Column("行次", 0.08, "centre"),
        *(Column(caption, 0.2, "right") for caption, *_ in periods),
    )
    blocks = (
        *chinese_heading(firm, "利 润 表", "会小企02表", chinese_period(firm, year)),
        Table(columns=columns, rows=tuple(rows), size=8.6, row_height=18.4),
        signatures(firm),
    )
    return Paper(record="income_statement", language="zh", face=firm.style.face, blocks=blocks, margin=52.0)


def chinese_period(firm: Firm, year: int) -> str:
    return f"{year}年12月" if firm.style.month_column else f"{year}年度"


def chinese_columns(firm: Firm, year: int) -> list[tuple[str, date, date, str]]:
    """Caption, first day, last day and span of the two columns of a Chinese flow statement."""
    whole = ("本年累计金额", date(year, 1, 1), date(year, 12, 31), "year_to_date")
    if firm.style.month_column:
        return [whole, ("本月金额", date(year, 12, 1), date(year, 12, 31), "month")]
    return [whole, ("上年金额", date(year - 1, 1, 1), date(year - 1, 12, 31), "year")]


#: caption, note, concept, style, printed in brackets
_BRITISH: tuple[tuple[str, str, str, str, bool], ...] = (
    ("Turnover", "3", "revenue", "plain", False),
    ("Cost of sales", "", "cost_of_sales", "plain", True),
    ("Gross profit", "", "gross_profit", "subtotal", False),
    ("Distribution costs", "", "selling_expenses", "plain", True),
    ("Administrative expenses", "", "admin_expenses", "plain", True),
    ("Operating profit", "", "operating_profit", "subtotal", False),
    ("Interest payable and similar expenses", "", "finance_costs", "plain", True),
    ("Profit before taxation", "", "profit_before_tax", "subtotal", False),
    ("Tax on profit", "", "income_tax", "plain", True),
    ("Profit for the financial year", "", "net_profit", "total", False),
)


def english(firm: Firm, books: Books, year: int) -> Paper:
    """Profit and loss account in whole pounds, this year and last."""
    amounts = []
    for which in (year, year - 1):
        result = income_statement(books, date(which, 1, 1), date(which, 12, 31))
        amounts.append(result | {"operating_profit": result["operating_profit_before_interest"]})
    rows = []
    for label, note, concept, style, in_brackets in _BRITISH:
        figures: list[Cell] = [
            pounds(label, concept, date(which, 12, 31), "year", of[concept], negate=in_brackets)
            for of, which in zip(amounts, (year, year - 1), strict=True)
        ]
        rows.append(Row((label, note, *figures), "total" if style == "total" else "subtotal" if style == "subtotal" else "plain"))
    columns = (Column("", 0.57), Column("Notes\n", 0.09, "centre"), *(Column(f"{which}\n£", 0.17, "right") for which in (year, year - 1)))
    blocks = (
        *british_heading(firm, "Profit and Loss Account", f"for the year ended 31 December {year}"),
        Table(columns=columns, rows=tuple(rows), frame="open", size=10.0, row_height=21.0),
        Line(left="The notes form part of these financial statements.", size=8.5, gap=26),
    )
    return Paper(
        record="income_statement", language="en", face=firm.style.face, blocks=blocks, margin=62.0, footer="Page {page} of {pages}"
    )
