"""The printed lines of a statement: label, note, and the amounts under each period."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median

from extract.numerals import Numeral, parse
from extract.place import Box
from extract.records import StatementKind
from extract.statements.caption import captions_in
from extract.statements.header import ColumnHeader
from extract.statements.label import by_table, section_of
from extract.tables.columns import Column, amounts_of, assign_periods, columns_of
from extract.tables.lines import Chunk, Row

#: More columns than this are no statement; the emptiest are left out so that hostile pages cost nothing.
_MOST_COLUMNS = 14
_LONG_PROSE = 75
#: Currency signs set apart from their figures, and lines ruled with letters.
_NO_LABEL = re.compile(r"[£$€¥￥]|[-_=.]{4,}|[(（+-]?\d[\d.,]*\s*[%％][)）]?")
#: Lines that hold two labels, each with its amounts, before a sheet is believed to have two sides.
_LINES_ON_TWO_SIDES = 3


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """One line as printed.   amounts: (index of the period header, chunk, number)"""

    label: str
    note: str | None
    amounts: tuple[tuple[int, Chunk, Numeral], ...]
    row: Row

    @property
    def heading(self) -> bool:
        return not self.amounts


def halves(rows: Sequence[Row], header: Row | None) -> list[tuple[float, float]]:
    """Horizontal ranges to read one after the other: two for a two-sided sheet (资产 … | 负债和所有者权益 …), else one."""
    cut = _second_labels(rows)
    if cut is None and header is not None:
        cut = _second_caption(rows, header)
    return [(-1e9, 1e9)] if cut is None else [(-1e9, cut), (cut, 1e9)]


def _second_labels(rows: Sequence[Row]) -> float | None:
    """Where the right half begins, told by lines that go label, amounts, label, amounts; None where too few do."""
    starts: list[float] = []
    ends: list[float] = []
    texts: set[str] = set()
    for row in rows:
        words = [chunk for chunk in row.chunks if _is_label(chunk)]
        for label in words[1:]:
            before = [chunk for chunk in row.chunks if words[0].box.x1 <= chunk.box.x0 < label.box.x0 and parse(chunk.text) is not None]
            if before and any(chunk.box.x0 > label.box.x1 - 1 and parse(chunk.text) is not None for chunk in row.chunks):
                starts.append(label.box.x0)
                ends.append(max(chunk.box.x1 for chunk in before))
                texts.add(label.text)
                break
    if len(texts) < _LINES_ON_TWO_SIDES:
        return None
    left = median(ends)
    last = max((index for index, row in enumerate(rows) if _has_amount(row)), default=-1)
    labels = [
        chunk.box.x0 for row in rows[: last + 1] for chunk in row.chunks if _is_label(chunk) and left - 2 <= chunk.box.x0 <= max(starts)
    ]
    return min([*starts, *labels]) - 1.0


def _is_label(chunk: Chunk) -> bool:
    return parse(chunk.text) is None and len(re.findall(r"[^\W\d_]", chunk.text)) >= 2


def _second_caption(rows: Sequence[Row], header: Row) -> float | None:
    """Where the right half begins, told by the second caption of labels in the header; None without one."""
    said = [part for chunk in header.chunks for part in captions_in(chunk)]
    captions = [part for part, says in said if says.label]
    if len(captions) < 2:
        return None
    split = captions[1].box.x0
    before = max((part.box.x1 for part, _ in said if part.box.x1 <= captions[1].box.x0), default=split)
    # Labels of the right half may start left of their centred caption: cut where the figures of the left half end.
    # What is signed below the last figures keeps to no column.
    last = max((index for index, row in enumerate(rows) if _has_amount(row)), default=-1)
    labels = [chunk for row in rows[: last + 1] for chunk in row.chunks if parse(chunk.text) is None]
    left_edge = [chunk.box.x0 for chunk in labels if before - 2 <= chunk.box.x0 <= split]
    return min([split, *left_edge]) - 1.0


def _has_amount(row: Row) -> bool:
    return any(parse(chunk.text) is not None for chunk in row.chunks)


def within(row: Row, left: float, right: float) -> Row | None:
    """The part of `row` whose chunks start between `left` and `right`; None when nothing does."""
    chunks = tuple(chunk for chunk in row.chunks if left <= chunk.box.x0 < right)
    return replace(row, chunks=chunks) if chunks else None


def printed_lines(rows: Sequence[Row], headers: Sequence[ColumnHeader], header_row: Row | None) -> list[PrintedLine]:
    """Every row of one half as a line, in print order; rows without an amount are headings or parts of a label.

    Columns of no period (a budget, a variance) are left out.
    """
    money, notes = columns_in(rows, headers, header_row)
    if not headers:
        return []
    boxes = [header.box for header in headers]
    groups = assign_periods(money, boxes) if money else []
    by_row: dict[int, list[tuple[int, Chunk, Numeral]]] = {}
    for column, group in zip(money, groups, strict=True):
        for amount in column.amounts:
            by_row.setdefault(amount.row, []).append((group, amount.chunk, amount.numeral))
    noted = {amount.row: amount.chunk for column in notes for amount in column.amounts}
    lines = []
    for index, row in enumerate(rows):
        found = sorted(by_row.get(index, []), key=lambda item: item[1].box.x0)
        taken = [chunk.box.x1 for _, chunk, _ in found] + ([noted[index].box.x1] if index in noted else [])
        label = _label([chunk for chunk in row.chunks if chunk.box.x1 not in taken], found)
        label, own_note = _without_note(label, header_row)
        if not label and not found:
            continue
        note = noted[index].text if index in noted else own_note
        amounts = [item for item in _one_per_period(found, len(boxes)) if headers[item[0]].role != "other"]
        if found and not amounts:
            continue  # only of what was planned
        lines.append(PrintedLine(label, note, tuple(amounts), row))
    return lines


def columns_in(rows: Sequence[Row], headers: Sequence[ColumnHeader], header_row: Row | None) -> tuple[list[Column], list[Column]]:
    """Columns of money and columns of notes or line numbers of one half, each left to right."""
    columns = sorted(columns_of(amounts_of(rows)), key=lambda column: -len(column.amounts))[:_MOST_COLUMNS]
    columns.sort(key=lambda column: column.box.x1)
    notes = [column for column in columns if _is_note_column(column, columns, headers, header_row)]
    return [column for column in columns if column not in notes], notes


def _label(rest: Sequence[Chunk], found: Sequence[tuple[int, Chunk, Numeral]]) -> str:
    """The label of a line: what stands left of its figures, or else between or right of them."""
    words = [chunk for chunk in rest if not _NO_LABEL.fullmatch(chunk.text)]
    edge = min((chunk.box.x0 for _, chunk, _ in found), default=1e9)
    left = [chunk for chunk in words if chunk.box.x0 < edge]
    right = [chunk for chunk in words if chunk.box.x0 >= edge and re.search(r"[^\W\d_]{2}", chunk.text)]
    return " ".join(chunk.text for chunk in left or right[:1]).strip()


def _one_per_period(found: Sequence[tuple[int, Chunk, Numeral]], periods: int) -> list[tuple[int, Chunk, Numeral]]:
    """One amount for each period of a line.

    As many amounts as periods are taken in their order where the columns clash (a page whose lines drift sideways). Otherwise,
    of two amounts under one period (a sub-amount and a subtotal on one line) the outer one is the line's.
    """
    if len(found) == periods and len({group for group, _, _ in found}) < periods:
        return [(group, chunk, numeral) for group, (_, chunk, numeral) in enumerate(found)]
    last: dict[int, tuple[int, Chunk, Numeral]] = {}
    for item in found:
        if item[0] in last and item[2].nil and not last[item[0]][2].nil:
            continue  # a piece of a ruled line beside a figure
        last[item[0]] = item
    return [last[group] for group in sorted(last)]


def _without_note(label: str, header_row: Row | None) -> tuple[str, str | None]:
    """A note reference that was set so close to its label that both became one chunk."""
    captions = _note_captions(header_row)
    match = re.match(r"^(.*[^\d\s(（.,])\s+(\d{1,2}(?:[a-z]|\(\w\))?(?:\s*,\s*\d{1,2})*)$", label)
    if captions and match:
        return match.group(1), match.group(2)
    return label, None


def _is_note_column(column: Column, columns: Sequence[Column], headers: Sequence[ColumnHeader], header_row: Row | None) -> bool:
    """行次 and Notes: under such a caption, or small whole numbers left of all money that the headers leave over."""
    captions = _note_captions(header_row)
    if any(caption.overlap_x(column.box) > -6.0 for caption in captions) and _mostly_small(column):
        return True
    first_header = min((header.box.x0 for header in headers), default=0.0)
    leftmost = column is min(columns, key=lambda item: item.box.x0)
    return leftmost and len(columns) > len(headers) and column.small_whole_numbers and column.box.x1 < first_header


def _note_captions(header_row: Row | None) -> list[Box]:
    chunks = header_row.chunks if header_row is not None else ()
    return [part.box for chunk in chunks for part, says in captions_in(chunk) if says.note]


def _mostly_small(column: Column) -> bool:
    small = sum(1 for amount in column.amounts if amount.numeral.step == 1 and abs(amount.numeral.value) < 1000)
    return small >= 0.8 * len(column.amounts)


def joined_labels(kind: StatementKind, lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """Put labels together that were set on two lines, above, below or around their figures.

    Two parts are joined when together they are a known label and the second alone is none, when the figures stand between
    the parts without any label, or when the second part goes on in lower case.
    """
    result: list[PrintedLine] = []
    index = 0
    while index < len(lines):
        line = lines[index]
        before = result[-1] if result and result[-1].heading and _near(result[-1], line) else None
        after = lines[index + 1] if index + 1 < len(lines) and lines[index + 1].heading and _near(line, lines[index + 1]) else None
        if line.heading and before is not None and section_of(kind, f"{before.label} {line.label}") is not None:
            result[-1] = replace(before, label=f"{before.label} {line.label}")
        elif line.heading or _prose(line.label):
            result.append(line)
        elif not line.label and before is not None:
            label = before.label
            if after is not None and _continues(kind, label, after.label):
                label, index = f"{label} {after.label}", index + 1
            result[-1] = replace(line, label=label, note=line.note or before.note)
        elif before is not None and _is_second_part(kind, before.label, line.label):
            result[-1] = replace(line, label=f"{before.label} {line.label}")
        elif after is not None and line.label and by_table(kind, line.label) is None and _continues(kind, line.label, after.label):
            result.append(replace(line, label=f"{line.label} {after.label}"))
            index += 1
        else:
            result.append(line)
        index += 1
    return result


def _near(upper: PrintedLine, lower: PrintedLine) -> bool:
    """Set close enough to be one label: less than 1.2 letter heights between them, on one page."""
    if upper.row.page != lower.row.page:
        return False
    one, two = upper.row.box, lower.row.box
    return two.top - one.bottom < 1.2 * max(min(one.height, two.height), 6.0)


def _prose(label: str) -> bool:
    return len(label) > _LONG_PROSE and not re.search(r"[一-鿿]", label)


def _is_second_part(kind: StatementKind, first: str, second: str) -> bool:
    if _prose(first):
        return False
    together = by_table(kind, f"{first} {second}") is not None
    if together and (by_table(kind, second) is None or section_of(kind, first) is None):
        return True
    if together and section_of(kind, second) is not None:  # CREDITORS, then "Amounts falling due within one year"
        return True
    goes_on = second[:1].islower() and section_of(kind, first) is None
    return goes_on and by_table(kind, second) is None and not first.rstrip().endswith(":")


def _continues(kind: StatementKind, first: str, second: str) -> bool:
    if section_of(kind, second) is not None and not second[:1].islower():
        return False
    return by_table(kind, f"{first} {second}") is not None or (second[:1].islower() and len(second) < 40)
