"""Printed to a file from a Linux or web viewer (poppler and cairo).

Why: a portal offers no download, so the page on screen is printed.
"""

from __future__ import annotations

from random import Random

from samples.alteration.programs import through
from samples.processing.outside import legible
from samples.processing.way import Processed, Way


def _apply(content: bytes, source: Random) -> Processed:  # noqa: ARG001  nothing is left to chance
    return Processed(legible(content, through("pdftocairo", ["-pdf", "in.pdf", "out.pdf"], content)))


WAY = Way(name="printed_cairo", split="develop", media="pdf", apply=_apply, tools=("pdftocairo",))
