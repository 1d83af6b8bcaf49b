"""A form field with a white ground laid over the figure and filled in.

What it leaves: a form of a few fields in a paper that is no form, each over a printed figure.
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from samples.alteration.fields import Field, add_fields
from samples.alteration.glyphs import page_of
from samples.alteration.hand import LETTERS, base_font, boxed
from samples.alteration.retype import reopened
from samples.alteration.revision import saved
from samples.alteration.technique import Replacement, Technique


def _apply(content: bytes, replacements: Sequence[Replacement], source: Random) -> bytes:
    with reopened(content) as pdf:
        fields = []
        for number, replacement in enumerate(replacements, 1):
            page_of(pdf, replacement.page)
            size = round((replacement.size or boxed(replacement).height * LETTERS) * 2) / 2
            fields.append(
                Field(
                    name=f"Text{number + source.randint(0, 3) * 10}",
                    page=replacement.page,
                    box=boxed(replacement),
                    text=replacement.new,
                    font=base_font(replacement),
                    size=size,
                    baseline=replacement.baseline,
                    right=replacement.align == "right",
                    ground=True,
                )
            )
        add_fields(pdf, fields)
        return saved(pdf)


TECHNIQUE = Technique(name="form_field", split="test", media="pdf", apply=_apply)
