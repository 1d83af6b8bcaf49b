"""XML to invoices: every field by the standard's paths, every figure with its path."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from extract import capital
from extract.dates import find_dates
from extract.document import DocumentWarning
from extract.figure import Figure
from extract.invoices.electronic.catalogue import standard_of
from extract.invoices.electronic.standard import NEEDED, ElectronicField, Standard
from extract.invoices.electronic.tree import Branch, tree_of
from extract.invoices.printed import category_of
from extract.money import UNKNOWN_CURRENCY
from extract.numerals import MAX_DIGITS, Numeral
from extract.page import Markup
from extract.place import Place
from extract.records import Invoice, InvoiceKind, InvoiceLine, Party, RateTotal
from extract.series import FigureSeries

#: What XML Schema calls a decimal; the Chinese platforms print a sign of the currency in copied texts.
_DECIMAL = re.compile(r"[¥￥]?\s*(?P<number>[+-]?(?:\d+(?:\.\d*)?|\.\d+))")
#: A file states what it states; nothing was recognised.
_CERTAIN = 1.0
_SAID = {"number": ("number", "发票号码"), "date": ("date", "开票日期"), "total": ("total", "价税合计")}


@dataclass(frozen=True, slots=True)
class Electronic:
    """One invoice as data.

    name      of the file it was read from, "" for the document itself
    copied    see Standard
    tax_ids   every tax number of either party: a German firm has two, and a page may print the other one
    """

    name: str
    invoice: Invoice
    copied: bool
    tax_ids: frozenset[str]


def read(sha256: str, markups: Sequence[Markup], series: FigureSeries) -> tuple[list[Electronic], list[DocumentWarning]]:
    """The invoices in `markups` and what is odd about them."""
    found: list[Electronic] = []
    warnings: list[DocumentWarning] = []
    for markup in markups:
        standard = standard_of(markup)
        if standard is None:
            warnings.append(_unknown(markup))
            continue
        # Copies are only compared: their figures get no ids in the document's own series.
        own = FigureSeries(sha256) if standard.copied else series
        reading = _Reading(sha256, markup, standard, own, warnings)
        found.append(Electronic(markup.name, reading.invoice(), standard.copied, reading.tax_ids()))
    return found, warnings


def _unknown(markup: Markup) -> DocumentWarning:
    if markup.name:
        text = f"The embedded file “{markup.name}” is XML, but no invoice in a standard that is read; it was left out."
        text_zh = f"内嵌文件“{markup.name}”是 XML，但不是可读取标准的发票，未使用。"
        return DocumentWarning("attachments-left-out", text, text_zh=text_zh)
    text = f"It is XML (“{markup.root[:60]}”), but no invoice in a standard that is read. Print it to PDF and send that."
    text_zh = f"文件是 XML（“{markup.root[:60]}”），但不是可读取标准的发票。请打印为 PDF 后发送。"
    return DocumentWarning("xml-unknown", text, text_zh=text_zh)


@dataclass(slots=True)
class _Reading:
    """The making of one invoice."""

    sha256: str
    markup: Markup
    standard: Standard
    series: FigureSeries
    warnings: list[DocumentWarning]

    def invoice(self) -> Invoice:
        root, standard = tree_of(self.markup), self.standard
        currency = self._currency(root)
        total = self._figure(self._at(root, "total"), currency)
        written = self._written(self._at(root, "written"), currency)
        made = Invoice(
            kind=self._kind(root, total), number=self._text(root, "number"), code=self._text(root, "code"),
            check_code=_unspaced(self._text(root, "check_code")), date=self._day(root, "date"), due=self._day(root, "due"),
            seller=self._party(root, "seller_name", "seller_tax_id", standard.seller_address),
            buyer=self._party(root, "buyer_name", "buyer_tax_id", standard.buyer_address),
            currency=currency, net=self._figure(self._at(root, "net"), currency), tax=self._figure(self._tax(root, currency), currency),
            total=total, lines=self._lines(root, currency), rates=self._rates(root, currency), written=written, qr=self._text(root, "qr"),
            electronic=standard.name,
        )  # fmt: skip
        lacking = [name for name in sorted(NEEDED) if getattr(made, name) is None]
        if lacking and not standard.copied:
            text = f"The invoice's data has no readable {', '.join(_SAID[name][0] for name in lacking)}. Ask its issuer for a complete one."
            text_zh = f"发票数据中没有可读取的{'、'.join(_SAID[name][1] for name in lacking)}。请向开票方索取完整的文件。"
            self.warnings.append(DocumentWarning("electronic-invoice-incomplete", text, text_zh=text_zh))
        return made

    def tax_ids(self) -> frozenset[str]:
        root = tree_of(self.markup)
        paths = (*self.standard.fields.get("seller_tax_id", ()), *self.standard.fields.get("buyer_tax_id", ()))
        return frozenset(_unspaced(branch.text) or "" for path in paths for branch in root.find(path))

    def _at(self, root: Branch, name: ElectronicField) -> Branch | None:
        return root.first(*self.standard.fields.get(name, ()))

    def _text(self, root: Branch, name: ElectronicField) -> str | None:
        found = self._at(root, name)
        return found.text if found is not None else None

    def _party(self, root: Branch, name: ElectronicField, tax_id: ElectronicField, address: Sequence[str]) -> Party:
        return Party(self._text(root, name), _unspaced(self._text(root, tax_id)), _joined(root, address))

    def _tax(self, root: Branch, currency: str) -> Branch | None:
        """The tax in the invoice's currency: it may be stated in the tax office's too."""
        found = [branch for path in self.standard.fields.get("tax", ()) for branch in root.find(path) if branch.text]
        own = (branch for branch in found if any(mark.text == currency for mark in branch.find("@currencyID")))
        return next(own, None) or next(iter(found), None)

    def _currency(self, root: Branch) -> str:
        stated = (self._text(root, "currency") or self.standard.currency or "").upper()
        if re.fullmatch(r"[A-Z]{3}", stated):
            return stated
        text, text_zh = "The invoice states no currency; none is assumed. Check it.", "发票没有标明币种，未作假定。请核对。"
        self.warnings.append(DocumentWarning("currency-missing", text, text_zh=text_zh))
        return UNKNOWN_CURRENCY

    def _kind(self, root: Branch, total: Figure | None) -> InvoiceKind:
        code = self._text(root, "kind")
        # A Chinese red-letter invoice has no kind of its own: its amounts are negative.
        red = self.standard.currency == "CNY" and total is not None and total.value < 0
        return "credit_note" if red or code in self.standard.credit else self.standard.kind

    def _day(self, root: Branch, name: ElectronicField) -> date | None:
        text = self._text(root, name)
        if text is None:
            return None
        whole = re.match(r"(\d{4})-?(\d{2})-?(\d{2})(?!\d)", text)
        if whole is not None:
            try:
                return date(*(int(part) for part in whole.groups()))
            except ValueError:
                return None
        return next(iter(find_dates(text)), None)

    def _lines(self, root: Branch, currency: str) -> tuple[InvoiceLine, ...]:
        if not self.standard.lines:
            return ()
        made = []
        for line in root.find(self.standard.lines):
            at = {name: line.first(*paths) for name, paths in self.standard.line_fields.items()}
            counted = self._number(at.get("quantity"))
            # A price for a hundred pieces is not the price of one, and the one is written nowhere.
            per = self._number(at.get("price_quantity"))
            price = self._figure(at.get("unit_price"), currency) if per is None or per.value == 1 else None
            described = at.get("description")
            unit, rate = at.get("unit"), at.get("tax_rate")
            description = described.text if described is not None else ""
            made.append(
                InvoiceLine(
                    description=description, category=category_of(description), quantity=counted.value if counted is not None else None,
                    unit=unit.text if unit is not None else None, unit_price=price, net=self._figure(at.get("net"), currency),
                    tax_rate=self._share(rate), tax=self._figure(at.get("tax"), currency),
                )
            )  # fmt: skip
        return tuple(made)

    def _rates(self, root: Branch, currency: str) -> tuple[RateTotal, ...]:
        if not self.standard.rates:
            return ()
        made = []
        for part in root.find(self.standard.rates):
            at = {name: part.first(*paths) for name, paths in self.standard.rate_fields.items()}
            rate, net, tax = self._share(at.get("rate")), self._figure(at.get("net"), currency), self._figure(at.get("tax"), currency)
            if net is not None or tax is not None:
                made.append(RateTotal(rate=rate, net=net, tax=tax))
        return tuple(made)

    def _share(self, branch: Branch | None) -> Decimal | None:
        """A rate as a share of one; None for words (免税: exempt)."""
        if branch is None:
            return None
        text = branch.text.strip()
        match = _DECIMAL.fullmatch(text.removesuffix("%").strip())
        if match is None or len(match["number"]) > MAX_DIGITS:
            return None
        value = Decimal(match["number"])
        return value / 100 if self.standard.percent or text.endswith("%") else value

    def _number(self, branch: Branch | None) -> Numeral | None:
        if branch is None or not branch.text:
            return None
        match = _DECIMAL.fullmatch(branch.text)
        digits = match["number"] if match is not None else ""
        if match is None or len(digits) > 2 * MAX_DIGITS:
            text = f"“{branch.text[:40]}” in the invoice's data ({branch.path[-120:]}) is no number and was not read."
            text_zh = f"发票数据中的“{branch.text[:40]}”（{branch.path[-120:]}）不是数字，未读取。"
            self.warnings.append(DocumentWarning("xml-figure-unclear", text, text_zh=text_zh))
            return None
        return Numeral(Decimal(digits), Decimal(1).scaleb(-len(digits.partition(".")[2])))

    def _figure(self, branch: Branch | None, currency: str) -> Figure | None:
        numeral = self._number(branch)
        if branch is None or numeral is None:
            return None
        return self.series.figure(branch.text, numeral, self._place(branch), currency=currency, confidence=_CERTAIN)

    def _written(self, branch: Branch | None, currency: str) -> Figure | None:
        """The total in capital numerals."""
        amount = capital.value(branch.text) if branch is not None else None
        if branch is None or amount is None:
            return None
        return self.series.figure(
            branch.text, Numeral(amount, Decimal("0.01")), self._place(branch), currency=currency, confidence=_CERTAIN
        )

    def _place(self, branch: Branch) -> Place:
        return Place(sha256=self.sha256, path=f"{self.markup.name}:{branch.path}" if self.markup.name else branch.path)


def _joined(root: Branch, paths: Sequence[str]) -> str | None:
    parts = [branch.text for path in paths for branch in root.find(path) if branch.text]
    return ", ".join(parts) or None


def _unspaced(text: str | None) -> str | None:
    return re.sub(r"[\s.]", "", text) if text else None
