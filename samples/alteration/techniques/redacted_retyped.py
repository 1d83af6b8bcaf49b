"""The old glyphs taken out, as a redaction does, and the new figure written in a second content stream.

What it leaves: a gap in the line of glyphs, a stream that draws nothing but figures, a font that is not embedded.
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from samples.alteration.overlay import in_base_fonts
from samples.alteration.retype import put, reopened, rewritten
from samples.alteration.revision import saved
from samples.alteration.technique import Replacement, Technique


def _apply(content: bytes, replacements: Sequence[Replacement], source: Random) -> bytes:
    with reopened(content) as pdf:
        put(pdf, rewritten(pdf, replacements, None))
        in_base_fonts(pdf, replacements, source, white=False, prefix="/TT")
        return saved(pdf)


TECHNIQUE = Technique(name="redacted_retyped", split="develop", media="pdf", apply=_apply)
