"""Seller and buyer of an invoice: name, tax number and address."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.dates import find_dates
from extract.invoices.captions import Captioned, CaptionNames, find_captions, is_caption
from extract.invoices.columns import find_item_header
from extract.invoices.layout import InvoiceLayout
from extract.invoices.tax_number import chinese_tax_number
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
_POSTCODE = re.compile(r"\b(?:[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}|[A-Z]{2},?\s+\d{5}(?:-\d{4})?)\s*$")
#: Rows of a letter's head where no table of items begins.
_LETTER_ROWS = 20
#: Lines of an address that are looked at below a name.
_ADDRESS_LINES = 5
#: Rows below a caption of a party that may belong to it.
_SECTION_ROWS = 9


def parties_of(rows: Sequence[Row], layout: InvoiceLayout, names: CaptionNames) -> tuple[Party, Party]:
    """Seller and buyer as printed; fields that are not found are None."""
    captions = find_captions(rows, names)
    if layout.paired:
        return _paired(rows, captions, names)
    buyer_at = _first(captions, "buyer")
    seller_at = _first(captions, "seller")
    buyer = _section(buyer_at, rows, captions, names) if buyer_at else Party()
    seller = _section(seller_at, rows, captions, names) if seller_at else Party()
    blocks = _addressed(rows, layout, names)
    if seller.name is None and len(blocks) > 1 and buyer.name is None:
        seller = blocks[0]
    if buyer.name is None:
        buyer = next((block for block in blocks if block.name != seller.name and seller.name is not None), buyer)
    if seller.name is None:
        seller = replace(seller, name=_letterhead(rows, names, buyer.name))
    ids = [(item, found) for item in captions if item.field == "tax_id" and (found := _id_beside(item, rows))]
    if seller.tax_id is None:
        free = next((found for _, found in ids if found != buyer.tax_id), None)
        seller = replace(seller, tax_id=free)
    return seller, buyer


def _first(captions: Sequence[Captioned], field: str) -> Captioned | None:
    """The surest caption of a party: alone in its chunk or with a colon, the best rank first."""
    fitting = [item for item in captions if item.field == field and _named(item)]
    return min(fitting, key=lambda item: (item.rank, item.row), default=None)


def _named(item: Captioned) -> bool:
    """Whether a party's caption is one: alone in its chunk, or with a colon."""
    return not item.value or re.match(rf"{re.escape(item.name)}\s*[:：]", item.chunk.text) is not None


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
    inside = [item for item in captions if at.row < item.row < last and abs(item.chunk.box.x0 - at.chunk.box.x0) < 150]
    name = next((text for item in inside if item.field == "name" and (text := _text_beside(item, rows, names))), None)
    tax_id = next((found for item in inside if item.field == "tax_id" and (found := _id_beside(item, rows))), None)
    if name is not None:
        address_at = next((item for item in inside if item.field == "address"), None)
        return Party(name, tax_id, _address(address_at, rows[:last], names) if address_at else None)
    lines = [at.value] if at.value and parse(at.value) is None else []
    lines.extend(_lines_below(at, rows[at.row + 1 : last], names))
    if not at.value and not lines:
        right = rows[at.row].chunks[at.position + 1 : at.position + 2]
        lines = [chunk.text for chunk in right if not is_caption(chunk.text, names)]
    return Party(lines[0] if lines else None, tax_id, ", ".join(lines[1:]) or None)


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
            beneath = [item for below in head[index + 1 : index + 3] for item in below.chunks if _aligned(item, chunk)]
            address = next((item.text for item in beneath if _POSTCODE.search(item.text)), None)
            if address is not None and (not found or found[-1].address != address):
                found.append(Party(chunk.text, None, address))
    return found


def _aligned(one: Chunk, other: Chunk) -> bool:
    """Whether both are set at the same left edge, middle or right edge."""
    a, b = one.box, other.box
    return min(abs(a.x0 - b.x0), abs(a.centre - b.centre), abs(a.x1 - b.x1)) < 12


def _letterhead(rows: Sequence[Row], names: CaptionNames, buyer: str | None) -> str | None:
    """The seller where no caption names it: the first firm's name at the top, else the first line that is a name at all."""
    top = rows[:25]
    lines = [chunk for row in top for chunk in row.chunks]
    for chunk in lines:
        if _is_name(chunk, names) and _COMPANY.search(chunk.text) and chunk.text != buyer and len(chunk.text) < 70:
            return chunk.text
    return next((chunk.text for chunk in lines[:8] if _is_name(chunk, names) and chunk.text != buyer), None)


def _is_name(chunk: Chunk, names: CaptionNames) -> bool:
    text = chunk.text.strip()
    letters = sum(character.isalpha() for character in text)
    if letters < 3 or letters * 2 < len(text) or "@" in text or "www" in text.lower() or find_dates(text):
        return False
    if re.fullmatch(
        r"(?:tax |vat |sales |commercial |proforma )?(?:invoice|receipt|rechnung|factuur|facture|credit note|statement)[.#:]?", text, re.I
    ):
        return False
    match = names.pattern.match(text)
    return match is None or bool(text[match.end() :].strip() and match.group("mark") not in {":", "："} and match.end() < len(text) / 2)
