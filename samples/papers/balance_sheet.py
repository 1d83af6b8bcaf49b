"""The balance sheet: 会小企01表 in two halves, and the British format of the Companies Act."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from samples.company import Firm
from samples.ledger import Books
from samples.papers.forms import ASSETS, LIABILITIES
from samples.papers.heading import british_close, british_heading, chinese_heading, signatures
from samples.papers.paper import Cell, Column, Entry, Paper, Row, Table, bracketed, grouped, main_units, rounded
from samples.statements import Amounts, balance_sheet

FormLine = tuple[int | None, str, str | None, int]


def chinese(firm: Firm, books: Books, year: int) -> Paper:
    """会小企01表 of 31 December `year`: 期末余额 and 年初余额, all fifty-three lines."""
    days = (date(year, 12, 31), date(year - 1, 12, 31))
    amounts = tuple(balance_sheet(firm, books, day) for day in days)
    columns = tuple(
        column
        for caption in ("资　产", "负债和所有者权益")
        for column in (
            Column(caption, 0.165 if caption.startswith("资") else 0.27, "left"),
            Column("行次", 0.0425, "centre"),
            Column("期末余额", 0.12, "right"),
            Column("年初余额", 0.12, "right"),
        )
    )
    rows = tuple(
        Row((*_half(left, amounts, days, firm), *_half(right, amounts, days, firm)))
        for left, right in zip(ASSETS, LIABILITIES, strict=True)
    )
    table = Table(columns=columns, rows=rows, size=7.6, row_height=15.2)
    heading = chinese_heading(firm, "资 产 负 债 表", "会小企01表", f"{year}年12月31日")
    return Paper(record="balance_sheet", language="zh", face=firm.style.face, blocks=(*heading, table, signatures(firm)), margin=34.0)


def _half(line: FormLine, amounts: tuple[Amounts, ...], days: tuple[date, ...], firm: Firm) -> tuple[Cell, ...]:
    number, label, concept, indent = line
    if concept is None:
        return ("　" * indent + label or None, None, None, None)
    figures = (form_figure(label, concept, day, "instant", of.get(concept), firm.style.nil) for of, day in zip(amounts, days, strict=True))
    return ("　" * indent + label, str(number), *figures)


def form_figure(label: str, concept: str, period: date, span: str, minor: int | None, nil: str) -> Cell:
    """A figure of a Chinese form in 元 and 分; a line that the firm does not have prints `nil`, nothing when that is empty."""
    if not minor:
        return Entry(label=label, concept=concept, period=period, span=span, value=Decimal("0.00"), printed=nil) if nil else None
    value = main_units(minor)
    return Entry(label=label, concept=concept, period=period, span=span, value=value, printed=grouped(value))


#: caption, note, concept, style, printed in brackets, stands in the inner column of a two-column year
_BRITISH: tuple[tuple[str, str, str | None, str, bool, bool], ...] = (
    ("Fixed assets", "", None, "section", False, False),
    ("Tangible assets", "4", "fixed_assets_net", "plain", False, False),
    ("Current assets", "", None, "section", False, False),
    ("Stocks", "", "inventories", "plain", False, True),
    ("Debtors", "5", "receivables_total", "plain", False, True),
    ("Cash at bank and in hand", "", "cash", "plain", False, True),
    ("", "", "total_current_assets", "subtotal", False, True),
    ("Creditors: amounts falling due within one year", "6", "total_current_liabilities", "plain", True, True),
    ("Net current assets", "", "net_current_assets", "subtotal", False, False),
    ("Total assets less current liabilities", "", "total_assets_less_current_liabilities", "subtotal", False, False),
    ("Creditors: amounts falling due after more than one year", "7", "creditors_after_one_year", "plain", True, False),
    ("Net assets", "", "net_assets", "total", False, False),
    ("Capital and reserves", "", None, "section", False, False),
    ("Called up share capital", "8", "paid_in_capital", "plain", False, False),
    ("Profit and loss account", "", "retained_earnings", "plain", False, False),
    ("Shareholders' funds", "", "total_equity", "total", False, False),
)


def english(firm: Firm, books: Books, year: int) -> Paper:
    """The British balance sheet in whole pounds, this year and last, one column or two for each year."""
    days = (date(year, 12, 31), date(year - 1, 12, 31))
    amounts = tuple(balance_sheet(firm, books, day) for day in days)
    rows = []
    for label, note, concept, style, in_brackets, inner in _BRITISH:
        if concept is None:
            rows.append(Row((label,), "section"))
            continue
        figures = [pounds(label, concept, day, "instant", of[concept], negate=in_brackets) for of, day in zip(amounts, days, strict=True)]
        cells: list[Cell] = [label, note]
        for figure in figures:
            cells += ([figure, None] if inner else [None, figure]) if firm.style.inner else [figure]
        rows.append(Row(tuple(cells), "total" if style == "total" else "subtotal" if style == "subtotal" else "plain"))
    table = Table(columns=_columns(year, firm.style.inner), rows=tuple(rows), frame="open", size=10.0, row_height=19.0)
    heading = british_heading(firm, "Balance Sheet", f"as at 31 December {year}")
    blocks = (*heading, table, *british_close(firm, year))
    return Paper(record="balance_sheet", language="en", face=firm.style.face, blocks=blocks, margin=62.0, footer="Page {page} of {pages}")


def _columns(year: int, inner: bool) -> tuple[Column, ...]:
    if inner:
        years = [Column(caption, 0.12, "right") for which in (year, year - 1) for caption in ("\n£", f"{which}\n£")]
        return (Column("", 0.46), Column("Notes\n", 0.06, "centre"), *years)
    return (Column("", 0.57), Column("Notes\n", 0.09, "centre"), *(Column(f"{which}\n£", 0.17, "right") for which in (year, year - 1)))


def pounds(label: str, concept: str, period: date, span: str, minor: int, *, negate: bool = False) -> Entry:
    """A figure in whole pounds.   negate: what is stored positive prints in brackets (an outflow, a creditor)"""
    value = rounded(minor)
    return Entry(label=label, concept=concept, period=period, span=span, value=value, printed=bracketed(-value if negate else value))
