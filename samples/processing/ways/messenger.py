"""Sent by a messenger: scaled down, compressed again, stripped of its tags.

Why: borrowers send photos and scans to their adviser by telephone.
"""

from __future__ import annotations

from random import Random

from PIL import Image

from samples.processing.photos import jpeg, opened, scaled
from samples.processing.way import Processed, Way


def _apply(content: bytes, source: Random) -> Processed:
    picture = opened(content)
    # The longer side: enough to read a page, and what messengers leave of a "full" picture.
    longest = source.choice((1600, 1920, 2048))
    factor = min(1.0, longest / max(picture.size))
    size = (round(picture.width * factor), round(picture.height * factor))
    small = (picture if picture.mode in {"L", "RGB"} else picture.convert("RGB")).resize(size, Image.Resampling.BICUBIC)
    content = jpeg(small, quality=source.choice((60, 70, 78)), optimize=True)
    return Processed(content, scaled(size[0] / picture.width, size[1] / picture.height))


WAY = Way(name="messenger", split="develop", media="picture", apply=_apply, keeps_text=False)
