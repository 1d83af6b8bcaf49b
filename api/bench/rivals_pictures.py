"""What each recogniser alone makes of a scanned statement: its words put to lines, and the plain line parser of the other rivals."""

from __future__ import annotations

import io
import shutil
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cache
from importlib.util import find_spec
from typing import Any

import pypdfium2
from PIL import Image, ImageOps

from api.bench.rivals import row_of
from api.bench.scoring import Found

_DPI = 200
#: Pages of one file that are looked at.
_PAGES = 20
#: Readers of the same kind that are known and not needed by tieout: named where they are not there to be compared with.
_OTHERS = ("camelot", "tabula", "docling", "paddleocr", "easyocr")

#: text, left, top, right, bottom in pixels
Box = tuple[str, float, float, float, float]


def not_installed(name: str | None = None) -> tuple[str, ...]:
    """Which of the rivals (or of `name` alone) are not there."""
    missing = [one for one in ("pdftotext", "tesseract") if shutil.which(one) is None]
    missing += [one for one in _OTHERS if find_spec(one) is None]
    return tuple(one for one in missing if name is None or one == name)


def rapidocr_lines(data: bytes, periods: Sequence[date]) -> list[Found]:
    """RapidOCR as it comes, with its own detection and its own models."""
    found: list[Found] = []
    for page in _pictures(data):
        answer = _rapidocr()(page)
        if answer.boxes is None:
            continue
        boxes = [
            (text, *_edges([(float(x), float(y)) for x, y in corners])) for text, corners in zip(answer.txts, answer.boxes, strict=True)
        ]
        found.extend(_lines(boxes, periods))
    return found


def tesseract_lines(data: bytes, periods: Sequence[date]) -> list[Found]:
    """Tesseract as it comes, on the whole page, in Chinese and English where both are installed."""
    import pytesseract

    found: list[Found] = []
    if shutil.which("tesseract") is None:
        return found
    language = "+".join(one for one in ("chi_sim", "eng") if one in pytesseract.get_languages())
    for page in _pictures(data):
        table = pytesseract.image_to_data(page, lang=language, config="--psm 3", output_type=pytesseract.Output.DICT)
        columns = (table["text"], table["left"], table["top"], table["width"], table["height"])
        boxes = [
            (str(text), float(left), float(top), float(left + width), float(top + height))
            for text, left, top, width, height in zip(*columns, strict=True)
            if str(text).strip()
        ]
        found.extend(_lines(_phrases(boxes), periods))
    return found


PICTURE_RIVALS: Mapping[str, Callable[[bytes, Sequence[date]], list[Found]]] = {
    "RapidOCR alone": rapidocr_lines,
    "Tesseract alone": tesseract_lines,
}


@cache
def _rapidocr() -> Any:
    from rapidocr import RapidOCR

    return RapidOCR(params={"Global.log_level": "error"})


def _pictures(data: bytes) -> list[Image.Image]:
    if not data.startswith(b"%PDF"):
        try:
            return [ImageOps.exif_transpose(Image.open(io.BytesIO(data))).convert("RGB")]
        except OSError:
            return []
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        return []
    return [document[index].render(scale=_DPI / 72).to_pil().convert("RGB") for index in range(min(len(document), _PAGES))]


def _edges(corners: Sequence[tuple[float, float]]) -> tuple[float, float, float, float]:
    across, down = [x for x, _ in corners], [y for _, y in corners]
    return min(across), min(down), max(across), max(down)


def _grouped(boxes: Sequence[Box]) -> list[list[Box]]:
    """Boxes of one printed line, top to bottom: each whose middle lies within the box before it."""
    lines: list[list[Box]] = []
    for box in sorted(boxes, key=lambda one: one[2] + one[4]):
        last = lines[-1][-1] if lines else None
        if last is not None and last[2] <= (box[2] + box[4]) / 2 <= last[4]:
            lines[-1].append(box)
        else:
            lines.append([box])
    return [sorted(line, key=lambda one: one[1]) for line in lines]


def _phrases(boxes: Sequence[Box]) -> list[Box]:
    """Words that stand close together, as one."""
    phrases: list[Box] = []
    for line in _grouped(boxes):
        for text, left, top, right, bottom in line:
            last = phrases[-1] if phrases else None
            if last is not None and last[2] <= (top + bottom) / 2 <= last[4] and 0 <= left - last[3] < 0.9 * (bottom - top):
                phrases[-1] = (f"{last[0]} {text}", last[1], min(top, last[2]), right, max(bottom, last[4]))
            else:
                phrases.append((text, left, top, right, bottom))
    return phrases


def _lines(boxes: Sequence[Box], periods: Sequence[date]) -> list[Found]:
    return [found for line in _grouped(boxes) for found in row_of([box[0] for box in line], periods)]
