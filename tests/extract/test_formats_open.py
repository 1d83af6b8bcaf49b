"""The door: content decides, what is not read is refused with a way out, and no broken file gets through it whole."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from extract.errors import Refused
from extract.formats import open as door
from extract.formats.open import open_document
from extract.formats.sniff import sniffed

DATA = Path(__file__).parents[2].parent / "shared" / "data"
BROKEN = DATA / "broken_pdfs" / "files"


def ofd() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("OFD.xml", "<ofd:OFD/>")
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "code", "remedy"),
    [
        (b"", "empty-file", "again"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le"), "workbook-damaged", ".xlsx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "format-not-read-yet", "without a password"),
        (b"<?xml version='1.0'?><Recipe><Flour>2</Flour></Recipe>", "format-not-read-yet", "PDF"),
        (b"OFXHEADER:100\n", "bank-file-damaged", "again"),
        (ofd(), "ofd-damaged", "PDF"),
        (b"Rar!\x1a\x07\0", "format-not-read-yet", "zip"),
        (b"GIF89a", "picture-damaged", "PNG"),
        (bytes(range(256)) * 4, "format-unknown", "PDF"),
    ],
)
def test_what_is_not_read_is_refused_with_a_way_out(tmp_path: Path, data: bytes, code: str, remedy: str) -> None:
    with pytest.raises(Refused) as caught:
        open_document(data, "paper", tmp_path)
    assert caught.value.code == code
    assert remedy in caught.value.remedy


def test_the_name_decides_nothing_but_a_remark(tmp_path: Path) -> None:
    opened = open_document(b"a,b\n1,2\n", "statement.pdf", tmp_path)
    assert opened.media_type == "text/csv"
    assert [warning.code for warning in opened.warnings] == ["name-and-content-differ"]
    for name in ("a.csv", "A.CSV", "a.txt", "a", "a.b c", "2025.12"):
        assert open_document(b"a,b\n1,2\n", name, tmp_path).warnings == ()


def test_a_file_too_large_is_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(door, "MAX_FILE_BYTES", 10)
    with pytest.raises(Refused) as caught:
        open_document(b"a,b\n1,2\n3,4\n", "a.csv", tmp_path)
    assert caught.value.code == "file-too-large"


def test_a_pdf_with_a_preface_is_a_pdf() -> None:
    assert sniffed(b"\r\n\xef\xbb\xbf%PDF-1.4").reader == "pdf"


@pytest.mark.skipif(not BROKEN.is_dir(), reason="the broken PDFs are missing: ../shared/data/broken_pdfs/files")
@pytest.mark.parametrize("path", sorted(BROKEN.glob("*")), ids=lambda path: path.name)
def test_a_broken_pdf_is_opened_or_refused(tmp_path: Path, path: Path) -> None:
    try:
        opened = open_document(path.read_bytes(), path.name, tmp_path)
    except Refused as refused:
        assert refused.code and refused.problem and refused.remedy
    else:
        assert opened.pages or opened.sheets
