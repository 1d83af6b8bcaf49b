"""The invoice as data beside the invoice as the page shows it: what differs is said with both values, and nothing is merged."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.document import DocumentWarning
from extract.figure import Figure
from extract.invoices.electronic.reader import Electronic
from extract.records import Invoice, Record

#: Attribute path of a field, what it is called, and in Chinese.
_TEXTS = (
    ("number", "number", "发票号码"), ("code", "invoice code", "发票代码"), ("check_code", "check code", "校验码"),
    ("seller.tax_id", "seller's tax number", "销售方税号"), ("buyer.tax_id", "buyer's tax number", "购买方税号"),
)  # fmt: skip
_FIGURES = (("net", "net amount", "不含税金额"), ("tax", "tax", "税额"), ("total", "total", "价税合计"))
_PAGE = ("the page", "页面")


@dataclass(frozen=True, slots=True)
class _Difference:
    what: str
    what_zh: str
    stated: str
    shown: str


def joined(data: Sequence[Electronic], pages: Sequence[Record], *, has_pages: bool) -> tuple[list[Record], list[DocumentWarning]]:
    """The records of a document that holds `data` as well as what was read from its pages.

    The data is the invoice; the page's reading of the same invoice gives way to it once it has been compared. Without data of
    its own (copies alone), the page's reading stays and the copies are compared with it.
    """
    warnings: list[DocumentWarning] = []
    left = list(pages)
    originals = [one for one in data if not one.copied]
    copies = [one for one in data if one.copied]
    records: list[Record] = []
    for original in originals:
        records.append(original.invoice)
        page = _same(original.invoice, left, alone=len(originals) == 1)
        if page is not None:
            left.remove(page)
            warnings.extend(_said(original.invoice, page, _source(original), _PAGE, page.page, original.tax_ids))
        elif has_pages:
            text = "The invoice's data could not be compared with its page: no invoice was read there. Compare them by eye."
            text_zh = "未能将发票数据与页面核对：页面上没有读出发票。请人工核对。"
            warnings.append(DocumentWarning("electronic-page-not-compared", text, text_zh=text_zh))
    for copy in copies:
        invoices = [record for record in [*records, *left] if isinstance(record, Invoice)]
        witness = _same(copy.invoice, invoices, alone=len(invoices) == 1)
        if witness is not None:
            source = _source(originals[0]) if originals else _PAGE
            warnings.extend(_said(witness, copy.invoice, source, _source(copy), None, frozenset()))
    return [*records, *left], warnings


def _source(one: Electronic) -> tuple[str, str]:
    return (f"the file's “{one.name}”", f"文件中的“{one.name}”") if one.name else ("the data", "数据")


def _same(invoice: Invoice, records: Sequence[Record], *, alone: bool) -> Invoice | None:
    """The record that is the same invoice: by its number, or because there is no other."""
    shown = [record for record in records if isinstance(record, Invoice)]
    by_number = next((one for one in shown if one.number and _plain(one.number) == _plain(invoice.number or "")), None)
    return by_number or (shown[0] if alone and len(shown) == 1 else None)


def _said(
    invoice: Invoice,
    other: Invoice,
    stated_by: tuple[str, str],
    shown_by: tuple[str, str],
    page: int | None,
    tax_ids: frozenset[str],
) -> Iterator[DocumentWarning]:
    for difference in _differences(invoice, other, {_plain(number) for number in tax_ids}):
        text = (
            f"The {difference.what} is {difference.shown} on {shown_by[0]} and {difference.stated} in {stated_by[0]}. "
            "One of them was changed or misread: compare both with the invoice at its issuer."
        )
        text_zh = (
            f"{difference.what_zh}不一致：{shown_by[1]}为 {difference.shown}，{stated_by[1]}为 {difference.stated}。"
            "其中一处被改动或识读有误，请向开票方核对。"
        )
        yield DocumentWarning("electronic-invoice-differs", text, page, text_zh)


def _differences(invoice: Invoice, other: Invoice, tax_ids: set[str]) -> Iterator[_Difference]:
    for path, what, what_zh in _TEXTS:
        stated, shown = _value(invoice, path), _value(other, path)
        known = tax_ids if path.endswith("tax_id") else set()
        if stated and shown and _plain(shown) not in {_plain(stated), *known}:
            yield _Difference(what, what_zh, stated, shown)
    if invoice.date is not None and other.date is not None and invoice.date != other.date:
        yield _Difference("date", "开票日期", invoice.date.isoformat(), other.date.isoformat())
    for path, what, what_zh in _FIGURES:
        first, second = getattr(invoice, path), getattr(other, path)
        credit = "credit_note" in {invoice.kind, other.kind}
        if first is not None and second is not None and not _agree(first, second, unsigned=credit):
            yield _Difference(what, what_zh, _shown(first), _shown(second))


def _value(invoice: Invoice, path: str) -> str | None:
    value: object = invoice
    for step in path.split("."):
        value = getattr(value, step)
    return value if isinstance(value, str) else None


def _agree(stated: Figure, shown: Figure, *, unsigned: bool) -> bool:
    """Whether both say the same amount.   unsigned: of a credit note, which may be printed with a minus that its data does not have"""
    values = {shown.value, *(other.value for other in shown.alternatives)}
    return abs(stated.value) in {abs(value) for value in values} if unsigned else stated.value in values


def _shown(figure: Figure) -> str:
    return figure.printed or f"{figure.value:f}"


def _plain(text: str) -> str:
    return re.sub(r"[\W_]", "", text).upper()
