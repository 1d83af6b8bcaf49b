"""Net, tax and total of an invoice: all candidates that captions offer, and the three that add up.

Arithmetic chooses among what is printed; it never changes a figure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import product

from extract.invoices.captions import CaptionNames
from extract.invoices.layout import Field
from extract.invoices.printed import SIGN, amount_in
from extract.numerals import DecimalMark, Numeral
from extract.tables.lines import Chunk, Row

#: What may stand between a caption and its amount: a rate, a currency, brackets, a base ("19 % auf 100,00").
_BETWEEN = re.compile(
    rf"^\s*(?:[@*]|at\b|of\b)?\s*(?:[（(]?\s*@?\s*\d{{1,2}}(?:[.,]\d+)?\s*%\s*[)）]?)?\s*(?:[（(]?\s*(?:in\s+)?{SIGN}\s*[)）]?)?\s*[:：=]?\s*$",
    re.IGNORECASE,
)
_AMOUNT = re.compile(rf"[（(]?-?\s?{SIGN}?\s?-?\d[\d.,' ]*(?:[.,]\d{{1,4}})?\s?-?[)）]?(?:\s?{SIGN})?$", re.IGNORECASE)
_SUMMARY = re.compile(r"^\W*(?:gst|vat|tax)\s*(?:summary|analysis)\b", re.IGNORECASE)
_CHANGE, _HANDED_OVER = re.compile(r"^\W*change\b", re.IGNORECASE), re.compile(r"^\W*(?:cash|paid|tender|received)\b", re.IGNORECASE)
_FILLER = re.compile(rf"^(?:{SIGN}|[:：=]|[（(]?\d{{1,2}}(?:[.,]\d+)?\s*%[)）]?)$", re.IGNORECASE)
#: Candidates of each kind that are weighed against each other; a longer list is cut, the surest first.
_MOST = 12


@dataclass(frozen=True, slots=True)
class Candidate:
    """An amount that may be the invoice's net, tax or total.   weight: how sure its caption is, larger is surer"""

    text: str
    numeral: Numeral
    chunk: Chunk
    row: Row
    weight: float
    order: int

    @property
    def value(self) -> Decimal:
        return self.numeral.value


@dataclass(frozen=True, slots=True)
class Chosen:
    """What was chosen. `taxes` has several amounts where each rate is printed by itself.   proven: net + tax = total"""

    net: Candidate | None
    taxes: tuple[Candidate, ...]
    total: Candidate | None
    proven: bool


def candidates_of(rows: Sequence[Row], names: CaptionNames, decimal: DecimalMark | None) -> dict[Field, list[Candidate]]:
    """Every captioned amount by field, in reading order."""
    found: dict[Field, list[Candidate]] = {"net": [], "tax": [], "total": [], "payable": [], "rounding": []}
    summary = False
    for index, row in enumerate(rows):
        summary = summary or _SUMMARY.match(row.text) is not None
        below = rows[index + 1] if index + 1 < len(rows) and rows[index + 1].page == row.page else None
        for position, chunk in enumerate(row.chunks):
            named = _caption(chunk.text, names, decimal)
            if named is None or named[0] not in found:
                continue
            field, rank, inline = named
            # A table of what each rate comes to has totals of its own.
            weight = (1.0 if field == "payable" else 3.0) - min(rank, 40) * 0.05 - (2.0 if summary else 0.0)
            places = [(*inline, chunk)] if inline else _run(row.chunks[position + 1 :], decimal)
            home_row = row
            heading = len(row.chunks) >= 4 and chunk.text.strip().lower() == "amount"  # a column of the items
            if not places and below is not None and not heading:
                under = [item for item in below.chunks if item.box.overlap_x(chunk.box) > 0]
                places = [(text, numeral, home) for text, numeral, home in _run(under, decimal)]
                home_row, weight = below, weight - 0.5
            if summary and field == "total" and len(places) > 1:
                continue  # the sums of bases and taxes of that table
            for number, (text, numeral, home) in enumerate(places):
                if number and field in {"net", "tax"}:
                    break
                found[field].append(Candidate(text, numeral, home, home_row, weight - 0.1 * number, index))
    if any(_CHANGE.match(row.text) and (given := amount_in(row.chunks[-1].text, decimal)) and given.value > 0 for row in rows):
        # What was handed over is more than the total where change is given.
        found["payable"] = [item for item in found["payable"] if not _HANDED_OVER.match(item.row.text)]
    return found


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
    if match.group("mark") in {":", "："} and re.match(r"[:：]+-", text[match.end("mark") - 1 :]):
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


def choose(found: dict[Field, list[Candidate]], written: Decimal | None = None) -> Chosen:
    """The net, tax and total that add up (a printed rounding counted) with the surest captions; failing that, the surest of each.

    written   the total in capital numerals, which picks the total where it is printed in figures too
    """
    totals = _surest([*found["total"], *found["payable"]])
    if written is not None and any(abs(item.value) == abs(written) for item in totals):
        totals = [item for item in totals if abs(item.value) == abs(written)]
    nets, taxes = _surest(found["net"]), _surest(found["tax"])
    best: tuple[float, Chosen] | None = None
    roundings = {Decimal(0), *(item.value for item in found["rounding"])}
    for total, net in product(totals, nets):
        for group in _tax_groups(taxes):
            if total.value - net.value - sum((item.value for item in group), Decimal(0)) not in roundings:
                continue
            if not group and net.value == total.value and taxes:
                continue
            if total.chunk is net.chunk:
                continue
            weight = total.weight + net.weight + sum(item.weight for item in group) / max(len(group), 1) + 0.001 * total.order
            if best is None or weight > best[0]:
                best = (weight, Chosen(net, group, total, proven=bool(group)))
    if best is not None:
        return best[1]
    first = totals[0] if totals else None
    below = next((item for item in nets if first is None or abs(item.value) <= abs(first.value)), None) or _only(nets)
    tax = next((item for item in taxes if first is None or abs(item.value) < abs(first.value) or first.value == 0), None) or _only(taxes)
    return Chosen(below, (tax,) if tax else (), first, proven=False)


def _only(items: Sequence[Candidate]) -> Candidate | None:
    """The one amount that the captions offer: what is printed stands, also where it makes no sense beside the total."""
    return items[0] if len({item.value for item in items}) == 1 else None


def _surest(items: Sequence[Candidate]) -> list[Candidate]:
    """The likeliest candidates first; of equal captions the one printed last, which is the foot of the invoice."""
    return sorted(items, key=lambda item: (-item.weight, -item.order))[:_MOST]


def _tax_groups(taxes: Sequence[Candidate]) -> list[tuple[Candidate, ...]]:
    """Each tax amount alone, runs of neighbours that may be one rate each, and none at all."""
    printed = sorted(taxes, key=lambda item: item.order)
    groups: list[tuple[Candidate, ...]] = [(item,) for item in taxes]
    for length in range(2, min(5, len(printed)) + 1):
        groups.extend(tuple(printed[start : start + length]) for start in range(len(printed) - length + 1))
    groups.append(())
    return groups
