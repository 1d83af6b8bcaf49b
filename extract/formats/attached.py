"""Files embedded in a PDF: XML is read, anything else is named and left out."""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf

from extract.document import DocumentWarning
from extract.errors import Refused
from extract.formats.markup import parsed
from extract.formats.pdf_page import clean
from extract.limits import MAX_ATTACHMENTS, MAX_MARKUP_BYTES
from extract.page import Markup

_READ_ERRORS = (pikepdf.PdfError, ValueError, TypeError, KeyError, AttributeError, RuntimeError)


def attached_markups(document: pikepdf.Pdf, name: str, warnings: list[DocumentWarning]) -> tuple[Markup, ...]:
    """The XML files embedded in `document`, in the order of its table of attachments."""
    found: list[Markup] = []
    for number, (inside, content) in enumerate(_files(document)):
        shown = clean(inside)[-80:]
        if number >= MAX_ATTACHMENTS:
            text = f"It has more than {MAX_ATTACHMENTS} embedded files; the rest were not looked at."
            warnings.append(DocumentWarning("attachments-left-out", text, text_zh=f"内嵌文件超过 {MAX_ATTACHMENTS} 个，其余未查看。"))
            break
        if content is None:
            text, text_zh = f"The embedded file “{shown}” is damaged and was not read.", f"内嵌文件“{shown}”已损坏，未读取。"
            warnings.append(DocumentWarning("attachment-damaged", text, text_zh=text_zh))
        elif not _looks_like_xml(content):
            text = f"The embedded file “{shown}” is no XML and was not read. Send it as a file of its own if it matters."
            text_zh = f"内嵌文件“{shown}”不是 XML，未读取。如有需要请单独发送。"
            warnings.append(DocumentWarning("attachments-left-out", text, text_zh=text_zh))
        else:
            try:
                found.append(parsed(content, inside, name))
            except Refused as refused:
                text = f"The embedded file “{shown}” was not read. {refused.problem}"
                text_zh = f"内嵌文件“{shown}”未读取。{refused.problem_zh}"
                warnings.append(DocumentWarning("attachment-damaged", text, text_zh=text_zh))
    return tuple(found)


def _files(document: pikepdf.Pdf) -> Iterator[tuple[str, bytes | None]]:
    """Names and contents; None for one that cannot be unpacked or is too large."""
    try:
        names = list(document.attachments)
    except _READ_ERRORS:
        return
    for inside in names[: MAX_ATTACHMENTS + 1]:
        try:
            content = document.attachments[inside].get_file().read_bytes()
        except _READ_ERRORS:
            content = None
        yield inside, content if content is not None and len(content) <= MAX_MARKUP_BYTES else None


def _looks_like_xml(content: bytes) -> bool:
    head = content[:64].lstrip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n").replace(b"\x00", b"")
    return head.startswith(b"<")
