"""A figure in a picture retyped and the picture saved by an image editor that signs it, with tables of its own.

What it leaves: the editor's name among the tags, its quantisation, and all that retyping leaves.
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from samples.alteration.retouch import retyped
from samples.alteration.sheets import Saving
from samples.alteration.technique import Replacement, Technique

_EDITORS = ("Adobe Photoshop 22.0 (Windows)", "GIMP 2.10.34", "PaintShop Pro 2023", "Snapseed 2.21", "美图秀秀 7.5")


def _apply(content: bytes, replacements: Sequence[Replacement], source: Random) -> bytes:
    saving = Saving(quality=source.choice((82, 90, 93, 96)), software=source.choice(_EDITORS))
    return retyped(content, replacements, source, "test", saving)


TECHNIQUE = Technique(name="picture_editor_traces", split="test", media="picture", apply=_apply)
