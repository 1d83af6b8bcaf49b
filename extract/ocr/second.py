"""A second reading of figures, by an engine of another family (Tesseract), on the first one's crops.

Two engines rarely make the same mistake; but this one often stumbles over figures that the first reads rightly, so its own
confidence counts (see confidence.py).
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import cv2

from extract.ocr.models import Pixels

#: Enlarged so much, a figure of a 200 dpi scan has the letter height that Tesseract was trained on.
_ENLARGED = 1.5
_MARGIN = 12
#: One line in each picture (page segmentation mode 7), the network engine only, its letters as they come.
_SETTINGS = ("--psm", "7", "--oem", "1")
_SECONDS = 60
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
        command = ["tesseract", str(listing), "stdout", "-l", "eng", *_SETTINGS, "tsv"]
        try:
            # Its own threads gain nothing on one line and fight with the other processes.
            environment = os.environ | {"OMP_THREAD_LIMIT": "1"}
            done = subprocess.run(command, capture_output=True, timeout=_SECONDS, check=False, env=environment)  # noqa: S603
        except (OSError, subprocess.TimeoutExpired):
            return [("", 0.0)] * len(crops)
    words = _words(done.stdout.decode("utf-8", "replace"))
    return [_joined(words.get(number, [])) for number in range(len(crops))]


def _words(table: str) -> dict[int, list[tuple[str, float]]]:
    """The words of each picture of the list, by its number from 0. Columns: level page … left top width height conf text."""
    words: dict[int, list[tuple[str, float]]] = {}
    for row in table.splitlines():
        fields = row.split("\t")
        if len(fields) == 12 and fields[0] == "5" and fields[11].strip():
            words.setdefault(int(fields[1]) - 1, []).append((fields[11].strip(), max(0.0, float(fields[10])) / 100))
    return words


def _joined(words: Sequence[tuple[str, float]]) -> tuple[str, float]:
    """The words of one figure as one text, as sure as the least sure of them."""
    return (" ".join(text for text, _ in words), min(sure for _, sure in words)) if words else ("", 0.0)
