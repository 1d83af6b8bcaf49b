"""A second reading of figures, by an engine of another family (Tesseract), on the first one's crops.

Two engines rarely make the same mistake; but this one often stumbles over figures that the first reads rightly, so its own
confidence counts (see confidence.py).
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import cv2

from extract.ocr.models import Pixels

#: Enlarged so much, a figure of a 200 dpi scan has the letter height that Tesseract was trained on.
_ENLARGED = 1.5
_MARGIN = 12
#: One line in each picture (page segmentation mode 7), the network engine only, its letters as they come.
_SETTINGS = "--psm 7 --oem 1"
_SECONDS = 60
#: Level of a word in Tesseract's table of pages, blocks, paragraphs, lines and words.
_WORD = 5
#: Figures of one page that are read again; a denser page is read again in part.
MOST_FIGURES = 400


@lru_cache(maxsize=1)
def second_reader_available() -> bool:
    """Whether Tesseract with its English data (digits are the same in all) is installed."""
    program = shutil.which("tesseract")
    if program is None:
        return False
    try:
        listed = subprocess.run([program, "--list-langs"], capture_output=True, text=True, timeout=_SECONDS, check=False)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return False
    return "eng" in f"{listed.stdout}\n{listed.stderr}".split()


def read_again(crops: Sequence[Pixels]) -> list[tuple[str, float]]:
    """What Tesseract reads in each crop, and how sure it is, 0 to 1; ("", 0) where it reads nothing.

    All crops go to one process, as a list of files: starting it costs more than reading a line.
    """
    import pytesseract  # imported here: it brings pandas along, which takes half a second that papers with text need not wait

    if not crops:
        return []
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for number, crop in enumerate(crops):
            large = cv2.resize(crop, None, fx=_ENLARGED, fy=_ENLARGED, interpolation=cv2.INTER_CUBIC)
            border = [int(value) for value in cv2.mean(large[:1])[:3]]
            framed = cv2.copyMakeBorder(large, _MARGIN, _MARGIN, _MARGIN, _MARGIN, cv2.BORDER_CONSTANT, value=border)
            path = Path(folder) / f"{number}.png"
            cv2.imwrite(str(path), framed, [cv2.IMWRITE_PNG_COMPRESSION, 1])
            paths.append(str(path))
        listing = Path(folder) / "figures.txt"
        listing.write_text("\n".join(paths), encoding="utf-8")
        # Its own threads gain nothing on one line and fight with the other processes.
        os.environ.setdefault("OMP_THREAD_LIMIT", "1")
        try:
            table = pytesseract.image_to_data(
                str(listing), lang="eng", config=_SETTINGS, output_type=pytesseract.Output.DICT, timeout=_SECONDS
            )
        except (pytesseract.TesseractError, pytesseract.TesseractNotFoundError, RuntimeError, OSError):  # RuntimeError is its time-out
            return [("", 0.0)] * len(crops)
    words = _words(table)
    return [_joined(words.get(number, [])) for number in range(len(crops))]


def _words(table: Mapping[str, Sequence[Any]]) -> dict[int, list[tuple[str, float]]]:
    """The words of each picture of the list, by its number from 0 (Tesseract counts them as pages, from 1)."""
    words: dict[int, list[tuple[str, float]]] = {}
    for level, page, sure, text in zip(table["level"], table["page_num"], table["conf"], table["text"], strict=True):
        if level == _WORD and str(text).strip():
            words.setdefault(int(page) - 1, []).append((str(text).strip(), max(0.0, float(sure)) / 100))
    return words


def _joined(words: Sequence[tuple[str, float]]) -> tuple[str, float]:
    """The words of one figure as one text, as sure as the least sure of them."""
    return (" ".join(text for text, _ in words), min(sure for _, sure in words)) if words else ("", 0.0)
