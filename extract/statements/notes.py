"""Notes to the accounts as one record: the tables under their numbered headings, line by line; free text is left alone."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from extract.concepts import chart
from extract.dates import find_dates
from extract.numerals import Numeral
from extract.records import FinancialStatement, PeriodFigure, Span, StatementLine
from extract.series import TEXT_LAYER_CONFIDENCE, FigureSeries
from extract.statements import header as heading
from extract.statements import period
from extract.statements.body import PrintedLine, printed_lines
from extract.statements.header import ColumnHeader
from extract.statements.label import NO_MATCH, Match
from extract.statements.notes_labels import block_of, is_total, meaning, movement_of
from extract.statements.notes_parts import Part
from extract.statements.notes_tables import NoteTable, captions_of, is_matrix, is_transposed, tables_of, total_column
from extract.statements.sign import negated
from extract.statements.unit import Unit, unit_of, unit_of_signs
from extract.tables.columns import Amount, Column
from extract.tables.lines import Chunk, Row

#: A figure whose marks stand where no printer sets them has lost digits more often than not.
_MALFORMED = 0.3
#: What is counted and no money.
_COUNTS = {"employees_average": "persons"}
#: What stands above a single column.
_UNIT_ALONE = re.compile(r"[£$€¥￥](?:\s*[’']?000s?)?|(?:人民币)?[千万]?元|RMB|CNY|GBP|USD")
#: Printed as taken off in a movement table, stored as a magnitude.
_TAKEN_OFF = frozenset({"fixed_asset_disposals_cost", "depreciation_on_disposals", "accumulated_depreciation", "depreciation_charge"})


@dataclass(frozen=True, slots=True)
class Around:
    """What the rest of the document says.   end: of the period its statements are of   unit: theirs"""

    entity: str | None
    end: date | None
    unit: Unit | None
    pages: Sequence[Sequence[Row]]


@dataclass(frozen=True, slots=True)
class Reading:
    """What every figure of one part needs.   unit: of the part"""

    sha256: str
    unit: Unit
    series: FigureSeries

    def figure(
        self,
        chunk: Chunk,
        numeral: Numeral,
        row: Row,
        when: tuple[date | None, Span],
        *,
        negate: bool,
        column: str,
        unit: str | None = None,
    ) -> PeriodFigure:
        confidence = TEXT_LAYER_CONFIDENCE
        if row.recognised:
            confidence = min(chunk.confidence, _MALFORMED) if numeral.malformed else chunk.confidence
        figure = self.series.figure(
            chunk.text,
            numeral,
            chunk.place(self.sha256, row.page),
            currency=self.unit.currency,
            scale=self.unit.scale if unit is None else Decimal(1),
            negate=negate,
            confidence=confidence,
            second=chunk.second,
        )
        return PeriodFigure(when[0], when[1], figure, column=column, unit=unit)


def read_notes(sha256: str, part: Part, series: FigureSeries, around: Around) -> FinancialStatement | None:
    """The notes as one record, or None when they hold no table."""
    end, span, unit = part_period(part, around)
    reading = Reading(sha256, unit, series)
    lines: list[StatementLine] = []
    for table in tables_of(part.rows, end, span):
        lines.extend(_table(table, reading, end, around))
    if not lines:
        return None
    assets = [line for line in lines if line.section == "fixed_assets"]
    periods = {one.period for line in lines for one in line.figures if one.period is not None}
    return FinancialStatement(
        statement="notes",
        entity=heading.entity_of(part.heading) or heading.entity_of(part.rows[:6]) or around.entity,
        currency=unit.currency,
        scale=unit.scale,
        scale_place=unit.chunk.place(sha256, unit.row.page) if unit.chunk is not None and unit.row is not None else None,
        scale_confidence=unit.confidence,
        periods=tuple(sorted(periods, reverse=True)),
        lines=tuple(lines),
        page=part.page,
        # A movement that is not printed is none only where every movement that is printed was understood.
        complete=all(line.concept is not None for line in assets if any(not one.column for one in line.figures)),
    )


def part_period(part: Part, around: Around) -> tuple[date | None, Span, Unit]:
    """The last day, the length and the unit of what a part is about."""
    top = [*part.heading[-1:], *part.rows[:6]]
    end = period.statement_date(top) or period.statement_date(part.heading) or around.end
    span = period.heading_span([*part.heading, *part.rows[:6]], "notes", end)
    for rows in ([*part.heading, *part.rows[:10]], part.rows):
        if (unit := unit_of(rows)).stated:
            return end, span, unit
    unit = around.unit if around.unit is not None else unit_of_signs(part.rows)
    return end, span, unit


def _table(table: NoteTable, reading: Reading, end: date | None, around: Around) -> list[StatementLine]:
    columns = table.columns()
    captions = captions_of(table, columns)
    if is_transposed(captions):
        return _transposed(table, reading, columns, captions, end)
    if is_matrix(table, captions):
        return _matrix(table, reading, columns, captions, end)
    headers = table.headers
    if not table.own and (_heads_itself(table, columns, headers) or not _fits(headers, columns)):
        headers = [ColumnHeader(column.box, end if len(columns) == 1 else None, "year", "current") for column in columns]
    headers = heading.with_exact_days(headers, around.pages)
    lines = _joined(printed_lines(table.rows, headers, table.above[-1] if table.above else None))
    return _period_lines(table, reading, lines, headers)


def _heads_itself(table: NoteTable, columns: Sequence[Column], headers: Sequence[ColumnHeader]) -> bool:
    """Whether one column under a unit of its own has nothing to do with the two of a table above, below whichever of them it stands."""
    return len(columns) == 1 < len(headers) and any(_UNIT_ALONE.fullmatch(row.text.strip()) for row in table.above)


def _fits(headers: Sequence[ColumnHeader], columns: Sequence[Column]) -> bool:
    """Whether headers of a table above are those of these columns as well."""
    return bool(headers) and all(any(header.box.overlap_x(column.box) > -60.0 for header in headers) for column in columns)


def _joined(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """Labels of two lines put together: the second goes on in lower case, or has none beside its figures."""
    result: list[PrintedLine] = []
    for line in lines:
        before = result[-1] if result else None
        goes_on = line.label[:1].islower() or (not line.label and not line.heading)
        if before is not None and before.heading and goes_on and block_of(before.label) is None and _near(before, line):
            result[-1] = replace(line, label=f"{before.label} {line.label}".strip())
        else:
            result.append(line)
    return result


def _near(upper: PrintedLine, lower: PrintedLine) -> bool:
    one, two = upper.row.box, lower.row.box
    return upper.row.page == lower.row.page and two.top - one.bottom < max(min(one.height, two.height), 6.0)


def _period_lines(table: NoteTable, reading: Reading, lines: Sequence[PrintedLine], headers: Sequence[ColumnHeader]) -> list[StatementLine]:
    found: list[StatementLine] = []
    block = _block_above(table)
    for index, line in enumerate(lines):
        line = replace(line, label=re.sub(r"^page \d{1,3}\b\s*", "", line.label, flags=re.IGNORECASE))
        block = block_of(line.label) or block
        if line.heading:
            continue
        below = lines[index + 1].label if index + 1 < len(lines) else ""
        match = meaning(table.topic, line.label, below=below)
        moved = movement_of(table.topic, block, line.label) if table.topic.section == "fixed_assets" else None
        if moved is not None and (match.concept is None or block is not None):
            match = Match(moved.concept, 0.95) if moved.concept is not None else match
        figures = []
        flipped = False
        for group, chunk, numeral in line.amounts:
            header = headers[group]
            day = header.end
            if moved is not None and moved.opens and header.role == "current" and day is not None:
                day = _day_before(line.label, day)
            flip = _negated(match.concept, line.label, numeral)
            flipped = flipped or flip
            when = (day, _span(match.concept, header, table))
            figures.append(reading.figure(chunk, numeral, line.row, when, negate=flip, column="", unit=_COUNTS.get(match.concept or "")))
        found.append(_line(table, line.label, match, line.row, figures, flipped))
    return found


def _span(concept: str | None, header: ColumnHeader, table: NoteTable) -> Span:
    """Of a known line what its concept is; of another, what its note is about."""
    flow: Span = header.span if header.span != "instant" else "year"
    if concept == "employees_average":  # an average over the year
        return flow
    if concept is not None:
        return "instant" if chart()[concept].period == "instant" else flow
    return "instant" if header.role == "open" or table.topic.section is not None else flow


def _negated(concept: str | None, label: str, numeral: Numeral) -> bool:
    if concept is None:
        return False
    if concept in _TAKEN_OFF:
        return numeral.value < 0
    kind = chart()[concept].statement
    return kind in ("balance_sheet", "income_statement") and negated(kind, concept, label, numeral, brackets=False)  # type: ignore[arg-type]


def _line(table: NoteTable, label: str, match: Match, row: Row, figures: Sequence[PeriodFigure], flipped: bool) -> StatementLine:
    return StatementLine(
        label=label,
        concept=match.concept,
        concept_confidence=match.confidence,
        page=row.page,
        figures=tuple(figures),
        note=table.number,
        section=table.topic.section,
        negated=flipped,
    )


def _matrix(
    table: NoteTable, reading: Reading, columns: Sequence[Column], captions: Sequence[str], end: date | None
) -> list[StatementLine]:
    """Cost, depreciation and net book value by class of assets; the column that adds them up is the line's own figure."""
    total = total_column(columns, captions)
    by_row = _by_row(columns)
    found = []
    block = _block_above(table)
    for index, row in enumerate(table.rows):
        label = _whole_label(table, index, by_row)
        block = block_of(label) or block
        if index not in by_row:
            continue
        moved = movement_of(table.topic, block, label)
        day = end
        if moved is not None and moved.balance:
            printed = find_dates(label)
            day = _day_before(label, end) if moved.opens and not (printed and max(printed) == end) else end
            if printed and not moved.opens:
                day = max(printed)
        match = Match(moved.concept, 0.95) if moved is not None and moved.concept is not None else NO_MATCH
        if moved is None and not (is_total(label) and block is not None):
            match = meaning(table.topic, label)
        span: Span = "instant" if moved is not None and moved.balance else "year"
        figures = []
        flipped = False
        for number, amount in by_row[index]:
            flip = _negated(match.concept, label, amount.numeral)
            flipped = flipped or (flip and number == total)
            column = "" if number == total else captions[number]
            figures.append(reading.figure(amount.chunk, amount.numeral, row, (day, span), negate=flip, column=column))
        found.append(_line(table, label, match, row, figures, flipped))
    return found


def _transposed(
    table: NoteTable, reading: Reading, columns: Sequence[Column], captions: Sequence[str], end: date | None
) -> list[StatementLine]:
    """Each block's total and its classes line by line; every movement becomes a line, so that each has one concept."""
    by_row = _by_row(columns)
    found = []
    block = _block_above(table)
    for index, row in enumerate(table.rows):
        label = _whole_label(table, index, by_row)
        opened = block_of(label)
        block = opened or block
        whole = opened is not None or (is_total(label) and table.topic.section == "fixed_assets")
        for number, amount in by_row.get(index, []):
            moved = movement_of(table.topic, block or "cost", captions[number]) if captions[number] else None
            known = moved is not None and moved.concept is not None and whole
            match = Match(moved.concept, 0.95) if moved is not None and known else NO_MATCH
            day = end if moved is None or not moved.opens or end is None else date(end.year - 1, 12, 31)
            span: Span = "instant" if moved is not None and moved.balance else "year"
            flip = _negated(match.concept, label, amount.numeral)
            column = "" if whole else label
            figure = reading.figure(amount.chunk, amount.numeral, row, (day, span), negate=flip, column=column)
            found.append(_line(table, f"{label} {captions[number]}".strip(), match, row, [figure], flip))
    return found


def _block_above(table: NoteTable) -> str | None:
    """The block that the rows above the first figure open: "Cost"."""
    return next((block for row in reversed(table.above) if (block := block_of(row.chunks[0].text)) is not None), None)


def _by_row(columns: Sequence[Column]) -> dict[int, list[tuple[int, Amount]]]:
    found: dict[int, list[tuple[int, Amount]]] = {}
    for number, column in enumerate(columns):
        for amount in column.amounts:
            found.setdefault(amount.row, []).append((number, amount))
    return found


def _whole_label(table: NoteTable, index: int, by_row: Mapping[int, Sequence[tuple[int, Amount]]]) -> str:
    """The label of a row; the second half of one that is set over two lines has its first half before it."""
    label = _label(table.rows[index], by_row.get(index, []))
    if index and index - 1 not in by_row and label[:1].islower() and block_of(before := table.rows[index - 1].text) is None:
        return f"{before} {label}"
    return label


def _label(row: Row, amounts: Sequence[tuple[int, Amount]]) -> str:
    edge = min((amount.chunk.box.x0 for _, amount in amounts), default=1e9)
    return " ".join(chunk.text for chunk in row.chunks if chunk.box.x1 <= edge + 1 and not re.fullmatch(r"[£$€¥￥]", chunk.text)).strip()


def _day_before(label: str, end: date | None) -> date | None:
    """The balance at the start of a year is the one at the end of the day before: "At 1 April 2024" is that of 31 March."""
    printed = find_dates(label)
    if printed:
        day = max(printed)
        return day - timedelta(days=1) if day.day == 1 else day
    if end is None:
        return None
    return period.last_day_of_month(end.year - 1, end.month) if end == period.last_day_of_month(end.year, end.month) else None
