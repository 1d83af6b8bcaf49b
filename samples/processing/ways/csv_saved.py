"""A text table opened and saved by a spreadsheet program: byte order mark, CRLF, or the code page of Chinese Windows.

Why: a double click opens it, and closing asks whether to save.
"""

from __future__ import annotations

from random import Random

from samples.processing.way import CannotProcess, Processed, Way


def _apply(content: bytes, source: Random) -> Processed:
    if content.startswith((b"PK", b"%PDF", b"\xd0\xcf")):
        raise CannotProcess("this is no text table")
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = content.decode(encoding)
            break
        except UnicodeDecodeError:
            continue
    else:
        raise CannotProcess("the text table has no encoding that is known")
    lines = text.replace("\r\n", "\n").replace("\n", "\r\n")
    target = source.choice(("utf-8-sig", "gb18030" if any(ord(character) > 0x2E80 for character in text) else "utf-8-sig"))
    return Processed(lines.encode(target))


WAY = Way(name="csv_saved", split="test", media="workbook", apply=_apply)
