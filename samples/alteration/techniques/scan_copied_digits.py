"""A new figure in a scanned PDF, put together from digits that stand elsewhere on it.

What it leaves: digits that are alike to the pixel, each with a little rectangle of its own paper.
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from samples.alteration.retouch import copied
from samples.alteration.technique import Replacement, Technique


def _apply(content: bytes, replacements: Sequence[Replacement], source: Random) -> bytes:
    return copied(content, replacements, source)


TECHNIQUE = Technique(name="scan_copied_digits", split="test", media="pdf", apply=_apply, tools=("tesseract",))
