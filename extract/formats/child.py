"""Inside the short-lived child: give up all rights, do the one job, answer in JSON."""

from __future__ import annotations

import errno
import json
import logging
import os
import socket
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

from extract.document import Opened
from extract.errors import Refused
from extract.formats import (
    archive,
    bank_file,
    codes,
    delimited,
    image,
    markup,
    ofd,
    office_xml,
    page_codes,
    pdf,
    sandbox,
    web_page,
    xbrl,
    xls,
    xlsx,
)
from extract.formats.answer import packed
from extract.formats.sniff import sniffed

#: A request beyond the limit by this much must fail when the limit works at all.
_BEYOND_BYTES = 64 * 1024 * 1024

Job = dict[str, Any]
#: Readers that need nothing but the bytes, and those of several formats that are told which one it is.
PLAIN: dict[str, Callable[[bytes, str], Opened]] = {"xlsx": xlsx.read_xlsx, "xls": xls.read_xls, "ofd": ofd.read_ofd}
TYPED: dict[str, Callable[[bytes, str, str], Opened]] = {
    "markup": markup.read_markup,
    "web": web_page.read_web_page,
    "xbrl": xbrl.read_instance,
    "docx": office_xml.read_docx,
    "odf": office_xml.read_open_document,
    "sheet_xml": office_xml.read_sheet_xml,
}


def main(job: Job, document: int, answer: int) -> None:
    """Do `job` on the bytes of descriptor `document` and write the answer to descriptor `answer`."""
    folder = Path(job["folder"]) if job["folder"] else None
    readable = sandbox.library_paths()
    sandbox.die_with_parent()
    sandbox.leave_network()
    sandbox.restrict_files(readable, [folder] if folder else [])
    sandbox.limit_resources(
        memory=int(job["memory"]), cpu=int(job["cpu"]), file_bytes=int(job["file_bytes"]), open_files=int(job["open_files"])
    )
    logging.disable(logging.CRITICAL)  # foreign parsers log what they read
    warnings.simplefilter("ignore")
    with os.fdopen(document, "rb") as stream:
        data = stream.read()
    try:
        result = WORK[job["work"]](data, folder, job["arguments"])
    except Refused as refused:
        result = {"refused": [refused.code, refused.problem, refused.remedy, refused.problem_zh, refused.remedy_zh]}
    except MemoryError:
        raise
    except Exception as error:
        # The parsers raise anything at all on broken bytes. The class tells a developer where to look; the text could be the
        # document's own words.
        result = {"refused": list(_damage(error))}
    spoken = json.dumps(result, ensure_ascii=True, allow_nan=False, separators=(",", ":")).encode()
    with os.fdopen(answer, "wb") as pipe:
        pipe.write(spoken)


def _damage(error: Exception) -> tuple[str, str, str, str, str]:
    """Code, problem, remedy, and the last two in Chinese."""
    if isinstance(error, RecursionError):
        problem, problem_zh = "Its parts are nested deeper than an honest paper's.", "文件内部嵌套过深，不像正常材料。"
        return "document-too-heavy", problem, "Print it to a new file and send that.", problem_zh, "请打印为新文件后发送。"
    if isinstance(error, OSError) and error.errno == errno.EFBIG:
        problem, problem_zh = "What it unpacks to is larger than an honest paper.", "解压后的内容过大，不像正常材料。"
        return "document-too-heavy", problem, "Send it in smaller parts.", problem_zh, "请拆分成较小的部分发送。"
    problem, problem_zh = f"Its content is damaged ({type(error).__name__}).", f"文件内容已损坏（{type(error).__name__}）。"
    mend, mend_zh = "Open it in its own program, save it anew, and send that.", "请用原程序打开，重新保存后发送。"
    return "document-damaged", problem, mend, problem_zh, mend_zh


def _open(data: bytes, folder: Path | None, arguments: Job) -> Job:
    kind = sniffed(data)
    name = str(arguments["name"])
    if kind.reader == "pdf":
        opened = pdf.read_pdf(
            data,
            name,
            folder,
            first=int(arguments["first"]),
            last=int(arguments["last"]),
            most_drawn=int(arguments["most_drawn"]),
            password=arguments["password"],
        )
    elif kind.reader == "image":
        opened = image.read_image(data, name, folder)
    elif kind.reader == "bank_file":
        opened = bank_file.read_bank_file(data, name, kind)
    elif kind.reader in TYPED:
        opened = TYPED[kind.reader](data, name, kind.media_type)
    else:
        opened = PLAIN.get(kind.reader, delimited.read_delimited)(data, name)
    return packed(opened)


def _render(data: bytes, folder: Path | None, arguments: Job) -> Job:
    assert folder is not None
    kind = sniffed(data)
    pages, dpi = [int(page) for page in arguments["pages"]], int(arguments["dpi"])
    if kind.reader == "pdf":
        return {"rendered": pdf.render_pdf(data, folder, pages, dpi, arguments["password"])}
    if kind.reader == "image":
        return {"rendered": image.render_image(data, folder, pages, dpi)}
    return {"rendered": []}


def _expand(data: bytes, folder: Path | None, arguments: Job) -> Job:
    assert folder is not None
    return archive.unpack(data, str(arguments["name"]), folder, arguments.get("password"))


def _codes(data: bytes, folder: Path | None, arguments: Job) -> Job:
    del folder, arguments
    return codes.decoded(data)


def _page_codes(data: bytes, folder: Path | None, arguments: Job) -> Job:
    del folder
    return page_codes.codes_of_pages(data, [int(page) for page in arguments["pages"]], arguments["password"])


def _probe(data: bytes, folder: Path | None, arguments: Job) -> Job:
    """Try what a hostile document would try."""
    del data, folder
    return {"memory": _memory_is_held(int(arguments["memory"])), "network": _network_is_held(), "files": _files_are_held()}


def _memory_is_held(allowed: int) -> bool:
    try:
        bytearray(allowed + _BEYOND_BYTES)
    except MemoryError:
        return True
    return False


def _network_is_held() -> bool:
    # On a reachable network a datagram socket connects to any address at once, and a stream socket is refused by the other side.
    for kind in (socket.SOCK_DGRAM, socket.SOCK_STREAM):
        try:
            with socket.socket(socket.AF_INET, kind) as probe:
                probe.connect(("127.0.0.1", 9))
            return False
        except OSError as error:
            if error.errno not in {errno.ENETUNREACH, errno.EACCES, errno.EPERM}:
                return False
    return True


def _files_are_held() -> bool:
    for path in ("/etc/passwd", "/proc/self/environ", "/etc"):
        try:
            os.close(os.open(path, os.O_RDONLY))
            return False
        except OSError as error:
            if error.errno not in {errno.EACCES, errno.EPERM, errno.ENOENT}:
                return False
    return True


def _exhaust(data: bytes, folder: Path | None, arguments: Job) -> Job:
    """For the tests of containment: take more than is allowed, in the way that `arguments` names."""
    del data
    how = arguments["how"]
    if how == "memory":
        return {"held": len(bytearray(int(arguments["size"])))}
    if how == "crash":
        os.abort()
    if how == "speak":
        return {"held": "x" * int(arguments["size"])}
    if how == "file":
        assert folder is not None
        return {"held": (folder / "big").write_bytes(bytes(int(arguments["size"])))}
    if how == "elsewhere":
        return {"held": Path(arguments["path"]).write_text("escaped", encoding="utf-8")}
    if how == "files":
        return {"held": len([os.dup(1) for _ in range(int(arguments["size"]))])}
    if how == "process":
        return {"held": os.fork()}
    while how == "time":
        pass
    while how == "sleep":
        socket.socketpair()[0].recv(1)
    return {"held": None}


WORK: dict[str, Callable[[bytes, Path | None, Job], Job]] = {
    "open": _open,
    "render": _render,
    "expand": _expand,
    "codes": _codes,
    "page_codes": _page_codes,
    "probe": _probe,
    "exhaust": _exhaust,
}
