"""The digits changed in the page's own operators, then the whole file repacked by qpdf: linearised, objects in streams.

What it leaves: qpdf's structure, which mail gateways and document systems leave too.
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from samples.alteration.programs import through
from samples.alteration.retype import put, reopened, rewritten
from samples.alteration.revision import saved
from samples.alteration.technique import Replacement, Technique


def _apply(content: bytes, replacements: Sequence[Replacement], source: Random) -> bytes:
    with reopened(content) as pdf:
        put(pdf, rewritten(pdf, replacements))
        edited = saved(pdf)
    options = ["--object-streams=generate", "--deterministic-id"]
    if source.random() < 0.5:
        options.append("--linearize")
    return through("qpdf", [*options, "in.pdf", "out.pdf"], edited)


TECHNIQUE = Technique(name="repacked_stream", split="test", media="pdf", apply=_apply, tools=("qpdf",))
