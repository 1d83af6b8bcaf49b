"""Programs that refuse a file, and PDFs that cannot be opened, said as CannotProcess."""

from __future__ import annotations

import io
import unicodedata
from collections import Counter

import pikepdf
import pypdfium2
from pikepdf import Pdf

from samples.processing.way import CannotProcess


def opened(content: bytes) -> Pdf:
    """The PDF.   Raises CannotProcess when it cannot be opened without a password."""
    try:
        return pikepdf.open(io.BytesIO(content))
    except pikepdf.PdfError as error:
        raise CannotProcess("this is no PDF that can be opened") from error


def legible(before: bytes, after: bytes) -> bytes:
    """`after`, when it says what `before` said.

    Raises CannotProcess when a digit or a currency sign, or more than one character of fifty, is lost: some distillers forget what the
    glyphs of some fonts mean, and whoever copies a word from such a file goes back to the other.
    """
    lost = _said(before)
    total = lost.total()
    lost.subtract(_said(after))
    # Nobody sends on a paper whose amounts have changed.
    amounts = any(count > 0 for sign, count in lost.items() if sign.isdigit() or unicodedata.category(sign) == "Sc")
    if amounts or sum(count for count in lost.values() if count > 0) * 50 > total:
        raise CannotProcess("the program loses what the text says")
    return after


def _said(content: bytes) -> Counter[str]:
    with pypdfium2.PdfDocument(content) as document:
        text = "".join(page.get_textpage().get_text_range() for page in document)
    return Counter(unicodedata.normalize("NFKC", "".join(text.split())))
