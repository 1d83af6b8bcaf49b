"""Chunks of a row to the pieces that a form's table is made of: leaders dropped, parted cents joined, counts with their units."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from extract.dates import find_dates
from extract.forms.heading import is_pair
from extract.numerals import Numeral, parse, parse_recognised
from extract.page import Word
from extract.place import Box
from extract.tables.columns import amount_part
from extract.tables.lines import Chunk, Row

#: Number of a line, with the formula that some forms print behind it: 7, 12a, 17=12+13-14-15+16, 18（如17<11，则为17，否则为11）.
NUMBER = re.compile(r"(?:(?:box|line|第)?\s?[A-Z]{0,2}\d{1,4}(?:[.\-]\d{1,4})*[a-z]?|\d{4,10})(?:行|栏)?", re.IGNORECASE)
_FORMULA = re.compile(r"(\d{1,3}[a-z]?)(?:\s*[=＝]\s*[\d+\-*/×xX÷（）().,≥≤<>]+|\s*[(（]如[^)）]*[)）])")
_LABEL_AND_FORMULA = re.compile(rf"(.*?[^\d\s=＝+\-].*?)\s*(?<![\d+\-])({_FORMULA.pattern})")
_LEADER = re.compile(r"[.·•…_]{3,}|[.·•…_]")
_LEADERS = re.compile(r"(?:\s*[.·•…]){4,}|[…_]{2,}")
_SIGN = re.compile(r"(?:US|HK)?[£$¥￥€]|GBP|USD|CNY|RMB|人民币|[(\[]?[ABCDEFGabcdefg][)\]]")
_COUNTED = re.compile(
    r"(.*?\d[\d,.]*)\s*(个月|月|人|名|位|千瓦时|度|kwh|months?|employees|people|persons|staff|years?|年|亿元|万元|千元|万)(?:整)?",
    re.IGNORECASE,
)
_UNITS = {
    "个月": "months", "月": "months", "month": "months", "months": "months", "人": "persons", "名": "persons", "位": "persons",
    "employees": "persons", "people": "persons", "persons": "persons", "staff": "persons", "千瓦时": "kWh", "度": "kWh", "kwh": "kWh",
    "year": "years", "years": "years", "年": "years",
}  # fmt: skip
_SCALES = {"亿元": Decimal(100_000_000), "万元": Decimal(10_000), "万": Decimal(10_000), "千元": Decimal(1_000)}
#: What stands behind such a caption is a name of something, however it looks like an amount.
_NAMED = re.compile(
    r"(?:号|编号|号码|代码|编码|日期|年月|月份|电话|邮编|期间|所属期|起止|年度|属期|账期|\bdate|\bnumber|\bno\.?|\breference|\bref\.?|\bvrn|\bein|\bphone"
    r"|\btel\.?|postcode|\bperiod|\bscore|\byear|\bid|\bcode|version)\s*[:：]?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Piece:
    """What stands in one box of a row.

    numeral   of an amount or a count; None for words
    unit      that is printed with a count: "months", "persons", "kWh"
    scale     that is printed with the amount itself (150万元)
    number    of the line, where that is what it prints
    """

    chunk: Chunk
    numeral: Numeral | None = None
    unit: str | None = None
    scale: Decimal | None = None
    number: str | None = None

    @property
    def text(self) -> str:
        return self.chunk.text

    @property
    def box(self) -> Box:
        return self.chunk.box

    @property
    def amount(self) -> bool:
        return self.numeral is not None


def pieces_of(row: Row) -> tuple[Piece, ...]:
    """The pieces of a row, left to right."""
    chunks = [part for whole in _joined(row.chunks) for chunk in _cut(whole) for part in _valued(chunk)]
    pieces: list[Piece] = []
    for position, chunk in enumerate(chunks):
        text = chunk.text.strip()
        if _LEADER.fullmatch(text) or not text:
            continue
        after = chunks[position + 1] if position + 1 < len(chunks) else None
        if _SIGN.fullmatch(text) and len(text) <= 3 and after is not None and _numeral(after.text, row) is not None:
            continue  # a sign that stands apart from its amount
        pieces.append(_piece(chunk, row, pieces[-1] if pieces else None))
    return tuple(pieces)


def is_number(text: str) -> bool:
    """Whether `text` may be the number of a line."""
    return NUMBER.fullmatch(text.strip()) is not None or _FORMULA.fullmatch(text.strip()) is not None


def _piece(chunk: Chunk, row: Row, before: Piece | None) -> Piece:
    part = amount_part(chunk)
    text = part.text.strip()
    formula = _FORMULA.fullmatch(text)
    if formula is not None:
        return Piece(part, number=formula[1])
    numeral = _numeral(text, row)
    if numeral is not None:
        if before is not None and not before.amount and _NAMED.search(before.text) and not re.search(r"[.,]\d\d$", text):
            return Piece(part)
        return Piece(part, numeral)
    counted = _COUNTED.fullmatch(text)
    if counted is not None and (told := _numeral(counted[1], row)) is not None and not find_dates(text):
        word = counted[2].lower()
        if word in _SCALES or not (word == "年" and 1900 < told.value < 2200):
            return Piece(part, told, unit=_UNITS.get(word), scale=_SCALES.get(word))
    return Piece(chunk)


def _numeral(text: str, row: Row) -> Numeral | None:
    """The amount that `text` prints; a whole dollar is printed with its point ("140,000.")."""
    plain = text.strip()
    if re.fullmatch(r"[*×＊]{1,3}", plain):
        return None
    if re.fullmatch(r"[$£(]?\s?\d{1,3}(?:,\d{3})*\.[)]?", plain):
        plain = plain.replace(".", "")
    return parse_recognised(plain) if row.recognised else parse(plain)


def _joined(chunks: Sequence[Chunk]) -> list[Chunk]:
    """Cents that a form prints in a box of their own ("142,800 . 00"), joined to their amount."""
    result: list[Chunk] = []
    index = 0
    while index < len(chunks):
        chunk = chunks[index]
        texts = [one.text.strip() for one in chunks[index : index + 3]]
        if re.fullmatch(r"[$£(]?-?\d[\d,]*", texts[0]):
            for count, pattern in ((3, r"[.]\|\d{2}"), (2, r"[.]\s?\d{2}")):
                group = list(chunks[index : index + count])
                if len(group) == count and re.fullmatch(pattern, "|".join(texts[1:count])) and _near(group):
                    chunk = _merged(group)
                    index += count - 1
                    break
        elif re.fullmatch(r"[$£(]?-?\d[\d,]*\s?\.\s?\d{2}", texts[0]) and " " in texts[0]:
            chunk = replace(chunk, text=re.sub(r"\s", "", texts[0]))
        elif re.fullmatch(r"[$£(]?-?\d[\d,]*\s?\.", texts[0]) and len(texts) > 1 and re.fullmatch(r"\d{2}", texts[1]):
            group = list(chunks[index : index + 2])
            if _near(group):
                chunk = _merged(group)
                index += 1
        result.append(chunk)
        index += 1
    return result


def _near(group: Sequence[Chunk]) -> bool:
    return all(right.box.x0 - left.box.x1 < 1.6 * left.box.height for left, right in pairwise(group))


def _merged(group: Sequence[Chunk]) -> Chunk:
    words = tuple(word for chunk in group for word in chunk.words)
    text = re.sub(r"\s", "", "".join(chunk.text for chunk in group))
    return replace(group[0], text=text, box=Box.around(chunk.box for chunk in group), words=words)


def _cut(chunk: Chunk) -> Iterator[Chunk]:
    """A chunk cut at its leaders ("Rents . . . . 16"), and before the formula of its line ("应抵扣税额合计 17=12+13")."""
    for part in _unled(chunk):
        formula = _LABEL_AND_FORMULA.fullmatch(part.text.strip())
        if formula is not None and "=" in formula[2].replace("＝", "=") and re.search(r"[^\W\d]", formula[1]):
            yield from _parted(part, formula.start(2))
        else:
            yield part


def _valued(chunk: Chunk) -> Iterator[Chunk]:
    """A caption and its amount in one box ("余额：1,350,000.00"), cut behind the colon."""
    text = chunk.text.strip()
    pair = re.fullmatch(r"([^:：]{2,40}[:：])\s*(\S.*)", text)
    if pair is None or not re.search(r"\d", pair[2]) or find_dates(pair[2]) or _NAMED.search(pair[1]):
        yield chunk
        return
    counted = _COUNTED.fullmatch(pair[2])
    if parse(pair[2]) is None and (counted is None or parse(counted[1]) is None):
        yield chunk
        return
    yield from _parted(chunk, pair.start(2))


def _unled(chunk: Chunk) -> Iterator[Chunk]:
    if not re.search(r"[.·•…_]{3}|[.·•…]\s[.·•…]", chunk.text):
        yield chunk
        return
    if not chunk.words:
        parts = [part.strip() for part in _LEADERS.split(chunk.text) if part.strip()]
        yield from (replace(chunk, text=part) for part in parts)
        return
    group: list[Word] = []
    for word in chunk.words:
        if _LEADER.fullmatch(word.text):
            if group:
                yield _of_words(chunk, group)
            group = []
            continue
        text = re.sub(r"[.·•…_]{3,}$", "", word.text)
        ends = text != word.text
        if text:
            group.append(replace(word, text=text))
        if ends and group:
            yield _of_words(chunk, group)
            group = []
    if group:
        yield _of_words(chunk, group)


def _of_words(chunk: Chunk, words: Sequence[Word]) -> Chunk:
    return replace(chunk, text=" ".join(word.text for word in words), box=Box.around(word.box for word in words), words=tuple(words))


def _parted(chunk: Chunk, at: int) -> Iterator[Chunk]:
    """The chunk cut before its sign `at`; boxes by the share of the signs, words by where their middle stands."""
    text = chunk.text.strip()
    share = at / max(1, len(text))
    edge = chunk.box.x0 + share * chunk.box.width
    left = [word for word in chunk.words if word.box.centre < edge]
    right = [word for word in chunk.words if word.box.centre >= edge]
    yield replace(chunk, text=text[:at].strip(), box=Box(chunk.box.x0, chunk.box.top, edge, chunk.box.bottom), words=tuple(left))
    yield replace(chunk, text=text[at:].strip(), box=Box(edge, chunk.box.top, chunk.box.x1, chunk.box.bottom), words=tuple(right))


def worded(piece: Piece) -> bool:
    """Whether it is words that may caption a line: no amount, no number of a line, no pair of the heading."""
    return (
        not piece.amount and piece.number is None and not is_pair(piece.text) and re.search(r"[^\W\d_]{2}|[一-鿿]", piece.text) is not None
    )
