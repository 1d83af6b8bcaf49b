"""The QR code of a Chinese VAT invoice held against the print: what it says otherwise, and other readings from it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from extract.document import DocumentWarning
from extract.figure import Reading
from extract.invoice_code import InvoiceCode
from extract.records import Invoice
from extract.series import TEXT_LAYER_CONFIDENCE

#: Confidence of a recognised figure that the code on the same paper contradicts.
_OUTVOTED = 0.3


def with_reading(code: InvoiceCode, invoice: Invoice) -> Invoice:
    """The invoice with the code's amount as another reading of a figure that was recognised from pixels as another amount.

    A code corrects its own errors, so what it says is the likelier reading; the figure becomes doubtful. Printed text stands.
    """
    figure = invoice.total if code.digital else invoice.net
    if figure is None or figure.operands or figure.value == code.amount or figure.confidence >= TEXT_LAYER_CONFIDENCE:
        return invoice
    others = tuple(other for other in figure.alternatives if other.value != code.amount)
    confidence = min(figure.confidence, _OUTVOTED)
    alternatives = (Reading(code.amount, round(0.9 * (1 - confidence), 4)), *others)
    doubted = replace(figure, confidence=confidence, alternatives=alternatives)
    return replace(invoice, total=doubted) if code.digital else replace(invoice, net=doubted)


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
