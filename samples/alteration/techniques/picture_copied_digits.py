"""A new figure in a picture, put together from digits that stand elsewhere on it.

What it leaves: digits that are alike to the pixel, each with a little rectangle of its own paper.
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from samples.alteration.retouch import copied
from samples.alteration.technique import Replacement, Technique


def _apply(content: bytes, replacements: Sequence[Replacement], source: Random) -> bytes:
    return copied(content, replacements, source)


TECHNIQUE = Technique(name="picture_copied_digits", split="develop", media="picture", apply=_apply, tools=("tesseract",))
