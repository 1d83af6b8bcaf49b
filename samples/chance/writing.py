"""Files on layouts drawn by chance, with their truth, in the shape of a population's folder: one case for each draw."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from random import Random

from samples.case import Document
from samples.chance import bank, statement
from samples.firms.firm import Firm
from samples.papers.paper import Paper
from samples.population.answers import File, truth
from samples.population.assemble import Assembled, assembled
from samples.population.plan import Wanted, plan
from samples.population.registry import declared
from samples.population.splits import Split
from samples.population.writing import prepare, put
from samples.press.display import Metadata, Producer
from samples.press.typefaces import faces
from samples.press.typeset import display, placed
from samples.records.record import BankStatement, Statement
from samples.streams import stream

_FACES = ("balance_sheet", "income_statement", "cash_flow")
_MADE = datetime(2026, 3, 16, 9, 30, tzinfo=UTC)
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
    "statement": Kind(lambda one: isinstance(one.record, Statement) and one.record.record in _FACES, statement.paper),
}


def write(out: Path, *, layouts: int, seed: int, split: Split, kinds: Sequence[str] = tuple(KINDS)) -> int:
    """Write so many papers of each kind, each on a layout of its own, into the new or empty folder `out`.   Returns how many.

    split   whose captions, faces, producers and firms

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
            files += [_file(case, document, kind, split) for document in chosen]
        name = f"case-{number:04d}"
        put(name, {file.name: file.content for file in files}, truth(name, case, files), out)
    raise AssertionError("not reached")


def _documents(case: Assembled, kind: str) -> Iterator[Document]:
    """A few papers of that kind."""
    source = stream(case.firm.seed, "chance", kind)
    fit = [one for one in case.papers.documents if KINDS[kind].fits(one)]
    yield from source.sample(fit, min(_OF_A_FIRM, len(fit)))


def _file(case: Assembled, document: Document, kind: str, split: Split) -> File:
    source = stream(case.firm.seed, "chance", document.id)
    producer = _producer(source, split)
    face = source.choice([one.name for one in faces(case.firm.language, split, outlines=producer.outlines)])
    shown = display(KINDS[kind].draw(document, case.firm, source, face, split))
    return File(
        name=f"{document.id}.pdf",
        content=producer.draw(shown, Metadata(made=_MADE)),
        documents=(document.id,),
        figures=tuple((document.id, one) for one in placed(shown)),
        layouts=("chance",),
        face=face,
        producer=producer.name,
        press="digital",
        degradation="",
        technique="",
        ways=(),
        pages=len(shown.pages),
    )


def _producer(source: Random, split: Split) -> Producer:
    """One that needs no other program; the side `test` has none of its own, so it shares."""
    ready: list[Producer] = [one for one in declared("samples.press.producers", "PRODUCER") if not one.tools]
    return source.choice([one for one in ready if one.split == split] or ready)
