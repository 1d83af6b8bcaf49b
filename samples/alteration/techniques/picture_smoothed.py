"""The old figure healed away from the paper round it, the new one written softly and with grain, as a patient hand does.

What it leaves: paper without the grain of the rest where the old figure was longer; another typeface.
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from samples.alteration.retouch import healed
from samples.alteration.technique import Replacement, Technique


def _apply(content: bytes, replacements: Sequence[Replacement], source: Random) -> bytes:
    return healed(content, replacements, source, "develop")


TECHNIQUE = Technique(name="picture_smoothed", split="develop", media="picture", apply=_apply)
