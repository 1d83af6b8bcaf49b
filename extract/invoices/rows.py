"""Rows of an invoice made ready for reading: captions that forms set wide are put together again, amounts that recognition hurt mended.

A mended amount is a doubtful one: only the invoice's own arithmetic can make it sure.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from extract.invoices.captions import CaptionNames
from extract.invoices.gloss import english, without_glosses
from extract.page import Word
from extract.place import Box
from extract.tables.lines import Chunk, Row

_MENDED = 0.9
#: Pound signs read as E, a point read as a colon or twice, specks of dirt behind an amount, a plus before it.
_HURT = (
    (re.compile(r"^E(?=\d[\d,]*\.\d{2}$)"), "£"),
    (re.compile(r"^([£$€]?\d[\d,]*)\s?(?:[:;]|\.\s?\.|,\.|\. )\s?(\d{2})$"), r"\1.\2"),
    (re.compile(r"^(.*\d[.,]\d{2})\s?[.,'·|il:*`]$"), r"\1"),
    (re.compile(r"^\+\s?(?=\d)"), ""),
)
_CLOCK = re.compile(r"(?:[01]?\d|2[0-3]):[0-5]\d")
_SIGNS = re.compile(r"[-−–(（][£$€¥￥]?|[£$€¥￥][-−–(（]?")
_HAN = re.compile(r"[\u3400-\u9fff]")
#: Heights of a line by which the space between cells is wider than one between words.
_MORE = 0.11
_NUMERIC = re.compile(r"[-(]?[£$€¥￥]?\d[\d.,']*[)-]?")
_SPACED = re.compile(r"(?P<before>.*?)\s*(?P<last>[\u4e00-\u9fff])$")


def rejoined(rows: Sequence[Row], names: CaptionNames, *, glossed: bool = True) -> list[Row]:
    """`rows` with captions such as 名　　称：, cut at the gap or joined to the letter beside the box, as one chunk each.

    glossed   English captions stand here, perhaps with others behind them
    """
    ready = [_row(row, names) if any("\u4e00" <= chunk.text[:1] <= "\u9fff" for chunk in row.chunks[1:]) else row for row in rows]
    ready = [row if row.recognised else _signed(row) for row in ready]
    usual = _usual_gap(ready)
    mended = [_mended(row) if row.recognised else row for row in (_spaced(row, usual) for row in ready)]
    return [own for row in mended if (own := _own_words(row)).chunks] if glossed else mended


def _signed(row: Row) -> Row:
    """Signs that stand apart from their amount are put before it: "-¥" and "712.53"."""
    chunks: list[Chunk] = []
    for chunk in row.chunks:
        before = chunks[-1] if chunks else None
        if (
            before is not None
            and _SIGNS.fullmatch(before.text)
            and re.match(r"\d", chunk.text)
            and chunk.box.x0 - before.box.x1 < 4 * chunk.box.height
        ):
            box, words = before.box.union(chunk.box), chunk.words
            if words:
                first = replace(
                    words[0], text=f"{before.text}{words[0].text}", box=before.box.union(words[0].box), second=None, alternatives=()
                )
                words = (first, *words[1:])
            chunks[-1] = replace(chunk, text=f"{before.text}{chunk.text}", box=box, words=words)
        else:
            chunks.append(chunk)
    return row if len(chunks) == len(row.chunks) else replace(row, chunks=tuple(chunks))


def _usual_gap(rows: Sequence[Row]) -> float:
    """The space between two words of running text, in parts of the height of their line; 0 where there is no such text."""
    gaps = [
        (other.box.x0 - one.box.x1) / chunk.box.height
        for row in rows
        for chunk in row.chunks
        for one, other in pairwise(chunk.words)
        if one.text.isalpha() and other.text.isalpha() and chunk.box.height > 0
    ]
    return median(gaps) if len(gaps) > 5 else 0.0


def _spaced(row: Row, usual: float) -> Row:
    """The row with its texts parted as its spaces are: a number beside words across more than a space stands in another cell,
    one across no more than a space belongs to them."""
    if usual <= 0 or row.recognised or any(not chunk.words or _HAN.search(chunk.text) for chunk in row.chunks):
        return row
    parts: list[list[Word]] = []
    for chunk in row.chunks:
        if " ".join(word.text for word in chunk.words) != chunk.text:
            return row
        for at, word in enumerate(chunk.words):
            before = parts[-1][-1] if parts else None
            gap = (word.box.x0 - before.box.x1) / row.box.height if before is not None else 0.0
            other = before is not None and _class(before.text) != _class(word.text)
            shared = before is not None and _class(before.text) == "share" and re.search(r"\d[.,]\d{2,4}$", word.text) is not None
            grouped = not at and before is not None and gap <= usual + _MORE / 2 and _grouped(before.text, word.text)
            apart = shared or gap > usual + _MORE if other and at else not at and not (other and gap <= usual + _MORE / 2)
            if before is None or (apart and not grouped):
                parts.append([word])
            else:
                parts[-1].append(word)
    if [len(part) for part in parts] == [len(chunk.words) for chunk in row.chunks]:
        return row
    chunks = (Chunk(" ".join(word.text for word in part), Box.around(word.box for word in part), tuple(part)) for part in parts)
    return replace(row, chunks=tuple(chunks))


def _grouped(before: str, text: str) -> bool:
    """Whether two texts are the thousands and the rest of an amount: 6 912,63."""
    return re.fullmatch(r"[-(]?[£$€]?\d{1,3}", before) is not None and re.fullmatch(r"\d{3}(?:,\d{2,4})?[)-]?", text) is not None


def _class(text: str) -> str:
    return "number" if _NUMERIC.fullmatch(text) else "share" if re.fullmatch(r"\d[\d.,]*%", text) else "word"


def _own_words(row: Row) -> Row:
    """Captions in two languages with the English one only."""
    texts = without_glosses([english(chunk.text) for chunk in row.chunks])
    if all(text == chunk.text for text, chunk in zip(texts, row.chunks, strict=True)):
        return row
    chunks = (chunk if text == chunk.text else replace(chunk, text=text) for text, chunk in zip(texts, row.chunks, strict=True) if text)
    return replace(row, chunks=tuple(chunks))


def _mended(row: Row) -> Row:
    chunks = []
    for position, chunk in enumerate(row.chunks):
        text = chunk.text
        if not _CLOCK.fullmatch(text):
            for pattern, instead in _HURT:
                text = pattern.sub(instead, text)
        if text != chunk.text:
            words = tuple(replace(word, confidence=min(word.confidence, _MENDED), second=None) for word in chunk.words)
            chunk = replace(chunk, text=text, words=words)
        elif position == 0 and 1 < len(row.chunks) <= 3 and len(text) < 16 and not text.isascii():
            chunk = replace(chunk, text=_plain(text))
        chunks.append(chunk)
    return replace(row, chunks=tuple(chunks))


def _plain(text: str) -> str:
    """`text` without the accents that recognition puts on letters, where nothing but Latin letters stands in it."""
    letters = "".join(one for one in unicodedata.normalize("NFD", text) if not unicodedata.combining(one))
    return letters if letters.isascii() else text


def _row(row: Row, names: CaptionNames) -> Row:
    chunks: list[Chunk] = []
    for chunk in row.chunks:
        before = chunks[-1] if chunks else None
        parts = _SPACED.fullmatch(before.text) if before is not None else None
        if before is None or parts is None or not _completes(parts["last"], chunk.text, names):
            chunks.append(chunk)
            continue
        if parts["before"]:
            words = before.words[:-1] if before.words and before.words[-1].text == parts["last"] else before.words
            chunks[-1] = replace(before, text=parts["before"], words=words)
        else:
            chunks.pop()
        chunks.append(replace(chunk, text=parts["last"] + chunk.text))
    return row if len(chunks) == len(row.chunks) and all(one is other for one, other in zip(chunks, row.chunks, strict=True)) else (
        replace(row, chunks=tuple(chunks))
    )  # fmt: skip


def _completes(last: str, text: str, names: CaptionNames) -> bool:
    """Whether `last` before `text` makes a caption of it that it is not alone."""
    match = names.pattern.match(last + text)
    return match is not None and match.start("name") == 0 and match.end("name") > 1 and names.pattern.match(text) is None
