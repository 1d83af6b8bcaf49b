"""The QR code of a Chinese VAT invoice, and whether it says what the print says.

Fields by commas: version, kind, invoice code, number, amount, date, check code, checksum. The amount is without tax on the older
kinds and with it on digital ones. Source: the domain pages on invoices, from public decoders and samples.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from extract.document import DocumentWarning
from extract.figure import Reading
from extract.records import Invoice
from extract.series import TEXT_LAYER_CONFIDENCE

#: Confidence of a recognised figure that the code on the same paper contradicts.
_OUTVOTED = 0.3
_FORM = re.compile(
    r"01,(?P<kind>\d{2}),(?P<code>\d{0,12}),(?P<number>\d{8}|\d{20}),(?P<amount>-?\d{1,12}(?:\.\d{1,2})?),(?P<day>\d{8}),"
    r"(?P<check>\d{0,20}),(?P<sum>[0-9A-Za-z]{0,8}),?"
)


@dataclass(frozen=True, slots=True)
class InvoiceCode:
    """What a code says.   code, check_code: "" where the kind has none   text: all of it, as decoded"""

    text: str
    code: str
    number: str
    amount: Decimal
    day: date | None
    check_code: str


def invoice_code(text: str) -> InvoiceCode | None:
    """The invoice that `text` names; None for any other QR code (a link, a payment)."""
    match = _FORM.fullmatch(text.strip())
    if match is None:
        return None
    day = match["day"]
    try:
        printed = date(int(day[:4]), int(day[4:6]), int(day[6:]))
    except ValueError:
        printed = None
    return InvoiceCode(text.strip(), match["code"], match["number"], Decimal(match["amount"]), printed, match["check"])


def with_reading(code: InvoiceCode, invoice: Invoice) -> Invoice:
    """The invoice with the code's amount as another reading of a figure that was recognised from pixels as another amount.

    A code corrects its own errors, so what it says is the likelier reading; the figure becomes doubtful. Printed text stands.
    """
    figure = invoice.total if len(code.number) == 20 else invoice.net
    if figure is None or figure.operands or figure.value == code.amount or figure.confidence >= TEXT_LAYER_CONFIDENCE:
        return invoice
    others = tuple(other for other in figure.alternatives if other.value != code.amount)
    confidence = min(figure.confidence, _OUTVOTED)
    alternatives = (Reading(code.amount, round(0.9 * (1 - confidence), 4)), *others)
    doubted = replace(figure, confidence=confidence, alternatives=alternatives)
    return replace(invoice, total=doubted) if len(code.number) == 20 else replace(invoice, net=doubted)


def differences(code: InvoiceCode, invoice: Invoice) -> Iterator[DocumentWarning]:
    """What the code says otherwise than the print, each with both values."""
    pairs = (
        ("number", "发票号码", code.number, invoice.number),
        ("invoice code", "发票代码", code.code, invoice.code),
        ("check code", "校验码", code.check_code, invoice.check_code),
    )
    for what, what_zh, coded, printed in pairs:
        if coded and printed and coded != printed:
            yield _said(what, what_zh, coded, printed, invoice.page)
    if code.day is not None and invoice.date is not None and code.day != invoice.date:
        yield _said("date", "开票日期", code.day.isoformat(), invoice.date.isoformat(), invoice.page)
    amounts = [figure for figure in (invoice.net, invoice.total) if figure is not None]
    readings = {value for figure in amounts for value in (figure.value, *(other.value for other in figure.alternatives))}
    if len(amounts) == 2 and code.amount not in readings:
        printed = " / ".join(figure.printed or f"{figure.value:f}" for figure in amounts)
        yield _said("amount", "金额", f"{code.amount:f}", printed, invoice.page)


def _said(what: str, what_zh: str, coded: str, printed: str, page: int | None) -> DocumentWarning:
    text = (
        f"The QR code says {coded} as {what}, the print says {printed}. "
        "One of them was changed or misread: look the invoice up at the tax office."
    )
    text_zh = f"二维码中的{what_zh}为 {coded}，票面印刷为 {printed}。其中一处被改动或识读有误，请到税务机关查验该发票。"
    return DocumentWarning("qr-code-differs", text, page, text_zh)
