"""A patch with the new figure, from a JPEG of another quality, pasted beside the grid of the picture's own blocks.

What it leaves: a rectangle that was compressed twice, on another grid than the rest.
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from samples.alteration.retouch import pasted
from samples.alteration.technique import Replacement, Technique


def _apply(content: bytes, replacements: Sequence[Replacement], source: Random) -> bytes:
    return pasted(content, replacements, source, "test")


TECHNIQUE = Technique(name="picture_pasted_patch", split="test", media="picture", apply=_apply)
