"""Registers of invoices, month by month: what was invoiced to customers and by suppliers.

A month counts where the period that the register states holds all its days. A register that states none, that was not read whole, or
one of whose invoices has no day says nothing of any month.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Literal

from extract.document import Document
from extract.figure import Figure
from extract.records import Form, StatementLine
from verify.case import Case
from verify.evidence import Term
from verify.facts.derived import summed
from verify.facts.fact import YEARS, Fact, Hands, Stretch, months_within

Direction = Literal["issued", "received"]
#: Columns of a register, and what their sums are called. What was received with tax is asked for by no tie.
_CONCEPTS: Mapping[Direction, Mapping[str, str]] = {
    "issued": {"net": "inv_issued_net", "tax": "inv_issued_tax", "total": "inv_issued_gross"},
    "received": {"net": "inv_received_net", "tax": "inv_received_tax"},
}
_ISSUED = re.compile(r"开具|开票|销项|销售|sales|customer|issued|debtors?", re.IGNORECASE)
_RECEIVED = re.compile(r"取得|收到|进项|采购|购进|purchase|supplier|received|creditors?|vendor", re.IGNORECASE)
#: An invoice that was taken back before it counted.
_VOIDED = re.compile(r"作废|\bvoid(?:ed)?\b|cancell?ed|deleted", re.IGNORECASE)
#: A row that was reversed in full: its red one should stand in the register too, and where none does the row came to nothing.
_REVERSED = re.compile(r"全额红冲|红冲-全额|全额冲红|\bcredited\b|\breversed\b", re.IGNORECASE)
_RED = re.compile(r"红字|负数|credit ?(?:note|memo)|\b(?:pc|sc|scn|pcn)\b", re.IGNORECASE)
#: A mark that only the tax platform's export has: its question whether an invoice is a positive one, its source and level of risk.
_PLATFORM = re.compile(r"是否正数发票|发票来源|发票风险等级|电子发票服务平台|增值税发票管理系统|全量发票")


def facts(case: Case) -> Iterator[Fact]:
    """The sums of each month of each document; several lists of one document are parts of one register."""
    for document in case.papers:
        lists: dict[tuple[Direction, str | None, str], list[Form]] = {}
        for record in document.records:
            if isinstance(record, Form) and record.form == "invoice_register":
                direction = direction_of(record)
                if direction is not None:
                    lists.setdefault((direction, record.entity, record.currency), []).append(record)
        for (direction, _, _), forms in lists.items():
            yield from _of_register(document, direction, forms)


def direction_of(form: Form) -> Direction | None:
    """Whether its invoices were issued or received: as its title says; None where it says neither, or both."""
    title = form.title or ""
    issued, received = bool(_ISSUED.search(title)), bool(_RECEIVED.search(title))
    if issued == received:
        return None
    return "issued" if issued else "received"


def _of_register(document: Document, direction: Direction, forms: Sequence[Form]) -> Iterator[Fact]:
    stretches = [_stated(form) for form in forms]
    known = [stretch for stretch in stretches if stretch is not None]
    if document.status != "read" or not known or len(known) < len(stretches):
        return
    rows = _invoices(forms)
    if any(_day(line) is None for line in rows):
        return
    hands: Hands = "tax_office" if any(_of_platform(form) for form in forms) else "own"
    whole = Stretch(max(stretch.start for stretch in known), min(stretch.end for stretch in known))
    for month in months_within(whole):
        held = [line for line in rows if month.start <= (_day(line) or date.min) <= month.end]
        counted = [line for line in held if not _voided(line) and not _came_to_nothing(line, rows)]
        for column, concept in _CONCEPTS[direction].items():
            term = _sum(document, counted, column, concept, month, held or rows[:1])
            if term is not None:
                yield Fact(
                    concept=concept,
                    stretch=month,
                    terms=(term,),
                    hands=hands,
                    currency=forms[0].currency,
                    entity=forms[0].entity,
                )


def _sum(
    document: Document, counted: Sequence[StatementLine], column: str, concept: str, month: Stretch, held: Sequence[StatementLine]
) -> Term | None:
    """The month's sum of one column; None where an invoice prints nothing there.   held: lines of the month, counted or not"""
    parts: list[tuple[Figure, int]] = []
    for line in counted:
        figure = _figure(line, column)
        if figure is None:
            return None
        parts.append((figure, -1 if _red(line) and figure.value > 0 else 1))
    seen = [figure for line in held if (figure := _figure(line, column)) is not None]
    return summed(document, f"{concept}-{month.end:%Y-%m}", parts, seen=seen, concept=concept)


def _invoices(forms: Sequence[Form]) -> list[StatementLine]:
    """Lines that are invoices or parts of one; an invoice that two lists of the document have counts once."""
    found: list[StatementLine] = []
    numbers: set[str] = set()
    for form in forms:
        lines = [line for line in form.lines if line.figures and _is_invoice(line)]
        found += [line for line in lines if _number(line) not in numbers]
        numbers |= {_number(line) for line in lines} - {""}
    return found


def _is_invoice(line: StatementLine) -> bool:
    """A total has no day, no number of an invoice and no name of a firm."""
    return bool(dict(line.texts).keys() & {"day", "number", "party"})


def _stated(form: Form) -> Stretch | None:
    """The period that the register states; None where it runs just from its first invoice to its last, as of one that states none."""
    if form.start is None or form.end is None or not form.start <= form.end or not {form.start.year, form.end.year} <= set(YEARS):
        return None
    stretch = Stretch(form.start, form.end)
    days = [day for line in form.lines if (day := _day(line)) is not None]
    taken_from_rows = days and (min(days), max(days)) == (form.start, form.end)
    months = months_within(stretch)
    whole = bool(months) and Stretch(months[0].start, months[-1].end) == stretch
    return stretch if whole or not taken_from_rows else None


def _text(line: StatementLine, column: str) -> str:
    return next((words for name, words in line.texts if name == column), "")


def _number(line: StatementLine) -> str:
    return f"{_text(line, 'code')}{_text(line, 'number') or line.label}".strip()


def _day(line: StatementLine) -> date | None:
    try:
        return date.fromisoformat(_text(line, "day")[:10])
    except ValueError:
        return None


def _figure(line: StatementLine, column: str) -> Figure | None:
    return next((one.figure for one in line.figures if one.column == column), None)


def _voided(line: StatementLine) -> bool:
    return bool(_VOIDED.search(_text(line, "status")))


def _came_to_nothing(line: StatementLine, rows: Sequence[StatementLine]) -> bool:
    """Reversed in full, with no red invoice of that amount in the register to take it off again."""
    figure = _figure(line, "net") or _figure(line, "total")
    if figure is None or not _REVERSED.search(_text(line, "status")):
        return False
    column = "net" if _figure(line, "net") is not None else "total"
    amounts = [(other, _figure(other, column)) for other in rows]
    return not any(
        one is not None and abs(one.value) == abs(figure.value) and (one.value < 0 or _red(other))
        for other, one in amounts
        if other is not line
    )


def _red(line: StatementLine) -> bool:
    return bool(_RED.search(_text(line, "kind"))) or _text(line, "是否正数发票") == "否"


def _of_platform(form: Form) -> bool:
    """Whether the tax platform made it: its title, or the words of its lines, are the platform's."""
    words = [form.title or "", *(words for line in form.lines[:5] for pair in line.texts for words in pair)]
    return any(_PLATFORM.search(one) for one in words)
