"""Recognising printed figures: tieout's words with two readings of each figure, beside RapidOCR with its defaults.

Both read the same pictures of scanned and photographed pages in one process. A printed figure counts as read exactly when its value
is among those read on its page as often as it is printed there; rows, columns and periods are for `tieout bench reading`.
Processor time is this process's and its children's, so the second reader's is in it.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from api.bench.reliability import Bin, reliability
from extract.errors import Refused
from extract.figure import DOUBTFUL_BELOW
from extract.formats.open import render_pages
from extract.limits import RENDER_DPI
from extract.numerals import parse, parse_recognised

DESCRIPTION = "processor seconds a scanned page and figures read exactly, beside RapidOCR; and whether confidence keeps its word"

Picture = NDArray[np.uint8]
#: text and confidence of each word
Words = list[tuple[str, float]]


@dataclass(slots=True)
class Tally:
    """What one reader did with one press.   judged: (confidence, right) of each figure that it read on pages where all is known"""

    pages: int = 0
    seconds: float = 0.0
    figures: int = 0
    exact: int = 0
    doubted: int = 0
    judged: list[tuple[float, bool]] = field(default_factory=list)


def run(arguments: Sequence[str]) -> int:
    """Runs the benchmark and prints its table.   arguments: as on the command line"""
    options = _options(arguments)
    readers: dict[str, Callable[[Picture], Words]] = {"tieout": _ours, "RapidOCR, defaults": _theirs}
    tallies: dict[tuple[str, str], Tally] = {}
    with tempfile.TemporaryDirectory(prefix="tieout-") as made:
        for number, (press, picture, printed) in enumerate(_pages(_cases(options, Path(made)))):
            if number >= options.limit:
                break
            if number == 0:
                for reader in readers.values():  # loading the networks is no page's cost
                    reader(picture)
            for name, reader in readers.items():
                before = cpu_seconds()
                words = reader(picture)
                tally = tallies.setdefault((press, name), Tally())
                tally.seconds += cpu_seconds() - before
                tally.pages += 1
                count(tally, words, printed)
    if options.as_json:
        rows = [{"press": press, "reader": name, **_row(tally)} for (press, name), tally in sorted(tallies.items())]
        print(json.dumps({"benchmark": "ocr", "rows": rows}, indent=1))
    else:
        _print(tallies)
    return 0


def count(tally: Tally, words: Words, printed: Counter[Decimal]) -> None:
    """Adds a page to the tally.   printed: how often each value stands on it"""
    left = Counter(printed)
    # The surest first: of two readings of one value, where one was printed, the less sure one is the mistake.
    for text, sure in sorted(words, key=lambda word: -word[1]):
        for part in [text] if parse_recognised(text) is not None else text.split():
            numeral = parse_recognised(part)
            if numeral is None or not any(letter.isdigit() for letter in part):
                continue
            right = left[numeral.value] > 0
            left[numeral.value] -= right
            tally.doubted += right and sure < DOUBTFUL_BELOW
            if right or has_cents(part):
                tally.judged.append((sure, right))
    tally.figures += printed.total()
    tally.exact += printed.total() - left.total()


def has_cents(text: str) -> bool:
    """Whether a reading that is nowhere in the truth was meant for an amount. Numbers of lines and pages are not in it."""
    numeral = parse(text)
    return numeral is not None and numeral.step == Decimal("0.01")


def cpu_seconds() -> float:
    """Of this process and of its children that ended."""
    return sum(use.ru_utime + use.ru_stime for use in map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)))


def _ours(picture: Picture) -> Words:
    from extract.ocr.reading import read_picture
    from extract.ocr.second import second_reader_available

    return [(item.text, item.confidence) for item in read_picture(_models(), picture, second=second_reader_available()).found]


def _theirs(picture: Picture) -> Words:
    answer = _rapidocr()(picture)
    return list(zip(answer.txts or (), (float(score) for score in answer.scores or ()), strict=True))


@cache
def _models() -> Any:
    from extract.ocr.models import Models

    return Models(os.cpu_count() or 1)


@cache
def _rapidocr() -> Any:
    from rapidocr import RapidOCR

    return RapidOCR(params={"Global.log_level": "error"})


def _cases(options: argparse.Namespace, made: Path) -> Path:
    if options.data is not None:
        return Path(options.data)
    from samples.population.plan import Wanted
    from samples.population.writing import write

    write(Wanted(cases=options.cases, seed=options.seed, split=options.split), made)
    return made


def _pages(folder: Path) -> Iterator[tuple[str, Picture, Counter[Decimal]]]:
    """Press, picture and printed values of each scanned or photographed page that carries figures."""
    for truth in sorted(folder.glob("*.truth.json")):
        told = json.loads(truth.read_text("utf-8"))
        values: dict[str, dict[int, Counter[Decimal]]] = {}
        for entry in told["figures"]:
            numeral = parse(entry["printed"] or "")
            if entry["page"] is not None and entry["box"] is not None and numeral is not None and not numeral.nil:
                values.setdefault(entry["document"], {}).setdefault(entry["page"], Counter())[numeral.value] += 1
        for file in told["files"]:
            if file["press"] in ("scan", "photo") and file["name"] in values:
                path = folder / truth.name.removesuffix(".truth.json") / file["name"]
                yield from ((file["press"], picture, printed) for picture, printed in _drawn(path, values[file["name"]]))


def _drawn(path: Path, values: Mapping[int, Counter[Decimal]]) -> Iterator[tuple[Picture, Counter[Decimal]]]:
    with tempfile.TemporaryDirectory(prefix="tieout-") as folder:
        try:
            pictures = render_pages(path.read_bytes(), path.name, sorted(values), Path(folder), dpi=RENDER_DPI)
        except Refused:  # locked with a password
            return
        for number, picture in sorted(pictures.items()):
            pixels = cv2.imread(str(picture))
            if pixels is not None:
                yield np.asarray(pixels, dtype=np.uint8), values[number]


def _row(tally: Tally) -> dict[str, Any]:
    return {
        "pages": tally.pages,
        "cpu_seconds_a_page": round(tally.seconds / max(1, tally.pages), 2),
        "figures": tally.figures,
        "exact": tally.exact,
        "right_and_doubtful": tally.doubted,
        "reliability": [[part.low, part.count, round(part.stated, 4), part.right] for part in reliability(tally.judged)],
    }


def _print(tallies: Mapping[tuple[str, str], Tally]) -> None:
    print(f"{'press':<8}{'reader':<22}{'pages':>6}{'CPU s a page':>14}{'figures':>9}{'exact':>8}{'share':>9}{'right, doubtful':>17}")
    for (press, name), tally in sorted(tallies.items()):
        share = f"{tally.exact / max(1, tally.figures):.2%}"
        seconds = f"{tally.seconds / max(1, tally.pages):.2f}"
        print(f"{press:<8}{name:<22}{tally.pages:>6}{seconds:>14}{tally.figures:>9}{tally.exact:>8}{share:>9}{tally.doubted:>17}")
    ours = [one for (_, name), tally in tallies.items() if name == "tieout" for one in tally.judged]
    print("\ntieout's confidence, of readings that are in the truth or are amounts with cents:")
    for part in reliability(ours):
        print(_told(part))


def _told(part: Bin) -> str:
    return f"  from {part.low:5.3f} {part.count:>7} figures, stated {part.stated:.4f}, right {part.right / part.count:.4f}"


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="tieout bench ocr", description=DESCRIPTION)
    parser.add_argument("--data", metavar="DIR", help="written by `tieout sample`, with its truth files; without it, made for this run")
    parser.add_argument("--split", choices=["develop", "test"], default="test")
    parser.add_argument("--cases", type=int, default=6)
    parser.add_argument("--seed", type=int, default=505)
    parser.add_argument("--limit", type=int, default=60, help="pages that are read")
    parser.add_argument("--json", dest="as_json", action="store_true")
    parser.add_argument("--quiet", action="store_true")
    parser.add_argument("--verbose", action="store_true")
    options = parser.parse_args(list(arguments))
    if options.data is not None and not any(Path(options.data).glob("*.truth.json")):
        sys.exit(parser.error(f"{options.data}: no truth files there; write some with: tieout sample --cases 6 --split develop --out DIR"))
    return options
