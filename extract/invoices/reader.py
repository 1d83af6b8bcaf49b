"""Rows of a paper, workbook or delimited file to invoices, receipts and credit notes.

The steps: know the layout, part the pages by invoice number, find the captioned fields, choose the net, tax and total that add
up, then put every printed amount into a figure.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from extract.document import DocumentWarning
from extract.figure import Figure
from extract.invoices import generic
from extract.invoices.amounts import Candidate, Chosen, candidates_of, choose
from extract.invoices.captions import Captioned, find_captions, names_of
from extract.invoices.catalogue import layouts
from extract.invoices.items import Item, find_item_header, items_of
from extract.invoices.layout import Field, InvoiceLayout
from extract.invoices.particulars import Written, check_code_of, code_of, day_of, month_first, number_of, written_of
from extract.invoices.parties import parties_of
from extract.invoices.printed import amount_in, category_of, currency_of
from extract.invoices.qr import differences, invoice_code, with_reading
from extract.invoices.rows import rejoined
from extract.money import UNKNOWN_CURRENCY
from extract.numerals import DecimalMark, Numeral, show
from extract.records import Invoice, InvoiceKind, InvoiceLine
from extract.series import TEXT_LAYER_CONFIDENCE, FigureSeries
from extract.tables.lines import Chunk, Row

_TITLE = re.compile(
    r"\b(?:tax |vat |sales |commercial )?invoice\b|rechnung\b|\bfactuur\b|\bfacture\b|\bfattura\b|发票|\breceipt\b|credit (?:note|memo)",
    re.IGNORECASE,
)
_CREDIT = re.compile(r"credit (?:note|memo)\b|红字|销项负数|stornorechnung|rechnungskorrektur|creditnota|avoir\b", re.IGNORECASE)
_NOT_AN_INVOICE = ("balancesheet", "资产负债表", "利润表", "现金流量表", "statementofaccount", "对账单", "purchaseorder", "quotation",
                   "profitandloss", "incomestatement", "remittanceadvice", "balancebroughtforward", "sortcode",
                   "申报表", "对方户名", "交易明细")  # fmt: skip


def recognises(rows: Sequence[Row]) -> float:
    """How much speaks for an invoice or receipt, 0 to 1: its title, a number, a date, captioned totals that add up."""
    if not rows:
        return 0.0
    text = _squeezed(rows)
    layout = _layout_of(text)
    names = names_of(layout)
    rows = rejoined(rows, names)
    captions = find_captions(rows, names)
    found = candidates_of(rows, names, layout.decimal)
    evidence = 0.0
    evidence += 0.35 if any(_TITLE.search(row.text) for row in rows[:30]) else 0.0
    evidence += 0.2 if number_of(captions, rows, names, layout)[0] is not None else 0.0
    evidence += 0.1 if found["total"] or found["payable"] else 0.0
    evidence += 0.1 if found["tax"] else 0.0
    evidence += 0.15 if choose(found).proven else 0.0
    evidence += 0.1 if find_item_header(rows, layout) is not None else 0.0
    evidence += 0.1 if any(item.field == "buyer" for item in captions) else 0.0
    opening = text[:3000]
    if any(word in opening for word in _NOT_AN_INVOICE):
        evidence -= 0.5
    return max(0.0, min(1.0, round(evidence, 2)))


def read(
    sha256: str, rows: Sequence[Row], series: FigureSeries, codes: Mapping[int, Sequence[str]] | None = None
) -> tuple[list[Invoice], list[DocumentWarning]]:
    """Every invoice in `rows`, and what is odd about them. Pages without a number of their own belong to the one before.

    codes   what the QR codes of each page say
    """
    invoices: list[Invoice] = []
    warnings: list[DocumentWarning] = []
    for part in _parts(rows):
        layout = _layout_of(_squeezed(part))
        american = month_first(part) if not layout.alone else None
        if american is not None:
            layout = replace(layout, day_first=not american)
        invoice, odd = _InvoiceReading(sha256, rejoined(part, names_of(layout)), series, layout).invoice()
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


def _layout_of(text: str) -> InvoiceLayout:
    return next((layout for layout in layouts() if layout.matches(text)), generic.LAYOUT)


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
        layout = _layout_of(_squeezed(page))
        names = names_of(layout)
        number = number_of(find_captions(page, names), page, names, layout)[0]
        if not parts or (number is not None and known is not None and number != known and _totalled(parts[-1])):
            parts.append([])
            known = None
        known = known or number
        parts[-1].extend(page)
    return parts


def _totalled(rows: Sequence[Row]) -> bool:
    layout = _layout_of(_squeezed(rows))
    return bool(candidates_of(rows, names_of(layout), layout.decimal)["total"])


@dataclass(slots=True)
class _InvoiceReading:
    """The making of one invoice."""

    sha256: str
    rows: Sequence[Row]
    series: FigureSeries
    layout: InvoiceLayout

    def invoice(self) -> tuple[Invoice | None, list[DocumentWarning]]:
        names = names_of(self.layout)
        captions = find_captions(self.rows, names)
        decimal = self.layout.decimal if self._decimal_fits() else None
        number, titled = number_of(captions, self.rows, names, self.layout)
        written = written_of(self.rows)
        found = candidates_of(self.rows, names, decimal)
        self._add_chinese_totals(found, decimal)
        chosen = choose(found, written.value if written is not None else None)
        if chosen.total is None and number is None:
            return None, []
        currency, warnings = self._currency(captions)
        if written is not None and chosen.total is not None and abs(chosen.total.value) != abs(written.value):
            text = (
                f"The total in figures is {chosen.total.text}, in capital numerals it is {show(written.value)}. "
                "Compare both with the paper: one of them was misread or altered."
            )
            text_zh = f"小写合计为 {chosen.total.text}，大写合计为 {show(written.value)}。请与原件核对两处：其中一处识读有误或被改动。"
            warnings.append(DocumentWarning("capital-numerals-differ", text, chosen.total.row.page, text_zh))
        seller, buyer = parties_of(self.rows, self.layout, names)
        lines = tuple(self._line(item, currency) for item in items_of(self.rows, self.layout, names, decimal))
        net, total = self._candidate(chosen.net, currency), self._candidate(chosen.total, currency)
        tax = self._tax(chosen, currency)
        made = Invoice(
            kind=self._kind(chosen), number=number, date=titled or day_of("date", captions, self.rows, names, self.layout),
            due=day_of("due", captions, self.rows, names, self.layout),
            seller=seller, buyer=buyer, currency=currency, net=net, tax=tax, total=total, lines=lines, page=self.rows[0].page,
            code=code_of(captions, self.rows, names), check_code=check_code_of(captions, self.rows, names),
            written=self._written_figure(written, currency),
        )  # fmt: skip
        return made, warnings

    def _decimal_fits(self) -> bool:
        """Whether the paper's cents are parted by the mark that its language uses."""
        other = "," if self.layout.decimal == "." else "."
        text = " ".join(row.text for row in self.rows)
        own = len(re.findall(rf"\d{re.escape(self.layout.decimal or '.')}\d\d(?!\d)", text))
        return own >= len(re.findall(rf"\d{re.escape(other)}\d\d(?!\d)", text))

    def _add_chinese_totals(self, found: dict[Field, list[Candidate]], decimal: DecimalMark | None) -> None:
        """The row 合计 of a Chinese invoice prints net and tax, in this order, under their columns."""
        if not self.layout.paired:
            return
        for index, row in enumerate(self.rows):
            if not re.match(r"合\s*(?:计|[￥¥])", re.sub(r"^[^\u4e00-\u9fff]*", "", row.text)):
                continue
            printed = [(chunk, numeral) for chunk in row.chunks if (numeral := amount_in(chunk.text, decimal)) is not None]
            for field, (chunk, numeral) in zip(("net", "tax"), printed[-2:], strict=False):
                key: Field = "net" if field == "net" else "tax"
                found[key].append(Candidate(chunk.text, numeral, chunk, row, 5.0, index))

    def _currency(self, captions: Sequence[Captioned]) -> tuple[str, list[DocumentWarning]]:
        stated = [item.value or self._right_of(item) for item in captions if item.field == "currency"]
        named = next((code for text in stated if (code := currency_of(text))), None)
        found = named or currency_of(" ".join(row.text for row in self.rows)) or self.layout.currency
        if found is not None:
            return found, []
        text, text_zh = "The invoice prints no currency; none is assumed. Check it.", "发票没有印明币种，未作假定。请核对。"
        return UNKNOWN_CURRENCY, [DocumentWarning("currency-missing", text, self.rows[0].page, text_zh)]

    def _right_of(self, item: Captioned) -> str:
        return " ".join(chunk.text for chunk in self.rows[item.row].chunks[item.position + 1 : item.position + 2])

    def _kind(self, chosen: Chosen) -> InvoiceKind:
        opening = " ".join(row.text for row in self.rows[:30])
        if self.layout.kind == "receipt":
            return "receipt"
        if _CREDIT.search(opening) or (chosen.total is not None and chosen.total.value < 0 and self.layout.paired):
            return "credit_note"
        return "invoice"

    def _candidate(self, candidate: Candidate | None, currency: str) -> Figure | None:
        if candidate is None:
            return None
        return self._figure(candidate.text, candidate.numeral, candidate.chunk, candidate.row, currency)

    def _tax(self, chosen: Chosen, currency: str) -> Figure | None:
        """The printed tax; where each rate is printed by itself, their sum with them as operands."""
        figures = tuple(figure for item in chosen.taxes if (figure := self._candidate(item, currency)) is not None)
        if len(figures) > 1:
            return self.series.derived(sum((figure.value for figure in figures), Decimal(0)), figures, currency=currency)
        return figures[0] if figures else None

    def _line(self, item: Item, currency: str) -> InvoiceLine:
        def printed(role: str) -> Figure | None:
            cell = next((value for key, value in item.cells.items() if key == role), None)
            return self._figure(cell[1].text, cell[0], cell[1], cell[2], currency) if cell else None

        description = " ".join(item.description)
        return InvoiceLine(
            description=description, quantity=item.quantity, unit_price=printed("unit_price"), net=printed("net"),
            tax_rate=item.tax_rate, tax=printed("tax"), category=category_of(description), unit=item.unit,
        )  # fmt: skip

    def _written_figure(self, written: Written | None, currency: str) -> Figure | None:
        if written is None:
            return None
        return self._figure(written.text, Numeral(written.value, Decimal("0.01")), written.chunk, written.row, currency)

    def _figure(self, text: str, numeral: Numeral, chunk: Chunk, row: Row, currency: str) -> Figure:
        others = chunk.others if row.recognised and text == chunk.text else ()
        confidence = chunk.confidence if row.recognised else TEXT_LAYER_CONFIDENCE
        return self.series.figure(
            text, numeral, chunk.place(self.sha256, row.page), currency=currency, confidence=confidence, others=others
        )
