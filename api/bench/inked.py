"""Which printed figures of a scanned or photographed paper lie under a seal or a signature: those with coloured ink over their box."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pypdfium2
from numpy.typing import NDArray
from PIL import Image, ImageOps

_SCALE = 2.0
#: A pixel is of coloured ink when its strongest channel exceeds its weakest by this much; print and paper are grey.
_COLOUR = 70
#: Share of a figure's box that is of coloured ink, from which on it counts as covered.
_SHARE = 0.04
#: Share of the page from which on its paper or its light is coloured, and no ink can be told.
_TINTED = 0.25


def under_ink(path: Path, entries: Sequence[Mapping[str, Any]]) -> frozenset[int]:
    """Indices of the entries of a truth file (with `page` and `box`, in points) that have ink over them."""
    wanted: dict[int, list[int]] = {}
    for index, entry in enumerate(entries):
        if entry["page"] is not None and entry["box"] is not None:
            wanted.setdefault(entry["page"], []).append(index)
    found: set[int] = set()
    for page, (pixels, scale) in _pages(path, sorted(wanted)).items():
        coloured = pixels.max(axis=2).astype(np.int16) - pixels.min(axis=2) > _COLOUR
        if coloured.mean() > _TINTED:
            continue
        for index in wanted[page]:
            left, top, right, bottom = (round(edge * scale) for edge in entries[index]["box"])
            part = coloured[max(top, 0) : bottom, max(left, 0) : right]
            if part.size and part.mean() >= _SHARE:
                found.add(index)
    return frozenset(found)


def _pages(path: Path, numbers: Sequence[int]) -> dict[int, tuple[NDArray[np.uint8], float]]:
    """Pixels (height, width, 3) of each page, and pixels to a point; nothing of a file that cannot be opened."""
    data = path.read_bytes()
    try:
        if not data.startswith(b"%PDF"):
            picture = Image.open(io.BytesIO(data))
            dpi = float(picture.info.get("dpi", (72, 72))[0]) or 72.0
            return {1: (np.asarray(ImageOps.exif_transpose(picture).convert("RGB"), dtype=np.uint8), dpi / 72)}
        with pypdfium2.PdfDocument(data) as document:
            return {
                number: (np.asarray(document[number - 1].render(scale=_SCALE).to_pil().convert("RGB"), dtype=np.uint8), _SCALE)
                for number in numbers
                if number <= len(document)
            }
    except (OSError, ValueError, pypdfium2.PdfiumError):
        return {}
