"""A workbook saved by somebody else, who is named in its properties.

Why: the bookkeeper makes it, the accountant saves it.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from random import Random

from lxml import etree

from samples.alteration.cells import Book
from samples.alteration.programs import EPOCH
from samples.alteration.technique import CannotAlter
from samples.processing.way import CannotProcess, Processed, Way

_CORE = "docProps/core.xml"
_NAMES = ("Li Na", "王会计", "accounts", "J. Harding", "财务部")
_PROPERTIES = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}"
_TERMS = "{http://purl.org/dc/terms/}"


def _apply(content: bytes, source: Random) -> Processed:
    try:
        book = Book.opened(content)
    except CannotAlter as error:
        raise CannotProcess(str(error)) from error
    if _CORE not in book.parts:
        raise CannotProcess("this workbook has no properties")
    root = book.tree(_CORE)
    author = root.find(f"{_PROPERTIES}lastModifiedBy")
    if author is None:
        author = etree.SubElement(root, f"{_PROPERTIES}lastModifiedBy")
    author.text = source.choice(_NAMES)
    modified = root.find(f"{_TERMS}modified")
    if modified is not None:
        when = datetime.fromtimestamp(EPOCH, UTC) + timedelta(days=source.randint(0, 20), minutes=source.randint(0, 500))
        modified.text = when.strftime("%Y-%m-%dT%H:%M:%SZ")
    return Processed(book.saved())


WAY = Way(name="workbook_signed_off", split="develop", media="workbook", apply=_apply)
