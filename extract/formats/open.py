"""bytes -> pages and sheets: the one door for documents from outside."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

from extract.document import DocumentWarning, Opened
from extract.errors import Refused
from extract.formats.answer import rendered_pages, unpacked
from extract.formats.archive import empty_file
from extract.formats.codes import with_codes
from extract.formats.contain import run_contained
from extract.formats.sniff import BROKEN_ZIP, CUT_OFF, MAIL, Kind, disagrees, sniffed
from extract.limits import MAX_FILE_BYTES, MAX_PAGES, MAX_RECOGNISED_PAGES
from extract.page import Page

#: Pages of one PDF that one child reads: a dense page takes half a second of its minute, and children run side by side.
PAGES_PER_CHILD = 40


def open_document(data: bytes, name: str, pictures: Path, *, password: str | None = None) -> Opened:
    """Read what a document's container holds: words and strokes of a paper's pages, cells of a workbook or delimited file.

    name       as the sender called it; the content alone decides the format
    pictures   an existing folder of this document's own: pages without a text layer are drawn there as page-<n>.png
    password   of an encrypted PDF
    Raises Refused when the document cannot be read at all.
    """
    kind = admitted(data, name)
    opened = _open(data, name, pictures, kind, password)
    warnings = list(opened.warnings)
    if disagrees(name, kind):
        text = f"Its name says another format than its content, which is a {kind.name} and was read as such."
        text_zh = f"文件名与内容的格式不符，已按内容读取：{kind.name_zh}。"
        warnings.append(DocumentWarning("name-and-content-differ", text, text_zh=text_zh))
    if opened.pages and not any(page.words or page.source == "none" for page in opened.pages):
        text = "Nothing is printed on any of its pages. Check that the right file was sent."
        warnings.append(DocumentWarning("blank-page", text, text_zh="所有页面均为空白。请确认发送的文件是否正确。"))
    pages = with_codes(data, name, opened.pages, password) if kind.reader == "pdf" else opened.pages
    return replace(opened, pages=pages, warnings=tuple(warnings))


def admitted(data: bytes, name: str) -> Kind:
    """The format of `data`. Raises Refused when it is empty, too large, or of a format that is not read."""
    if not data:
        raise empty_file(name)
    if len(data) > MAX_FILE_BYTES:
        problem = f"It has {len(data) // 2**20} MB; files up to {MAX_FILE_BYTES // 2**20} MB are read."
        problem_zh = f"文件有 {len(data) // 2**20} MB；最多读取 {MAX_FILE_BYTES // 2**20} MB 的文件。"
        remedy, remedy_zh = "Send it in smaller parts, or scan it at 200 dpi.", "请拆分成较小的文件，或以 200 dpi 扫描后发送。"
        raise Refused("file-too-large", problem, remedy, name=name, problem_zh=problem_zh, remedy_zh=remedy_zh)
    kind = sniffed(data)
    if kind in (BROKEN_ZIP, CUT_OFF):
        code = "archive-damaged" if kind is BROKEN_ZIP else "document-damaged"
        problem, problem_zh = (
            "It is a workbook, document or archive that is damaged or cut off.",
            "文件（工作簿、文档或压缩包）已损坏或不完整。",
        )
        remedy, remedy_zh = "Send it again; the transfer may have broken off.", "请重新发送，传输可能中断。"
        raise Refused(code, problem, remedy, name=name, problem_zh=problem_zh, remedy_zh=remedy_zh)
    if kind.reader == "archive":
        remedy, remedy_zh = kind.remedy or "Unpack it and send the files themselves.", kind.remedy_zh or "请解压后发送其中的文件。"
        problem, problem_zh = (
            f"It is {'an e-mail' if kind is MAIL else 'an archive'}.",
            f"文件是{'电子邮件' if kind is MAIL else '压缩包'}。",
        )
        raise Refused("archive-inside", problem, remedy, name=name, problem_zh=problem_zh, remedy_zh=remedy_zh)
    if kind.reader == "none":
        code = "format-unknown" if not kind.endings else "format-not-read-yet"
        article = "an" if kind.name[0] in "aeiouAEIOMRX" and kind.name[:3] not in {"Rar"} else "a"
        problem, problem_zh = f"It is {article} {kind.name}, which is not read.", f"无法读取这种格式的文件：{kind.name_zh}。"
        raise Refused(code, problem, kind.remedy, name=name, problem_zh=problem_zh, remedy_zh=kind.remedy_zh)
    return kind


def _open(data: bytes, name: str, pictures: Path, kind: Kind, password: str | None) -> Opened:
    sha256 = hashlib.sha256(data).hexdigest()

    def read(first: int, last: int, most_drawn: int = MAX_RECOGNISED_PAGES) -> Opened:
        arguments = {"name": name, "first": first, "last": last, "most_drawn": most_drawn, "password": password}
        return unpacked(run_contained("open", data, name, pictures, arguments), name, sha256)

    opened = read(1, PAGES_PER_CHILD if kind.reader == "pdf" else MAX_PAGES)
    if kind.reader != "pdf" or opened.page_count <= PAGES_PER_CHILD:
        return opened

    left_to_draw = MAX_RECOGNISED_PAGES - _scanned(opened.pages)

    def read_part(first: int) -> Opened | Refused:
        try:
            return read(first, first + PAGES_PER_CHILD - 1, max(0, left_to_draw))
        except Refused as refused:
            return refused

    starts = range(PAGES_PER_CHILD + 1, min(opened.page_count, MAX_PAGES) + 1, PAGES_PER_CHILD)
    pages, warnings = list(opened.pages), list(opened.warnings)
    with ThreadPoolExecutor(max_workers=os.cpu_count() or 1) as threads:
        for first, part in zip(starts, threads.map(read_part, starts), strict=True):
            if isinstance(part, Refused):
                last = min(first + PAGES_PER_CHILD - 1, opened.page_count, MAX_PAGES)
                text, text_zh = f"Pages {first} to {last} were not read. {part.text}", f"第 {first} 至 {last} 页未读取。{part.text_zh}"
                warnings.append(DocumentWarning("pages-not-read", text, first, text_zh))
                continue
            pages.extend(part.pages)
            warnings.extend(part.warnings)
    if _scanned(pages) > MAX_RECOGNISED_PAGES:
        text = f"It has {_scanned(pages)} scanned pages; only the first {MAX_RECOGNISED_PAGES} of one file are read. Send the rest apart."
        text_zh = f"文件有 {_scanned(pages)} 页扫描件；单个文件只读取前 {MAX_RECOGNISED_PAGES} 页。请将其余页另行发送。"
        warnings.append(DocumentWarning("too-many-scanned-pages", text, text_zh=text_zh))
        # Each part drew as many as were left; together that may be more.
        for page in [page for page in pages if page.source == "none"][MAX_RECOGNISED_PAGES:]:
            (pictures / f"page-{page.number}.png").unlink(missing_ok=True)
    return replace(opened, pages=tuple(pages), warnings=tuple(warnings))


def _scanned(pages: Sequence[Page]) -> int:
    return sum(page.source == "none" for page in pages)


def render_pages(
    data: bytes, name: str, pages: Sequence[int], folder: Path, *, dpi: int = 110, password: str | None = None
) -> dict[int, Path]:
    """Draw `pages` (from 1) of a PDF or picture to folder/page-<n>.png, contained as reading is.

    Returns the pictures of the pages that could be drawn. Raises Refused when the document cannot be opened.
    """
    kind = admitted(data, name)
    if kind.reader not in {"pdf", "image"} or not pages:
        return {}
    wanted = sorted(set(pages))[:MAX_PAGES]
    arguments = {"pages": wanted, "dpi": max(18, min(dpi, 600)), "password": password}
    drawn = rendered_pages(run_contained("render", data, name, folder, arguments), name)
    paths = {number: folder / f"page-{number}.png" for number in drawn if number in wanted}
    return {number: path for number, path in paths.items() if path.is_file() and not path.is_symlink()}
