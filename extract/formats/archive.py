"""A zipped loan file: its files with safe names, or the reason why one is left out.

Names are shown to people and looked up by them, so a name zipped by a Chinese program (GBK, without the flag that says so)
is read as what it says. Sources: PKWARE APPNOTE 6.3.10 (4.4.4 bit 11, appendix D); Info-ZIP Unicode path field 0x7075.
"""

from __future__ import annotations

import io
import stat
import tempfile
import zipfile
import zlib
from collections.abc import Sequence
from pathlib import Path, PurePosixPath
from typing import Any

from extract.document import DocumentWarning
from extract.errors import Refused
from extract.formats.pdf_page import clean
from extract.formats.sniff import sniffed
from extract.limits import MAX_FILE_BYTES, MAX_FILES, MAX_PACK_RATIO, MAX_UNPACKED_BYTES

#: Below this an entry's ratio says nothing: an empty sheet's XML packs at 400 and is honest.
_RATIO_MATTERS_FROM = 4 * 1024 * 1024
_UTF_8_FLAG = 0x800
_ENCRYPTED_FLAG = 0x1
_LITTER = frozenset({".ds_store", "thumbs.db", "desktop.ini"})
_SEND_FILES = "Send the files themselves, or zip them anew."
_READ_ERRORS = (zipfile.BadZipFile, zlib.error, OSError, NotImplementedError, EOFError, RuntimeError, ValueError, KeyError, IndexError)


def is_archive(data: bytes) -> bool:
    """Whether `data` is a zip of files (and not a workbook, which is a zip too)."""
    return sniffed(data).reader == "archive"


def expand(data: bytes, name: str) -> tuple[list[tuple[str, bytes]], list[DocumentWarning]]:
    """The files of a zipped loan file, in its order, as (name, bytes) with forward slashes; and what was left out and why.

    Raises Refused when it is no zip, is encrypted as a whole, or unpacks to more than an honest loan file.
    """
    from extract.formats.answer import unpacked_names, unpacked_warnings
    from extract.formats.contain import run_contained

    if not data:
        raise Refused("empty-file", "It is empty (0 bytes).", "Send it again; the transfer may have broken off.", name=name)
    kind = sniffed(data)
    if kind.reader != "archive":
        raise Refused("not-an-archive", f"It is no zip archive but a {kind.name}.", kind.remedy or _SEND_FILES, name=name)
    with tempfile.TemporaryDirectory(prefix="tieout-") as folder:
        answer = run_contained("expand", data, name, Path(folder), {"name": name})
        names = unpacked_names(answer, name)
        files = [(entry, _taken(Path(folder) / str(number))) for number, entry in enumerate(names)]
        return files, list(unpacked_warnings(answer, name))


def _taken(path: Path) -> bytes:
    if path.is_symlink() or path.stat().st_size > MAX_FILE_BYTES:
        return b""
    return path.read_bytes()


def check_packing(entries: Sequence[zipfile.ZipInfo], name: str) -> None:
    """Refuse a zip that declares more than an honest one holds.

    zipfile never returns more bytes of an entry than it declares, so a declaration that lies small only cuts the entry short.
    """
    total = sum(entry.file_size for entry in entries)
    bombs = any(
        entry.file_size > _RATIO_MATTERS_FROM and entry.file_size > MAX_PACK_RATIO * max(entry.compress_size, 1) for entry in entries
    )
    if len(entries) > MAX_FILES:
        raise Refused("archive-too-large", f"It holds {len(entries)} files; up to {MAX_FILES} are read.", "Send it in parts.", name=name)
    if total > MAX_UNPACKED_BYTES or bombs:
        problem = f"It unpacks to {total // 2**20} MB, far more than its size lets expect."
        raise Refused("archive-too-large", problem, "Send it in smaller parts.", name=name)


def unpack(data: bytes, name: str, folder: Path) -> dict[str, Any]:
    """In the child: write the files to folder/0, folder/1, … and answer their names and the warnings."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except _READ_ERRORS as error:
        raise Refused("archive-damaged", "The archive is damaged or cut off.", _SEND_FILES, name=name) from error
    entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    check_packing(entries, name)
    if entries and all(entry.flag_bits & _ENCRYPTED_FLAG for entry in entries):
        raise Refused("archive-encrypted", "The archive needs a password.", "Send it without a password.", name=name)
    names: list[str] = []
    warnings: list[list[Any]] = []
    for entry in entries:
        path = entry_name(entry)
        if _is_litter(path):
            continue
        problem = _unfit(entry, path)
        content = b""
        if problem is None:
            try:
                content = archive.read(entry)
            except _READ_ERRORS:
                problem = "archive-entry-damaged", "is damaged in the archive", "Send it as a file of its own."
        if problem is None and sniffed(content).reader == "archive":
            problem = "archive-inside", "is an archive within the archive", "Unpack it and send its files."
        shown = clean(path)[-200:]
        if problem is not None:
            code, what, remedy = problem
            warnings.append([code, f"“{shown}” {what} and was not read. {remedy}", None])
            continue
        (folder / str(len(names))).write_bytes(content)
        names.append(_distinct(shown, names))
    return {"files": names, "warnings": warnings[:1_000]}


def _unfit(entry: zipfile.ZipInfo, path: str) -> tuple[str, str, str] | None:
    parts = PurePosixPath(path).parts
    if not parts or path.startswith("/") or ".." in parts or path[1:2] == ":":
        return "archive-unsafe-name", "has a name that leads outside of the archive", "Zip the folder anew."
    if stat.S_ISLNK(entry.external_attr >> 16):
        return "archive-unsafe-name", "is a link and no file", "Zip the file itself."
    if entry.flag_bits & _ENCRYPTED_FLAG:
        return "archive-encrypted", "needs a password", "Send it without a password."
    if entry.file_size > MAX_FILE_BYTES:
        return "file-too-large", f"has more than {MAX_FILE_BYTES // 2**20} MB", "Send it in smaller parts."
    return None


def _is_litter(path: str) -> bool:
    parts = PurePosixPath(path).parts
    return bool(parts) and (parts[0] == "__MACOSX" or parts[-1].lower() in _LITTER or parts[-1].startswith("._"))


def _distinct(name: str, taken: Sequence[str]) -> str:
    """`name`, with a number before its ending when the archive has it twice."""
    if name not in taken:
        return name
    stem, dot, ending = name.rpartition(".")
    for number in range(2, MAX_FILES + 2):
        other = f"{stem} ({number}).{ending}" if dot else f"{name} ({number})"
        if other not in taken:
            return other
    raise AssertionError("more equal names than files")


def entry_name(entry: zipfile.ZipInfo) -> str:
    """The entry's name as its maker meant it, with forward slashes."""
    name = entry.filename
    if not entry.flag_bits & _UTF_8_FLAG:
        name = _unicode_path(entry.extra) or _guessed(name)
    return name.replace("\\", "/")


def _unicode_path(extra: bytes) -> str | None:
    position = 0
    while position + 4 <= len(extra):
        identity, size = (
            int.from_bytes(extra[position : position + 2], "little"),
            int.from_bytes(extra[position + 2 : position + 4], "little"),
        )
        if identity == 0x7075 and size > 5:
            try:
                return extra[position + 9 : position + 4 + size].decode("utf-8")
            except UnicodeDecodeError:
                return None
        position += 4 + size
    return None


def _guessed(name: str) -> str:
    """zipfile read the name as cp437; its bytes are UTF-8 or, from Chinese programs, GBK."""
    try:
        raw = name.encode("cp437")
    except UnicodeEncodeError:
        return name
    for codec in ("utf-8", "gb18030"):
        try:
            return raw.decode(codec)
        except UnicodeDecodeError:
            continue
    return name
