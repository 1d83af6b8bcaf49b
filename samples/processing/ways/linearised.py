"""Rearranged by qpdf for fast viewing in a browser.

Why: web servers and document systems do it to every file that they hand out.
"""

from __future__ import annotations

from random import Random

from samples.alteration.programs import through
from samples.processing.way import Processed, Way


def _apply(content: bytes, source: Random) -> Processed:  # noqa: ARG001  nothing is left to chance
    return Processed(through("qpdf", ["--linearize", "--deterministic-id", "in.pdf", "out.pdf"], content))


WAY = Way(name="linearised", split="develop", media="pdf", apply=_apply, tools=("qpdf",))
