"""Rows to forms: heading, columns, lines with their concepts, counts and dates apart from amounts."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from extract.concepts import normalise
from extract.dates import find_dates, parse_date
from extract.document import DocumentWarning
from extract.forms import heading as head
from extract.forms.captions import Meaning, key_of, keys_of, meanings, scale_of, unit_of
from extract.forms.grid import lines_in
from extract.forms.layout import ColumnMeaning, FormKind
from extract.forms.ledger import ledger_meanings
from extract.forms.lists.saying import said_of
from extract.forms.period import period_of
from extract.forms.proof import Judged, judged
from extract.forms.recognised import contradicted, doubted, unbalanced
from extract.forms.regions import Region, regions
from extract.forms.remarks import remarks, unread
from extract.forms.sums import broken_sums, terms_of, with_sums
from extract.forms.table import Cell, Line, lines_of
from extract.forms.whole import in_own_lines
from extract.numerals import Numeral
from extract.records import Form, FormField, PeriodFigure, Span, StatementLine
from extract.series import TEXT_LAYER_CONFIDENCE, FigureSeries
from extract.tables.lines import Chunk, Row

#: A figure whose marks stand where no printer sets them has lost digits more often than not.
_MALFORMED = 0.3
#: Rows above the first line that can be its heading.
_HEADING_ROWS = 16
_LAST_YEAR = re.compile(
    r"上一?个?(?:会计)?年度?|去年|近一年|年度?(?=销售|营业|净利)|(?:last|prior|previous|most recent)(?: full)?"
    r"(?: financial| fiscal| accounting| trading)? year|annual|yearly|per year|a year",
    re.IGNORECASE,
)
#: What an application asks of its borrower's results is of a year, whether it says so or not.
_RESULTS = frozenset({"revenue", "net_profit"})
#: A part of the form that asks the same of somebody else.
_OF_OTHERS = re.compile(r"保证人|担保人|担保方|共同借款人|配偶|guarantor|surety|co-?applicant|co-?borrower|spouse", re.IGNORECASE)
_YEAR_END_IN_LABEL = re.compile(r"((?:19|20)\d\d)年?(?:度)?(?:年?末|年?底)")
_MONTH_IN_LABEL = re.compile(r"(\d{4})年(\d{1,2})月")


@dataclass(frozen=True, slots=True)
class _Time:
    """What time the form is about.   filed: the day on which it was filled in"""

    start: date | None
    end: date | None
    filed: date | None


def recognises(pages: Sequence[Sequence[Row]]) -> float:
    """Evidence, 0 to 1, that the document is a form that is known here."""
    return max((region.evidence for region in regions(pages)), default=0.0)


def read(sha256: str, pages: Sequence[Sequence[Row]], series: FigureSeries) -> tuple[list[Form], list[DocumentWarning]]:
    """Every form of a document.   pages: rows of each page or sheet, in order"""
    forms: list[Form] = []
    warnings: list[DocumentWarning] = []
    for region in regions(pages):
        found = _form(sha256, region, series)
        if found is not None:
            forms.append(found[0])
            warnings.extend((*remarks(found[0], region.kind), *unread(found[0], found[1])))
            warnings.extend(said_of(region.listed) if region.listed is not None else ())
    return forms, warnings


def _form(sha256: str, region: Region, series: FigureSeries) -> tuple[Form, Judged] | None:
    kind, rows = region.kind, region.rows
    lines, others = region.listed.parts if region.listed is not None else lines_of(rows, kind) if kind.label else lines_in(rows, kind)
    if not any(line.cells for line in lines):
        return None
    first = next((index for index, row in enumerate(rows) if row is lines[0].row), len(rows))
    top = list(rows[: min(first, _HEADING_ROWS)])
    chinese = any(re.search(r"[一-鿿]{2}", chunk.text) for row in rows[: first + 1] for chunk in row.chunks)
    unit = head.unit_of([*rows[:_HEADING_ROWS], *(line.row for line in lines)], kind.currency or ("CNY" if chinese else None))
    fields = list(head.fields_of(others))
    day_first = unit.currency != "USD"
    heading = [row for row in others if any(row is one for one in top)]
    start, end = period_of(fields, heading, instant=kind.instant, day_first=day_first)
    if end is None:
        near = others if region.listed is not None else rows[:_HEADING_ROWS]
        start, end = period_of((), near, instant=kind.instant, day_first=day_first)
    if kind.type == "loan_application":
        start, end = None, head.filed_on(fields, day_first=day_first)
    if end is None and kind.label:
        start, end = _listed_days(lines, day_first)
    time = _Time(start, end, head.filed_on(fields, day_first=day_first))
    lines = lines if kind.label or region.listed is not None else in_own_lines(lines, kind)
    built: list[StatementLine] = []
    for line, told in zip(lines, _told(kind, lines), strict=True):
        built.append(_built(sha256, line, told, kind, unit, time, series))
        fields += [FormField(line.label, text, line.row.page) for text in _answers(line, built[-1])]
    seen = [line.row.recognised for line in lines]
    built = doubted(built, seen)
    if any(seen) and kind.totalled:
        built = unbalanced(built, seen)
    proved = judged(built, kind, seen)
    built = proved.lines
    if any(seen):
        built = contradicted(built, frozenset(number for check in broken_sums(built, kind.checks) for number in terms_of(check)))
    if kind.captions:
        built = with_sums(built, kind, series, unit.currency)
    form = Form(
        type=kind.type,
        form=kind.form,
        title=region.title,
        entity=head.entity_of(fields, heading) or head.entity_of((), rows[:_HEADING_ROWS]),
        currency=unit.currency,
        scale=unit.scale,
        scale_place=unit.chunk.place(sha256, unit.row.page) if unit.chunk is not None and unit.row is not None else None,
        scale_confidence=unit.confidence,
        start=start or _first_day(kind, end),
        end=end,
        fields=tuple(fields),
        lines=tuple(built),
        page=rows[0].page,
    )
    return form, proved


def _listed_days(lines: Sequence[Line], day_first: bool) -> tuple[date | None, date | None]:
    """First and last day among the rows of a list."""
    days = [
        day for line in lines for name, words in line.words if name == "day" and (day := parse_date(words, day_first=day_first)) is not None
    ]
    return min(days, default=None), max(days, default=None)


def _told(kind: FormKind, lines: Sequence[Line]) -> list[tuple[Meaning, ...]]:
    """What the caption of each line says; the accounts of a ledger have a rank among each other."""
    if kind.type == "trial_balance":
        return ledger_meanings(kind, lines)
    keys = [normalise(line.label) for line in lines]
    beaten = {key_of(caption): concept for caption, pattern, concept in kind.outranked if any(re.search(pattern, key) for key in keys)}
    told = [
        ()
        if _OF_OTHERS.search(line.heading)
        else (Meaning(line.concept, 1.0),)
        if line.concept
        else meanings(kind.captions, line.label)
        if kind.captions
        else ()
        for line in lines
    ]
    return [
        (Meaning(beaten[key], 1.0),) if (key := next((one for one in keys_of(line.label) if one in beaten), "")) else one
        for line, one in zip(lines, told, strict=True)
    ]


def _answers(line: Line, built: StatementLine) -> list[str]:
    """A question of the form that is answered in words."""
    return [words for _, words in line.words] if line.label and not built.figures else []


def _built(
    sha256: str, line: Line, told: tuple[Meaning, ...], kind: FormKind, unit: head.FormUnit, time: _Time, series: FigureSeries
) -> StatementLine:
    named = next((one for one in told if one.role == "line"), None)
    counted = unit_of(line.label) if kind.captions else None
    concept = named.concept if named is not None else None
    figures = tuple(_figure(sha256, line, cell, counted, kind, unit, time, series, concept) for cell in line.cells)
    return StatementLine(
        label=line.label,
        concept=concept,
        concept_confidence=named.confidence if named is not None and named.concept else 0.0,
        page=line.row.page,
        figures=figures,
        note=line.number,
        section=line.heading or None,
        texts=line.words,
    )


def _figure(
    sha256: str,
    line: Line,
    cell: Cell,
    counted: str | None,
    kind: FormKind,
    unit: head.FormUnit,
    time: _Time,
    series: FigureSeries,
    concept: str | None,
) -> PeriodFigure:
    meaning = cell.meaning or ColumnMeaning("")
    counts = cell.unit or meaning.unit or (counted if meaning.name in ("", "stated") else None)
    scale = cell.scale or scale_of(line.label) or meaning.scale or unit.scale
    figure = series.figure(
        cell.chunk.text,
        cell.numeral,
        cell.chunk.place(sha256, line.row.page),
        currency=unit.currency,
        scale=Decimal(1) if counts else scale,
        confidence=_confidence(cell.chunk, cell.numeral)
        if line.row.recognised or cell.numeral.malformed
        else cell.trust or TEXT_LAYER_CONFIDENCE,
        others=cell.chunk.others,
    )
    period, span = _covered(line, meaning, kind, time, concept)
    return PeriodFigure(period, span, figure, meaning.name, counts)


def _covered(line: Line, meaning: ColumnMeaning, kind: FormKind, time: _Time, concept: str | None) -> tuple[date | None, Span]:
    """The period of an amount: its line's own, else its column's, else the form's."""
    span: Span = meaning.span or kind.span
    if meaning.undated:
        return None, span
    if meaning.on is not None:
        same = time.end is not None and meaning.on.year == time.end.year and span == "year"
        return (time.end if same else meaning.on), span
    own = _day_in(line.label) if span == "instant" else None
    if own is not None:
        return own, "instant"
    if kind.form == "loan_application":
        of_year = concept in _RESULTS or _LAST_YEAR.search(line.label) is not None
        if of_year and time.filed is not None and re.search(r"[一-鿿]", line.label):
            return date(time.filed.year - 1, 12, 31), "year"  # a Chinese year ends in December
        return None, "year" if of_year else "instant"
    if kind.type == "trial_balance" and span == "year_to_date" and _one_month(time) and meaning.name.startswith("period"):
        span = "month"
    if meaning.day == "before_year":
        return (date(time.end.year - 1, 12, 31) if time.end is not None else None), span
    if meaning.day == "before_start":
        return (time.start - timedelta(days=1) if time.start is not None else None), span
    return time.end, span


def _one_month(time: _Time) -> bool:
    both = time.start is not None and time.end is not None
    return both and (time.start.year, time.start.month) == (time.end.year, time.end.month) and time.end.month > 1  # type: ignore[union-attr]


def _day_in(label: str) -> date | None:
    """The day that a line names itself ("2024年12月末信贷余额", "Balance at 2024-12-31")."""
    days = find_dates(label)
    if days:
        return days[0]
    end = _YEAR_END_IN_LABEL.search(label)
    if end is not None:
        return date(int(end[1]), 12, 31)
    month = _MONTH_IN_LABEL.search(label)
    if month is None or not 1 <= int(month.group(2)) <= 12:
        return None
    year, number = int(month.group(1)), int(month.group(2))
    return date(year, number, monthrange(year, number)[1]) if 1990 <= year <= 2100 else None


def _first_day(kind: FormKind, end: date | None) -> date | None:
    """The first day of a form that names only its last."""
    if end is None or kind.instant:
        return None
    if kind.span == "month":
        return end.replace(day=1)
    return date(end.year, 1, 1) if kind.currency == "CNY" and kind.span in {"year", "year_to_date"} else None


def _confidence(chunk: Chunk, numeral: Numeral) -> float:
    return min(chunk.confidence, _MALFORMED) if numeral.malformed else chunk.confidence
