"""Bytes that must never hang, crash or eat memory: small honest files, mutated."""

from __future__ import annotations

import io
import random
import tempfile
from pathlib import Path

import openpyxl
import pillow_heif
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from extract.errors import Refused
from extract.formats.archive import expand
from extract.formats.encoding import decoded
from extract.formats.open import open_document, render_pages
from extract.formats.sniff import sniffed


def pdf() -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(300, 300), pageCompression=0)
    canvas.drawString(50, 200, "Total assets 1,234.50")
    canvas.drawInlineImage(Image.new("L", (10, 10), 128), 10, 10, 50, 50)
    canvas.showPage()
    canvas.drawString(50, 200, "page two")
    canvas.save()
    return out.getvalue()


def xlsx() -> bytes:
    out = io.BytesIO()
    book = openpyxl.Workbook()
    book.active["A1"], book.active["B2"] = "Total", 1234.5
    book.active.merge_cells("A1:B1")
    book.save(out)
    return out.getvalue()


def tiff() -> bytes:
    out = io.BytesIO()
    frames = [Image.effect_noise((60, 60), 40) for _ in range(3)]
    frames[0].save(out, "TIFF", save_all=True, append_images=frames[1:])
    return out.getvalue()


def heic() -> bytes:
    out = io.BytesIO()
    pillow_heif.from_pillow(Image.effect_noise((64, 64), 40).convert("RGB")).save(out, quality=50)
    return out.getvalue()


PAPERS = Path(__file__).parents[1] / "extract"
SEEDS = {
    "pdf": pdf(),
    "xlsx": xlsx(),
    "tiff": tiff(),
    "csv": '日期,金额\n2025-01-03,"1,234.50"\n'.encode("gb18030") * 20,
    "heic": heic(),
    "xls": (PAPERS / "files" / "income.xls").read_bytes(),
    "tagged": (PAPERS / "golden" / "balance_sheet_tagged_gb.xhtml").read_bytes(),
    "web": (PAPERS / "golden" / "income_statement_flexed_en.html").read_bytes(),
}


def mutated(data: bytes, chance: random.Random) -> bytes:
    """A few of the accidents and attacks that befall files: flipped bytes, a cut, a doubled part, a huge number."""
    body = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(max(1, len(body)))
        match chance.randrange(6):
            case 0:
                body[at : at + 1] = bytes([chance.randrange(256)])
            case 1:
                del body[at : at + chance.randint(1, 40)]
            case 2:
                body[at:at] = body[at : at + chance.randint(1, 200)]
            case 3:
                body[at : at + 4] = b"\xff\xff\xff\x7f"
            case 4:
                body[at:at] = chance.choice([b"9999999999", b"-1", b"<<", b"/Length 0", b"endobj", b"\0" * 64])
            case _:
                body = body[: max(1, at)] if chance.random() < 0.2 else body
    return bytes(body)


@pytest.mark.parametrize("kind", SEEDS)
@pytest.mark.parametrize("seed", range(25))
def test_a_mutated_file_is_opened_or_refused(tmp_path: Path, kind: str, seed: int) -> None:
    data = mutated(SEEDS[kind], random.Random(f"{kind} {seed}"))
    try:
        opened = open_document(data, f"a.{kind}", tmp_path)
        render_pages(data, f"a.{kind}", [page.number for page in opened.pages], tmp_path)
    except Refused as refused:
        assert refused.code and refused.remedy


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    some.binary(max_size=600), some.sampled_from([b"", b"%PDF-1.7\n", b"PK\x03\x04", b"II*\0", b"\x89PNG\r\n\x1a\n", b"BM", b"\xff\xfe"])
)
def test_any_bytes_are_opened_or_refused(body: bytes, start: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for attempt in (lambda: open_document(start + body, "x", Path(folder)), lambda: expand(start + body, "x")):
            try:
                attempt()
            except Refused as refused:
                assert refused.code and refused.remedy


@given(some.binary())
def test_any_bytes_have_a_kind_and_decode(data: bytes) -> None:
    assert sniffed(data).name
    assert isinstance(decoded(data), str)
