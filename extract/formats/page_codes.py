"""QR codes of a PDF's pages, looked for where the page has a picture that may be one.

Drawing and searching a whole page takes a fifth of a second. A page with text says itself where its pictures stand, and a code is a
small square one; only those are drawn. A page whose code may be drawn of strokes, or lie in a larger picture, is searched whole.
"""

from __future__ import annotations

from itertools import islice
from typing import Any

import numpy as np
import pypdfium2
import pypdfium2.raw as raw

from extract.formats.codes import CODE_DPI, decoded_parts, decoded_picture
from extract.formats.pdf import prepared_source
from extract.limits import MAX_PAGE_SIDE, MAX_PIXELS

_MOST_OBJECTS = 20_000
#: Sides of a printed code in points: 6 mm at least, 80 mm at most.
_LEAST_SIDE, _MOST_SIDE = 17.0, 227.0
#: The longer side is at most so many times the other: a code with its caption in one picture.
_LONGEST = 1.67
_MOST_PICTURES = 6
#: A code of strokes has a rectangle of four parts for each run of dark modules, of which the smallest has 200.
_FEWEST_PARTS = 600

_Crop = tuple[float, float, float, float]


def codes_of_pages(data: bytes, pages: list[int], password: str | None) -> dict[str, Any]:
    """In the child: number and text of each code on `pages` (from 1) of a PDF."""
    found: list[tuple[int, str]] = []
    try:
        document = pypdfium2.PdfDocument(prepared_source(data, password))
    except pypdfium2.PdfiumError:
        return {"codes": []}
    try:
        for number in pages:
            if 1 <= number <= len(document):
                found.extend((number, text) for text in _codes_of_page(document, number))
    finally:
        document.close()
    return {"codes": found}


def _codes_of_page(document: Any, number: int) -> list[str]:
    try:
        page = document[number - 1]
        crops = _crops(page)
        known = decoded_parts(_drawn(page, crop) for crop in crops or ())
        # Print around it may hide a code from the decoder at one size and not at another.
        return known if known or crops == [] else decoded_picture(_drawn(page, (0, 0, 0, 0)))
    except (pypdfium2.PdfiumError, ValueError):
        return []


def _crops(page: Any) -> list[_Crop] | None:
    """What to cut off the page, left, bottom, right and top, to have each picture that may be a code; None where all of it is to be
    searched."""
    width, height = page.get_size()
    if page.get_rotation() or any(abs(one - other) > 0.1 for one, other in zip(page.get_cropbox(), (0, 0, width, height), strict=True)):
        return None
    crops: list[_Crop] = []
    parts = 0
    for item in islice(page.get_objects(filter=(raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_PATH), max_depth=6), _MOST_OBJECTS):
        if item.type == raw.FPDF_PAGEOBJ_PATH:
            parts += max(0, raw.FPDFPath_CountSegments(item))
            continue
        if item.level:
            return None  # its bounds are those of the form that it stands in
        left, bottom, right, top = item.get_bounds()
        across, down = right - left, top - bottom
        if max(across, down) > _MOST_SIDE:
            return None
        if min(across, down) >= _LEAST_SIDE and max(across, down) < _LONGEST * min(across, down):
            air = max(across, down) / 4  # a code is read with its quiet zone
            crops.append((max(0, left - air), max(0, bottom - air), max(0, width - right - air), max(0, height - top - air)))
    return None if parts >= _FEWEST_PARTS or len(crops) > _MOST_PICTURES else crops


def _drawn(page: Any, crop: _Crop) -> Any:
    """The page without its edges, in grey."""
    width, height = page.get_size()
    if not (0 < width <= MAX_PAGE_SIDE * 2 and 0 < height <= MAX_PAGE_SIDE * 2):
        raise ValueError("a page without a size")
    scale = min(CODE_DPI / 72, (MAX_PIXELS / (width * height)) ** 0.5)
    bitmap = page.render(scale=scale, crop=crop, grayscale=True)
    return np.ascontiguousarray(bitmap.to_numpy().reshape(bitmap.height, bitmap.width))
