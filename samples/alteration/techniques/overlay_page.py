"""A page with white boxes and new figures, made by a report program, laid over the page.

What it leaves: the old figure under the box, a second embedded typeface, a form XObject behind the content.
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from samples.alteration.overlay import laid_over
from samples.alteration.retype import reopened
from samples.alteration.revision import saved
from samples.alteration.technique import Replacement, Technique


def _apply(content: bytes, replacements: Sequence[Replacement], source: Random) -> bytes:
    with reopened(content) as pdf:
        laid_over(pdf, replacements, source, "develop")
        return saved(pdf)


TECHNIQUE = Technique(name="overlay_page", split="develop", media="pdf", apply=_apply)
