"""Chunks of a row to the pieces that a form's table is made of: leaders dropped, parted cents joined, counts with their units."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from extract.dates import find_dates, parse_date
from extract.forms.amounts import amount_told, nothing
from extract.forms.heading import is_pair
from extract.forms.stuck import unstuck
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
#: An amount that is nothing else: with cents or thousands, a sign or a unit.
_STRONG = re.compile(
    r"(?:人民币|RMB|[£$¥￥])?\s?[(（-]?[£$¥￥]?(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d\d|\d+(?=\s?[亿万千]?元))[)）]?\s?(?:[亿万千]?元)?|[£$¥￥]\s?\d[\d,.]*\s?[km]?",
    re.IGNORECASE,
)
#: What may follow an amount in one phrase as the next caption: no unit, no price, no remark.
_CAPTION = re.compile(
    r"(?!kwh|units|days|months|years|hours|each|per|from|to\b|of\b|in\b|年(?!度|末|销|收|营|均)|个月|千瓦时|元|以)(?:[一-鿿]{2}|[A-Za-z]{3}|At|(?:19|20)\d\d年)(?:[^@\d]*$|[^@]*[:：])",
    re.IGNORECASE,
)
#: A whole number of so many digits without a mark is a telephone number or an account.
_NO_AMOUNT = re.compile(r"\d{10,}")
#: What stands behind such a caption is a name of something, however it looks like an amount.
_NAMED = re.compile(
    r"(?:号|编号|号码|代码|编码|日期|年月|月份|电话|邮编|期间|所属期|起止|年度|属期|账期|\bdate|\bnumber|\bno\.?|\breference|\bref\.?|\bvrn|\bein|phone|mobile|手机|联系方式|传真|\bfax|contact"
    r"|\btel\.?|postcode|(?<!in )(?<!this )(?<!the )\bperiod|\bscore"
    r"|(?<!last )(?<!full )(?<!financial )(?<!this )(?<!the )\byear|\bid|\bcode|version)\s*[:：]?$",
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
    printed = unstuck(row.chunks) if row.recognised else row.chunks
    whole = [part for chunk in _joined(_bracketed(_hyphened(printed))) for part in _led(chunk)]
    chunks = [part for one in whole for chunk in _cut(one) for part in _valued(chunk)]
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
        if before is not None and numeral.nil and find_dates(before.text):
            return Piece(part)  # the dash between two days
        if before is not None and not before.amount and _NAMED.search(before.text) and not re.search(r"[.,]\d\d$|[£$¥￥]|,\d{3}", text):
            return Piece(part)
        return Piece(part, numeral)
    told = amount_told(text, recognised=row.recognised)
    if told is not None:
        return Piece(part, told.numeral, unit=told.unit, scale=told.scale)
    if nothing(text) and before is not None:
        return Piece(part, Numeral(Decimal(0), Decimal(1), nil=True))
    return Piece(chunk)


def _numeral(text: str, row: Row) -> Numeral | None:
    """The amount that `text` prints; a whole dollar is printed with its point ("140,000.")."""
    plain = text.strip()
    if re.fullmatch(r"[*×＊]{1,3}", plain) or _NO_AMOUNT.fullmatch(plain):
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


def _hyphened(chunks: Sequence[Chunk]) -> list[Chunk]:
    """Words around a dash that stands between them as in a text ("Section B - The finances"), joined: it is no nil."""
    result: list[Chunk] = []
    index = 0
    while index < len(chunks):
        group = list(chunks[index : index + 3])
        if (
            len(group) == 3
            and re.fullmatch(r"[-–—]", group[1].text.strip())
            and _near(group)
            and all(_words(group[at].text) for at in (0, 2))
        ):
            text = " ".join(chunk.text.strip() for chunk in group)
            words = tuple(word for chunk in group for word in chunk.words)
            result.append(replace(group[0], text=text, box=Box.around(chunk.box for chunk in group), words=words))
            index += 3
            continue
        result.append(chunks[index])
        index += 1
    return result


def _bracketed(chunks: Sequence[Chunk]) -> list[Chunk]:
    """A remark in brackets that fell apart at its numbers ("(the sum of boxes", "1", "and 2)"), joined."""
    result: list[Chunk] = []
    for chunk in chunks:
        before = result[-1] if result else None
        if (
            before is not None
            and re.search(r"[(（][^()（）]*\w[^()（）]*$", before.text)
            and re.search(r"^[^(（]*[)）]|^\d{1,3}$", chunk.text.strip())
        ):
            result[-1] = _of_words(before, [*before.words, *chunk.words]) if before.words and chunk.words else before
            continue
        result.append(chunk)
    return result


def _words(text: str) -> bool:
    return parse(text) is None and re.search(r"[A-Za-z]{3}|[一-鿿]{2}", text) is not None


def _led(chunk: Chunk) -> Iterator[Chunk]:
    """An amount and the next caption taken for one phrase ("RMB 15.00万元 其中：货款："), cut between them."""
    words = chunk.words
    for place in range(1, len(words)):
        if re.search(r"[:：]$", words[place - 1].text):
            for end in (place + 2, place + 1):  # "RMB 15.00万元", "£15"
                inner = " ".join(word.text for word in words[place:end])
                if end < len(words) and (_STRONG.fullmatch(inner) or nothing(inner) or inner == "-"):
                    yield _of_words(chunk, words[:end])
                    yield from _led(_of_words(chunk, words[end:]))
                    return
        before = " ".join(word.text for word in words[:place])
        after = "".join(word.text for word in words[place:])
        strong = _STRONG.fullmatch(before) and _CAPTION.match(after) and (parse(before) or amount_told(before, recognised=False))
        if strong or ((nothing(before) or before == "-") and re.search(r"[^\W\d_].*[:：]$", after)):
            yield _of_words(chunk, words[:place])
            yield from _led(_of_words(chunk, words[place:]))
            return
    yield from _apart(chunk)


def _apart(chunk: Chunk) -> Iterator[Chunk]:
    """Days and amounts of columns that stand so near that they were taken for one phrase."""
    words, groups, place = chunk.words, [], 0
    while place < len(words):
        for end in (place + 2, place + 1):
            text = " ".join(word.text for word in words[place:end])
            if end <= len(words) and (_STRONG.fullmatch(text) or (end == place + 1 and parse_date(text) is not None)):
                groups.append(words[place:end])
                place = end
                break
        else:
            yield chunk
            return
    if len(groups) < 2:
        yield chunk
        return
    yield from (_of_words(chunk, group) for group in groups)


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
    """A caption and its amount in one box ("余额：1,350,000.00", "其中：货款：84.00"), cut behind the colon."""
    text = chunk.text.strip()
    pair = re.fullmatch(r"((?:(?:其中|减|加|less|add|of which)\s*[:：]\s*)?[^:：]{2,140}[:：])\s*(\S.*)", text, re.IGNORECASE)
    if pair is None or find_dates(pair[2]) or _NAMED.search(pair[1]):
        yield chunk
        return
    if parse(pair[2]) is None and amount_told(pair[2], recognised=False) is None and not nothing(pair[2]):
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
