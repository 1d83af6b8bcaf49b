"""Setting a paper: every line, cell and rule gets its place on a page. Nothing is cut: what is too long is set smaller or wrapped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from extract.place import Box
from samples.papers.paper import Align, Break, Cell, Image, Line, Paper, Table
from samples.press.display import Display, Fill, Page, Picture, Rule, Text
from samples.press.placed import Placed
from samples.press.rows import Lines, Setter, table_pieces

#: The ink of a figure above and below its baseline, in parts of the letter size: a comma or bracket hangs below.
ABOVE, BELOW = 0.76, 0.17
_MARGINAL = 7.5  # letter size of page head and foot


def display(paper: Paper) -> Display:
    """`paper` on pages.   Raises WronglyCalled when a font is missing, or no font of its family has a sign."""
    sheet = _Sheet(paper)
    for block in paper.blocks:
        if isinstance(block, Line):
            sheet.line(block)
        elif isinstance(block, Table):
            sheet.table(block)
        elif isinstance(block, Image):
            sheet.image(block)
        elif isinstance(block, Break):
            sheet.turn()
    return sheet.finished()


def placed(shown: Display) -> tuple[Placed, ...]:
    """Every figure of a display with its page and box, in order."""
    return tuple(
        Placed(entry=text.entry, page=number, box=text.box)
        for number, page in enumerate(shown.pages, 1)
        for text in page.texts
        if text.entry is not None
    )


@dataclass(slots=True)
class _Draft:
    """A page being filled."""

    texts: list[Text] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    fills: list[Fill] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)

    @property
    def empty(self) -> bool:
        return not (self.texts or self.rules or self.pictures)


class _Sheet:
    """Fills pages from the top downward; `y` is the distance from the top of the page, points."""

    def __init__(self, paper: Paper) -> None:
        self.paper = paper
        self.setter = Setter(paper.face)
        self.left, self.right = paper.margin, paper.width - paper.margin
        self.bottom = paper.height - paper.margin - 14
        self.drafts = [_Draft()]
        self.y = paper.margin

    def turn(self) -> None:
        """A new page."""
        self.drafts.append(_Draft())
        self.y = self.paper.margin

    def line(self, line: Line) -> None:
        parts = [(cell, align) for cell, align in _parts(line) if cell is not None and cell != ""]
        room = self.right - self.left
        if len(parts) == 1:
            sets = [self.setter.cell(parts[0][0], room, line.size, strong=line.strong)]
        else:
            sets = self._side_by_side(parts, room, line)
        height = max((lines.height for lines in sets), default=line.size)
        if self.y + line.gap + height > self.bottom and not self.drafts[-1].empty:
            self.turn()
        baseline = self.y + line.gap + line.size
        for (_, align), lines in zip(parts, sets, strict=True):
            self._print(lines, self.left, self.right, baseline, align)
        self.y += line.gap + height + line.size * 0.35

    def _side_by_side(self, parts: Sequence[tuple[Cell, Align]], room: float, line: Line) -> list[Lines]:
        """Several parts share the line: all are set smaller when they would touch."""
        size = line.size
        sides = {align: self.setter.natural(cell, size, strong=line.strong) for cell, align in parts}
        if "centre" in sides:
            need = sides["centre"] + 2 * max(sides.get("left", 0.0), sides.get("right", 0.0)) + 2 * size
        else:
            need = sum(sides.values()) + size
        size *= min(1.0, room / need)
        return [self.setter.one_line(cell, size, strong=line.strong) for cell, _ in parts]

    def table(self, table: Table) -> None:
        pieces = table_pieces(table, self.setter, self.left, self.right - self.left)
        self.y += table.gap
        captions = pieces.captions
        start = self.y  # where the upright lines of this page's part begin
        begun = False
        for number, row in enumerate(pieces.rows):
            needed = row.height + (captions.height if captions and not begun else 0.0)
            if self.y + needed > self.bottom and not (self.drafts[-1].empty and not begun):
                if begun:
                    self._uprights(pieces.edges, start, table)
                self.turn()
                start, begun = self.y, False
            if not begun and captions:
                self._strip(captions.fills, captions.texts, captions.rules, captions.height)
            begun = True
            self._strip(row.fills, row.texts, row.rules, row.height)
            if table.frame == "grid" and number < len(pieces.rows) - 1:
                self._rule(pieces.edges[0], pieces.edges[-1], self.y)
        if begun:
            self._uprights(pieces.edges, start, table)
        elif captions:
            self._strip(captions.fills, captions.texts, captions.rules, captions.height)
            self._uprights(pieces.edges, start, table)

    def _strip(self, fills: Sequence[Fill], texts: Sequence[Text], rules: Sequence[Rule], height: float) -> None:
        """What a row consists of, from heights relative to its top to their places on the page."""
        draft, y = self.drafts[-1], self.y
        draft.fills += [Fill(fill.x0, fill.y0 + y, fill.x1, fill.y1 + y, fill.colour) for fill in fills]
        draft.rules += [Rule(rule.x0, rule.y0 + y, rule.x1, rule.y1 + y, rule.width) for rule in rules]
        for text in texts:
            self._text(text.x, text.y + y, text)
        self.y += height

    def _uprights(self, edges: Sequence[float], start: float, table: Table) -> None:
        """The outside of a framed table's part on one page, and the lines between its columns."""
        if table.frame == "open":
            return
        self._rule(edges[0], edges[-1], start)
        self._rule(edges[0], edges[-1], self.y)
        inner = _inside_spans(table) if table.header else frozenset()
        for index, edge in enumerate(edges):
            self.drafts[-1].rules.append(Rule(edge, start + (table.row_height if index in inner else 0.0), edge, self.y))

    def _rule(self, x0: float, x1: float, y: float, width: float = 0.5) -> None:
        self.drafts[-1].rules.append(Rule(x0, y, x1, y, width))

    def image(self, image: Image) -> None:
        if not image.beside and self.y + image.height > self.bottom and not self.drafts[-1].empty:
            self.turn()
        x0 = {"left": self.left, "centre": (self.left + self.right - image.width) / 2, "right": self.right - image.width}[image.align]
        self.drafts[-1].pictures.append(Picture(x0, self.y, x0 + image.width, self.y + image.height, image.png))
        if not image.beside:
            self.y += image.height

    def _print(self, lines: Lines, left: float, right: float, baseline: float, align: Align) -> None:
        for text in lines.placed(left, right, baseline, align):
            self._text(text.x, text.y, text)

    def _text(self, x: float, y: float, text: Text) -> None:
        box = None
        if text.entry is not None:
            box = Box(x, y - ABOVE * text.size, x + text.width, y + BELOW * text.size)
        self.drafts[-1].texts.append(
            Text(x=x, y=y, width=text.width, text=text.text, font=text.font, size=text.size, colour=text.colour, entry=text.entry, box=box)
        )

    def _marginal(self, text: str, y: float, number: int) -> list[Text]:
        """Page head or foot number `number`."""
        if not text:
            return []
        filled = text.replace("{page}", str(number)).replace("{pages}", str(len(self.drafts)))
        lines = self.setter.one_line(filled, min(_MARGINAL, self._fitting(filled)))
        return lines.placed(self.left, self.right, y, "centre")

    def _fitting(self, text: str) -> float:
        natural = self.setter.natural(text, _MARGINAL)
        return _MARGINAL * min(1.0, (self.right - self.left) / natural)

    def finished(self) -> Display:
        paper = self.paper
        if len(self.drafts) > 1 and self.drafts[-1].empty:
            self.drafts.pop()
        pages = []
        for number, draft in enumerate(self.drafts, 1):
            head = self._marginal(paper.head, paper.margin * 0.6, number)
            foot = self._marginal(paper.footer, paper.height - paper.margin * 0.6, number)
            texts = (*head, *draft.texts, *foot)
            pages.append(
                Page(
                    width=paper.width,
                    height=paper.height,
                    texts=texts,
                    rules=tuple(draft.rules),
                    fills=tuple(draft.fills),
                    pictures=tuple(draft.pictures),
                )
            )
        return Display(pages=tuple(pages))


def _inside_spans(table: Table) -> frozenset[int]:
    """The edges that a heading over several columns spans: no line is drawn through it."""
    inner: set[int] = set()
    at = 0
    for _, count in table.spans:
        inner.update(range(at + 1, at + count))
        at += count
    return frozenset(inner)


def _parts(line: Line) -> tuple[tuple[Cell, Align], ...]:
    first: Literal["left"] = "left"
    return ((line.left, first), (line.centre, "centre"), (line.right, "right"))
