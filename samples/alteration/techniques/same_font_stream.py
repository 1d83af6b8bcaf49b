"""The figure's digits changed in the page's own drawing operators, in the font that is there already; the file is written anew.

What it leaves: next to nothing on the page. The structure of the file is the library's that wrote it, not the issuer's.
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from samples.alteration.hand import moment, pdf_date
from samples.alteration.retype import put, reopened, rewritten
from samples.alteration.revision import saved
from samples.alteration.technique import Replacement, Technique


def _apply(content: bytes, replacements: Sequence[Replacement], source: Random) -> bytes:
    with reopened(content) as pdf:
        put(pdf, rewritten(pdf, replacements))
        if source.random() < 0.5:  # some editors stamp the time, a script does not
            pdf.docinfo["/ModDate"] = pdf_date(moment(pdf, source))
        return saved(pdf)


TECHNIQUE = Technique(name="same_font_stream", split="develop", media="pdf", apply=_apply)
