"""Amounts that forms state outright: tax returns, payroll and insurance returns, credit reports, bills."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from extract.document import Document
from extract.records import Form, FormType, PeriodFigure, Span, StatementLine
from verify.case import Case
from verify.evidence import Evidence
from verify.facts.fact import DAY, YEARS, Fact, Hands, Stretch, fact_of
from verify.formulas.chart import chart

#: Whose hands a form comes from. A return is filed with the tax office, which stamps it; it is still the borrower who states it.
_HANDS: Mapping[FormType, Hands] = {
    "tax_return": "tax_office",
    "payroll_return": "insurance_fund",
    "credit_report": "credit_bureau",
    "utility_bill": "utility",
    "valuation": "valuer",
}
#: Columns that state the amount of the line itself; others say parts of it, or another day's.
_OWN_COLUMNS = frozenset({"", "balance", "month", "year"})
_MONTHS: Mapping[Span, int] = {"month": 1, "quarter": 3, "year": 12}


def facts(case: Case) -> Iterator[Fact]:
    """Every figure of a form whose line means an external concept, with the days that its column is about."""
    for document, form in case.forms:
        for line in form.lines:
            if line.concept is None or line.concept not in chart() or chart()[line.concept].statement != "external":
                continue
            for figure in line.figures:
                stretch = stretch_of(form, figure)
                if stretch is not None and figure.column in _OWN_COLUMNS:
                    yield _fact(document, form, line, figure, stretch)


def stretch_of(form: Form, figure: PeriodFigure) -> Stretch | None:
    """The days a figure of a form is about; None where the paper does not say."""
    end = figure.period or form.end
    if end is None or end.year not in YEARS:
        return None
    if figure.span == "instant":
        return Stretch(end, end)
    if figure.span == "year_to_date":
        return Stretch(date(end.year, 1, 1), end)
    if form.start is not None and form.end == end and _fits(figure.span, Stretch(form.start, end)):
        return Stretch(form.start, end)
    return Stretch(_months_before(end, _MONTHS[figure.span]), end)


def _fits(span: Span, stretch: Stretch) -> bool:
    return stretch.start <= stretch.end and stretch.months <= _MONTHS[span] + 1


def _months_before(end: date, months: int) -> date:
    """The first day of so many months that end on `end`; on the day after the same day where `end` is no last day of a month."""
    after = end + DAY
    index = after.year * 12 + after.month - 1 - months
    return date(index // 12, index % 12 + 1, min(after.day, 28))


def _fact(document: Document, form: Form, line: StatementLine, figure: PeriodFigure, stretch: Stretch) -> Fact:
    evidence = Evidence(document.name, document.sha256, figure.figure, line.label.strip() or form.title or form.form, line.concept)
    return fact_of(evidence, line.concept or "", stretch, _HANDS.get(form.type, "own"), entity=form.entity)
