"""Captions that run over several printed lines, put together again; what else stands alone opens a part of the form."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.forms.captions import listed, meanings
from extract.forms.heading import is_pair
from extract.forms.layout import FormKind
from extract.forms.pieces import Piece, is_number, worded
from extract.forms.table import Line
from extract.tables.lines import Row

#: Parts of one caption stand this near to each other, in heights of a letter.
_NEAR = 1.1
_GOES_ON = re.compile(r"^(?:[a-z]|[(（](?![一二三四五六七八九十\d]{1,2}[)）])|[)）、，,]|and\b|or\b|of\b|to\b)")
_UNFINISHED = re.compile(
    r"(?:\b(?:and|or|of|to|from|the|for|in|on|by|with|including|excluding|related|other|a|an)|[,，、(（/&\-])$", re.IGNORECASE
)


@dataclass(slots=True)
class Item:
    """A row, and the lines that it prints."""

    row: Row
    pieces: tuple[Piece, ...] | list[Piece]
    lines: tuple[Line, ...]


def wrapped(items: Sequence[Item], kind: FormKind) -> tuple[list[Line], list[Row]]:
    """The lines of all rows in order, their wrapped captions joined, and the rows that are no lines."""
    lines: list[Line] = []
    others: list[Row] = []
    heads: list[tuple[str, str | None, Row]] = []
    heading = ""
    for place, item in enumerate(items):
        if item.lines:
            made = list(item.lines)
            if heads:
                text = _joined([*(head for head, _, _ in heads), made[0].label])
                made[0] = replace(made[0], label=text, number=made[0].number or next((number for _, number, _ in heads if number), None))
                heads = []
            lines += [replace(line, heading=heading) for line in made]
            continue
        text, number = _words(item)
        before = lines[-1] if lines and place and (items[place - 1].lines or _tailed(items, place, lines)) else None
        after = next((one for one in items[place + 1 : place + 3] if one.lines), None)
        way = _way(item, text, before, after.lines[0] if after is not None and _near(item.row, items[place + 1].row) else None, kind)
        if way == "tail" and before is not None:
            lines[-1] = replace(before, label=_joined([before.label, text]))
        elif way == "head" and after is not None:
            heads.append((text, number, item.row))
        else:
            others += [*(row for _, _, row in heads), item.row]
            heads = []
            if text and len(item.row.chunks) == 1:
                heading = text
    return lines, [*others, *(row for _, _, row in heads)]


def _tailed(items: Sequence[Item], place: int, lines: Sequence[Line]) -> bool:
    """Whether the row above was itself the end of a caption."""
    above = items[place - 1].row
    return len(above.chunks) == 1 and lines[-1].label.endswith(above.chunks[0].text.strip())


def _words(item: Item) -> tuple[str, str | None]:
    """The words of a row that may be a part of a caption, and the number of the line before them; "" for any other row."""
    pieces = [piece for piece in item.pieces if not re.fullmatch(r"[一-鿿]", piece.text.strip())]
    number = None
    if len(pieces) == 2 and (pieces[0].number is not None or is_number(pieces[0].text)):
        number = pieces[0].number or pieces[0].text.strip()
        pieces = pieces[1:]
    if len(pieces) != 1 or not worded(pieces[0]) or is_pair(pieces[0].text) or len(pieces[0].text) > 90:
        return "", None
    return pieces[0].text.strip(), number


def _way(item: Item, text: str, before: Line | None, after: Line | None, kind: FormKind) -> str:
    """Whether words are the "tail" of the caption above, the "head" of the one below, or neither."""
    if not text:
        return ""
    tail = before is not None and bool(before.label) and _near(before.row, item.row) and item.row.box.x0 >= _left(before) - 6
    head = after is not None
    if tail and before is not None and _whole(kind, before.label, text) and not _known(kind, text):
        return "tail"
    if head and after is not None and (not after.label or _whole(kind, text, after.label)):
        return "head"
    begun = bool(_GOES_ON.match(text)) or _open(before.label if tail and before is not None else "")
    if head and after is not None and _GOES_ON.match(after.label) and not _GOES_ON.match(text):
        return "head"
    if tail and before is not None and (begun or _UNFINISHED.search(before.label)) and not _known(kind, text):
        return "tail"
    if head and (_UNFINISHED.search(text) or _open(text)):
        return "head"
    return ""


def _whole(kind: FormKind, first: str, second: str) -> bool:
    """Whether two parts make a caption that the form lists, or one that it knows by its words while neither part says it alone."""
    joined = _joined([first, second])
    return listed(kind.captions, joined) or (_known(kind, joined) and not _known(kind, first) and not _known(kind, second))


def _open(text: str) -> bool:
    return text.count("(") + text.count("（") > text.count(")") + text.count("）")


def _known(kind: FormKind, text: str) -> bool:
    return any(one.confidence == 1.0 for one in meanings(kind.captions, text))


def _left(line: Line) -> float:
    """Where the caption of a line begins."""
    return min((chunk.box.x0 for chunk in line.row.chunks if chunk.text.strip() in line.label), default=line.row.box.x0)


def _near(above: Row, below: Row) -> bool:
    return above.page == below.page and below.box.top - above.box.bottom < _NEAR * max(above.box.height, 6.0)


def _joined(parts: Sequence[str]) -> str:
    text = parts[0].strip()
    for part in parts[1:]:
        space = "" if re.search(r"[一-鿿（(]$", text) or re.match(r"[一-鿿]", part) or not part else " "
        text = f"{text}{space}{part.strip()}"
    return text.strip()
