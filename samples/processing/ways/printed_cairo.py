"""Printed to a file from a Linux or web viewer (poppler and cairo).

Why: a portal offers no download, so the page on screen is printed.
"""

from __future__ import annotations

from datetime import UTC, datetime
from random import Random

from samples.alteration.programs import EPOCH, through
from samples.press.redated import redated
from samples.processing.outside import legible
from samples.processing.way import Processed, Way


def _apply(content: bytes, source: Random) -> Processed:  # noqa: ARG001  nothing is left to chance
    printed = through("pdftocairo", ["-pdf", "in.pdf", "out.pdf"], content)
    # Cairo knows no clock but the machine's.
    return Processed(legible(content, redated(printed, datetime.fromtimestamp(EPOCH, UTC))))


WAY = Way(name="printed_cairo", split="develop", media="pdf", apply=_apply, tools=("pdftocairo",))
