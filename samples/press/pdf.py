"""Drawing a paper as a PDF with embedded fonts, and saying where each figure came to stand."""

from __future__ import annotations

import io
from itertools import groupby

import pikepdf
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from extract.place import Box
from samples.papers.paper import Align, Cell, Entry, Line, Paper, Row, Table
from samples.press.fonts import font, glyphs
from samples.press.placed import Placed, Printed

#: The ink of a figure above and below its baseline, in parts of the letter size: a comma or bracket hangs below.
_ABOVE, _BELOW = 0.76, 0.17
_PADDING = 3.0
#: Every sample is "printed" on the same day: a date tells nothing about a class.
_PRINTED = "D:20260316093000+00'00'"
_PRODUCER = "tieout samples"


def draw(paper: Paper) -> Printed:
    """`paper` as pages as wide as A4.   Raises WronglyCalled when a font is missing."""
    pages = _Pen(paper, pages=0).draw().page  # once to count the pages, once to print the count
    pen = _Pen(paper, pages=pages).draw()
    return Printed(finished(pen.stream.getvalue()), tuple(pen.figures))


def finished(content: bytes) -> bytes:
    """The PDF `content` rewritten with the metadata that all samples share."""
    result = io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as file:
        del file.docinfo
        file.docinfo["/Producer"] = _PRODUCER
        file.docinfo["/CreationDate"] = _PRINTED
        file.docinfo["/ModDate"] = _PRINTED
        file.save(result, deterministic_id=True)
    return result.getvalue()


class _Pen:
    """Draws from the top of a page downward; `y` is the distance from the top of the page, points."""

    def __init__(self, paper: Paper, pages: int) -> None:
        self.paper = paper
        self.pages = pages
        self.width, self.height = A4[0], paper.height
        self.stream = io.BytesIO()
        self.canvas = Canvas(self.stream, pagesize=(self.width, self.height), invariant=1)
        self.figures: list[Placed] = []
        self.page = 1
        self.y = paper.margin

    def draw(self) -> _Pen:
        for block in self.paper.blocks:
            if isinstance(block, Line):
                self._line(block)
            elif isinstance(block, Table):
                self._table(block)
        self._footer()
        self.canvas.save()
        return self

    @property
    def _bottom(self) -> float:
        return self.height - self.paper.margin - 14

    def _new_page(self) -> None:
        self._footer()
        self.canvas.showPage()
        self.page += 1
        self.y = self.paper.margin

    def _footer(self) -> None:
        if self.paper.footer:
            text = self.paper.footer.format(page=self.page, pages=self.pages or 1)
            self._cell(text, 0, self.width, self.height - self.paper.margin * 0.6, 7.5, "centre", strong=False)

    def _line(self, line: Line) -> None:
        if self.y + line.gap + line.size > self._bottom:
            self._new_page()
        baseline = self.y + line.gap + line.size
        left, right = self.paper.margin, self.width - self.paper.margin
        for content, align in ((line.left, "left"), (line.centre, "centre"), (line.right, "right")):
            self._cell(content, left, right, baseline, line.size, align, strong=line.strong)
        self.y = baseline + line.size * 0.35

    def _table(self, table: Table) -> None:
        edges = self._edges(table)
        self.y += table.gap
        self._captions(table, edges)
        for row in table.rows:
            if self.y + table.row_height > self._bottom:
                self._new_page()
                self._captions(table, edges)
            self._row(table, row, edges)

    def _edges(self, table: Table) -> list[float]:
        """Left edges of the columns, and the right edge of the last."""
        left = self.paper.margin
        whole = (self.width - 2 * left) / sum(column.width for column in table.columns)
        edges = [left]
        for column in table.columns:
            edges.append(edges[-1] + column.width * whole)
        return edges

    def _captions(self, table: Table, edges: list[float]) -> None:
        if not table.header:
            return
        lines = max(column.caption.count("\n") + 1 for column in table.columns)
        height = table.row_height + (lines - 1) * table.size * 1.3
        for column, left, right in zip(table.columns, edges, edges[1:], strict=False):
            for index, text in enumerate(column.caption.split("\n")):
                baseline = self.y + table.row_height * 0.5 + table.size * 0.36 + index * table.size * 1.3
                self._cell(text, left, right, baseline, table.size, column.align if table.frame == "open" else "centre", strong=True)
        if table.frame != "open":
            self._frame(edges, height)
        elif lines == 1:
            self._rule(edges[0], edges[-1], self.y + height, 0.7)
        self.y += height

    def _row(self, table: Table, row: Row, edges: list[float]) -> None:
        baseline = self.y + table.row_height * 0.5 + table.size * 0.36
        strong = row.style in {"section", "strong"} or (row.style == "total" and table.frame == "open")
        for index, (content, column) in enumerate(zip(row.cells, table.columns, strict=False)):
            right = edges[-1] if row.style == "section" and table.frame == "open" else edges[index + 1]
            self._cell(content, edges[index], right, baseline, table.size, column.align, strong=strong)
            if table.frame == "open" and row.style in {"subtotal", "total"} and isinstance(content, Entry):
                self._rule(edges[index] + 12, right - _PADDING + 1, self.y + 1.5, 0.6)
                if row.style == "total":
                    self._rule(edges[index] + 12, right - _PADDING + 1, self.y + table.row_height - 1.5, 0.6)
                    self._rule(edges[index] + 12, right - _PADDING + 1, self.y + table.row_height + 0.3, 0.6)
        if table.frame != "open":
            last = row is table.rows[-1]
            self._frame(edges, table.row_height, above=table.frame == "grid" or row is table.rows[0], below=table.frame == "grid" or last)
        self.y += table.row_height

    def _frame(self, edges: list[float], height: float, *, above: bool = True, below: bool = True) -> None:
        if above:
            self._rule(edges[0], edges[-1], self.y, 0.5)
        if below:
            self._rule(edges[0], edges[-1], self.y + height, 0.5)
        self.canvas.setLineWidth(0.5)
        for edge in edges:
            self.canvas.line(edge, self.height - self.y, edge, self.height - self.y - height)

    def _rule(self, left: float, right: float, y: float, width: float) -> None:
        self.canvas.setLineWidth(width)
        self.canvas.line(left, self.height - y, right, self.height - y)

    def _cell(self, content: Cell, left: float, right: float, baseline: float, size: float, align: str | Align, *, strong: bool) -> None:
        """Print `content` between `left` and `right`; too long a text is set smaller, never cut."""
        text = content.printed if isinstance(content, Entry) else content
        if not text:
            return
        runs = self._runs(text, strong=strong)
        room = right - left - 2 * _PADDING
        width = sum(stringWidth(run, name, size) for name, run in runs)
        if width > room > 0:
            size *= room / width
            width = room
        x = {"left": left + _PADDING, "centre": (left + right - width) / 2, "right": right - _PADDING - width}[align]
        place = x
        for name, run in runs:
            self.canvas.setFont(name, size)
            self.canvas.drawString(place, self.height - baseline, run)
            place += stringWidth(run, name, size)
        if isinstance(content, Entry):
            box = Box(x, baseline - _ABOVE * size, x + width, baseline + _BELOW * size)
            self.figures.append(Placed(entry=content, page=self.page, box=box))

    def _runs(self, text: str, *, strong: bool) -> list[tuple[str, str]]:
        """`text` in runs of one font: the paper's, or the one that has the signs which the paper's lacks (⊗)."""
        name = font(self.paper.face, strong=strong)
        known = glyphs(name)
        runs: list[tuple[str, str]] = []
        for lacking, signs in groupby(text, key=lambda sign: ord(sign) not in known):
            run = "".join(signs)
            other = font("hei") if lacking else name
            assert all(ord(sign) in glyphs(other) for sign in run), f"no font has a glyph for {run!r}"
            runs.append((other, run))
        return runs
