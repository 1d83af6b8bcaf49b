"""Money from outside the trade and the banks: a loan of a person or a small lender that the books show, and capital of the owner's."""

from __future__ import annotations

from datetime import date, timedelta

from samples.books.draft import Draft, rounded
from samples.firms.calendar import month_start

#: How often an owner puts capital in, and how much, of the capital that is there.
_RAISED, _MORE = 0.07, (0.1, 0.6)
#: How often a firm has such a loan, and how large it is, of a year's sales: expectations, the priors leave them open.
_SHARE = {"CN": 0.20, "GB": 0.12, "US": 0.12}
_SIZE = (0.02, 0.09)
_MONTHS = (6, 10, 12, 12, 18, 24)


def borrow_privately(draft: Draft) -> None:
    """Book the loan of a person or a small lender, who is repaid in equal parts each month, or at once after some months.

    It stands among the other payables until it is repaid: whoever looks sees it. What F15 hides looks the same at the bank.
    """
    source = draft.stream("private loans")
    lenders = [
        party.id for party in (*draft.firm.of("private_lender"), *draft.firm.of("related")) if party.natural or party.role != "related"
    ]
    if source.random() >= _SHARE[draft.firm.country] or not lenders:
        return
    lender = source.choice(lenders)
    step = 1_000_000 if draft.profile.revenue >= 100_000_000 else 100_000
    lent = max(rounded(draft.profile.revenue * source.uniform(*_SIZE), step), step)
    months = [month for month in draft.months if month >= month_start(draft.firm.first)]
    start = source.choice(months[1:-4])
    day = draft.bank_day(start + timedelta(source.randint(1, 25)))
    account = draft.account(lender)
    draft.book("private-in", day, "private_in", ((account, lent), ("other_payables", -lent)), "cf_other_financing_in", lender)
    parts, each = source.choice(_MONTHS), source.random() < 0.6
    part = max(rounded(lent / parts, 10_000), 10_000)
    owed, number = lent, 0
    after = 1 if each else source.randint(3, 10)
    while owed > 0:
        paid = min(part if each else owed, owed)
        owed -= paid
        when = draft.bank_day(_months_later(day, after + number))
        number += 1
        rows = (("other_payables", paid), (account, -paid))
        draft.book(f"private-out-{number:02d}", when, "private_out", rows, "cf_other_financing_out", lender)


def raise_capital(draft: Draft) -> None:
    """Book capital that the owner pays in, and that stays."""
    source = draft.stream("capital")
    wanted = draft.profile.capital * source.uniform(*_MORE)
    step = 10_000_000 if wanted >= 50_000_000 else 1_000_000 if wanted >= 5_000_000 else 10_000
    amount = rounded(wanted, step)
    first, last = draft.firm.first, draft.firm.last
    day = draft.bank_day(first + timedelta(source.randint(30, max((last - first).days - 60, 31))))
    if source.random() < _RAISED and amount > 0:
        rows = (("bank_1", amount), ("capital", -amount))
        draft.book("capital-in", day, "capital_in", rows, "cf_capital_received", draft.firm.owner.id)


def _months_later(day: date, months: int) -> date:
    """The same day of a later month, the 28th at the latest."""
    return month_start(day, months).replace(day=min(day.day, 28))
