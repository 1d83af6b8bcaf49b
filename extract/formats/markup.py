"""XML files, alone or embedded in other documents: every text and attribute with its path.

Parsed without entities, document types and network. Whoever sends an electronic invoice needs none of them, so a file that
declares entities is refused rather than read without them.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator

from lxml import etree

from extract.document import Opened
from extract.errors import Refused
from extract.formats.encoding import misstatement, restated, text_of
from extract.formats.pdf_page import clean
from extract.limits import MAX_MARKUP_BYTES, MAX_MARKUP_ELEMENTS, MAX_TEXT
from extract.page import Element, Markup

_AGAIN, _AGAIN_ZH = "Export it again from the program that made it, and send that.", "请从生成它的程序重新导出后发送。"


def read_markup(data: bytes, name: str, media_type: str) -> Opened:
    """An XML document. Raises Refused as `parsed` does."""
    markup = parsed(data, "", name)
    declared = text_of(data)[1]
    return Opened(
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        media_type=media_type,
        page_count=1,
        markups=(markup,),
        warnings=(misstatement(declared),) if declared is not None else (),
    )


def parsed(data: bytes, inside: str, name: str) -> Markup:
    """The texts of one XML file.

    inside   its name within document `name`, "" where it is the document

    Raises Refused for XML that is damaged, too large, too deep, or that declares a document type.
    """
    root = tree_of(data, name)
    elements: list[Element] = []
    for path, text in _texts(root):
        if len(elements) >= MAX_MARKUP_ELEMENTS:
            raise _too_large(name)
        elements.append(Element(path, text))
    return Markup(clean(inside)[-200:], etree.QName(root).namespace or "", tuple(elements))


def tree_of(data: bytes, name: str, *, mend: bool = False) -> etree._Element:
    """The root element.   mend: take what can be read of a file that is not well formed   Raises Refused as `parsed` does."""
    if len(data) > MAX_MARKUP_BYTES:
        raise _too_large(name)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False, recover=mend, remove_comments=True,
        remove_pis=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(restated(data) or data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        problem, problem_zh = "Its XML is damaged, cut off, or nested deeper than an honest file's.", "XML 已损坏、不完整或嵌套过深。"
        raise Refused("xml-damaged", problem, _AGAIN, name=name, problem_zh=problem_zh, remedy_zh=_AGAIN_ZH) from error
    if root is None:
        problem, problem_zh = "Its XML holds nothing.", "XML 中没有内容。"
        raise Refused("xml-damaged", problem, _AGAIN, name=name, problem_zh=problem_zh, remedy_zh=_AGAIN_ZH)
    if root.getroottree().docinfo.internalDTD is not None:
        problem = "Its XML declares a document type, which no electronic invoice or export needs and which can hide text."
        problem_zh = "XML 声明了文档类型（DTD），电子发票和导出文件都不需要，且可能隐藏内容。"
        raise Refused("xml-with-document-type", problem, _AGAIN, name=name, problem_zh=problem_zh, remedy_zh=_AGAIN_ZH)
    return root


def _too_large(name: str) -> Refused:
    problem = f"Its XML is larger than {MAX_MARKUP_BYTES // 2**20} MB or has more than {MAX_MARKUP_ELEMENTS:,} texts."
    problem_zh = f"XML 超过 {MAX_MARKUP_BYTES // 2**20} MB，或超过 {MAX_MARKUP_ELEMENTS:,} 段文字。"
    return Refused("xml-too-large", problem, "Send it in parts.", name=name, problem_zh=problem_zh, remedy_zh="请分批发送。")


def _texts(root: etree._Element) -> Iterator[tuple[str, str]]:
    """Paths and texts in the order of the file. libxml2 bounds the nesting, so the stack of paths is short."""
    stack: list[tuple[etree._Element, str]] = [(root, f"/{_local(root)}")]
    while stack:
        element, path = stack.pop()
        # Only the root may be without a text: what has none else says nothing.
        own = clean(" ".join((element.text or "").split()))
        if own or element is root:
            yield path[:MAX_TEXT], own
        for name, value in element.attrib.items():
            yield f"{path}/@{etree.QName(name).localname}"[:MAX_TEXT], clean(str(value))
        children = [child for child in element if isinstance(child.tag, str)]
        count = Counter(_local(child) for child in children)
        seen: Counter[str] = Counter()
        below = []
        for child in children:
            name = _local(child)
            seen[name] += 1
            below.append((child, f"{path}/{name}[{seen[name]}]" if count[name] > 1 else f"{path}/{name}"))
        stack.extend(reversed(below))


def _local(element: etree._Element) -> str:
    return etree.QName(element).localname
