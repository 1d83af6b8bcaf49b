"""Paying suppliers: a weekly run, one payment for all that is due to one of them, and now and then money before the goods."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from samples.books.cycles.purchases import Bought
from samples.books.draft import Draft

_PREPAID = 0.04


def pay(draft: Draft, bought: Iterable[Bought]) -> None:
    """Book the payments of those purchases. What falls after the last day stays owed."""
    source = draft.stream("payments")
    weekday = source.randrange(5)
    runs: dict[tuple[date, str], list[Bought]] = {}
    for deal in bought:
        if source.random() < _PREPAID:
            before = draft.bank_day(deal.day - timedelta(source.randint(5, 20)))
            if before < deal.day:
                _prepaid(draft, deal, before)
                continue
        late = int(source.lognormvariate(1.2, 0.8)) - 3
        day = deal.day + timedelta(max(1, draft.terms(deal.party) + late))
        day += timedelta((weekday - day.weekday()) % 7)
        runs.setdefault((draft.bank_day(day), deal.party), []).append(deal)
    for (day, party), deals in sorted(runs.items()):
        total = sum(deal.gross for deal in deals)
        settles = tuple((deal.deal, deal.gross) for deal in deals)
        postings = (("payables", total), (draft.account(party), -total))
        draft.book(f"y-{party}-{day:%Y-%m-%d}", day, "payment", postings, "cf_payments_suppliers", party, "", settles)


def _prepaid(draft: Draft, deal: Bought, day: date) -> None:
    """Pay before the goods, and set the money off on the day of the goods."""
    settles = ((deal.deal, deal.gross),)
    money = (("prepayments", deal.gross), (draft.account(deal.party), -deal.gross))
    draft.book(f"v-{deal.deal}", day, "prepayment", money, "cf_payments_suppliers", deal.party, "", settles)
    applied = (("payables", deal.gross), ("prepayments", -deal.gross))
    draft.book(f"w-{deal.deal}", deal.day, "prepayment", applied, "", deal.party, "", settles)
