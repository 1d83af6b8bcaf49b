"""A zipped loan file: names as meant, nothing outside, nothing nested, no bombs."""

from __future__ import annotations

import base64
import io
import random
import stat
import struct
import zipfile
from pathlib import Path

import pytest

from extract.errors import Refused
from extract.formats import archive
from extract.formats.archive import expand, is_archive
from extract.limits import MAX_FILES


def zipped(*files: tuple[str | zipfile.ZipInfo, bytes], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", packing) as made:
        for name, content in files:
            made.writestr(name, content)
    return out.getvalue()


def test_files_come_out_in_order() -> None:
    data = zipped(("b/2025.csv", b"a,b"), ("a.csv", b"1,2"), ("empty/", b""), ("nothing.csv", b""))
    assert is_archive(data)
    files, warnings = expand(data, "case.zip")
    assert files == [("b/2025.csv", b"a,b"), ("a.csv", b"1,2"), ("nothing.csv", b"")]
    assert warnings == []


def named(raw: bytes, content: bytes = b"a,b", flags: int = 0) -> bytes:
    """A stored zip whose one name is exactly these bytes, as other programs write it."""
    import zlib

    crc = zlib.crc32(content)
    local = struct.pack("<IHHHHHIIIHH", 0x04034B50, 20, flags, 0, 0, 0, crc, len(content), len(content), len(raw), 0) + raw + content
    central = struct.pack(
        "<IHHHHHHIIIHHHHHII", 0x02014B50, 20, 20, flags, 0, 0, 0, crc, len(content), len(content), len(raw), 0, 0, 0, 0, 0, 0
    )
    central += raw
    return local + central + struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, 1, 1, len(central), len(local), 0)


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (named("财务报表/资产负债表.csv".encode("gbk")), "财务报表/资产负债表.csv"),
        (named("资产负债表.csv".encode()), "资产负债表.csv"),
        (named("资产负债表.csv".encode(), flags=0x800), "资产负债表.csv"),
        (named(b"folder\\file.csv"), "folder/file.csv"),
    ],
)
def test_names_are_read_as_their_maker_meant_them(data: bytes, name: str) -> None:
    assert [found for found, _ in expand(data, "case.zip")[0]] == [name]


@pytest.mark.parametrize("name", [b"../../etc/passwd", b"/etc/passwd", b"C:\\boot.csv", b"a/../../b.csv", b"..\\x.csv"])
def test_a_name_that_leads_outside_is_left_out(name: bytes) -> None:
    files, warnings = expand(named(name), "case.zip")
    assert files == []
    assert [warning.code for warning in warnings] == ["archive-unsafe-name"]


def test_a_link_is_left_out() -> None:
    link = zipfile.ZipInfo("link.csv")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    files, warnings = expand(zipped((link, b"/etc/passwd")), "case.zip")
    assert files == []
    assert [warning.code for warning in warnings] == ["archive-unsafe-name"]


def test_an_archive_within_is_opened_and_a_workbook_is_not() -> None:
    workbook = zipped(("[Content_Types].xml", b"<x/>"), ("xl/workbook.xml", b"<x/>"))
    files, warnings = expand(zipped(("inner.zip", zipped(("a.csv", b"a"))), ("b.xlsx", workbook)), "case.zip")
    assert [name for name, _ in files] == ["inner.zip/a.csv", "b.xlsx"]
    assert not warnings


def test_archives_are_opened_to_a_depth_and_no_further() -> None:
    data = zipped(("a.csv", b"a"))
    for name in ("four.zip", "three.zip", "two.zip"):
        data = zipped((name, data), (f"{name}.csv", b"1"))
    files, warnings = expand(data, "case.zip")
    assert [name for name, _ in files] == ["two.zip/three.zip/four.zip.csv", "two.zip/three.zip.csv", "two.zip.csv"]
    assert [warning.code for warning in warnings] == ["archive-inside"]


def test_archives_within_unpack_together_to_no_more_than_one_may(monkeypatch: pytest.MonkeyPatch) -> None:
    from extract.formats import archive

    monkeypatch.setattr(archive, "MAX_UNPACKED_BYTES", 3_000)
    inner = zipped(("a.csv", random.Random(1).randbytes(2_000)))
    files, warnings = expand(zipped(("one.zip", inner), ("two.zip", inner)), "case.zip")
    assert files == []
    assert {warning.code for warning in warnings} == {"archive-too-large"}


def test_litter_is_left_out_without_a_word() -> None:
    files, warnings = expand(zipped(("__MACOSX/._a.csv", b"x"), (".DS_Store", b"x"), ("a.csv", b"1,2")), "case.zip")
    assert ([name for name, _ in files], warnings) == (["a.csv"], [])


def test_equal_names_are_told_apart() -> None:
    with pytest.warns(UserWarning, match="Duplicate name"):
        data = zipped(("a.csv", b"1"), ("a.csv", b"2"))
    assert expand(data, "case.zip")[0] == [("a.csv", b"1"), ("a (2).csv", b"2")]


def test_a_bomb_is_refused() -> None:
    with pytest.raises(Refused) as caught:
        expand(zipped(("a.csv", bytes(300 * 2**20))), "bomb.zip")
    assert caught.value.code == "archive-too-large"


def test_a_declaration_that_lies_unpacks_no_more_than_it_says() -> None:
    data = bytearray(zipped(("a.csv", b"1,2\n" * 1_000_000)))
    honest = struct.pack("<I", 4_000_000)
    position = 0
    while (position := data.find(honest, position)) >= 0:
        data[position : position + 4] = struct.pack("<I", 100)
        position += 4
    files, warnings = expand(bytes(data), "case.zip")
    assert sum(len(content) for _, content in files) <= 100
    assert [warning.code for warning in warnings] == ["archive-entry-damaged"]


def test_too_many_files_are_refused() -> None:
    with pytest.raises(Refused) as caught:
        expand(zipped(*((f"{number}.csv", b"") for number in range(MAX_FILES + 1))), "case.zip")
    assert caught.value.code == "archive-too-large"


def test_a_file_too_large_is_left_out(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(archive, "MAX_FILE_BYTES", 10)
    answer = archive.unpack(zipped(("a.csv", b"x" * 11), ("b.csv", b"x" * 10)), "case.zip", tmp_path)
    assert answer["files"] == ["b.csv"]
    assert answer["warnings"][0][0] == "file-too-large"


def test_what_is_no_zip_is_refused_with_a_way_out() -> None:
    for data, code in (
        (b"", "empty-file"),
        (b"a,b", "not-an-archive"),
        (b"Rar!\x1a\x07\0", "not-an-archive"),
        (b"PK\x03\x04junk", "archive-damaged"),
    ):
        with pytest.raises(Refused) as caught:
            expand(data, "case.zip")
        assert caught.value.code == code
        assert caught.value.remedy


#: a.csv, locked with "s3cret" by a program for zips.
LOCKED = base64.b64decode(
    "UEsDBAoACQAAAMqCeF1SHgG1EAAAAAQAAAAFAAAAYS5jc3ZcJYjObZneS1zuDmKaP/pQUEsHCFIeAbUQAAAABAAAAFBLAQIeAwoACQAAAMqCeF1SHgG1EAAAAAQAAAAFAAAAAAAAAAEAAACkgQAAAABhLmNzdlBLBQYAAAAAAQABADMAAABDAAAAAAA="
)


def test_a_locked_archive_opens_with_its_password() -> None:
    assert expand(LOCKED, "case.zip", password="s3cret")[0] == [("a.csv", b"a,1\n")]


@pytest.mark.parametrize("password", [None, "wrong"])
def test_a_locked_archive_is_refused_with_what_to_do(password: str | None) -> None:
    with pytest.raises(Refused) as caught:
        expand(LOCKED, "case.zip", password=password)
    assert caught.value.code == "archive-encrypted"
    assert "--password NAME=PASSWORD" in caught.value.remedy
    assert "wrong" not in caught.value.text
