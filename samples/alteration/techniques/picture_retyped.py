"""A figure in a picture painted over with the colour of the paper and typed anew in another typeface.

What it leaves: paper without noise round the figure, sharper and other digits.
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from samples.alteration.retouch import retyped
from samples.alteration.technique import Replacement, Technique


def _apply(content: bytes, replacements: Sequence[Replacement], source: Random) -> bytes:
    return retyped(content, replacements, source, "develop")


TECHNIQUE = Technique(name="picture_retyped", split="develop", media="picture", apply=_apply)
