"""Data on layouts drawn by chance, with its truth: registers of invoices, trial balances, payrolls, and statements as workbooks."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

from samples.case import Document
from samples.chance import lists, payroll, statement_sheets
from samples.chance.listing import Listing
from samples.chance.sheets import filed
from samples.firms.firm import Firm
from samples.population.answers import File, truth
from samples.population.assemble import Assembled, assembled
from samples.population.plan import Wanted, plan
from samples.population.splits import Split
from samples.population.writing import prepare, put
from samples.press.placed import Placed
from samples.records.record import Form, Statement
from samples.streams import stream

#: Lists of one kind and one firm, each on a layout of its own.
_OF_A_FIRM = 3
#: Lines that a list has at least.
_FEWEST = 5


@dataclass(frozen=True, slots=True)
class Kind:
    """record: of the papers that are listed so   draw: one of them on a layout of the given stream and side"""

    record: str
    draw: Callable[[Form, Firm, Random, Split], Listing]


DATA_KINDS: dict[str, Kind] = {
    "payroll": Kind("payroll_return", payroll.paper),
    "register": Kind("invoice_register", lists.register),
    "trial_balance": Kind("trial_balance", lists.trial_balance),
}
#: All that is drawn as data: the lists, and statements.
DRAWN = (*DATA_KINDS, "statement")
_FACES = ("balance_sheet", "income_statement", "cash_flow")


def write_data(out: Path, *, layouts: int, seed: int, split: Split, kinds: Sequence[str] = DRAWN) -> int:
    """Write so many lists of each kind, each on a layout of its own, into the new or empty folder `out`.   Returns how many.

    Of statements it writes workbooks with one or several.

    Raises WronglyCalled for a folder that cannot be written.
    """
    prepare(out)
    left = dict.fromkeys(kinds, layouts)
    wanted = Wanted(cases=1_000 * max(1, layouts), seed=seed, split=split, share=0.0)
    for number in itertools.count(1):
        if not any(left.values()):
            return layouts * len(kinds)
        case = assembled(plan(wanted, number))
        case = replace(case, papers=case.papers.added(payroll.document(case.firm)))
        files = []
        for kind in kinds:
            if kind == "statement":
                made = list(_statements(case, split))[: left[kind]]
            else:
                made = [_file(case, document, kind, split) for document in _documents(case, kind)[: left[kind]]]
            left[kind] -= len(made)
            files += made
        if files:
            name = f"case-{number:04d}"
            put(name, {file.name: file.content for file in files}, truth(name, case, files), out)
    raise AssertionError("not reached")


def _documents(case: Assembled, kind: str) -> list[Document]:
    source = stream(case.firm.seed, "chance", "data", kind)
    fit = [
        one
        for one in case.papers.documents
        if isinstance(one.record, Form)
        and one.record.record == DATA_KINDS[kind].record
        and (kind != "payroll" or one.record.form == "payroll")
        and len(one.record.lines) > _FEWEST
    ]
    return source.sample(fit, min(_OF_A_FIRM, len(fit)))


def _statements(case: Assembled, split: Split) -> Iterator[File]:
    """Workbooks of the firm's statements: one of several, and single ones."""
    source = stream(case.firm.seed, "chance", "data", "statement")
    fit = [one for one in case.papers.documents if isinstance(one.record, Statement) and one.record.record in _FACES]
    latest = max((one.record.period for one in fit), default=None)
    together = [one for one in fit if one.record.period == latest]
    for chosen in (together, *([one] for one in source.sample(fit, min(_OF_A_FIRM - 1, len(fit))))):
        if chosen:
            suffix, content, figures = statement_sheets.filed(chosen, case.firm, source, split)
            name = "statements" if len(chosen) > 1 else f"{chosen[0].id}-sheet"
            yield _made(f"{name}{suffix}", content, [one.id for one in chosen], figures)


def _file(case: Assembled, document: Document, kind: str, split: Split) -> File:
    source = stream(case.firm.seed, "chance", "data", document.id)
    assert isinstance(document.record, Form)
    suffix, printed = filed(DATA_KINDS[kind].draw(document.record, case.firm, source, split), source, case.firm.currency)
    return _made(f"{document.id}{suffix}", printed.content, [document.id], [(document.id, one) for one in printed.figures])


def _made(name: str, content: bytes, documents: Sequence[str], figures: Sequence[tuple[str, Placed]]) -> File:
    return File(
        name=name,
        content=content,
        documents=tuple(documents),
        figures=tuple(figures),
        layouts=("chance",),
        face="",
        producer="",
        press="data",
        degradation="",
        technique="",
        ways=(),
        pages=1,
    )
