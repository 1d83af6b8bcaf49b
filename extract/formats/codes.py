"""QR codes of Chinese invoices: decoded from the picture of a page, in a child of its own.

A flaw in the decoder then costs the code and never the paper, and only pages that look like an invoice are asked for one.
"""

from __future__ import annotations

import io
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from PIL import Image

from extract.errors import Refused
from extract.formats.answer import decoded_pages, decoded_texts
from extract.formats.contain import run_contained
from extract.formats.pdf_page import clean
from extract.limits import MAX_CODE_PAGES, MAX_PIXELS
from extract.page import Page

#: A code of 40 modules printed 20 mm wide has 4 pixels a module at this resolution; decoders need 2.
CODE_DPI = 200
#: Codes of one page; an invoice has one.
_MOST = 8
#: The page is searched at this size, where a code of 15 mm on A4 has 50 pixels; smaller and larger parts are none.
_SEARCHED_SIDE, _LEAST_SIDE, _MOST_SIDE = 1_000, 24, 350
_MOST_SIDE_ENLARGED = 1_600


def may_carry_code(page: Page) -> bool:
    """Whether the page looks like a Chinese VAT invoice; the returns name invoices and taxes as well."""
    text = "".join(word.text for word in page.words[:800])
    return "发票" in text and ("价税合计" in text or "税额" in text) and "申报表" not in text


def codes_on(picture: Path) -> tuple[str, ...]:
    """What the QR codes on a drawn page say; none where the picture cannot be looked at."""
    try:
        data = picture.read_bytes()
        with tempfile.TemporaryDirectory(prefix="tieout-") as folder:
            return decoded_texts(run_contained("codes", data, picture.name, Path(folder), {}), picture.name)
    except (OSError, Refused):
        return ()


def with_codes(data: bytes, name: str, pages: Sequence[Page], password: str | None) -> tuple[Page, ...]:
    """`pages` of a PDF with the codes of those that may carry one."""
    numbers = wanted(pages)
    if not numbers:
        return tuple(pages)
    arguments = {"pages": numbers, "password": password}
    try:
        texts = decoded_pages(run_contained("page_codes", data, name, None, arguments), name)
    except Refused:
        return tuple(pages)
    return tuple(replace(page, codes=texts[page.number]) if page.number in texts else page for page in pages)


def wanted(pages: Sequence[Page]) -> list[int]:
    """Numbers of the pages with text that may carry a code, up to the limit."""
    return [page.number for page in pages if page.source == "text_layer" and may_carry_code(page)][:MAX_CODE_PAGES]


def decoded(data: bytes) -> dict[str, Any]:
    """In the child: the texts of the QR codes of a picture.

    What looks like a code is cut out and tried at several sizes, which finds more than a search of the whole page and takes a
    fraction of its time; the page as a whole is searched where that finds none.
    """
    with Image.open(io.BytesIO(data)) as picture:
        if picture.width * picture.height > MAX_PIXELS:
            return {"codes": []}
        grey: Any = np.asarray(picture.convert("L"))
    return {"codes": decoded_picture(grey)}


def decoded_picture(grey: Any) -> list[str]:
    """The texts of the codes in a grey picture of a page."""
    known = decoded_parts(_likely(grey))
    if not known:
        okay, texts, _, _ = cv2.QRCodeDetector().detectAndDecodeMulti(grey)
        known = list(dict.fromkeys(clean(text) for text in texts if text)) if okay else []
    return known[:_MOST]


def decoded_parts(parts: Iterable[Any]) -> list[str]:
    """The texts of grey pictures of one code each, each text once."""
    detector = cv2.QRCodeDetector()
    known = (clean(text) for text in (_decoded_part(detector, part) for part in parts) if text)
    return list(dict.fromkeys(known))[:_MOST]


def _likely(grey: Any) -> list[Any]:
    """Square parts full of edges, largest first: codes, and now and then a seal or a block of print."""
    height, width = grey.shape
    scale = _SEARCHED_SIDE / max(height, width)
    small = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    edges = cv2.morphologyEx(small, cv2.MORPH_GRADIENT, np.ones((3, 3), np.uint8))
    _, mask = cv2.threshold(edges, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    mask = cv2.morphologyEx(mask, cv2.MORPH_OPEN, np.ones((3, 3), np.uint8))  # thin rules
    mask = cv2.morphologyEx(mask, cv2.MORPH_CLOSE, np.ones((5, 5), np.uint8))  # the modules of a code become one
    mask = cv2.morphologyEx(mask, cv2.MORPH_OPEN, np.ones((15, 15), np.uint8))  # lines of print
    _, _, found, _ = cv2.connectedComponentsWithStats(mask)
    parts = []
    for left, top, across, down, area in found[1:].tolist():
        longer, shorter = max(across, down), min(across, down)
        if longer < 1.67 * shorter and shorter >= _LEAST_SIDE and longer <= _MOST_SIDE and area > 0.5 * across * down:
            air = longer // 4  # a code is read with its quiet zone
            sides = (top - air, top + down + air, left - air, left + across + air)
            y0, y1, x0, x1 = (max(0, int(side / scale)) for side in sides)
            parts.append((area, grey[y0:y1, x0:x1]))
    return [part for _, part in sorted(parts, key=lambda item: -item[0])[:_MOST]]


def _decoded_part(detector: Any, part: Any) -> str:
    """The text of one code, or "". Printed small it is read enlarged, printed rough it is smoothed."""
    for scale in (1, 2, 3):
        if max(part.shape) * scale > _MOST_SIDE_ENLARGED:
            break
        drawn = part if scale == 1 else cv2.resize(part, None, fx=scale, fy=scale, interpolation=cv2.INTER_CUBIC)
        for smoothed in (drawn, cv2.GaussianBlur(drawn, (0, 0), 0.6 * scale)):
            try:
                text, _, _ = detector.detectAndDecode(smoothed)
            except cv2.error:  # a part that only looks like a code may break the decoder's geometry
                continue
            if text:
                return str(text)
    return ""
