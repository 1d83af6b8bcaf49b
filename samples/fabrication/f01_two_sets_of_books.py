"""F01 两套账, 内外账: low books for the tax office, high ones for the bank.

What is done
    Filed: a share u of the sales of every month, u from 10 to 50 %, is not declared; their money is called the owner's.
    Sales that nobody asked an invoice for go first; where they do not suffice, invoices were not made out after all. What
    the tax office is paid falls with it.
    Stated: sales rise by s in every month, with cost at the usual margin.
Strength
    Overstatement of the stated sales. (u is drawn, and does not depend on it.)
Care
    0   one entry a year: receivables and sales
    1   month by month, with cost; the owner's card is said to have been paid and to have paid, so that his account carries the margin
    2   as sales to known customers and purchases from known suppliers, with invoices and tax, settled by the owner's card;
        income tax accrued
Traces
    Same firm and date, other totals; the bank supports the low version or none; turnover of the returns below the
    statements.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from random import Random

from samples.books.journal import Deal, Entry, Ledgers
from samples.case import Dose, Drawn, Intervention
from samples.fabrication.laying import laid
from samples.fabrication.periods import Period, months_of, net_sales, within, years
from samples.fabrication.settling import settled
from samples.fabrication.trade import bought_as, days_in, deal, input_rate, lines, parts, sale_entry
from samples.firms.firm import Party

_SOLD = frozenset({"sale", "cash_sale", "platform_sale"})
_HIDDEN = (0.1, 0.5)
_DEALS = (2, 4)
#: What is said to be sold in a month is said to be bought in its first days.
_EARLY = 6


def _books(ledgers: Ledgers, source: Random, dose: Dose) -> tuple[Ledgers, Drawn] | None:
    firm = ledgers.firm
    whole = Period(firm.first, firm.last)
    true = net_sales(ledgers.entries("actual"), whole)
    if true <= 0:
        return None
    hidden = round(source.uniform(*_HIDDEN), 3)
    done, undeclared, unmade = _filed_low(ledgers, source, hidden)
    done = _stated_high(done, source, dose)
    stated = net_sales(done.entries("stated"), whole) - net_sales(ledgers.entries("stated"), whole)
    return done, {
        "start": firm.first,
        "months": len(months_of(whole)),
        "undeclared_share": f"{hidden:.3f}",
        "undeclared": undeclared,
        "invoices_not_made_out": unmade,
        "value": stated,
    }


def _filed_low(ledgers: Ledgers, source: Random, hidden: float) -> tuple[Ledgers, int, int]:
    """The books with that share of sales undeclared, how much that is, and how many invoices were never made out for it."""
    invoiced = {one.id for one in ledgers.deals("filed") if one.number}
    added: list[Entry] = []
    dropped: list[str] = []
    value = 0
    chosen_deals: set[str] = set()
    entries = ledgers.entries("filed")
    by_month: dict[tuple[int, int], list[Entry]] = {}
    for entry in entries:
        if entry.kind in _SOLD and _net(entry) > 0:
            by_month.setdefault((entry.day.year, entry.day.month), []).append(entry)
    for found in by_month.values():
        left = round(sum(_net(entry) for entry in found) * hidden)
        source.shuffle(found)
        for entry in sorted(found, key=lambda one: one.deal in invoiced):
            if _net(entry) > left * 1.3:
                continue
            left -= _net(entry)
            value += _net(entry)
            dropped.append(entry.id)
            added.append(_owners(entry))
            if entry.deal:
                chosen_deals.add(entry.deal)
            if left <= 0:
                break
    gone = chosen_deals & invoiced
    done = laid(ledgers, "F01", ("filed",), added=added, dropped=dropped, deals_dropped=chosen_deals)
    if gone:
        unmade = tuple(replace(one, number="", invoiced=None) for one in ledgers.deals("stated") if one.id in gone)
        done = laid(done, "F01", ("actual", "stated"), deals=unmade, deals_dropped=gone)
    return settled(ledgers, done, "F01"), value, len(gone)


def _net(entry: Entry) -> int:
    return -sum(amount for account, amount in entry.postings if account in {"sales", "other_sales"})


def _owners(entry: Entry) -> Entry:
    """A sale that the tax books do not have: what was or will be paid for it is the owner's; the goods are still there."""
    kept = [(account, amount) for account, amount in entry.postings if account not in _OF_A_SALE]
    return entry._replace(id=f"F01-{entry.id}", kind="fiction", deal="", postings=(*kept, ("owner_loan", -sum(value for _, value in kept))))


#: What an undeclared sale leaves out of the tax books.
_OF_A_SALE = frozenset({"sales", "other_sales", "vat_payable", "cost", "stock", "contract_costs", "materials", "work_in_progress"})


def _stated_high(ledgers: Ledgers, source: Random, dose: Dose) -> Ledgers:
    firm = ledgers.firm
    books = ledgers.entries("actual")
    if dose.care == 0:
        spans = [*years(ledgers)]
        after = spans[-1].last
        if spans[0].first > firm.first:
            spans.insert(0, Period(firm.first, spans[0].first - timedelta(1)))
        yearly = [
            Entry(f"F01-{span.last.year}", span.last, "fiction", (("receivables", value), ("sales", -value)))
            for span in spans
            if (value := round(net_sales(books, span) * dose.strength))
        ]
        if firm.last > after:
            rest = round(sum(_net(entry) for entry in books if entry.day > after and entry.kind in _SOLD) * dose.strength)
            yearly.append(Entry("F01-now", firm.last, "fiction", (("receivables", rest), ("sales", -rest))))
        return laid(ledgers, "F01", ("stated",), added=yearly)
    entries: list[Entry] = []
    deals: list[Deal] = []
    for month in months_of(Period(firm.first, firm.last)):
        value = round(sum(_net(entry) for entry in within(books, month) if entry.kind in _SOLD) * dose.strength)
        if value <= 0:
            continue
        if dose.care == 1:
            entries.append(_by_the_owner(firm.profile.gross_margin, month, value))
            continue
        made, invoiced = _with_invoices(ledgers, source, month, value)
        entries += made
        deals += invoiced
    return laid(ledgers, "F01", ("stated",), added=entries, deals=deals, taxed=dose.care == 2)


def _by_the_owner(margin: float, month: Period, value: int) -> Entry:
    cost = round(value * (1 - margin))
    return Entry(f"F01-m{month.last:%Y%m}", month.last, "fiction", (("sales", -value), ("cost", cost), ("owner_loan", value - cost)))


def _with_invoices(ledgers: Ledgers, source: Random, month: Period, value: int) -> tuple[list[Entry], list[Deal]]:
    firm = ledgers.firm
    buyers = firm.of("customer") or firm.of("platform") or firm.of("other")
    sellers = firm.of("supplier") or firm.of("other")
    entries: list[Entry] = []
    deals: list[Deal] = []
    count, missed = source.randint(*_DEALS), 0
    for number, (day, part) in enumerate(zip(days_in(firm, source, *month, count), parts(source, value, count), strict=True), start=1):
        name = f"F01-s{month.last:%Y%m}-{number}"
        items = lines(firm, source, part + missed, firm.profile.vat_rate)
        missed += part - sum(item.net for item in items)
        sold = deal(firm, source, name, "sale", day, _id(source, buyers), items, invoiced=True)
        entries += [sale_entry(name, sold, 0), _carried(f"{name}-paid", sold, "receivables", 1)]
        deals.append(sold)
    name = f"F01-p{month.last:%Y%m}"
    cost = round(value * (1 - firm.profile.gross_margin))
    items = lines(firm, source, cost, input_rate(firm), buying=True)
    first = days_in(firm, source, month.first, min(month.first + timedelta(_EARLY), month.last), 1)[0]
    bought = deal(firm, source, name, "purchase", first, _id(source, sellers), items, invoiced=True)
    entries += [bought_as(firm, name, bought, "cost"), _carried(f"{name}-paid", bought, "payables", -1)]
    deals.append(bought)
    return entries, deals


def _carried(name: str, done: Deal, account: str, side: int) -> Entry:
    """The owner's card took the money, or paid it."""
    amount = side * done.gross
    postings = (("owner_loan", amount), (account, -amount))
    return Entry(name, done.day, "fiction", postings, party=done.party, settles=((done.id, done.gross),))


def _id(source: Random, parties: tuple[Party, ...]) -> str:
    return source.choice(parties).id if parties else ""


def _suits(ledgers: Ledgers) -> bool:
    return bool(ledgers.firm.year_ends) and net_sales(ledgers.entries("actual"), Period(ledgers.firm.first, ledgers.firm.last)) > 0


KIND = Intervention(code="F01", name="two_sets_of_books", split="develop", books=_books, suits=_suits)
