"""An e-mail with papers attached: the attachments, and what else it says that may matter.

Borrowers forward what they got. The letter itself is no paper and is left out, which is said; a page of HTML with a table may be one.
Source: RFC 5322, RFC 2045 to 2049 by the standard library.
"""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Iterator
from typing import Any

from extract.formats.pdf_page import clean

_TABLE = re.compile(r"<table[\s>].*?\d[\d,]*\.\d{2}", re.DOTALL | re.IGNORECASE)
_ENDINGS = {"application/pdf": "pdf", "image/jpeg": "jpg", "image/png": "png", "text/html": "html", "text/csv": "csv"}


def attachments(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Name and content of each attachment; of a letter in HTML that holds a table of amounts, the letter as well."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    for number, part in enumerate(message.walk(), 1):
        kind = part.get_content_type()
        if part.is_multipart():
            continue  # walk() goes into it, a forwarded mail included
        filename = _filename(part)
        if not filename and part.get_content_disposition() != "attachment" and kind.startswith("text/"):
            if kind == "text/html" and _TABLE.search(_content(part).decode("utf-8", "replace")):
                yield f"letter-{number}.html", _content(part)
            continue
        yield filename or f"attachment-{number}.{_ENDINGS.get(kind, 'bin')}", _content(part)


def _filename(part: Any) -> str:
    try:
        name = str(part.get_filename() or "")
    except (ValueError, LookupError, TypeError, AttributeError, IndexError):
        return ""
    return clean(name.replace("\\", "/").rpartition("/")[2])[-200:].strip(". ")


def _content(part: Any) -> bytes:
    try:
        payload = part.get_payload(decode=True)
    except (ValueError, LookupError, TypeError, AssertionError):
        return b""
    return payload if isinstance(payload, bytes) else b""
