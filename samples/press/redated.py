"""Dates and identities of a file whose program knows only the clock: overwritten in place, byte for byte of the same length."""

from __future__ import annotations

import hashlib
import re
from datetime import UTC, datetime, timedelta, timezone

_DATE = re.compile(rb"(/(?:CreationDate|ModDate) ?\(D:)(\d{14})((?:([+\-])(\d\d)'(\d\d)|Z)?)")
_IDENTITY = re.compile(rb"(/ID ?\[ ?<)([0-9A-Fa-f]{32})(>\s*<)([0-9A-Fa-f]{32})(> ?\])")
_CHECKSUM = re.compile(rb"(/DocChecksum /)([0-9A-F]{32})")


def redated(content: bytes, made: datetime) -> bytes:
    """The PDF `content` as if its program had run at `made`: same bytes, other dates, and identities that follow from the content.

    A date keeps the time zone that the program wrote. `made` without one counts as UTC.
    Raises ValueError when the file states no date.
    """
    at = made if made.tzinfo else made.replace(tzinfo=UTC)

    def date(match: re.Match[bytes]) -> bytes:
        ahead = timedelta()
        if match[4]:
            ahead = timedelta(hours=int(match[5]), minutes=int(match[6])) * (-1 if match[4] == b"-" else 1)
        return match[1] + f"{at.astimezone(timezone(ahead)):%Y%m%d%H%M%S}".encode() + match[3]

    content, count = _DATE.subn(date, content)
    if not count:
        raise ValueError("the file states no date")
    blank = _CHECKSUM.sub(rb"\1", _IDENTITY.sub(rb"\1\3\5", content))
    identity = hashlib.md5(blank, usedforsecurity=False).hexdigest().upper().encode()
    check = hashlib.md5(identity, usedforsecurity=False).hexdigest().upper().encode()
    content = _IDENTITY.sub(lambda match: match[1] + identity + match[3] + identity + match[5], content)
    return _CHECKSUM.sub(lambda match: match[1] + check, content)
