"""A white box drawn over the figure and the new one written on it, both behind the page's content, in a font of the viewer.

What it leaves: the old figure as text under the box, a font that is not embedded, a baseline off by parts of a point.
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from samples.alteration.overlay import in_base_fonts
from samples.alteration.retype import reopened
from samples.alteration.revision import saved
from samples.alteration.technique import Replacement, Technique


def _apply(content: bytes, replacements: Sequence[Replacement], source: Random) -> bytes:
    with reopened(content) as pdf:
        in_base_fonts(pdf, replacements, source, white=True)
        return saved(pdf, object_streams=source.random() < 0.5)


TECHNIQUE = Technique(name="white_box", split="develop", media="pdf", apply=_apply)
