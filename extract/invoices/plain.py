"""Lines of an invoice or a till slip whose table has no head: words on the left, an amount on the right.

Nothing names the columns, so such rows are lines only where their amounts add up to a printed total.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise, permutations

from extract.invoices.amounts import Found
from extract.invoices.captions import CaptionNames, is_caption
from extract.invoices.items import Item
from extract.invoices.printed import SIGN, amount_in
from extract.numerals import DecimalMark, Numeral
from extract.tables.lines import Chunk, Row

#: Marks behind an amount: a code of tax, a star.
_MARK = re.compile(r"[A-Z*#]{1,3}|\([A-Z]\)")
_TIMES = re.compile(
    rf"(?P<quantity>\d+(?:\.\d+)?)\s*(?:[a-z]{{1,5}}\.?)?\s*[xX×*@]\s*{SIGN}?\s*(?P<price>\d+(?:,\d{{3}})*(?:\.\d{{1,4}})?)(?![\d.,])"
)
_BEHIND = re.compile(rf"^(?P<words>.*\S)\s+(?P<amount>{SIGN}?\s?-?\d[\d,]*\.\d{{2}})$", re.IGNORECASE)
_COUNTED = re.compile(r"\s+[xX×]\s?(\d{1,3})$")
_LEADING = re.compile(r"^(\d{1,3})\s+(?=\D)")
_CODE = re.compile(r"^(?:\d{4,14}|[A-Z]{1,3}\d{4,12})\s+(?=\S)")
#: Lines that are tried; a longer list is no till slip.
_MOST = 120
#: Totals that may end the lines; the first of them may be one of a line ("fuel total").
_ENDS = 4
#: A price before its measure.
_MEASURED = re.compile(r"(\d[\d.,']*[.,]\d{2,4})\s+[a-z]{1,10}$", re.IGNORECASE)
_HALF = Decimal("0.0051")
#: A quantity, a price with its chunk, the chunk of the quantity.
_Pair = tuple[Decimal, Numeral, Chunk, Chunk]


@dataclass(slots=True)
class _Entry:
    index: int
    row: Row
    words: str
    amount: tuple[Numeral, Chunk]
    times: tuple[Decimal, Numeral, Chunk] | None = None
    pairs: tuple[_Pair, ...] = ()
    tax: tuple[Decimal, Numeral, Chunk] | None = None


def plain_items(rows: Sequence[Row], found: Found, names: CaptionNames, decimal: DecimalMark | None, from_row: int = 0) -> list[Item]:
    """The lines above the totals, if they add up to one of them; none otherwise."""
    totals = [one for one in (*found.fields["net"], *found.fields["total"], *found.fields["payable"]) if one.value]
    marks = [one.order for one in totals if one.weight > 0 and _labels(rows[one.order], decimal)]
    discounts = {one.value for role, one in found.others if role == "discount"}
    block: list[_Entry] = []
    for end in sorted({order for order in marks if order > from_row})[:_ENDS]:
        targets = {one.value for one in totals if one.order >= end}
        block = _block(_entries(rows[:end], names, decimal, from_row)[-_MOST:], targets, discounts)
        if block:
            break
    _settle(block)
    counted = sum(_LEADING.match(entry.words) is not None for entry in block) * 2 > len(block) > 1
    return [_item(entry, counted=counted) for entry in block]


def _labels(row: Row, decimal: DecimalMark | None) -> bool:
    """Whether a row is captions with an amount behind, beneath or inside each, and no line of goods."""
    numbers = [amount_in(chunk.text, decimal) is not None for chunk in row.chunks]
    return len(row.chunks) <= 2 or not any(numbers) or not any(one and other for one, other in pairwise([True, *numbers]))


def _block(entries: Sequence[_Entry], targets: set[Decimal], discounts: set[Decimal]) -> list[_Entry]:
    """The longest run of entries that ends with the last one, or nearly, and adds up."""
    for stop in range(len(entries), max(0, len(entries) - 3), -1):
        for start in range(stop):
            total = sum((entry.amount[0].value for entry in entries[start:stop]), Decimal(0))
            if total in targets or any(total - abs(discount) in targets for discount in discounts):
                return list(entries[start:stop])
    return []


def _entries(rows: Sequence[Row], names: CaptionNames, decimal: DecimalMark | None, from_row: int) -> list[_Entry]:
    found: list[_Entry] = []
    above: str | None = None
    times: tuple[Decimal, Numeral, Chunk] | None = None
    for index, row in enumerate(rows):
        if index < from_row:
            continue
        entry = _entry(index, row, names, decimal)
        if entry is None:
            text = row.text
            counted = _times(row.chunks, decimal)
            if counted is not None and not re.search(r"[A-Za-z\u4e00-\u9fff]{3}", _TIMES.sub("", text)):
                if (
                    found
                    and found[-1].times is None
                    and counted[0] * counted[1].value == found[-1].amount[0].value
                    and found[-1].index == index - 1
                ):
                    found[-1].times = counted
                else:
                    times = counted
            else:
                above = (
                    text
                    if re.search(r"[A-Za-z\u4e00-\u9fff]{2}", text) and not any(is_caption(c.text, names) for c in row.chunks)
                    else None
                )
            continue
        bare = re.sub(r"[\d\s.,xX×*@]|pcs?", "", _TIMES.sub("", entry.words))
        if len(bare) < 2 and above is not None:
            entry.words, above = above, None
        if entry.times is None and times is not None and times[0] * times[1].value == entry.amount[0].value:
            entry.times = times
        times, above = None, None
        found.append(entry)
    return found


def _entry(index: int, row: Row, names: CaptionNames, decimal: DecimalMark | None) -> _Entry | None:
    """A row that ends in an amount with words, or a quantity and a price, before it."""
    chunks = list(row.chunks)
    while len(chunks) > 1 and _MARK.fullmatch(chunks[-1].text):
        chunks.pop()
    last = chunks[-1]
    body = re.sub(r"\s+(?:[A-Z*#]{1,2}|SR|ZRL?)$", "", last.text)
    numeral = amount_in(body, decimal)
    words = " ".join(chunk.text for chunk in chunks[:-1] if not re.fullmatch(SIGN, chunk.text, re.IGNORECASE))
    text = body
    if numeral is None:
        behind = _BEHIND.match(body)
        if behind is None or len(chunks) > 2:
            return None
        numeral, text = amount_in(behind["amount"], decimal), behind["amount"]
        words = f"{words} {behind['words']}".strip()
    if numeral is None or numeral.step == 1 or not words or any(is_caption(chunk.text, names) for chunk in chunks[:-1]):
        return None
    times = _times(chunks, decimal)
    if times is not None and numeral.value == times[1].value and not re.search(r"[^\W\d]{2}", _TIMES.sub("", row.text)):
        return None  # a quantity and a price, of the line above or beneath
    if times is not None and times[0] * times[1].value != numeral.value:
        times = None
    pairs: tuple[_Pair, ...] = ()
    if times is None:
        pairs = tuple(_pairs(chunks[:-1], numeral, decimal))
        if pairs:
            words = (
                " ".join(chunk.text for chunk in chunks[:-1] if amount_in(chunk.text, decimal) is None and "%" not in chunk.text) or words
            )
    tax = next(_taxes(chunks[:-1], numeral, decimal), None)
    if tax is not None and not pairs:
        words = " ".join(chunk.text for chunk in chunks[:-1] if amount_in(chunk.text, decimal) is None and "%" not in chunk.text) or words
    return _Entry(index, row, words, (numeral, last if text == last.text else replace(last, text=text.strip())), times, pairs, tax)


def _pairs(chunks: Sequence[Chunk], amount: Numeral, decimal: DecimalMark | None) -> Iterator[_Pair]:
    """Quantity and price among the numbers before an amount that they make, less a discount in per cent where one is printed."""
    texts = [(chunk, before.group(1) if (before := _MEASURED.match(chunk.text)) else chunk.text) for chunk in chunks]
    numbers = [(value, _only(chunk, text)) for chunk, text in texts if (value := amount_in(text, decimal)) is not None]
    shares = [Decimal(one.replace(",", ".")) for chunk in chunks for one in re.findall(r"(?<![\d.,])(\d{1,2}(?:[.,]\d+)?)\s?%", chunk.text)]
    for (quantity, at), (price, chunk) in permutations(numbers, 2):
        if price.step > Decimal("0.1"):
            continue
        products = [quantity.value * price.value * (100 - share) / 100 for share in (Decimal(0), *shares)]
        if any(abs(product - amount.value) <= _HALF for product in products):
            yield quantity.value, price, chunk, at


def _taxes(chunks: Sequence[Chunk], amount: Numeral, decimal: DecimalMark | None) -> Iterator[tuple[Decimal, Numeral, Chunk]]:
    """The number before an amount that is its tax at the rate printed on the row, with that rate."""
    for share in re.findall(r"(?<![\d.,])(\d{1,2}(?:[.,]\d+)?)\s?%", " ".join(chunk.text for chunk in chunks)):
        rate = Decimal(share.replace(",", ".")) / 100
        for chunk in chunks:
            value = amount_in(chunk.text, decimal)
            if value is not None and value.value and value.step < 1 and abs(amount.value * rate - value.value) <= Decimal("0.0151"):
                yield rate, value, chunk


def _only(chunk: Chunk, text: str) -> Chunk:
    """The part of a chunk that prints a number."""
    if text == chunk.text or not chunk.words:
        return chunk if text == chunk.text else replace(chunk, text=text)
    return Chunk(text, chunk.words[0].box, chunk.words[:1])


def _settle(block: Sequence[_Entry]) -> None:
    """Which of two numbers is the quantity: where both have cents, the one under those that have none."""
    whole = [at.box.x1 for entry in block for value, _, _, at in entry.pairs if value == value.to_integral_value()]
    for entry in block:
        if len({pair[0] for pair in entry.pairs}) > 1 and not whole and len({pair[1].step for pair in entry.pairs}) == 1:
            continue  # nothing tells which is which
        if entry.pairs:
            best = min(entry.pairs, key=lambda pair: (min((abs(pair[3].box.x1 - edge) for edge in whole), default=0.0), pair[1].step))
            entry.times = best[:3]


def _times(chunks: Sequence[Chunk], decimal: DecimalMark | None) -> tuple[Decimal, Numeral, Chunk] | None:
    """Quantity and price of "2 X 15.90"."""
    text = " ".join(chunk.text for chunk in chunks)
    match = _TIMES.search(text)
    if match is None:
        return None
    quantity, price = amount_in(match["quantity"], decimal), amount_in(match["price"], decimal)
    chunk = next((one for one in chunks if match["price"] in one.text), None)
    return (quantity.value, price, chunk) if quantity is not None and price is not None and chunk is not None else None


def _item(entry: _Entry, *, counted: bool) -> Item:
    words = _TIMES.sub("", entry.words).strip() if re.fullmatch(rf"\W*{_TIMES.pattern}\W*", entry.words) else entry.words
    item = Item(entry.row, [])
    numeral, chunk = entry.amount
    item.cells["net"] = (numeral, chunk, entry.row)
    item.proven.add("net")
    if entry.tax is not None:
        item.tax_rate = entry.tax[0]
        item.cells["tax"] = (entry.tax[1], entry.tax[2], entry.row)
        item.proven.add("tax")
    if entry.times is not None:
        item.quantity = entry.times[0]
        item.cells["unit_price"] = (entry.times[1], entry.times[2], entry.row)
        item.proven.add("unit_price")
    elif behind := _COUNTED.search(words):
        item.quantity = Decimal(behind.group(1))
        words = words[: behind.start()]
    elif counted and (leading := _LEADING.match(words)):
        item.quantity = Decimal(leading.group(1))
        words = words[leading.end() :]
    item.description.append(re.sub(r"\s+\d{8,14}$", "", _CODE.sub("", words).strip()) or words)
    return item
