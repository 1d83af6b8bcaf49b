"""F13 虚构或高估固定资产: equipment that is not there, or costs half of what the books say.

What is done
    In the last financial year assets are added to the stated books, credited to the owner's loan or to capital.
Strength
    Added over the true cost of fixed assets at the last year end.
Care
    0   one sum, not depreciated;   1   depreciated over five years from the next month, with its tax effect
    2   also a purchase from a made-up supplier, with invoices, before the owner is said to have paid it
Traces
    Fixed assets jump, too little depreciation; no payment for them; invoice missing or of a new supplier.
"""

from __future__ import annotations

from random import Random

from samples.books.cycles.assets import THINGS
from samples.books.journal import Deal, DealLine, Entry, Ledgers
from samples.case import Dose, Drawn, Intervention
from samples.fabrication.accomplices import distinct, joined
from samples.fabrication.laying import laid
from samples.fabrication.periods import Period, balance, last_year, months_of
from samples.fabrication.trade import bought_as, days_in, deal, deducts, input_rate, parts

_MONTHS = 60
_RESIDUAL = 0.05


def _cost(ledgers: Ledgers) -> int:
    return balance(ledgers.entries("actual"), ("fixed_assets",), last_year(ledgers).last)


def _books(ledgers: Ledgers, source: Random, dose: Dose) -> tuple[Ledgers, Drawn] | None:
    firm, year = ledgers.firm, last_year(ledgers)
    value = round(_cost(ledgers) * dose.strength)
    if value <= 0:
        return None
    credit = source.choice(("owner_loan", "owner_loan", "capital"))
    month = source.choice(months_of(year)[:10])
    things = THINGS[firm.country]
    count = source.randint(1, 3)
    supplier = distinct(firm, source, "F13-supplier", "helper", 1)
    entries: list[Entry] = []
    deals: list[Deal] = []
    for number, part in enumerate(parts(source, value, count), start=1):
        if dose.care < 2:
            entries.append(Entry(f"F13-{number}", month.last, "capex", (("fixed_assets", part), (credit, -part)), party="owner"))
            continue
        rate = input_rate(firm)
        net = part if deducts(firm) else round(part / (1 + rate))
        tax = part - net if not deducts(firm) else round(net * rate)
        item = DealLine(*source.choice(things), 1000, net, net, tax, rate)
        day = days_in(firm, source, month.first, month.last, 1)[0]
        made = deal(firm, source, f"F13-p{number}", "expense", day, supplier[0].id, [item], invoiced=True, terms=0, at_once=True)
        deals.append(made)
        entries.append(bought_as(firm, f"F13-{number}", made, "fixed_assets", kind="capex"))
        paid = (("payables", made.gross), (credit, -made.gross))
        entries.append(Entry(f"F13-paid{number}", day, "fiction", paid, party=made.party, settles=((made.id, made.gross),)))
    if dose.care:
        charge = round(value * (1 - _RESIDUAL) / _MONTHS)
        for later in months_of(Period(month.last, firm.last))[1:]:
            postings = (("depreciation", charge), ("accumulated_depreciation", -charge))
            entries.append(Entry(f"F13-off-{later.last:%Y%m}", later.last, "depreciation", postings))
    done = joined(ledgers, *supplier) if dose.care == 2 else ledgers
    return laid(done, "F13", ("stated",), added=entries, deals=deals, taxed=dose.care > 0), {
        "start": month.first,
        "months": 1,
        "value": value,
        "credited": credit,
        "assets": count,
    }


def _suits(ledgers: Ledgers) -> bool:
    return _cost(ledgers) > 0


KIND = Intervention(code="F13", name="fictitious_assets", split="test", books=_books, suits=_suits)
