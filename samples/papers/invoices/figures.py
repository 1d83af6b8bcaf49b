"""The figures of an invoice as entries."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from samples.papers.paper import Entry, grouped, main_units
from samples.records.record import Invoice, InvoiceLine

Show = Callable[[Decimal], str]
#: A line with its number in the record, from 1.
Numbered = tuple[int, InvoiceLine]


@dataclass(frozen=True, slots=True)
class Figures:
    """Makes the entries of one invoice.   show: how amounts print

    Fields that the record has not: "quantity" and "price" (as the line has them as text), "line_total" (a line with its tax),
    "rate_net" and "rate_tax" (sums of one rate; item: the rate's place), "home_tax" (tax at the stated exchange rate).
    """

    record: Invoice
    show: Show = grouped

    def entry(self, label: str, value: Decimal, printed: str, field: str, item: int | None = None) -> Entry:
        return Entry(label=label, concept=None, period=self.record.day, span="day", value=value, printed=printed, field=field, item=item)

    def _amount(self, label: str, minor: int, field: str, item: int | None, show: Show | None) -> Entry:
        value = main_units(minor)
        return self.entry(label, value, (show or self.show)(value), field, item)

    def line_net(self, row: Numbered, show: Show | None = None) -> Entry:
        return self._amount(row[1].description, row[1].net, "line_net", row[0], show)

    def line_tax(self, row: Numbered, show: Show | None = None) -> Entry:
        return self._amount(row[1].description, row[1].tax, "line_tax", row[0], show)

    def line_total(self, row: Numbered, show: Show | None = None) -> Entry:
        return self._amount(row[1].description, row[1].net + row[1].tax, "line_total", row[0], show)

    def quantity(self, row: Numbered) -> Entry | None:
        """As the line has it; None for a line without one."""
        text = row[1].quantity
        return self.entry(row[1].description, Decimal(text), text, "quantity", row[0]) if text else None

    def price(self, row: Numbered, show: Show | None = None) -> Entry | None:
        """As the line has it, with every place; None for a line without one."""
        text = row[1].price
        return self.entry(row[1].description, Decimal(text), show(Decimal(text)) if show else text, "price", row[0]) if text else None

    def net(self, label: str, show: Show | None = None) -> Entry:
        return self._amount(label, self.record.net, "net", None, show)

    def tax(self, label: str, show: Show | None = None) -> Entry:
        return self._amount(label, self.record.tax, "tax", None, show)

    def total(self, label: str, show: Show | None = None) -> Entry:
        return self._amount(label, self.record.total, "total", None, show)

    def capital(self, label: str, printed: str) -> Entry:
        return self.entry(label, main_units(self.record.capital), printed, "capital")

    def of_rate(self, label: str, rate: str, field: str, item: int) -> Entry:
        """What the lines at `rate` add up to: "rate_net" or "rate_tax"."""
        lines = [line for line in self.record.lines if line.rate == rate]
        minor = sum(line.tax if field == "rate_tax" else line.net for line in lines)
        return self._amount(label, minor, field, item, None)

    def home_tax(self, label: str, show: Show) -> Entry:
        """The tax at the exchange rate on the invoice, to the penny."""
        value = (main_units(self.record.tax) * Decimal(self.record.exchange_rate)).quantize(Decimal("0.01"), ROUND_HALF_UP)
        return self.entry(label, value, show(value), "home_tax")


def numbered(record: Invoice) -> list[Numbered]:
    return list(enumerate(record.lines, start=1))


def percent(rate: str) -> str:
    """ "0.13" as 13%."""
    return f"{(Decimal(rate) * 100).normalize():f}%"


def rates(record: Invoice) -> list[str]:
    """The rates on the invoice, highest first."""
    return sorted({line.rate for line in record.lines}, key=Decimal, reverse=True)
