"""Tagged reports to records: statements as printed with what their tags add, statements that only the tags know, and all other facts.

A page that shows its facts (inline XBRL) is read like any other paper, and each figure is held against its tag. A report without a
page (XBRL) becomes statements by its names alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from extract.concepts import chart
from extract.document import DocumentWarning
from extract.money import UNKNOWN_CURRENCY
from extract.numerals import Numeral, parse
from extract.page import Fact
from extract.place import Place
from extract.records import FinancialStatement, Other, PeriodFigure, Record, Span, StatementKind, StatementLine
from extract.series import FigureSeries
from extract.statements.period import span_between
from extract.statements.tagged.compare import Comparison
from extract.statements.tagged.taxonomy import meaning_in, names_entity
from extract.tables.lines import Row

_KINDS: tuple[StatementKind, ...] = ("balance_sheet", "income_statement", "cash_flow")
#: Fewer lines than this are no statement that a page shows without its title.
_LEAST = 3
#: The tag states what it states; nothing was recognised.
_CERTAIN = 1.0


def read(
    sha256: str, facts: Sequence[Fact], pages: Sequence[Sequence[Row]], printed: Sequence[Record], first: int
) -> tuple[list[Record], list[DocumentWarning], set[tuple[str, str]]]:
    """The records of a tagged report, what differs, and (code, kind of statement) of warnings that the tags have answered.

    pages     its visible rows; none of a report without a page
    printed   the records that those were read as
    first     number of the first figure that is made here
    """
    series = FigureSeries(sha256, first)
    at: dict[str, list[Fact]] = {}
    for fact in facts:
        if not fact.hidden and pages:
            at.setdefault(fact.place, []).append(fact)
    comparison = Comparison(at)
    records: list[Record] = []
    for record in printed:
        if isinstance(record, FinancialStatement):
            record = comparison.statement(record)
        if not isinstance(record, Other):
            records.append(record)
    entity = next((fact.value for fact in facts if names_entity(fact) and fact.value), None)
    records = [replace(one, entity=one.entity or entity) if isinstance(one, FinancialStatement) else one for one in records]
    labels = _labels(pages)
    known = {one.statement for one in records if isinstance(one, FinancialStatement)}
    for kind in _KINDS:
        free = [fact for fact in facts if id(fact) not in comparison.used and not (fact.hidden and pages)]
        made = None if kind in known else _statement(sha256, kind, free, labels, entity, series, comparison.used)
        if made is not None:
            records.append(made)
    rest = _rest(sha256, [fact for fact in facts if id(fact) not in comparison.used], labels, series)
    records.extend([rest] if rest is not None else [])
    return records, comparison.warning(), comparison.answered


def _labels(pages: Sequence[Sequence[Row]]) -> dict[str, str]:
    """Path of each cell -> what its row is called."""
    found: dict[str, str] = {}
    for rows in pages:
        for row in rows:
            label = " ".join(chunk.text for chunk in row.chunks if parse(chunk.text) is None)[:300]
            found.update({chunk.path: label for chunk in row.chunks if chunk.path})
    return found


def _statement(
    sha256: str,
    kind: StatementKind,
    facts: Sequence[Fact],
    labels: dict[str, str],
    entity: str | None,
    series: FigureSeries,
    used: set[int],
) -> FinancialStatement | None:
    """The statement of `kind` that the facts of the whole entity make; None where there are too few."""
    chosen: dict[str, dict[tuple[date, Span], tuple[Fact, int]]] = {}
    for fact in facts:
        meaning, column = meaning_in(fact, kind), _column(fact)
        if meaning is None or column is None or len(fact.unit) != 3 or fact.value is None:
            continue
        if (column[1] == "instant") is (chart()[meaning.concept].period == "instant"):
            chosen.setdefault(meaning.concept, {}).setdefault(column, (fact, meaning.sign))
    if len(chosen) < _LEAST:
        return None
    lines = []
    currency = next(iter(fact.unit for columns in chosen.values() for fact, _ in columns.values()))
    order = {concept.id: number for number, concept in enumerate(chart().of_statement(kind))}
    for concept in sorted(chosen, key=lambda one: order[one]):
        columns = sorted(chosen[concept].items(), key=lambda item: item[0][0], reverse=True)
        figures = tuple(figure for column, (fact, sign) in columns if (figure := _figure(sha256, fact, sign, column, series)) is not None)
        fact = columns[0][1][0]
        used.update(id(one) for _, (one, _) in columns)
        label = labels.get(fact.place) or fact.name
        lines.append(_line(label, concept, figures, chart()[concept].section))
    periods = tuple(sorted({column.period for line in lines for column in line.figures if column.period is not None}, reverse=True))
    return FinancialStatement(
        statement=kind, entity=entity, currency=currency, scale=Decimal(1), scale_place=None, periods=periods, lines=tuple(lines),
        page=None, complete=False, form=None,
    )  # fmt: skip


def _line(label: str, concept: str | None, figures: tuple[PeriodFigure, ...], section: str | None) -> StatementLine:
    sure = _CERTAIN if concept is not None else 0.0
    return StatementLine(label=label, concept=concept, concept_confidence=sure, page=None, figures=figures, section=section)


def _column(fact: Fact) -> tuple[date, Span] | None:
    if fact.end is None:
        return None
    end = date.fromisoformat(fact.end)
    return (end, "instant") if fact.start is None else (end, span_between(date.fromisoformat(fact.start), end) or "year")


def _figure(sha256: str, fact: Fact, sign: int, column: tuple[date | None, Span], series: FigureSeries) -> PeriodFigure | None:
    if fact.value is None:
        return None
    value = Decimal(fact.value) * sign
    places = max(0, -int(value.as_tuple().exponent))
    numeral = Numeral(value, Decimal(1).scaleb(-places))
    money = len(fact.unit) == 3 and fact.unit.isupper()
    currency = fact.unit if money else UNKNOWN_CURRENCY
    place = Place(sha256=sha256, path=fact.place)
    figure = series.figure(fact.shown or fact.value, numeral, place, currency=currency, confidence=_CERTAIN)
    return PeriodFigure(column[0], column[1], figure, unit=None if money else fact.unit or None)


def _rest(sha256: str, facts: Sequence[Fact], labels: dict[str, str], series: FigureSeries) -> Other | None:
    """Every other fact: of notes, of parts of the entity, and those that no page shows."""
    lines = list(_rest_lines(sha256, facts, labels, series))
    if not lines:
        return None
    currencies = {column.figure.money.currency for line in lines for column in line.figures if column.unit is None}
    currency = currencies.pop() if len(currencies) == 1 else UNKNOWN_CURRENCY
    return Other(title="XBRL", currency=currency, lines=tuple(lines), page=None)


def _rest_lines(sha256: str, facts: Sequence[Fact], labels: dict[str, str], series: FigureSeries) -> Iterator[StatementLine]:
    for fact in facts:
        if fact.unit == "text":
            continue
        figure = _figure(sha256, fact, 1, _column(fact) or (None, "instant"), series)
        if figure is None:
            continue
        label = labels.get(fact.place) or fact.name
        texts = [("tag", fact.name), *(("part", dimension) for dimension in fact.dims), *([("hidden", "yes")] if fact.hidden else [])]
        yield replace(_line(label, None, (figure,), None), texts=tuple(texts))
