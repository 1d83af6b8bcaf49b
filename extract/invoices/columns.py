"""The head of an invoice's table of items: which row it is, and what each of its columns holds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from extract.invoices import generic
from extract.invoices.layout import InvoiceLayout, ItemRole
from extract.invoices.printed import amount_in
from extract.invoices.roles import column_role
from extract.place import Box
from extract.tables.lines import Chunk, Row

NUMBERS: frozenset[ItemRole] = frozenset({"quantity", "unit_price", "net", "gross", "tax", "tax_rate", "discount"})
#: Brackets of one width, and characters that recognition takes for their traditional forms.
_TRADITIONAL = str.maketrans("（）額稅價單數稱", "()额税价单数称")
#: Points by which a number may miss the edges of its column's name.
NEAR = 45.0
#: Letters of the longest name of a column, and rows that a head may take.
_LONGEST, _TALLEST = 34, 3
_CODED = re.compile(r"\b(?:no|number|code|sku|ref|docket|ticket|unit|id)\b|#")
_GLOSS = re.compile(r"[\u3400-\u9fff]+")


@dataclass(frozen=True, slots=True)
class Column:
    """One named column.   known: its name is one that a layout lists   understood: or one whose key words tell what it holds"""

    role: ItemRole
    box: Box
    caption: str
    known: bool
    understood: bool = True


@dataclass(frozen=True, slots=True)
class ItemHeader:
    """first, last: indices of the rows that it takes"""

    columns: tuple[Column, ...]
    sheet: bool
    first: int
    last: int

    @property
    def roles(self) -> frozenset[ItemRole]:
        return frozenset(column.role for column in self.columns)

    def text_role(self, chunk: Chunk, *, bare: bool) -> ItemRole:
        """The column of words that `chunk` stands in.   bare: no number stands in its row"""
        texts = [column for column in self.columns if column.role not in NUMBERS]
        if self.sheet:
            return next((column.role for column in self.columns if column.box.overlap_x(chunk.box) > 0), "other")
        if not any(column.role == "description" for column in texts):
            under = next((column for column in self.columns if distance(column.box, chunk.box) == 0), None)
            if bare or under is None or under.role in NUMBERS:
                return "description" if bare or under is None else "other"
            return "unit" if under.role == "unit" else "other" if _CODED.search(under.caption.lower()) else "description"
        best = min(texts, key=lambda column: (distance(column.box, chunk.box), column.role != "description"))
        if (
            best.role == "description"
            and chunk.box.x0 >= best.box.x1
            and any(column.role in NUMBERS and column.box.overlap_x(chunk.box) > 0 for column in self.columns)
        ):
            return "other"  # a word in a column of numbers: "lot", "each"
        return best.role


def find_item_header(rows: Sequence[Row], layout: InvoiceLayout) -> ItemHeader | None:
    """The first head of a table of items; None where there is none."""
    return next(headers_of(rows, layout), None)


def headers_of(rows: Sequence[Row], layout: InvoiceLayout) -> Iterator[ItemHeader]:
    """Every row, or rows, that name the columns of items: an amount with a description, or with a quantity and a price."""
    table = _roles(tuple((role, names) for role, names in (*layout.columns.items(), *generic.LAYOUT.columns.items())))
    taken = -1
    for index in range(len(rows)):
        if index <= taken or not _may_name(rows[index]):
            continue
        for height in range(1, _TALLEST + 1):
            stack = rows[index : index + height]
            if len(stack) < height or any(row.page != rows[index].page or not _may_name(row) for row in stack):
                break
            columns = _read(_stacked(stack), table, layout)
            if height > 1 and _is_head(_read(stack[-1].chunks, table, layout)):
                break  # what stands above belongs to something else
            if _is_head(columns):
                extended = _extended(rows, index, height, table, layout, columns)
                taken = extended.last
                yield extended
                break


def _extended(
    rows: Sequence[Row], index: int, height: int, table: Mapping[str, ItemRole], layout: InvoiceLayout, columns: Sequence[Column]
) -> ItemHeader:
    """The head with the other rows of its names: beneath it ("Price" over "per unit"), or set half a line above and below the others."""
    first, last = index, index + height - 1
    names = _stacked(rows[first : last + 1])
    if first and _fills(rows[first - 1], rows[first], names):
        first -= 1
    while last + 1 < len(rows) and last - first < _TALLEST and rows[last + 1].page == rows[index].page:
        below = rows[last + 1]
        if not (_fills(below, rows[last], names) or (height == 1 and _continues(rows[index], below, table))):
            break
        last += 1
    if last - first + 1 > height:
        more = _read(_stacked(rows[first : last + 1]), table, layout)
        if _is_head(more):
            return ItemHeader(tuple(more), rows[index].page is None, first, last)
    return ItemHeader(tuple(columns), rows[index].page is None, index, index + height - 1)


def _fills(row: Row, beside: Row, names: Sequence[Chunk]) -> bool:
    """Whether a row close to the head holds names of columns that the head's own row leaves out."""
    gap = max(row.box.top, beside.box.top) - min(row.box.bottom, beside.box.bottom)
    if row.page is None or row.page != beside.page or gap > 0.35 * beside.box.height or not _may_name(row):
        return False
    return not any(chunk.box.overlap_x(name.box) > 0 for chunk in row.chunks for name in names)


def _continues(head: Row, below: Row, table: Mapping[str, ItemRole]) -> bool:
    if not _may_name(below) or below.box.top - head.box.bottom > head.box.height:
        return False
    names = [chunk for chunk in below.chunks if any(chunk.box.overlap_x(above.box) > 0 for above in head.chunks)]
    fitting = [
        chunk for chunk in names if _key(chunk.text) in table or column_role(chunk.text) is not None or re.match(r"[（(]", chunk.text)
    ]
    return len(names) == len(below.chunks) and len(fitting) >= max(1, len(names) / 2) and len(names) < len(head.chunks)


def _may_name(row: Row) -> bool:
    """Whether `row` holds nothing but short words, as a head does."""
    if any(len(chunk.text) > 2 * _LONGEST or amount_in(chunk.text, None) is not None for chunk in row.chunks):
        return False
    return not any(re.search(r"\d{3}|\d[-/.]\d", chunk.text) for chunk in row.chunks)


def _stacked(rows: Sequence[Row]) -> list[Chunk]:
    """The names of a head that takes several rows, those above one another as one."""
    stacked = list(rows[0].chunks)
    for row in rows[1:]:
        for chunk in row.chunks:
            above = max(range(len(stacked)), key=lambda index: stacked[index].box.overlap_x(chunk.box), default=None)
            if above is not None and stacked[above].box.overlap_x(chunk.box) > 0:
                joined = stacked[above]
                text = f"{joined.text} {chunk.text}"
                stacked[above] = replace(joined, text=text, box=joined.box.union(chunk.box), words=(*joined.words, *chunk.words))
            else:
                stacked.append(chunk)
    return sorted(stacked, key=lambda chunk: chunk.box.x0)


def _read(chunks: Sequence[Chunk], table: Mapping[str, ItemRole], layout: InvoiceLayout) -> list[Column]:
    columns = [column for chunk in chunks for column in _named(chunk, table)]
    if not layout.alone and not any(column.role == "unit_price" for column in columns):
        # On English papers a column called "unit" holds prices, unless another one does.
        columns = [replace(column, role="unit_price") if column.role == "unit" else column for column in columns]
    described = [column for column in columns if column.role == "description"]
    best = min(described, key=lambda one: (not one.known, not re.search(r"descri|名称|品名|貨品", one.caption.lower())), default=None)
    columns = [
        replace(column, role=_beside(column, best)) if column.role == "description" and column is not best else column for column in columns
    ]
    counted = sum(column.role == "quantity" for column in columns) > 1
    return [replace(column, role="other") if counted and _key(column.caption) in {"no", "no."} else column for column in columns]


def _beside(column: Column, description: Column | None) -> ItemRole:
    """What a second column of words is: "goods" right of the descriptions are what they are worth."""
    right = description is not None and column.box.x0 > description.box.x1
    return "net" if right and _key(column.caption) in {"goods", "work", "services"} else "other"


def _is_head(columns: Sequence[Column]) -> bool:
    roles = {column.role for column in columns}
    named = sum(column.known or column.understood for column in columns)
    listed = sum(column.known for column in columns)
    if not {"net", "gross"} & roles or named < 2 or named < len(columns) / 2:
        return False
    if listed < 2 and named < 3:
        return False
    return "description" in roles or {"unit_price", "quantity"} <= roles


def _named(chunk: Chunk, table: Mapping[str, ItemRole]) -> list[Column]:
    """The columns that a chunk names: one, or several whose names stand close together."""
    plain = _GLOSS.sub(" ", chunk.text).strip() if re.search(r"[A-Za-z]{2}", chunk.text) else chunk.text
    for text in dict.fromkeys((chunk.text, plain)):
        role = table.get(_key(text))
        if role is not None:
            return [Column(role, chunk.box, text, True)]
    words, found, start = chunk.words, [], 0
    while start < len(words) <= 8:
        for end in range(len(words), start, -1):
            text = " ".join(word.text for word in words[start:end])
            role = table.get(_key(text))
            if role is not None:
                found.append(Column(role, Box.around(word.box for word in words[start:end]), text, True))
                start = end
                break
        else:
            found = []
            break
    if len(found) > 1:
        return found
    understood = column_role(plain) or column_role(chunk.text) if len(chunk.text) <= _LONGEST else None
    return [Column(understood or "other", chunk.box, plain, False, understood is not None)]


@lru_cache(maxsize=32)
def _roles(columns: tuple[tuple[ItemRole, tuple[str, ...]], ...]) -> dict[str, ItemRole]:
    table: dict[str, ItemRole] = {}
    for role, names in columns:
        for name in names:
            table.setdefault(_key(name), role)
    return table


def _key(text: str) -> str:
    body = re.sub(r"[（(](?:£|€|\$|gbp|eur|usd|hk\$|rm|元|¥|￥)[)）]", "", text.strip().lower())
    return re.sub(r"[\s.:：£€$*]", "", body).translate(_TRADITIONAL)


def distance(name: Box, box: Box) -> float:
    """Points between a column's name and what may stand in it: 0 where one is above the other."""
    if name.overlap_x(box) > 0:
        return 0.0
    return min(abs(name.x1 - box.x1), abs(name.x0 - box.x0), abs(name.centre - box.centre), -name.overlap_x(box))
