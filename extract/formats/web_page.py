"""Web pages (HTML, XHTML), with or without inline XBRL: what a person sees of them, as rows of cells, and their tagged facts.

Nothing is fetched, no script runs, no entity but HTML's own is known. A page is laid out roughly (`web_layout`), because accounts
are set by position as often as by table. Each printed page, where the file marks them, is a sheet.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from lxml import etree, html

from extract.document import DocumentWarning, Opened
from extract.errors import Refused
from extract.formats.encoding import decoded
from extract.formats.pdf_page import clean
from extract.formats.style import StyleSheet, local
from extract.formats.web_layout import LINE, Layout, Piece
from extract.formats.xbrl import facts_of
from extract.limits import MAX_CELLS, MAX_MARKUP_BYTES, MAX_MARKUP_ELEMENTS, MAX_SHEETS, MAX_TEXT
from extract.numerals import parse
from extract.page import Cell, Sheet

_PRINT, _PRINT_ZH = "Print it to PDF and send that.", "请打印为 PDF 后发送。"
_ENTITY = re.compile(r"<!ENTITY", re.IGNORECASE)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_CHARSET = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
#: Signs that are set in a cell or box of their own beside the figure they belong to.
_BEFORE = frozenset({"(", "$", "£", "€", "¥", "￥", "US$", "HK$", "RMB", "($", "(£", "$(", "£("})
_AFTER = frozenset({")", "%", "）", ")%"})
_NEAR = 70.0


def read_web_page(data: bytes, name: str, media_type: str) -> Opened:
    """The visible rows of a web page and its facts. Raises Refused when it declares entities, or is too large to be a paper."""
    root = tree_of(data, name)
    elements = list(root.iter())  # held, so that each has one identity
    if len(elements) > MAX_MARKUP_ELEMENTS:
        raise _too_large(name)
    paths = _paths(elements)
    styles = StyleSheet(str(text) for element in elements if local(element) == "style" for text in element.itertext())
    layout = Layout(styles, MAX_CELLS)
    layout.read(root)
    sheets = _sheets(layout.pieces, paths)
    shown = {fact: paths[piece.element] for piece in layout.pieces for fact in reversed(piece.tagged)}
    facts = facts_of(elements, paths, shown)
    return Opened(
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        media_type=media_type,
        page_count=max(1, len(sheets)),
        sheets=tuple(sheets[:MAX_SHEETS]),
        facts=tuple(facts),
        warnings=tuple(_remarks(layout, len(sheets))),
    )


def tree_of(data: bytes, name: str) -> etree._Element:
    """The page's root element: parsed as XML where it is sound XML, else as browsers parse HTML."""
    if len(data) > MAX_MARKUP_BYTES:
        raise _too_large(name)
    text = _DECLARATION.sub("", _text(data).replace("\x00", "").lstrip("\ufeff"))
    start = re.search(r"<(?:[\w.-]+:)?html[\s>]", text, re.IGNORECASE)
    if _ENTITY.search(text, 0, start.start() if start else min(len(text), 100_000)):
        problem = "Its XML declares entities of its own, which no report needs and which can hide text."
        problem_zh = "文件声明了自定义实体，报表都不需要，且可能隐藏内容。"
        raise Refused("xml-with-document-type", problem, _PRINT, name=name, problem_zh=problem_zh, remedy_zh=_PRINT_ZH)
    body = text[start.start() :] if start else text  # without the document type: its file is never read anyway
    encoded = body.encode("utf-8", "replace")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True, encoding="utf-8"
    )
    try:
        return etree.fromstring(encoded, parser)
    except (etree.XMLSyntaxError, ValueError):
        lenient = html.HTMLParser(no_network=True, huge_tree=False, remove_comments=True, remove_pis=True, encoding="utf-8")
    try:
        root = html.document_fromstring(encoded, lenient)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        problem, problem_zh = "The web page is damaged or empty.", "网页文件已损坏或没有内容。"
        raise Refused("web-page-damaged", problem, _PRINT, name=name, problem_zh=problem_zh, remedy_zh=_PRINT_ZH) from error
    return root


def _text(data: bytes) -> str:
    """`data` decoded: UTF-8 proves itself, else as the page says, where that decodes strictly, else as its bytes look."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    stated = None if data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")) else _CHARSET.search(data[:4096])
    if stated is not None:
        codec = stated.group(1).decode("ascii").lower()
        try:
            return data.decode({"gb2312": "gb18030", "gbk": "gb18030", "iso-8859-1": "cp1252", "latin1": "cp1252"}.get(codec, codec))
        except (LookupError, UnicodeDecodeError, ValueError):
            pass
    return decoded(data)


def _too_large(name: str) -> Refused:
    problem = f"The page is larger than {MAX_MARKUP_BYTES // 2**20} MB or has more than {MAX_MARKUP_ELEMENTS:,} elements."
    problem_zh = f"网页超过 {MAX_MARKUP_BYTES // 2**20} MB，或超过 {MAX_MARKUP_ELEMENTS:,} 个元素。"
    return Refused("xml-too-large", problem, _PRINT, name=name, problem_zh=problem_zh, remedy_zh=_PRINT_ZH)


def _paths(elements: Sequence[etree._Element]) -> dict[etree._Element, str]:
    """Path of each element, of local names, counted where a parent has several of the name."""
    paths: dict[etree._Element, str] = {}
    for element in elements:
        if element.getparent() is None:
            paths[element] = f"/{local(element)}"
        children = [child for child in element if isinstance(child.tag, str)]
        count = Counter(local(child) for child in children)
        seen: Counter[str] = Counter()
        for child in children:
            tag = local(child)
            seen[tag] += 1
            step = f"{tag}[{seen[tag]}]" if count[tag] > 1 else tag
            paths[child] = f"{paths.get(element, '')}/{step}"[:MAX_TEXT]
    return paths


def _sheets(pieces: Sequence[Piece], paths: dict[etree._Element, str]) -> list[Sheet]:
    by_page: dict[int, list[Piece]] = {}
    for piece in pieces:
        by_page.setdefault(piece.page, []).append(piece)
    sheets = []
    for number, page in sorted(by_page.items()):
        cells = []
        for row, line in enumerate(_wrapped(_lines(page)), 1):
            for column, piece in enumerate(_signed(line), 1):
                path = paths.get(piece.element, "") + (f"/line[{piece.typed}]" if piece.typed else "")
                cells.append(Cell(row, column, clean(piece.text), path, 1, piece.x0, max(piece.x0, piece.x1)))
        cells = [cell for cell in cells if cell.text]
        if cells:
            sheets.append(Sheet(f"page {number}", tuple(cells), delimited=True))
    return sheets


def _lines(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Pieces of one height together, from left to right."""
    lines: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda one: one.y):
        if lines and piece.y - lines[-1][0].y < LINE / 3:
            lines[-1].append(piece)
        else:
            lines.append([piece])
    return [sorted(line, key=lambda one: one.x0) for line in lines]


def _wrapped(lines: Sequence[list[Piece]]) -> list[list[Piece]]:
    """A positioned label that is broken into lines, with figures beside its last one: one row."""
    rows: list[list[Piece]] = []
    for line in lines:
        above = rows[-1] if rows else []
        label = above[0] if len(above) == 1 and above[0].lines > 1 else None
        beside = label is not None and line[0].y - label.y <= label.lines * LINE and all(piece.x0 >= label.x1 - 10 for piece in line)
        if beside and any(parse(piece.text) is not None for piece in line):
            rows[-1] = [*above, *line]
        else:
            rows.append(line)
    return rows


def _signed(line: Sequence[Piece]) -> list[Piece]:
    """A line whose currency signs and brackets in boxes of their own are put to their figures."""
    result: list[Piece] = []
    for piece in line:
        last = result[-1] if result else None
        near = last is not None and piece.x0 - last.x1 < _NEAR
        if last is not None and piece.text in _AFTER and (near or "(" in last.text) and re.search(r"\d$", last.text):
            result[-1] = Piece(
                last.text + piece.text, last.x0, last.x1, last.y, last.page, last.element, 1, [*last.tagged, *piece.tagged], last.typed
            )
        elif last is not None and last.text in _BEFORE and near and re.match(r"[(\d]", piece.text):
            joined = last.text + piece.text
            result[-1] = Piece(
                joined, piece.x0, piece.x1, piece.y, piece.page, piece.element, 1, [*last.tagged, *piece.tagged], piece.typed
            )
        else:
            result.append(piece)
    return result


def _remarks(layout: Layout, sheets: int) -> Iterator[DocumentWarning]:
    seen = " ".join(piece.text for piece in layout.pieces)
    hidden = list(dict.fromkeys(text for text in layout.hidden if text not in seen and re.search(r"\w", text)))
    if hidden:
        first = clean(hidden[0])[:80]
        text = f"The page hides text, which was not read: “{first}” ({len(hidden)} places). Ask why it is there."
        text_zh = f"网页隐藏了部分文字，未读取：“{first}”（共 {len(hidden)} 处）。请询问原因。"
        yield DocumentWarning("hidden-text", text, text_zh=text_zh)
    if sheets > MAX_SHEETS:
        text = f"It has {sheets} pages; only the first {MAX_SHEETS} are read. Print the rest to PDF and send that."
        text_zh = f"网页有 {sheets} 页；只读取前 {MAX_SHEETS} 页。请将其余页打印为 PDF 后发送。"
        yield DocumentWarning("too-many-sheets", text, text_zh=text_zh)
    if layout.full:
        text = f"It has more than {layout.most:,} lines; the rest is not read. Send it in parts."
        text_zh = f"网页超过 {layout.most:,} 行；其余未读取。请分批发送。"
        yield DocumentWarning("too-many-cells", text, text_zh=text_zh)
