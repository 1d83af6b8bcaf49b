"""The amounts among an invoice's totals: what captions offer, what key words offer, and the tax of each rate."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from statistics import median

from extract.invoices.captions import CaptionNames
from extract.invoices.layout import Field
from extract.invoices.printed import SIGN, amount_in
from extract.invoices.roles import amount_role
from extract.numerals import DecimalMark, Numeral
from extract.records import InvoiceAmountRole
from extract.tables.lines import Chunk, Row

#: What may stand between a caption and its amount: a rate, a currency, brackets, a base ("19 % auf 100,00").
_BETWEEN = re.compile(
    rf"^\s*(?:[@*]|at\b|of\b)?\s*(?:[（(]?\s*@?\s*\d{{1,2}}(?:[.,]\d+)?\s*%\s*[)）]?)?\s*(?:[（(]?\s*(?:in\s+)?{SIGN}\s*[)）]?)?\s*[:：=]?\s*$",
    re.IGNORECASE,
)
_AMOUNT = re.compile(
    rf"[（(]?[-−–]?\s?{SIGN}?\s?[-−–]?\d[\d.,' ]*(?:[.,]\d{{1,4}})?\s?-?[)）]?(?:\s?{SIGN})?\s?-?(?:\s?CR)?$", re.IGNORECASE
)
_INLINE = re.compile(
    rf"(?P<label>.*?(?:[^\d.,\s:：=]|\d(?=\s*[:：])))\s*(?:[:：=]\s*|\s)"
    rf"(?P<amount>[（(]?[-−–]?\s?{SIGN}?\s?[-−–]?\d[\d,.' ]*[.,]\d{{2}}[)）]?(?:\s?{SIGN})?[)）]?\s?-?(?:\s?CR)?)\.?$",
    re.IGNORECASE,
)
_INCLUDED = re.compile(
    r"(?:^\W*incl(?:\.|uding|udes|uded)?\s*(?:[\d.]+\s*%\s*)?(?:total\s*)?(?:vat|gst|tax)\b|\bincludes?\b[^\d]{0,20}\b(?:vat|gst|tax)\b.*?\bof\b"
    r"|^\W*(?:vat|gst|tax)\s+(?:is\s+)?incl(?:uded|\.)?)"
    rf".*?(?P<amount>{SIGN}?\s?\d[\d,. ]*[.,]\d{{2}})(?![\d%])",
    re.IGNORECASE,
)
_SUMMARY = re.compile(r"^\W*(?:gst|vat|tax|sst)\s*(?:summary|analysis|code\b)", re.IGNORECASE)
_CHANGE, _HANDED_OVER = (
    re.compile(r"^\W*(?:change|baki)\b", re.IGNORECASE),
    re.compile(r"^\W*(?:cash|paid|tender|received|tunai)", re.IGNORECASE),
)
_FILLER = re.compile(rf"^(?:{SIGN}|[:：=]|[（(]?\d{{1,2}}(?:[.,]\d+)?\s*%[)）]?)$", re.IGNORECASE)
#: What stands behind these is the base of a rate, not the amount of a caption: "20% VAT on £742.00".
_BASE = re.compile(r"(?:\b(?:on|of|at|auf|von|sur|de|over|su|sobre|di)|@)\s*$", re.IGNORECASE)
_PERCENT = re.compile(r"(?<![\d.])(\d{1,2}(?:[.,]\d{1,2})?)\s*%")
#: Weights: a caption that the layout lists, one understood by its words; of what is left to pay, which may be less than the total.
_LISTED, _UNDERSTOOD, _LEFT = 3.0, 1.6, 1.0


@dataclass(frozen=True, slots=True)
class Candidate:
    """An amount that may be the invoice's net, tax or total.   weight: how sure its caption is, larger is surer   label: that caption"""

    text: str
    numeral: Numeral
    chunk: Chunk
    row: Row
    weight: float
    order: int
    label: str = ""

    @property
    def value(self) -> Decimal:
        return self.numeral.value


@dataclass(frozen=True, slots=True)
class Rate:
    """One rate of tax as the totals print it.   rate: 0.2 for 20 %"""

    rate: Decimal
    net: Candidate | None
    tax: Candidate | None


@dataclass(slots=True)
class Found:
    """fields: what the totals' captions offer   others: all that stands among the totals, by what its words mean"""

    fields: dict[Field, list[Candidate]]
    others: list[tuple[InvoiceAmountRole, Candidate]] = field(default_factory=list)
    rates: list[Rate] = field(default_factory=list)


def candidates_of(rows: Sequence[Row], names: CaptionNames, decimal: DecimalMark | None, items: tuple[int, int] | None = None) -> Found:
    """Every amount beside words that name a total, in reading order.   items: first and last row of the table of items, left out"""
    found = Found({"net": [], "tax": [], "total": [], "payable": [], "rounding": []})
    summary = False
    usual = median([row.box.height for row in rows]) if rows else 0.0
    for index, row in enumerate(rows):
        if items is not None and items[0] <= index <= items[1]:
            continue
        summary = summary or _SUMMARY.match(row.text) is not None
        taken = _captioned(rows, index, names, decimal, found, summary=summary)
        larger = 0.4 if row.recognised and row.box.height > 1.3 * usual else 0.0
        for words, text, numeral, chunk in _labelled(row, decimal):
            last = " ".join(words[-2:]) if words[-1].strip("（）() ") == "小写" else words[-1]
            role = amount_role(last) or amount_role(" ".join(words))
            label = last if amount_role(last) else " ".join(words)
            if role is None or role == "carried":
                continue
            one = Candidate(text, numeral, chunk, row, (_LEFT - 0.1 if role == "payable" else _UNDERSTOOD) + larger, index, label)
            found.others.append((role, one))
            inside = summary and words[0] in row.chunks[0].text
            # On a till slip "net total" is what is to be paid, on an invoice what it is taxed on.
            if (id(chunk) not in taken or role == "net") and not inside and role in ("net", "tax", "total", "payable", "rounding"):
                found.fields[role].append(one)
        for label, one in _labelled_above(rows, index, decimal):
            if (role := amount_role(label)) is not None and role != "carried":
                found.others.append((role, one))
                if id(one.chunk) not in taken and role in ("net", "tax", "total", "payable", "rounding"):
                    found.fields[role].append(replace(one, weight=_LEFT - 0.1 if role == "payable" else _UNDERSTOOD))
        _whole_row(row, index, decimal, found)
        for match in _INCLUDED.finditer(row.text):
            numeral_in = amount_in(match["amount"], decimal)
            chunk = next((one for one in row.chunks if match["amount"].strip() in one.text), row.chunks[-1])
            if numeral_in is not None and id(chunk) not in taken:
                found.fields["tax"].append(Candidate(match["amount"].strip(), numeral_in, chunk, row, 1.2, index, "included"))
    found.rates = list(_rates(rows, decimal, items)) or list(_captioned_rates(found))
    if any(_CHANGE.match(row.text) and (given := amount_in(row.chunks[-1].text, decimal)) and given.value > 0 for row in rows):
        # What was handed over is more than the total where change is given.
        found.fields["payable"] = [item for item in found.fields["payable"] if not _HANDED_OVER.match(item.row.text)]
    if not any(found.fields[name] for name in _TOTALS):
        _alone(rows, found, decimal)
    return found


_TOTALS: tuple[Field, ...] = ("total", "payable")


def _alone(rows: Sequence[Row], found: Found, decimal: DecimalMark | None) -> None:
    """The amount next above the cash, of which no words are left that can be read, if it is the cash less the change."""
    given = {role: one for role, one in found.others if role in ("cash", "change")}
    if len(given) < 2:
        return
    for index in range(given["cash"].order - 1, max(-1, given["cash"].order - 7), -1):
        row, last = rows[index], rows[index].chunks[-1]
        numeral = amount_in(last.text, decimal) if len(row.chunks) <= 2 else None
        if numeral is not None and numeral.value == abs(given["cash"].value) - abs(given["change"].value):
            found.fields["total"].append(Candidate(last.text, numeral, last, row, _LEFT, index))
            return


def _captioned(
    rows: Sequence[Row], index: int, names: CaptionNames, decimal: DecimalMark | None, found: Found, *, summary: bool
) -> set[int]:
    """Amounts beside or beneath captions that the layout lists.   Returns the chunks that were taken"""
    row, taken = rows[index], set[int]()
    below = rows[index + 1] if index + 1 < len(rows) and rows[index + 1].page == row.page else None
    for position, chunk in enumerate(row.chunks):
        named = _caption(chunk.text, names, decimal)
        if named is None or named[0] not in found.fields or (position and re.search(r"不含税", row.chunks[position - 1].text)):
            continue
        named_field, rank, inline = named
        # A table of what each rate comes to has totals of its own.
        weight = (_LEFT if named_field == "payable" else _LISTED) - min(rank, 40) * 0.05 - (2.0 if summary else 0.0)
        places = [(*inline, chunk)] if inline else _run(row.chunks[position + 1 :], decimal)
        home_row = row
        heading = len(row.chunks) >= 4 and chunk.text.strip().lower() == "amount"  # a column of the items
        if not places and below is not None and not heading:
            under = [item for item in below.chunks if item.box.overlap_x(chunk.box) > 0]
            places = [(text, numeral, home) for text, numeral, home in _run(under, decimal)]
            home_row, weight = below, weight - 0.5
        if summary and named_field == "total" and len(places) > 1:
            continue  # the sums of bases and taxes of that table
        for number, (text, numeral, home) in enumerate(places):
            if number and named_field in {"net", "tax"}:
                break
            taken.add(id(home))
            found.fields[named_field].append(Candidate(text, numeral, home, home_row, weight - 0.1 * number, index, chunk.text))
    return taken


def _labelled(row: Row, decimal: DecimalMark | None) -> Iterator[tuple[list[str], str, Numeral, Chunk]]:
    """Each amount of a row with the words left of it: words, amount as printed, its value, its chunk."""
    words: list[str] = []
    first = row.chunks[0]
    if len(row.chunks) == 2 and (numeral := amount_in(first.text, decimal)) is not None and amount_in(row.chunks[1].text, decimal) is None:
        yield [row.chunks[1].text], first.text, numeral, first  # words behind their amount
        return
    for position, chunk in enumerate(row.chunks):
        numeral = amount_in(chunk.text, decimal)
        if numeral is not None:
            behind = row.chunks[position + 1 : position + 2]
            if words and _BASE.search(words[-1]) and behind and amount_in(behind[0].text, decimal) is not None:
                continue  # the base of a rate
            if words:
                yield words, chunk.text, numeral, chunk
            words = []
            continue
        inline = _INLINE.fullmatch(chunk.text)
        inner = amount_in(inline["amount"], decimal) if inline else None
        if inline and inner is not None and not _BASE.search(inline["label"]):
            yield [*words, inline["label"]], inline["amount"].strip(), inner, chunk
            words = []
        elif not _FILLER.match(chunk.text) or "%" in chunk.text:
            words.append(chunk.text)
    return


def _labelled_above(rows: Sequence[Row], index: int, decimal: DecimalMark | None) -> Iterator[tuple[str, Candidate]]:
    """The amounts of the row beneath a row of nothing but captions, each under its own."""
    row, below = rows[index], rows[index + 1] if index + 1 < len(rows) else None
    if below is None or below.page != row.page or len(below.chunks) < 2 or len(row.chunks) > len(below.chunks):
        return
    numerals = [amount_in(chunk.text, decimal) for chunk in below.chunks]
    if any(amount_in(chunk.text, decimal) is not None for chunk in row.chunks) or any(one is None for one in numerals):
        return
    labels = [chunk.text for chunk in row.chunks] if len(row.chunks) == len(below.chunks) else _over(row, below)
    if sum(amount_role(label) is not None for label in labels) * 2 <= len(labels):
        return
    for label, chunk, numeral in zip(labels, below.chunks, numerals, strict=True):
        if numeral is not None:
            yield label, Candidate(chunk.text, numeral, chunk, below, _UNDERSTOOD, index, label)


def _over(row: Row, below: Row) -> list[str]:
    """The words of a row by the amount beneath whose right edge they end: captions set so close that they run into each other."""
    labels: list[list[str]] = [[] for _ in below.chunks]
    for word in (word for chunk in row.chunks for word in chunk.words):
        at = next((index for index, chunk in enumerate(below.chunks) if word.box.x1 <= chunk.box.x1 + 3), len(labels) - 1)
        labels[at].append(word.text)
    return [" ".join(words) for words in labels]


def _whole_row(row: Row, index: int, decimal: DecimalMark | None, found: Found) -> None:
    """A row of totals under columns of net, tax and gross: three amounts, the last of them the sum of the others."""
    numbers = [(chunk, numeral) for chunk in row.chunks if (numeral := amount_in(chunk.text, decimal)) is not None]
    words = [chunk.text for chunk in row.chunks if amount_in(chunk.text, decimal) is None]
    if len(numbers) != 3 or len(words) > 1 or (words and amount_role(words[0]) not in ("total", "net", "payable")):
        return
    (one, net), (two, tax), (three, total) = numbers
    if not words or not net.value or net.value + tax.value != total.value or abs(tax.value) >= abs(net.value):
        return
    for key, chunk, numeral in (("net", one, net), ("tax", two, tax), ("total", three, total)):
        name: Field = "net" if key == "net" else "tax" if key == "tax" else "total"
        found.fields[name].append(Candidate(chunk.text, numeral, chunk, row, _LISTED + 0.3, index, words[0]))


def _rates(rows: Sequence[Row], decimal: DecimalMark | None, items: tuple[int, int] | None) -> Iterator[Rate]:
    """Rows of a table of rates: a rate, a base and a tax of which the first two make the third; rows of no tax beside them."""
    previous: tuple[int, int] | None = None
    waiting: list[tuple[int, Rate]] = []
    for index, row in enumerate(rows):
        if items is not None and items[0] <= index <= items[1]:
            continue
        for run in _runs(row, index, decimal):
            percents = [Decimal(one.replace(",", ".")) for one in _PERCENT.findall(row.text)]
            rate = _rate_of(run, percents)
            if rate is None:
                continue
            if rate.rate == 0:
                if previous is not None and index - previous[0] <= 2:
                    yield rate
                else:
                    waiting.append((index, rate))
                continue
            yield from (one for at, one in waiting if index - at <= 2)
            waiting, previous = [], (index, len(run))
            yield rate


def _captioned_rates(found: Found) -> Iterator[Rate]:
    """Taxes that are printed for each rate by itself, with the rate in their caption; nothing for a single one."""
    told: dict[Decimal, Candidate] = {}
    for role, one in found.others:
        percents = _PERCENT.findall(one.label) if role == "tax" else []
        if len(percents) == 1:
            told.setdefault(Decimal(percents[0].replace(",", ".")), one)
    if len(told) > 1:
        yield from (Rate(rate / 100, None, one) for rate, one in told.items())


def _runs(row: Row, index: int, decimal: DecimalMark | None) -> Iterator[list[Candidate]]:
    run: list[Candidate] = []
    for chunk in row.chunks:
        numeral = amount_in(chunk.text, decimal)
        if numeral is not None:
            run.append(Candidate(chunk.text, numeral, chunk, row, 1.0, index))
        elif not _PERCENT.search(chunk.text) and not _FILLER.match(chunk.text):
            if len(run) > 1:
                yield run
            run = []
    if len(run) > 1:
        yield run


def _rate_of(run: Sequence[Candidate], percents: Sequence[Decimal]) -> Rate | None:
    """The rate that a run of amounts proves; one of nothing where base and no tax stand behind a rate of 0."""
    for start, base in enumerate(run):
        for tax in run[start + 1 : start + 3]:
            if base.numeral.step != tax.numeral.step or base.numeral.step == 1 or not base.value or not tax.value:
                continue
            for rate in (*percents, *(one.value for one in run[:start] if 0 < one.value <= 30)):
                if rate and abs(base.value * rate / 100 - tax.value) <= Decimal("0.02") and abs(tax.value) >= Decimal("0.05"):
                    return Rate(rate / 100, base, tax)
    money = [one for one in run if one.numeral.step != 1]
    zero = (bool(percents) and not any(percents)) or (len(money) > 2 and run[0].value == 0 and not percents)
    nets, taxes = [one for one in money if one.value], [one for one in money if not one.value]
    if zero and nets and taxes and all(one.value == nets[0].value for one in nets):
        return Rate(Decimal(0), nets[0], taxes[-1])
    return None


def _caption(text: str, names: CaptionNames, decimal: DecimalMark | None) -> tuple[Field, int, tuple[str, Numeral] | None] | None:
    """The field that a chunk names, with the amount printed behind the caption in it; None when it is no amount's caption."""
    text = text.lstrip("（( ")
    match = names.pattern.match(text)
    if match is None:
        return None
    meaning = names.meaning.get(re.sub(r"[\s.]", "", match.group("name").lower()))
    if meaning is None:
        return None
    # The bracket behind a caption, which the pattern takes with it, may be a rate or a currency; both say nothing here.
    rest = text[match.end() :]
    if match.group("mark") in {":", "："} and re.match(r":+-(?![\d¥￥£$€])", text[match.end("mark") - 1 :]):
        rest = rest.lstrip(":：").removeprefix("-")  # ":-" is one mark, and no minus
    if not rest.strip() or _BETWEEN.match(rest):
        return meaning[0], meaning[1], None
    amount = _AMOUNT.search(rest)
    if amount is None or not (_BETWEEN.match(rest[: amount.start()]) or not rest[: amount.start()].strip()):
        return None
    numeral = amount_in(amount.group(), decimal)
    if numeral is None:
        return None
    return meaning[0], meaning[1], (amount.group().strip(), numeral)


def _run(chunks: Sequence[Chunk], decimal: DecimalMark | None) -> list[tuple[str, Numeral, Chunk]]:
    """The amounts that stand first among `chunks`, up to the first text."""
    found: list[tuple[str, Numeral, Chunk]] = []
    for chunk in chunks:
        if _FILLER.match(chunk.text):
            continue
        numeral = amount_in(chunk.text, decimal)
        if numeral is None:
            break
        found.append((chunk.text, numeral, chunk))
    return found
