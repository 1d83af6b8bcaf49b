"""Printed to PostScript and distilled: what an old printer driver to a file does.

Why: office printers with a PDF queue.
"""

from __future__ import annotations

from random import Random

from samples.alteration.programs import through
from samples.processing.outside import legible
from samples.processing.way import Processed, Way


def _apply(content: bytes, source: Random) -> Processed:  # noqa: ARG001  nothing is left to chance
    printed = through("pdftocairo", ["-ps", "-origpagesizes", "in.pdf", "out.ps"], content, made="out.ps")
    arguments = ["-q", "-dBATCH", "-dNOPAUSE", "-dSAFER", "-sDEVICE=pdfwrite", "-dAutoRotatePages=/None"]
    return Processed(legible(content, through("gs", [*arguments, "-sOutputFile=out.pdf", "in.ps"], printed, given="in.ps")))


WAY = Way(name="printed_postscript", split="test", media="pdf", apply=_apply, tools=("pdftocairo", "gs"))
