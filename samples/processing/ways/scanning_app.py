"""Cropped to the paper and given more contrast by a scanning app.

Why: such apps do it by themselves to every photo of a paper.
"""

from __future__ import annotations

from random import Random

import numpy as np
from PIL import Image, ImageOps

from samples.processing.photos import jpeg, opened, scaled
from samples.processing.way import Processed, Way


def _apply(content: bytes, source: Random) -> Processed:
    picture = opened(content)
    flat: Image.Image = picture if picture.mode in {"L", "RGB"} else picture.convert("RGB")
    left, top, right, bottom = _margins(flat, source)
    cut = ImageOps.autocontrast(flat.crop((left, top, flat.width - right, flat.height - bottom)), cutoff=(0, source.choice((2, 10))))
    options = {"dpi": picture.info["dpi"]} if "dpi" in picture.info else {}
    return Processed(jpeg(cut, quality=source.choice((80, 85, 90)), **options), scaled(1, 1, left, top))


def _margins(picture: Image.Image, source: Random) -> tuple[int, int, int, int]:
    """What is cut off on the left, top, right and bottom: never more than half of the white there."""
    grey = np.asarray(picture.convert("L"))
    printed = grey < np.median(grey) - 40
    rows, columns = np.flatnonzero(printed.any(axis=1)), np.flatnonzero(printed.any(axis=0))
    if not rows.size:
        return 0, 0, 0, 0
    height, width = grey.shape
    free = (int(columns[0]), int(rows[0]), width - 1 - int(columns[-1]), height - 1 - int(rows[-1]))
    left, top, right, bottom = (round(side * source.uniform(0.1, 0.5)) for side in free)
    return left, top, right, bottom


WAY = Way(name="scanning_app", split="test", media="picture", apply=_apply, keeps_text=False)
