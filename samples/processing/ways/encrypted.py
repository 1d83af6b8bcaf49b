"""Encrypted with an empty password: it opens freely, and forbids changes.

Why: banks protect their statements so.
"""

from __future__ import annotations

from random import Random

from samples.alteration.programs import through
from samples.processing.way import Processed, Way


def _apply(content: bytes, source: Random) -> Processed:
    owner = f"{source.getrandbits(64):016x}"
    bits = source.choice(("128", "256"))
    options = ["--encrypt", "", owner, bits, "--modify=none", *(["--use-aes=y"] if bits == "128" else []), "--"]
    return Processed(through("qpdf", [*options, "in.pdf", "out.pdf"], content))


WAY = Way(name="encrypted", split="develop", media="pdf", apply=_apply, tools=("qpdf",))
