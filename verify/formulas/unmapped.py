"""Lines that fit no concept: which total they belong to, and with which sign.

A line inside a known section counts in the section's total, deducted when its caption says so. Where the section or the
sign cannot be told the line is unsure: a tie that such a line could mend is not judged broken.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from verify.column import Column, Entry
from verify.evidence import Term

#: Sections of the balance sheet, and the total that closes each.
SECTION_TOTALS = {
    "total_current_assets": "current_assets",
    "total_noncurrent_assets": "noncurrent_assets",
    "total_current_liabilities": "current_liabilities",
    "total_noncurrent_liabilities": "noncurrent_liabilities",
    "total_equity": "equity",
}
_LIABILITY_SIDE = frozenset({"current_liabilities", "noncurrent_liabilities", "equity"})
_CASH_SECTIONS = {"cf_operating_net": "operating", "cf_investing_net": "investing", "cf_financing_net": "financing"}
_LESS = re.compile(r"^\s*(减|less\b|deduct)", re.IGNORECASE)
_PLUS = re.compile(r"^\s*(加|add\b|plus\b)", re.IGNORECASE)
_OF_WHICH = re.compile(r"^\s*[(（]?\s*(其中|of which|including|thereof)", re.IGNORECASE)
_TOTAL_LIKE = re.compile(r"(合计|总计|小计|总额|sub-?total|\btotal\b)", re.IGNORECASE)
_INCOME_LIKE = re.compile(r"\b(income|received|receivable|grants?|gains?|profit on|interest receivable)\b", re.IGNORECASE)
_CJK = re.compile(r"[\u4e00-\u9fff]")
#: Presentations in which lines without a concept are expenses of the firm.
_BY_NATURE = frozenset({"western_nature", "uk_frs105"})


@dataclass(frozen=True, slots=True)
class Unmapped:
    """Lines without a concept that bear on one total.

    sure            with their sign
    unsure          sign or belonging unknown
    may_be_details  the sure ones may only spell out a line that is printed as well
    """

    sure: tuple[Term, ...] = ()
    unsure: tuple[Term, ...] = ()
    may_be_details: bool = False


def unmapped_lines(column: Column, concept: str, presentation: str) -> Unmapped:
    """The lines without a concept that may belong to the total `concept`, as `presentation` adds it up."""
    lines = [entry for entry in column.without_concept if entry.figure.value and not _OF_WHICH.match(entry.line.label)]
    if not lines:
        return Unmapped()
    if concept in SECTION_TOTALS:
        return _of_section(column, SECTION_TOTALS[concept], lines)
    if column.kind == "income_statement":
        return _of_income(column, concept, presentation, lines)
    if concept in _CASH_SECTIONS:
        return Unmapped(unsure=_terms(column, [entry for entry in lines if _in_cash_section(column, concept, entry)]))
    return Unmapped()


def _in_cash_section(column: Column, concept: str, entry: Entry) -> bool:
    """By its section, or by standing between the net flow of the section before and that of its own."""
    if entry.line.section in (_CASH_SECTIONS[concept], None):
        return True
    end = _position(column, concept)
    starts = [
        position for other in _CASH_SECTIONS if (position := _position(column, other)) is not None and end is not None and position < end
    ]
    return end is not None and max(starts, default=-1) < entry.position < end


def _of_section(column: Column, section: str, lines: list[Entry]) -> Unmapped:
    inside = [entry for entry in lines if entry.line.section == section]
    plain = [entry for entry in inside if entry.line.label.strip() and not _TOTAL_LIKE.search(entry.line.label)]
    # Where a side is printed in brackets its unmapped lines keep the printed minus; mapped ones were turned round.
    turned = section in _LIABILITY_SIDE and any(entry.line.negated for entry in column.entries if entry.line.section == section)
    sign = -1 if turned else 1
    sure = tuple(column.term(entry, -sign if _LESS.match(entry.line.label) else sign) for entry in plain)
    doubtful = [entry for entry in inside if entry not in plain] + [entry for entry in lines if entry.line.section is None]
    return Unmapped(sure, _terms(column, doubtful))


def _of_income(column: Column, concept: str, presentation: str, lines: list[Entry]) -> Unmapped:
    last = _position(column, concept)
    before = [entry for entry in lines if last is None or entry.position < last]
    if concept == "operating_profit" and (presentation == "western_function" or not is_chinese(column)):
        gross = _position(column, "gross_profit")
        return _expenses(column, [entry for entry in before if gross is None or entry.position > gross])
    if presentation in _BY_NATURE:
        return _expenses(column, before)
    if concept == "operating_profit":
        signed = [(entry, _chinese_sign(entry.line.label)) for entry in before]
        sure = tuple(column.term(entry, sign) for entry, sign in signed if sign)
        return Unmapped(sure, _terms(column, [entry for entry, sign in signed if not sign]))
    if concept == "profit_before_tax":
        operating = _position(column, "operating_profit")
        return Unmapped(unsure=_terms(column, [entry for entry in before if operating is None or entry.position > operating]))
    return Unmapped()


def expenses_between(column: Column, first: str, last: str) -> tuple[Term, ...]:
    """Lines without a concept between the lines of two concepts, as expenses: positive when they lower the profit."""
    start, end = _position(column, first), _position(column, last)
    if start is None or end is None:
        return ()
    between = [entry for entry in column.without_concept if start < entry.position < end and not _OF_WHICH.match(entry.line.label)]
    lowering = _expenses(column, between).sure
    return tuple(Term(term.evidence, -term.coefficient, term.step) for term in lowering)


def _expenses(column: Column, lines: Iterable[Entry]) -> Unmapped:
    """Western accounts list their expenses without naming them so; brackets keep their minus."""
    bracketed = any(entry.line.negated for entry in column.entries)
    terms: list[Term] = []
    details: list[Entry] = []
    for entry in lines:
        if not entry.line.label.strip() or _TOTAL_LIKE.search(entry.line.label):
            details.append(entry)
            continue
        keeps_sign = bracketed or bool(_INCOME_LIKE.search(entry.line.label))
        terms.append(column.term(entry, 1 if keeps_sign else -1))
    return Unmapped(tuple(terms), _terms(column, details), may_be_details=True)


def _chinese_sign(label: str) -> Literal[-1, 0, 1]:
    if _LESS.match(label):
        return -1
    return 1 if _PLUS.match(label) else 0


def _position(column: Column, concept: str) -> int | None:
    entries = column.by_concept.get(concept)
    return entries[-1].position if entries else None


def _terms(column: Column, lines: Iterable[Entry]) -> tuple[Term, ...]:
    return tuple(column.term(entry) for entry in lines)


def is_chinese(column: Column) -> bool:
    """Whether the statement follows a Chinese layout: as the reader said, else by its captions."""
    form = column.statement.form
    return form in {"xqy", "cas"} if form is not None else has_chinese_captions(column)


def has_chinese_captions(column: Column) -> bool:
    """Whether most captions of the statement are Chinese."""
    captions = [line.label for line in column.statement.lines if line.label.strip()]
    return sum(bool(_CJK.search(caption)) for caption in captions) * 2 > len(captions)
