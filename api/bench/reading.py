"""How many printed figures are read right, per class of document, beside two ordinary ways to read them."""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any

from api.bench import invoices, rivals_invoices, truths
from api.bench.found import figures_of
from api.bench.found_banks import of_bank_file
from api.bench.population import measure as measure_population
from api.bench.rivals import RIVALS
from api.bench.rivals_apart import Apart
from api.bench.scoring import OUTCOMES, Expected, Found, Scored, Tally, misses, score
from api.bench.truths import Paper
from extract.flow import read
from extract.ocr.engine import Recogniser

#: Class -> how its papers are listed.
CLASSES = {**truths.CLASSES, **invoices.CLASSES}
DESCRIPTION = "figures read right, wrong, doubtful and missing, per class of document, beside two rivals"
_OURS = "tieout"
#: Made for the run, which takes minutes: only measured when it is asked for, and then alone.
_POPULATION = "population"
#: Where the project stands in a checkout: the samples lie inside it, other people's documents beside it.
_ROOT = Path(__file__).resolve().parents[2]


@dataclass(slots=True)
class Result:
    """What one reader made of one group of documents."""

    scored: list[Scored] = field(default_factory=list)
    documents: int = 0
    pages: int = 0
    seconds: float = 0.0


def run(arguments: Sequence[str]) -> int:
    """Runs the benchmark and prints its table.   arguments: as on the command line

    Returns 0, or 2 when there was nothing to read at all.
    """
    options = _options(arguments)
    if options.only and _POPULATION in options.only:
        return measure_population(options, options.data)
    options.data = options.data or _ROOT.parent / "shared" / "data"
    results: dict[tuple[str, str], Result] = {}
    with Recogniser() as recogniser, Apart() as apart:
        for paper in _papers(options):
            _measure(paper, recogniser, apart, results, show=options.show)
    if options.as_json:
        print(json.dumps({"benchmark": "reading", "results": [_as_json(key, result) for key, result in results.items()]}, indent=1))
    else:
        _print(results)
    return 0 if results else 2


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="tieout bench reading", description=DESCRIPTION)
    parser.add_argument("--only", action="append", choices=(*CLASSES, _POPULATION), help="this class of documents; may be given again")
    parser.add_argument(
        "--limit",
        type=int,
        default=None,
        metavar="N",
        help="the first N documents of each class; of a population, of each press, language and kind",
    )
    parser.add_argument("--show", action="store_true", help="every figure that was not read right, on standard error")
    parser.add_argument("--json", action="store_true", dest="as_json")
    parser.add_argument("--data", type=Path, default=None, help="folder of documents with their truth, or of a population that is written")
    made = parser.add_argument_group("population", "made-up firms; with no --data their files are printed for the run")
    made.add_argument("--split", choices=("develop", "test"), default="test")
    made.add_argument("--cases", type=int, default=3, metavar="N", help="loan files to print")
    made.add_argument("--seed", type=int, default=1)
    made.add_argument("--press", action="append", metavar="PRESS", help="digital, scan, photo or data; may be given again")
    made.add_argument(
        "--kind", action="append", metavar="KIND", help="statement, bank_statement, invoice, tax_return, …; may be given again"
    )
    made.add_argument("--no-rivals", action="store_true", help="read by tieout alone")
    made.add_argument(
        "--timed",
        type=int,
        default=6,
        metavar="N",
        help="files of each press that are read again for time and memory, alone and two at once; 0 for none",
    )
    parser.add_argument("--jobs", type=int, default=1, metavar="N", help="documents read at the same time")
    parser.add_argument(
        "--resume", type=Path, default=None, metavar="FILE", help="keep there what came of each document, and go on from it"
    )
    parser.add_argument("--quiet", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--verbose", action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args(list(arguments))


def _papers(options: argparse.Namespace) -> Iterator[Paper]:
    for name in options.only or CLASSES:
        folder = _ROOT / "samples" / "files" if name == "samples" else options.data / name
        if not folder.is_dir():
            _say(f"{name}: not measured, there is no folder {folder.name} in {folder.parent}.")
            continue
        for paper in islice(CLASSES[name](folder), options.limit):
            if paper.path.is_file():
                yield paper
            else:
                _say(f"{name}: {paper.path.name} is missing, its truth is there.")


def _measure(paper: Paper, recogniser: Recogniser, apart: Apart, results: dict[tuple[str, str], Result], *, show: bool) -> None:
    data = paper.path.read_bytes()
    started = time.perf_counter()
    document = read(data, paper.path.name, recogniser=recogniser)
    seconds = time.perf_counter() - started
    if document.status == "refused":
        _say(f"{paper.path.name}: refused ({', '.join(warning.code for warning in document.warnings)})")
    scored = score(paper.expected, [*figures_of(document), *of_bank_file(document)])
    _add(results, (paper.group, _OURS), scored, max(document.pages, 1), seconds)
    if show:
        for one in misses(scored):
            _say(_miss(paper.path.name, one))
    if paper.path.suffix.lower() == ".pdf" and all(one.kind == "invoice" for one in paper.expected):
        _invoice_rival(paper, apart, results, max(document.pages, 1))
    if paper.path.suffix.lower() != ".pdf" or not paper.periods:
        return
    for name, rival in RIVALS.items():
        if name.startswith("pdftotext") and shutil.which("pdftotext") is None:
            _say("pdftotext is not installed (poppler-utils): that rival is left out.")
            continue
        started = time.perf_counter()
        theirs = rival(data, paper.periods)
        _add(results, (paper.group, name), score(paper.expected, theirs), max(document.pages, 1), time.perf_counter() - started)


def _invoice_rival(paper: Paper, apart: Apart, results: dict[tuple[str, str], Result], pages: int) -> None:
    if not rivals_invoices.installed():
        _say_once(f"{rivals_invoices.NAME} is not installed (sh scripts/rivals.sh): that rival is left out.")
        return
    started = time.perf_counter()
    theirs = rivals_invoices.amounts(apart, paper.path)
    seconds = time.perf_counter() - started
    _add(results, (paper.group, rivals_invoices.NAME), score(paper.expected, theirs), pages, seconds)


def _add(results: dict[tuple[str, str], Result], key: tuple[str, str], scored: list[Scored], pages: int, seconds: float) -> None:
    result = results.setdefault(key, Result())
    result.scored.extend(scored)
    result.documents += 1
    result.pages += pages
    result.seconds += seconds


def _print(results: dict[tuple[str, str], Result]) -> None:
    print(f"{'documents':<26} {'reader':<26} {'n':>6} {'right':>14} {'wrong':>12} {'doubtful':>12} {'missing':>12} {'s/page':>8}")
    for (group, reader), result in sorted(results.items(), key=lambda item: (item[0][0], item[0][1] != _OURS, item[0][1])):
        tally = Tally.of(result.scored)
        cells = " ".join(
            f"{tally.counts[outcome]:>{width}} {tally.share(outcome):>5.1%}" for outcome, width in zip(OUTCOMES, (8, 6, 6, 6), strict=True)
        )
        shown = f"{group} ({result.documents})" if reader == _OURS else ""
        print(f"{shown:<26} {reader:<26} {tally.total:>6} {cells} {result.seconds / result.pages:>8.2f}")


def _as_json(key: tuple[str, str], result: Result) -> dict[str, Any]:
    tally = Tally.of(result.scored)
    return {
        "group": key[0],
        "reader": key[1],
        "documents": result.documents,
        "figures": tally.total,
        **{outcome: tally.counts[outcome] for outcome in OUTCOMES},
        "right_share": round(tally.share("right"), 4),
        "seconds_per_page": round(result.seconds / result.pages, 3),
    }


def _miss(document: str, scored: Scored) -> str:
    wanted, got = scored.expected, scored.got
    line = wanted.label or wanted.field or wanted.concept or "(no caption)"
    return f"{scored.outcome:<8} {document}  {line}  {wanted.period or ''}  expected {_amount(wanted)}  got {_amount(got)}"


def _amount(figure: Expected | Found | None) -> str:
    if figure is None:
        return "nothing"
    return f"{figure.value if figure.value is not None else figure.printed_value}"


def _say(text: str) -> None:
    print(text, file=sys.stderr)


@cache
def _say_once(text: str) -> None:
    _say(text)
