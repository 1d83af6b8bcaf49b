"""F18 关联方隐瞒: customers or suppliers of the family that the borrower does not name as such.

What is done
    Customers (suppliers, where nobody buys on account) are relabelled as the family's own firms and not disclosed, and the
    application leaves out firms of the family that it would name, with what is traded with them. The money and the books
    stay; who the parties are does not. Firms whose family has no other firm are passed over.
Strength
    Share of the value of the last financial year's deals on that side that falls on them.
Care
    0   same address and telephone as the borrower;   1   same telephone;   2   only an account at the borrower's own branch,
        next to its own
Traces
    Concentration; the same phone, address or account prefix on both sides of an invoice; related parties fewer than there are.
"""

from __future__ import annotations

from dataclasses import replace
from random import Random

from samples.books.journal import Ledgers
from samples.case import Dose, Drawn, Intervention
from samples.fabrication.accomplices import joined
from samples.fabrication.periods import last_year
from samples.firms.firm import Firm, Party


def _values(ledgers: Ledgers) -> dict[str, int]:
    """Party -> net value of the last year's deals, of customers where there are any, else of suppliers."""
    year, parties = last_year(ledgers), ledgers.firm.parties
    for kind, role in (("sale", "customer"), ("purchase", "supplier")):
        found: dict[str, int] = {}
        for deal in ledgers.deals("actual"):
            party = parties.get(deal.party)
            if deal.kind == kind and year.has(deal.day) and party is not None and party.role == role and not party.natural:
                found[party.id] = found.get(party.id, 0) + deal.net
        if found:
            return found
    return {}


def _books(ledgers: Ledgers, source: Random, dose: Dose) -> tuple[Ledgers, Drawn] | None:
    firm, values = ledgers.firm, _values(ledgers)
    total = sum(values.values())
    if total <= 0:
        return None
    names = sorted(values)
    source.shuffle(names)
    chosen: list[str] = []
    left = round(total * dose.strength)
    # The nearest to what is left each time: shares come out close to the wanted one whatever the sizes.
    while left > 0 and names:
        best = min(names, key=lambda name: abs(values[name] - left))
        if chosen and abs(values[best] - left) >= left:
            break
        names.remove(best)
        chosen.append(best)
        left -= values[best]
    marked = tuple(_marked(firm, firm.parties[name], source, dose.care) for name in sorted(chosen))
    quiet = tuple(replace(party, disclosed=False) for party in _kept_quiet(ledgers, source, dose.care))
    return joined(ledgers, *marked, *quiet), {
        "start": last_year(ledgers).first,
        "months": 12,
        "parties": tuple(party.name for party in marked),
        "value": sum(values[name] for name in chosen),
        "share": f"{sum(values[name] for name in chosen) / total:.4f}",
        "undisclosed": len(quiet),
    }


def _kept_quiet(ledgers: Ledgers, source: Random, care: int) -> tuple[Party, ...]:
    """The firms of the family that the application leaves out: all, or of the most careful, those that trade and some of the others."""
    named = _named(ledgers.firm)
    if care < 2 or len(named) < 2:
        return named
    trading = {deal.party for deal in ledgers.deals("actual")}
    quiet = [party for party in named if party.id in trading]
    idle = [party for party in named if party.id not in trading]
    count = source.randint(0 if quiet else 1, max(len(idle) - 1, 0 if quiet else 1))
    return (*quiet, *source.sample(idle, min(count, len(idle))))


def _named(firm: Firm) -> tuple[Party, ...]:
    """The family's firms that an honest application lists."""
    return tuple(party for party in firm.of("related") if party.disclosed and not party.natural)


def _marked(firm: Firm, party: Party, source: Random, care: int) -> Party:
    hidden = replace(party, disclosed=False)
    if care == 0:
        return replace(hidden, address=firm.address, phone=firm.phone)
    if care == 1:
        return replace(hidden, phone=firm.phone)
    own = firm.accounts[0]
    return replace(hidden, bank=own.branch or own.bank_name, account=f"{own.number[:-3]}{source.randint(0, 999):03d}")


def _suits(ledgers: Ledgers) -> bool:
    return bool(_values(ledgers)) and bool(_named(ledgers.firm))


KIND = Intervention(code="F18", name="hidden_related_parties", split="develop", books=_books, suits=_suits)
