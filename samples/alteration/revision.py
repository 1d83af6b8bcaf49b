"""A further revision written behind a PDF, as editors do that save in place: every byte of what was there stays in the file."""

from __future__ import annotations

import hashlib
import io
import re
import zlib
from collections.abc import Mapping

import pikepdf
from pikepdf import Array, Dictionary, Object, Pdf, Stream, String

from samples.alteration.technique import CannotAlter

_START = re.compile(rb"startxref\s+(\d+)\s+%%EOF")


def appended(content: bytes, pdf: Pdf, objects: Mapping[int, bytes]) -> bytes:
    """`content` with `objects` (number -> body between obj and endobj) defined anew or added.

    pdf   `content` opened, for its trailer. The references become a table or a stream, whichever the file ended with.

    Raises CannotAlter when the file is encrypted or has no place for a further revision.
    """
    found = _START.findall(content)
    if not found or pdf.is_encrypted:
        raise CannotAlter("no revision can be written behind this file")
    before = int(found[-1])
    out = bytearray(content if content.endswith(b"\n") else content + b"\n")
    places: dict[int, int] = {}
    for number, body in sorted(objects.items()):
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    trailer = {str(key): pdf.trailer[key] for key in ("/Root", "/Info") if key in pdf.trailer}
    size = max(int(pdf.trailer.Size), max(places) + 1)
    start = len(out)
    first = bytes(pdf.trailer.ID[0]) if "/ID" in pdf.trailer else hashlib.md5(content, usedforsecurity=False).digest()
    second = hashlib.md5(bytes(out), usedforsecurity=False).digest()
    entries = b"".join(b"%s %s " % (key.encode(), value.unparse()) for key, value in trailer.items())
    entries += b"/Prev %d /ID [<%s> <%s>]" % (before, first.hex().encode(), second.hex().encode())
    if content[before : before + 4] == b"xref":
        out += b"xref\n"
        for number, place in sorted(places.items()):
            out += b"%d 1\n%010d 00000 n \n" % (number, place)
        out += b"trailer\n<< /Size %d %s >>\n" % (size, entries)
    else:
        places[size] = start
        rows = b"".join(b"\x01" + place.to_bytes(4, "big") + b"\x00" for _, place in sorted(places.items()))
        index = " ".join(f"{number} 1" for number in sorted(places)).encode()
        out += b"%d 0 obj\n<< /Type /XRef /Size %d /W [1 4 1] /Index [%s] %s /Length %d >>\nstream\n" % (
            size, size + 1, index, entries, len(rows),
        )  # fmt: skip
        out += rows + b"\nendstream\nendobj\n"
    return bytes(out) + b"startxref\n%d\n%%%%EOF\n" % start


def body(value: Object | Dictionary | Array | String) -> bytes:
    """An object as it stands between obj and endobj; what it points to stays a reference."""
    return bytes(value.unparse(resolved=True))


def stream_body(data: bytes, like: Stream | None = None) -> bytes:
    """A stream, packed, with the entries of `like` (all but those that say how that one was packed)."""
    packed = zlib.compress(data, 6)
    kept = (
        {} if like is None else {key: value for key, value in like.stream_dict.items() if key not in {"/Length", "/Filter", "/DecodeParms"}}
    )
    entries = b"".join(b"%s %s " % (str(key).encode(), value.unparse()) for key, value in kept.items())
    return b"<< %s/Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (entries, len(packed), packed)


def next_number(pdf: Pdf) -> int:
    """The first object number that the file does not use."""
    return max(int(pdf.trailer.Size), len(pdf.objects) + 1)


def saved(pdf: Pdf, *, object_streams: bool = False) -> bytes:
    """`pdf` written anew, the same bytes each time."""
    out = io.BytesIO()
    mode = pikepdf.ObjectStreamMode.generate if object_streams else pikepdf.ObjectStreamMode.preserve
    pdf.save(out, deterministic_id=not pdf.is_encrypted, object_stream_mode=mode)
    return out.getvalue()
