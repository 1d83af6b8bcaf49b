"""One file of a made-up firm, read by tieout and by others, and what became of its figures."""

from __future__ import annotations

import argparse
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from api.bench import rivals_invoices
from api.bench.judging import Counts, Judged, judged, unlike
from api.bench.outcome import Outcome, Part, Timed
from api.bench.population_truth import Listed, MadeUp
from api.bench.rivals import RIVALS
from api.bench.rivals_apart import Apart, absent
from api.bench.rivals_pictures import PICTURE_RIVALS, not_installed
from api.bench.scoring import Expected, Found, Scored, same_value, score
from extract.document import Document
from extract.flow import read
from extract.ocr.engine import Recogniser

OURS = "tieout"
#: Engines that live in this process and keep a state between pages: one thread at a time.
ENGINES = threading.Lock()


@dataclass(slots=True)
class _Gathered:
    """What has been made of one file so far."""

    parts: list[Part] = field(default_factory=list)
    timed: list[Timed] = field(default_factory=list)
    said: list[str] = field(default_factory=list)


def outcome_of(listed: Listed, recogniser: Recogniser, apart: Apart, options: argparse.Namespace) -> Outcome:
    """Reads the file, and with --show says on standard error what was not read right."""
    made = listed.made()
    data = made.path.read_bytes()
    gathered = _Gathered()
    started = time.perf_counter()
    document = read(data, made.path.name, recogniser=recogniser)
    gathered.timed.append(Timed(OURS, document.pages, time.perf_counter() - started))
    _ours(made, document, gathered)
    if options.show:
        print("\n".join(gathered.said), file=sys.stderr)
    if not options.no_rivals and made.path.suffix.lower() in (".pdf", ".png", ".jpg", ".jpeg"):
        if made.raw:
            _on_statements(made, data, max(document.pages, 1), apart, gathered)
        if made.rows and made.press == "digital":
            _on_bank_lines(made, max(document.pages, 1), apart, gathered)
        if "invoice" in made.kinds and made.path.suffix.lower() == ".pdf" and made.press == "digital":
            _on_invoices(made, max(document.pages, 1), apart, gathered)
    return Outcome(listed.key, listed.press, listed.language, tuple(gathered.parts), tuple(gathered.timed))


def _ours(made: MadeUp, document: Document, gathered: _Gathered) -> None:
    figures, misses, counts = judged(made, document)
    for kind in sorted(made.kinds):
        whole = counts if kind in ("bank_statement", "invoice") else None
        gathered.parts.append(Part(kind, OURS, tuple(one for one in figures if one.kind == kind), whole))
    codes = " ".join(sorted({warning.code for warning in document.warnings}))
    right = sum(one.right for one in figures)
    gathered.said.append(
        f"{made.press} {right}/{len(figures)} {made.path.parent.name}/{made.path.name} [{','.join(sorted(made.kinds))}] {codes}"
    )
    gathered.said.extend(_miss(kind, one) for kind, one in misses)
    if made.said:
        gathered.said.extend(f"  said {name}  {said}  got {got or 'nothing'}" for name, said, got in unlike(made, document))


def _on_statements(made: MadeUp, data: bytes, pages: int, apart: Apart, gathered: _Gathered) -> None:
    """The same file by the others, which are told the periods and are held to the print without its scale."""
    ready = dict(RIVALS if made.press == "digital" else PICTURE_RIVALS)
    if "img2table" not in absent():
        ready["img2table"] = lambda _, periods: apart.tables(made.path, periods)
    for name, rival in ready.items():
        if not_installed(name.partition(" ")[0].lower()):
            continue
        with ENGINES:
            started = time.perf_counter()
            found = rival(data, made.periods)
            gathered.timed.append(Timed(name, pages, time.perf_counter() - started))
        gathered.parts.append(Part("statement", name, tuple(_theirs(made.raw, found, "statement"))))


def _on_bank_lines(made: MadeUp, pages: int, apart: Apart, gathered: _Gathered) -> None:
    """monopoly-core is held to day and amount alone: it reads no balances."""
    if "monopoly-core" in absent():
        return
    started = time.perf_counter()
    found = Counter(apart.bank_lines(made.path))
    gathered.timed.append(Timed("monopoly-core", pages, time.perf_counter() - started))
    expected = Counter((row.day, abs(row.amount)) for row in made.rows)
    gathered.parts.append(Part("bank_statement", "monopoly-core", (), Counts((found & expected).total(), expected.total(), found.total())))


def _on_invoices(made: MadeUp, pages: int, apart: Apart, gathered: _Gathered) -> None:
    wanted = rivals_invoices.answerable(made.expected["invoice"])
    if not wanted or not rivals_invoices.installed():
        return
    started = time.perf_counter()
    found = [replace(one, kind="") for one in rivals_invoices.amounts(apart, made.path)]
    gathered.timed.append(Timed(rivals_invoices.NAME, pages, time.perf_counter() - started))
    gathered.parts.append(Part("invoice", rivals_invoices.NAME, tuple(_theirs(wanted, found, "invoice"))))


def _theirs(expected: Sequence[Expected], found: Sequence[Found], kind: str) -> Iterator[Judged]:
    for one in score(expected, found):
        yield Judged(kind, one.got is not None, isinstance(one.got, Found) and same_value(one.expected, one.got))


def _miss(kind: str, one: Scored) -> str:
    wanted, got = one.expected, one.got
    said = "nothing" if got is None else f"{got.value} {got.period or ''} {'doubtful' if got.doubtful else ''}"
    line = wanted.label or wanted.concept or wanted.field
    return f"  {kind} {wanted.kind} {wanted.field or ''}  {line}  {wanted.period or ''} {wanted.span or ''}  {wanted.value}  got {said}"
