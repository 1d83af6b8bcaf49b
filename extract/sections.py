"""One file that holds several papers: its pages cut into runs, each of one kind of paper.

A page opens a run when it says by itself what it is; a page that says nothing (the second page of a list, the back of an
invoice, a cover letter) belongs to the run before it, or to the first run when nothing stands before it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from extract.banks import reader as banks
from extract.dates import find_dates
from extract.forms import reader as forms
from extract.forms.catalogue import kinds as forms_known
from extract.invoices import reader as invoices
from extract.kind import CLAIM, ORDER, Kind
from extract.numerals import holds_amount, parse
from extract.records import StatementKind
from extract.statements import further, period
from extract.statements import reader as statements
from extract.statements.title import title_of
from extract.tables.lines import Row

#: What a page must show of a kind to end a run of another kind.
_OPENS: dict[Kind, float] = {"financial_statement": 0.9, "form": 0.9, "bank_statement": 0.5, "invoice": 0.6}
#: A page that is sure of one kind is not asked for the others.
_SURE = 0.9
#: Rows that a paper in the lower part of a page has at least.
_FEWEST_ROWS = 4
#: Places at which a page is tried to be cut: more titles than this on one page are no titles.
_MOST_CUTS = 6
_HEADING_ROWS = 12
_FEWEST_COLUMNS = 4
#: Characters of an account number, the short ones of British banks among them.
_ACCOUNT = 8
_PAGE = re.compile(r"\bpage\s*(\d{1,3})\b|第\s*(\d{1,3})\s*页|^\s*(\d{1,2})\s*/\s*\d{1,2}\s*$", re.IGNORECASE)
_CENTS = re.compile(r"\d[.,]\d{2}(?!\d)")
_MONTH = re.compile(r"((?:19|20)\d{2})\s*[年./-]\s*(\d{1,2})(?!\d)")
#: Of four digits and more, perhaps with letters: no amount and no year beside a day.
_NUMBER = re.compile(r"(?<![\d.,/-])(?=[A-Z-]*\d{4})[A-Z0-9-]{4,24}(?![\d.,/-])", re.IGNORECASE)


@dataclass(slots=True)
class Section:
    """Pages, or parts of pages, of one kind of paper.   kind: None where no page says what it is   evidence: the strongest of each kind"""

    kind: Kind | None
    pages: list[Sequence[Row]] = field(default_factory=list)
    evidence: dict[Kind, float] = field(default_factory=dict)

    def add(self, rows: Sequence[Row], evidence: dict[Kind, float]) -> None:
        self.pages.append(rows)
        for kind, said in evidence.items():
            self.evidence[kind] = max(said, self.evidence.get(kind, 0.0))


def sections_of(pages: Sequence[Sequence[Row]]) -> list[Section]:
    """The runs of a document whose pages' (or sheets') rows are given, in order; none for a page that is one paper in any case."""
    if len(pages) == 1 and len(_parts(pages[0])) == 1:
        return []
    found: list[Section] = []
    for page in pages:
        for rows in _parts(page):
            evidence = evidence_of(rows)
            kind = _claimed(evidence)
            current = found[-1] if found else None
            if current is None:
                found.append(current := Section(kind))
            elif current.kind is None:
                current.kind = kind
            elif kind is not None and _opens(current, kind, evidence, rows):
                found.append(current := Section(kind))
            current.add(rows, evidence)
    return found


def evidence_of(rows: Sequence[Row]) -> dict[Kind, float]:
    """What speaks for each kind on one page, 0 to 1; kinds that the page is too sure to be another of are left out."""
    if not any(holds_amount(chunk.text) for row in rows for chunk in row.chunks):
        return {}
    found: dict[Kind, float] = {"bank_statement": banks.recognises(rows)}
    if found["bank_statement"] >= _SURE:
        return found
    found["form"] = forms.recognises([rows])
    found["financial_statement"] = max(statements.recognises([rows]), further.recognises([rows]))
    if max(found.values()) < _SURE:
        found["invoice"] = invoices.recognises(rows)
    return found


def _claimed(evidence: dict[Kind, float]) -> Kind | None:
    best = max((kind for kind in ORDER if kind in evidence), key=lambda kind: evidence[kind], default=None)
    return best if best is not None and evidence[best] >= CLAIM else None


def _opens(current: Section, kind: Kind, evidence: dict[Kind, float], rows: Sequence[Row]) -> bool:
    """Whether a page begins another paper than the one before it."""
    if kind != current.kind:
        if "invoice" in (kind, current.kind) and _same_columns(current.pages[-1], rows):
            return False
        if current.kind == "invoice" and _marked_later(rows):
            return False
        known = evidence.get(current.kind, 0.0) if current.kind is not None else 0.0
        return evidence[kind] >= _OPENS[kind] and known < evidence[kind] - 0.05
    if kind == "invoice":
        return evidence[kind] >= _OPENS[kind] and not _goes_on(current.pages[-1], rows)
    if kind == "financial_statement" and _another_set(current, rows):
        return True
    if kind == "bank_statement" and not any(len(number) >= _ACCOUNT for number in _numbers(rows)):
        return False  # a statement says of which account it is; its later pages may not
    return evidence[kind] >= _OPENS[kind] and not _marked_later(rows) and _of_other_days(current.pages, rows)


def _of_other_days(before: Sequence[Sequence[Row]], rows: Sequence[Row]) -> bool:
    """Whether a page names days above its table and none of those that its run began with: January's bill, then February's."""
    own = _days(rows)
    known = next((days for page in before if (days := _days(page))), set())
    return bool(known) and bool(own) and not known & own


def _days(rows: Sequence[Row]) -> set[tuple[int, ...]]:
    """The days and months that stand in the heading of a page, down to the first row of its table."""
    found: set[tuple[int, ...]] = set()
    for row in rows[: 2 * _HEADING_ROWS]:
        amounts = len(_CENTS.findall(row.text))
        days = find_dates(row.text)
        if amounts >= 2 or (amounts and days):
            break
        found.update((day.year, day.month, day.day) for day in days)
        if not days:
            found.update((int(year), int(month)) for year, month in _MONTH.findall(row.text))
    return found


def _marked_later(rows: Sequence[Row]) -> bool:
    """Whether a page says that it is the second or a later one of its paper."""
    edges = [row.text for row in (*rows[:3], *rows[-3:])]
    return any((mark := _PAGE.search(text)) is not None and int(next(filter(None, mark.groups()))) > 1 for text in edges)


def _goes_on(before: Sequence[Row], rows: Sequence[Row]) -> bool:
    """Whether an invoice goes on overleaf under its own heading: it says so, or names no number that the page before has not."""
    if _marked_later(rows):
        return True
    own, known = _numbers(rows), _numbers(before)
    return bool(own) and own <= known


def _numbers(rows: Sequence[Row]) -> set[str]:
    """The numbers that a page's heading names: of the invoice, the customer, the firm."""
    return {found for row in rows[:_HEADING_ROWS] for found in _NUMBER.findall(row.text)}


def _same_columns(before: Sequence[Row], rows: Sequence[Row]) -> bool:
    """Whether the captions of a table on the page before head this page as well: the table goes on."""
    heads = {row.text for row in before if _is_head(row)}
    return any(row.text in heads for row in rows[:_HEADING_ROWS] if _is_head(row))


def _is_head(row: Row) -> bool:
    return len(row.chunks) >= _FEWEST_COLUMNS and not any(re.search(r"\d", chunk.text) for chunk in row.chunks)


def _another_set(current: Section, rows: Sequence[Row]) -> bool:
    """A statement that the run has already, of another day: the accounts of another year begin."""
    titles = _titles(rows)
    before = [title for page in current.pages for title in _titles(page)]
    if not titles or not {kind for kind, _ in titles} & {kind for kind, _ in before}:
        return False
    return all(day is not None and day != other for kind, day in titles for known, other in before if kind == known)


def _titles(rows: Sequence[Row]) -> list[tuple[StatementKind, date | None]]:
    """Kind and day of the statements that a page has titles of."""
    found: list[tuple[StatementKind, date | None]] = []
    for index, row in enumerate(rows):
        kind = title_of(row)
        if kind is not None:
            found.append((kind, period.statement_date(rows[index : index + _HEADING_ROWS])))
    return found


def _parts(rows: Sequence[Row]) -> list[Sequence[Row]]:
    """A page cut where a paper of another kind begins on it; most pages are one part."""
    cuts = [index for index in range(_FEWEST_ROWS, len(rows) - _FEWEST_ROWS) if _is_title(rows[index])]
    for cut in cuts[:_MOST_CUTS]:
        above, below = evidence_of(rows[:cut]), evidence_of(rows[cut:])
        first, second = _claimed(above), _claimed(below)
        if first is None or second is None or first == second:
            continue
        if above[first] >= _OPENS[first] and below[second] >= _OPENS[second] and above.get(second, 0.0) < CLAIM:
            return [rows[:cut], *_parts(rows[cut:])]
    return [rows]


def _is_title(row: Row) -> bool:
    """Whether a row may be the title of a statement or a form: words alone, without a figure or a sentence."""
    text = row.text.strip()
    if (
        len(row.chunks) > 2
        or len(text) > 60
        or re.search(r"[，。；:：]", text)
        or any(parse(chunk.text) is not None for chunk in row.chunks)
    ):
        return False
    return title_of(row) is not None or any(kind.titled(text) for kind in forms_known())
