"""The owner's money, the firm's own transfers, what the bank pays for deposits, and the end of a year."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from samples.books.accounts import BANKS, RESULT
from samples.books.draft import rounded
from samples.firms.calendar import month_start
from samples.population.parameters import parameters

if TYPE_CHECKING:
    from samples.books.days import Days

_DAYS = 360
#: What a demand deposit is paid for: Chinese banks do so on this day of the last month of a quarter.
_INTEREST_DAY = 21
#: How often a firm that plans no dividend pays one out of what has piled up, and when it has: spare money in times of what is kept.
_SHARED = {"CN": (0.35, 1.5), "GB": (0.8, 0.5), "US": (0.8, 0.5)}
#: How many Chinese owners live on what the firm lends them, and how much of a year's sales they owe at most.
_DRAWS, _DRAWN = 0.55, 0.06


class Owner:
    """What is decided by looking at the accounts: once a day, once a month, once a year."""

    def __init__(self, days: Days) -> None:
        self.days = days
        self.draft = days.draft
        self.source = self.draft.stream("owner")
        firm = self.draft.firm
        #: What is kept in the banks before the owner takes any: half a month's sales or more, less where guests pay every day.
        months = self.source.uniform(0.45, 0.9) * (0.5 if firm.industry in {"catering", "services"} else 1.0)
        self.kept = round(firm.profile.revenue / 12 * months)
        self.draws = self.draft.chinese and self.source.random() < _DRAWS
        self.limit = round(firm.profile.revenue * _DRAWN)
        self.step = 1_000_000 if firm.currency == "CNY" else 100_000
        self.rate = float(parameters()["events"]["demand_rate"])
        quarter = month_start(firm.first, -((firm.first.month) % 3)).replace(day=_INTEREST_DAY)
        passed = (firm.first - quarter).days
        # Before the books begin the accounts are taken to have stood as they open.
        self.products = {account: max(passed, 0) * days.balances.get(account, 0) for account in days.banks}
        self.paid_year: int | None = None
        self.dividend_month = self.source.choice((2, 4, 5, 6))

    def gift(self, short: int) -> int:
        """What the owner puts in when so much is short: more than that, in round sums."""
        wanted = short + self.kept // 6
        return -(-wanted // self.step) * self.step

    def night(self) -> None:
        """Count the balance of this day towards the interest."""
        if self.draft.chinese:
            for account in self.days.banks:
                self.products[account] += self.days.balances.get(account, 0)

    def morning(self, day: date) -> None:
        if self.draft.chinese and day.day == _INTEREST_DAY and day.month % 3 == 0:
            self._interest(day)
        if day.day == 26:
            self._surplus(self.draft.bank_day(day))
        if day.day == 25 and len(self.days.banks) > 1:
            self._sweep(self.draft.bank_day(day))

    def _interest(self, day: date) -> None:
        for account in self.days.banks:
            amount = round(self.products[account] * self.rate / _DAYS)
            self.products[account] = 0
            if amount > 0:
                rows = ((account, amount), ("interest_income", -amount))
                self.draft.book(f"deposit-{account}-{day:%Y-%m-%d}", day, "deposit_interest", rows, "cf_other_operating_in")

    def _sweep(self, day: date) -> None:
        """Bring the trade's money to the basic account, from which wages and taxes are paid."""
        for account in BANKS[1:]:
            held = self.days.balances.get(account, 0)
            if held > self.kept // 2:
                amount = held * 7 // 10 // self.step * self.step
                if amount:
                    name = f"swept-{day:%Y-%m-%d}-{account}"
                    self.days.at(day, lambda today, a=account, m=amount, n=name: self._move(n, today, a, m))  # type: ignore[misc]

    def _move(self, name: str, day: date, account: str, amount: int) -> None:
        if self.days.balances.get(account, 0) >= amount:
            self.draft.book(name, day, "transfer", (("bank_1", amount), (account, -amount)))

    def _surplus(self, day: date) -> None:
        """Repay the owner, or pay a dividend, out of what the firm does not need."""
        self.days.at(day, self._take)

    def _take(self, day: date) -> None:
        balances = self.days.balances
        spare = min(self.days.money() - self.kept, balances.get("bank_1", 0) - self.kept // 3)
        owed = -balances.get("owner_loan", 0)
        if spare > self.step and owed > 0 and self.source.random() < 0.5:
            spare -= self._out(day, min(owed, spare * 7 // 10))
        elif owed < 0 and self.source.random() < 0.12:
            self._back(day, -owed)
        elif self.draws and owed > -self.limit and spare > self.kept // 2 and self.source.random() < 0.25:
            # In the look of the law a loan to the owner, in fact what he lives on.
            spare -= self._out(day, min(round(spare * self.source.uniform(0.2, 0.5)), self.limit + owed))
        self._share(day, spare)

    def _out(self, day: date, most: int) -> int:
        amount = most // self.step * self.step
        if amount > 0:
            rows = (("owner_loan", amount), ("bank_1", -amount))
            self.draft.book(f"owner-out-{day:%Y-%m-%d}", day, "owner_out", rows, "cf_other_financing_out", self.draft.firm.owner.id)
        return max(amount, 0)

    def _back(self, day: date, owing: int) -> None:
        amount = min(owing, rounded(owing * self.source.uniform(0.1, 0.4), 100_000))
        if amount > 0:
            rows = (("bank_1", amount), ("owner_loan", -amount))
            self.draft.book(f"owner-in-{day:%Y-%m-%d}", day, "owner_in", rows, "cf_other_financing_in", self.draft.firm.owner.id)

    def _share(self, day: date, spare: int) -> None:
        """A dividend, once a year: the one that the firm pays, or half of what has piled up."""
        if self._months_after_close(day) != self.dividend_month or self.paid_year == day.year:
            return
        self.paid_year = day.year
        paid = self.draft.profile.dividend
        chance, rich = _SHARED[self.draft.firm.country]
        if spare > rich * self.kept and (paid or self.source.random() < chance):
            paid = max(paid, spare * 6 // 10 // self.step * self.step)
        if 0 < paid < min(spare, -self.days.balances.get("retained", 0)):
            rows = (("retained", paid), ("bank_1", -paid))
            self.draft.book(f"dividend-{day.year}", day, "dividend", rows, "cf_dividends_paid", self.draft.firm.owner.id)

    def _months_after_close(self, day: date) -> int:
        return (day.month - self.draft.firm.year_ends[0].month) % 12

    def close(self, day: date) -> None:
        """Close the accounts of the result, and put a tenth of a profit into the reserve (China)."""
        moves = [(account, -self.days.balances[account]) for account in RESULT if self.days.balances.get(account)]
        profit = sum(amount for _, amount in moves)
        self.days.evening(f"closing-{day.year}", "closing", (*moves, ("retained", -profit)))
        if self.draft.chinese:
            tenth = max(profit, 0) // 10
            self.days.evening(f"reserve-{day.year}", "reserve", (("retained", tenth), ("surplus_reserve", -tenth)))
