"""How the papers of made-up firms are read: per press, language and kind of paper, beside other ways to read the same files."""

from __future__ import annotations

import argparse
import json
import resource
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from api.bench import rivals_invoices
from api.bench.judging import Counts, Judged, judged, unlike
from api.bench.population_truth import MadeUp, made_up
from api.bench.reliability import Bin, at_least, at_most, reliability
from api.bench.rivals import RIVALS
from api.bench.rivals_apart import Apart, absent
from api.bench.rivals_pictures import PICTURE_RIVALS, not_installed
from api.bench.scoring import Found, Scored, same_value, score
from extract.flow import read
from extract.ocr.engine import Recogniser

_OURS = "tieout"


@dataclass(slots=True)
class Group:
    """All that one reader made of one kind of paper, in one language, of one press."""

    figures: list[Judged] = field(default_factory=list)
    counts: list[Counts] = field(default_factory=list)
    files: int = 0

    def tally(self) -> dict[str, Any]:
        """The counts, and the bounds at 95 %: the share right is at least, the share silently wrong at most."""
        figures = self.figures
        total = len(figures)
        named = [one.concept for one in figures if one.concept is not None]
        silent = sum(one.silent_wrong for one in figures)
        right = sum(one.right for one in figures)
        return {
            "files": self.files,
            "figures": total,
            "right": right,
            "right_at_least": round(at_least(right, total), 5),
            "wrong": sum(one.found and not one.right for one in figures),
            "doubtful": sum(one.doubtful for one in figures),
            "silent_wrong": silent,
            "silent_wrong_at_most": round(at_most(silent, total), 5),
            "missing": sum(not one.found for one in figures),
            "labels": len(named),
            "labels_right": sum(named),
            "bank_rows": sum(one.rows for one in self.counts),
            "bank_rows_right": sum(one.rows_right for one in self.counts),
            "bank_rows_read": sum(one.rows_read for one in self.counts),
            "invoice_fields": sum(one.fields for one in self.counts),
            "invoice_fields_right": sum(one.fields_right for one in self.counts),
        }


@dataclass(slots=True)
class Measured:
    """All groups by (press, language, kind, reader), and the time by (press, reader): pages, seconds.

    covered   by (press, language), tieout's figures with a seal or a signature over them, which are in the groups as well
    """

    groups: dict[tuple[str, str, str, str], Group] = field(default_factory=dict)
    covered: dict[tuple[str, str], Group] = field(default_factory=dict)
    pages: Counter[tuple[str, str]] = field(default_factory=Counter)
    seconds: dict[tuple[str, str], float] = field(default_factory=dict)

    def group(self, made: MadeUp, kind: str, reader: str = _OURS) -> Group:
        return self.groups.setdefault((made.press, made.language, kind, reader), Group())

    def timed(self, press: str, reader: str, pages: int, seconds: float) -> None:
        self.pages[press, reader] += max(pages, 1)
        self.seconds[press, reader] = self.seconds.get((press, reader), 0.0) + seconds


def measure(options: argparse.Namespace, data: Path | None) -> int:
    """Reads the files of `data`, or of a population written for this run, and prints the tables.   Returns 0, or 2 for nothing to read."""
    measured = Measured()
    with _folder(options, data) as folder, Recogniser() as recogniser, Apart() as apart:
        for number, made in enumerate(_chosen(folder, options)):
            if options.limit is not None and number >= options.limit:
                break
            _one(made, recogniser, apart, measured, options)
        for (name, why), files in sorted(apart.failures.items()):
            _say(f"{name} failed on {files} files: {why}")
    if not measured.groups:
        return 2
    if options.as_json:
        print(json.dumps({"benchmark": "reading", "class": "population", "split": options.split, **_as_json(measured)}, indent=1))
    else:
        _print(measured)
    return 0


@contextmanager
def _folder(options: argparse.Namespace, data: Path | None) -> Iterator[Path]:
    if data is not None:
        yield data
        return
    from samples.population.plan import Wanted
    from samples.population.writing import write

    with tempfile.TemporaryDirectory(prefix="tieout-") as made:
        _say(f"population: printing {options.cases} loan files of the split {options.split}, seed {options.seed}")
        write(Wanted(cases=options.cases, seed=options.seed, split=options.split), Path(made))
        yield Path(made)


def _chosen(folder: Path, options: argparse.Namespace) -> Iterator[MadeUp]:
    for made in made_up(folder, options.press or ()):
        if not options.kind or made.kinds & set(options.kind):
            yield made


def _one(made: MadeUp, recogniser: Recogniser, apart: Apart, measured: Measured, options: argparse.Namespace) -> None:
    data = made.path.read_bytes()
    started = time.perf_counter()
    document = read(data, made.path.name, recogniser=recogniser)
    measured.timed(made.press, _OURS, document.pages, time.perf_counter() - started)
    figures, misses, counts = judged(made, document)
    for kind in made.kinds:
        group = measured.group(made, kind)
        group.files += 1
        own = [one for one in figures if one.kind == kind]
        group.figures.extend(own)
        if covered := [one for one in own if one.inked]:
            measured.covered.setdefault((made.press.partition(" ")[0], made.language), Group()).figures.extend(covered)
        if kind in ("bank_statement", "invoice"):
            group.counts.append(counts)
    if options.show:
        codes = " ".join(sorted({warning.code for warning in document.warnings}))
        right = sum(one.right for one in figures)
        _say(f"{made.press} {right}/{len(figures)} {made.path.parent.name}/{made.path.name} [{','.join(sorted(made.kinds))}] {codes}")
        for kind, one in misses:
            _say(_miss(kind, one))
        for name, said, got in unlike(made, document) if made.said else ():
            _say(f"  said {name}  {said}  got {got or 'nothing'}")
    if not options.no_rivals and made.path.suffix.lower() in (".pdf", ".png", ".jpg", ".jpeg"):
        if made.raw:
            _rivals(made, data, max(document.pages, 1), apart, measured)
        if made.rows and made.press == "digital":
            _bank_rival(made, max(document.pages, 1), apart, measured)
        if "invoice" in made.kinds and made.path.suffix.lower() == ".pdf" and made.press == "digital":
            _invoice_rival(made, max(document.pages, 1), apart, measured)


def _rivals(made: MadeUp, data: bytes, pages: int, apart: Apart, measured: Measured) -> None:
    """The same file by the others, which are told the periods and are held to the print without its scale."""
    ready = dict(RIVALS if made.press == "digital" else PICTURE_RIVALS)
    if "img2table" not in absent():
        ready["img2table"] = lambda _, periods: apart.tables(made.path, periods)
    for name, rival in ready.items():
        if name.startswith("pdftotext") and not_installed("pdftotext"):
            continue
        started = time.perf_counter()
        found = rival(data, made.periods)
        measured.timed(made.press, name, pages, time.perf_counter() - started)
        group = measured.group(made, "statement", name)
        group.files += 1
        group.figures.extend(_theirs(one) for one in score(made.raw, found))


def _bank_rival(made: MadeUp, pages: int, apart: Apart, measured: Measured) -> None:
    """monopoly-core is held to day and amount alone: it reads no balances."""
    if "monopoly-core" in absent():
        return
    started = time.perf_counter()
    found = Counter(apart.bank_lines(made.path))
    measured.timed(made.press, "monopoly-core", pages, time.perf_counter() - started)
    expected = Counter((row.day, abs(row.amount)) for row in made.rows)
    group = measured.group(made, "bank_statement", "monopoly-core")
    group.files += 1
    group.counts.append(Counts((found & expected).total(), expected.total(), found.total()))


def _invoice_rival(made: MadeUp, pages: int, apart: Apart, measured: Measured) -> None:
    if not rivals_invoices.installed():
        return
    started = time.perf_counter()
    found = [replace(one, kind="") for one in rivals_invoices.amounts(apart, made.path)]
    measured.timed(made.press, rivals_invoices.NAME, pages, time.perf_counter() - started)
    group = measured.group(made, "invoice", rivals_invoices.NAME)
    group.files += 1
    group.figures.extend(_theirs(one, "invoice") for one in score(made.expected["invoice"], found))


def _theirs(one: Scored, kind: str = "statement") -> Judged:
    return Judged(kind, one.got is not None, isinstance(one.got, Found) and same_value(one.expected, one.got))


def _miss(kind: str, one: Scored) -> str:
    wanted, got = one.expected, one.got
    said = "nothing" if got is None else f"{got.value} {got.period or ''} {'doubtful' if got.doubtful else ''}"
    line = wanted.label or wanted.concept or wanted.field
    return f"  {kind} {wanted.kind} {wanted.field or ''}  {line}  {wanted.period or ''} {wanted.span or ''}  {wanted.value}  got {said}"


def _print(measured: Measured) -> None:
    print(f"{'press':<20} {'':<3} {'paper':<17} {'reader':<26} {'n':>6} {'right':>7} {'at least':>8} {'wrong':>7} {'doubtful':>8} "
          f"{'silent wrong':>13} {'at most':>8} {'missing':>8} {'labels':>7}")  # fmt: skip
    covered = {(f"{press}, under ink", language, "all of these", _OURS): group for (press, language), group in measured.covered.items()}
    for (press, language, kind, reader), group in [*sorted(measured.groups.items()), *sorted(covered.items())]:
        one = group.tally()
        if not one["figures"]:  # counted by lines alone
            continue
        total = one["figures"]
        labels = f"{one['labels_right'] / one['labels']:.1%}" if one["labels"] else "-"
        print(
            f"{press:<20} {language:<3} {kind:<17} {reader:<26} {total:>6} {one['right'] / total:>7.1%} {one['right_at_least']:>8.1%} "
            f"{one['wrong'] / total:>7.1%} {one['doubtful'] / total:>8.1%} {one['silent_wrong']:>5} {one['silent_wrong'] / total:>7.2%} "
            f"{one['silent_wrong_at_most']:>8.2%} {one['missing'] / total:>8.1%} {labels:>7}"
        )
    _print_whole(measured)
    print(f"\n{'confidence from':<16} {'figures':>8} {'stated':>8} {'right':>8} {'at least':>8} {'at most':>8}")
    for row in _bins(measured):
        shares = (
            f"{row.right / row.count:>8.3%} {at_least(row.right, row.count):>8.3%} {1 - at_least(row.count - row.right, row.count):>8.3%}"
        )
        print(f"{row.low:<16} {row.count:>8} {row.stated:>8.3%} {shares}")
    print(f"\n{'press':<20} {'reader':<26} {'pages':>6} {'s/page':>8}")
    for (press, reader), pages in sorted(measured.pages.items()):
        print(f"{press:<20} {reader:<26} {pages:>6} {measured.seconds[press, reader] / pages:>8.2f}")
    own, children = _memory()
    print(f"\npeak memory: {own:.0f} MiB here, {children:.0f} MiB in the largest process that ended under it")
    if missing := (*not_installed(), *absent()):
        print(f"not installed, so not measured: {', '.join(missing)}")


def _print_whole(measured: Measured) -> None:
    print()
    for (press, language, kind, reader), group in sorted(measured.groups.items()):
        one = group.tally()
        if one["bank_rows"]:
            counted = f"{one['bank_rows_right']} of {one['bank_rows']} right, {one['bank_rows_read']} read"
            print(f"{press:<20} {language:<3} bank lines, {reader:<15} {counted}")
        if one["invoice_fields"]:
            print(f"{press:<20} {language:<3} {kind} fields beside figures  {one['invoice_fields_right']} of {one['invoice_fields']}")


def _bins(measured: Measured) -> list[Bin]:
    ours = [figure for key, group in measured.groups.items() if key[3] == _OURS for figure in group.figures]
    return list(reliability((one.confidence, one.right) for one in ours if one.found and one.confidence is not None))


def _memory() -> tuple[float, float]:
    """Peak of this process and of its largest child so far, MiB."""
    who = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    own, children = (resource.getrusage(one).ru_maxrss / 1024 for one in who)
    return own, children


def _as_json(measured: Measured) -> dict[str, Any]:
    own, children = _memory()
    names = ("press", "language", "kind", "reader")
    bins = [{"from": row.low, "figures": row.count, "stated": round(row.stated, 5), "right": row.right} for row in _bins(measured)]
    speed = [
        {"press": press, "reader": reader, "pages": pages, "seconds_per_page": round(measured.seconds[press, reader] / pages, 3)}
        for (press, reader), pages in sorted(measured.pages.items())
    ]
    return {
        "results": [{**dict(zip(names, key, strict=True)), **group.tally()} for key, group in sorted(measured.groups.items())],
        "under_ink": [
            {"press": press, "language": language, **group.tally()} for (press, language), group in sorted(measured.covered.items())
        ],
        "reliability": bins,
        "speed": speed,
        "memory_mib": {"own": round(own), "largest_child": round(children)},
        "not_installed": [*not_installed(), *absent()],
    }


def _say(text: str) -> None:
    print(text, file=sys.stderr)
