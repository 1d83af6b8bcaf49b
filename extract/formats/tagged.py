"""OFX and QFX to elements: SGML whose elements are not closed (1.x), XML (2.x), and what programs write between the two.

An element without text is an aggregate where the standard says so, or where the file closes it and never gives it a text.
Everything else is a leaf, which ends where the next tag begins. Nothing is looked up outside, and no entity but those of XML is
known, so that an XML parser is not needed.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator

from extract.page import Node

_TAG = re.compile(
    r"<(?P<close>/?)(?P<name>[A-Za-z][A-Za-z0-9._-]{0,60})(?P<rest>[^<>]{0,200})>(?P<text>[^<]*(?:<!\[CDATA\[.*?\]\]>[^<]*)*)", re.DOTALL
)
_CDATA = re.compile(r"<!\[CDATA\[(.*?)\]\]>", re.DOTALL)
#: Aggregates of the standard that a statement is made of, each with those it may lie in: an opening tag ends all others.
_HOMES: dict[str, tuple[str, ...]] = {
    "OFX": (),
    "SIGNONMSGSRSV1": ("OFX",),
    "BANKMSGSRSV1": ("OFX",),
    "CREDITCARDMSGSRSV1": ("OFX",),
    "INVSTMTMSGSRSV1": ("OFX",),
    "SONRS": ("SIGNONMSGSRSV1",),
    "STMTTRNRS": ("BANKMSGSRSV1",),
    "CCSTMTTRNRS": ("CREDITCARDMSGSRSV1",),
    "STMTRS": ("STMTTRNRS",),
    "CCSTMTRS": ("CCSTMTTRNRS",),
    "BANKACCTFROM": ("STMTRS", "CCSTMTRS"),
    "CCACCTFROM": ("CCSTMTRS", "STMTRS"),
    "BANKTRANLIST": ("STMTRS", "CCSTMTRS", "INVTRANLIST"),
    "STMTTRN": ("BANKTRANLIST", "INVBANKTRAN"),
    "LEDGERBAL": ("STMTRS", "CCSTMTRS"),
    "AVAILBAL": ("STMTRS", "CCSTMTRS"),
}
_AGGREGATES = frozenset(_HOMES) | {"STATUS", "PAYEE", "BANKACCTTO", "CCACCTTO", "CURRENCY", "ORIGCURRENCY", "BALLIST", "BAL", "FI"}
#: Counted even where there is only one.
_COUNTED = frozenset({"STMTTRN"})
_DEEPEST = 40


def ofx_nodes(text: str) -> Iterator[Node]:
    """Every element of `text`, in order."""
    start = re.search(r"<OFX[\s>]", text, re.IGNORECASE)
    if start is None:
        return
    aggregates = _aggregates(text)
    found: list[tuple[int, str, int, str, int, int]] = []  # depth, name, count, text, line, number of the parent
    stack: list[tuple[str, int]] = []
    counts: dict[int, Counter[str]] = {-1: Counter()}
    line, at = 1 + text.count("\n", 0, start.start()), start.start()
    for match in _TAG.finditer(text, start.start()):
        line, at = line + text.count("\n", at, match.start()), match.start()
        name = match["name"].upper()
        content = _content(match["text"])
        if match["close"]:
            _close(stack, name)
            continue
        _make_room(stack, name)
        parent = stack[-1][1] if stack else -1
        counts[parent][name] += 1
        number = len(found)
        found.append((len(stack) + 1, name, counts[parent][name], content, line, parent))
        alone = match["rest"].rstrip().endswith("/")
        if name in aggregates and not alone and len(stack) < _DEEPEST:
            stack.append((name, number))
            counts[number] = Counter()
    for depth, name, count, content, line, parent in found:
        several = name in _COUNTED or counts[parent][name] > 1
        yield Node(depth, f"{name}[{count}]" if several else name, content, line)


def _aggregates(text: str) -> frozenset[str]:
    """Names that are closed somewhere and never have a text, and those of the standard."""
    closed: set[str] = set()
    worded: set[str] = set()
    for match in _TAG.finditer(text):
        name = match["name"].upper()
        if match["close"]:
            closed.add(name)
        elif match["text"].strip():
            worded.add(name)
    return (frozenset(closed) - worded) | _AGGREGATES


def _close(stack: list[tuple[str, int]], name: str) -> None:
    """Leave the aggregate `name` and all inside it; the end of a leaf, or of nothing that is open, changes nothing."""
    if any(name == open_name for open_name, _ in stack):
        while stack.pop()[0] != name:
            pass


def _make_room(stack: list[tuple[str, int]], name: str) -> None:
    """Leave the aggregates that `name` cannot lie in, where their own ends are missing."""
    homes = _HOMES.get(name)
    if homes and any(open_name in homes for open_name, _ in stack):
        while stack[-1][0] not in homes:
            stack.pop()


def _content(raw: str) -> str:
    plain = _CDATA.sub(lambda found: html.escape(found.group(1)), raw)
    text = " ".join(html.unescape(plain).split())
    return text if text.isprintable() else "".join(letter for letter in text if letter.isprintable())
