"""Programs that refuse a file, and PDFs that cannot be opened, said as CannotProcess."""

from __future__ import annotations

import io

import pikepdf
from pikepdf import Pdf

from samples.processing.way import CannotProcess


def opened(content: bytes) -> Pdf:
    """The PDF.   Raises CannotProcess when it cannot be opened without a password."""
    try:
        return pikepdf.open(io.BytesIO(content))
    except pikepdf.PdfError as error:
        raise CannotProcess("this is no PDF that can be opened") from error
