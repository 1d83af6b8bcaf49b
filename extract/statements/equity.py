"""Statements of changes in equity: movements line by line, components of equity side by side, one year or two."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from extract.numerals import parse
from extract.records import FinancialStatement, PeriodFigure, StatementLine
from extract.series import FigureSeries
from extract.statements import header as heading
from extract.statements import period
from extract.statements.body import PrintedLine, printed_lines
from extract.statements.equity_lines import EquityLine, component_of, halves_of, line_of
from extract.statements.header import ColumnHeader
from extract.statements.heads import column_headers
from extract.statements.notes import Around, Reading, part_period
from extract.statements.notes_labels import Topic
from extract.statements.notes_parts import Part
from extract.statements.notes_tables import NoteTable, captions_of
from extract.tables.columns import Column, amounts_of
from extract.tables.lines import Row

#: How a movement adds to the closing balance as it is stored.
_WEIGHTS = {"eq_opening": 1, "eq_prior_adjustments": 1, "eq_profit": 1, "eq_capital_movement": 1, "eq_distributions": -1, "eq_other": 1}
_FOOT = re.compile(
    r"^(?:page|company (?:registration )?n|registered n|第?\s*\d+\s*页|-?\s*\d{1,3}\s*-?$|法定代表人|the notes|approved)", re.IGNORECASE
)
_LONGEST_LABEL = 80


def read_equity(sha256: str, part: Part, series: FigureSeries, around: Around) -> FinancialStatement | None:
    """One statement of changes in equity, or None when it holds no figures."""
    end, _, unit = part_period(part, around)
    reading = Reading(sha256, unit, series)
    rows = [row for row in part.rows if not _FOOT.match(row.text)]
    first = next((index for index, row in enumerate(rows) if _is_line(row)), None)
    if first is None:
        return None
    body = [row for row in rows[first:] if _is_line(row) or len(row.text) <= _LONGEST_LABEL]
    table = NoteTable(None, Topic(), list(rows[:first]), [], own=False, rows=body)
    headers = _period_headers(table, end)
    lines = _by_period(table, reading, headers) if headers else _by_component(table, reading, end)
    if not lines:
        return None
    periods = {one.period for line in lines for one in line.figures if one.period is not None}
    return FinancialStatement(
        statement="equity_changes",
        entity=heading.entity_of([*part.heading, *part.rows[:6]]) or around.entity,
        currency=unit.currency,
        scale=unit.scale,
        scale_place=unit.chunk.place(sha256, unit.row.page) if unit.chunk is not None and unit.row is not None else None,
        scale_confidence=unit.confidence,
        periods=tuple(sorted(periods, reverse=True)),
        lines=tuple(lines),
        page=part.page,
        complete=_adds_up(lines),
    )


def _is_line(row: Row) -> bool:
    """A label, then figures to the end of the row; years above columns are none."""
    amounts = amounts_of([row])
    if not amounts or parse(row.chunks[-1].text) is None or all(re.fullmatch(r"(?:19|20)\d{2}", amount.chunk.text) for amount in amounts):
        return False
    words = [chunk.text for chunk in row.chunks if parse(chunk.text) is None]
    return bool(words) and sum(map(len, words)) <= _LONGEST_LABEL


def _period_headers(table: NoteTable, end: date | None) -> list[ColumnHeader]:
    """Headers of columns that are periods and no components (a statement of retained earnings)."""
    columns = table.columns()
    if any(component_of(caption) is not None for caption in captions_of(table, columns)):
        return []
    for index in range(len(table.above)):
        headers, _ = column_headers(table.above[index : index + 1], "equity_changes", end, "year")
        if len(headers) >= 2 and len(columns) <= len(headers) + 1:
            return headers
    return []


def _by_period(table: NoteTable, reading: Reading, headers: Sequence[ColumnHeader]) -> list[StatementLine]:
    found: list[StatementLine] = []
    for line in printed_lines(table.rows, headers, table.above[-1] if table.above else None):
        if line.heading:
            continue
        meaning = _placed(line_of(line.label), bool(found))
        figures = []
        for group, chunk, numeral in line.amounts:
            flip = meaning.concept == "eq_distributions" and numeral.value < 0
            figures.append(reading.figure(chunk, numeral, line.row, (headers[group].end, "year"), negate=flip, column=""))
        found.append(_built(line, meaning, figures))
    return found


def _placed(meaning: EquityLine, begun: bool) -> EquityLine:
    """A balance that only names a day opens the statement where it stands first, and closes it where it stands later."""
    if meaning.concept != "eq_balance":
        return meaning
    return replace(meaning, concept="eq_closing" if begun else "eq_opening")


def _built(line: PrintedLine, meaning: EquityLine, figures: Sequence[PeriodFigure]) -> StatementLine:
    concept = None if meaning.concept == "before_adjustments" else meaning.concept
    return StatementLine(
        label=line.label,
        concept=concept,
        concept_confidence=meaning.confidence if concept is not None else 0.0,
        page=line.row.page,
        figures=tuple(figures),
        section="movement",
        negated=any((one.figure.printed.strip()[:1] in "(（-") and one.figure.value > 0 for one in figures),
    )


def _by_component(table: NoteTable, reading: Reading, end: date | None) -> list[StatementLine]:
    columns = table.columns()
    captions = captions_of(table, columns)
    components = [component_of(caption) for caption in captions]
    halves = halves_of(components)
    names = _names(columns, captions, components)
    by_row: dict[int, list[int]] = {}
    for number, column in enumerate(columns):
        for amount in column.amounts:
            by_row.setdefault(amount.row, []).append(number)
    cells = {(amount.row, number): amount for number, column in enumerate(columns) for amount in column.amounts}
    labels = _labels(table.rows, columns, by_row)
    meanings = _meanings(labels)
    found: list[StatementLine] = []
    for block in _blocks(meanings, end):
        for index in block.rows:
            meaning = meanings[index]
            concept = block.concepts.get(index, meaning.concept)
            figures = []
            for number in by_row[index]:
                amount = cells[index, number]
                flip = concept == "eq_distributions" and amount.numeral.value < 0
                day = _a_year_before(block.end) if halves[number] else block.end
                figures.append(
                    reading.figure(amount.chunk, amount.numeral, table.rows[index], (day, "year"), negate=flip, column=names[number])
                )
            line = PrintedLine(labels[index], None, (), table.rows[index])
            found.append(_built(line, replace(meaning, concept=concept), figures))
    return _opening_before_adjustments(found)


def _names(columns: Sequence[Column], captions: Sequence[str], components: Sequence[str | None]) -> list[str]:
    """What each column is called: its concept, else its caption; a statement of one column is that of the whole."""
    if len(columns) == 1:
        return [""]
    return [
        component or caption or f"column {number + 1}" for number, (component, caption) in enumerate(zip(components, captions, strict=True))
    ]


def _labels(rows: Sequence[Row], columns: Sequence[Column], by_row: dict[int, list[int]]) -> dict[int, str]:
    """The label of each row with figures; one that is set over two lines, above or around its figures, put together."""
    left = min(column.box.x0 for column in columns)
    words = [" ".join(chunk.text for chunk in row.chunks if chunk.box.x0 < left and parse(chunk.text) is None) for row in rows]
    labels = {}
    for index in sorted(by_row):
        label = words[index]
        if index and index - 1 not in by_row and (not label or label[:1].islower()):
            label = f"{words[index - 1]} {label}".strip()
        labels[index] = label
    return labels


def _meanings(labels: dict[int, str]) -> dict[int, EquityLine]:
    found: dict[int, EquityLine] = {}
    for index, label in labels.items():
        found[index] = _placed(line_of(label), bool(found))
    return found


@dataclass(frozen=True, slots=True)
class _Block:
    """Lines of one year.   concepts: of lines that mean something else here than by themselves"""

    rows: tuple[int, ...]
    end: date | None
    concepts: dict[int, str]


def _blocks(meanings: dict[int, EquityLine], end: date | None) -> list[_Block]:
    """Cut at each closing balance: what follows is the next year, which that balance opens unless one of its own does."""
    blocks: list[list[int]] = [[]]
    for index, meaning in meanings.items():
        blocks[-1].append(index)
        if meaning.concept == "eq_closing":
            blocks.append([])
    filled = [block for block in blocks if any(meanings[index].concept for index in block)]
    found: list[_Block] = []
    for number, block in enumerate(filled):
        named = next((meanings[index].day for index in block if meanings[index].concept == "eq_closing"), None)
        last = named or (end if number == len(filled) - 1 else None)
        if number and not any(meanings[index].concept == "eq_opening" for index in block):
            opening = filled[number - 1][-1]
            found.append(_Block((opening, *block), last, {opening: "eq_opening"}))
        else:
            found.append(_Block(tuple(block), last, {}))
    return found


def _a_year_before(day: date | None) -> date | None:
    if day is None:
        return None
    if day == period.last_day_of_month(day.year, day.month):
        return period.last_day_of_month(day.year - 1, day.month)
    return None  # of a year of 52 weeks nobody can say when the one before ended


def _whole(line: StatementLine, day: date | None) -> Decimal | None:
    return next((one.figure.value for one in line.figures if one.column in ("", "total_equity") and one.period == day), None)


def _opening_before_adjustments(lines: Sequence[StatementLine]) -> list[StatementLine]:
    """Where the opening balance has the adjustments in it already, the balance before them opens the year."""
    before = next(
        (index for index, line in enumerate(lines) if re.search(r"上年年末余额|上年末余额|上期期末余额", line.label.replace(" ", ""))), None
    )
    opening = next((index for index, line in enumerate(lines) if line.concept == "eq_opening"), None)
    adjusted = any(figure.figure.value for line in lines if line.concept == "eq_prior_adjustments" for figure in line.figures)
    if before is None or (opening is not None and not adjusted):
        return list(lines)
    result = list(lines)
    if opening is not None:
        result[opening] = replace(result[opening], concept=None, concept_confidence=0.0)
    result[before] = replace(result[before], concept="eq_opening", concept_confidence=0.95)
    return result


def _adds_up(lines: Sequence[StatementLine]) -> bool:
    """Whether each period's opening balance and movements make its closing balance: then what is not printed is nothing."""
    days = {one.period for line in lines for one in line.figures if one.column in ("", "total_equity")}
    for day in days:
        values: dict[str, Decimal] = {}
        for line in lines:
            value = _whole(line, day)
            if line.concept is not None and value is not None:
                values[line.concept] = values.get(line.concept, Decimal(0)) + value
        moved = sum((values.get(concept, Decimal(0)) * weight for concept, weight in _WEIGHTS.items()), Decimal(0))
        if not {"eq_opening", "eq_closing"} <= values.keys() or moved != values["eq_closing"]:
            return False
    return bool(days)
