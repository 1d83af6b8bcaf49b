"""A PNG turned into a JPEG, or a JPEG into a PNG.

Why: portals take one of the two.
"""

from __future__ import annotations

import io
from random import Random

from samples.processing.photos import jpeg, opened
from samples.processing.way import Processed, Way


def _apply(content: bytes, source: Random) -> Processed:
    picture = opened(content)
    options = {"dpi": picture.info["dpi"]} if "dpi" in picture.info else {}
    if picture.format == "PNG":
        return Processed(jpeg(picture, quality=source.choice((75, 85, 95)), **options))
    out = io.BytesIO()
    # Telephones press a PNG lightly: pressing a photograph hard takes ten times as long and saves next to nothing.
    picture.save(out, "PNG", compress_level=1, **options)
    return Processed(out.getvalue())


WAY = Way(name="format_changed", split="develop", media="picture", apply=_apply, keeps_text=False)
