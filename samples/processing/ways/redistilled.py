"""Distilled again by Ghostscript.

Why: virtual PDF printers and archive systems run it over everything.
"""

from __future__ import annotations

from random import Random

from samples.alteration.distil import distilled
from samples.processing.outside import legible
from samples.processing.way import Processed, Way


def _apply(content: bytes, source: Random) -> Processed:  # noqa: ARG001  nothing is left to chance
    return Processed(legible(content, distilled(content)))


WAY = Way(name="redistilled", split="develop", media="pdf", apply=_apply, tools=("gs",))
