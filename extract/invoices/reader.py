"""Rows of a paper, workbook or delimited file to invoices, receipts and credit notes.

The steps: know the layout, part the pages by invoice number, find the captioned fields, choose the net, tax and total that add
up, then put every printed amount into a figure.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from extract.document import DocumentWarning
from extract.invoice_code import invoice_code
from extract.invoices.amounts import candidates_of
from extract.invoices.captions import find_captions, names_of
from extract.invoices.catalogue import layout_of
from extract.invoices.making import Making, sums_of
from extract.invoices.particulars import day_of, month_first, number_of
from extract.invoices.qr import differences, with_reading
from extract.invoices.roles import column_role
from extract.invoices.rows import rejoined
from extract.records import Invoice
from extract.series import FigureSeries
from extract.tables.lines import Row

_TITLE = re.compile(
    r"\b(?:tax |vat |sales |commercial )?invoice\b|rechnung\b|\bfactuur\b|\bfacture\b|\bfattura\b|发票|\breceipt\b|credit (?:note|memo)",
    re.IGNORECASE,
)
#: Titles that are common words, so that they must stand by themselves.
_NAME = re.compile(
    r"\W*(?:cash sale|cash bill|bill|sales? (?:slip|docket|credit)|pro-?\s?forma(?: bill)?|debit note|fee note)\W*", re.IGNORECASE
)
_NOT_AN_INVOICE = ("balancesheet", "资产负债表", "利润表", "现金流量表", "statementofaccount", "对账单", "purchaseorder", "quotation",
                   "profitandloss", "incomestatement", "remittanceadvice",
                   "申报表", "对方户名", "交易明细")  # fmt: skip
#: Rows of a head, and of a foot, that are looked at to know an invoice.
_ENOUGH = 300


def recognises(rows: Sequence[Row]) -> float:
    """How much speaks for an invoice or receipt, 0 to 1: its title, a number, a date, captioned totals that add up."""
    if not rows:
        return 0.0
    if len(rows) > 2 * _ENOUGH:  # a long list: its head and its foot tell
        rows = [*rows[:_ENOUGH], *rows[-_ENOUGH:]]
    text = _squeezed(rows)
    layout = layout_of(text)
    names = names_of(layout)
    rows = rejoined(rows, names, glossed=layout.english)
    captions = find_captions(rows, names)
    sums = sums_of(rows, layout, names)
    fields = sums.found.fields
    evidence = 0.0
    titled = any(_TITLE.search(row.text) or any(_NAME.fullmatch(chunk.text) for chunk in row.chunks) for row in rows[:30])
    evidence += 0.35 if titled else 0.0
    evidence += 0.2 if number_of(captions, rows, names, layout)[0] is not None else 0.0
    evidence += 0.1 if fields["total"] or fields["payable"] else 0.0
    evidence += 0.1 if fields["tax"] else 0.0
    evidence += 0.15 if sums.chosen.proven else 0.0
    evidence += 0.1 if sums.items else 0.0
    evidence += 0.1 if any(item.field == "buyer" for item in captions) else 0.0
    opening = text[:3000]
    if layout.kind == "receipt" and sums.chosen.total is not None:  # a till slip has no title, and proves itself
        evidence += 0.2 if id(sums.chosen.total.chunk) in sums.chosen.sure else 0.0
        evidence += 0.1 if day_of("date", captions, rows, names, layout) is not None else 0.0
    if any(word in opening for word in _NOT_AN_INVOICE) or (
        ("sortcode" in opening or "balancebroughtforward" in opening) and not (titled and sums.chosen.total)
    ):
        evidence -= 0.5
    if any(_lists_invoices(row) for row in rows[:20]):
        evidence -= 0.6
    return max(0.0, min(1.0, round(evidence, 2)))


_LISTED = re.compile(
    r"(?:(?P<number>(?:数电票|数电发票)?发票号码?|inv(?:oice)?\.? ?(?:no|number|num|#|ref)\.?|(?:our|supplier|customer) ref)|"
    r"(?P<day>开票日期|(?:invoice |inv |issue |due )?date|日期)|"
    r"(?P<party>(?:购买?方|销售?方|客户|供应商|销方|购方)(?:名称)?|(?:customer|supplier|client|vendor|account)(?: name)?))",
    re.IGNORECASE,
)


def _lists_invoices(row: Row) -> bool:
    """Whether a row is the head of a list of invoices: a number, a day and a firm for each line, with amounts behind them."""
    named = {match.lastgroup for chunk in row.chunks if (match := _LISTED.fullmatch(chunk.text.strip()))}
    return len(named) >= 2 and "party" in named and sum(column_role(chunk.text) in {"net", "gross", "tax"} for chunk in row.chunks) >= 2


def read(
    sha256: str, rows: Sequence[Row], series: FigureSeries, codes: Mapping[int, Sequence[str]] | None = None
) -> tuple[list[Invoice], list[DocumentWarning]]:
    """Every invoice in `rows`, and what is odd about them. Pages without a number of their own belong to the one before.

    codes   what the QR codes of each page say
    """
    invoices: list[Invoice] = []
    warnings: list[DocumentWarning] = []
    for part in _parts(rows):
        layout = layout_of(_squeezed(part))
        american = month_first(part) if not layout.alone else None
        if american is not None:
            layout = replace(layout, day_first=not american)
        invoice, odd = Making(sha256, rejoined(part, names_of(layout), glossed=layout.english), series, layout).invoice()
        if invoice is not None:
            invoice, coded = _coded(invoice, [text for page in {row.page for row in part} for text in (codes or {}).get(page or 0, ())])
            invoices.append(invoice)
            warnings.extend((*odd, *coded))
    return invoices, warnings


def _coded(invoice: Invoice, texts: Sequence[str]) -> tuple[Invoice, list[DocumentWarning]]:
    """The invoice with its QR code and what that says otherwise. Of several codes the one with its number counts."""
    known = [code for text in texts if (code := invoice_code(text)) is not None]
    if not known:
        return invoice, []
    code = next((one for one in known if one.number == invoice.number), known[0])
    return with_reading(code, replace(invoice, qr=code.text)), list(differences(code, invoice))


def _squeezed(rows: Sequence[Row]) -> str:
    return re.sub(r"\s", "", "".join(row.text for row in rows)).lower()


def _parts(rows: Sequence[Row]) -> list[list[Row]]:
    """The rows of each invoice: a page that prints another number begins another invoice."""
    pages: list[list[Row]] = []
    for row in rows:
        fresh = row.page is None and pages and pages[-1][-1].page is None and row.number <= pages[-1][-1].number
        if not pages or pages[-1][-1].page != row.page or fresh:
            pages.append([])
        pages[-1].append(row)
    parts: list[list[Row]] = []
    known: str | None = None
    for page in pages:
        layout = layout_of(_squeezed(page))
        names = names_of(layout)
        number = number_of(find_captions(page, names), page, names, layout)[0]
        if not parts or (number is not None and known is not None and number != known and _totalled(parts[-1])):
            parts.append([])
            known = None
        known = known or number
        parts[-1].extend(page)
    return parts


def _totalled(rows: Sequence[Row]) -> bool:
    layout = layout_of(_squeezed(rows))
    return bool(candidates_of(rows, names_of(layout), layout.decimal).fields["total"])
