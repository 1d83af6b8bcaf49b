"""OFD, the Chinese fixed-layout format: pages of words and lines, and the XML that rides along.

A zip of XML files that point at each other. Nothing is unpacked to disk: a part is looked up among the zip's own entries, so
a name or a pointer that leads outside of the archive leads nowhere, and is said.
Source: GB/T 33190-2016 (7.2 entry file, 7.5 document, 7.7 pages, 11 texts, 9 graphics, 20 attachments, 18 custom tags).
"""

from __future__ import annotations

import hashlib
import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from extract.document import DocumentWarning, Opened
from extract.errors import Refused
from extract.formats.archive import check_packing, entry_name
from extract.formats.markup import parsed, tree_of
from extract.formats.ofd_page import child, children, drawn, local, sides, text_of
from extract.formats.pdf_page import clean
from extract.formats.sniff import OFD
from extract.limits import MAX_ATTACHMENTS, MAX_MARKUP_BYTES, MAX_PAGES
from extract.page import Element, Markup, Page

_READ_ERRORS = (zipfile.BadZipFile, zlib.error, OSError, NotImplementedError, EOFError, RuntimeError, ValueError, KeyError, IndexError)
_AGAIN, _AGAIN_ZH = "Download it again from where it was issued, or print it to PDF.", "请从开具平台重新下载，或打印为 PDF 后发送。"
#: Custom tags of one document: an invoice of 100 lines has 800.
_MOST_TAGS = 20_000


@dataclass(slots=True)
class _Package:
    """The zip, looked up by normalised names."""

    archive: zipfile.ZipFile
    name: str
    entries: dict[str, zipfile.ZipInfo]
    warnings: list[DocumentWarning] = field(default_factory=list)

    def read(self, base: str, pointer: str) -> tuple[str, bytes] | None:
        """The part that `pointer`, written in the part `base`, points at; None, and said, where there is none."""
        path = pointer.strip().replace("\\", "/")
        joined = path.lstrip("/") if path.startswith("/") else posixpath.join(posixpath.dirname(base), path)
        place = posixpath.normpath(joined)
        entry = self.entries.get(place)
        shown = clean(pointer)[-80:]
        if entry is None or entry.file_size > MAX_MARKUP_BYTES:
            text = f"Its part “{shown}” is missing, too large or outside of the file, and was not read."
            text_zh = f"其中的部分“{shown}”缺失、过大或指向文件之外，未读取。"
            self.warnings.append(DocumentWarning("ofd-part-missing", text, text_zh=text_zh))
            return None
        try:
            return place, self.archive.read(entry)
        except _READ_ERRORS:
            text, text_zh = f"Its part “{shown}” is damaged and was not read.", f"其中的部分“{shown}”已损坏，未读取。"
            self.warnings.append(DocumentWarning("ofd-part-damaged", text, text_zh=text_zh))
            return None

    def tree(self, base: str, pointer: str, *, mend: bool = False) -> tuple[str, etree._Element] | None:
        part = self.read(base, pointer)
        if part is None:
            return None
        try:
            return part[0], tree_of(part[1], self.name, mend=mend)
        except Refused as refused:
            shown = clean(pointer)[-80:]
            text, text_zh = f"Its part “{shown}” was not read. {refused.problem}", f"其中的部分“{shown}”未读取。{refused.problem_zh}"
            self.warnings.append(DocumentWarning("ofd-part-damaged", text, text_zh=text_zh))
            return None


def read_ofd(data: bytes, name: str) -> Opened:
    """Pages, embedded XML and named particulars of an OFD file. Raises Refused when it cannot be read at all."""
    package = _opened(data, name)
    entry = package.tree("", "OFD.xml")
    if entry is None:
        raise _damaged(name)
    pages: list[Page] = []
    markups: list[Markup] = []
    count = 0
    for body in children(entry[1], "DocBody"):
        root = package.tree(entry[0], text_of(child(body, "DocRoot")))
        if root is None:
            continue
        pointers = [page.get("BaseLoc", "") for page in children(child(root[1], "Pages"), "Page")]
        count += len(pointers)
        shown: dict[str, str] = {}
        for page, texts in _pages(package, root[0], root[1], pointers, len(pages)):
            pages.append(page)
            shown.update(texts)
        markups.extend(_attachments(package, root[0], root[1]))
        markups.extend(_tags(package, root[0], root[1], shown))
        markups.extend(_particulars(body))
    if not pages and not markups:
        raise _damaged(name)
    if count > len(pages):
        text, text_zh = f"It has {count} pages; {len(pages)} of them were read.", f"文件有 {count} 页，读取了其中 {len(pages)} 页。"
        package.warnings.append(DocumentWarning("pages-not-read", text, text_zh=text_zh))
    return Opened(
        name=name, sha256=hashlib.sha256(data).hexdigest(), media_type=OFD.media_type, page_count=count, pages=tuple(pages),
        markups=tuple(markups[:MAX_ATTACHMENTS]), warnings=tuple(package.warnings[:200]),
    )  # fmt: skip


def _opened(data: bytes, name: str) -> _Package:
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except _READ_ERRORS as error:
        raise _damaged(name) from error
    entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    check_packing(entries, name)
    package = _Package(archive, name, {})
    for entry in entries:
        path = posixpath.normpath(entry_name(entry))
        if path.startswith(("/", "../")) or path == ".." or path[1:2] == ":":
            shown = clean(path)[-80:]
            text, text_zh = f"Its part “{shown}” leads outside of the file and was not read.", f"其中的“{shown}”指向文件之外，未读取。"
            package.warnings.append(DocumentWarning("archive-unsafe-name", text, text_zh=text_zh))
        else:
            package.entries.setdefault(path, entry)
    return package


def _damaged(name: str) -> Refused:
    problem, problem_zh = "The OFD file is damaged or cut off.", "OFD 文件已损坏或不完整。"
    return Refused("ofd-damaged", problem, _AGAIN, name=name, problem_zh=problem_zh, remedy_zh=_AGAIN_ZH)


def _pages(
    package: _Package, base: str, root: etree._Element, pointers: list[str], before: int
) -> Iterator[tuple[Page, Mapping[str, str]]]:
    """The pages of one document with the texts of their objects by id; pages are numbered from `before` + 1."""
    common = child(root, "CommonData")
    area = sides(text_of(child(child(common, "PageArea"), "PhysicalBox")))
    templates = {item.get("ID", ""): item.get("BaseLoc", "") for item in children(common, "TemplatePage")}
    backgrounds: dict[str, etree._Element] = {}
    for number, pointer in enumerate(pointers[: max(0, MAX_PAGES - before)], before + 1):
        part = package.tree(base, pointer)
        if part is None:
            continue
        layers: list[etree._Element] = []
        for used in children(part[1], "Template"):
            key = used.get("TemplateID", "")
            if key in templates and key not in backgrounds and (drawn_below := package.tree(base, templates[key])):
                backgrounds[key] = drawn_below[1]
            if key in backgrounds:
                layers.append(backgrounds[key])
        own = sides(text_of(child(child(part[1], "Area"), "PhysicalBox"))) or area
        yield drawn([*layers, part[1]], number, own, package.warnings)


def _attachments(package: _Package, base: str, root: etree._Element) -> Iterator[Markup]:
    """The XML files that are attached: the invoice itself, as its issuer signed it."""
    pointer = text_of(child(root, "Attachments"))
    listed = package.tree(base, pointer) if pointer else None
    if listed is None:
        return
    for item in children(listed[1], "Attachment")[:MAX_ATTACHMENTS]:
        place = text_of(child(item, "FileLoc"))
        if item.get("Format", "").lower() != "xml" and not place.lower().endswith(".xml"):
            shown = clean(place)[-80:]
            text = f"The embedded file “{shown}” is no XML and was not read. Send it as a file of its own if it matters."
            text_zh = f"内嵌文件“{shown}”不是 XML，未读取。如有需要请单独发送。"
            package.warnings.append(DocumentWarning("attachments-left-out", text, text_zh=text_zh))
            continue
        part = package.read(listed[0], place)
        if part is None:
            continue
        try:
            yield parsed(part[1], part[0], package.name)
        except Refused as refused:
            shown = clean(place)[-80:]
            text, text_zh = f"The embedded file “{shown}” was not read. {refused.problem}", f"内嵌文件“{shown}”未读取。{refused.problem_zh}"
            package.warnings.append(DocumentWarning("attachment-damaged", text, text_zh=text_zh))


def _tags(package: _Package, base: str, root: etree._Element, shown: Mapping[str, str]) -> Iterator[Markup]:
    """The custom tags that name what the page shows: each holds the ids of the text objects that print its value."""
    pointer = text_of(child(root, "CustomTags"))
    listed = package.tree(base, pointer) if pointer else None
    if listed is None:
        return
    for item in children(listed[1], "CustomTag")[:MAX_ATTACHMENTS]:
        # Files of the older tax platform declare a namespace without a name, which is no well-formed XML.
        part = package.tree(listed[0], text_of(child(item, "FileLoc")) or item.get("BaseLoc", ""), mend=True)
        if part is None:
            continue
        elements: list[Element] = []
        stack: list[tuple[etree._Element, str]] = [(part[1], f"/{local(part[1])}")]
        while stack and len(elements) < _MOST_TAGS:
            node, path = stack.pop()
            ids = [text_of(one) for one in children(node, "ObjectRef")]
            text = clean("".join(shown.get(one, "") for one in ids))
            if text or node is part[1]:
                elements.append(Element(path, text))
            below = [one for one in node if isinstance(one.tag, str) and local(one) != "ObjectRef"]
            names = [local(one) for one in below]
            for index in reversed(range(len(below))):
                same = f"[{names[: index + 1].count(names[index])}]" if names.count(names[index]) > 1 else ""
                stack.append((below[index], f"{path}/{names[index]}{same}"))
        if len(elements) > 1:
            yield Markup(part[0], "custom-tags", tuple(elements))


def _particulars(body: etree._Element) -> Iterator[Markup]:
    """The named values in the entry file (发票号码, 合计金额, …)."""
    values = children(child(child(body, "DocInfo"), "CustomDatas"), "CustomData")[:200]
    elements = [Element("/CustomDatas", "")]
    for number, item in enumerate(values, 1):
        path = f"/CustomDatas/CustomData[{number}]"
        elements.extend((Element(path, clean(text_of(item))), Element(f"{path}/@Name", clean(item.get("Name", "")))))
    if values:
        yield Markup("OFD.xml", "custom-data", tuple(elements))
