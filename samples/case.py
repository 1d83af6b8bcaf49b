"""The nouns of a loan file in the making: its documents, what went wrong in it honestly, what was made up, and what does either."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from random import Random
from typing import Literal

from samples.books.journal import Ledgers
from samples.firms.firm import Industry, Language
from samples.population.splits import Split
from samples.records.record import BankStatement, Form, Invoice, Key, Statement

AnyRecord = Statement | BankStatement | Invoice | Form


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One paper of a loan file, before it is drawn.

    id       what it is, the same in a firm's honest and fabricated twin: "balance_sheet-2025", "bank_1-2025-03", "invoice-d-0042"
    record   what it says
    genuine  what it said before somebody changed the paper itself (F20, F23 …); None when nobody did
    how      "edited": the issuer's own file was altered; "replaced": a file was made from nothing; "" untouched
    issuer   whose hand it comes from: only "firm" papers are the borrower's to rewrite without forging
    typed    typed by hand (typing errors are possible), not printed from software
    hints    what the layout is asked for: {"old_template": True, "misaligned": True, "unit_heading": "万元", …}
    """

    id: str
    record: AnyRecord
    genuine: AnyRecord | None = None
    how: Literal["", "edited", "replaced"] = ""
    issuer: Literal["firm", "bank", "tax_office", "partner", "credit_bureau", "valuer", "utility"] = "firm"
    typed: bool = False
    hints: Mapping[str, object] = field(default_factory=dict)

    def edited(self, figures: Mapping[Key, int]) -> Document:
        """The same paper with amounts changed on it by someone who is not its issuer; what it said stays known."""
        return replace(self, record=self.record.amended(figures), genuine=self.genuine or self.record, how=self.how or "edited")

    def hinted(self, **hints: object) -> Document:
        return replace(self, hints={**self.hints, **hints})


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One figure that a paper has and its honest twin has not, or has otherwise.

    old, new   minor units; old None: the row is only here; new None: the row is only in the honest twin
    row        id of the bank line or deal it stands in, else ""
    """

    document: str
    key: Key
    old: int | None
    new: int | None
    row: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One mess or fabrication that a case has.

    code        "N14", "F02"
    strength    fabrication: (0, 1], as the code defines it; mess: 0
    care        traces covered: 0 one paper changed, 1 that paper made consistent, 2 the firm's other papers too
    bundle      name of the bundle that it came with, or ""
    start, months   what it touches; None and 0 when it is about the whole file
    parameters  what was drawn, for the truth: {"buyers": 2, "rate": "0.031", …}
    changes     figures changed, filled by comparison with the papers before this event
    dropped     ids of documents that were left out because of it
    """

    code: str
    strength: float = 0.0
    care: int = 0
    bundle: str = ""
    start: date | None = None
    months: int = 0
    parameters: Mapping[str, object] = field(default_factory=dict)
    changes: tuple[Change, ...] = ()
    dropped: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Dose:
    """How much of an intervention.   strength and care are 0 for mess; rate: parameters of the mess, from the parameter file"""

    strength: float = 0.0
    care: int = 0
    rate: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Papers:
    """All that a borrower could hand in, with the books behind it."""

    ledgers: Ledgers
    documents: tuple[Document, ...]

    def of(self, record: str) -> tuple[Document, ...]:
        """The documents of that record kind."""
        return tuple(document for document in self.documents if document.record.record == record)

    def replaced(self, changed: Document) -> Papers:
        """The same papers with that one in place of the one of the same id."""
        return replace(self, documents=tuple(changed if document.id == changed.id else document for document in self.documents))

    def without(self, *ids: str) -> Papers:
        return replace(self, documents=tuple(document for document in self.documents if document.id not in ids))

    def added(self, *documents: Document) -> Papers:
        return replace(self, documents=(*self.documents, *documents))


#: What a step drew, for Event.parameters; "start" (date) and "months" (int) go to the Event's own fields.
Drawn = Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Intervention:
    """A kind of mess or fabrication: one module, one of these, under the name KIND.

    code      "N02", "F05"; name: a short English name, snake case
    books     what it does to the books, before papers are made; None when it leaves them alone
    papers    what it does to the finished papers; None when it leaves them alone
    suits     whether it can be done to these ledgers at all (a firm without loans hides none); None: always

    Both steps answer what they drew beside the result, None when nothing could be done after all (no such item in these books).
    Each gets its own stream, so that it moves no other answer. A step never edits in place.
    """

    code: str
    name: str
    split: Split
    books: Callable[[Ledgers, Random, Dose], tuple[Ledgers, Drawn] | None] | None = None
    papers: Callable[[Papers, Random, Dose], tuple[Papers, Drawn] | None] | None = None
    suits: Callable[[Ledgers], bool] | None = None
    languages: tuple[Language, ...] = ("zh", "en")
    industries: tuple[Industry, ...] = ("trade", "manufacturing", "catering", "construction", "services")
