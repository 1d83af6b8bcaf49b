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
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from extract.document import DocumentWarning
from extract.errors import Refused
from extract.formats.locked import ENCRYPTED_FLAG, content_of, passwords_of
from extract.formats.mail import attachments
from extract.formats.pdf_page import clean
from extract.formats.sniff import MAIL, sniffed
from extract.limits import MAX_ARCHIVE_DEPTH, MAX_FILE_BYTES, MAX_FILES, MAX_PACK_RATIO, MAX_UNPACKED_BYTES

#: Below this an entry's ratio says nothing: an empty sheet's XML packs at 400 and is honest.
_RATIO_MATTERS_FROM = 4 * 1024 * 1024
_UTF_8_FLAG = 0x800
_LITTER = frozenset({".ds_store", "thumbs.db", "desktop.ini"})
#: Files by which an XBRL report package (the European single electronic format's) is known.
_PACKAGE_MARKS = frozenset({"taxonomypackage.xml", "reportpackage.json", "catalog.xml"})
_SEND_FILES, _SEND_FILES_ZH = "Send the files themselves, or zip them anew.", "请直接发送其中的文件，或重新压缩。"
_UNLOCK = "Give its password with --password NAME=PASSWORD, or send it without one."
_UNLOCK_ZH = "请用 --password 文件名=密码 提供密码，或发送不带密码的文件。"
_PARTS, _PARTS_ZH = "Send it in smaller parts.", "请拆分成较小的部分发送。"
_READ_ERRORS = (zipfile.BadZipFile, zlib.error, OSError, NotImplementedError, EOFError, RuntimeError, ValueError, KeyError, IndexError)


def is_archive(data: bytes) -> bool:
    """Whether `data` is a zip of files (and not a workbook, which is a zip too), or an e-mail, which holds files likewise."""
    return sniffed(data).reader == "archive"


def expand(
    data: bytes, name: str, *, password: str | None = None, passwords: Mapping[str, str] | None = None, depth: int = 0
) -> tuple[list[tuple[str, bytes]], list[DocumentWarning]]:
    """The files of a zipped loan file, in its order, as (name, bytes) with forward slashes; and what was left out and why.

    An archive within is opened as well, down to MAX_ARCHIVE_DEPTH; all of them together unpack to no more than one may.

    password   of the archive, and of those in it that have none of their own
    passwords  of archives within, by their names
    depth      how many archives this one lies in

    Raises Refused when it is no zip, is encrypted as a whole, or unpacks to more than an honest loan file.
    """
    from extract.formats.answer import unpacked_names, unpacked_warnings
    from extract.formats.contain import run_contained

    if not data:
        raise empty_file(name)
    kind = sniffed(data)
    if kind.reader != "archive":
        remedy, remedy_zh = (kind.remedy, kind.remedy_zh) if kind.remedy else (_SEND_FILES, _SEND_FILES_ZH)
        problem, problem_zh = f"It is no zip archive but a {kind.name}.", f"文件不是 zip 压缩包，而是其他格式：{kind.name_zh}。"
        raise Refused("not-an-archive", problem, remedy, name=name, problem_zh=problem_zh, remedy_zh=remedy_zh)
    with tempfile.TemporaryDirectory(prefix="tieout-") as folder:
        answer = run_contained("expand", data, name, Path(folder), {"name": name, "password": password})
        names = unpacked_names(answer, name)
        files = [(entry, _taken(Path(folder) / str(number))) for number, entry in enumerate(names)]
        warnings = list(unpacked_warnings(answer, name))
    return _with_inner(files, warnings, name, password, passwords or {}, depth)


def _with_inner(
    files: Sequence[tuple[str, bytes]],
    warnings: list[DocumentWarning],
    name: str,
    password: str | None,
    passwords: Mapping[str, str],
    depth: int,
) -> tuple[list[tuple[str, bytes]], list[DocumentWarning]]:
    """The files with those of the archives among them in their place."""
    result: list[tuple[str, bytes]] = []
    total = sum(len(body) for _, body in files)
    for entry, body in files:
        if not is_archive(body):
            result.append((entry, body))
            continue
        if depth + 1 >= MAX_ARCHIVE_DEPTH:
            warnings.append(_left_out(entry, _NESTED))
            continue
        try:
            own = passwords.get(f"{name}/{entry}", password)
            inner, remarks = expand(body, f"{name}/{entry}", password=own, passwords=passwords, depth=depth + 1)
        except Refused as error:
            warnings.append(DocumentWarning(error.code, f"“{entry}”: {error.text}", None, f"“{entry}”：{error.text_zh}"))
            continue
        total += sum(len(content) for _, content in inner)
        if total > MAX_UNPACKED_BYTES or len(result) + len(inner) > MAX_FILES:
            warnings.append(_left_out(entry, _TOO_MUCH))
            continue
        result.extend((f"{entry}/{path}", content) for path, content in inner)
        warnings.extend(remarks)
    return result, warnings


def _left_out(entry: str, unfit: _Unfit) -> DocumentWarning:
    shown = clean(entry)[-200:]
    return DocumentWarning(
        unfit.code, f"“{shown}” {unfit.what} and was not read. {unfit.remedy}", None, f"“{shown}”{unfit.what_zh}，未读取。{unfit.remedy_zh}"
    )


def _taken(path: Path) -> bytes:
    if path.is_symlink() or path.stat().st_size > MAX_FILE_BYTES:
        return b""
    return path.read_bytes()


def empty_file(name: str) -> Refused:
    """The refusal of a file without a byte."""
    remedy, remedy_zh = "Send it again; the transfer may have broken off.", "请重新发送，传输可能中断。"
    return Refused("empty-file", "It is empty (0 bytes).", remedy, name=name, problem_zh="文件为空（0 字节）。", remedy_zh=remedy_zh)


def check_packing(entries: Sequence[zipfile.ZipInfo], name: str) -> None:
    """Refuse a zip that declares more than an honest one holds.

    zipfile never returns more bytes of an entry than it declares, so a declaration that lies small only cuts the entry short.
    """
    total = sum(entry.file_size for entry in entries)
    bombs = any(
        entry.file_size > _RATIO_MATTERS_FROM and entry.file_size > MAX_PACK_RATIO * max(entry.compress_size, 1) for entry in entries
    )
    if len(entries) > MAX_FILES:
        problem = f"It holds {len(entries)} files; up to {MAX_FILES} are read."
        problem_zh = f"其中有 {len(entries)} 个文件；最多读取 {MAX_FILES} 个。"
        raise Refused("archive-too-large", problem, "Send it in parts.", name=name, problem_zh=problem_zh, remedy_zh="请分批发送。")
    if total > MAX_UNPACKED_BYTES or bombs:
        problem = f"It unpacks to {total // 2**20} MB, far more than its size lets expect."
        problem_zh = f"解压后有 {total // 2**20} MB，远超其大小应有的内容。"
        raise Refused("archive-too-large", problem, _PARTS, name=name, problem_zh=problem_zh, remedy_zh=_PARTS_ZH)


def unpack(data: bytes, name: str, folder: Path, password: str | None = None) -> dict[str, Any]:
    """In the child: write the files to folder/0, folder/1, … and answer their names and the warnings."""
    if sniffed(data) is MAIL:
        return _unpack_mail(data, name, folder)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except _READ_ERRORS as error:
        problem, problem_zh = "The archive is damaged or cut off.", "压缩包已损坏或不完整。"
        raise Refused("archive-damaged", problem, _SEND_FILES, name=name, problem_zh=problem_zh, remedy_zh=_SEND_FILES_ZH) from error
    entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    check_packing(entries, name)
    passwords = passwords_of(password)
    if entries and all(entry.flag_bits & ENCRYPTED_FLAG for entry in entries) and not _opens(archive, data, entries, passwords):
        problem, problem_zh = "The archive needs a password.", "压缩包需要密码。"
        if passwords:
            problem, problem_zh = "The password given does not open the archive.", "所给密码无法打开压缩包。"
        raise Refused("archive-encrypted", problem, _UNLOCK, name=name, problem_zh=problem_zh, remedy_zh=_UNLOCK_ZH)
    names: list[str] = []
    warnings: list[list[Any]] = []
    entries, taxonomy = _without_taxonomy(entries)
    if taxonomy:
        text = f"It is a report package: {taxonomy} files that only define its tags hold no figures and were left out."
        warnings.append(
            ["taxonomy-left-out", text, None, f"文件是报告包（report package）：其中 {taxonomy} 个只定义标签的文件不含数字，未读取。"]
        )
    for entry in entries:
        path = entry_name(entry)
        if _is_litter(path):
            continue
        unfit = _unfit(entry, path)
        content = b""
        if unfit is None:
            try:
                content = content_of(archive, data, entry, passwords)
            except _READ_ERRORS:
                unfit = _LOCKED if entry.flag_bits & ENCRYPTED_FLAG else _DAMAGED
        shown = clean(path)[-200:]
        if unfit is not None:
            text = f"“{shown}” {unfit.what} and was not read. {unfit.remedy}"
            warnings.append([unfit.code, text, None, f"“{shown}”{unfit.what_zh}，未读取。{unfit.remedy_zh}"])
            continue
        (folder / str(len(names))).write_bytes(content)
        names.append(_distinct(shown, names))
    return {"files": names, "warnings": warnings[:1_000]}


def _unpack_mail(data: bytes, name: str, folder: Path) -> dict[str, Any]:
    """As `unpack`: what is attached to an e-mail."""
    names: list[str] = []
    warnings: list[list[Any]] = []
    left = MAX_UNPACKED_BYTES
    for shown, content in attachments(data):
        if len(content) > min(MAX_FILE_BYTES, left) or len(names) >= MAX_FILES:
            text = f"“{shown}” {_TOO_MUCH.what} and was not read. {_TOO_MUCH.remedy}"
            warnings.append([_TOO_MUCH.code, text, None, f"“{shown}”{_TOO_MUCH.what_zh}，未读取。{_TOO_MUCH.remedy_zh}"])
            continue
        left -= len(content)
        (folder / str(len(names))).write_bytes(content)
        names.append(_distinct(shown, names))
    if not names and not warnings:
        problem, problem_zh = "It is an e-mail without an attachment.", "文件是没有附件的电子邮件。"
        remedy, remedy_zh = "Send the papers themselves.", "请直接发送材料文件。"
        raise Refused("mail-without-papers", problem, remedy, name=name, problem_zh=problem_zh, remedy_zh=remedy_zh)
    text = f"It is an e-mail: its attachments ({len(names)}) were read, its letter was not."
    warnings.append(["mail-letter-left-out", text, None, f"文件是电子邮件：已读取其中的附件（{len(names)} 个），未读取正文。"])
    return {"files": names, "warnings": warnings[:1_000]}


def _without_taxonomy(entries: list[zipfile.ZipInfo]) -> tuple[list[zipfile.ZipInfo], int]:
    """The files of an XBRL report package that are reports, and the number of those that are not; any other archive as it is."""
    paths = {entry.filename: PurePosixPath(entry.filename.replace("\\", "/").lower()) for entry in entries}
    if not any(path.parent.name == "meta-inf" and path.name in _PACKAGE_MARKS for path in paths.values()):
        return entries, 0
    kept = [
        entry
        for entry in entries
        if (path := paths[entry.filename]).parent.name != "meta-inf" and (path.suffix not in (".xml", ".xsd") or "reports" in path.parts)
    ]
    kept = [entry for entry in kept if paths[entry.filename].suffix != ".xsd"]
    return kept, len(entries) - len(kept)


def _opens(archive: zipfile.ZipFile, data: bytes, entries: Sequence[zipfile.ZipInfo], passwords: Sequence[bytes]) -> bool:
    """Whether the password opens the smallest of the entries; each has the same as a rule."""
    try:
        content_of(archive, data, min(entries, key=lambda entry: entry.file_size), passwords)
    except _READ_ERRORS:
        return False
    return True


@dataclass(frozen=True, slots=True)
class _Unfit:
    """Why a file of the archive is left out, and what to do."""

    code: str
    what: str
    remedy: str
    what_zh: str
    remedy_zh: str


_DAMAGED = _Unfit(
    "archive-entry-damaged", "is damaged in the archive", "Send it as a file of its own.", "在压缩包中已损坏", "请单独发送该文件。"
)
_NESTED = _Unfit(
    "archive-inside",
    f"is an archive within more than {MAX_ARCHIVE_DEPTH - 1} archives",
    "Unpack it and send its files.",
    f"是超过 {MAX_ARCHIVE_DEPTH - 1} 层压缩包内的压缩包",
    "请解压后发送其中的文件。",
)
_TOO_MUCH = _Unfit("archive-too-large", "unpacks to more than an honest loan file holds", _PARTS, "解压后的内容过多", _PARTS_ZH)
_OUTSIDE = _Unfit(
    "archive-unsafe-name",
    "has a name that leads outside of the archive",
    "Zip the folder anew.",
    "的路径指向压缩包之外",
    "请重新压缩该文件夹。",
)
_LINK = _Unfit("archive-unsafe-name", "is a link and no file", "Zip the file itself.", "是链接而不是文件", "请压缩文件本身。")
_LOCKED = _Unfit("archive-encrypted", "needs a password", _UNLOCK, "需要密码", _UNLOCK_ZH)
_LARGE = _Unfit("file-too-large", f"has more than {MAX_FILE_BYTES // 2**20} MB", _PARTS, f"超过 {MAX_FILE_BYTES // 2**20} MB", _PARTS_ZH)


def _unfit(entry: zipfile.ZipInfo, path: str) -> _Unfit | None:
    parts = PurePosixPath(path).parts
    if not parts or path.startswith("/") or ".." in parts or path[1:2] == ":":
        return _OUTSIDE
    if stat.S_ISLNK(entry.external_attr >> 16):
        return _LINK
    if entry.file_size > MAX_FILE_BYTES:
        return _LARGE
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
