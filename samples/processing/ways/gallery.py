"""Opened and saved by the gallery of a telephone, which signs among the tags.

Why: turning a photo upright or setting a star saves it anew.
"""

from __future__ import annotations

from random import Random

from samples.processing.photos import jpeg, opened
from samples.processing.way import Processed, Way

_PROGRAMS = ("Photos 8.0", "Gallery 14.1", "HUAWEI Gallery", "MIUI Gallery", "Windows Photo Editor 10.0.10011.16384")


def _apply(content: bytes, source: Random) -> Processed:
    picture = opened(content)
    exif = picture.getexif()
    exif[0x0131] = source.choice(_PROGRAMS)
    options = {"dpi": picture.info["dpi"]} if "dpi" in picture.info else {}
    return Processed(jpeg(picture, quality=source.choice((90, 93, 95)), exif=exif.tobytes(), **options))


WAY = Way(name="gallery", split="develop", media="picture", apply=_apply, keeps_text=False)
