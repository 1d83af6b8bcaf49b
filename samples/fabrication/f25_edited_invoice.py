"""F25 篡改发票: amounts of genuine invoices changed on the file.

What is done
    On one to three of the larger invoices that were issued, the amount is raised by another digit or one digit more.
Strength
    Change over the invoice: an amount near (1 + s) times the genuine one is taken.
Care
    0   only the total in figures   1   also net, tax, the largest line and the numerals   2   also the price of the line and the QR code
Traces
    Receipt at the true amount; numerals, tax, line arithmetic or QR code against the total, as far as they were left.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from random import Random
from zlib import crc32

from samples.case import Document, Dose, Drawn, Intervention, Papers
from samples.fabrication.digits import nearest, raised, within_reach
from samples.records.record import Invoice, Key

_UNIT = 100
_LARGER = 2


def _invoice(document: Document) -> Invoice:
    record = document.record
    assert isinstance(record, Invoice)
    return record


def _papers(papers: Papers, source: Random, dose: Dose) -> tuple[Papers, Drawn] | None:
    issued = [
        document for document in papers.of("invoice") if _invoice(document).direction == "issued" and _invoice(document).total > 10_000
    ]
    issued = [document for document in issued if all(line.net > 0 for line in _invoice(document).lines) and not document.how]
    if not issued:
        return None
    issued.sort(key=lambda document: (-_invoice(document).total, document.id))
    larger = issued[: max(len(issued) // _LARGER, 1)]
    fit = within_reach([(one, *_goal(_invoice(one), dose)) for one in larger])
    chosen = source.sample(fit, min(1 + int(3 * dose.strength), len(fit)))
    done = papers
    changed: list[tuple[str, int, int]] = []
    for document in sorted(chosen, key=lambda one: one.id):
        after = _raised(document, source, dose)
        changed.append((document.id, _invoice(document).total, _invoice(after).total))
        done = done.replaced(after)
    return done, {
        "start": min(_invoice(document).day for document in chosen),
        "months": 1,
        "invoices": tuple(name for name, _, _ in changed),
        "value": sum(new - old for _, old, new in changed),
        "share": f"{sum(new - old for _, old, new in changed) / sum(old for _, old, _ in changed):.4f}",
    }


def _largest(record: Invoice) -> int:
    """Place of the line that a stroke goes to."""
    return max(range(len(record.lines)), key=lambda place: record.lines[place].net)


def _goal(record: Invoice, dose: Dose) -> tuple[dict[int, str], int, int]:
    """What strokes make of the cell that is changed, what it should come to, and the change: of the total, or of the largest line."""
    if dose.care == 0:
        return raised(record.total, _UNIT), round(record.total * (1 + dose.strength)), round(record.total * dose.strength)
    net = record.lines[_largest(record)].net
    change = round(record.net * dose.strength)
    return raised(net, _UNIT), net + change, change


def _raised(document: Document, source: Random, dose: Dose) -> Document:
    record = _invoice(document)
    strokes, wanted, _ = _goal(record, dose)
    if dose.care == 0:
        total, _ = nearest(source, strokes, wanted)
        return document.edited({Key("total", record.day, "day"): total})
    item = _largest(record)
    line = record.lines[item]
    net, _ = nearest(source, strokes, wanted)
    tax = line.tax + int((Decimal(net - line.net) * Decimal(line.rate or "0")).quantize(Decimal(1), ROUND_HALF_UP)) if line.tax else 0
    more, more_tax = net - line.net, tax - line.tax
    total = record.total + more + more_tax
    after = document.edited(
        {
            Key("line_net", record.day, "day", item + 1): net,
            Key("line_tax", record.day, "day", item + 1): tax,
            Key("net", record.day, "day"): record.net + more,
            Key("tax", record.day, "day"): record.tax + more_tax,
            Key("total", record.day, "day"): total,
            Key("capital", record.day, "day"): total,
        }
    )
    return _to_the_end(after, item) if dose.care == 2 else after


def _to_the_end(document: Document, item: int) -> Document:
    """The price of the changed line, and the text of the QR code."""
    record = _invoice(document)
    line = record.lines[item]
    quantity = Decimal(line.quantity) if line.quantity else Decimal(0)
    if quantity:
        price = (Decimal(line.net) / 100 / quantity).quantize(Decimal("1e-10")).normalize()
        lines = tuple(replace(one, price=f"{price:f}") if place == item else one for place, one in enumerate(record.lines))
        record = replace(record, lines=lines)
    if record.qr:
        record = replace(record, qr=_qr(record, _invoice(replace(document, record=document.genuine or document.record))))
    return replace(document, record=record)


def _qr(record: Invoice, genuine: Invoice) -> str:
    """The code of the genuine invoice with the new amount: net on the older kinds, total on digital ones; its check made anew."""
    fields = genuine.qr.rstrip(",").split(",")
    for place, old, new in ((4, genuine.total, record.total), (4, genuine.net, record.net)):
        if Decimal(fields[place]) * 100 == old:
            fields[place] = f"{Decimal(new).scaleb(-2):f}"
            break
    body = ",".join(fields[:-1])
    return f"{body},{crc32(body.encode()) & 0xFFFF:04X},"


KIND = Intervention(code="F25", name="edited_invoice", split="develop", papers=_papers)
