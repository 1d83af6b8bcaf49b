"""The 150 ties of the catalogue in plain arithmetic, written by hand: what the books of a clean firm must satisfy.

Nothing of verify is used. A tie's function answers True (holds), False (broken) or None (does not apply to this firm and year); a
concept that the framework does not have raises KeyError, which counts as not applying, as does a division by nothing. Amounts are minor units, counts hundredths.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

from samples.books.journal import Ledgers
from samples.case import Papers
from samples.firms.firm import Firm
from samples.records.compose import papers
from samples.records.record import BankStatement, Form, Invoice, Statement, StatementColumn
from samples.records.stated import stated
from samples.records.workbook import Workbook, workbooks, year_start

Tie = Callable[["Facts"], bool | None]
#: What a broken tie means. hard: arithmetic inside the firm's papers or between them, never broken on clean books.
#: soft: timing, mixed rates and what has no paper may break it in an honest firm ("unsupported").   range: a band of plausibility.
TIES: dict[str, Tie] = {}
GRADE: dict[str, str] = {}


def tie(code: str, grade: str = "hard") -> Callable[[Tie], Tie]:
    def register(function: Tie) -> Tie:
        assert code not in TIES, code
        TIES[code], GRADE[code] = function, grade
        return function

    return register


@dataclass
class Facts:
    """One financial year of one firm."""

    ledgers: Ledgers
    year_end: date
    papers: Papers
    books: Mapping[str, Workbook]
    now: Mapping[str, int] = field(default_factory=dict)
    opening: Mapping[str, int] = field(default_factory=dict)
    before: Mapping[str, int] | None = None

    @property
    def firm(self) -> Firm:
        return self.ledgers.firm

    @property
    def first(self) -> date:
        return year_start(self.year_end)

    @property
    def chinese(self) -> bool:
        return self.firm.country == "CN"

    @property
    def rate(self) -> float:
        """Effective VAT rate of the year's sales; 0 where none is charged."""
        return self.now["vat_output"] / self.now["vat_sales_taxable"] if self.now["vat_sales_taxable"] else 0.0

    @property
    def bought_rate(self) -> float:
        """Effective VAT rate of what is bought: nothing where it stays in the cost."""
        if self.firm.taxpayer not in {"general", "uk_vat"}:
            return 0.0
        return self.firm.profile.input_rate

    def change(self, concept: str) -> int:
        return self.now[concept] - self.opening[concept]

    def mean(self, concept: str) -> float:
        return (self.now[concept] + self.opening[concept]) / 2

    @cached_property
    def statements(self) -> list[Statement]:
        """Annual statements of this year, and those of the months after the last year."""
        return [d.record for d in self.papers.documents if isinstance(d.record, Statement)]

    def columns(self, *kinds: str) -> list[StatementColumn]:
        return [column for statement in self.statements if statement.record in kinds for column in statement.columns]

    @cached_property
    def printed(self) -> frozenset[str]:
        """Every concept that stands on one of the statements."""
        return frozenset(name for statement in self.statements for column in statement.columns for name in column.figures)

    def statement(self, kind: str, period: date) -> Statement | None:
        found = [s for s in self.statements if s.record == kind and s.period == period and not s.draft]
        return found[0] if found else None

    @cached_property
    def bank(self) -> dict[str, list[BankStatement]]:
        result: dict[str, list[BankStatement]] = {}
        for document in self.papers.of("bank_statement"):
            assert isinstance(document.record, BankStatement)
            result.setdefault(document.record.account_id, []).append(document.record)
        return result

    @cached_property
    def invoices(self) -> list[Invoice]:
        return [d.record for d in self.papers.of("invoice") if isinstance(d.record, Invoice)]

    def forms(self, *names: str) -> list[Form]:
        return [d.record for d in self.papers.documents if isinstance(d.record, Form) and d.record.form in names]


def cell(form: Form, name: str, column: str) -> int:
    """The amount of that line and column of a form."""
    return next(line.amounts[column] for line in form.lines if line.name == name)


def facts(ledgers: Ledgers) -> list[Facts]:
    """The years of a firm, with the bank statements of all months and as many invoices as anyone hands in."""
    ledgers = ledgers.set(bank_months=60, invoices=60)
    made, books = papers(ledgers), workbooks(ledgers)
    result = []
    before: Mapping[str, int] | None = None
    for year_end in ledgers.firm.year_ends:
        now = stated(ledgers, year_end, books=books)
        opening = books["stated"].position(year_start(year_end) - timedelta(days=1))
        result.append(Facts(ledgers=ledgers, year_end=year_end, papers=made, books=books, now=now, opening=opening, before=before))
        before = now
    return result


def judge(year: Facts) -> dict[str, bool | None]:
    """Every tie of the catalogue for that year."""
    from tests.samples.ties import bank, between, invoices, plausible, statements

    assert all((statements, between, bank, invoices, plausible))
    answers: dict[str, bool | None] = {}
    for code, function in TIES.items():
        try:
            answers[code] = function(year)
        except (KeyError, ZeroDivisionError):
            answers[code] = None
    return answers


def near(left: float, right: float, share: float) -> bool:
    """Equal within a share of the larger."""
    return abs(left - right) <= share * max(abs(left), abs(right)) + 1
