"""Where the text of a web page stands: a small model of CSS boxes, exact enough to tell rows and columns apart.

Blocks below each other, tables by their grid, what is positioned where it is put. Lines are not broken as a browser breaks them: what
one block says between two breaks is one line. Lengths are points. Source: CSS 2.2, chapters 9, 10 and 17.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from extract.formats.style import Style, StyleSheet, hides, length, local
from extract.limits import MAX_PAGE_SIDE

LINE = 12.0
_LETTER = 5.0
_SKIPPED = frozenset(
    {
        "head", "script", "style", "title", "meta", "link", "template", "noscript", "svg", "object", "iframe", "select",
        "textarea", "math",
    }
)  # fmt: skip
_BLOCKS = frozenset(
    {
        "html", "body", "div", "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "section", "article", "header",
        "footer", "main", "nav", "form", "fieldset", "dl", "dt", "dd", "pre", "blockquote", "center", "hr", "address", "figure",
        "figcaption", "caption", "legend", "details", "summary", "aside",
    }
)  # fmt: skip
_ROLES = {
    "table": "table", "inline-table": "table", "table-row": "row", "table-cell": "cell", "table-row-group": "group",
    "table-header-group": "group", "table-footer-group": "group", "block": "block", "flex": "side", "inline-flex": "side", "grid": "block",
    "list-item": "block", "inline": "inline", "inline-block": "inline-block", "table-caption": "block",
}  # fmt: skip
_TAG_ROLES = {"table": "table", "tr": "row", "td": "cell", "th": "cell", "tbody": "group", "thead": "group", "tfoot": "group"}
_TAGGED = frozenset({"nonfraction", "nonnumeric", "fraction"})
#: A column of floats or inline blocks is no narrower.
_WIDE_ENOUGH = 30.0


#: What stands apart in a line set with a typewriter's columns: two blanks part it, and one blank a figure with its currency or bracket.
_SET_APART = re.compile(r"[$£€¥]\s*\(?[\d.,]+\)?|\([\d.,]+\)|(?:\S(?: (?![$£€¥] ?[\d(]|\([\d.,]+\))(?=\S))?)+")


@dataclass(slots=True)
class Piece:
    """One line of one block.

    lines    how many a browser would break it into
    tagged   the fact elements whose text it shows
    typed    number of its line in a block that keeps its line breaks, from 1; 0 elsewhere
    """

    text: str
    x0: float
    x1: float
    y: float
    page: int
    element: etree._Element
    lines: int = 1
    tagged: list[etree._Element] = field(default_factory=list)
    typed: int = 0


@dataclass(slots=True)
class Origin:
    """What positioned elements are placed against.   extent: how far down they reach"""

    x: float
    y: float
    width: float
    extent: float = 0.0


@dataclass(slots=True)
class Flow:
    """A block being filled: where, how aligned, and the line that is open."""

    x: float
    width: float
    y: float
    align: str
    origin: Origin
    pre: str = ""
    typed: int = 1
    line: list[str] = field(default_factory=list)
    #: Fact elements that are open, and those whose text stands in the line.
    open: list[etree._Element] = field(default_factory=list)
    tagged: list[etree._Element] = field(default_factory=list)
    #: The element of the line's first text: its place.
    at: etree._Element | None = None


def text_width(text: str) -> float:
    return sum(2 * _LETTER if unicodedata.east_asian_width(letter) in "WF" else _LETTER for letter in text)


class Layout:
    """The pieces of a page, in the order of the file.   hidden: texts that nobody sees"""

    def __init__(self, styles: StyleSheet, most: int) -> None:
        self.styles = styles
        self.most = most
        self.pieces: list[Piece] = []
        self.hidden: list[str] = []
        self.page = 1
        self.full = False
        self._style: dict[etree._Element, Style] = {}
        self._role: dict[etree._Element, str] = {}

    def read(self, root: etree._Element, width: float = 595.0) -> None:
        self.block(root, 0.0, width, 0.0, "left", Origin(0.0, 0.0, width))

    def style(self, element: etree._Element) -> Style:
        if element not in self._style:
            self._style[element] = self.styles.of(element)
        return self._style[element]

    def role(self, element: etree._Element) -> str:
        """How `element` is laid out: "skip", "table", "row", "cell", "group", "block", "side", "inline" or "inline-block"."""
        if element not in self._role:
            self._role[element] = self._role_of(element)
        return self._role[element]

    def _role_of(self, element: etree._Element) -> str:
        tag = local(element)
        if not tag or tag in _SKIPPED or _is_fact_header(element):
            return "skip"
        style = self.style(element)
        if hides(style) or element.get("hidden") is not None:
            self._hide(element)
            return "skip"
        stated = _ROLES.get(style.get("display", ""))
        if stated is not None and not (tag in _TAG_ROLES and stated in ("block", "inline")):
            return stated
        return _TAG_ROLES.get(tag) or ("block" if tag in _BLOCKS else "inline")

    def _hide(self, element: etree._Element) -> None:
        text = " ".join(word for part in element.itertext() for word in str(part).split())
        if text and not any(_is_fact_header(child) for child in element.iter() if isinstance(child.tag, str)):
            self.hidden.append(text[:200])

    def block(self, element: etree._Element, x: float, width: float, y: float, align: str, origin: Origin, pre: str = "") -> float:
        """Lay out `element` and answer where the next one may begin."""
        style = self.style(element)
        if _breaks(style, "before") and self.pieces:
            self.page += 1
        absolute = style.get("position") in ("absolute", "fixed")
        if absolute:
            x, width, top = _positioned(style, x, width, y, origin)
            start = top
        else:
            start = y
            own = length(style.get("width"), width)
            indent = max(0.0, (length(style.get("margin-left"), width) or 0.0) + (length(style.get("padding-left"), width) or 0.0))
            x, width = x + min(indent, width / 2), min(own, width) if own and own > 1 else width - min(indent, width / 2)
        inner = Origin(x, start, width) if absolute or style.get("position") == "relative" else origin
        align = style.get("text-align") or _align_of(element) or align
        spaced = style.get("white-space", "")
        pre = spaced if spaced.startswith("pre") else "pre" if local(element) == "pre" else pre
        flow = Flow(x, width, start, align, inner, pre)
        if self.role(element) == "table":
            bottom = self.table(element, flow)
        elif not self._side_by_side(element, flow):
            self._fill(element, flow)
            bottom = self._flush(flow)
        else:
            bottom = flow.y
        stated = length(style.get("height"), 0.0) or length(style.get("min-height"), 0.0) or 0.0
        bottom = max(bottom, start + min(stated, MAX_PAGE_SIDE))
        if inner is not origin:
            bottom = max(bottom, inner.extent)
        if _breaks(style, "after"):
            self.page += 1
        if absolute:
            origin.extent = max(origin.extent, bottom)
            return y
        return bottom

    def _fill(self, element: etree._Element, flow: Flow) -> None:
        self._text(element, element.text, flow)
        for child in element:
            role = self.role(child) if isinstance(child.tag, str) else "skip"
            if self.full:
                return
            if local(child) == "br":
                flow.y = self._flush(flow, at_least=LINE)
            elif role == "skip":
                pass
            elif role in ("inline", "inline-block") and self.style(child).get("position") not in ("absolute", "fixed"):
                fact = local(child) in _TAGGED
                if fact:
                    flow.open.append(child)
                self._fill(child, flow)
                if fact:
                    flow.open.pop()
            else:
                flow.y = self._flush(flow)
                first = len(self.pieces)
                flow.y = self.block(child, flow.x, flow.width, flow.y, flow.align, flow.origin, flow.pre)
                _also_shown(self.pieces[first:], flow.open)
            self._text(element, child.tail, flow)

    def _text(self, element: etree._Element, text: str | None, flow: Flow) -> None:
        if not text:
            return
        if flow.pre and "\n" in text:
            first, *rest = text.split("\n")
            self._add(element, first, flow)
            for line in rest:
                flow.y = self._flush(flow, at_least=LINE)
                flow.typed += 1
                self._add(element, line, flow)
            return
        self._add(element, text, flow)

    def _add(self, element: etree._Element, text: str, flow: Flow) -> None:
        if text.strip() and flow.at is None:
            flow.at = element
        if text.strip() or flow.line:
            flow.line.append(text)
            if text.strip():
                flow.tagged.extend(one for one in flow.open if one not in flow.tagged)
        elif flow.pre in ("pre", "pre-wrap"):
            flow.line.append(text)

    def _flush(self, flow: Flow, at_least: float = 0.0) -> float:
        """Close the open line; answers where the next one begins."""
        raw = "".join(flow.line)
        element, tagged = flow.at, list(flow.tagged)
        flow.line, flow.at, flow.tagged = [], None, []
        text = " ".join(raw.replace("\xa0", " ").split())
        if not text or element is None:
            return flow.y + at_least
        if len(self.pieces) >= self.most:
            self.full = True
            return flow.y
        if flow.pre in ("pre", "pre-wrap"):
            plain = raw.expandtabs(8).replace("\xa0", " ")
            for found in _SET_APART.finditer(plain):
                left = flow.x + text_width(plain[: found.start()])
                right = left + text_width(found.group())
                self.pieces.append(Piece(found.group(), left, right, flow.y, self.page, element, typed=flow.typed))
            return flow.y + LINE
        wide = text_width(text)
        held = min(wide, max(flow.width, _LETTER))
        left = flow.x
        if flow.align in ("right", "end", "-webkit-right"):
            left = flow.x + flow.width - held
        elif flow.align in ("center", "-webkit-center"):
            left = flow.x + (flow.width - held) / 2
        lines = max(1, min(6, round(wide / max(flow.width, 1.0) + 0.35)))
        self.pieces.append(Piece(text, left, left + held, flow.y, self.page, element, lines, tagged))
        return flow.y + LINE

    def _side_by_side(self, element: etree._Element, flow: Flow) -> bool:
        """Lay out children that are columns: flex items, floats, inline blocks with a width. False where they are not."""
        children = [child for child in element if isinstance(child.tag, str) and self.role(child) != "skip"]
        flexed = self.role(element) == "side" and not self.style(element).get("flex-direction", "").startswith("column")
        beside = [child for child in children if flexed or self._is_column(child, flow.width)]
        if len(beside) < 2 or len(beside) < len(children) or (element.text or "").strip():
            return False
        widths = [length(self.style(child).get("width"), flow.width) or 0.0 for child in beside]
        unstated = sum(1 for width in widths if not width)
        share = max((flow.width - sum(widths)) / unstated, _WIDE_ENOUGH) if unstated else 0.0
        x, y, bottom = flow.x, flow.y, flow.y
        for child, width in zip(beside, (width or share for width in widths), strict=True):
            if x + width > flow.x + flow.width * 1.02 and x > flow.x and not flexed:
                x, y = flow.x, bottom
            right = self.style(child).get("float") == "right"
            left = flow.x + flow.width - width if right and len(beside) == 2 else x
            bottom = max(bottom, self.block(child, left, width, y, flow.align, flow.origin, flow.pre))
            x += width
        flow.y = bottom
        return True

    def _is_column(self, child: etree._Element, whole: float) -> bool:
        style = self.style(child)
        if style.get("position") in ("absolute", "fixed"):
            return False
        stated = length(style.get("width"), whole)
        apart = style.get("float") in ("left", "right") or style.get("display") == "inline-block"
        return apart and stated is not None and stated >= _WIDE_ENOUGH

    def table(self, element: etree._Element, flow: Flow) -> float:
        from extract.formats.web_table import lay_out

        return lay_out(self, element, flow)

    def rows_of(self, element: etree._Element) -> Iterator[tuple[str, etree._Element]]:
        """("row" or "block", element) of what a table holds, in order."""
        for child in element:
            role = self.role(child) if isinstance(child.tag, str) else "skip"
            if role == "row":
                yield "row", child
            elif role == "group" or (role == "inline" and len(child)):
                yield from self.rows_of(child)
            elif role in ("block", "cell", "table", "side"):
                yield "block", child


def _is_fact_header(element: etree._Element) -> bool:
    """Inline XBRL's own header (contexts, units, hidden facts), which is data and no text of the page."""
    tag = str(element.tag)
    return local(element) == "header" and ("inlineXBRL" in tag or tag.lower().startswith("ix:"))


def _also_shown(pieces: list[Piece], tagged: list[etree._Element]) -> None:
    for piece in pieces:
        piece.tagged.extend(one for one in tagged if one not in piece.tagged)


def _breaks(style: Style, where: str) -> bool:
    return any(style.get(f"{prefix}break-{where}") in ("always", "page", "left", "right") for prefix in ("page-", ""))


def _positioned(style: Style, x: float, width: float, y: float, origin: Origin) -> tuple[float, float, float]:
    own = length(style.get("width"), origin.width)
    left, right = length(style.get("left"), origin.width), length(style.get("right"), origin.width)
    top = length(style.get("top"), 0.0)
    if left is not None:
        x, width = origin.x + left, own or max(origin.width - left - (right or 0.0), _WIDE_ENOUGH)
    elif right is not None:
        width = own or width
        x = origin.x + origin.width - right - width
    else:
        width = own or width
    return x, width, origin.y + top if top is not None else y


def _align_of(element: etree._Element) -> str:
    align = (element.get("align") or "").lower()
    return align if align in ("left", "right", "center") else "center" if local(element) in ("center", "th") else ""
