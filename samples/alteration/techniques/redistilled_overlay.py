"""White boxes and new figures laid over the page, then the file distilled again by Ghostscript.

What it leaves: one stream and one producer, but the old figure is still text under its box, and the second typeface stays apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from samples.alteration.distil import distilled
from samples.alteration.overlay import laid_over
from samples.alteration.retype import reopened
from samples.alteration.revision import saved
from samples.alteration.technique import CannotAlter, Replacement, Technique
from samples.processing.outside import legible
from samples.processing.way import CannotProcess


def _apply(content: bytes, replacements: Sequence[Replacement], source: Random) -> bytes:
    with reopened(content) as pdf:
        laid_over(pdf, replacements, source, "test")
        covered = saved(pdf)
    try:
        return legible(covered, distilled(covered))
    except CannotProcess as error:
        raise CannotAlter(str(error)) from error


TECHNIQUE = Technique(name="redistilled_overlay", split="test", media="pdf", apply=_apply, tools=("gs",))
