"""Files on layouts drawn by chance, with their truth, in the shape of a population's folder: one case for each draw."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import Literal

from samples.case import Document
from samples.chance import bank, form, invoices, statement
from samples.firms.firm import Firm
from samples.papers.paper import Paper, Seal
from samples.population.answers import File, truth
from samples.population.assemble import Assembled, assembled
from samples.population.plan import Wanted, plan
from samples.population.registry import declared
from samples.population.splits import Split, of
from samples.population.writing import prepare, put
from samples.press import marks
from samples.press.degradation import Degradation, Job
from samples.press.display import Display, Metadata, Producer
from samples.press.typefaces import faces
from samples.press.typeset import display, placed
from samples.records.record import BankStatement, Statement
from samples.streams import stream

_FACES = ("balance_sheet", "income_statement", "cash_flow")
_SEALS: dict[str, str] = {"zh": "财务专用章", "en": "RECEIVED"}
_MADE = datetime(2026, 3, 16, 9, 30, tzinfo=UTC)
Press = Literal["digital", "scan", "photo"]
#: Papers of one kind and one firm that are printed, each on a layout of its own.
_OF_A_FIRM = 4
#: Longer ones take time and show nothing that shorter ones do not.
_LONGEST = 120


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of paper that layouts are drawn for.

    fits   whether that document is one   draw: its record on a layout of the given stream, face and side
    """

    fits: Callable[[Document], bool]
    draw: Callable[[Document, Firm, Random, str, Split], Paper]


def _bank(document: Document, firm: Firm, source: Random, face: str, split: Split) -> Paper:
    assert isinstance(document.record, BankStatement)
    return bank.paper(document.record, bank.drawn(source, document.record, firm.language, split), source, face)


KINDS: dict[str, Kind] = {
    "bank_statement": Kind(lambda one: isinstance(one.record, BankStatement) and 3 <= len(one.record.lines) <= _LONGEST, _bank),
    "invoice": Kind(invoices.fits, invoices.paper),
    "statement": Kind(lambda one: isinstance(one.record, Statement) and one.record.record in _FACES, statement.paper),
    **{kind: Kind(form.fits(kind), form.paper) for kind in form.KINDS},
}


def write(out: Path, *, layouts: int, seed: int, split: Split, kinds: Sequence[str] = tuple(KINDS), press: Press = "digital") -> int:
    """Write so many papers of each kind, each on a layout of its own, into the new or empty folder `out`.   Returns how many.

    split   whose captions, faces, producers, ways of scanning and firms
    press   as the program made them, or scanned or photographed, half of them with a seal over figures

    Raises WronglyCalled for a folder that cannot be written or a font that is missing.
    """
    prepare(out)
    left = dict.fromkeys(kinds, layouts)
    wanted = Wanted(cases=1_000 * max(1, layouts), seed=seed, split=split, share=0.0)
    for number in itertools.count(1):
        if not any(left.values()):
            return layouts * len(kinds)
        case = assembled(plan(wanted, number))
        files = []
        for kind in kinds:
            chosen = list(_documents(case, kind))[: left[kind]]
            left[kind] -= len(chosen)
            files += [file for document in chosen for file in _files(case, document, kind, split, press)]
        if not files:
            continue
        name = f"case-{number:04d}"
        put(name, {file.name: file.content for file in files}, truth(name, case, files), out)
    raise AssertionError("not reached")


def _documents(case: Assembled, kind: str) -> Iterator[Document]:
    """A few papers of that kind."""
    source = stream(case.firm.seed, "chance", kind)
    fit = [one for one in case.papers.documents if KINDS[kind].fits(one)]
    yield from source.sample(fit, min(_OF_A_FIRM, len(fit)))


def _files(case: Assembled, document: Document, kind: str, split: Split, press: Press) -> list[File]:
    """The paper as one file, or as one for each photographed page."""
    source = stream(case.firm.seed, "chance", document.id)
    producer = _producer(source, split)
    face = source.choice([one.name for one in faces(case.firm.language, split, outlines=producer.outlines)])
    paper = KINDS[kind].draw(document, case.firm, source, face, split)
    shown = display(paper)
    content = producer.draw(shown, Metadata(made=_MADE))
    file = File(
        name=f"{document.id}.pdf",
        content=content,
        documents=(document.id,),
        figures=tuple((document.id, one) for one in placed(shown)),
        layouts=("chance",),
        face=face,
        producer=producer.name,
        press=press,
        degradation="",
        technique="",
        ways=(),
        pages=len(shown.pages),
        said=paper.said,
    )
    return [file] if press == "digital" else _pictured(file, paper, shown, press, source, split)


def _pictured(file: File, paper: Paper, shown: Display, press: Press, source: Random, split: Split) -> list[File]:
    """The file as a machine or a telephone of that side sees it."""
    ways: list[Degradation] = [one for one in of(split, declared("samples.press.degrade", "DEGRADATION")) if one.kind == press]
    how = source.choice(ways)
    sealed = source.random() < 0.5
    seal = Seal(kind="round", text=_SEALS[paper.language], over="figures")
    found = [*marks.pressed(replace(paper, seals=(seal,)), shown, source)] if sealed else []
    found += marks.handled(shown, source)
    job = Job(
        content=file.content, made=_MADE, damage=source.uniform(0.1, 0.6), marks=tuple(one for one in found if one.page <= file.pages)
    )
    done = how.apply(job, source)
    files = []
    for number, content in enumerate(done.files, 1):
        figures = []
        for document, one in file.figures:
            if one.box is not None and (done.suffix == "pdf" or one.page == number):
                page, box = done.moved(one.page or 1, one.box)
                figures.append((document, replace(one, page=page, box=box)))
        name = f"{file.documents[0]}-{number}.{done.suffix}"
        pages = file.pages if done.suffix == "pdf" else 1
        files.append(replace(file, name=name, content=content, figures=tuple(figures), pages=pages, degradation=how.name))
    return files


def _producer(source: Random, split: Split) -> Producer:
    """One that needs no other program; the side `test` has none of its own, so it shares."""
    ready: list[Producer] = [one for one in declared("samples.press.producers", "PRODUCER") if not one.tools]
    return source.choice([one for one in ready if one.split == split] or ready)
