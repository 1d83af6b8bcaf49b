"""The opening balance sheet: what the time before left behind, the owner's part, and retained earnings as what balances it."""

from __future__ import annotations

from datetime import timedelta

from samples.books.cycles.taxes import opening_taxes
from samples.books.draft import Draft, rounded
from samples.books.journal import Entry

_CASH = {"CNY": 500_000, "GBP": 20_000, "USD": 30_000}
#: The reserve reaches at most half of the capital (company law, art. 210).
_TENTH = 10


def opening(draft: Draft) -> Entry:
    """The first entry of the books, on the day before they begin."""
    firm, profile = draft.firm, draft.profile
    balance = {account: amount for account, amount in draft.opening.items() if amount}
    source = draft.stream("opening")
    cash = max(profile.opening_cash, 0)
    left = cash
    for account in reversed(firm.accounts):
        part = left if account.id == "bank_1" else round(cash * source.uniform(0.05, 0.4) / len(firm.accounts))
        part = min(part, left)
        left -= part
        balance[account.id] = part
    balance["cash_on_hand"] = rounded(_CASH.get(firm.currency, 30_000) * source.uniform(0.2, 1.5), 100)
    for account_id, amount in opening_taxes(draft).items():
        balance[account_id] = balance.get(account_id, 0) + amount
    balance["capital"] = -profile.capital
    balance["owner_loan"] = -profile.owner_loan
    rest = -sum(balance.values())
    if draft.chinese and rest < 0:
        reserve = min(-rest // (_TENTH + 1), profile.capital // 2)
        balance["surplus_reserve"] = -reserve
        rest += reserve
    balance["retained"] = rest
    postings = tuple((account, amount) for account, amount in balance.items() if amount)
    return Entry("opening", firm.first - timedelta(1), "opening", postings)
