"""How many printed figures are read right, per class of document, beside two ordinary ways to read them."""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache, partial
from itertools import islice
from pathlib import Path
from typing import Any

from api.bench import invoices, rivals_invoices, truths
from api.bench.found import figures_of
from api.bench.found_banks import of_bank_file
from api.bench.judging import Judged
from api.bench.outcome import Kept, Part, Timed
from api.bench.outcome import Outcome as DocumentOutcome
from api.bench.population import measure as measure_population
from api.bench.population_file import ENGINES
from api.bench.reliability import at_least, at_most
from api.bench.rivals import RIVALS
from api.bench.rivals_apart import Apart, absent
from api.bench.rivals_pictures import PICTURE_RIVALS, not_installed
from api.bench.running import outcomes
from api.bench.scoring import OUTCOMES, Expected, Found, Outcome, Scored, misses, same_value, score
from api.bench.truths import Paper
from extract.flow import read
from extract.ocr.engine import Recogniser

Rival = Callable[[bytes, Sequence[date]], list[Found]]
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

    figures: list[Judged] = field(default_factory=list)
    documents: int = 0
    pages: int = 0
    seconds: float = 0.0

    def counts(self) -> Counter[str]:
        """Figures by outcome."""
        return Counter(_outcome(one) for one in self.figures)


def _outcome(one: Judged) -> Outcome:
    if not one.found:
        return "missing"
    if one.doubtful:
        return "doubtful"
    return "right" if one.right else "wrong"


def run(arguments: Sequence[str]) -> int:
    """Runs the benchmark and prints its table.   arguments: as on the command line

    Returns 0, or 2 when there was nothing to read at all.
    """
    options = _options(arguments)
    if options.only and _POPULATION in options.only:
        return measure_population(options, options.data)
    options.data = options.data or _ROOT.parent / "shared" / "data"
    results: dict[tuple[str, str], Result] = {}
    kept = Kept(options.resume, {"data": str(options.data.resolve()), "rivals": not options.no_rivals})
    for outcome in kept.open():
        _add(results, outcome)
    with Recogniser() as recogniser:
        papers = list(_papers(options))
        calls = [partial(_measured, paper, recogniser) for paper in papers if _key(paper) not in kept.outcomes]
        try:
            for outcome in outcomes(calls, options):
                kept.add(outcome)
                _add(results, outcome)
        except KeyboardInterrupt:
            _say(f"interrupted: {len(kept.outcomes)} of {len(papers)} documents are in the table")
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
    parser.add_argument("--no-rivals", action="store_true", help="read by tieout alone")
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


def _key(paper: Paper) -> str:
    return f"{paper.group}/{paper.path.parent.name}/{paper.path.name}"


def _measured(paper: Paper, recogniser: Recogniser, apart: Apart, options: argparse.Namespace) -> DocumentOutcome:
    data = paper.path.read_bytes()
    if paper.alone:
        data = invoices.without_attachments(data)
    started = time.perf_counter()
    document = read(data, paper.path.name, recogniser=recogniser)
    seconds = time.perf_counter() - started
    if document.status == "refused":
        _say(f"{paper.path.name}: refused ({', '.join(warning.code for warning in document.warnings)})")
    scored = score(paper.expected, [*figures_of(document), *of_bank_file(document)])
    if options.show:
        for one in misses(scored):
            _say(_miss(paper.path.name, one))
    pages = max(document.pages, 1)
    parts, timed = [_part(_OURS, scored)], [Timed(_OURS, pages, seconds)]
    for name, rival in () if options.no_rivals else _rivals(paper, apart):
        with ENGINES:
            started = time.perf_counter()
            theirs = rival(data, paper.periods)
            timed.append(Timed(name, pages, time.perf_counter() - started))
        wanted = rivals_invoices.answerable(paper.expected) if name == rivals_invoices.NAME else paper.expected
        parts.append(_part(name, score(wanted, theirs)))
    return DocumentOutcome(_key(paper), paper.group, "", tuple(parts), tuple(timed))


def _part(reader: str, scored: Sequence[Scored]) -> Part:
    return Part("", reader, tuple(Judged("", one.got is not None, _is_right(one), _is_doubtful(one)) for one in scored))


def _is_right(one: Scored) -> bool:
    return one.got is not None and same_value(one.expected, one.got)


def _is_doubtful(one: Scored) -> bool:
    return one.got is not None and one.got.doubtful


def _rivals(paper: Paper, apart: Apart) -> Iterator[tuple[str, Rival]]:
    """The others that may be asked for such a paper and are there; what is not there is said once."""
    pdf = paper.path.suffix.lower() == ".pdf"
    ready: dict[str, Rival] = {}
    if pdf and all(one.kind == "invoice" for one in paper.expected):
        ready[rivals_invoices.NAME] = lambda *_: rivals_invoices.amounts(apart, paper.path)
    if paper.periods and (pdf or paper.scanned):
        ready.update(PICTURE_RIVALS if paper.scanned else RIVALS)
        ready["img2table"] = lambda _, periods: apart.tables(paper.path, periods)
    for name, rival in ready.items():
        if name in absent():
            _say_once(f"{name} is not installed (sh scripts/rivals.sh): that rival is left out.")
        elif not_installed(name.partition(" ")[0].lower()):
            _say_once(f"{name.partition(' ')[0]} is not installed: that rival is left out.")
        else:
            yield name, rival


def _add(results: dict[tuple[str, str], Result], outcome: DocumentOutcome) -> None:
    for part, timed in zip(outcome.parts, outcome.timed, strict=True):
        result = results.setdefault((outcome.press, part.reader), Result())
        result.figures.extend(part.figures)
        result.documents += 1
        result.pages += timed.pages
        result.seconds += timed.seconds


def _print(results: Mapping[tuple[str, str], Result]) -> None:
    head = f"{'documents':<30} {'reader':<26} {'n':>6} {'right':>14} {'at least':>9} {'wrong':>12} {'at most':>8}"
    print(f"{head} {'doubtful':>12} {'missing':>12} {'s/page':>8}")
    for (group, reader), result in sorted(results.items(), key=lambda item: (item[0][0], item[0][1] != _OURS, item[0][1])):
        counts, total = result.counts(), len(result.figures)
        cells = {one: f"{counts[one]:>6} {counts[one] / max(total, 1):>5.1%}" for one in OUTCOMES}
        shown = f"{group} ({result.documents})" if reader == _OURS else ""
        print(
            f"{shown:<30} {reader:<26} {total:>6} {cells['right']:>14} {at_least(counts['right'], total):>9.1%} {cells['wrong']:>12} "
            f"{at_most(counts['wrong'], total):>8.1%} {cells['doubtful']:>12} {cells['missing']:>12} {result.seconds / result.pages:>8.2f}"
        )


def _as_json(key: tuple[str, str], result: Result) -> dict[str, Any]:
    counts, total = result.counts(), len(result.figures)
    return {
        "group": key[0],
        "reader": key[1],
        "documents": result.documents,
        "figures": total,
        **{outcome: counts[outcome] for outcome in OUTCOMES},
        "right_share": round(counts["right"] / max(total, 1), 4),
        "right_at_least": round(at_least(counts["right"], total), 5),
        "wrong_at_most": round(at_most(counts["wrong"], total), 5),
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
