"""The balance of an account at the end of every day, carried over days without a movement."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from verify.accounts import AccountStatement
from verify.evidence import Evidence
from verify.facts.fact import DAY, YEARS

#: Longer statements have a misread date.
LONGEST = timedelta(days=3700)


@dataclass(frozen=True, slots=True)
class DayBalance:
    """At the end of one day.   evidence: the printed balance that it is; None where it is added up from movements"""

    value: Decimal
    evidence: Evidence | None


def balances_by_day(statements: Sequence[AccountStatement]) -> dict[date, DayBalance]:
    """For each day that the statements of one account cover. Statements whose rows have no or unordered dates are left out."""
    found: dict[date, DayBalance] = {}
    for account in statements:
        for day, balance in _of(account):
            found.setdefault(day, balance)
    return found


def days_from(first: date, last: date) -> Iterator[date]:
    """Every day, both included."""
    for offset in range((last - first).days + 1):
        yield first + timedelta(days=offset)


def _of(account: AccountStatement) -> Iterator[tuple[date, DayBalance]]:
    first, last = account.first_day, account.last_day
    rows = [row.transaction for row in account.rows()]
    days = [row.date for row in rows if row.date is not None]
    if first is None or last is None or not timedelta(0) <= last - first <= LONGEST or first.year not in YEARS or last.year not in YEARS:
        return
    if len(days) < len(rows) or days != sorted(days) or any(not first <= day <= last for day in days):
        return
    if account.unread() is not None and any(row.balance is None for row in rows):
        return  # a row that was not read would be missing from every later balance
    held = _at_start(account)
    if held is None:
        return
    position, day = 0, first
    while day <= last:
        while position < len(rows) and days[position] == day:
            row = rows[position]
            if row.balance is not None:
                held = DayBalance(row.balance.value, account.evidence(row.balance, f"{day.isoformat()} 余额 balance"))
            else:
                held = DayBalance(held.value + row.amount.value, None)
            position += 1
        yield day, held
        day += DAY


def _at_start(account: AccountStatement) -> DayBalance | None:
    """Before the first row: the opening balance, else what the first row with a balance says."""
    opening = account.printed_opening
    if opening is not None:
        return DayBalance(opening.value, account.evidence(opening, "期初余额 opening balance"))
    moved = Decimal(0)
    for row in account.rows():
        moved += row.amount
        if row.transaction.balance is not None:
            return DayBalance(row.transaction.balance.value - moved, None)
    return None
