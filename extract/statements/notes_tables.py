"""The tables of the notes: each under its numbered heading, with what stands above its columns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from extract.numerals import parse
from extract.place import Box
from extract.records import Span
from extract.statements.caption import is_label_caption, is_note_caption
from extract.statements.header import ColumnHeader
from extract.statements.heads import column_headers
from extract.statements.notes_labels import Topic, block_of, is_total, movement_of, topic_of
from extract.tables.columns import Column, amounts_of, columns_of
from extract.tables.lines import Chunk, Row

#: "7 Debtors", "Note 7 – Debtors", "五、3 应收账款", "（三）应收账款", "三、应收账款".
_NUMBERED = re.compile(
    r"^(?:notes?\s+)?(?P<number>\d{1,2}(?:\.\d{1,2})?|[（(][一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十]{1,3}(?:[、.．]\s*(?:\d{1,2}|[（(]\d{1,2}[)）]))?)"
    r"(?P<mark>[、.．:：)\-–\s]*)(?P<heading>\D.*)$",
    re.IGNORECASE,
)
_LONGEST_LABEL = 90
#: Points between a heading and the captions of columns that begin on its line.
_WIDE_GAP = 50.0
_LONGEST_CAPTION = 44
#: Points by which a caption may stand beside the figures that it is of.
_BESIDE = 30.0
#: Above the captions: whose paper it is, of when and in what unit.
_OF_THE_PAPER = re.compile(
    r"单位[:：]|编制|纳税人|会[小企]*企?\s*\d+表|\d{4}\s*年|(?:year|period)s? end|as at|as of|registered", re.IGNORECASE
)
#: What prints a number in the foot or head of a page.
_NO_LINE = re.compile(r"^(?:page|company (?:registration )?n|registered n|第?\s*\d+\s*页|-?\s*\d{1,3}\s*-?$)", re.IGNORECASE)


@dataclass(slots=True)
class NoteTable:
    """One table.

    number, topic   of the note it stands in
    above           rows between the note's heading (or the table before) and its first figure
    headers         its columns' periods; taken over from the table above where it prints none
    own             the headers are its own
    """

    number: str | None
    topic: Topic
    above: list[Row]
    headers: list[ColumnHeader]
    own: bool
    rows: list[Row] = field(default_factory=list)

    def columns(self) -> list[Column]:
        return columns_of(amounts_of(self.rows))


@dataclass(slots=True)
class _State:
    end: date | None
    span: Span
    number: str | None = None
    topic: Topic = field(default_factory=Topic)
    above: list[Row] = field(default_factory=list)
    headers: list[ColumnHeader] = field(default_factory=list)
    own: bool = False
    open: NoteTable | None = None
    tables: list[NoteTable] = field(default_factory=list)

    def close(self) -> None:
        if self.open is not None:
            self.tables.append(self.open)
        self.open, self.above, self.own = None, [], False


def tables_of(rows: Sequence[Row], end: date | None, span: Span) -> list[NoteTable]:
    """The tables that stand in `rows`, in their order; free text is left alone.

    end, span   the last day and the length of the period that the notes are about
    """
    state = _State(end, span)
    for index, row in enumerate(rows):
        if _NO_LINE.match(row.text) and (len(row.chunks) <= 2 or len(row.text) <= 8):
            continue
        headers = _headers_at(rows, index, state)
        headed = _headed(row, state) if not headers else None
        if headed is not None:
            state.close()
            (state.number, title), headers = headed
            state.topic = topic_of(title)
        if headers:
            if state.open is not None:
                state.close()
            state.headers, state.own = headers, True
            state.above.append(row)
        elif _has_amounts(row):
            if state.open is not None and state.open.rows[-1].page != row.page and not _aligned(state.open, row):
                state.close()
            if state.open is None:
                state.open = NoteTable(state.number, state.topic, state.above, state.headers, state.own)
                state.above = []
            state.open.rows.append(row)
        elif (heading := _heading(left := _left(row))) is not None:
            state.close()
            if re.match(r"(?:amounts )?falling due", heading[1], re.IGNORECASE):  # "Debtors", then "Amounts falling due within one year"
                state.topic = topic_of(f"{state.topic.heading}: {heading[1]}")
            else:
                state.number, state.topic = heading[0], topic_of(heading[1])
            if len(left.chunks) < len(row.chunks):  # the first line of the captions of its columns
                state.above.append(replace(row, chunks=row.chunks[len(left.chunks) :]))
        elif len(row.text) <= _LONGEST_LABEL and not row.text.rstrip().endswith((".", "。")):
            (state.open.rows if state.open is not None else state.above).append(row)
        else:
            state.close()
    state.close()
    return [_trimmed(table) for table in state.tables]


def _trimmed(table: NoteTable) -> NoteTable:
    """Without the rows below its last figure: they head what comes next."""
    last = max(index for index, row in enumerate(table.rows) if _has_amounts(row))
    table.rows = table.rows[: last + 1]
    return table


def _heading(row: Row) -> tuple[str | None, str] | None:
    """(number, heading) of a row that opens a note."""
    text = re.sub(r"\s*[（(]?(?:continued|cont'?d|续)[)）]?\s*$", "", row.text.strip(), flags=re.IGNORECASE)
    if len(text) > 80 or text.endswith((".", "。", "；", ";")) or is_label_caption(text):
        return None
    found = _NUMBERED.match(text)
    if found is None:
        topic = topic_of(text)
        alone = len(row.chunks) == 1 and (topic.total is not None or topic.section == "fixed_assets") and block_of(text) is None
        return (None, text) if alone else None
    heading = found.group("heading").strip()
    if block_of(heading) is not None or movement_of(Topic(), "cost", heading) is not None or movement_of(Topic(), "depreciation", heading):
        return None
    if not found.group("mark") and re.match(r"\d", found.group("number")) and not re.match(r"[一-鿿A-Z]", heading):
        return None
    if heading[:1].islower() or re.match(r"(?:年|月|日|%|％)", heading):
        return None
    return found.group("number").strip(), heading


def _left(row: Row) -> Row:
    """The part of a row before its first wide gap."""
    for cut in range(1, len(row.chunks)):
        if row.chunks[cut].box.x0 - row.chunks[cut - 1].box.x1 > _WIDE_GAP:
            return replace(row, chunks=row.chunks[:cut])
    return row


def _headed(row: Row, state: _State) -> tuple[tuple[str | None, str], list[ColumnHeader]] | None:
    """A note's heading with its columns' periods on the same line: "5 Debtors   2025   2024"."""
    for cut in range(1, len(row.chunks) - 1):
        if not re.match(r"\D*(?:19|20)\d{2}|[期年]末|本[年期]", row.chunks[cut].text):
            continue
        heading = _heading(replace(row, chunks=row.chunks[:cut]))
        headers, _ = column_headers([replace(row, chunks=row.chunks[cut:])], "notes", state.end, state.span)
        return (heading, headers) if heading is not None and len(headers) >= 2 else None
    return None


def _has_amounts(row: Row) -> bool:
    """A label, then figures up to the end of the row; or figures alone."""
    last = row.chunks[-1].text
    if parse(last) is None and not re.fullmatch(r"[\d.,]+\s*[%％]", last):
        return False
    words = [chunk for chunk in row.chunks if parse(chunk.text) is None]
    return sum(len(chunk.text) for chunk in words) <= _LONGEST_LABEL and bool(amounts_of([row])) and not _only_years(row)


def _only_years(row: Row) -> bool:
    return all(_is_year(chunk) for chunk in row.chunks)


def _is_year(chunk: Chunk) -> bool:
    return re.fullmatch(r"(?:19|20)\d{2}", chunk.text.strip()) is not None


def _headers_at(rows: Sequence[Row], index: int, state: _State) -> list[ColumnHeader]:
    row = rows[index]
    if any(len(chunk.text) > _LONGEST_CAPTION for chunk in row.chunks):
        return []
    if sum(movement_of(Topic(), block, chunk.text) is not None for chunk in row.chunks for block in ("cost",)) >= 3:
        return []  # opening, additions, disposals, closing: captions of movements
    if any(parse(chunk.text) is not None and not _is_year(chunk) for chunk in row.chunks):
        return []
    years = tuple(chunk for chunk in row.chunks if _is_year(chunk))
    if len(years) >= 2 and len(years) < len(row.chunks):  # captions of other columns beside the years
        row = replace(row, chunks=years)
    headers, _ = column_headers([row], "notes", state.end, state.span)
    if not headers and index and re.search(r"(?:19|20)\d{2}|余额|金额", row.text) and not re.search(r"[a-z]{3}.*[a-z]{3}", row.text):
        headers, below = column_headers([rows[index - 1], row], "notes", state.end, state.span)
        headers = headers if below == 2 else []
    return headers


def _aligned(table: NoteTable, row: Row) -> bool:
    """Whether the figures of `row` stand under those of the table: it goes on overleaf."""
    columns = table.columns()
    return all(any(column.box.overlap_x(amount.chunk.box) > 0 for column in columns) for amount in amounts_of([row]))


def captions_of(table: NoteTable, columns: Sequence[Column]) -> list[str]:
    """What the rows above say of each column, "" where they say nothing; words set over several lines are put together."""
    texts: list[list[str]] = [[] for _ in columns]
    for row in table.above:
        if _OF_THE_PAPER.search(row.text):
            continue
        for piece in _pieces(row):
            if parse(piece.text) is not None or re.fullmatch(r"[£$€¥￥元'’0s]+|[本上]年金额|[本上]期金额", piece.text):
                continue
            near = min(range(len(columns)), key=lambda number: _apart(columns[number].box, piece.box), default=None)
            if near is not None and _apart(columns[near].box, piece.box) <= _BESIDE:
                texts[near].append(piece.text)
    return [" ".join(words).strip() for words in texts]


def _pieces(row: Row) -> list[Chunk]:
    """The chunks of a row, those of several words by word: captions of two columns may stand as close as words."""
    if sum(is_label_caption(chunk.text) or is_note_caption(chunk.text) for chunk in row.chunks) == len(row.chunks):
        return []
    found: list[Chunk] = []
    for number, chunk in enumerate(row.chunks):
        # 所有者权益合计 names the labels of a balance sheet's right half, and further right in a row a column.
        if (is_label_caption(chunk.text) and number == 0) or is_note_caption(chunk.text):
            continue
        found.extend(Chunk(word.text, word.box, (word,)) for word in chunk.words) if len(chunk.words) > 1 else found.append(chunk)
    return found


def _apart(column: Box, piece: Box) -> float:
    return max(0.0, -column.overlap_x(piece)) + 0.01 * abs(column.centre - piece.centre)


def is_matrix(table: NoteTable, captions: Sequence[str]) -> bool:
    """Movements line by line, classes of assets side by side."""
    if table.own or sum(bool(caption) for caption in captions) < max(2, len(captions) - 1):
        return False
    labels = [row.chunks[0].text for row in table.rows]
    moved = sum(movement_of(table.topic, "cost", label) is not None or block_of(label) is not None for label in labels)
    return moved >= 2


def is_transposed(captions: Sequence[str]) -> bool:
    """Classes line by line, movements side by side: 期初余额 | 本期增加 | 本期减少 | 期末余额."""
    return sum(movement_of(Topic(), "cost", caption) is not None for caption in captions) >= 3


def total_column(columns: Sequence[Column], captions: Sequence[str]) -> int | None:
    """Which column adds up the others; the only one is its own total."""
    if len(columns) == 1:
        return 0
    named = [number for number, caption in enumerate(captions) if caption and is_total(caption)]
    if named:
        return named[-1]
    by_row: dict[int, dict[int, int]] = {}
    for number, column in enumerate(columns):
        for amount in column.amounts:
            by_row.setdefault(amount.row, {})[number] = int(amount.numeral.value * 100)
    last = len(columns) - 1
    whole = [row for row in by_row.values() if last in row and len(row) >= 3]
    return last if whole and all(row[last] == sum(row.values()) - row[last] for row in whole) else None
