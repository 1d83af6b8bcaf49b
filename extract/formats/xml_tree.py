"""XML of a bank, element by element with its line: no document type, no entities, nothing from outside."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any
from xml.sax import SAXException
from xml.sax.handler import ContentHandler
from xml.sax.xmlreader import Locator

import defusedxml.sax
from defusedxml.common import DefusedXmlException

from extract.errors import Refused
from extract.formats.encoding import undeclared
from extract.page import Node

#: Elements of which a parent has many: they are counted even where there is only one.
COUNTED = frozenset({"Ntry", "Bal"})
#: Deeper is no bank's message: a movement of CAMT.053 lies at twelve.
_DEEPEST = 60


@dataclass(slots=True)
class XmlTree:
    """broken_at, cut_at: the line in which the file breaks off, and from which on nothing was kept; None where it is whole."""

    nodes: list[Node] = field(default_factory=list)
    broken_at: int | None = None
    cut_at: int | None = None


class _TooDeep(SAXException):
    pass


class _Full(SAXException):
    pass


class _Handler(ContentHandler):
    def __init__(self, most: int) -> None:
        super().__init__()
        self.most = most
        self.nodes: list[list[Any]] = []  # depth, name, count among its like, text, line, parent
        self.open: list[int] = []
        self.texts: list[list[str]] = []
        self.counts: list[Counter[str]] = [Counter()]
        #: (parent, name) of elements that a parent has several of.
        self.several: set[tuple[int, str]] = set()
        self.locator: Locator | None = None

    def setDocumentLocator(self, locator: Locator) -> None:  # noqa: N802 - the name is of the interface
        self.locator = locator

    @property
    def line(self) -> int:
        return (self.locator.getLineNumber() if self.locator is not None else 1) or 1

    def startElement(self, name: str, attrs: Any) -> None:  # noqa: N802 - the name is of the interface
        if len(self.open) >= _DEEPEST:
            raise _TooDeep("nested too deep")
        if len(self.nodes) + len(attrs) >= self.most:
            raise _Full("too many elements")
        local = name.rpartition(":")[2]
        parent = self.open[-1] if self.open else -1
        self.counts[-1][local] += 1
        count = self.counts[-1][local]
        if count > 1 or local in COUNTED:
            self.several.add((parent, local))
        depth = len(self.open) + 1
        self.open.append(len(self.nodes))
        self.nodes.append([depth, local, count, "", self.line, parent])
        for key, value in attrs.items():
            if not key.startswith("xmlns"):
                self.nodes.append([depth + 1, f"@{key.rpartition(':')[2]}", 1, value.strip(), self.line, -2])
        self.texts.append([])
        self.counts.append(Counter())

    def characters(self, content: str) -> None:
        if self.texts:
            self.texts[-1].append(content)

    def endElement(self, name: str) -> None:  # noqa: ARG002, N802 - the interface's
        self.close()

    def close(self) -> None:
        index = self.open.pop()
        self.nodes[index][3] = " ".join("".join(self.texts.pop()).split())
        self.counts.pop()

    def result(self) -> list[Node]:
        while self.open:
            self.close()
        return [
            Node(depth, f"{name}[{count}]" if (parent, name) in self.several else name, text, line)
            for depth, name, count, text, line, parent in self.nodes
        ]


def read_tree(text: str, name: str, most: int) -> XmlTree:
    """The elements of `text`. What stands before an error is kept. Raises Refused for a document type or an entity, and for one that is
    no XML at all."""
    handler = _Handler(most)
    tree = XmlTree()
    try:
        # The text is decoded already: its own word on its encoding, right or wrong, is not asked again.
        defusedxml.sax.parseString(undeclared(text).encode("utf-8", "replace"), handler, forbid_dtd=True)
    except DefusedXmlException as error:
        problem, problem_zh = "It declares entities or a document type, which no bank does.", "文件声明了实体或文档类型，银行文件不会如此。"
        remedy, remedy_zh = "Send the bank's own export.", "请发送银行原始导出文件。"
        raise Refused("xml-not-allowed", problem, remedy, name=name, problem_zh=problem_zh, remedy_zh=remedy_zh) from error
    except _TooDeep as error:
        problem, problem_zh = "Its parts are nested deeper than an honest paper's.", "文件内部嵌套过深，不像正常材料。"
        remedy, remedy_zh = "Send the bank's own export.", "请发送银行原始导出文件。"
        raise Refused("document-too-heavy", problem, remedy, name=name, problem_zh=problem_zh, remedy_zh=remedy_zh) from error
    except _Full:
        tree.cut_at = handler.line
    except SAXException:
        tree.broken_at = handler.line
    tree.nodes = handler.result()
    return tree
