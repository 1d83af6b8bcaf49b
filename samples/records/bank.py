"""Bank statements: what the bank saw of each account, month by month or quarter by quarter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from random import Random
from typing import NamedTuple

from samples.books.accounts import BANKS
from samples.books.journal import Deal, Entry, Ledgers
from samples.case import Document
from samples.firms import narratives
from samples.firms.firm import Account, Firm, Party
from samples.records.record import BankLine, BankStatement
from samples.streams import share, stream

#: Kinds that the bank itself books, at night or in the early morning.
_BY_THE_BANK = frozenset({"bank_fee", "deposit_interest", "loan_interest"})
#: Collections by the state, by direct debit.
_COLLECTED = frozenset({"vat_paid", "surcharges_paid", "stamp_tax", "income_tax_paid", "wage_tax_paid", "insurance", "sales_tax_paid"})


class _Movement(NamedTuple):
    """A posting to one account as the bank has it."""

    day: date
    time: str
    id: str
    amount: int
    entry: Entry


def bank_statements(ledgers: Ledgers, entries: tuple[Entry, ...], deals: Iterable[Deal]) -> Iterator[Document]:
    """The statements of every account for the last six to twenty-four months, one for each month or quarter.

    entries, deals   of the version "actual"

    A row's time, texts and reference come from a stream named by its entry: an entry more moves no other row's.

    Setting that it reads: bank_months (how many months are handed in; default: drawn for the firm)
    """
    firm = ledgers.firm
    source = stream(firm.seed, "bank statements")
    months = int(str(ledgers.settings.get("bank_months", source.choice((6, 12, 12, 12, 18, 24)))))
    quarterly = source.random() < 0.3
    start = max(_month_before(firm.last, months), firm.first)
    own = {account.id: account for account in firm.accounts}
    # Who pays writes the number of the invoice that he holds, whether goods came with it or not.
    numbers = {deal.id: deal.number for one in (ledgers.deals("stated"), deals) for deal in one if deal.number}
    openings: dict[str, int] = dict.fromkeys(own, 0)
    later: dict[str, list[_Movement]] = {account: [] for account in own}
    banks = frozenset(BANKS)
    for entry in entries:
        legs = [(account, amount) for account, amount in entry.postings if account in banks and account in own]
        for index, (account, amount) in enumerate(legs):
            day = entry.cleared or entry.day
            if day < start:
                openings[account] += amount
            elif day <= firm.last:
                name = entry.id if index == 0 else f"{entry.id}/{index + 1}"
                later[account].append(_Movement(day, _time(firm, entry, amount), name, amount, entry))
    for held in firm.accounts:
        yield from _of_account(firm, held, openings[held.id], later[held.id], start, quarterly, numbers)


def _month_before(day: date, months: int) -> date:
    """The first day of the month that begins a span of `months` months ending with the month of `day`."""
    count = day.year * 12 + day.month - months
    return date(count // 12, count % 12 + 1, 1)


def _time(firm: Firm, entry: Entry, amount: int) -> str:
    at = share(firm.seed, "bank time", entry.id)
    if entry.kind in _BY_THE_BANK:
        second = int(at * 7200)
    elif entry.kind in _COLLECTED:
        second = 8 * 3600 + int(at * 7 * 3600)
    elif entry.kind == "loan_draw":
        # New money comes before the old loan of that day is repaid with it.
        second = 9 * 3600 + int(at * 3600)
    elif entry.kind == "loan_repayment":
        second = 10 * 3600 + 1800 + int(at * 6 * 3600)
    elif amount > 0:
        second = 8 * 3600 + 1800 + int(at * 8 * 3600)
    else:
        second = 9 * 3600 + 1800 + int(at * 8 * 3600)
    return f"{second // 3600:02d}:{second // 60 % 60:02d}:{second % 60:02d}"


def _periods(start: date, last: date, quarterly: bool) -> Iterator[tuple[date, date]]:
    while start <= last:
        months = 3 - (start.month - 1) % 3 if quarterly else 1
        count = start.year * 12 + start.month - 1 + months
        end = min(date(count // 12, count % 12 + 1, 1) - timedelta(days=1), last)
        yield start, end
        start = end + timedelta(days=1)


def _of_account(
    firm: Firm, account: Account, opening: int, movements: list[_Movement], start: date, quarterly: bool, numbers: dict[str, str]
) -> Iterator[Document]:
    movements.sort(key=lambda movement: movement[:3])
    periods = list(_periods(start, firm.last, quarterly))
    printed = firm.last + timedelta(days=1 + int(share(firm.seed, "bank printed", account.id) * max((firm.applied - firm.last).days, 1)))
    source, at = Random(0), 0  # noqa: S311  reseeded for each row
    for number, (first, end) in enumerate(periods, start=1):
        rows: list[_Movement] = []
        while at < len(movements) and movements[at].day <= end:
            rows.append(movements[at])
            at += 1
        lines, balance = [], opening
        for row in _solvent(rows, opening):
            balance += row.amount
            lines.append(_line(firm, account, row, balance, numbers, source))
        statement = BankStatement(
            bank=account.bank,
            bank_name=account.bank_name,
            branch=account.branch,
            holder=firm.name,
            account=account.number,
            account_id=account.id,
            currency=firm.currency,
            start=first,
            end=end,
            opening=opening,
            closing=balance,
            lines=tuple(lines),
            debits=-sum(row.amount for row in rows if row.amount < 0),
            credits=sum(row.amount for row in rows if row.amount > 0),
            number=number,
            count=len(periods),
            printed=printed,
            iban=account.iban,
            bic=account.bic,
            sort_code=account.sort_code,
            address=firm.address,
        )
        yield Document(id=f"{account.id}-{end:%Y-%m}", record=statement, issuer="bank")
        opening = balance


def _solvent(rows: list[_Movement], opening: int) -> list[_Movement]:
    """The rows, their times exchanged on a day that would else be overdrawn in passing: there, money comes in first."""
    result: list[_Movement] = []
    index, balance = 0, opening
    while index < len(rows):
        end = index
        while end < len(rows) and rows[end].day == rows[index].day:
            end += 1
        day = rows[index:end]
        lowest, passing = balance, balance
        for row in day:
            passing += row.amount
            lowest = min(lowest, passing)
        if lowest < 0 <= min(balance, passing):
            times = [row.time for row in day]
            day = [row._replace(time=time) for row, time in zip(sorted(day, key=lambda row: row.amount < 0), times, strict=True)]
        result += day
        index, balance = end, passing
    return result


def _line(firm: Firm, account: Account, row: _Movement, balance: int, numbers: dict[str, str], source: Random) -> BankLine:
    """One row.   source: a generator to seed anew for this row alone"""
    entry = row.entry
    source.seed(f"{firm.seed}/bank line/{entry.id}")
    name, number, bank = _counterparty(firm, account, entry, source)
    settled = numbers.get(entry.settles[0][0], "") if len(entry.settles) == 1 else numbers.get(entry.deal, "")
    # A British or American payer signs with his own name; a Chinese one names whom he pays.
    payer = firm.parties.get(entry.party)
    writer = (payer.aliases[0] if payer.aliases else payer.name) if payer and row.amount > 0 and firm.country != "CN" else firm.short_name
    summary = narratives.summary(entry.kind, firm.country, firm.split, source, bank=account.bank)
    text = entry.note or narratives.purpose(
        entry.kind,
        firm.country,
        firm.split,
        source,
        number=settled[-8:] if firm.country == "CN" else settled,
        month=f"{row.day:%Y-%m}",
        party=writer,
    )
    reference = f"{row.day:%y%m%d}{source.randrange(10**10):010d}" if firm.country == "CN" else f"{source.randrange(10**9):09d}"
    return BankLine(
        row.id, row.day, row.time, row.amount, balance, entry.kind, summary, text, name, number, bank, reference
    )  # fmt: skip


def _counterparty(firm: Firm, account: Account, entry: Entry, source: Random) -> tuple[str, str, str]:
    """Name, account number and bank of who is on the other side; empty where the bank itself is."""
    if entry.kind == "transfer":
        others = [leg for leg, _ in entry.postings if leg in BANKS and leg != account.id]
        other = next((own for own in firm.accounts if own.id in others), None)
        return (firm.name, other.number, other.branch) if other else (firm.name, "", "")
    party: Party | None = firm.parties.get(entry.party)
    # The first two aliases are other spellings, the third is another payer: a group that pays for its members.
    spellings = party.aliases[:2] if party else ()
    if entry.through and (party is None or entry.through not in spellings):
        return entry.through, _number_of(firm, entry.through), ""
    if party is None:
        return "", "", ""
    # One spelling in nine is not the registered one.
    name = entry.through or (source.choice(spellings) if spellings and source.random() < 0.11 else party.name)
    return name, party.account, party.bank


def _number_of(firm: Firm, name: str) -> str:
    """The account number of a payer who is no party of the firm: always the same one."""
    return (
        f"62{int(share(firm.seed, 'payer', name) * 10**14):014d}"
        if firm.country == "CN"
        else f"{int(share(firm.seed, 'payer', name) * 10**8):08d}"
    )
