"""Bank loans: drawn, renewed or repaid in instalments, with interest each month or quarter."""

from __future__ import annotations

from datetime import date, timedelta

from samples.books.draft import Draft, rounded
from samples.firms.calendar import month_start

_DAYS = 360
_TERM = 36


def borrow(draft: Draft) -> None:
    """Book the loans. What is owed when the books open is put into the opening balance."""
    loan = draft.profile.loan
    if loan <= 0:
        return
    source = draft.stream("loans")
    if draft.profile.loan_style == "rollover":
        _rolled(draft, rounded(loan, 1_000_000) or loan, source.randint(20, 21), source.randint(0, 11), source.random() < 0.6)
    else:
        _instalments(draft, rounded(loan, 10_000) or loan, source.randint(20, 21), source.randint(6, _TERM - 4))


def _owed(draft: Draft, account: str, amount: int) -> None:
    draft.opening[account] = draft.opening.get(account, 0) - amount


def _interest(draft: Draft, owed: int, start: date, end: date, paid: date, lender: str) -> None:
    amount = round(owed * draft.profile.loan_rate * (end - start).days / _DAYS)
    if amount > 0:
        postings = (("interest", amount), (draft.account(lender), -amount))
        draft.book(f"interest-{end:%Y-%m-%d}", paid, "loan_interest", postings, "cf_interest_paid", lender)


def _rolled(draft: Draft, owed: int, day: int, month: int, monthly: bool) -> None:
    """A loan of twelve months that the bank renews on the day it falls due, with the new money an hour before the old is repaid."""
    lender = draft.of("lender")
    account = draft.account(lender)
    _owed(draft, "short_loans", owed)
    first = draft.firm.first
    since = first
    for index, start in enumerate(m for m in draft.months if m >= month_start(first)):
        if index % 12 == month and index:
            due = draft.bank_day(start + timedelta(9))
            draft.book(f"draw-{start:%Y-%m}", due, "loan_draw", ((account, owed), ("short_loans", -owed)), "cf_borrowings_received", lender)
            back = (("short_loans", owed), (account, -owed))
            draft.book(f"repay-{start:%Y-%m}", due, "loan_repayment", back, "cf_principal_repaid", lender)
        if monthly or start.month % 3 == 0:
            end = start.replace(day=day)
            if end > since:
                _interest(draft, owed, since, end, draft.bank_day(end), lender)
                since = end


def _instalments(draft: Draft, owed: int, day: int, left: int) -> None:
    """A loan repaid in equal parts each month, followed by another of the first amount when it is paid off."""
    lender = draft.of("lender")
    account = draft.account(lender)
    part = max(1, rounded(owed / left, 100))
    _owed(draft, "long_loans", owed)
    again = rounded(part * _TERM, 10_000) or part
    since = draft.firm.first
    for start in (m for m in draft.months if m >= month_start(draft.firm.first)):
        end = start.replace(day=day)
        if owed <= 0:
            drawn = draft.bank_day(start + timedelta(4))
            postings = ((account, again), ("long_loans", -again))
            draft.book(f"draw-{start:%Y-%m}", drawn, "loan_draw", postings, "cf_borrowings_received", lender)
            owed, since = again, drawn
            continue
        if end <= since:
            continue
        paid = draft.bank_day(end)
        _interest(draft, owed, since, end, paid, lender)
        since = end
        amount = min(part, owed)
        back = (("long_loans", amount), (account, -amount))
        draft.book(f"repay-{start:%Y-%m}", paid, "loan_repayment", back, "cf_principal_repaid", lender)
        owed -= amount
