"""F04 总额法虚增: pass-through trade shown as the firm's own sales.

What is done
    Deals through the firm in the last financial year: bought from one made-up supplier, sold the same day to one made-up
    buyer, at a margin of 0 to 1 %. Its money passes through the bank the same day (at care 2 within two days), so all
    versions of the books have it.
Strength
    Value of the deals over true net sales of the year.
Care
    0   no margin at all, no tax, no invoices;   1   margin up to 1 %, with VAT;   2   with invoices both ways, the payments
        up to two days apart
Traces
    Sales jump and the gross margin falls towards nothing; money in and out in equal sums on the same day; invoices one to
    one.
"""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from samples.books.journal import VIEWS, Deal, Entry, Ledgers
from samples.case import Dose, Drawn, Intervention
from samples.fabrication.accomplices import distinct, joined
from samples.fabrication.laying import laid
from samples.fabrication.periods import Period, last_year, month_before, months_of, net_sales
from samples.fabrication.purse import fullest
from samples.fabrication.settling import settled
from samples.fabrication.trade import cheaper, days_in, deal, lines, parts, purchase_entry, sale_entry
from samples.firms import calendar
from samples.firms.firm import Firm


def _books(ledgers: Ledgers, source: Random, dose: Dose) -> tuple[Ledgers, Drawn] | None:
    firm, year = ledgers.firm, last_year(ledgers)
    target = round(net_sales(ledgers.entries("actual"), year) * dose.strength)
    if target <= 0:
        return None
    months = source.randint(4, 9)
    period = Period(max(year.first, month_before(year.last, months - 1)), year.last)
    buyer = distinct(firm, source, "F04-buyer", "helper", 1)[0]
    supplier = distinct(joined(ledgers, buyer).firm, source, "F04-supplier", "helper", 1)[0]
    account = fullest(ledgers)
    entries: list[Entry] = []
    deals: list[Deal] = []
    count = max(3, min(24, 2 * len(months_of(period))))
    for number, (day, part) in enumerate(zip(days_in(firm, source, *period, count), parts(source, target, count), strict=True), start=1):
        passed = _Passed(firm, source, dose, number, calendar.on_or_before(day, firm.country), part, account)
        deals += passed.deals(buyer.id, supplier.id)
        entries += passed.entries()
    value = -sum(amount for entry in entries for name, amount in entry.postings if name == "sales")
    done = laid(joined(ledgers, buyer, supplier), "F04", VIEWS, added=entries, deals=deals)
    return settled(ledgers, done, "F04", stated=dose.care > 0), {
        "start": period.first,
        "months": months,
        "buyer": buyer.name,
        "supplier": supplier.name,
        "deals": count,
        "value": value,
        "rows": tuple(entry.id for entry in entries if entry.flow),
    }


class _Passed:
    """One deal that passes through."""

    def __init__(self, firm: Firm, source: Random, dose: Dose, number: int, day: date, net: int, account: str) -> None:
        self.firm, self.source, self.care, self.number, self.day, self.account = firm, source, dose.care, number, day, account
        rate = firm.profile.vat_rate if dose.care else 0.0
        self.sold = lines(firm, source, net, rate)
        margin = source.uniform(0, 0.01) if dose.care else 0.0
        self.bought = tuple(cheaper(line, margin) for line in self.sold)

    def deals(self, buyer: str, supplier: str) -> tuple[Deal, Deal]:
        invoiced = self.care == 2
        self.sale = deal(self.firm, self.source, f"F04-s{self.number}", "sale", self.day, buyer, self.sold, invoiced=invoiced, at_once=True)
        self.purchase = deal(
            self.firm, self.source, f"F04-p{self.number}", "purchase", self.day, supplier, self.bought, invoiced=invoiced, at_once=True
        )
        return self.purchase, self.sale

    def entries(self) -> list[Entry]:
        """Booked on both sides, and the customer's money first: it pays the supplier."""
        name = f"F04-{self.number}"
        after = self.source.randint(0, 2) if self.care == 2 else 0
        paid = calendar.on_or_before(self.day + timedelta(after), self.firm.country) if after else self.day
        paid = max(paid, self.day)
        received = Entry(
            f"{name}-in",
            self.day,
            "receipt",
            ((self.account, self.sale.gross), ("receivables", -self.sale.gross)),
            flow="cf_receipts_customers",
            party=self.sale.party,
            settles=((self.sale.id, self.sale.gross),),
        )
        spent = Entry(
            f"{name}-out",
            paid,
            "payment",
            (("payables", self.purchase.gross), (self.account, -self.purchase.gross)),
            flow="cf_payments_suppliers",
            party=self.purchase.party,
            settles=((self.purchase.id, self.purchase.gross),),
        )
        bought = purchase_entry(self.firm, f"{name}-bought", self.purchase)
        return [bought, sale_entry(f"{name}-sold", self.sale, bought.postings[0][1]), received, spent]


KIND = Intervention(code="F04", name="gross_for_net", split="test", books=_books)
