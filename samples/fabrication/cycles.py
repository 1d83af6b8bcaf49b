"""Own money that leaves to helpers and comes back as customers' payments: what F05, F06 and F26 make the bank see."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from samples.books.journal import VIEWS, Entry, Ledgers
from samples.fabrication.laying import laid
from samples.fabrication.periods import Period
from samples.fabrication.phrases import phrase
from samples.fabrication.purse import Purse, fullest
from samples.firms import calendar
from samples.firms.firm import Party

#: Cycles after which a forger stops, whatever is still wanted.
_MOST = 240


@dataclass(frozen=True, slots=True, kw_only=True)
class Cycling:
    """How money is made to go round.

    wanted    credits to come to, minor units
    out, back  parties that it leaves to, and comes back from
    fee       least and most share that the helpers keep
    care      0: round sums, back whole and on the same day or soon; 1: less round, back in parts; 2: with a noise of 2 %, never within
              the day
    owed, owing   open deals that the money is said to settle: (deal, party, minor units); payables of the firm, receivables
    """

    code: str
    wanted: int
    period: Period
    out: tuple[Party, ...]
    back: tuple[Party, ...]
    fee: tuple[float, float]
    care: int
    owed: tuple[tuple[str, str, int], ...] = ()
    owing: tuple[tuple[str, str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Cycled:
    """What came of it.   rows: ids of its entries   credits: minor units that came back"""

    ledgers: Ledgers
    credits: int
    cycles: int
    account: str
    rows: tuple[str, ...]


def cycled(ledgers: Ledgers, source: Random, how: Cycling) -> Cycled | None:
    """The books with the cycles in all versions, for the bank saw them; None when the accounts never held enough for one.

    No account is overdrawn by it. What cannot be cycled with the money there is left out: `credits` says how far it went.
    """
    purse = Purse(ledgers, fullest(ledgers))
    days = tuple(calendar.bank_days(how.period.first, how.period.last - timedelta(8), ledgers.firm.country))
    if not days:
        return None
    books = _Books(ledgers, how, purse.account)
    left, tries = how.wanted, 0
    unit = _unit(how)
    while left > 0 and tries < _MOST:
        tries += 1
        day = source.choice(days)
        end = _back(ledgers, source, how, day)
        most = min(purse.room(day, end) * 9 // 10, round(how.wanted * source.uniform(0.06, 0.16)), left * 102 // 100)
        amount = most // unit * unit if most >= unit else most // 100 * 100 if how.wanted < 40 * unit else 0
        if amount <= 0:
            continue
        kept = round(amount * source.uniform(*how.fee))
        if how.care == 2:
            amount -= source.randint(0, max(amount // 50, 1))
        else:
            kept = kept // 100 * 100
        if amount <= kept or purse.room(day) < kept:
            continue
        books.cycle(source, day, end, amount, amount - kept)
        purse.move(day, -amount)
        purse.move(end, amount - kept)
        left -= amount - kept
    if not books.entries:
        return None
    done = laid(ledgers, how.code, VIEWS, added=books.entries)
    return Cycled(done, how.wanted - left, books.count, purse.account, tuple(entry.id for entry in books.entries))


def _unit(how: Cycling) -> int:
    """The step of the sums: ten thousand for the careless when the whole is large enough, less for small firms and the careful."""
    for step in (1_000_000, 100_000, 10_000) if how.care < 2 else (10_000,):
        if how.wanted >= 30 * step:
            return step
    return 100


def _back(ledgers: Ledgers, source: Random, how: Cycling, day: date) -> date:
    gap = source.randint(1 if how.care == 2 else 0, 7)
    end = calendar.on_or_after(day + timedelta(gap), ledgers.firm.country)
    return end if (end - day).days <= 7 else calendar.on_or_before(day + timedelta(gap), ledgers.firm.country)


class _Books:
    """The entries of the cycles, and which open deals they are said to settle."""

    def __init__(self, ledgers: Ledgers, how: Cycling, account: str) -> None:
        self.ledgers, self.how, self.account = ledgers, how, account
        self.entries: list[Entry] = []
        self.count = 0
        self._owed, self._owing = list(how.owed), list(how.owing)

    def cycle(self, source: Random, day: date, end: date, out: int, back: int) -> None:
        self.count += 1
        name = f"{self.how.code}-{self.count}"
        self._out(f"{name}-out", day, source.choice(self.how.out), out)
        pieces = 1 if self.how.care == 0 or back < 20_000 else source.randint(1, 3)
        payer = source.choice(self.how.back)
        step = 100 if self.how.care < 2 else 1
        done = 0
        for piece in range(1, pieces + 1):
            part = back - done if piece == pieces else round(back / pieces * source.uniform(0.8, 1.2) / step) * step
            self._in(f"{name}-in{piece}" if pieces > 1 else f"{name}-in", end, payer, part)
            done += part

    def _out(self, name: str, day: date, party: Party, amount: int) -> None:
        settled, rest = _settle(self._owed, amount)
        postings = [(account, value) for account, value in (("payables", amount - rest), ("prepayments", rest)) if value]
        self.entries.append(
            Entry(
                name,
                day,
                "payment" if settled else "prepayment",
                (*postings, (self.account, -amount)),
                flow="cf_payments_suppliers",
                party=settled[0][1] if settled else party.id,
                settles=tuple((deal, value) for deal, _, value in settled),
                note="" if settled else phrase(self.ledgers.firm, "payment", name, day),
            )
        )

    def _in(self, name: str, day: date, party: Party, amount: int) -> None:
        settled, rest = _settle(self._owing, amount)
        postings = [(account, -value) for account, value in (("receivables", amount - rest), ("advances", rest)) if value]
        self.entries.append(
            Entry(
                name,
                day,
                "receipt" if settled else "advance",
                ((self.account, amount), *postings),
                flow="cf_receipts_customers",
                party=settled[0][1] if settled else party.id,
                settles=tuple((deal, value) for deal, _, value in settled),
                note="" if settled else phrase(self.ledgers.firm, "receipt", name, day, party),
            )
        )


def _settle(open_deals: list[tuple[str, str, int]], amount: int) -> tuple[list[tuple[str, str, int]], int]:
    """Deals of one party that `amount` settles, oldest first, and what is left over; takes them from the list."""
    settled: list[tuple[str, str, int]] = []
    while open_deals and amount and (not settled or open_deals[0][1] == settled[0][1]):
        deal, party, value = open_deals.pop(0)
        part = min(value, amount)
        settled.append((deal, party, part))
        amount -= part
        if part < value:
            open_deals.insert(0, (deal, party, value - part))
    return settled, amount


def open_of(ledgers: Ledgers, account: str, codes: tuple[str, ...]) -> tuple[tuple[str, str, int], ...]:
    """Deals that the kinds `codes` made up and nobody has paid in the stated books: (deal, party, minor units), by day."""
    side = 1 if account == "receivables" else -1
    found: dict[str, tuple[str, int]] = {}
    for entry in ledgers.entries("stated"):
        if entry.deal.startswith(codes):
            amount = side * sum(value for name, value in entry.postings if name == account)
            if amount > 0:
                found[entry.deal] = (entry.party, found.get(entry.deal, ("", 0))[1] + amount)
        for deal, value in entry.settles:
            if deal in found:
                found[deal] = (found[deal][0], found[deal][1] - value)
    return tuple((deal, party, amount) for deal, (party, amount) in found.items() if amount > 0)
