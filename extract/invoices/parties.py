"""Seller and buyer of an invoice: name, tax number and address."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.dates import find_dates
from extract.invoices.captions import Captioned, CaptionNames, find_captions, is_caption
from extract.invoices.columns import find_item_header, headers_of
from extract.invoices.layout import InvoiceLayout
from extract.invoices.tax_number import chinese_tax_number, printed_ids
from extract.numerals import parse
from extract.records import Party
from extract.tables.lines import Chunk, Row

_TAX_ID = re.compile(
    r"(?:[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}|\d{15}(?!\d)|[A-Z]{2}\s?[0-9A-Z]{2}[0-9A-Z. ]{5,12}\d|[A-Z]{2}\d{8,12}"
    r"|\d{2,3}/\d{3}/\d{4,5}"
    r"|\d{3}\s?\d{4}\s?\d{2}|\d{2}-\d{7}|\d{12}|\d{9,11})"
)
_COMPANY = re.compile(
    r"\b(?:limited|ltd|llp|plc|inc|llc|corp|corporation|gmbh|ag|kg|ohg|e\.?k|b\.?v|n\.?v|s\.?a|sarl|sas|s\.?l|s\.?r\.?l"
    r"|sdn\.? bhd|bhd|enterprise|trading"
    r"|company|co)\b\.?|公司|商行|经营部|餐厅|商店|事务所|厂$",
    re.IGNORECASE,
)
#: British and American; both stand at the end of an address.
_POSTCODE = re.compile(
    r"^(?:[A-Z]{1,2}-)?\d{4,5}(?: [A-Z]{2})? [A-ZÄÖÜÉ][\w'-]+|\b(?:[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}|[A-Z]{2},?\s+\d{5}(?:-\d{4})?)\s*$"
)
#: The number of a customer or an account, and no name.
_CODE = re.compile(r"[A-Z0-9./-]*\d[A-Z0-9./-]*")
_ATTENTION = re.compile(
    r"(?:frau|herrn?|firma|madame|monsieur|signor[ae]?|attn|attention|fao|f\.a\.o|c/o|z\. ?hd|t\.a\.v)\b", re.IGNORECASE
)
#: A British or European number without a word beside it; what it is of, only its place says.
_BARE_ID = re.compile(r"(?:GB|XI|IE|DE|FR|NL|BE|ES|IT|AT|PL|PT|SE|DK|FI|LU|CZ)[A-Z]?\d{8,12}[A-Z]?\d{0,2}")
#: Rows of a caption, a name and three lines of an address.
_NEAR_ROWS = 5
#: Endings of firms' names behind a comma.
_ENDING = re.compile(r"(?:inc|llc|ltd|limited|llp|plc|lp|co|corp|gmbh|s\.?a|pty)\b", re.IGNORECASE)
#: Rows of a letter's head where no table of items begins.
_LETTER_ROWS = 20
#: Lines of an address that are looked at below a name.
_ADDRESS_LINES = 5
#: Rows below a caption of a party that may belong to it.
_SECTION_ROWS = 9


def parties_of(rows: Sequence[Row], layout: InvoiceLayout, names: CaptionNames) -> tuple[Party, Party]:
    """Seller and buyer as printed; fields that are not found are None."""
    heads = {index for header in headers_of(rows, layout) for index in range(header.first, header.last + 1)}
    captions = [item for item in find_captions(rows, names) if item.row not in heads]
    if layout.paired:
        return _paired(rows, captions, names)
    buyer_at = _first(captions, "buyer", rows)
    seller_at = _first(captions, "seller", rows)
    buyer = _section(buyer_at, rows, captions, names) if buyer_at else Party()
    seller = _section(seller_at, rows, captions, names) if seller_at else Party()
    blocks = _addressed(rows, layout, names)
    if seller.name is None and len(blocks) > 1 and buyer.name is None:
        seller = blocks[0]
    if buyer.name is None:
        buyer = next((block for block in blocks if block.name != seller.name and seller.name is not None), buyer)
    if seller.name is None:
        seller = replace(seller, name=_letterhead(rows, names, buyer.name))
        if (
            buyer.name is None
            and len(blocks) == 1
            and blocks[0].name != seller.name
            and not (blocks[0].name or "").startswith(seller.name or "-")
        ):
            buyer = blocks[0]
    if buyer.name is None and seller.name is not None and layout.kind != "receipt":
        buyer = replace(buyer, name=_other_firm(rows, layout, names, seller.name))
    return _identified(seller, buyer, buyer_at, seller_at, rows, captions)


def _other_firm(rows: Sequence[Row], layout: InvoiceLayout, names: CaptionNames, seller: str) -> str | None:
    """The only other firm that the head names in a line of its own; None where there are several or none."""
    header = find_item_header(rows, layout)
    head = rows[: header.first if header is not None else _LETTER_ROWS]
    firms = {
        chunk.text
        for row in head
        for chunk in row.chunks
        if _is_name(chunk, names) and _COMPANY.search(chunk.text) and len(chunk.text) < 60 and chunk.text != seller
    }
    return firms.pop() if len(firms) == 1 else None


def _identified(
    seller: Party, buyer: Party, buyer_at: Captioned | None, seller_at: Captioned | None, rows: Sequence[Row], captions: Sequence[Captioned]
) -> tuple[Party, Party]:
    """Both with the tax numbers that are named: those in the buyer's block or called the customer's are the buyer's."""
    listed = [(found, item.row, item.chunk, item.name) for item in captions if item.field == "tax_id" and (found := _id_beside(item, rows))]
    named = [(one.number, one.row, one.chunk, one.label) for one in printed_ids(rows)]
    places = {(row, id(chunk)) for _, row, chunk, _ in named}
    numbers = {number for number, *_ in named}
    every = [*named, *(one for one in listed if (one[1], id(one[2])) not in places and not any(one[0] in number for number in numbers))]
    for number, row, chunk, label in sorted(every, key=lambda one: (one[1], one[2].box.x0)):
        owner = None if buyer_at and seller_at else _owner(chunk, row, rows, seller.name, buyer.name)
        theirs = re.match(r"(?:your|customer|client|buyer)\b", label, re.IGNORECASE) or (buyer_at and _in_block(buyer_at, row, chunk, rows))
        theirs = theirs or (owner is not None and owner == buyer.name)
        if theirs and not (seller_at and _in_block(seller_at, row, chunk, rows)):
            buyer = replace(buyer, tax_id=number) if buyer.tax_id in (None, number) or buyer.tax_id not in numbers else buyer
        elif seller.tax_id is None and number != buyer.tax_id:
            seller = replace(seller, tax_id=number)
    if buyer.tax_id is None and buyer_at is not None:
        near = [chunk.text.strip() for row in rows[buyer_at.row : buyer_at.row + _NEAR_ROWS] for chunk in row.chunks]
        bare = {text for text in near if _BARE_ID.fullmatch(text)} - {seller.tax_id}
        buyer = replace(buyer, tax_id=bare.pop()) if len(bare) == 1 else buyer
    return seller, buyer


def _owner(chunk: Chunk, row: int, rows: Sequence[Row], seller: str | None, buyer: str | None) -> str | None:
    """The name under which a tax number stands: the nearest one above that is set to the same edge."""
    for above in reversed(rows[max(0, row - _SECTION_ROWS) : row]):
        if above.page != rows[row].page:
            return None
        for one in above.chunks:
            if one.text in (seller, buyer) and abs(one.box.x0 - chunk.box.x0) < 12:
                return one.text
    return None


def _in_block(at: Captioned, row: int, chunk: Chunk, rows: Sequence[Row]) -> bool:
    """Whether `chunk` stands in the lines of the party whose caption is `at`: right of it, or beneath it or its name."""
    if not at.row <= row <= at.row + _SECTION_ROWS or rows[row].page != rows[at.row].page:
        return False
    if row == at.row:
        return chunk.box.x0 >= at.chunk.box.x0
    beside = rows[at.row].chunks[at.position + 1 : at.position + 2]
    edges = [at.chunk.box.x0, *(one.box.x0 for one in beside if one.box.x0 - at.chunk.box.x1 < 80)]
    return min(abs(edge - chunk.box.x0) for edge in edges) < 25


def _first(captions: Sequence[Captioned], field: str, rows: Sequence[Row]) -> Captioned | None:
    """The surest caption of a party: alone in its chunk or with a colon, the best rank first."""
    fitting = [item for item in captions if item.field == field and _named(item) and not _coded(item, rows)]
    return min(fitting, key=lambda item: (item.rank, item.row), default=None)


def _coded(item: Captioned, rows: Sequence[Row]) -> bool:
    """Whether a number stands behind the caption: the customer's, and not its name."""
    beside = "".join(chunk.text for chunk in rows[item.row].chunks[item.position + 1 : item.position + 2])
    return _CODE.fullmatch(item.value or beside) is not None


def _named(item: Captioned) -> bool:
    """Whether a party's caption is one: alone in its chunk, or with a colon."""
    if not item.value or re.match(rf"{re.escape(item.name)}\s*[:：]", item.chunk.text):
        return True
    chinese = re.match(rf"{re.escape(item.name)}\s*(?:[（(][^（）()]*[）)])?\s", item.chunk.text)
    return chinese is not None and not item.name.isascii()


def _paired(rows: Sequence[Row], captions: Sequence[Captioned], names: CaptionNames) -> tuple[Party, Party]:
    """Two of each caption: the buyer's stands left of the seller's in the same row, or above it."""
    found: dict[str, list[str | None]] = {"name": [], "tax_id": [], "address": []}
    for item in captions:
        if item.field not in found:
            continue
        if item.field == "tax_id":
            found["tax_id"].append(_chinese_id(item, rows))
        else:
            found[item.field].append(_text_beside(item, rows, names))
    named = [_valued(item, rows, names) for item in captions if item.field in {"buyer", "seller"}]
    if _seller_first(captions):
        found = {field: values[::-1] if len(values) > 1 else values for field, values in found.items()}
    buyer, seller = (
        Party(*(values[index] if len(values) > index else None for values in (found["name"], found["tax_id"], found["address"])))
        for index in (0, 1)
    )
    for item, value in named:
        if value and item.field == "buyer" and buyer.name is None:
            buyer = replace(buyer, name=value)
        if value and item.field == "seller" and seller.name is None:
            seller = replace(seller, name=value)
    return seller, buyer


def _seller_first(captions: Sequence[Captioned]) -> bool:
    """Whether the first name on a Chinese invoice is the seller's, as its caption says: 销售方名称."""
    first = next((item for item in captions if item.field == "name"), None)
    return first is not None and re.match(r"(?:销售方|销方|销货)", first.chunk.text) is not None


def _valued(item: Captioned, rows: Sequence[Row], names: CaptionNames) -> tuple[Captioned, str | None]:
    value = _text_beside(item, rows, names)
    return item, value if value and len(value) > 3 and not re.match(r"名\s*称|[：:]", value) else None


def _text_beside(item: Captioned, rows: Sequence[Row], names: CaptionNames) -> str | None:
    if item.value:
        return item.value
    row = rows[item.row]
    for chunk in row.chunks[item.position + 1 : item.position + 2]:
        if not is_caption(chunk.text, names) and not re.fullmatch(r"[购买销售方信息密码区]", chunk.text):
            return chunk.text.lstrip("：: ")
    return None


def _chinese_id(item: Captioned, rows: Sequence[Row]) -> str | None:
    """The tax number behind its caption; what stands below belongs to the next one."""
    row = rows[item.row]
    texts = [item.value] if item.value else [chunk.text for chunk in row.chunks[item.position + 1 : item.position + 2]]
    return next((found for text in texts if (found := chinese_tax_number(text, recognised=row.recognised))), None)


def _id_beside(item: Captioned, rows: Sequence[Row]) -> str | None:
    row = rows[item.row]
    texts = [item.value] if item.value else [chunk.text for chunk in row.chunks[item.position + 1 : item.position + 2]]
    if not item.value and item.row + 1 < len(rows):
        texts.extend(chunk.text for chunk in rows[item.row + 1].chunks if chunk.box.overlap_x(item.chunk.box) > 0)
    for text in texts:
        match = _TAX_ID.search(re.sub(r"(?<=[0-9A-Z]) (?=[0-9A-Z]{2,})", "", text.strip()))
        if match:
            return re.sub(r"[\s.]", "", match.group())
    return None


def _section(at: Captioned, rows: Sequence[Row], captions: Sequence[Captioned], names: CaptionNames) -> Party:
    """The party under or beside its caption: captioned fields (Name:, Address:) or plain lines of an address."""
    ends = [item.row for item in captions if item.field in {"buyer", "seller"} and item.row > at.row and _named(item)]
    last = min([*ends, at.row + _SECTION_ROWS])
    page = rows[at.row].page
    inside = [
        item
        for item in captions
        if at.row < item.row < last and abs(item.chunk.box.x0 - at.chunk.box.x0) < 150 and rows[item.row].page == page
    ]
    name = next((text for item in inside if item.field == "name" and _named(item) and (text := _text_beside(item, rows, names))), None)
    tax_id = next((found for item in inside if item.field == "tax_id" and (found := _id_beside(item, rows))), None)
    if name is not None:
        address_at = next((item for item in inside if item.field == "address"), None)
        return Party(name, tax_id, _address(address_at, rows[:last], names) if address_at else None)
    lines = _inline(at.value) if at.value and parse(at.value) is None else []
    below = _lines_below(at, rows[at.row + 1 : last], names)
    right = [chunk for chunk in rows[at.row].chunks[at.position + 1 : at.position + 2] if not is_caption(chunk.text, names)]
    if not lines and right and _is_name(right[0], names) and right[0].box.x0 - at.chunk.box.x1 < 90 and not _beneath(at, rows):
        home = replace(at, chunk=right[0])
        return Party(_inline(right[0].text)[0], tax_id, ", ".join(_lines_below(home, rows[at.row + 1 : last], names)) or None)
    lines.extend(below)
    if not lines:
        lines = [chunk.text for chunk in right]
    return Party(lines[0] if lines else None, tax_id, ", ".join(lines[1:]) or None)


def _beneath(at: Captioned, rows: Sequence[Row]) -> bool:
    """Whether a line of its own stands right beneath a caption, at its left edge."""
    below = rows[at.row + 1] if at.row + 1 < len(rows) else None
    return below is not None and below.page == rows[at.row].page and any(abs(chunk.box.x0 - at.chunk.box.x0) < 12 for chunk in below.chunks)


def _inline(text: str) -> list[str]:
    """A name, and the address that stands behind it on the same line."""
    parts = text.split(", ")
    if len(parts) > 1 and _ENDING.match(parts[1]):
        parts[:2] = [", ".join(parts[:2])]
    if len(parts) > 2 or (len(parts) == 2 and re.search(r"\d", parts[1])):
        return [parts[0], ", ".join(parts[1:])]
    return [text]


def _address(at: Captioned, rows: Sequence[Row], names: CaptionNames) -> str | None:
    """The address behind its caption with the lines that go on beneath it, up to the next caption."""
    first = _text_beside(at, rows, names)
    if first is None:
        return None
    lines = [first]
    home = next((chunk for chunk in rows[at.row].chunks[at.position :] if first in chunk.text), at.chunk)
    for row in rows[at.row + 1 : at.row + 1 + _ADDRESS_LINES]:
        if any(is_caption(chunk.text, names) for chunk in row.chunks) or row.page != rows[at.row].page:
            break
        lines.extend(chunk.text for chunk in row.chunks if abs(chunk.box.x0 - home.box.x0) < 10 and chunk is not home)
    return ", ".join(lines)


def _lines_below(at: Captioned, below: Sequence[Row], names: CaptionNames) -> list[str]:
    lines: list[str] = []
    previous = at.chunk.box
    for row in below:
        under = [chunk for chunk in row.chunks if chunk.box.x0 < at.chunk.box.x1 + 40 and chunk.box.x1 > at.chunk.box.x0 - 5]
        near = [chunk for chunk in under if abs(chunk.box.x0 - at.chunk.box.x0) < 25] or under
        if not near:
            continue
        chunk = near[0]
        if chunk.box.top - previous.bottom > 2.2 * max(chunk.box.height, 6.0) or len(lines) > _ADDRESS_LINES:
            break
        if is_caption(chunk.text, names) or parse(chunk.text) is not None:
            break
        lines.append(chunk.text)
        previous = chunk.box
    return lines


def _addressed(rows: Sequence[Row], layout: InvoiceLayout, names: CaptionNames) -> list[Party]:
    """Names with an address beneath them, as a letter has them at its head: the writer's first, then the reader's."""
    header = find_item_header(rows, layout)
    head = rows[: header.first if header is not None else _LETTER_ROWS]
    found: list[Party] = []
    for index, row in enumerate(head[:-1]):
        for chunk in row.chunks:
            if not _is_name(chunk, names) or _POSTCODE.search(chunk.text):
                continue
            if _ATTENTION.match(chunk.text):
                continue
            address = next((item.text for item in _beneath_name(chunk, head[index + 1 : index + 5])), None)
            if address is not None and (not found or found[-1].address != address):
                found.append(Party(chunk.text, None, address))
    return found


def _beneath_name(name: Chunk, rows: Sequence[Row]) -> list[Chunk]:
    """The line that ends the address beneath a name, where lines follow each other up to it."""
    last = name
    for row in rows:
        aligned = next((chunk for chunk in row.chunks if _aligned(chunk, name)), None)
        if aligned is None or aligned.box.top - last.box.bottom > 1.5 * max(name.box.height, 6.0):
            return []
        if _POSTCODE.search(aligned.text):
            return [aligned]
        last = aligned
    return []


def _aligned(one: Chunk, other: Chunk) -> bool:
    """Whether both are set at the same left edge, middle or right edge."""
    a, b = one.box, other.box
    return min(abs(a.x0 - b.x0), abs(a.centre - b.centre), abs(a.x1 - b.x1)) < 12


def _letterhead(rows: Sequence[Row], names: CaptionNames, buyer: str | None) -> str | None:
    """The seller where no caption names it: the first firm's name at the top, else the first line that is a name at all."""
    top = rows[:25]
    lines = [chunk for row in top for chunk in row.chunks]
    for chunk in lines:
        if _is_name(chunk, names) and _COMPANY.search(chunk.text) and chunk.text != buyer and len(chunk.text) < 90:
            return _before_address(chunk.text)
    return next((_before_address(chunk.text) for chunk in lines[:8] if _is_name(chunk, names) and chunk.text != buyer), None)


def _before_address(text: str) -> str:
    """The name of a letterhead that goes on with its address on the same line."""
    name = re.split(r"\s+[·•|]\s+", text)[0]
    return re.sub(
        r"(?<=.{4})(?:销售单|送货单|出库单|销货清单|销售清单|送货清单|收款收据|收据|结账单)$", "", name
    )  # the title of a dealer's slip


def _is_name(chunk: Chunk, names: CaptionNames) -> bool:
    text = chunk.text.strip()
    letters = sum(character.isalpha() for character in text)
    if letters < 3 or letters * 2 < len(text) or "@" in text or "www" in text.lower() or find_dates(text):
        return False
    if re.fullmatch(
        r"(?:tax |vat |sales |commercial |proforma )?(?:invoice|receipt|rechnung|factuur|facture|credit note|statement)[.#:]?", text, re.I
    ):
        return False
    if re.search(r"(?:收据|小票|结账单|清单|发票)$", text) or re.match(r"[\u4e00-\u9fff]{2,5}[:：]", text):
        return False
    match = names.pattern.match(text)
    return match is None or bool(text[match.end() :].strip() and match.group("mark") not in {":", "："} and match.end() < len(text) / 2)
