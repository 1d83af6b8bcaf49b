"""Made smaller by Ghostscript, pictures at 150 dpi.

Why: upload limits of portals; sites that compress PDF files.
"""

from __future__ import annotations

from random import Random

from samples.alteration.programs import through
from samples.processing.outside import legible
from samples.processing.way import Processed, Way


def _apply(content: bytes, source: Random) -> Processed:  # noqa: ARG001  nothing is left to chance
    arguments = ["-q", "-dBATCH", "-dNOPAUSE", "-dSAFER", "-sDEVICE=pdfwrite", "-dPDFSETTINGS=/ebook", "-dAutoRotatePages=/None"]
    return Processed(legible(content, through("gs", [*arguments, "-sOutputFile=out.pdf", "in.pdf"], content)))


WAY = Way(name="compressed", split="develop", media="pdf", apply=_apply, tools=("gs",))
