"""Tokens taken in runs are those that pdfminer takes one by one, whatever the content."""

from __future__ import annotations

from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st
from pdfminer.pdfinterp import PDFContentParser
from pdfminer.pdftypes import PDFStream
from pdfminer.psexceptions import PSEOF

from extract.formats.content import FastContent

PIECES = [
    b"BT ", b"ET\n", b"/F1 ", b"/F#20a ", b"/a/b", b"12 ", b"-3 ", b"+4.5 ", b".5 ", b"5. ", b"-. ", b"1.2.3 ", b"--7 ", b"Tj ", b"T* ", b"' ",
    b"(abc) ", b"(a(b)c)", rb"(\000\101\)x) ", rb"(\5\9\q) ", b"(open ", b"<0041> ", b"<004> ", b"<00 41>", b"<</A 1/B [1 2]>> ", b"<01>>",
    b"[(a) -120 <02>]TJ ", b"] ", b"% note\n", b"true ", b"false ", b"BI /W 1 /H 1 ID \x00\xffab EI ", b"\x00", b"{ } ", b"\r\n", b"a#b ",
]  # fmt: skip
CONTENT = st.lists(st.one_of(st.sampled_from(PIECES), st.binary(max_size=6)), max_size=40).map(b"".join)


def objects(parser: type[PDFContentParser], streams: list[bytes]) -> list[Any]:
    """What it reads up to the end, or up to what it raises."""
    made = [PDFStream({}, data) for data in streams]
    found: list[Any] = []
    try:
        reading = parser(made)
        while True:
            value = reading.nextobject()[1]
            found.append(value.get_data() if isinstance(value, PDFStream) else value)
    except PSEOF:
        return found
    except Exception as error:
        return [*found, type(error)]


@given(st.lists(CONTENT, max_size=3))
@settings(max_examples=300, deadline=None)
@example([b"BT /F1 12 Tf 1 0 0 1 72 700 Tm (Cash) Tj ET"])
@example([b"12 ", b"3 4 re"])
@example([b"1" * 5_000 + b" w"])
def test_a_run_of_tokens_is_what_the_single_steps_find(streams: list[bytes]) -> None:
    assert objects(FastContent, streams) == objects(PDFContentParser, streams)


def test_what_lies_across_two_buffers_is_whole() -> None:
    content = b"(abcdefgh) Tj 123.456 0 Td [<0041>-12(x)] TJ\n" * 4_000
    assert objects(FastContent, [content]) == objects(PDFContentParser, [content])
