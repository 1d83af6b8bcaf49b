"""Money that a person lends the firm and the firm pays back: openly, without interest, as friends and relatives do."""

from __future__ import annotations

from datetime import date, timedelta

from samples.books.draft import Draft, rounded
from samples.firms.calendar import month_start

#: How often a firm has such a loan, and how large it is, of a year's sales: expectations, the priors leave them open.
_SHARE = {"CN": 0.16, "GB": 0.08, "US": 0.08}
_SIZE = (0.02, 0.09)
_MONTHS = (6, 10, 12, 12, 18, 24)


def borrow_privately(draft: Draft) -> None:
    """Book the loan of a person, who is repaid in equal parts each month, or at once after some months.

    It stands among the other payables until it is repaid: whoever looks sees it. What F15 hides looks the same at the bank.
    """
    source = draft.stream("private loans")
    persons = [party.id for party in (*draft.firm.of("private_lender"), *draft.firm.of("related")) if party.natural]
    if source.random() >= _SHARE[draft.firm.country] or not persons or len(draft.months) < 8:
        return
    lender = source.choice(persons)
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


def _months_later(day: date, months: int) -> date:
    """The same day of a later month, the 28th at the latest."""
    return month_start(day, months).replace(day=min(day.day, 28))
