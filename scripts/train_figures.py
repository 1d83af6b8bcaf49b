"""Learn how far each sign of a recognised figure is to be trusted: made-up pages, printed, scanned or photographed, and read.

    tieout sample --cases 8 --seed 11 --split develop --out DIR            papers with a text layer, which says what is printed
    python scripts/train_figures.py pages --cases DIR --work WORK -n 200   pages of them, degraded, with the place of each word
    python scripts/train_figures.py read --work WORK                       what is read on them (4 seconds of one core a page)
    python scripts/train_figures.py fit --work WORK                        writes extract/ocr/figures.json, prints the reliability

Degradations, fonts and layouts are those of the side `develop`. What is printed is held-out: each way of degrading, and each fifth of
the fonts, is judged by weights learned without it.
"""

from __future__ import annotations

import argparse
import io
import json
import math
import pickle
import random
import re
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pikepdf

from extract.formats.open import open_document, render_pages
from extract.limits import RENDER_DPI
from extract.page import Page
from extract.place import Box
from samples.papers.paper import Seal
from samples.population import registry
from samples.population.splits import of
from samples.press import seals, strokes
from samples.press.degradation import Degradation, Job
from samples.press.marks import Mark

_AMOUNT = re.compile(r"\d[\d,]*\.\d\d")
#: Share of the pages on which a seal, a signature or a tick lies over a figure.
_MARKED = 0.35
_FEWEST = 8


def make_pages(cases: Path, work: Path, count: int) -> None:
    """`count` pages as <n>.png and <n>.json: each layout and each way of degrading as often as the other."""
    ways: list[Degradation] = of("develop", registry.declared("samples.press.degrade", "DEGRADATION"))
    layouts: dict[str, list[tuple[str, Path, str]]] = {}
    for truth in sorted(cases.glob("**/case-*.truth.json")):
        told = json.loads(truth.read_text(encoding="utf-8"))
        if told["split"] != "develop":
            raise SystemExit(f"{truth} is of the side {told['split']}")
        folder = truth.with_name(truth.name.removesuffix(".truth.json"))
        for file in told["files"]:
            if file["press"] == "digital" and file["name"].endswith(".pdf") and file["layouts"]:
                layout = file["layouts"][0] if file["layouts"][0] != "chance" else f"chance {truth.name} {file['name']}"
                layouts.setdefault(layout, []).append((told["language"], folder / file["name"], file["face"]))
    for number in range(count):
        if (work / f"{number:04d}.json").exists():
            continue
        source = random.Random(f"pages-{number}")  # noqa: S311 - made-up pages
        layout = source.choice(sorted(layouts))
        language, path, face = source.choice(layouts[layout])
        made = _degraded(path, face, language, ways[number % len(ways)], source)
        if made is not None:
            picture, words = made
            (work / f"{number:04d}.png").write_bytes(picture)
            told = {"layout": layout, "face": face, "way": ways[number % len(ways)].name, "words": words}
            (work / f"{number:04d}.json").write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")


def _degraded(path: Path, face: str, language: str, way: Degradation, source: random.Random) -> tuple[bytes, list[Any]] | None:
    """A page of the paper as a picture, and its words: text and box in shares of the picture."""
    with tempfile.TemporaryDirectory() as folder:
        pages = open_document(path.read_bytes(), path.name, Path(folder)).pages
    pages = tuple(page for page in pages if sum(bool(re.search(r"\d", word.text)) for word in page.words) >= _FEWEST)
    if not pages:
        return None
    page = source.choice(pages)
    with pikepdf.open(path) as whole, pikepdf.new() as alone:
        alone.pages.append(whole.pages[page.number - 1])
        out = io.BytesIO()
        alone.save(out)
    damage = source.betavariate(1.6, 3.2)  # as the population's own
    marks = [_mark(page, face, language, source)] if source.random() < _MARKED else []
    done = way.apply(Job(content=out.getvalue(), made=datetime(2026, 1, 5, 10, tzinfo=UTC), damage=damage, marks=marks), source)
    name = f"page.{done.suffix}"
    with tempfile.TemporaryDirectory() as folder:
        seen = open_document(done.files[0], name, Path(folder)).pages[0]
        drawn = render_pages(done.files[0], name, [1], Path(folder), dpi=RENDER_DPI)[1].read_bytes()
    words = []
    for word in page.words:
        _, box = done.moved(1, word.box)
        words.append([word.text, box.x0 / seen.width, box.top / seen.height, box.x1 / seen.width, box.bottom / seen.height])
    return drawn, words


def _mark(page: Page, face: str, language: str, source: random.Random) -> Mark:
    """A seal, a signature or a tick near a figure."""
    word = source.choice([word for word in page.words if _AMOUNT.search(word.text)] or page.words)
    if language == "zh":
        kind: Any = source.choice(["round", "oval", "square", "name"])
        mark = seals.pressed(Seal(kind=kind, text="江城木业有限公司", over="figures"), face, source)
    else:
        mark = strokes.signature(source) if source.random() < 0.5 else strokes.tick(source)
    across, down = mark.width * 72 / 25.4 / 2, mark.height * 72 / 25.4 / 2
    x, y = word.box.centre + source.uniform(-40, 40), word.box.middle + source.uniform(-30, 30)
    return Mark(1, Box(x - across, y - down, x + across, y + down), mark.image)


def read_pages(work: Path, only: slice) -> None:
    """Each page's figures as signs, with what is printed there, in <n>.read."""
    from extract.ocr.models import Models

    models = Models(1)
    for path in sorted(work.glob("*.json"))[only]:
        told, out = json.loads(path.read_text(encoding="utf-8")), path.with_suffix(".read")
        picture = cv2.imread(str(path.with_suffix(".png")))
        if out.exists() or picture is None:
            continue
        figures, missing = _figures(models, np.asarray(picture, dtype=np.uint8), told["words"])
        out.write_bytes(pickle.dumps({**told, "words": [], "figures": figures, "missing": missing}))


def _figures(models: Any, picture: Any, words: list[Any]) -> tuple[list[tuple[Any, str, str]], list[str]]:
    """(signs, reading, print) of each figure that was read, "" for print where nothing is; and the printed figures that were not read."""
    from extract.ocr.reading import read_picture
    from extract.ocr.second import second_reader_available

    result = read_picture(models, picture, second=second_reader_available())
    if result.quarters:
        return [], []
    boxes = [*result.seen] or [_on_picture(item.box, result.skew, picture.shape[1] / picture.shape[0]) for item in result.found]
    owners: dict[int, list[int]] = {}
    for number, (_, x0, y0, x1, y1) in enumerate(words):
        x, y = (x0 + x1) / 2, (y0 + y1) / 2
        near = [
            (abs((top + bottom) / 2 - y), index)
            for index, (left, top, right, bottom) in enumerate(boxes)
            if left - 0.004 <= x <= right + 0.004 and top - 0.002 <= y <= bottom + 0.002
        ]
        if near:
            owners.setdefault(min(near)[1], []).append(number)
    found = []
    texts = {word[0] for word in words}
    for index, item in enumerate(result.found):
        if item.signs is not None and (
            index in owners or item.text not in texts
        ):  # what is printed somewhere else was only not found there
            printed = " ".join(words[number][0] for number in sorted(owners.get(index, ()), key=lambda number: words[number][1]))
            found.append((item.signs, item.text, printed))
    known = {number for numbers in owners.values() for number in numbers}
    missing = [word[0] for number, word in enumerate(words) if number not in known and re.search(r"\d|^[-－—–]+$", word[0])]
    return found, missing


def _on_picture(box: tuple[float, float, float, float], skew: float, across: float) -> tuple[float, float, float, float]:
    """A box of the straightened page as it lies on the picture.   across: width of the picture in heights"""
    x, y = ((box[0] + box[2]) / 2 - 0.5) * across, (box[1] + box[3]) / 2 - 0.5
    x, y = (x * math.cos(skew) - y * math.sin(skew)) / across + 0.5, x * math.sin(skew) + y * math.cos(skew) + 0.5
    wide, high = (box[2] - box[0]) / 2, (box[3] - box[1]) / 2
    return x - wide, y - high, x + wide, y + high


def pages_read(work: Path) -> Iterator[dict[str, Any]]:
    for path in sorted(work.glob("*.read")):
        yield pickle.loads(path.read_bytes())  # noqa: S301 - written by this script


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("step", choices=("pages", "read", "fit"))
    parser.add_argument("--cases", type=Path)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("-n", "--count", type=int, default=200)
    parser.add_argument("--of", type=int, nargs=2, default=(0, 1), metavar=("I", "N"), help="read every Nth page, from the Ith on")
    chosen = parser.parse_args(arguments)
    if chosen.step == "pages":
        chosen.work.mkdir(parents=True, exist_ok=True)
        make_pages(chosen.cases, chosen.work, chosen.count)
    elif chosen.step == "read":
        read_pages(chosen.work, slice(chosen.of[0], None, chosen.of[1]))
    else:
        from fit_figures import fit  # beside this file

        fit([page for page in pages_read(chosen.work) if page["figures"]])


if __name__ == "__main__":
    main(sys.argv[1:])
