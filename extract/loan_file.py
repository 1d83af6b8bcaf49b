"""A loan file as handed in: which files it holds, and how to get at their bytes."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from extract.document import Document, DocumentWarning, status_of
from extract.errors import Refused, WronglyCalled
from extract.formats.archive import expand, is_archive
from extract.formats.sniff import MAIL, sniffed
from extract.limits import MAX_FILE_BYTES, MAX_FILES

_ZIP = "application/zip"
#: What operating systems and office programs leave in folders; no borrower means to hand it in.

_LITTER = {".ds_store", "thumbs.db", "desktop.ini", "__macosx"}


@dataclass(frozen=True, slots=True)
class Source:
    """One file.

    name     relative to the loan file, forward slashes
    load     gives its bytes, raises Refused when it cannot be read
    zipped   whether its first bytes are those of a zip (which workbooks are as well) or of an e-mail
    """

    name: str
    load: Callable[[], bytes]
    zipped: Callable[[], bool] = field(default=lambda: False)


@dataclass(frozen=True, slots=True)
class LoanFile:
    """All that one borrower handed in, read.

    sources   by SHA-256 of the bytes, for whoever needs the pixels again
    """

    name: str
    documents: tuple[Document, ...]
    sources: Mapping[str, Source] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Gathered:
    """name: of the loan file   sources: in the order of their names   refused: files that could not even be taken in"""

    name: str
    sources: tuple[Source, ...]
    refused: tuple[Document, ...] = ()


def gather(paths: Sequence[Path], passwords: Mapping[str, str] | None = None) -> Gathered:
    """The files under `paths`: folders are walked, archives opened, single files taken as they are.

    passwords   of locked archives, by name

    Raises WronglyCalled for a path that does not exist, when there is nothing at all, or when there is too much.
    """
    sources: list[Source] = []
    refused: list[Document] = []
    for path in paths:
        if not path.exists():
            raise WronglyCalled(f"{path}: there is no such file or folder. Check the path.")
        for source in _under(path):
            try:
                members, warnings = _members(source, passwords or {})
            except Refused as error:
                refused.append(refused_document(source.name, error))
                continue
            sources.extend(members)
            if warnings:
                status = status_of((), warnings)
                left_out = tuple(warnings)
                media_type = MAIL.media_type if any(one.code == "mail-letter-left-out" for one in warnings) else _ZIP
                refused.append(Document(name=source.name, sha256="", media_type=media_type, pages=0, status=status, warnings=left_out))
            if len(sources) > MAX_FILES:
                raise WronglyCalled(f"{path}: more than {MAX_FILES} files. A loan file holds one borrower's papers; hand in one at a time.")
    if not sources and not refused:
        named = ", ".join(str(path) for path in paths)
        raise WronglyCalled(f"{named}: there is no document in it. Put the borrower's statements, bank export and invoices there.")
    name = paths[0].resolve().name if len(paths) == 1 else f"{len(paths)} files"
    return Gathered(name, tuple(sorted(sources, key=lambda source: source.name)), tuple(refused))


def refused_document(name: str, error: Refused, *, sha256: str = "", media_type: str = "application/octet-stream") -> Document:
    """A document that could not be read, with the reason and the remedy as its warning."""
    warning = DocumentWarning(error.code, error.text, error.page, error.text_zh)
    return Document(name=name, sha256=sha256, media_type=media_type, pages=0, status="refused", warnings=(warning,))


def _under(path: Path) -> Iterator[Source]:
    if path.is_file():
        yield Source(path.name, _loader(path, path.name), _zipped(path))
        return
    for folder, folders, names in os.walk(path, followlinks=False):
        folders[:] = sorted(entry for entry in folders if entry.lower() not in _LITTER and not entry.startswith("."))
        for name in sorted(names):
            if name.lower() in _LITTER or name.startswith((".", "~$")):
                continue
            file = Path(folder) / name
            relative = file.relative_to(path).as_posix()
            if file.is_symlink() or not file.is_file():
                continue  # a link may lead out of the loan file, a device has no end
            yield Source(relative, _loader(file, relative), _zipped(file))


def _loader(path: Path, name: str) -> Callable[[], bytes]:
    def load() -> bytes:
        try:
            if path.stat().st_size > MAX_FILE_BYTES:
                size = path.stat().st_size // (1024 * 1024)
                limit = MAX_FILE_BYTES // (1024 * 1024)
                problem = f"The file has {size} MB; at most {limit} are read."
                problem_zh, remedy_zh = f"文件有 {size} MB；最多读取 {limit} MB。", "请拆分后分别发送。"
                remedy = "Split it and send the parts."
                raise Refused("file-too-large", problem, remedy, name=name, problem_zh=problem_zh, remedy_zh=remedy_zh)
            return path.read_bytes()
        except OSError as error:
            reason = error.strerror or "it cannot be opened"
            problem, problem_zh = f"The file cannot be opened ({reason}).", f"文件无法打开（{reason}）。"
            remedy, remedy_zh = "Check its permissions.", "请检查文件权限。"
            raise Refused("file-unreadable", problem, remedy, name=name, problem_zh=problem_zh, remedy_zh=remedy_zh) from error

    return load


def _zipped(path: Path) -> Callable[[], bool]:
    def zipped() -> bool:
        try:
            with path.open("rb") as file:
                head = file.read(4096)
                return head.startswith(b"PK\x03\x04") or sniffed(head) is MAIL
        except OSError:
            return False  # loading it says why it cannot be opened

    return zipped


def _members(source: Source, passwords: Mapping[str, str]) -> tuple[list[Source], list[DocumentWarning]]:
    """The files inside an archive, or the file itself when it is none: its content decides, not its ending."""
    if not source.zipped():
        return [source], []
    data = source.load()
    if not is_archive(data):
        return [source], []
    members, warnings = expand(data, source.name, password=passwords.get(source.name), passwords=passwords)
    return [Source(f"{source.name}/{name}", _constant(body)) for name, body in members], warnings


def _constant(body: bytes) -> Callable[[], bytes]:
    return lambda: body
