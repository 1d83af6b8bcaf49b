"""How one English invoice drawn by chance writes: its days, amounts, currency, and captions in one language or two."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from random import Random

from samples.papers.banks.texts import LONG_MONTHS, MONTHS
from samples.population.splits import Split

_SIGNS = {"GBP": "£", "USD": "$", "EUR": "€", "CNY": "¥"}
_BRITISH: Sequence[Callable[[date], str]] = (
    lambda day: f"{day:%d/%m/%Y}",
    lambda day: f"{day.day} {LONG_MONTHS[day.month - 1]} {day.year}",
    lambda day: f"{day.day:02d}-{MONTHS[day.month - 1]}-{day.year}",
    lambda day: f"{day:%Y-%m-%d}",
    lambda day: f"{day:%d.%m.%Y}",
    lambda day: f"{day.day} {MONTHS[day.month - 1]} {day:%y}",
    lambda day: f"{day:%d/%m/%y}",
)
_AMERICAN: Sequence[Callable[[date], str]] = (
    lambda day: f"{day:%m/%d/%Y}",
    lambda day: f"{LONG_MONTHS[day.month - 1]} {day.day}, {day.year}",
    lambda day: f"{day:%m-%d-%Y}",
    lambda day: f"{MONTHS[day.month - 1]} {day.day}, {day.year}",
    lambda day: f"{day:%m/%d/%y}",
)
#: What some issuers print behind, or above, a caption for readers of another language.
_GLOSSES: Mapping[str, Mapping[str, str]] = {
    "de": {"description": "Beschreibung", "quantity": "Menge", "price": "Einzelpreis", "line_net": "Betrag", "net": "Netto", "tax": "MwSt.",
           "total": "Gesamt", "number": "Rechnungsnr.", "date": "Datum", "buyer": "Kunde", "due": "Fällig", "code": "Artikel"},
    "zh": {"description": "品名", "quantity": "数量", "price": "单价", "line_net": "金额", "net": "小计", "tax": "税额", "total": "合计",
           "number": "发票号码", "date": "日期", "buyer": "客户", "due": "付款期限", "code": "货号"},
    "fr": {"description": "Désignation", "quantity": "Quantité", "price": "Prix unitaire", "line_net": "Montant", "net": "Total HT",
           "tax": "TVA", "total": "Total TTC", "number": "N° de facture", "date": "Date", "buyer": "Client", "due": "Échéance"},
    "es": {"description": "Descripción", "quantity": "Cantidad", "price": "Precio", "line_net": "Importe", "net": "Base imponible",
           "tax": "IVA", "total": "Total", "number": "Factura n.º", "date": "Fecha", "buyer": "Cliente", "due": "Vencimiento"},
}  # fmt: skip
_OF_SIDE: Mapping[Split, Sequence[str]] = {"develop": ("de", "zh"), "test": ("fr", "es")}
_ONES = (
    "Zero", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve", "Thirteen", "Fourteen",
    "Fifteen", "Sixteen", "Seventeen", "Eighteen", "Nineteen",
)  # fmt: skip
_TENS = ("", "", "Twenty", "Thirty", "Forty", "Fifty", "Sixty", "Seventy", "Eighty", "Ninety")


class Style:
    """Drawn once for a paper.

    currency   of its amounts   plain: whether amounts of lines print without it   comma: 1.234,50 and not 1,234.50
    """

    def __init__(self, source: Random, currency: str, said: Mapping[str, str], split: Split, *, american: bool, european: bool) -> None:
        self.currency, self.said = currency, said
        self.day = source.choice(_AMERICAN if american else _BRITISH)
        self.where = source.choice(("before", "before", "spaced", "code before", "code after", "none"))
        self.on_lines = source.random() < 0.2
        self.negative = source.choice(("minus", "minus", "brackets", "trailing", "CR", "dash"))
        self.marks = source.choice((".,", " ,", ".,")) if european and source.random() < 0.7 else ",."
        gloss = source.choice(_OF_SIDE[split]) if source.random() < 0.15 else ""
        self.glosses = _GLOSSES[gloss] if gloss and not (gloss == "zh" and self.marks != ",.") else {}
        self.glossed = source.choice((" / {}", " ({})", "\n{}", " {}"))

    def plain(self, value: Decimal) -> str:
        """An amount of a line."""
        return self.money(value) if self.on_lines else self._signed(self._size(value), value)

    def money(self, value: Decimal) -> str:
        """An amount of the totals."""
        size, sign = self._size(value), _SIGNS.get(self.currency, self.currency)
        shown = {"before": f"{sign}{size}", "spaced": f"{sign} {size}", "code before": f"{self.currency} {size}",
                 "code after": f"{size} {self.currency}"}.get(self.where, size)  # fmt: skip
        return self._signed(shown, value)

    def size(self, value: Decimal) -> str:
        """A number that is no money, with the same marks."""
        return self._size(value)

    def _size(self, value: Decimal) -> str:
        text = f"{abs(value):,f}"
        return text.translate(str.maketrans(",.", self.marks)) if self.marks != ",." else text

    def _signed(self, shown: str, value: Decimal) -> str:
        if value >= 0:
            return shown
        return {"minus": f"-{shown}", "dash": f"\u2212{shown}", "brackets": f"({shown})", "CR": f"{shown} CR"}.get(
            self.negative, f"{shown}-"
        )

    def caption(self, role: str, text: str | None = None) -> str:
        """The caption, with its gloss."""
        own = self.said[role] if text is None else text
        other = self.glosses.get(role)
        return own + self.glossed.format(other) if other else own

    def beside(self, role: str, text: str | None = None) -> str:
        """The same on one line."""
        return self.caption(role, text).replace("\n", " ")


def in_words(value: Decimal, currency: str) -> str:
    """1234.50 GBP as One Thousand Two Hundred and Thirty-Four Pounds and 50/100."""
    whole, part = divmod(int(abs(value) * 100), 100)
    unit = {"GBP": "Pounds", "USD": "Dollars", "EUR": "Euros"}.get(currency, currency)
    return f"{_counted(whole)} {unit} and {part:02d}/100"


def _counted(number: int) -> str:
    if number < 20:
        return _ONES[number]
    if number < 100:
        return _TENS[number // 10] + (f"-{_ONES[number % 10]}" if number % 10 else "")
    if number < 1000:
        rest = f" and {_counted(number % 100)}" if number % 100 else ""
        return f"{_ONES[number // 100]} Hundred{rest}"
    for size, name in ((10**9, "Billion"), (10**6, "Million"), (1000, "Thousand")):
        if number >= size:
            rest = f" {_counted(number % size)}" if number % size else ""
            return f"{_counted(number // size)} {name}{rest}"
    raise AssertionError("not reached")
