"""QR codes of Chinese invoices: decoded from the picture of a page, in a child of its own.

A flaw in the decoder then costs the code and never the paper, and only pages that look like an invoice are asked for one.
"""

from __future__ import annotations

import io
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from PIL import Image

from extract.errors import Refused
from extract.formats.answer import decoded_texts
from extract.formats.contain import run_contained
from extract.formats.pdf_page import clean
from extract.limits import MAX_CODE_PAGES, MAX_PIXELS
from extract.page import Page

#: A code of 40 modules printed 20 mm wide has 4 pixels a module at this resolution; decoders need 2.
CODE_DPI = 200
#: Codes of one page; an invoice has one.
_MOST = 8
_MOST_PIXELS_DOUBLED = 40_000_000


def may_carry_code(page: Page) -> bool:
    """Whether the page looks like a Chinese VAT invoice."""
    text = "".join(word.text for word in page.words[:800])
    return "发票" in text and ("价税合计" in text or "税额" in text)


def codes_on(picture: Path) -> tuple[str, ...]:
    """What the QR codes on a drawn page say; none where the picture cannot be looked at."""
    try:
        data = picture.read_bytes()
        with tempfile.TemporaryDirectory(prefix="tieout-") as folder:
            return decoded_texts(run_contained("codes", data, picture.name, Path(folder), {}), picture.name)
    except (OSError, Refused):
        return ()


def with_codes(pages: Sequence[Page], pictures: dict[int, Path]) -> tuple[Page, ...]:
    """`pages` with the codes of those that were drawn."""
    return tuple(replace(page, codes=codes_on(pictures[page.number])) if page.number in pictures else page for page in pages)


def wanted(pages: Sequence[Page]) -> list[int]:
    """Numbers of the pages with text that may carry a code, up to the limit."""
    return [page.number for page in pages if page.source == "text_layer" and may_carry_code(page)][:MAX_CODE_PAGES]


def decoded(data: bytes) -> dict[str, Any]:
    """In the child: the texts of the QR codes of a picture. Printed small or soft, a code is read at twice its size."""
    with Image.open(io.BytesIO(data)) as picture:
        if picture.width * picture.height > MAX_PIXELS:
            return {"codes": []}
        grey: Any = np.asarray(picture.convert("L"))
    detector = cv2.QRCodeDetector()
    for scale in (1, 2):
        if scale > 1 and grey.size * scale * scale > _MOST_PIXELS_DOUBLED:
            break
        drawn = grey if scale == 1 else cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_CUBIC)
        okay, texts, _, _ = detector.detectAndDecodeMulti(drawn)
        known = [clean(text) for text in texts if text] if okay else []
        if known:
            return {"codes": list(dict.fromkeys(known))[:_MOST]}
    return {"codes": []}
