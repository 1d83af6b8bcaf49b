"""The table of items of an invoice: its rows to lines, a line over several rows, a table over several pages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from statistics import median

from extract.dates import parse_date
from extract.invoices.captions import CaptionNames
from extract.invoices.columns import NUMBERS, ItemHeader, headers_of
from extract.invoices.layout import InvoiceLayout, ItemRole
from extract.invoices.placing import nearest, parted, placed
from extract.invoices.printed import amount_in
from extract.invoices.roles import amount_role
from extract.numerals import DecimalMark, Numeral
from extract.place import Box
from extract.tables.lines import Chunk, Row

_END = re.compile(
    r"^(?:grand total|invoice total|合\s*计|合$|小\s*计|价税合计|sub\s*-?total|total|net total|vat\b|belegsummen|summe|zwischensumme"
    r"|gesamt|umsatzsteuer|subtotaal|exclusief)",
    re.I,
)
_FOOTER = re.compile(r"^(?:(?:seite|page|sheet|blad|pagina|第)\s*\d|\d{1,3}\s*/\s*\d{1,3}$|[-=_. ]{6,}$)", re.IGNORECASE)
_RATE = re.compile(r"^(-?\d{1,3}(?:[.,]\d{1,2})?)\s*%$")
_QUANTITY = re.compile(r"^(-?[\d.,]+)\s*[^\d%]{0,10}$")
_ARTICLE = re.compile(r"(?=.*\d)[A-Z0-9][A-Z0-9./#-]{1,14}")
_ORDINAL = re.compile(r"\d{1,4}[.)]?")
_BARCODE = re.compile(r"\d{7,14}")
#: Rows in which the last line ends: its numbers, and words of it beneath them.
_TRAIL = 3

Cell = tuple[Numeral, Chunk, Row]


@dataclass(slots=True)
class Item:
    """One line as printed.

    numbers  by the index of the column they stand in;   cells: by what they are, once that is known
    last     the lowest row that belongs to it
    proven   what the line's own arithmetic proves;   broken: what stands in an equation that does not hold, and in none that does
    """

    last: Row
    description: list[str] = field(default_factory=list)
    numbers: dict[int, Cell] = field(default_factory=dict)
    cells: dict[ItemRole, Cell] = field(default_factory=dict)
    tax_rate: Decimal | None = None
    quantity: Decimal | None = None
    unit: str | None = None
    proven: set[ItemRole] = field(default_factory=set)
    broken: set[ItemRole] = field(default_factory=set)


@dataclass(slots=True)
class _Printed:
    """One row of the table.   rates: percentages that stand in no column of their own"""

    row: Row
    numbers: dict[int, tuple[Numeral, Chunk]]
    texts: list[str]
    unit: str | None
    rate: tuple[Numeral, Chunk] | None


@dataclass(frozen=True, slots=True)
class Table:
    """All rows under heads of the same columns.   first, last: indices of the rows that it takes, heads included"""

    header: ItemHeader
    items: tuple[Item, ...]
    first: int
    last: int


def table_of(rows: Sequence[Row], layout: InvoiceLayout, names: CaptionNames, decimal: DecimalMark | None) -> Table | None:
    """The table of items with its lines, top to bottom; on further pages it goes on under a head of the same columns."""
    headers = list(headers_of(rows, layout))
    if not headers:
        return None
    items: list[Item] = []
    first, last = headers[0], headers[0].last
    for number, header in enumerate(headers):
        if number and (len(header.roles & first.roles) < 2 or not {"net", "gross"} & header.roles or header.first <= last):
            continue
        if number and rows[header.first].page == rows[first.first].page and not first.sheet and items:
            continue  # another table of the same page: times, rates of tax, payments
        until = headers[number + 1].first if number + 1 < len(headers) else len(rows)
        printed, end = _printed(rows, header, names, decimal, until)
        found = list(_items(printed))
        items.extend(_under(first, header, found))
        last = end
    kept = [item for item in items if _is_line({first.columns[index].role for index in item.numbers})]
    return Table(first, tuple(kept), first.first, last)


def _under(first: ItemHeader, header: ItemHeader, items: Sequence[Item]) -> Sequence[Item]:
    """Lines under a later head, their numbers under the columns of the first one that mean the same, each such column once."""
    if [column.role for column in header.columns] == [column.role for column in first.columns]:
        return items
    places: dict[int, int] = {}
    for index, column in enumerate(header.columns):
        same = [at for at, one in enumerate(first.columns) if one.role == column.role and at not in places.values()]
        named = [at for at in same if first.columns[at].caption == column.caption]
        if same:
            places[index] = (named or same)[0]
    for item in items:
        item.numbers = {places[index]: cell for index, cell in item.numbers.items() if index in places}
    return items


def _is_line(roles: set[ItemRole]) -> bool:
    return bool({"net", "gross"} & roles) or {"unit_price", "quantity"} <= roles


def _printed(
    rows: Sequence[Row], header: ItemHeader, names: CaptionNames, decimal: DecimalMark | None, until: int
) -> tuple[list[_Printed], int]:
    """The rows of the table and the last one's index; read twice, so that numbers go to the edges to which their columns are set."""
    found, last = _rows(rows, header, names, decimal, until)
    edged = _edged(header, found)
    return (found, last) if edged is header else (_rows(rows, edged, names, decimal, until)[0], last)


def _edged(header: ItemHeader, found: Sequence[_Printed]) -> ItemHeader:
    """The head with each column of numbers as wide as its numbers, where three or more of them end at one edge."""
    columns = list(header.columns)
    for index, column in enumerate(header.columns):
        boxes = [one.numbers[index][1].box for one in found if index in one.numbers]
        edge = median(box.x1 for box in boxes) if len(boxes) > 2 and not header.sheet else None
        if edge is not None and column.role in NUMBERS and sum(abs(box.x1 - edge) < 1.5 for box in boxes) * 3 >= 2 * len(boxes):
            left = min(box.x0 for box in boxes if abs(box.x1 - edge) < 1.5)
            columns[index] = replace(column, box=Box(left, column.box.top, edge, column.box.bottom))
    return header if columns == list(header.columns) else replace(header, columns=tuple(columns))


def _rows(
    rows: Sequence[Row], header: ItemHeader, names: CaptionNames, decimal: DecimalMark | None, until: int
) -> tuple[list[_Printed], int]:
    found: list[_Printed] = []
    index = header.last
    for index in range(header.last + 1, until):
        row = rows[index]
        if row.page != rows[index - 1].page and row.page != rows[header.first].page:
            return found, index - 1  # what goes on there has a head of its own, or is no table
        if _ends(row, header, names) or _elsewhere(row, found, header):
            return found, index - 1
        if _FOOTER.match(row.text) or _carried(row) or _captioned(row, names):
            continue
        found.append(_row(row, header, decimal))
    return found, index


def column_totals(table: Table, rows: Sequence[Row], decimal: DecimalMark | None) -> dict[ItemRole, tuple[Numeral, Chunk, Row]]:
    """The sums of columns that stand in the row beneath the lines, by what they are; nothing where that row is no such row."""
    row = rows[table.last + 1] if table.last + 1 < len(rows) else None
    if row is None or row.page != rows[table.last].page or not re.match(r"(?:sub-?)?totals?\b|sum|合", row.chunks[0].text, re.IGNORECASE):
        return {}
    numbers = [(numeral, chunk) for chunk in row.chunks if (numeral := amount_in(chunk.text, decimal)) is not None]
    if len(numbers) < 2 or len(row.chunks) > len(numbers) + 1:
        return {}
    under = placed(table.header, numbers)
    found = {table.header.columns[index].role: (numeral, chunk, row) for index, (numeral, chunk) in under.items()}
    return found if len(found) == len(under) else {}


def _items(printed: Sequence[_Printed]) -> Iterator[Item]:
    """Rows to lines. Words stand in the row of their numbers, in rows beneath, or, where no numbers have words, in rows above."""
    items: list[Item] = []
    pending: list[str] = []
    numbered = [one for one in printed if one.numbers]
    apart = bool(numbered) and sum(not one.texts for one in numbered) * 2 > len(numbered)
    words_first, words_after = apart and not printed[0].numbers, apart and bool(printed[0].numbers)
    loose: list[str] = []  # words that were given to the line above, and may be those of the next one
    for one in printed:
        last = items[-1] if items else None
        if not one.numbers and one.rate is None:
            if last is not None and not words_first and _belongs(last, one.row):
                last.description.extend(one.texts)
                loose.extend(one.texts)
                last.last = one.row
            else:
                pending.extend(one.texts)
            continue
        if last is not None and not one.texts and _completes(last, one):
            _fill(last, one)
            continue
        words = one.texts
        if not words:
            if words_after:
                loose = []
            if last is not None and loose and not pending:
                del last.description[len(last.description) - len(loose) :]
            words, pending = [*pending, *(loose if not pending else [])], []
        elif words_first:
            words, pending = [*pending, *words], []
        items.append(Item(one.row, list(words)))
        _fill(items[-1], one)
        pending, loose = [], []
    yield from items


def _completes(item: Item, one: _Printed) -> bool:
    """Whether the numbers of a row without words are those that the line above has not yet."""
    return bool(set(one.numbers)) and not set(one.numbers) & set(item.numbers) and min(one.numbers) > 0 and _belongs(item, one.row)


def _fill(item: Item, one: _Printed) -> None:
    for index, (numeral, chunk) in one.numbers.items():
        item.numbers[index] = (numeral, chunk, one.row)
    if one.rate is not None:
        item.cells["tax_rate"] = (*one.rate, one.row)
    item.unit = item.unit or one.unit
    item.last = one.row


def _row(row: Row, header: ItemHeader, decimal: DecimalMark | None) -> _Printed:
    """The numbers of a row by column, the words of its description, and its measure."""
    texts: list[str] = []
    unit: str | None = None
    rate: tuple[Numeral, Chunk] | None = None
    numbers: list[tuple[Numeral, Chunk]] = []
    bare = all(amount_in(chunk.text, decimal) is None for chunk in row.chunks)
    for position, chunk in enumerate(parted(row, header, decimal)):
        percent, numeral, quantity = _RATE.match(chunk.text), amount_in(chunk.text, decimal), _QUANTITY.match(chunk.text)
        if percent is not None:
            value = Numeral(Decimal(percent.group(1).replace(",", ".")), Decimal(1))
            column = nearest(header, chunk)
            if column is None or header.columns[column].role not in {"discount", "other", "tax_rate"}:
                rate = rate or (value, chunk)
            else:
                numbers.append((value, chunk))
            continue
        if numeral is not None and not (_BARCODE.fullmatch(chunk.text) and position == 0 and not header.sheet):
            numbers.append((numeral, chunk))
        elif quantity is not None and (column := nearest(header, chunk)) is not None and header.columns[column].role == "quantity":
            counted = amount_in(quantity.group(1), decimal)
            if counted is not None:
                numbers.append((counted, chunk))
        elif (
            header.text_role(chunk, bare=bare) == "description"
            and not _ORDINAL.fullmatch(chunk.text)
            and not _BARCODE.fullmatch(chunk.text)
        ):
            texts.append(chunk.text)
        elif header.text_role(chunk, bare=bare) == "unit" and not re.search(r"[\d%]", chunk.text):
            unit = chunk.text
    if len(texts) > 1 and not any(column.role == "description" for column in header.columns):
        texts = [text for text in texts if parse_date(text) is None] or texts
    if len(texts) > 1 and _ARTICLE.fullmatch(texts[0]):
        texts = texts[1:]  # the number of the article, in a column of its own called "item"
    if texts and (ordinal := re.match(r"\d{1,3}[.)]?\s+(?=\D{3})", texts[0])) and "quantity" in header.roles:
        texts[0] = texts[0][ordinal.end() :] if _first_is_ordinal(header) else texts[0]
    return _Printed(row, placed(header, numbers), texts, unit, rate)


def _first_is_ordinal(header: ItemHeader) -> bool:
    return header.columns[0].role == "other"


def _captioned(row: Row, names: CaptionNames) -> bool:
    """Whether the row says something of the paper and is no line: "Pieces: 12"."""
    match = names.pattern.match(row.chunks[0].text)
    meaning = names.meaning.get(re.sub(r"[\s.]", "", match.group("name").lower())) if match else None
    return match is not None and meaning is not None and meaning[0] == "skip" and match.group("mark") in {":", "："}


def _carried(row: Row) -> bool:
    label = " ".join(chunk.text for chunk in row.chunks if amount_in(chunk.text, None) is None)
    return amount_role(label) == "carried"


def _ends(row: Row, header: ItemHeader, names: CaptionNames) -> bool:
    """Whether the items end here: a total's caption begins one of the chunks."""
    if row.chunks[0].text == "合" or re.match(r"(?:本页)?(?:小计|合计|价税合计)", re.sub(r"\s", "", row.text)):
        return True  # a scan may lose the 计 that stands far from it
    for position, chunk in enumerate(row.chunks):
        if _END.match(chunk.text) and not _carried(row):
            return True
        match = names.pattern.match(chunk.text)
        meaning = names.meaning.get(re.sub(r"[\s.]", "", match.group("name").lower())) if match else None
        if match and meaning and meaning[0] in {"net", "total", "payable", "tax"}:
            colon = match.group("mark") in {":", "："} and meaning[0] != "tax"
            behind = row.chunks[position + 1 :]
            if colon or (match.end() == len(chunk.text) and len(behind) == 1 and amount_in(behind[0].text, None) is not None):
                return True
    first = row.chunks[0].text
    rest = "".join(chunk.text for chunk in row.chunks[1:])
    if re.search(r"[:：]$", first) and amount_role(first) and amount_in(rest, None) is not None:
        return True
    return _totals(row, header) or _pairs(row)


def _pairs(row: Row) -> bool:
    """Whether captions of totals and amounts take turns."""
    labels, amounts = row.chunks[::2], row.chunks[1::2]
    return (
        len(labels) == len(amounts) > 1
        and all(amount_role(chunk.text) is not None and amount_in(chunk.text, None) is None for chunk in labels)
        and all(amount_in(chunk.text, None) is not None for chunk in amounts)
    )


def _totals(row: Row, header: ItemHeader) -> bool:
    """Whether words that name a total stand last before one amount, away from where descriptions begin."""
    texts = [chunk for chunk in row.chunks if amount_in(chunk.text, None) is None and not re.fullmatch(r"[£$€¥￥A-Z]{1,3}\$?", chunk.text)]
    amounts = [chunk for chunk in row.chunks if amount_in(chunk.text, None) is not None]
    if (
        not texts
        or len(amounts) != 1
        or amount_role(texts[-1].text) not in {"net", "tax", "total", "payable", "discount", "shipping", "retention"}
    ):
        return False
    described = next((column for column in header.columns if column.role == "description"), None)
    if described is None:
        return len(row.chunks) == 2
    return len(row.chunks) == 2 and texts[-1].box.x0 > described.box.x1 + 20


def _elsewhere(row: Row, above: Sequence[_Printed], header: ItemHeader) -> bool:
    """Whether words that name a total stand before one amount that is in no line with the amounts above."""
    if len(row.chunks) != 2 or not any(one.numbers for one in above[-_TRAIL:]):
        return False
    label, amount = row.chunks
    if amount_in(amount.text, None) is None or amount_role(label.text) in {None, "carried"}:
        return False
    last = [
        chunk.box for one in above for index, (_, chunk) in one.numbers.items() if header.columns[index].role in {"net", "gross", "tax"}
    ]
    return bool(last) and all(min(abs(box.x1 - amount.box.x1), abs(box.x0 - amount.box.x0)) > 12 for box in last)


def _belongs(item: Item, row: Row) -> bool:
    """Whether `row` may still be part of `item`: it stands on the same page, not far below."""
    return row.page is not None and item.last.page == row.page and row.box.top - item.last.box.bottom < 3 * max(row.box.height, 6.0)
