"""N34: an invoice with a slip in the buyer's data, taken back and made out again the same day under another number."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from samples.books.journal import Deal, Ledgers, Overlay
from samples.case import Dose, Drawn, Intervention
from samples.mess.choosing import ALL, common
from samples.streams import stream

_MOST = 8


def _books(ledgers: Ledgers, source: Random, dose: Dose) -> tuple[Ledgers, Drawn] | None:
    firm = ledgers.firm
    _, alike = common(ledgers, deals=True)
    made = [
        deal
        for deal in ledgers.deals("stated")
        if deal.id in alike
        and deal.kind == "sale"
        and len(deal.number) == _DIGITS
        and not deal.rate
        and deal.invoiced is not None
        and firm.first <= deal.invoiced <= firm.last
    ]
    if not made:
        return None
    wanted = min(max(1, round(len(made) * float(dose.rate.get("item", 0.004)))), _MOST)
    chosen = sorted(source.sample(made, min(wanted, len(made))), key=lambda deal: deal.id)
    back = tuple(_taken_back(firm.seed, deal, source) for deal in chosen)
    return ledgers.laid(Overlay(source="N34", views=ALL, deals_added=back)), {"invoices": [deal.id for deal in back]}


_DIGITS = 20


def _taken_back(seed: int, deal: Deal, source: Random) -> Deal:
    """The invoice before it: same goods, a number a little lower, and nothing in the books."""
    start, count = deal.number[:5], int(deal.number[5:])
    number = max(count - stream(seed, "wrong buyer", deal.id).randint(40, 30_000), 1)
    return replace(deal, id=f"N34-{deal.id}", number=f"{start}{number:015d}", status="reversed" if source.random() < 0.75 else "voided")


KIND = Intervention(code="N34", name="wrong_buyer", split="develop", books=_books, languages=("zh",))
