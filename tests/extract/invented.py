"""Statements of an invented firm set in any layout, with the truth of every figure printed.

A layout says only how the firm's books are set: labels, columns, signs, units. The figures come from `book`, whose columns all add up.
"""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import cache

from extract.concepts import chart, normalise
from extract.page import Page, Word
from extract.place import Box
from extract.records import FinancialStatement, Span
from extract.series import FigureSeries
from extract.statements.reader import read
from extract.statements.sign import normally_deducted
from extract.tables.lines import rows_of_page
from tests.extract.paper import width

#: Leaf concepts that the invented firm has, and the worth of each in its first column.
_LEAVES = {
    "cash": 1234567.89, "notes_receivable": 50000, "trade_receivables": 456789.01, "prepayments": 23456.78, "other_receivables": 8900,
    "inventories": 678901.23, "other_current_assets": 3456.5, "fixed_assets_cost": 900000, "accumulated_depreciation": 345678.9,
    "construction_in_progress": 15000, "intangible_assets": 60000, "long_term_deferred_expenses": 12000,
    "short_term_borrowings": 300000, "trade_payables": 345678.12, "advances_from_customers": 45678.9,
    "employee_benefits_payable": 56789.01, "taxes_payable": 23456.78, "other_payables": 34567.89, "accrued_liabilities": 12321.5,
    "long_term_borrowings": 200000, "provisions": 8800, "paid_in_capital": 1000000, "capital_reserve": 50000, "surplus_reserve": 43210.98,
    "revenue": 5678901.23, "cost_of_sales": 4012345.67, "taxes_and_surcharges": 23456.7, "selling_expenses": 345678.9,
    "admin_expenses": 456789.12, "rd_expenses": 67890.1, "interest_expense": 23456.7, "interest_income": 1234.5, "other_income": 5678.9,
    "non_operating_income": 4321.1, "non_operating_expenses": 1234.5, "income_tax": 91234.5,
    "cf_receipts_customers": 6123456.78, "cf_tax_refunds": 1234.5, "cf_other_operating_in": 23456.7, "cf_payments_suppliers": 4212345.6,
    "cf_payments_employees": 812345.6, "cf_taxes_paid": 234567.8, "cf_other_operating_out": 345678.9, "cf_disposal_proceeds": 5000,
    "cf_capex": 123456.7, "cf_borrowings_received": 300000, "cf_principal_repaid": 250000, "cf_dividends_interest_paid": 23456.7,
    "cf_opening_cash": 687654.32,
    "cfi_depreciation": 71234.5, "cfi_inventory_decrease": -34567.8, "cfi_receivables_decrease": -23456.7, "cfi_payables_increase": 45678.9,
}  # fmt: skip
_FACTORS = (1, 0.8731, 0.0917, 0.0873, 0.2719, 0.2433, 1.0471, 0.7112)
_CENT = Decimal("0.01")


#: Leaves of one total: where a layout prints some of them, the firm has none of the others.
_GROUPS = (
    ("cash", "notes_receivable", "trade_receivables", "prepayments", "other_receivables", "inventories", "other_current_assets"),
    ("construction_in_progress", "intangible_assets", "long_term_deferred_expenses"),
    ("short_term_borrowings", "trade_payables", "advances_from_customers", "employee_benefits_payable", "taxes_payable", "other_payables",
     "accrued_liabilities"),
    ("long_term_borrowings", "provisions"),
    ("paid_in_capital", "capital_reserve", "surplus_reserve"),
    ("taxes_and_surcharges", "selling_expenses", "admin_expenses", "rd_expenses", "other_income"),
    ("interest_expense", "interest_income"),
    ("non_operating_income", "non_operating_expenses"),
    ("cf_receipts_customers", "cf_tax_refunds", "cf_other_operating_in"),
    ("cf_payments_suppliers", "cf_payments_employees", "cf_taxes_paid", "cf_other_operating_out"),
    ("cf_borrowings_received", "cf_principal_repaid", "cf_dividends_interest_paid"),
    ("cf_disposal_proceeds", "cf_capex"),
)  # fmt: skip


@cache
def book(column: int, only: frozenset[str] = frozenset()) -> dict[str, Decimal]:
    """Every concept of the firm in one column of its books; totals add up, now and then a line is nil or negative.

    only   what is printed: the firm has nothing beside it
    """
    hidden = set().union(*(set(group) - only for group in _GROUPS if only & set(group)))
    found: dict[str, Decimal] = {}
    for concept, worth in _LEAVES.items():
        seed = zlib.crc32(f"{concept}{column}".encode())
        drift = Decimal(seed % 1000 - 500) / Decimal(10000) + 1
        value = (Decimal(str(worth)) * Decimal(str(_FACTORS[column])) * drift).quantize(_CENT, ROUND_HALF_UP)
        if concept in {"notes_receivable", "construction_in_progress", "other_current_assets", "rd_expenses", "cf_tax_refunds"}:
            value = Decimal(0) if (seed >> 10) % 2 else value
        found[concept] = Decimal(0) if concept in hidden else value
    v = found
    v["fixed_assets_net"] = v["fixed_assets_cost"] - v["accumulated_depreciation"]
    v["total_current_assets"] = sum(
        (v[c] for c in list(_LEAVES)[:7]), Decimal(0))  # fmt: skip
    v["total_noncurrent_assets"] = (
        v["fixed_assets_net"] + v["construction_in_progress"] + v["intangible_assets"] + v["long_term_deferred_expenses"]
    )
    v["total_assets"] = v["total_current_assets"] + v["total_noncurrent_assets"]
    current = ("short_term_borrowings", "trade_payables", "advances_from_customers", "employee_benefits_payable", "taxes_payable",
               "other_payables", "accrued_liabilities")  # fmt: skip
    v["total_current_liabilities"] = sum((v[c] for c in current), Decimal(0))
    v["creditors_after_one_year"] = v["long_term_borrowings"]
    v["total_noncurrent_liabilities"] = v["long_term_borrowings"] + v["provisions"]
    v["total_liabilities"] = v["total_current_liabilities"] + v["total_noncurrent_liabilities"]
    v["total_equity"] = v["net_assets"] = v["total_assets"] - v["total_liabilities"]
    v["total_liabilities_and_equity"] = v["total_assets"]
    v["retained_earnings"] = v["total_equity"] - v["paid_in_capital"] - v["capital_reserve"] - v["surplus_reserve"]
    v["net_current_assets"] = v["total_current_assets"] - v["total_current_liabilities"]
    v["total_assets_less_current_liabilities"] = v["total_assets"] - v["total_current_liabilities"]
    v["gross_profit"] = v["revenue"] - v["cost_of_sales"]
    v["finance_costs"] = v["interest_expense"] - v["interest_income"]
    spent = ("taxes_and_surcharges", "selling_expenses", "admin_expenses", "rd_expenses", "finance_costs")
    v["operating_profit"] = v["gross_profit"] - sum((v[c] for c in spent), Decimal(0)) + v["other_income"]
    v["profit_before_tax"] = v["operating_profit"] + v["non_operating_income"] - v["non_operating_expenses"]
    v["net_profit"] = v["profit_before_tax"] - v["income_tax"]
    v["cf_operating_in_total"] = v["cf_receipts_customers"] + v["cf_tax_refunds"] + v["cf_other_operating_in"]
    v["cf_operating_out_total"] = sum(
        (v[c] for c in ("cf_payments_suppliers", "cf_payments_employees", "cf_taxes_paid", "cf_other_operating_out")), Decimal(0))  # fmt: skip
    v["cf_operating_net"] = v["cf_operating_in_total"] - v["cf_operating_out_total"]
    v["cf_investing_in_total"], v["cf_investing_out_total"] = v["cf_disposal_proceeds"], v["cf_capex"]
    v["cf_investing_net"] = v["cf_disposal_proceeds"] - v["cf_capex"]
    v["cf_financing_in_total"] = v["cf_borrowings_received"]
    v["cf_financing_out_total"] = v["cf_principal_repaid"] + v["cf_dividends_interest_paid"]
    v["cf_financing_net"] = v["cf_financing_in_total"] - v["cf_financing_out_total"]
    v["cf_net_increase"] = v["cf_operating_net"] + v["cf_investing_net"] + v["cf_financing_net"]
    v["cf_closing_cash"] = v["cf_opening_cash"] + v["cf_net_increase"]
    v["cfi_net_profit"] = v["cf_operating_net"] - sum(
        (v[c] for c in ("cfi_depreciation", "cfi_inventory_decrease", "cfi_receivables_decrease", "cfi_payables_increase")), Decimal(0))  # fmt: skip
    return v


@dataclass(frozen=True, slots=True)
class Col:
    """One printed column.

    x       right edge   book: column of the books, None: `show` says what is printed and no figure is expected
    inner   right edge of sub-amounts: lines whose concept is named in `Style.inner` stand there
    """

    x: float
    period: date | None = None
    span: Span = "instant"
    book: int | None = 0
    show: Callable[[str, int], str] | None = None
    inner: float | None = None


@dataclass(frozen=True, slots=True)
class Style:
    """scale: worth of a printed 1   places: decimals   nil: what stands for zero   taken_off: concepts printed the other way round"""

    scale: int = 1
    places: int = 2
    nil: str = "0.00"
    bracket: bool = False
    taken_off: frozenset[str] = frozenset()
    inner: frozenset[str] = frozenset()
    mark: Callable[[str], str] = field(default=lambda text: text)
    sign: str = ""


#: (label, concept); concept "" is a heading, "x=y" a line of concept x that prints the figures of y, "?x" a line that no concept is for, printed with the figures of x. "\n" breaks a label.
Line = tuple[str, str]
Truth = Counter[tuple[str, str, date | None, str, Decimal]]
PlacedRow = list[tuple]  # type: ignore[type-arg]


@dataclass(slots=True)
class Made:
    """Pages of placed rows, and what is printed on them."""

    only: frozenset[str] = frozenset()
    pages: list[list[PlacedRow]] = field(default_factory=list)
    truth: Truth = field(default_factory=Counter)

    @classmethod
    def of(cls, *lines: Sequence[Line]) -> Made:
        """A firm that has what `lines` print and nothing beside it."""
        return cls(frozenset(concept.partition("=")[2] or concept.lstrip("?") for part in lines for _, concept in part if concept))


def printed(value: Decimal, concept: str, style: Style) -> tuple[str, Decimal]:
    """How a stored value is printed, and the stored value that the print says."""
    unit = Decimal(1).scaleb(-style.places)
    shown = (value / style.scale).quantize(unit, ROUND_HALF_UP)
    stored = shown * style.scale
    if concept in style.taken_off:
        shown = -shown
    if not shown:
        return style.nil, Decimal(0)
    text = style.mark(f"{abs(shown):,.{style.places}f}")
    if shown < 0:
        text = f"({text})" if style.bracket else f"-{text}"
    return style.sign + text, stored


def table(
    made: Made, kind: str, lines: Sequence[Line], columns: Sequence[Col], *, x: float = 40, style: Style = Style(), notes: tuple[float, int] | None = None
) -> list[PlacedRow]:  # fmt: skip
    """The body of a statement: one row a line, its figures noted as truth.   notes: right edge and first number of the note column"""
    result: list[PlacedRow] = []
    number = notes[1] if notes else 0
    for index, (label, concept) in enumerate(lines):
        first, _, second = label.partition("\n")
        indent = 5.0 * (len(first) - len(first.lstrip()))
        row: PlacedRow = [(x + indent, first.strip())] if first.strip() else []
        if concept:
            if notes:
                row.append((notes[0], str(number), "r"))
                number += 1
            name, _, source = concept.partition("=")
            source = source or concept.lstrip("?")
            for column in columns:
                if column.book is None:
                    text = column.show(source, index) if column.show else ""
                    row += [(column.x, text, "r")] if text else []
                    continue
                text, stored = printed(book(column.book, made.only)[source], source, style)
                if not text:
                    continue
                right = column.inner if column.inner is not None and source in style.inner else column.x
                row.append((right, text, "r"))
                if concept.startswith("?"):
                    name = normalise(label.replace("\n", " "))
                made.truth[(kind, name, column.period, column.span, stored)] += 1
        result.append(row)
        if second:
            result.append([(x + indent, second.strip())])
    return result


def beside(left: Sequence[PlacedRow], right: Sequence[PlacedRow]) -> list[PlacedRow]:
    """Two halves of a two-sided sheet, row by row."""
    count = max(len(left), len(right))
    return [[*(left[i] if i < len(left) else []), *(right[i] if i < len(right) else [])] for i in range(count)]


def pages_of(made: Made, pitch: float = 16.0) -> list[Page]:
    pages = []
    for number, rows in enumerate(made.pages, 1):
        words = []
        top = 40.0
        for row in rows:
            for item in row:
                align = item[2] if len(item) > 2 else "l"
                left = item[0] - width(item[1]) if align == "r" else item[0]
                if align == "c":
                    left = item[0] - width(item[1]) / 2
                down = item[3] if len(item) > 3 else 0.0
                for part in item[1].split(" "):
                    if part:
                        words.append(Word(part, Box(left, top + down, left + width(part), top + down + 10.0)))
                    left += width(part) + 3.0
            top += pitch
        pages.append(Page(number=number, width=842.0, height=max(842.0, top), words=tuple(words)))
    return pages


@dataclass(frozen=True, slots=True)
class Outcome:
    """right, missing: figures of the truth; doubtful: right value and line, period left open; wrong: read and printed nowhere so"""

    right: int
    doubtful: int
    missing: list[tuple]  # type: ignore[type-arg]
    wrong: list[tuple]  # type: ignore[type-arg]
    warnings: list[str]
    statements: list[FinancialStatement]

    @property
    def perfect(self) -> bool:
        return not (self.doubtful or self.missing or self.wrong)


def outcome(made: Made) -> Outcome:
    sha = "ab" * 32
    found, warnings = read(sha, [rows_of_page(page) for page in pages_of(made)], FigureSeries(sha))
    seen: Truth = Counter()
    for statement in found:
        for line in statement.lines:
            for column in line.figures:
                if column.period is None and column.figure.confidence < 0.0:
                    continue
                key = (statement.statement, line.concept or normalise(line.label), column.period, column.span, column.figure.value)
                seen[key] += 1
    right = seen & made.truth
    missing, extra = made.truth - right, seen - right
    doubtful = 0
    for key in list(missing.elements()):
        for other in list(extra.elements()):
            if other[0] == key[0] and other[1] == key[1] and other[4] == key[4] and other[2] is None:
                doubtful += 1
                missing[key] -= 1
                extra[other] -= 1
                break
    return Outcome(
        right.total(), doubtful, sorted((+missing).elements(), key=str), sorted((+extra).elements(), key=str),
        [warning.code for warning in warnings], found,
    )  # fmt: skip


def known(concept: str) -> bool:
    return concept in chart()


def deducted(kind: str, lines: Sequence[Line]) -> frozenset[str]:
    """The concepts of `lines` that a Western statement prints in brackets."""
    return frozenset(
        concept.partition("=")[2] or concept
        for _, concept in lines
        if normally_deducted(kind, concept.partition("=")[0])  # type: ignore[arg-type]
    )
