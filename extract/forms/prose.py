"""Amounts in running text: a letter that applies for a loan says what a form asks, in words around the amounts."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extract.forms.captions import meanings
from extract.forms.layout import ColumnMeaning, FormKind
from extract.forms.pieces import Piece, pieces_of
from extract.forms.table import Cell, Line
from extract.place import Box
from extract.tables.lines import Chunk, Row, display_width

_CAPITALS = r"[零〇壹贰貳叁參肆伍陆陸柒捌玖拾佰仟万萬亿億元圆圓角分整正]{3,}"
_PLAIN = (
    r"(?:人民币|RMB|US)?\s?[£$¥￥]?\s?[(（-]?\s?[£$¥￥]?\d[\d,]*(?:\.\d+)?[)）]?-?"
    r"\s?(?:亿元|万元|千元|元|个月|(?:k|m|mn|thousand|million|months|people|staff|employees)\b|人|名|万)?"
)
_AMOUNT = rf"(?:(?:人民币)?\s?(?:[(（]?大写[)）]?[:：]?)?{_CAPITALS}\s?(?:[(（]{_PLAIN}[)）])?|{_PLAIN})"
#: A word for nothing counts only where a caption has just asked for an amount.
_NIL = r"(?<=[为:：是])\s*(?:无|零|-{1,2}|—+|/)|(?:(?<=:)|(?<=was)|(?<=is)|(?<=of)|(?<=are)|(?<=were))\s(?:nil|none|n/a|-|—)"
_FIGURES = re.compile(
    rf"(?<![A-Za-z\d.,/:-])(?:{_AMOUNT})(?![\d/%A-Za-z]|[年月日号](?!以))|(?:{_NIL})(?=\s*(?:[，。；,;.]|$))", re.IGNORECASE
)
#: An amount before a mark that ends a part of a sentence: what tables never have.
_PUNCTUATED = re.compile(
    r"(?<![\d/.-])(?!(?:19|20)\d\d[,.])(?:[£$¥￥]\s?\d[\d,]*(?:\.\d+)?|\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{3,}(?:\.\d+)?|\d+\.\d\d|\d+(?=\s?(?:[亿万千]?元|人|个月|k\b)))"
    r"\s?(?:[亿万千]?元|人|个月|k\b)?\s?[，。；;,.](?:\s|$|[一-鿿A-Za-z])",
    re.IGNORECASE,
)
_MARKED = re.compile(r"[，。；]|(?<!^\d)(?<!^\d\d)(?<!Tel)(?<!Ltd)(?<!Inc)[A-Za-z\d)][,;.]\s|\s[.;]\s|[;,.]$", re.IGNORECASE)
_BREAK = re.compile(r"[，。；;、]|(?<=[a-z)\d])[.,]\s|\s\.\s|^\.\s")
_LINKS = re.compile(
    r"(?:(?:约为|约|共计|合计为|计|为|是|达到|达|人民币|[:：]|\s)+"
    r"|\s*(?:\b(?:was|is|of|were|are|at|about|around|approximately|totalled|amounted to|came to|stood at|being|to)\b|:)\s*)$",
    re.IGNORECASE,
)
_LEADS = re.compile(
    r"^(?:\s|[(（][^()（）]*[)）]|(?:我公司|我司|本公司|本企业|我单位|目前|现|截至目前|拟向贵行|向贵行|特向贵行)+"
    r"|(?:and|our|the|we had|we have|we owe|with|while|including|to date|for)\s+)+",
    re.IGNORECASE,
)
#: Lines of a paragraph follow each other within this many heights of a letter.
_CLOSE = 1.6
#: Amounts before sentence marks that make rows a text.
_ENOUGH = 2
_SHORTEST = 2


@dataclass(frozen=True, slots=True)
class _Text:
    """Rows as one text.   starts: where each chunk begins in it"""

    text: str
    starts: tuple[int, ...]
    chunks: tuple[tuple[Row, Chunk], ...]

    def place(self, at: int, end: int) -> tuple[Row, Chunk]:
        """The row, and the part of its chunk that prints text[at:end]."""
        number = bisect_right(self.starts, at) - 1
        row, chunk = self.chunks[number]
        first, last = at - self.starts[number], min(end - self.starts[number], len(chunk.text))
        whole = max(1, display_width(chunk.text))
        edges = [chunk.box.x0 + chunk.box.width * display_width(chunk.text[:cut]) / whole for cut in (first, last)]
        box = Box(edges[0], chunk.box.top, max(edges[1], edges[0] + 1), chunk.box.bottom)
        return row, replace(chunk, text=self.text[at:end].strip(), box=box)


def sentence_lines(rows: Sequence[Row], kind: FormKind, meaning: ColumnMeaning) -> dict[int, list[Line]]:
    """Lines for the amounts in running text, by the index of the row: every row of a text, some with an empty list."""
    found: dict[int, list[Line]] = {}
    for run in _texts(rows):
        members = [rows[index] for index in run]
        text = _text(members)
        if len(_PUNCTUATED.findall(text.text)) < _ENOUGH:
            continue
        found |= {index: [] for index in run}
        where = {id(row): index for index, row in zip(run, members, strict=True)}
        for line in _lines(text, kind, meaning):
            found[where[id(line.row)]].append(line)
    return found


def _texts(rows: Sequence[Row]) -> Iterator[list[int]]:
    """Runs of rows that may be paragraphs: marks of sentences in them, close to each other."""
    run: list[int] = []
    for index, row in enumerate(rows):
        near = bool(run) and rows[run[-1]].page == row.page and row.box.top - rows[run[-1]].box.bottom < _CLOSE * row.box.height
        goes_on = near and not re.search(r"[。.；;]\s*$", rows[run[-1]].text) and _MARKED.search(rows[run[-1]].text) is not None
        if _MARKED.search(row.text) is not None:
            if run and not near:
                yield run
                run = []
            run.append(index)
        elif goes_on:  # one line without a mark in the middle of a sentence
            run.append(index)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _text(rows: Sequence[Row]) -> _Text:
    text, starts, chunks = "", [], []
    for row in rows:
        for chunk in row.chunks:
            if text and (text[-1].isascii() or chunk.text[:1].isascii()) and not text.endswith(" "):
                text += " "
            starts.append(len(text))
            chunks.append((row, chunk))
            text += chunk.text
    return _Text(text, tuple(starts), tuple(chunks))


def _lines(text: _Text, kind: FormKind, meaning: ColumnMeaning) -> Iterator[Line]:
    begin = 0
    for amount in _FIGURES.finditer(text.text):
        caption = _caption(text.text[begin : amount.start()], kind)
        if not caption or not re.search(r"[\d无零壹-龥]|nil|none|n/a|-|—|/", amount[0], re.IGNORECASE):
            continue
        row, part = text.place(amount.start() + len(amount[0]) - len(amount[0].lstrip()), amount.end())
        piece = _piece(row, part)
        if piece is None or piece.numeral is None:
            continue
        begin = amount.end()
        yield Line(caption, None, (Cell(meaning, piece.chunk, piece.numeral, piece.unit, piece.scale),), (), row)


def _piece(row: Row, part: Chunk) -> Piece | None:
    before = Chunk("为", part.box, ())
    pieces = pieces_of(replace(row, chunks=(before, part)))
    found = next((piece for piece in pieces if piece.amount), None)
    return found if found is not None else None


def _caption(before: str, kind: FormKind) -> str:
    """The words that name an amount: those since the last mark, or since an earlier one where that makes a caption that is known."""
    link = _LINKS.search(before)
    words = before[: link.start()] if link is not None else before.rstrip()
    begins = [0, *(mark.end() for mark in _BREAK.finditer(words))]
    tried = [_LEADS.sub("", words[at:]).strip() for at in reversed(begins)]
    known = next((one for one in tried if any(told.confidence >= 0.9 for told in meanings(kind.captions, one, near=False))), "")
    nearest = next((one for one in tried if len(one) >= _SHORTEST and re.search(r"[^\W\d_]{2}|[一-鿿]", one)), "")
    return known or (nearest if link is not None else "")
