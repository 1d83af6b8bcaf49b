"""F15 隐匿负债: loans of private lenders and platforms that the statements do not show.

What is done
    One to three lenders, people and companies whose loans no credit report lists, pay out 97 % of a loan (3 % are their
    fee) and are paid back in equal monthly instalments. The bank sees all of it; the stated and the filed books call it
    something else.
Strength
    Hidden over total debt: the loans drawn are s × the larger of the firm's bank loans and 15 % of a year's net sales.
Care
    0   an owner's loan, put in and taken out;   1   received in advance from customers, prepaid to suppliers
    2   sales and purchases with invoices, received and paid; the income tax that this calls for is accrued
Traces
    Equal debits every month to individuals or lending companies, credits from them less a fee; interest too high for the
    debt shown; nothing in the credit report.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from samples.books.journal import Deal, Entry, Kind, Ledgers
from samples.case import Dose, Drawn, Intervention
from samples.fabrication.accomplices import distinct, joined
from samples.fabrication.laying import laid
from samples.fabrication.periods import balance, last_year, month_before, net_sales
from samples.fabrication.phrases import phrase
from samples.fabrication.purse import Purse, fullest
from samples.fabrication.trade import bought_as, deal, exactly, input_rate, parts
from samples.firms import calendar
from samples.firms.firm import Firm, Party

_FEE = 0.03
_LEAST = 0.15


@dataclass(slots=True)
class _Told:
    """The same movements as they happened, as the stated books tell them, and as the filed ones do."""

    actual: list[Entry] = field(default_factory=list)
    stated: list[Entry] = field(default_factory=list)
    filed: list[Entry] = field(default_factory=list)
    deals: list[Deal] = field(default_factory=list)


def _books(ledgers: Ledgers, source: Random, dose: Dose) -> tuple[Ledgers, Drawn] | None:
    firm, year = ledgers.firm, last_year(ledgers)
    books = ledgers.entries("actual")
    debt = -balance(books, ("short_loans", "long_loans"), year.last)
    total = round(max(debt, net_sales(books, year) * _LEAST) * dose.strength)
    if total < 100_000:
        return None
    lenders = _lenders(firm, source, source.randint(1, 3))
    purse, told = Purse(ledgers, fullest(ledgers)), _Told()
    step = 1_000_000 if total >= 20_000_000 else 10_000
    loans = []
    for number, (lender, part) in enumerate(zip(lenders, parts(source, total, len(lenders), 0.3), strict=True), start=1):
        amount = max(part // step, 1) * step
        first = month_before(firm.last, source.randint(7, 14)) + timedelta(source.randint(2, 24))
        first = calendar.on_or_after(max(first, firm.first), firm.country)
        loans.append(first)
        _Loan(ledgers, source, dose, told, purse, lender, number).drawn_and_repaid(first, amount)
    done = joined(ledgers, *lenders)
    done = laid(done, "F15", ("actual",), added=told.actual)
    done = laid(done, "F15", ("filed",), added=told.filed)
    done = laid(done, "F15", ("stated",), added=told.stated, deals=told.deals, taxed=dose.care == 2)
    return done, {
        "start": min(loans),
        "months": (firm.last.year - min(loans).year) * 12 + firm.last.month - min(loans).month + 1,
        "lenders": tuple(lender.name for lender in lenders),
        "value": sum(
            -amount for entry in told.actual if entry.kind == "private_in" for name, amount in entry.postings if name == "other_payables"
        ),
        "bank_debt": debt,
        "account": purse.account,
        "rows": tuple(entry.id for entry in told.actual),
    }


def _lenders(firm: Firm, source: Random, count: int) -> tuple[Party, ...]:
    """Those around the firm who lend, people and companies; a stranger where there are too few."""
    around = list(firm.of("private_lender"))
    source.shuffle(around)
    strangers = distinct(firm, source, "F15-lender", "private_lender", max(count - len(around), 0), natural=True)
    return (*around[:count], *strangers)


class _Loan:
    """One loan: its draw, its instalments to the end of the books, and what the other books say instead."""

    def __init__(self, ledgers: Ledgers, source: Random, dose: Dose, told: _Told, purse: Purse, lender: Party, number: int) -> None:
        self.firm, self.source, self.care, self.told, self.purse = ledgers.firm, source, dose.care, told, purse
        self.lender, self.name = lender, f"F15-{number}"
        self.rate = source.uniform(0.008, 0.02)

    def drawn_and_repaid(self, first: date, amount: int) -> None:
        fee = round(amount * _FEE)
        self._in(first, amount, fee)
        self.purse.move(first, amount - fee)
        months = self.source.choice((12, 12, 18, 24))
        interest = round(amount * self.rate)
        instalment = -(-(amount + interest * months) // months)
        owed = amount
        for number in range(1, months + 1):
            day = calendar.on_or_after(_later(first, number), self.firm.country)
            if day > self.firm.last or self.purse.room(day) < instalment:
                break
            principal = min(instalment - interest, owed)
            owed -= principal
            self._out(day, number, principal, interest)
            self.purse.move(day, -principal - interest)

    def _in(self, day: date, amount: int, fee: int) -> None:
        name, account, net = f"{self.name}-draw", self.purse.account, amount - fee
        base = Entry(name, day, "private_in", ((account, net), ("interest", fee), ("other_payables", -amount)))
        base = base._replace(flow="cf_borrowings_received", party=self.lender.id, note=self._words(name, day, "receipt"))
        owner = base._replace(kind="owner_in", postings=((account, net), ("owner_loan", -net)), flow="cf_other_operating_in")
        stated = owner
        if self.care:
            stated = base._replace(kind="advance", postings=((account, net), ("advances", -net)), flow="cf_receipts_customers")
        if self.care == 2:
            made = self._deal(name, day, "sale", net, self.firm.profile.vat_rate)
            tax = [("vat_payable", -made.tax)] if made.tax else []
            postings = (("receivables", net), ("sales", -made.net), *tax)
            self.told.stated.append(Entry(f"{name}-sale", day, "sale", postings, party=self.lender.id, deal=made.id))
            stated = base._replace(kind="receipt", postings=((account, net), ("receivables", -net)), flow="cf_receipts_customers")
            stated = stated._replace(settles=((made.id, net),))
        self._tell(base, stated, owner)

    def _out(self, day: date, number: int, principal: int, interest: int) -> None:
        name, account, paid = f"{self.name}-{number:02d}", self.purse.account, principal + interest
        base = Entry(name, day, "private_out", (("other_payables", principal), ("interest", interest), (account, -paid)))
        base = base._replace(flow="cf_principal_repaid", party=self.lender.id, note=self._words(name, day, "payment"))
        owner = base._replace(kind="owner_out", postings=(("owner_loan", paid), (account, -paid)), flow="cf_other_operating_out")
        stated = owner
        if self.care:
            stated = base._replace(kind="prepayment", postings=(("prepayments", paid), (account, -paid)), flow="cf_payments_suppliers")
        if self.care == 2:
            made = self._deal(name, day, "purchase", paid, input_rate(self.firm))
            self.told.stated.append(bought_as(self.firm, f"{name}-bought", made, "cost"))
            stated = base._replace(kind="payment", postings=(("payables", paid), (account, -paid)), flow="cf_payments_suppliers")
            stated = stated._replace(settles=((made.id, paid),))
        self._tell(base, stated, owner)

    def _words(self, name: str, day: date, kind: Kind) -> str:
        """The most careful have the payments read as trade; the others leave the words to those who lend."""
        return phrase(self.firm, kind, name, day, self.lender if kind == "receipt" else None) if self.care == 2 else ""

    def _deal(self, name: str, day: date, kind: str, gross: int, rate: float) -> Deal:
        """A deal that comes to exactly `gross`."""
        tax = gross - round(gross / (1 + rate))
        items = exactly(self.firm, self.source, gross - tax, tax, rate, buying=kind == "purchase")
        made = deal(self.firm, self.source, f"{name}-d", kind, day, self.lender.id, items, invoiced=True, terms=0, at_once=True)
        self.told.deals.append(made)
        return made

    def _tell(self, actual: Entry, stated: Entry, filed: Entry) -> None:
        self.told.actual.append(actual)
        self.told.stated.append(stated)
        self.told.filed.append(filed)


def _later(day: date, months: int) -> date:
    """The same day of a later month; the 28th at the latest."""
    month = month_before(day, -months)
    return date(month.year, month.month, min(day.day, 28))


def _suits(ledgers: Ledgers) -> bool:
    return ledgers.firm.last - ledgers.firm.first > timedelta(300)


KIND = Intervention(code="F15", name="concealed_debt", split="develop", books=_books, suits=_suits)
