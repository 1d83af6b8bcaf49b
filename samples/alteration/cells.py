"""Cells of an .xlsx file changed in its own XML: formula, kept value and the rest stay as their program wrote them."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation

from lxml import etree

from samples.alteration.technique import CannotAlter, Replacement

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_PARSER = etree.XMLParser(resolve_entities=False, huge_tree=True)


@dataclass
class Book:
    """The parts of a workbook, in their order."""

    parts: dict[str, bytes]
    stored: dict[str, zipfile.ZipInfo]
    trees: dict[str, etree._Element] = field(default_factory=dict)

    @staticmethod
    def opened(content: bytes) -> Book:
        """Raises CannotAlter when it is no .xlsx file."""
        try:
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                stored = {info.filename: info for info in archive.infolist()}
                parts = {name: archive.read(name) for name in stored}
        except zipfile.BadZipFile as error:
            raise CannotAlter("this is no workbook") from error
        if "xl/workbook.xml" not in parts:
            raise CannotAlter("this is no workbook")
        return Book(parts, stored)

    def tree(self, name: str) -> etree._Element:
        if name not in self.trees:
            self.trees[name] = etree.fromstring(self.parts[name], _PARSER)
        return self.trees[name]

    def sheet(self, title: str) -> etree._Element:
        """The sheet of that title.   Raises CannotAlter when there is none."""
        for sheet in self.tree("xl/workbook.xml").iter(f"{_MAIN}sheet"):
            if sheet.get("name") == title:
                wanted = sheet.get(f"{_RELATED}id")
                for link in self.tree("xl/_rels/workbook.xml.rels"):
                    if link.get("Id") == wanted:
                        target = link.get("Target", "")
                        return self.tree(target.lstrip("/") if target.startswith("/") else f"xl/{target}")
        raise CannotAlter(f"there is no sheet {title}")

    def cell(self, place: str) -> Cell:
        """The cell "Sheet1!D12".   Raises CannotAlter when it is empty."""
        title, _, reference = place.rpartition("!")
        sheet = self.sheet(title.strip("'"))
        for element in sheet.iter(f"{_MAIN}c"):
            if element.get("r") == reference:
                return Cell(self, sheet, element)
        raise CannotAlter(f"there is nothing in {place}")

    def saved(self) -> bytes:
        """The archive again, with the times that it had."""
        for name, tree in self.trees.items():
            self.parts[name] = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in self.parts.items():
                info = zipfile.ZipInfo(name, self.stored[name].date_time)
                info.compress_type, info.external_attr = zipfile.ZIP_DEFLATED, self.stored[name].external_attr
                archive.writestr(info, content)
        return out.getvalue()

    def shared(self, number: int) -> str:
        return _words(list(self.tree("xl/sharedStrings.xml"))[number])


@dataclass
class Cell:
    book: Book
    sheet: etree._Element
    element: etree._Element

    @property
    def formula(self) -> str:
        """Without the equals sign; "" for none.   Raises CannotAlter when other cells share it."""
        found = self.element.find(f"{_MAIN}f")
        if found is None:
            return ""
        if found.get("t") in {"shared", "array", "dataTable"}:
            raise CannotAlter("the formula is shared with other cells")
        return found.text or ""

    @property
    def shown(self) -> str:
        """The value that the file keeps: digits of a number, or a text."""
        kind = self.element.get("t", "n")
        if kind == "inlineStr":
            return _words(self.element)
        kept = self.element.find(f"{_MAIN}v")
        text = "" if kept is None else kept.text or ""
        return self.book.shared(int(text)) if kind == "s" else text

    def new_value(self, replacement: Replacement) -> Decimal | None:
        """The new figure as this cell would keep it, with the sign that it gives to the old one; None where the cell is text.

        Raises CannotAlter when the old figure is not what it shows.
        """
        if self.element.get("t", "n") in {"s", "inlineStr", "str"}:
            if self.shown.strip() != replacement.old.strip():
                raise CannotAlter(f"{replacement.cell} does not show {replacement.old}")
            return None
        old, new, kept = number(replacement.old), number(replacement.new), number(self.shown) if self.shown else None
        if kept is None and self.formula:
            return new  # a library wrote the formula and no value; the program that opens it counts
        if kept is None or abs(kept) != abs(old):
            raise CannotAlter(f"{replacement.cell} does not show {replacement.old}")
        return new if kept == old else -new

    def keep(self, value: Decimal | str) -> None:
        """Another value in the cell; a formula stays."""
        for old in [*self.element.findall(f"{_MAIN}v"), *self.element.findall(f"{_MAIN}is")]:
            self.element.remove(old)
        if isinstance(value, str):
            self.element.set("t", "inlineStr")
            inline = etree.SubElement(self.element, f"{_MAIN}is")
            etree.SubElement(inline, f"{_MAIN}t").text = value
            return
        if "t" in self.element.attrib:
            del self.element.attrib["t"]
        etree.SubElement(self.element, f"{_MAIN}v").text = f"{value:f}"

    def set_formula(self, formula: str) -> None:
        """Another formula, or none for ""."""
        for old in self.element.findall(f"{_MAIN}f"):
            self.element.remove(old)
        if formula:
            written = etree.Element(f"{_MAIN}f")
            written.text = formula
            self.element.insert(0, written)
        elif "xl/calcChain.xml" in self.book.parts:
            chain = self.book.tree("xl/calcChain.xml")
            for link in list(chain):
                if link.get("r") == self.element.get("r"):
                    chain.remove(link)

    def hidden_row(self, value: Decimal) -> str:
        """A hidden row below all others with `value` in this cell's column; where that is ("D45")."""
        data = self.sheet.find(f"{_MAIN}sheetData")
        assert data is not None
        last = max(int(row.get("r", "0")) for row in data)
        reference = self.element.get("r", "")
        column = re.sub(r"\d", "", reference)
        row = etree.SubElement(data, f"{_MAIN}row", r=str(last + 2), hidden="1")
        cell = etree.SubElement(row, f"{_MAIN}c", r=f"{column}{last + 2}")
        etree.SubElement(cell, f"{_MAIN}v").text = f"{value:f}"
        dimension = self.sheet.find(f"{_MAIN}dimension")
        if dimension is not None and ":" in dimension.get("ref", ""):
            dimension.set("ref", re.sub(r"(:[A-Z]+)\d+$", rf"\g<1>{last + 2}", dimension.get("ref", "")))
        return f"{column}{last + 2}"


def _words(element: etree._Element) -> str:
    return "".join(part.text or "" for part in element.iter(f"{_MAIN}t"))


def number(printed: str) -> Decimal:
    """A printed or kept amount.   Raises CannotAlter when it is none."""
    text = printed.strip().translate(str.maketrans("−－（）", "--()"))
    negative = text.startswith("(") and text.endswith(")")
    text = re.sub(r"[,\s¥￥£$()]", "", text)
    try:
        value = Decimal(text)
    except InvalidOperation as error:
        raise CannotAlter(f"{printed} is no amount") from error
    return -value if negative else value


def cells(book: Book, replacements: Sequence[Replacement]) -> Iterator[tuple[Replacement, Cell, Decimal | None]]:
    """Each figure to change, its cell and the new value (None: a text)."""
    for replacement in replacements:
        if not replacement.cell:
            raise CannotAlter(f"nothing says where {replacement.old} stands")
        cell = book.cell(replacement.cell)
        yield replacement, cell, cell.new_value(replacement)


def difference(cell: Cell, replacement: Replacement, new: Decimal) -> Decimal:
    """What has to be added to the cell's value."""
    old = number(cell.shown) if cell.shown else number(replacement.old)
    return new - old
