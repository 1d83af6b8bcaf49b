"""The table of items of an invoice."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache

from extract.invoices import generic
from extract.invoices.captions import CaptionNames
from extract.invoices.layout import InvoiceLayout, ItemRole
from extract.invoices.printed import amount_in
from extract.numerals import DecimalMark, Numeral
from extract.place import Box
from extract.tables.lines import Chunk, Row

_NUMBERS: frozenset[ItemRole] = frozenset({"quantity", "unit_price", "net", "gross", "tax", "tax_rate"})
_END = re.compile(
    r"^(?:合\s*计|合$|小\s*计|价税合计|sub\s*-?total|total|net total|vat\b|belegsummen|summe|zwischensumme"
    r"|gesamt|umsatzsteuer|subtotaal|exclusief)",
    re.I,
)
_FOOTER = re.compile(r"^(?:(?:seite|page|blad|pagina|第)\s*\d|\d{1,3}\s*/\s*\d{1,3}$)", re.IGNORECASE)
_RATE = re.compile(r"^(\d{1,2}(?:[.,]\d{1,2})?)\s*%$")
_QUANTITY = re.compile(r"^(-?[\d.,]+)\s*[^\d%]{0,10}$")
_ARTICLE = re.compile(r"(?=.*\d)[A-Z0-9][A-Z0-9./#-]{1,14}")
_ORDINAL = re.compile(r"\d{1,3}[.)]")
#: Brackets of one width, and characters that recognition takes for their traditional forms.
_TRADITIONAL = str.maketrans("（）額稅價單數稱", "()额税价单数称")
#: Points by which a number may miss the edges of its column's name.
_NEAR = 45.0


@dataclass(slots=True)
class Item:
    """One line as printed.   cells: the numeral and its chunk by role   last: the lowest row that belongs to it"""

    last: Row
    description: list[str] = field(default_factory=list)
    cells: dict[ItemRole, tuple[Numeral, Chunk, Row]] = field(default_factory=dict)
    tax_rate: Decimal | None = None
    quantity: Decimal | None = None
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class ItemHeader:
    columns: tuple[tuple[ItemRole, Box], ...]
    sheet: bool

    def role_of(self, chunk: Chunk, *, number: bool) -> ItemRole | None:
        """The column that `chunk` stands in; numbers stay in columns of numbers."""
        if self.sheet:
            return next((role for role, box in self.columns if box.overlap_x(chunk.box) > 0), None)
        fitting = [(role, box) for role, box in self.columns if (role in _NUMBERS) == number] or list(self.columns)
        role, box = min(fitting, key=lambda item: _distance(item[1], chunk.box))
        return role if _distance(box, chunk.box) <= (_NEAR if number else 1000.0) else None


def find_item_header(rows: Sequence[Row], layout: InvoiceLayout) -> tuple[int, ItemHeader] | None:
    """The row that names the columns of the items: a description and an amount, or four columns of any kind."""
    table = _roles(tuple((role, names) for role, names in _merged(layout)))
    for index, row in enumerate(rows):
        columns: list[tuple[ItemRole, Box]] = []
        for chunk in row.chunks:
            columns.extend(_named(chunk, table))
        columns = _priced(columns, layout)
        roles = {role for role, _ in columns}
        if len(columns) >= 2 and {"net", "gross"} & roles and ("description" in roles or {"unit_price", "quantity"} <= roles):
            return index, ItemHeader(tuple(columns), row.page is None)
    return None


def _priced(columns: list[tuple[ItemRole, Box]], layout: InvoiceLayout) -> list[tuple[ItemRole, Box]]:
    """On English papers a column called "unit" holds prices, unless another one does."""
    if layout.alone or any(role == "unit_price" for role, _ in columns):
        return columns
    return [("unit_price" if role == "unit" else role, box) for role, box in columns]


def _named(chunk: Chunk, table: Mapping[str, ItemRole]) -> list[tuple[ItemRole, Box]]:
    """The columns that a chunk names: one, or several whose names stand close together."""
    role = table.get(_key(chunk.text))
    if role is not None:
        return [(role, chunk.box)]
    words, found, start = chunk.words, [], 0
    while start < len(words) <= 8:
        for end in range(len(words), start, -1):
            role = table.get(_key(" ".join(word.text for word in words[start:end])))
            if role is not None:
                found.append((role, Box.around(word.box for word in words[start:end])))
                start = end
                break
        else:
            return []
    return found


def items_of(rows: Sequence[Row], layout: InvoiceLayout, names: CaptionNames, decimal: DecimalMark | None) -> list[Item]:
    """The lines of the item table, top to bottom. A line may take several printed rows."""
    found = find_item_header(rows, layout)
    if found is None:
        return []
    start, header = found
    items: list[Item] = []
    pending: list[str] = []
    for row in rows[start + 1 :]:
        if _ends(row, names):
            break
        if _FOOTER.match(row.text):
            continue
        cells, texts, unit = _cells(row, header, decimal)
        if not cells:
            if items and _belongs(items[-1], row):
                items[-1].description.extend(texts)
                items[-1].last = row
            else:
                pending.extend(texts)
            continue
        filled = items[-1].cells if items else {}
        more = bool(items) and not (set(cells) & (set(filled) | {"quantity", "unit_price"})) and _belongs(items[-1], row)
        if not more:
            items.append(Item(row, pending))
            pending = []
        for role, (numeral, chunk) in cells.items():
            items[-1].cells[role] = (numeral, chunk, row)
        items[-1].description.extend(texts)
        items[-1].unit = items[-1].unit or unit
        items[-1].last = row
    return [_finished(item) for item in items if {"net", "gross", "unit_price"} & set(item.cells)]


def _finished(item: Item) -> Item:
    rate = item.cells.get("tax_rate")
    if rate is not None and 0 <= rate[0].value <= 100:  # 13% read as 131 is no rate
        item.tax_rate = rate[0].value / 100
    quantity = item.cells.get("quantity")
    if quantity is not None:
        item.quantity = quantity[0].value
    return item


def _cells(
    row: Row, header: ItemHeader, decimal: DecimalMark | None
) -> tuple[dict[ItemRole, tuple[Numeral, Chunk]], list[str], str | None]:
    """The numbers of a row by column, the words of its description, and its measure."""
    cells: dict[ItemRole, tuple[Numeral, Chunk]] = {}
    unit: str | None = None
    texts: list[str] = []
    for chunk in row.chunks:
        rate, numeral, quantity = _RATE.match(chunk.text), amount_in(chunk.text, decimal), _QUANTITY.match(chunk.text)
        if rate is not None:
            cells.setdefault("tax_rate", (_number(rate.group(1)), chunk))
            continue
        number = numeral is not None
        role = header.role_of(chunk, number=number or quantity is not None)
        if number and role in _NUMBERS and role is not None and role not in cells:
            assert numeral is not None
            cells[role] = (numeral, chunk)
        elif quantity is not None and role == "quantity" and "quantity" not in cells:
            counted = amount_in(quantity.group(1), decimal)
            if counted is not None:
                cells["quantity"] = (counted, chunk)
        elif not number and header.role_of(chunk, number=False) == "description" and not _ORDINAL.fullmatch(chunk.text):
            texts.append(chunk.text)
        elif not number and header.role_of(chunk, number=False) == "unit" and not re.search(r"[\d%]", chunk.text):
            unit = chunk.text
    if len(texts) > 1 and _ARTICLE.fullmatch(texts[0]):
        texts = texts[1:]  # the number of the article, in a column of its own called "item"
    return cells, texts, unit


def _ends(row: Row, names: CaptionNames) -> bool:
    """Whether the items end here: a total's caption begins one of the chunks."""
    if _END.match(row.text) or row.chunks[0].text == "合":  # a scan may lose the 计 that stands far from it
        return True
    alone = names.pattern.fullmatch(row.chunks[0].text) if len(row.chunks) == 2 else None
    if alone is not None and amount_in(row.chunks[1].text, None) is not None:
        meaning = names.meaning.get(re.sub(r"[\s.]", "", alone.group("name").lower()))
        if meaning is not None and meaning[0] in {"net", "tax", "total", "payable"}:
            return True
    for chunk in row.chunks:
        if _END.match(chunk.text):
            return True
        match = names.pattern.match(chunk.text)
        if match and match.group("mark") in {":", "："}:
            meaning = names.meaning.get(re.sub(r"[\s.]", "", match.group("name").lower()))
            if meaning is not None and meaning[0] in {"net", "total", "payable"}:
                return True
    return False


def _belongs(item: Item, row: Row) -> bool:
    """Whether `row` may still be part of `item`: it stands on the same page, not far below."""
    return row.page is not None and item.last.page == row.page and row.box.top - item.last.box.bottom < 3 * max(row.box.height, 6.0)


def _number(text: str) -> Numeral:
    value = Decimal(text.replace(",", "."))
    return Numeral(value, Decimal(1))


def _merged(layout: InvoiceLayout) -> list[tuple[ItemRole, tuple[str, ...]]]:
    return [*layout.columns.items(), *generic.LAYOUT.columns.items()]


@lru_cache(maxsize=32)
def _roles(columns: tuple[tuple[ItemRole, tuple[str, ...]], ...]) -> dict[str, ItemRole]:
    table: dict[str, ItemRole] = {}
    for role, names in columns:
        for name in names:
            table.setdefault(_key(name), role)
    return table


def _key(text: str) -> str:
    body = re.sub(r"[（(](?:£|€|\$|gbp|eur|usd|rm|元|¥|￥)[)）]", "", text.strip().lower())
    return re.sub(r"[\s.:：£€$]", "", body).translate(_TRADITIONAL)


def _distance(name: Box, box: Box) -> float:
    if name.overlap_x(box) > 0:
        return 0.0
    return min(abs(name.x1 - box.x1), abs(name.x0 - box.x0), abs(name.centre - box.centre), -name.overlap_x(box))
