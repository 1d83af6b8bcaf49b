"""Saved anew by MuPDF, unused objects dropped.

Why: light PDF readers save so.
"""

from __future__ import annotations

from random import Random

from samples.alteration.programs import through
from samples.processing.way import Processed, Way


def _apply(content: bytes, source: Random) -> Processed:  # noqa: ARG001  nothing is left to chance
    return Processed(through("mutool", ["clean", "-gggz", "in.pdf", "out.pdf"], content))


WAY = Way(name="mupdf_saved", split="test", media="pdf", apply=_apply, tools=("mutool",))
