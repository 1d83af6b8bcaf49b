"""Loan files built from nouns, as a bookkeeper would write them down: concept and amount."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal

from extract.concepts import chart
from extract.document import Document, DocumentWarning, Status
from extract.figure import Figure, Reading
from extract.money import Money
from extract.numerals import parse
from extract.place import Box, Place
from extract.records import (
    BankStatement,
    FinancialStatement,
    Form,
    FormType,
    PeriodFigure,
    Record,
    Span,
    StatementKind,
    StatementLine,
    Transaction,
)
from verify.case import Case
from verify.flow import verify
from verify.judgement import Judgement
from verify.tie import Tie

THIS, LAST, BEFORE = date(2025, 12, 31), date(2024, 12, 31), date(2023, 12, 31)
SECTIONS = {
    "current_assets",
    "noncurrent_assets",
    "current_liabilities",
    "noncurrent_liabilities",
    "equity",
    "operating",
    "investing",
    "financing",
}


class Paper:
    """One document in the making; figures are numbered in the order they are written."""

    def __init__(self, name: str, *, currency: str = "CNY", scale: str = "1", entity: str | None = None, form: str | None = None) -> None:
        self.name = name
        self.sha256 = hashlib.sha256(name.encode()).hexdigest()
        self.currency, self.scale, self.entity, self.form = currency, Decimal(scale), entity, form
        self.records: list[Record] = []
        self._count = 0

    def figure(self, printed: str, *, confidence: float = 0.9995, alternatives: Mapping[str, float] | None = None, page: int = 1) -> Figure:
        numeral = parse(printed)
        assert numeral is not None, printed
        self._count += 1
        box = Box(300.0, 20.0 * self._count, 380.0, 20.0 * self._count + 10)
        return Figure(
            id=f"f-{self.sha256[:8]}-{self._count}",
            printed=printed,
            money=Money(numeral.value * self.scale, self.currency),
            step=numeral.step * self.scale,
            place=Place(sha256=self.sha256, page=page, box=box),
            confidence=confidence,
            alternatives=tuple(Reading(Decimal(value) * self.scale, chance) for value, chance in (alternatives or {}).items()),
        )

    def statement(
        self, kind: StatementKind, columns: Mapping[date | None, Mapping[str, str | Figure]], *, span: Span | None = None, **more: object
    ) -> Paper:
        """Columns by their last day; each maps a concept, or "label|section" for a line without one, to what is printed."""
        concepts = dict.fromkeys(concept for column in columns.values() for concept in column)
        covered: Span = span or ("instant" if kind == "balance_sheet" else "year")
        lines = []
        for concept in concepts:
            figures = []
            for period, column in columns.items():
                if concept in column:
                    printed = column[concept]
                    figures.append(PeriodFigure(period, covered, printed if isinstance(printed, Figure) else self.figure(printed)))
            lines.append(self._line(concept, tuple(figures)))
        periods = tuple(sorted((period for period in columns if period is not None), reverse=True))
        record = FinancialStatement(
            statement=kind, entity=self.entity, currency=self.currency, scale=self.scale, scale_place=None, periods=periods,
            lines=tuple(lines), page=1, form=self.form, complete=bool(more.get("complete", True)),
        )  # fmt: skip
        self.records.append(record)
        return self

    def _line(self, concept: str, figures: tuple[PeriodFigure, ...]) -> StatementLine:
        label, bar, section = concept.partition("|")
        if bar:
            return StatementLine(label=label, concept=None, concept_confidence=0.0, page=1, figures=figures, section=section or None)
        known = chart()[concept]
        section_of = known.section if known.section in SECTIONS else None
        return StatementLine(label=known.label_zh, concept=concept, concept_confidence=1.0, page=1, figures=figures, section=section_of)

    def stating(
        self,
        stated: Mapping[str, str | Figure],
        *,
        start: date,
        end: date,
        span: Span = "year",
        kind: FormType = "tax_return",
        name: str = "return",
    ) -> Paper:
        """A return, a report or a bill that states amounts by concept; balances on its last day."""
        lines = []
        for concept, printed in stated.items():
            figure = printed if isinstance(printed, Figure) else self.figure(printed)
            instant = chart()[concept].period == "instant" and span == "instant"
            held = PeriodFigure(end, "instant" if instant else span, figure)
            lines.append(self._line(concept, (held,)))
        self.records.append(
            Form(
                type=kind, form=name, title=None, entity=self.entity, currency=self.currency, scale=self.scale, scale_place=None,
                start=start, end=end, fields=(), lines=tuple(lines), page=1,
            )
        )  # fmt: skip
        return self

    def bank(
        self,
        rows: Iterable[tuple[str, str | Figure, str | Figure | None]],
        *,
        opening: str | None = None,
        closing: str | None = None,
        account: str | None = "62220001",
        start: date | None = None,
        end: date | None = None,
        total_credits: str | None = None,
        total_debits: str | None = None,
    ) -> Paper:
        """Rows as (day, amount, balance)."""
        first = self.figure(opening) if opening else None
        transactions = []
        for day, amount, balance in rows:
            moved = amount if isinstance(amount, Figure) else self.figure(amount)
            after = self.figure(balance) if isinstance(balance, str) else balance
            transactions.append(
                Transaction(
                    date=date.fromisoformat(day),
                    description="转账",
                    counterparty=None,
                    counterparty_account=None,
                    amount=moved,
                    balance=after,
                    page=1,
                )
            )
        self.records.append(
            BankStatement(
                holder=self.entity, account=account, bank="某银行", currency=self.currency, start=start, end=end, opening=first,
                closing=self.figure(closing) if closing else None, transactions=tuple(transactions),
                total_credits=self.figure(total_credits) if total_credits else None,
                total_debits=self.figure(total_debits) if total_debits else None,
            )
        )  # fmt: skip
        return self

    def document(self, *, status: Status = "read", warnings: tuple[DocumentWarning, ...] = ()) -> Document:
        return Document(
            name=self.name,
            sha256=self.sha256,
            media_type="application/pdf",
            pages=1,
            status=status,
            records=tuple(self.records),
            warnings=warnings,
        )


def judged(*papers: Paper | Document) -> Judgement:
    return verify(case_of(*papers))


def case_of(*papers: Paper | Document) -> Case:
    return Case("loan file", tuple(paper.document() if isinstance(paper, Paper) else paper for paper in papers))


def results(judgement: Judgement, code: str) -> list[Tie]:
    return [tie for tie in judgement.ties if tie.id == code]


def statuses(judgement: Judgement, code: str) -> list[str]:
    return [tie.status for tie in results(judgement, code)]


def status(judgement: Judgement, code: str) -> str:
    """The one status of a tie that was judged once."""
    found = statuses(judgement, code)
    assert len(found) == 1, (code, found)
    return found[0]


def broken(judgement: Judgement) -> set[str]:
    return {tie.id for tie in judgement.ties if tie.status == "broken"}


#: A trader of one year (amounts in yuan and fen) in which every tie that applies holds.
BALANCE: dict[date, dict[str, str]] = {
    THIS: {
        "cash": "351,200.00", "trade_receivables": "180,000.00", "prepayments": "20,000.00", "inventories": "95,000.00", "raw_materials": "35,000.00",
        "finished_goods": "60,000.00", "total_current_assets": "646,200.00", "fixed_assets_cost": "460,000.00", "accumulated_depreciation": "120,000.00",
        "fixed_assets_net": "340,000.00", "intangible_assets": "13,800.00", "total_noncurrent_assets": "353,800.00", "total_assets": "1,000,000.00",
        "short_term_borrowings": "220,000.00", "trade_payables": "142,000.00", "taxes_payable": "24,600.00", "employee_benefits_payable": "10,000.00",
        "total_current_liabilities": "396,600.00", "long_term_borrowings": "50,000.00", "total_noncurrent_liabilities": "50,000.00",
        "total_liabilities": "446,600.00", "paid_in_capital": "300,000.00", "surplus_reserve": "25,340.00", "retained_earnings": "228,060.00",
        "total_equity": "553,400.00", "total_liabilities_and_equity": "1,000,000.00",
    },
    LAST: {
        "cash": "200,000.00", "trade_receivables": "150,000.00", "prepayments": "10,000.00", "inventories": "80,000.00", "raw_materials": "30,000.00",
        "finished_goods": "50,000.00", "total_current_assets": "440,000.00", "fixed_assets_cost": "400,000.00", "accumulated_depreciation": "80,000.00",
        "fixed_assets_net": "320,000.00", "intangible_assets": "15,000.00", "total_noncurrent_assets": "335,000.00", "total_assets": "775,000.00",
        "short_term_borrowings": "200,000.00", "trade_payables": "120,000.00", "taxes_payable": "10,000.00", "employee_benefits_payable": "5,000.00",
        "total_current_liabilities": "335,000.00", "total_noncurrent_liabilities": "0.00", "total_liabilities": "335,000.00",
        "paid_in_capital": "300,000.00", "surplus_reserve": "14,000.00", "retained_earnings": "126,000.00", "total_equity": "440,000.00",
        "total_liabilities_and_equity": "775,000.00",
    },
}  # fmt: skip
INCOME: dict[date, dict[str, str]] = {
    THIS: {
        "revenue": "2,000,000.00", "cost_of_sales": "1,380,000.00", "taxes_and_surcharges": "4,200.00", "selling_expenses": "150,000.00",
        "admin_expenses": "330,000.00", "finance_costs": "12,000.00", "interest_expense": "12,000.00", "operating_profit": "123,800.00",
        "non_operating_income": "2,000.00", "non_operating_expenses": "6,430.00", "profit_before_tax": "119,370.00", "income_tax": "5,970.00",
        "net_profit": "113,400.00",
    },
}  # fmt: skip
CASH_FLOW: dict[date, dict[str, str]] = {
    THIS: {
        "cf_receipts_customers": "2,230,000.00", "cf_payments_suppliers": "1,561,800.00", "cf_payments_employees": "240,000.00", "cf_taxes_paid": "86,000.00",
        "cf_other_operating_out": "188,800.00", "cf_operating_net": "153,400.00", "cf_capex": "60,200.00", "cf_investing_net": "-60,200.00",
        "cf_borrowings_received": "170,000.00", "cf_principal_repaid": "100,000.00", "cf_interest_paid": "12,000.00", "cf_financing_net": "58,000.00",
        "cf_net_increase": "151,200.00", "cf_opening_cash": "200,000.00", "cf_closing_cash": "351,200.00",
    },
}  # fmt: skip


def altered(
    columns: Mapping[date, Mapping[str, str]], changes: Mapping[str, str | Figure], *, period: date = THIS
) -> dict[date | None, dict[str, str | Figure]]:
    """A copy of the columns with some figures of one period replaced."""
    return {day: {**column, **(changes if day == period else {})} for day, column in columns.items()}


def firm() -> list[Paper]:
    """The whole loan file of the honest trader: three statements, last year's balance sheet, two bank statements."""
    return [
        Paper("balance-2025.pdf").statement("balance_sheet", altered(BALANCE, {})),
        Paper("income-2025.pdf").statement("income_statement", altered(INCOME, {})),
        Paper("cash-flow-2025.pdf").statement("cash_flow", altered(CASH_FLOW, {})),
        Paper("balance-2024.pdf").statement("balance_sheet", {LAST: dict(BALANCE[LAST])}),
        november(),
        december(),
    ]


def november() -> Paper:
    rows = [("2025-11-05", "40,000.00", "340,000.00"), ("2025-11-20", "-20,000.00", "320,000.00")]
    return Paper("bank-november.pdf").bank(
        rows,
        opening="300,000.00",
        closing="320,000.00",
        start=date(2025, 11, 1),
        end=date(2025, 11, 30),
        total_credits="40,000.00",
        total_debits="20,000.00",
    )


def december() -> Paper:
    rows = [("2025-12-03", "60,000.00", "380,000.00"), ("2025-12-18", "-28,800.00", "351,200.00")]
    return Paper("bank-december.pdf").bank(
        rows,
        opening="320,000.00",
        closing="351,200.00",
        start=date(2025, 12, 1),
        end=date(2025, 12, 31),
        total_credits="60,000.00",
        total_debits="28,800.00",
    )
