"""Printed to PostScript and distilled: what an old printer driver to a file does.

Why: office printers with a PDF queue.
"""

from __future__ import annotations

from random import Random

import pypdfium2

from samples.alteration.programs import through
from samples.processing.outside import legible
from samples.processing.way import CannotProcess, Processed, Way


def _apply(content: bytes, source: Random) -> Processed:  # noqa: ARG001  nothing is left to chance
    if any(width > height for width, height in _sizes(content)):
        # Cairo writes a wide page onto an upright sheet, and what comes out lies on its side.
        raise CannotProcess("a printer's driver turns wide pages")
    printed = through("pdftocairo", ["-ps", "-origpagesizes", "in.pdf", "out.ps"], content, made="out.ps")
    arguments = ["-q", "-dBATCH", "-dNOPAUSE", "-dSAFER", "-sDEVICE=pdfwrite", "-dAutoRotatePages=/None"]
    return Processed(legible(content, through("gs", [*arguments, "-sOutputFile=out.pdf", "in.ps"], printed, given="in.ps")))


def _sizes(content: bytes) -> list[tuple[float, float]]:
    """Width and height of each page as it is seen.   Raises CannotProcess when there is none to see."""
    try:
        with pypdfium2.PdfDocument(content) as document:
            return [page.get_size() for page in document]
    except pypdfium2.PdfiumError as error:
        raise CannotProcess("this is no PDF that can be opened") from error


WAY = Way(name="printed_postscript", split="test", media="pdf", apply=_apply, tools=("pdftocairo", "gs"))
