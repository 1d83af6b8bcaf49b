"""How a borrower hands papers in: what goes together in one file, on what layout, from which program, scanned or photographed.

All of it is drawn from the firm and the paper, never from what was made up: a firm's honest and fabricated twin look alike.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from random import Random
from typing import Literal

from samples.case import AnyRecord, Document
from samples.firms.firm import Firm
from samples.papers.layout import Layout
from samples.population import registry
from samples.population.assemble import Assembled
from samples.population.parameters import parameters
from samples.population.splits import Split, of
from samples.records.record import BankStatement, Form, Invoice, Statement
from samples.streams import stream

Press = Literal["digital", "scan", "photo", "data"]
_LAYOUTS = ("samples.papers.statements", "samples.papers.banks", "samples.papers.invoices", "samples.papers.returns")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheaf:
    """One file in the making: the papers in it, and how it comes to be.

    layouts   one for each document; () for data formats
    writer    name of the data format; "" for paper
    source    name of the stream that decides the small things of this file
    """

    documents: tuple[Document, ...]
    layouts: tuple[Layout, ...]
    writer: str
    press: Press
    source: str


def sheaves(case: Assembled) -> list[Sheaf]:
    """The files of the case, in the order in which a borrower would list them."""
    firm, split = case.firm, case.plan.split
    source = stream(firm.seed, "handing in")
    statements_together = source.random() < 0.3
    invoices_scanned = source.random() < 0.25
    found: list[Sheaf] = []
    for documents in _grouped(case.papers.documents, firm, together=statements_together):
        found += _files(documents, firm, split, invoices_scanned=invoices_scanned)
    return found


def _grouped(documents: Iterable[Document], firm: Firm, *, together: bool) -> list[tuple[Document, ...]]:
    """What goes into one file together."""
    ordered = list(documents)
    banks = [document for document in ordered if isinstance(document.record, BankStatement)]
    others = [document for document in ordered if not isinstance(document.record, BankStatement)]
    groups: list[tuple[Document, ...]] = []
    statements = [document for document in others if isinstance(document.record, Statement)]
    if together:
        for _, same in groupby(statements, key=lambda document: (document.record.period, document.id.count("draft"))):
            groups.append(tuple(same))
    else:
        groups += [(document,) for document in statements]
    groups += [(document,) for document in others if not isinstance(document.record, Statement)]
    for account, same in groupby(banks, key=lambda document: _account(document)):
        groups += _bank_files(list(same), stream(firm.seed, "bank files", account))
    return groups


def _account(document: Document) -> str:
    assert isinstance(document.record, BankStatement)
    return document.record.account_id


def _bank_files(statements: Sequence[Document], source: Random) -> list[tuple[Document, ...]]:
    """The statements of one account: a file each, three to a file, or all in one."""
    size = source.choice((1, 1, 3, 3, len(statements)))
    return [tuple(statements[start : start + size]) for start in range(0, len(statements), size)]


def _files(documents: tuple[Document, ...], firm: Firm, split: Split, *, invoices_scanned: bool) -> list[Sheaf]:
    first = documents[0]
    writer = _writer(first.record, firm, split)
    if writer and _one_run(documents):
        return [Sheaf(documents=documents, layouts=(), writer=writer, press="data", source=first.id)]
    if writer:
        return [Sheaf(documents=(one,), layouts=(), writer=writer, press="data", source=one.id) for one in documents]
    layouts = tuple(layout(document.record, firm, split) for document in documents)
    press = _press(first.record, stream(firm.seed, "sheaf", first.id), invoices_scanned=invoices_scanned)
    return [Sheaf(documents=documents, layouts=layouts, writer="", press=press, source=first.id)]


def _one_run(documents: Sequence[Document]) -> bool:
    """Whether a data format can hold them as one: a single paper, or bank statements that follow one another, altered or not."""
    records = [document.record for document in documents if isinstance(document.record, BankStatement)]
    if len(documents) == 1:
        return True
    return len(records) == len(documents) and all(one.closing == other.opening for one, other in pairwise(records))


def one_record(documents: Sequence[Document]) -> AnyRecord:
    """The record that a data format writes: bank statements that follow one another are one export."""
    records = [document.record for document in documents if isinstance(document.record, BankStatement)]
    if len(documents) == 1:
        return documents[0].record
    first, last = records[0], records[-1]
    return replace(
        first,
        end=last.end,
        closing=last.closing,
        lines=tuple(line for record in records for line in record.lines),
        debits=sum(record.debits for record in records),
        credits=sum(record.credits for record in records),
        printed=last.printed,
        number=1,
        count=1,
    )


def _writer(record: AnyRecord, firm: Firm, split: Split) -> str:
    """The data format in which that paper is handed in; "" for paper."""
    writers = [writer for writer in of(split, registry.declared("samples.formats", "WRITER")) if writer.suits(record, firm.language)]
    if not writers:
        return ""
    name = record.account_id if isinstance(record, BankStatement) else record.record
    source = stream(firm.seed, "data format", name)
    share = 0.35 if isinstance(record, BankStatement) else 0.25 if isinstance(record, Form) else 0.12
    return str(source.choice(writers).name) if source.random() < share else ""


def layout(record: AnyRecord, firm: Firm, split: Split) -> Layout:
    """The layout on which that paper comes: one for all statements of a firm, each bank's own, one for each seller.

    An official form that has one look only has it in both splits. Raises LookupError when no layout prints such a record.
    """
    suits = [one for one in layouts() if one.language == firm.language and one.suits(record)]
    fit = of(split, suits) or (suits if isinstance(record, Form) else [])
    if isinstance(record, BankStatement):
        fit = [one for one in fit if one.bank in {"", record.bank}]
    if not fit:
        raise LookupError(f"no {split} layout prints {getattr(record, 'form', record.record)} ({firm.language})")
    return stream(firm.seed, "layout", hand(record)).choice(fit)


def layouts() -> tuple[Layout, ...]:
    """Every layout there is."""
    return tuple(one for package in _LAYOUTS for one in registry.declared(package, "LAYOUT"))


def hand(record: AnyRecord) -> str:
    """Whose habits that paper shows."""
    if isinstance(record, BankStatement):
        return record.bank
    if isinstance(record, Invoice):
        return f"invoice {record.seller.name} {record.kind}"
    if isinstance(record, Form):
        return record.form
    return "statements"


#: How bank statements and invoices come, other than the parameter file's shares: banks print their own, invoices are sent as files.
_BANKS = {"digital": 0.88, "scanned": 0.08, "photographed": 0.04}
_INVOICES = {"digital": 0.96, "scanned": 0.03, "photographed": 0.01}
_INVOICES_ON_PAPER = {"digital": 0.45, "scanned": 0.40, "photographed": 0.15}


def _press(record: AnyRecord, source: Random, *, invoices_scanned: bool) -> Press:
    shares: Mapping[str, float] = parameters()["papers"]["press"]
    if isinstance(record, BankStatement):
        shares = _BANKS
    elif isinstance(record, Invoice):
        shares = _INVOICES_ON_PAPER if invoices_scanned else _INVOICES
    chance = source.random()
    if chance < shares["digital"]:
        return "digital"
    return "scan" if chance < shares["digital"] + shares["scanned"] else "photo"
