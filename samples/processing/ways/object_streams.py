"""Packed into object streams by a library.

Why: document systems repack what they store.
"""

from __future__ import annotations

from random import Random

from samples.alteration.revision import saved
from samples.processing.outside import opened
from samples.processing.way import Processed, Way


def _apply(content: bytes, source: Random) -> Processed:  # noqa: ARG001  nothing is left to chance
    with opened(content) as pdf:
        return Processed(saved(pdf, object_streams=True))


WAY = Way(name="object_streams", split="develop", media="pdf", apply=_apply)
