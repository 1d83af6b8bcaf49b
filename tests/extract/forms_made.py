"""Forms of made-up firms, printed in the test: what each paper says, beside what is read from it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import NamedTuple

from extract.concepts import normalise
from extract.document import Document
from extract.flow import read
from extract.records import Form, PeriodFigure, StatementLine
from samples.papers.layout import Layout, Look
from samples.papers.paper import Entry, Paper
from samples.population.assemble import Assembled, assembled
from samples.population.plan import Wanted, plan
from samples.population.registry import declared
from samples.press.display import Metadata
from samples.press.producers.reportlab import draw
from samples.press.typeset import display
from samples.records.record import Form as Printed
from samples.streams import stream

#: (language, number) of honest firms whose papers hold every kind of form: a general and a small-scale taxpayer, a British and an
#: American firm.
FIRMS = (("zh", 1), ("zh", 4), ("en", 1), ("en", 2))
#: Papers that do not print the day that the truth files their figures under.
UNDATED = {"credit_report", "loan_application", "register_issued", "register_received"}


class Case(NamedTuple):
    """A form as one layout prints it."""

    firm: tuple[str, int]
    form: str
    layout: str


@dataclass(frozen=True, slots=True)
class Read:
    """entries: every figure of the paper   record: what was read from it"""

    entries: tuple[Entry, ...]
    record: Form
    document: Document
    printed: Printed


@cache
def firm(language: str, number: int) -> Assembled:
    return assembled(plan(Wanted(cases=8, seed=3, share=0.0, split="develop", language=language), number))  # type: ignore[arg-type]


@cache
def layouts() -> tuple[Layout, ...]:
    every = (*declared("samples.papers.returns", "LAYOUT"), *declared("samples.papers.invoices", "LAYOUT"))
    return tuple(layout for layout in every if layout.split == "develop")


def cases() -> Iterator[Case]:
    """Every form of those firms in every layout of the side to develop on, each kind once a layout."""
    seen = set()
    for chosen in FIRMS:
        for record in _records(chosen):
            for layout in layouts():
                name = (record.form, record.currency, layout.name)
                if layout.suits(record) and name not in seen:
                    seen.add(name)
                    yield Case(chosen, record.form, layout.name)


def _records(chosen: tuple[str, int]) -> Iterator[Printed]:
    """The last form of each kind: a month in which something happened."""
    last = {one.record.form: one.record for one in firm(*chosen).papers.documents if isinstance(one.record, Printed)}
    yield from last.values()


def paper_of(case: Case) -> tuple[Printed, Paper]:
    record = next(one for one in _records(case.firm) if one.form == case.form)
    layout = next(one for one in layouts() if one.name == case.layout)
    borrower = firm(*case.firm).firm
    look = Look(firm=borrower, face="hei" if borrower.language == "zh" else "sans", source=stream(1, case.layout))
    return record, layout.draw(record, look)


@cache
def read_back(case: Case) -> Read:
    """The paper of `case`, printed and read."""
    record, paper = paper_of(case)
    data = draw(display(paper), Metadata(made=datetime(2026, 3, 2, 10, 0)))
    document = read(data, f"{case.form}.pdf")
    assert len(document.records) == 1, (case, [warning.code for warning in document.warnings])
    found = document.records[0]
    assert isinstance(found, Form), (case, found.type)
    return Read(tuple(paper.entries()), found, document, record)


def matching(found: Form, entry: Entry) -> list[tuple[StatementLine, PeriodFigure]]:
    """The figures of that line and column."""
    column = (entry.field or "").rpartition("/")[2]
    return [
        (line, one)
        for line in found.lines
        for one in line.figures
        if normalise(line.label) == normalise(entry.label or "") and one.column in (column, "") and not one.figure.operands
    ]
