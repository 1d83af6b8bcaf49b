"""N05: private and firm's money mixed.

The owner's card takes customers' money and pays it in later, the owner's card pays costs of the firm, and the owner's private bills go
through the firm's account. The books of a firm like that say so in the owner's account, apart from the private bills.
"""

from __future__ import annotations

from datetime import timedelta
from random import Random

from samples.books.accounts import MONEY
from samples.books.journal import Entry, Ledgers, Overlay
from samples.books.solvency import solvent
from samples.case import Dose, Drawn, Intervention
from samples.firms.calendar import on_or_after
from samples.mess.choosing import ALL, common, laid, money, some, swapped


def _books(ledgers: Ledgers, source: Random, dose: Dose) -> tuple[Ledgers, Drawn] | None:
    firm = ledgers.firm
    alike, _ = common(ledgers)
    known = [entry for entry in ledgers.entries("actual") if entry.id in alike]
    received = [entry for entry in known if entry.kind == "receipt" and money(entry) > 0]
    share = max(firm.profile.owner_card, 0.02)
    while share > 0.005:
        chosen = some(source, received, share, least=1)
        after = _through_the_card(ledgers, chosen, source)
        if solvent(after.entries("actual")):
            break
        share /= 3
    else:
        after, chosen = ledgers, []
    spent = [entry for entry in known if entry.kind in _COSTS and money(entry) < 0]
    # What the owner pays stays in the firm's account: nothing can be overdrawn by it.
    costs = some(source, spent, min(share, 0.1), least=1)
    after = laid(after, "N05", ALL, [(entry, _by_owner(entry)) for entry in costs])
    private = _private_bills(after, source)
    done = after.laid(Overlay(source="N05", views=ALL, added=private))
    if not solvent(done.entries("actual")):
        done, private = after, ()
    if not chosen and not private and not costs:
        return None
    return done, {
        "card_receipts": [entry.id for entry in chosen],
        "card_costs": [entry.id for entry in costs],
        "private_bills": [entry.id for entry in private],
    }


#: Small bills that an owner pays on the way.
_COSTS = frozenset({"office", "entertainment", "freight"})


def _by_owner(entry: Entry) -> Entry:
    """The bill paid by the owner's own card: the firm owes it to him."""
    return entry._replace(postings=swapped(entry, lambda account: "owner_loan" if account in MONEY else account), flow="", cleared=None)


def _through_the_card(ledgers: Ledgers, chosen: list[Entry], source: Random) -> Ledgers:
    """Each receipt goes to the owner, who pays most of it in some weeks later; the books say that he owes it until then."""
    firm = ledgers.firm
    pairs: list[tuple[Entry, Entry | None]] = []
    paid_in = []
    for entry in chosen:
        amount = money(entry)
        rest = tuple((account, value) for account, value in entry.postings if account not in MONEY)
        pairs.append((entry, entry._replace(postings=(("owner_loan", amount), *rest), flow="", party=entry.party)))
        day = on_or_after(entry.day + timedelta(source.randint(4, 30)), firm.country)
        share = source.choice((0.8, 0.9, 1.0, 1.0))
        back = int(amount * share)
        if day <= firm.last and back:
            postings = (("bank_1", back), ("owner_loan", -back))
            paid_in.append(
                Entry(
                    f"N05-in-{entry.id}",
                    day,
                    "owner_in",
                    postings,
                    flow="cf_other_operating_in",
                    party=firm.owner.id,
                )
            )
    return laid(ledgers, "N05", ALL, pairs).laid(Overlay(source="N05", views=ALL, added=tuple(paid_in)))


def _private_bills(ledgers: Ledgers, source: Random) -> tuple[Entry, ...]:
    """A few bills a year that are the owner's and that the books call office costs."""
    firm = ledgers.firm
    days = (firm.last - firm.first).days
    count = source.randint(2, 8)
    scale = max(firm.profile.overheads // 12, 20_000)
    shops = [party.id for party in firm.of("office")]
    found = []
    for number in range(count):
        day = on_or_after(firm.first + timedelta(source.randint(5, days - 10)), firm.country)
        amount = scale * source.randint(5, 60) // 100
        found.append(
            Entry(
                f"N05-private-{number}",
                day,
                "other_cost",
                (("office", amount), ("bank_1", -amount)),
                flow="cf_other_operating_out",
                party=source.choice(shops) if shops else "",
            )
        )
    return tuple(found)


KIND = Intervention(code="N05", name="private_money", split="develop", books=_books)
