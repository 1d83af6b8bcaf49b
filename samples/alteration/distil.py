"""Ghostscript's distiller."""

from __future__ import annotations

from samples.alteration.programs import through


def distilled(content: bytes) -> bytes:
    """`content` interpreted and written anew by Ghostscript, pictures as they were.   Raises as `programs.through` does."""
    arguments = ["-q", "-dBATCH", "-dNOPAUSE", "-dSAFER", "-sDEVICE=pdfwrite", "-dCompatibilityLevel=1.5", "-dAutoRotatePages=/None"]
    kept = ["-dAutoFilterColorImages=false", "-dAutoFilterGrayImages=false", "-dPassThroughJPEGImages=true"]
    return through("gs", [*arguments, *kept, "-sOutputFile=out.pdf", "in.pdf"], content)
