"""A form field beside the figures, filled in: a reference that the sender was asked for.

Why: portals add such fields; readers keep them as a form.
"""

from __future__ import annotations

from random import Random

from samples.alteration.fields import Field, add_fields
from samples.alteration.revision import saved
from samples.alteration.technique import CannotAlter
from samples.processing.outside import opened
from samples.processing.way import CannotProcess, Processed, Way
from samples.processing.white import white_place


def _apply(content: bytes, source: Random) -> Processed:
    with opened(content) as pdf:
        text = f"Ref. {source.choice('ABCDEFGH')}{source.randint(1000, 99999)}"
        place = white_place(content, 1, 110, 16, source)
        field = Field(name="reference", page=1, box=place, text=text, font="Helvetica", size=9, ground=source.random() < 0.5)
        try:
            add_fields(pdf, [field])
        except CannotAlter as error:
            raise CannotProcess(str(error)) from error
        return Processed(saved(pdf))


WAY = Way(name="form_filled", split="test", media="pdf", apply=_apply)
