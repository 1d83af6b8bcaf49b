"""F12 应收账款虚高: receivables that nobody will pay are kept, and their age is reset.

What is done
    A customer that went under years ago is still among the receivables of the stated books, since before they open (the
    owners' equity is as much too high); what the honest books write off is not written off.
Strength
    Dead over the true receivables at the last year end.
Care
    0   the old balance stands with its old day;   1   it is booked over to a new deal of the last ten months: the ageing
        starts afresh
    2   the new deals carry invoices, in two or three of them
Traces
    An ageing that never changes, no bad debts over years, no receipt from the oldest; or deals that nothing was delivered
    for.
"""

from __future__ import annotations

from datetime import timedelta
from random import Random

from samples.books.journal import Deal, DealLine, Entry, Ledgers
from samples.case import Dose, Drawn, Intervention
from samples.fabrication.accomplices import distinct, joined
from samples.fabrication.laying import laid
from samples.fabrication.periods import Period, balance, last_year, month_before
from samples.fabrication.trade import days_in, deal, exactly, parts
from samples.firms.firm import Firm

_RECEIVABLES = ("receivables", "retention_receivable")


def _owed(ledgers: Ledgers) -> int:
    return balance(ledgers.entries("actual"), _RECEIVABLES, last_year(ledgers).last)


def _books(ledgers: Ledgers, source: Random, dose: Dose) -> tuple[Ledgers, Drawn] | None:
    firm, year = ledgers.firm, last_year(ledgers)
    kept = [entry for entry in ledgers.entries("stated") if entry.kind == "bad_debt"]
    kept_value = sum(amount for entry in kept for account, amount in entry.postings if account == "bad_debts")
    value = round(_owed(ledgers) * dose.strength) - kept_value
    if value <= 0 and not kept:
        return None
    entries: list[Entry] = []
    deals: list[Deal] = []
    debtors = distinct(firm, source, "F12-debtor", "helper", 1)
    if value > 0:
        opened = firm.first - timedelta(1)
        before = opened - timedelta(source.randint(250, 900))
        old = deal(firm, source, "F12-d0", "sale", before, debtors[0].id, _whole(source, firm, value), invoiced=False)
        deals.append(old)
        postings = (("receivables", value), ("retained", -value))
        entries.append(Entry("F12-0", opened, "opening", postings, party=debtors[0].id, deal=old.id))
        if dose.care:
            fresh = Period(max(year.first, month_before(year.last, 9)), year.last)
            count = source.randint(2, 3) if dose.care == 2 else 1
            for number, (day, part) in enumerate(
                zip(days_in(firm, source, *fresh, count), parts(source, value, count), strict=True), start=1
            ):
                sold = _whole(source, firm, part)
                new = deal(firm, source, f"F12-d{number}", "sale", day, debtors[0].id, sold, invoiced=dose.care == 2)
                deals.append(new)
                over = (("receivables", part), ("receivables", -part))
                entries.append(Entry(f"F12-{number}", day, "fiction", over, party=debtors[0].id, deal=new.id, settles=((old.id, part),)))
    done = laid(joined(ledgers, *debtors), "F12", ("stated",), added=entries, dropped=tuple(entry.id for entry in kept), deals=deals)
    return done, {"start": year.first, "months": 12, "value": max(value, 0), "not_written_off": kept_value, "debtor": debtors[0].name}


def _whole(source: Random, firm: Firm, value: int) -> tuple[DealLine, ...]:
    """Lines that come to exactly `value` with tax, which was declared when the goods were sold."""
    rate = firm.profile.vat_rate
    net = round(value / (1 + rate))
    return exactly(firm, source, net, value - net, rate)


def _suits(ledgers: Ledgers) -> bool:
    return _owed(ledgers) > 0


KIND = Intervention(code="F12", name="dead_receivables", split="test", books=_books, suits=_suits)
