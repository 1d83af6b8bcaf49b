"""Loan files that print just the figures of a formula's example."""

from __future__ import annotations

import calendar
import re
from collections import defaultdict
from collections.abc import Mapping
from datetime import date, timedelta

from extract.concepts import chart
from extract.records import Span
from tests.verify.papers import Paper
from verify.formulas.formula import Formula
from verify.formulas.occasions import a_year_before

_MONTH = re.compile(r"(\d{4})-(\d{2})")


def loan_file(formula: Formula, printed: Mapping[str, str]) -> list[Paper]:
    """One paper for each statement, and one for each stretch of time that papers beside the statements state."""
    example = formula.example
    statements: dict[tuple[str, str], dict[tuple[date, Span], dict[str, str]]] = defaultdict(lambda: defaultdict(dict))
    stated: dict[tuple[date, date, Span], dict[str, str]] = defaultdict(dict)
    for key, amount in printed.items():
        concept, _, suffix = key.partition("@")
        known = chart()[concept]
        if known.statement == "external":
            stated[_stretch(suffix, example.day, example.span)][concept] = amount
            continue
        span: Span = "instant" if known.statement == "balance_sheet" else example.span
        paper, column = _column(suffix, example.day, span)
        statements[known.statement, paper][column][concept] = amount
    for (_, paper), columns in statements.items():
        _add_newest(paper, columns, example.day)
    papers: list[Paper] = []
    for (kind, name), columns in statements.items():
        paper = Paper(f"{kind}-{name}.pdf", form=example.form)
        for span in dict.fromkeys(span for _, span in columns):
            paper.statement(kind, {day: column for (day, one), column in columns.items() if one == span}, span=span)  # type: ignore[arg-type]
        papers.append(paper)
    for number, ((start, end, span), amounts) in enumerate(stated.items()):
        papers.append(Paper(f"return-{number}.pdf").stating(amounts, start=start, end=end, span=span, name=example.paper))
    return papers


def _column(suffix: str, day: date, span: Span) -> tuple[str, tuple[date, Span]]:
    """Paper and column of one figure."""
    opening = date(day.year - 1, 12, 31)
    if suffix in ("open", "prior_year", "prior_column"):
        return "this", (opening if suffix == "open" else a_year_before(day), span)
    if suffix == "last_year_doc":
        return "last", (a_year_before(day), span)
    if suffix == "open_other_month":
        return "earlier", (opening, span)
    if suffix == "previous_month":
        return "earlier", (_month_before(day), span)
    if _MONTH.fullmatch(suffix):
        return suffix, (_stretch(suffix, day, span)[1], "month")
    return "this", (day, span)


def _month_before(day: date) -> date:
    return day.replace(day=1) - timedelta(days=1)


def _add_newest(paper: str, columns: dict[tuple[date, Span], dict[str, str]], day: date) -> None:
    """An older column stands beside a newer one: where the example names none, the same figures stand in it again."""
    newest = {"this": day, "earlier": _month_before(day)}.get(paper)
    if newest is not None and newest not in {period for period, _ in columns}:
        (older, span), figures = next(iter(columns.items()))
        del older
        columns[newest, span] = dict(figures)


def _stretch(suffix: str, day: date, span: Span) -> tuple[date, date, Span]:
    month = _MONTH.fullmatch(suffix)
    if month:
        year, number = int(month[1]), int(month[2])
        return date(year, number, 1), date(year, number, calendar.monthrange(year, number)[1]), "month"
    if suffix == "prior_year":
        return date(day.year - 1, 1, 1), a_year_before(day), "year"
    return date(day.year, 1, 1), day, span
