"""One column of one financial statement: its figures by concept."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cached_property

from extract.concepts import chart
from extract.document import Document
from extract.figure import Figure
from extract.records import FinancialStatement, PeriodFigure, Span, StatementKind, StatementLine
from verify.evidence import Evidence, Term

#: Spans that cover everything from the first day of the year to the column's last day.
WHOLE_YEAR: frozenset[Span] = frozenset({"year", "year_to_date"})

_UNPAID = re.compile(r"\b(not\s+(yet\s+)?paid|unpaid)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Entry:
    """A figure of the column in its line.   position: of the line in its statement, from 0"""

    line: StatementLine
    figure: Figure
    position: int


@dataclass(frozen=True)  # no slots: the lookups below are computed once and kept
class Column:
    """The figures of one column, in print order.

    ordinal   which of several columns with the same period and span, from 0 (papers that name no dates)
    """

    document: Document
    statement: FinancialStatement
    period: date | None
    span: Span
    ordinal: int
    entries: tuple[Entry, ...]

    @property
    def kind(self) -> StatementKind:
        return self.statement.statement

    @property
    def subject(self) -> str:
        """Names the column in a case, whatever the file is called and whatever else was handed in."""
        number = f"#{self.ordinal + 1}" if self.ordinal else ""
        page = "" if self.statement.page is None else f"/page {self.statement.page}"
        return f"{self.document.sha256[:8]}{page}/{self.kind}/{self.period or 'undated'}{number}/{self.span}"

    @cached_property
    def _unpaid_capital(self) -> frozenset[int]:
        """Positions of capital that was called but not paid: an asset, though it carries the name of capital."""
        entries = (entry for entry in self.entries if entry.line.concept == "paid_in_capital")
        return frozenset(entry.position for entry in entries if _UNPAID.search(entry.line.label))

    @cached_property
    def by_concept(self) -> dict[str, tuple[Entry, ...]]:
        found: dict[str, list[Entry]] = {}
        for entry in self.entries:
            if entry.line.concept is not None and entry.position not in self._unpaid_capital:
                found.setdefault(entry.line.concept, []).append(entry)
        return {concept: tuple(entries) for concept, entries in found.items()}

    @cached_property
    def without_concept(self) -> tuple[Entry, ...]:
        return tuple(entry for entry in self.entries if entry.line.concept is None or entry.position in self._unpaid_capital)

    @cached_property
    def usual_step(self) -> Decimal | None:
        """The step most figures of the column are printed with; the finer one when two are as frequent."""
        counted = Counter(entry.figure.step for entry in self.entries if any(letter.isdigit() for letter in entry.figure.printed))
        return min(counted, key=lambda step: (-counted[step], step)) if counted else None

    @cached_property
    def halves_mixed(self) -> bool:
        """Whether a line has two different amounts for the one column: two halves of a sheet were read as one row."""
        amounts: dict[int, set[Decimal]] = {}
        for entry in self.entries:
            amounts.setdefault(entry.position, set()).add(entry.figure.value)
        return any(len(values) > 1 for values in amounts.values())

    def has(self, concept: str) -> bool:
        return concept in self.by_concept

    def evidence(self, entry: Entry) -> Evidence:
        return Evidence(
            self.document.name,
            self.document.sha256,
            entry.figure,
            entry.line.label.strip() or unprinted_label(entry.line.concept),
            entry.line.concept,
        )

    def term(self, entry: Entry, coefficient: int | Decimal = 1) -> Term:
        """The entry in an equation, with the step that its column is printed in where its own is coarser."""
        own, usual = entry.figure.step, self.usual_step
        return Term(self.evidence(entry), Decimal(coefficient), own if usual is None else min(own, usual))


def unprinted_label(concept: str | None) -> str:
    """What a figure without a caption is called: its concept in both languages."""
    known = concept is not None and concept in chart()
    return f"{chart()[concept].label_zh} / {chart()[concept].label_en}" if known and concept is not None else "-"


def columns_of(document: Document, statement: FinancialStatement) -> Iterator[Column]:
    """The columns of a statement, newest first, columns without a date last.

    Two figures of one line with the same date (inner and outer column) stand in the same column.
    Where the paper names no dates, the n-th undated figure of each line is taken to stand in the n-th column; lines with
    fewer undated figures than there are columns cannot be placed and are left out.
    """
    placed: dict[tuple[date | None, Span, int], list[Entry]] = {}
    widest: Counter[tuple[date | None, Span]] = Counter()
    counted: list[Counter[tuple[date | None, Span]]] = []
    flows = {one.period: one.span for line in statement.lines for one in line.figures if one.span in WHOLE_YEAR}
    shown = [tuple(_own(statement, line, flows)) for line in statement.lines]
    for figures in shown:
        count = Counter((column.period, column.span) for column in figures)
        counted.append(count)
        for key, number in count.items():
            widest[key] = max(widest[key], number)
    for position, line in enumerate(statement.lines):
        met: Counter[tuple[date | None, Span]] = Counter()
        for column in shown[position]:
            key = (column.period, column.span)
            ordinal, met[key] = (met[key] if column.period is None else 0), met[key] + 1
            if column.period is None and counted[position][key] < widest[key]:
                continue
            placed.setdefault((*key, ordinal), []).append(Entry(line, column.figure, position))
    newest_first = sorted(placed, key=lambda key: (key[0] is None, -(key[0] or date.min).toordinal(), key[1], key[2]))
    for period, span, ordinal in newest_first:
        yield Column(document, statement, period, span, ordinal, tuple(placed[period, span, ordinal]))


def _own(statement: FinancialStatement, line: StatementLine, flows: Mapping[date | None, Span]) -> Iterator[PeriodFigure]:
    """The figures of a line that are the line's own, with the span that they are compared under.

    Of a statement of changes in equity those of the whole equity, not of one component; of notes those of all classes of assets.
    Notes print balances and flows of one year together, and ties take both from one column.

    flows   span of the flows of each period
    """
    for figure in line.figures:
        if figure.column not in ("", "total_equity"):
            continue
        together = statement.statement == "notes" and figure.span == "instant" and figure.period in flows
        yield replace(figure, span=flows[figure.period]) if together else figure
