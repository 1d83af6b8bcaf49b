"""One printed amount of a bank's table: what it says, or that it cannot be read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from extract.banks.layout import Role
from extract.dates import find_dates, parse_date, parse_partial
from extract.numerals import DecimalMark, Numeral, normalised, parse, parse_recognised
from extract.tables.lines import Chunk, Row

WEEKDAY = re.compile(r"^\s*(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*[,.]?\s+|^\s*(?:星期|周)[一二三四五六日]\s*", re.IGNORECASE)
SUFFIX = re.compile(r"(?:CR|DR|OD)\.?", re.IGNORECASE)
#: What stands in cells that hold nothing.
NOTHING = frozenset({"--", "-", "/", "—", "——", "－", "无", "n/a"})
#: A malformed amount is worth keeping when its last mark parts two digits, as cents are.
_CENTS = re.compile(r"\d[.,]\d{2}\D*$")
_LEAP_YEAR = 2024
#: Nine digits and more without any mark are the number of an account or a voucher, far sooner than an amount.
_LONG_NUMBER = re.compile(r"\d{9,}")
#: Printed texts whose meaning is kept: each is asked for many times.
_KEPT = 16_384


@dataclass(frozen=True, slots=True)
class Printed:
    """A printed amount and what it says.   text: the part of the chunk that prints it"""

    chunk: Chunk
    numeral: Numeral
    text: str


@dataclass(frozen=True, slots=True)
class Unreadable:
    """What stands in an amount's place of a dated row and is no well-formed amount.

    day     text of the row's date, or of the nearest above it; None where there is none
    kept    what was taken from it all the same, None where nothing was; of a row that is left out, the balance it prints
    lost    whether the whole row is left out because of it
    """

    row: Row
    day: str | None
    role: Role
    chunk: Chunk
    kept: Numeral | None
    lost: bool = False


def amount_of(chunks: Sequence[Chunk], decimal: DecimalMark | None) -> Printed | None:
    """The amount of a cell; a mark for overdrawn that stands apart (123.45 OD) belongs to it. A nil dash is no amount.

    Digits whose marks stand where no printer sets them (105,9194.87) come as a malformed number, rather than not at all.
    """
    plain = [chunk for chunk in chunks if not _LONG_NUMBER.fullmatch(normalised(chunk.text))]
    if not any((found := parsed(chunk.text, decimal)) is not None and not found.nil for chunk in plain):
        plain = list(chunks)
    for index, chunk in enumerate(plain):
        numeral = parsed(chunk.text, decimal)
        if numeral is None or numeral.nil:
            continue
        if _LONG_NUMBER.fullmatch(normalised(chunk.text)):
            numeral = replace(numeral, malformed=True)
        follower = plain[index + 1] if index + 1 < len(plain) else None
        if follower is not None and SUFFIX.fullmatch(follower.text):
            marked = parsed(f"{chunk.text} {follower.text.rstrip('.')}", decimal)
            if marked is not None:
                whole = Chunk(f"{chunk.text} {follower.text}", chunk.box.union(follower.box), chunk.words + follower.words)
                return Printed(replace(whole, cell=chunk.cell, path=chunk.path), marked, whole.text)
        return Printed(chunk, numeral, chunk.text)
    for chunk in chunks:
        numeral = malformed(chunk.text)
        if numeral is not None:
            return Printed(chunk, numeral, chunk.text)
    return None


@lru_cache(maxsize=_KEPT)
def parsed(text: str, decimal: DecimalMark | None) -> Numeral | None:
    """The well-formed amount that `text` prints, by the paper's decimal mark first."""
    return parse(text, decimal=decimal) or (parse(text) if decimal != "," else None)


@lru_cache(maxsize=_KEPT)
def malformed(text: str) -> Numeral | None:
    """The amount behind misplaced marks; None for anything else made of digits and points, such as a date or a sort code."""
    if is_day(text) or find_dates(text) or not _CENTS.search(normalised(text)):
        return None
    if re.fullmatch(r"\d{2}\.\d{2}\.\d{2}", normalised(text)):
        return None
    numeral = parse_recognised(re.sub(r"[¥$£€￡元\s]", "", normalised(text)))
    return replace(numeral, malformed=True) if numeral is not None else None


def unreadable(chunks: Sequence[Chunk], decimal: DecimalMark | None, *, paper: bool) -> Chunk | None:
    """The first of a cell's texts that is neither an amount nor a sign for none; None where the cell is empty.

    On paper a date may run in from a heading over several columns, and is none of the cell's.
    """
    for chunk in chunks:
        text = normalised(chunk.text)
        if chunk.text.strip().lower() in NOTHING or not any(mark.isalnum() or mark in "#*?" for mark in text):
            continue
        if paper and find_dates(text):
            continue
        if parsed(text, decimal) is None and not SUFFIX.fullmatch(text):
            return chunk
    return None


@lru_cache(maxsize=_KEPT)
def is_day(text: str) -> bool:
    """Whether `text` prints a day, with or without its year; its name in the week may stand before it."""
    text = WEEKDAY.sub("", text)
    return parse_date(text) is not None or parse_partial(text, _LEAP_YEAR) is not None
