"""A figure typed over in a text table, with an editor: everything else stays byte for byte.

What it leaves: nothing in the file; a row that does not fit its running balance or its total.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from random import Random

from samples.alteration.technique import CannotAlter, Replacement, Technique

_PLACE = re.compile(r"line (\d+), column (\d+)")


def _apply(content: bytes, replacements: Sequence[Replacement], source: Random) -> bytes:  # noqa: ARG001  nothing is left to chance
    if content.startswith((b"PK", b"%PDF")):
        raise CannotAlter("this is no text table")
    text, encoding = _decoded(content)
    lines = text.splitlines(keepends=True)
    for replacement in replacements:
        place = _PLACE.fullmatch(replacement.cell)
        if not place or int(place[1]) > len(lines):
            raise CannotAlter(f"nothing says where {replacement.old} stands")
        number = int(place[1]) - 1
        lines[number] = _retyped(lines[number], int(place[2]) - 1, replacement)
    return "".join(lines).encode(encoding)


def _decoded(content: bytes) -> tuple[str, str]:
    for encoding in ("utf-8", "gb18030"):
        try:
            return content.decode(encoding), encoding
        except UnicodeDecodeError:
            continue
    raise CannotAlter("the text table has no encoding that is known")


def _retyped(line: str, column: int, replacement: Replacement) -> str:
    body = line.rstrip("\r\n")
    for delimiter in (",", "\t", ";", "|"):
        fields = next(csv.reader(io.StringIO(body), delimiter=delimiter), [])
        if column < len(fields) and fields[column].strip() == replacement.old:
            # As many of the same figure stand in the fields before it as have to be passed over.
            before = sum(field.count(replacement.old) for field in fields[:column])
            at = -1
            for _ in range(before + 1):
                at = body.find(replacement.old, at + 1)
            new = replacement.new
            quoted = body[at - 1 : at] == '"' or delimiter not in new
            return body[:at] + (new if quoted else f'"{new}"') + line[at + len(replacement.old) :]
    raise CannotAlter(f"{replacement.cell} does not show {replacement.old}")


TECHNIQUE = Technique(name="delimited_retyped", split="develop", media="workbook", apply=_apply)
