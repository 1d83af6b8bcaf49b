"""Rows to the lines of a form, by the captions above its columns, or in pairs of a caption and an amount where it has no columns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from extract.forms.bands import bands, distance, matched
from extract.forms.captions import meanings
from extract.forms.cells import celled
from extract.forms.columns import unknown
from extract.forms.header import Header, Leaf, headers, resolved
from extract.forms.heading import is_pair
from extract.forms.layout import ColumnMeaning, FormKind
from extract.forms.pairs import paired, pairs_of, parted
from extract.forms.period import span_of
from extract.forms.pieces import Piece, is_number, pieces_of, worded
from extract.forms.prose import sentence_lines
from extract.forms.stacked import stacked
from extract.forms.table import Cell, Line
from extract.forms.wraps import Item, wrapped
from extract.place import Box
from extract.tables.lines import Row

#: The column of amounts of a form whose paper heads none.
_BARE = ColumnMeaning("", "")
_CODED = re.compile(r"[\[(]?(\d{4,}(?:[.\-]?\d+)*)[\])]?[\s\-—_]*([^\d\s.,\-].*)")
#: The number of a page at its foot.
_FOLIO = re.compile(r"page\s*:?\s*\d+(?:\s*(?:of|/)\s*\d+)?|第\s*\d+\s*页.{0,12}|-\s*\d+\s*-|\d+\s*/\s*\d+", re.IGNORECASE)
#: A column of whole numbers that grow from line to line holds the numbers of the lines.
_COUNTED = 4


@dataclass(slots=True)
class _Parts:
    """What of one row stands where."""

    labels: list[Piece] = field(default_factory=list)
    number: str | None = None
    cells: list[Cell] = field(default_factory=list)
    words: list[tuple[str, str]] = field(default_factory=list)


def lines_in(rows: Sequence[Row], kind: FormKind) -> tuple[list[Line], list[Row]]:
    """The lines of a form, and the rows that belong to none: its heading and its foot."""
    rows, pieces = celled(rows, parted([pieces_of(row) for row in rows], kind))
    told = sentence_lines(rows, kind, _BARE) if kind.type == "loan_application" else {}
    if kind.captions and kind.type not in {"trial_balance", "valuation"}:
        told = {**stacked(rows, [() if index in told else line for index, line in enumerate(pieces)], kind, _BARE), **told}
    left = [index for index in range(len(rows)) if index not in told]
    items = [Item(rows[index], (), tuple(lines)) for index, lines in told.items() if lines]
    items += _items([rows[index] for index in left], [pieces[index] for index in left], kind)
    order = {id(row): index for index, row in enumerate(rows)}
    return wrapped(sorted(items, key=lambda item: order[id(item.row)]), kind)


def _items(rows: Sequence[Row], pieces: Sequence[tuple[Piece, ...]], kind: FormKind) -> list[Item]:
    """What each row prints, by the captions above the columns."""
    found = headers(rows, pieces, kind)
    items: list[Item] = []
    first = found[0].first if found else 0
    if found:
        items += [_loose(row, line, kind) for row, line in zip(rows[:first], pieces[:first], strict=True)]
    starts = [header.last + 1 for header in found] or [0]
    ends = [header.first for header in found[1:]] + [len(rows)]
    for header, start, end in zip(found or [None], starts, ends, strict=True):  # type: ignore[list-item]
        last = _end_of_table(header, pieces, start, end, kind)
        items += _table(header, rows[start:last], pieces[start:last], kind)
        if last < end:
            items += _table(None, rows[last:end], pieces[last:end], kind)
    return items


def _end_of_table(header: Header | None, pieces: Sequence[tuple[Piece, ...]], start: int, end: int, kind: FormKind) -> int:
    """Where a table with several columns ends and a part of the form begins, under words of its own, that has one amount a line."""
    if header is None or kind.type == "trial_balance" or len(header.amounts) < 2:
        return end
    for index in range(start + 1, end):
        line = pieces[index]
        rest = [one for one in pieces[index + 1 : end] if any(piece.amount and piece.number is None for piece in one)]
        if len(line) == 1 and worded(line[0]) and rest and all(_one_amount(one, kind) for one in rest):
            return index
    return end


def _one_amount(line: Sequence[Piece], kind: FormKind) -> bool:
    """A known caption and its amount, or pairs of such."""
    amounts = sum(piece.amount and piece.number is None for piece in line)
    return _captioned(line, kind) and amounts == sum(worded(piece) for piece in line)


def _loose(row: Row, pieces: tuple[Piece, ...], kind: FormKind) -> Item:
    """A row above the first table: pairs whose caption the form knows are lines, all else is the heading."""
    lines = []
    for line in pairs_of(row, pieces, kind, _BARE):
        known = any(one.confidence == 1.0 for one in meanings(kind.captions, line.label))
        if known or (all(_money(cell) for cell in line.cells) and not all(cell.numeral.nil for cell in line.cells)):
            lines.append(line)
    return Item(row, pieces, tuple(lines))


def _table(header: Header | None, rows: Sequence[Row], pieces: Sequence[tuple[Piece, ...]], kind: FormKind) -> list[Item]:
    """The rows under one block of captions, or of a form that has none."""
    words = [leaf for leaf in header.leaves if leaf.holds in ("words", "label", "number")] if header is not None else []
    lines = [_numbered(line, words, kind, header) for line in pieces]
    apart = [paired(line, words, header is not None) for line in lines]
    _number_column(lines, header)
    amounts = [
        (index, piece)
        for index, line in enumerate(lines)
        if not apart[index]
        for piece in line
        if piece.amount and piece.number is None and not _under_words(piece, words, header)
    ]
    leaves = _columns(header, amounts, instant=kind.instant)
    items = []
    for index, (row, line) in enumerate(zip(rows, lines, strict=True)):
        if _FOLIO.fullmatch(row.text.strip()):
            items.append(Item(row, pieces[index], ()))
            continue
        if apart[index]:
            amounts_here = [piece for piece in line if piece.amount and piece.number is None]
            heading = all(_no_money(piece) for piece in amounts_here) and _dated(row) and not _captioned(line, kind)
            items.append(Item(row, pieces[index], () if heading else tuple(pairs_of(row, line, kind, _BARE))))
            continue
        made = _line(row, line, leaves, words, header, known=_captioned(line, kind))
        items.append(Item(row, line, (made,) if made is not None else ()))
    return items


def _columns(header: Header | None, amounts: Sequence[tuple[int, Piece]], *, instant: bool) -> list[Leaf]:
    """The columns of amounts, each with what it is about; their boxes hold the captions and all amounts in them."""
    found = bands(amounts)
    if header is None:
        rows = [row for band in found for row, _ in band.members]
        if len(rows) == len(set(rows)):  # an inner column and an outer one, or one that was set ragged
            return [Leaf([], band.box, _BARE) for band in found]
        busiest = max(found, key=lambda band: (len(band.members), band.box.x1))
        taken = {row for row, _ in busiest.members}
        return [
            Leaf([], band.box, _BARE if band is busiest or taken.isdisjoint(row for row, _ in band.members) else unknown([], number))
            for number, band in enumerate(found, 1)
        ]
    resolved(header, instant=instant)
    leaves = header.amounts
    result = []
    number = len(leaves)
    most = max((len(band.members) for band in found), default=1)
    for band, leaf in zip(found, matched(found, leaves), strict=True):
        if leaf is None:
            near = min(leaves, key=lambda one: distance(one.box, band.box), default=None)
            if near is not None and len(band.members) * 5 <= most and distance(near.box, band.box) < 30:
                continue  # a row that was set crooked: each of its amounts goes to the nearest column
            number += 1
            result.append(Leaf([], band.box, unknown([], number)))
        else:
            leaf.box = band.box
            result.append(leaf)
    return sorted({id(leaf): leaf for leaf in (*result, *leaves)}.values(), key=lambda leaf: leaf.box.centre)


def _captioned(pieces: Sequence[Piece], kind: FormKind) -> bool:
    """Whether a caption that the form knows stands in the row."""
    return any(worded(piece) and any(one.confidence == 1.0 for one in meanings(kind.captions, piece.text, near=False)) for piece in pieces)


def _line(
    row: Row, pieces: Sequence[Piece], leaves: Sequence[Leaf], words: Sequence[Leaf], header: Header | None, *, known: bool
) -> Line | None:
    """The line that `row` prints; None for words without anything in a column."""
    parts = _Parts()
    pieces = _without_group(pieces, words)
    own = [piece for piece in pieces if piece.amount and piece.number is None and not _under_words(piece, words, header)]
    if header is None and own and not known and all(_no_money(piece) for piece in own) and _dated(row):
        return None
    named = [leaf for leaf in leaves if leaf.meaning is not None and not leaf.meaning.undated]
    count = sum(leaf.meaning is not None and not leaf.meaning.undated for leaf in header.amounts) if header is not None else 2
    in_order = dict(zip(map(id, own), named, strict=True)) if len(own) == len(named) == count else {}
    for piece in (part for one in pieces for part in _cut(one, words)):
        if piece.number is not None:
            parts.number = max(parts.number or "", piece.number, key=len)  # a level before its code
        elif piece.amount and not _under_words(piece, words, header):
            _amount(parts, piece, [in_order[id(piece)]] if id(piece) in in_order else leaves)
        elif parts.cells and is_pair(piece.text):
            parts.words.append(("", piece.text.strip()))  # another caption with words of its own
        else:
            _words(parts, piece, words, leaves)
    if not parts.cells and (not parts.words or any(is_pair(piece.text) for piece in pieces)):
        return None
    if not parts.cells and not parts.labels and not parts.number:
        return None
    label = " ".join(piece.text.strip() for piece in parts.labels).rstrip(":：")
    if not label and parts.words and parts.cells:
        label = next((text for _, text in parts.words if re.search(r"[^\W\d_]{2}|[一-鿿]", text)), "")
    if header is None and not label and not parts.number:
        return None
    return Line(label, parts.number, tuple(parts.cells), tuple(parts.words), row)


def _amount(parts: _Parts, piece: Piece, leaves: Sequence[Leaf]) -> None:
    home = min(leaves, key=lambda leaf: distance(leaf.box, piece.box), default=None)
    taken = home is not None and any(cell.meaning is home.meaning for cell in parts.cells)
    meaning = _BARE if home is None else home.meaning if not taken else unknown([], 0)
    parts.cells.append(Cell(meaning, piece.chunk, piece.numeral, piece.unit, piece.scale))  # type: ignore[arg-type]


def _words(parts: _Parts, piece: Piece, words: Sequence[Leaf], leaves: Sequence[Leaf]) -> None:
    """Words: of their column, of a column of amounts that says something else here, or the label."""
    text = piece.text.strip()
    home = min((*words, *leaves), key=lambda leaf: distance(leaf.caption or leaf.box, piece.box), default=None)
    if home is None or home.holds in ("label", "number"):
        parts.labels.append(piece)
        return
    if home.holds == "words" and not (not parts.labels and all(piece.box.x1 < leaf.box.x0 for leaf in words if leaf.holds == "words")):
        if not (_unlabelled(parts, words) and _left_most(piece, words)):
            parts.words.append((home.meaning.name if home.meaning else "", text))
            return
    elif home.holds == "amount" and parts.labels and piece.box.overlap_x(home.box) > 0:
        parts.words.append((home.meaning.name if home.meaning else "", text))
        return
    parts.labels.append(piece)


def _unlabelled(parts: _Parts, words: Sequence[Leaf]) -> bool:
    return not parts.labels and not any(leaf.holds == "label" for leaf in words)


def _left_most(piece: Piece, words: Sequence[Leaf]) -> bool:
    """A table without a column of labels is labelled by its first words."""
    first = min((leaf for leaf in words if leaf.holds == "words"), key=lambda leaf: leaf.box.x0, default=None)
    return first is not None and first.box.overlap_x(piece.box) > 0


def _under_words(piece: Piece, words: Sequence[Leaf], header: Header | None) -> bool:
    """Whether a number stands in a column of words: a reading of a meter, a price, a rate."""
    if header is None or piece.numeral is None:
        return False
    home = min(header.leaves, key=lambda leaf: distance(leaf.box, piece.box), default=None)
    if home is None or home not in words or home.holds != "words":
        return False
    return home.box.overlap_x(piece.box) > 0


def _money(cell: Cell) -> bool:
    """Cents, thousands, a currency or a unit: an amount, whatever its caption."""
    return cell.scale is not None or re.search(r"\d[.,]\d\d\d?\D*$|[£$¥￥]|\d\s?元", cell.chunk.text) is not None


def _no_money(piece: Piece) -> bool:
    """A year, a day, a box's number: whole, small, without marks."""
    return re.fullmatch(r"\d{1,4}", piece.text.strip()) is not None


def _dated(row: Row) -> bool:
    """Whether a row names a time: it belongs to the heading."""
    start, end = span_of(row.text)
    return end is not None or start is not None or re.search(r"\b(?:19|20)\d\d\b", row.text) is not None


def _without_group(pieces: Sequence[Piece], words: Sequence[Leaf]) -> Sequence[Piece]:
    """The row without words of a caption that runs down its left edge (销 售 额), or in a column of its own (利润总额计算)."""
    label = next((leaf for leaf in words if leaf.holds == "label"), None)
    group = next((leaf for leaf in words if leaf.holds == "words" and leaf.meaning is not None and leaf.meaning.name == "kind"), None)
    if label is not None and group is not None and group.box.x1 < label.box.x0:
        worded_ones = [piece for piece in pieces if worded(piece)]
        if len(worded_ones) > 1 and worded_ones[0].box.overlap_x(group.box) > 0:
            return [piece for piece in pieces if piece is not worded_ones[0]]
    if len(pieces) > 2 and re.fullmatch(r"[一-鿿]", pieces[0].text.strip()) and sum(worded(piece) for piece in pieces) > 1:
        return pieces[1:]
    return pieces


def _numbered(pieces: Sequence[Piece], words: Sequence[Leaf], kind: FormKind, header: Header | None) -> list[Piece]:
    """The pieces of a row, the number of its line known as such: by its column, or standing first and again before the amount."""
    result: list[Piece] = []
    for position, piece in enumerate(pieces):
        text = piece.text.strip()
        code = _CODED.fullmatch(text) if kind.type == "trial_balance" and not piece.amount else None
        if code is not None and position == 0:
            result += [replace(piece, number=code[1]), Piece(replace(piece.chunk, text=code[2]))]
            continue
        home = min(words, key=lambda leaf: distance(leaf.box, piece.box), default=None)
        in_column = home is not None and home.holds == "number" and home.box.overlap_x(piece.box) > -12
        leading = position == 0 or all(one.number is not None for one in result)
        first = (
            leading
            and any(worded(one) for one in pieces[position + 1 :])
            and not (home is not None and home.holds == "words" and home.box.overlap_x(piece.box) > 0)
        )
        headed = header is not None and any(leaf.box.overlap_x(piece.box) > 0 for leaf in header.amounts)
        again = not headed and _again(text, result) and position + 1 < len(pieces) and pieces[position + 1].amount
        if position == 0 and re.fullmatch(r"[a-z]", text) and len(pieces) > 2 and header is None:
            piece = Piece(piece.chunk, number=text)
        if piece.number is None and is_number(text) and (in_column or ((first or again) and not re.search(r"\d[.,]\d\d\d?$", text))):
            piece = Piece(piece.chunk, number=text)
        result.append(piece)
    return result


def _again(text: str, before: Sequence[Piece]) -> bool:
    """Whether a line's number is printed once more, next to its amount ("1a … 1a 500,000", " b … 1b 10,000")."""
    return any(one.number is not None and text.endswith(one.number) and re.fullmatch(r"\d{0,3}[a-z]?", text) for one in before)


def _number_column(lines: list[list[Piece]], header: Header | None) -> None:
    """Numbers of lines that stand between label and amounts with no caption above them: whole, small, growing down the page."""
    found: dict[int, tuple[int, Piece]] = {}
    for index, line in enumerate(lines):
        amounts = [place for place, piece in enumerate(line) if piece.amount and piece.number is None]
        if len(amounts) >= 2 and worded(line[0]) | (line[0].number is not None):
            piece = line[amounts[0]]
            if (
                piece.numeral is not None
                and piece.numeral.step == 1
                and not piece.numeral.nil
                and re.fullmatch(r"\d{1,3}", piece.text.strip())
            ):
                found[index] = (amounts[0], piece)
    values = [piece.numeral.value for _, piece in found.values() if piece.numeral is not None]
    whole = sum(any(piece.amount and piece.number is None for piece in line) for line in lines)
    rising = all(one < other for one, other in pairwise(values))
    if len(values) < _COUNTED or not rising or len(values) * 2 < whole:
        return
    if header is not None and any(
        leaf.box.overlap_x(piece.box) > 0 and leaf.holds == "amount" for leaf in header.leaves for _, piece in found.values()
    ):
        return
    for index, (place, piece) in found.items():
        lines[index][place] = Piece(piece.chunk, number=piece.text.strip())


def _cut(piece: Piece, words: Sequence[Leaf]) -> list[Piece]:
    """Words that run from one column of words into the next, cut where the next column begins."""
    under = [leaf for leaf in words if leaf.holds == "words" and leaf.box.overlap_x(piece.box) > 0]
    chunk = piece.chunk
    if piece.amount or len(under) < 2 or len(chunk.words) < 2:
        return [piece]
    starts = sorted(leaf.box.x0 for leaf in under)[1:]
    groups: list[list[int]] = [[]]
    for place, word in enumerate(chunk.words):
        if groups[-1] and starts and word.box.x0 >= starts[0] - 4.0:
            starts.pop(0)
            groups.append([])
        groups[-1].append(place)
    result = []
    for group in groups:
        members = tuple(chunk.words[place] for place in group)
        text = " ".join(word.text for word in members)
        result.append(Piece(replace(chunk, text=text, box=Box.around(word.box for word in members), words=members)))
    return result
