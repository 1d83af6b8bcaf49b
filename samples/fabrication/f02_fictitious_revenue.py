"""F02 虚增收入: sales to buyers that are made up or friendly, booked as receivables.

What is done
    Sales to 1 + ⌊3s⌋ new buyers over the last three to six months of the last financial year, in the stated books only.
Strength
    Made-up over true net sales of that year.
Care
    0   only receivables and sales of the statements rise: no tax, no cost, no deal behind the entries
    1   with VAT (accrued, never declared), with cost at the usual margin × (1 − s/2) said to be bought from a made-up
        supplier on credit
        (the goods come and go on paper), and with income tax accrued
    2   with invoices issued and received too, hence lines in both registers
Traces
    Receivables and margin up with no money; growth from few buyers late in the year; at care 0 and 1 no invoices; taxes and
    purchases on file with the tax office are lower than the books.
"""

from __future__ import annotations

from random import Random

from samples.books.journal import Deal, Entry, Ledgers
from samples.case import Dose, Drawn, Intervention
from samples.fabrication.accomplices import distinct, joined
from samples.fabrication.laying import laid
from samples.fabrication.periods import Period, last_year, month_before, months_of, net_sales
from samples.fabrication.trade import days_in, deal, deducts, input_rate, lines, parts, purchase_entry, sale_entry
from samples.firms.firm import Firm, Party


def _books(ledgers: Ledgers, source: Random, dose: Dose) -> tuple[Ledgers, Drawn] | None:
    firm, year = ledgers.firm, last_year(ledgers)
    target = round(net_sales(ledgers.entries("actual"), year) * dose.strength)
    if target <= 0:
        return None
    months = source.randint(3, 6)
    period = Period(max(year.first, month_before(year.last, months - 1)), year.last)
    buyers = distinct(firm, source, "F02-buyer", "helper", 1 + int(3 * dose.strength))
    supplier = distinct(firm, source, "F02-supplier", "helper", 1)[0]
    entries, deals = _sales(firm, source, dose, period, buyers, target)
    if dose.care:
        margin = max(0.0, firm.profile.gross_margin * (1 - dose.strength / 2))
        entries, bought = _supported(firm, source, dose, period, supplier, entries, margin)
        deals += bought
    value = -sum(amount for entry in entries for account, amount in entry.postings if account == "sales")
    done = joined(ledgers, *buyers, *((supplier,) if dose.care else ()))
    return laid(done, "F02", ("stated",), added=entries, deals=deals, taxed=dose.care > 0), {
        "start": period.first,
        "months": months,
        "buyers": tuple(buyer.name for buyer in buyers),
        "value": value,
        "sales": sum(entry.kind == "sale" for entry in entries),
    }


def _sales(
    firm: Firm, source: Random, dose: Dose, period: Period, buyers: tuple[Party, ...], target: int
) -> tuple[list[Entry], list[Deal]]:
    """The sales, with no cost yet."""
    count = max(len(months_of(period)) * len(buyers), 2)
    entries: list[Entry] = []
    deals: list[Deal] = []
    missed = 0
    for number, (day, part) in enumerate(zip(days_in(firm, source, *period, count), parts(source, target, count), strict=True), start=1):
        buyer, name = source.choice(buyers), f"F02-{number}"
        sold = lines(firm, source, part + missed, firm.profile.vat_rate)
        missed += part - sum(item.net for item in sold)
        made = deal(firm, source, f"F02-d{number}", "sale", day, buyer.id, sold, invoiced=dose.care == 2)
        if dose.care:
            deals.append(made)
            entries.append(sale_entry(name, made, 0))
        else:
            entries.append(sale_entry(name, made, 0, taxed=False)._replace(deal=""))
    return entries, deals


def _supported(
    firm: Firm, source: Random, dose: Dose, period: Period, supplier: Party, entries: list[Entry], margin: float
) -> tuple[list[Entry], list[Deal]]:
    """The same sales with a cost, and the purchases that are said to have brought those goods: one a month, on its first day of need."""
    done: list[Entry] = []
    deals: list[Deal] = []
    for number, month in enumerate(months_of(period), start=1):
        sold = [entry for entry in entries if month.has(entry.day)]
        if not sold:
            continue
        costs = [round(-sum(value for account, value in entry.postings if account == "sales") * (1 - margin)) for entry in sold]
        # What comes in leaves again, to the last piece.
        # A firm that cannot set the tax off has it in its cost.
        net = sum(costs) if dose.care < 2 or deducts(firm) else round(sum(costs) / (1 + input_rate(firm)))
        bought = lines(firm, source, net, input_rate(firm), buying=True)
        made = deal(firm, source, f"F02-p{number}", "purchase", sold[0].day, supplier.id, bought, invoiced=dose.care == 2)
        deals.append(made)
        entry = purchase_entry(firm, f"F02-p{number}", made, taxed=dose.care == 2)
        costs[-1] += entry.postings[0][1] - sum(costs)
        done.append(entry)
        done += [one._replace(postings=(*one.postings, ("cost", cost), ("stock", -cost))) for one, cost in zip(sold, costs, strict=True)]
    return done, deals


KIND = Intervention(code="F02", name="fictitious_revenue", split="develop", books=_books)
