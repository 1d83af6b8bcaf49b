"""Taxes follow the books that are filed: when a fabrication changes those, what is declared and what the bank pays change with them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from samples.books.accounts import BANKS, RESULT
from samples.books.cycles.taxes import EXEMPT_QUARTER, corporation_tax, payment_day, period_ends, surcharges
from samples.books.journal import VIEWS, Entry, Kind, Ledgers
from samples.fabrication.laying import laid
from samples.fabrication.periods import CLOSING, movement, years
from samples.fabrication.purse import Purse
from samples.firms import calendar
from samples.firms.firm import Firm

#: Months after that of the year end in which a year's income tax is paid, on about the 15th.
_INCOME_DUE = {"CN": 5, "GB": 10, "US": 4}
_PAID = frozenset({"vat_paid", "sales_tax_paid"})
_RESULT = frozenset(RESULT)


class Turnover(NamedTuple):
    """Turnover tax of one period.   due: to pay   exempt: forgiven to a small-scale taxpayer"""

    due: int
    exempt: int


def settled(before: Ledgers, after: Ledgers, code: str, *, stated: bool = False) -> Ledgers:
    """`after` with its taxes in line with what it files.

    Turnover tax of each period, surcharges on it and income tax of each year are worked out for the filed version of both; by as much as
    they differ, the accruals change in the filed books and the payments in all versions, for the bank paid what was declared.
    stated   the books for the lender have the same trade in them, and accrue the same taxes
    """
    firm = before.firm
    old, new = before.entries("filed"), after.entries("filed")
    accrued: list[Entry] = []
    moves: dict[str, int] = {}
    added: list[Entry] = []
    was, now = turnover_taxes(firm, old), turnover_taxes(firm, new)
    more_surcharges: dict[int, int] = {}
    for end, tax in now.items():
        change = tax.due - was[end].due
        forgiven = tax.exempt - was[end].exempt
        if forgiven:
            postings = (("vat_payable", forgiven), ("non_operating_income", -forgiven))
            accrued.append(Entry(f"{code}-exempt-{end:%Y-%m}", end, "vat_closing", postings))
        if not change:
            continue
        _pay(firm, new, end, change, moves, added, code)
        if firm.country == "CN":
            urban, levy = (one - two for one, two in zip(surcharges(tax.due), surcharges(was[end].due), strict=True))
            rows = (("urban_tax", urban), ("education_levy", levy), ("surcharges_payable", -urban - levy))
            if urban or levy:
                accrued.append(Entry(f"{code}-surcharges-{end:%Y-%m}", end, "surcharges", tuple(row for row in rows if row[1])))
            following = payment_day(firm, end)
            month = following.year * 12 + following.month
            more_surcharges[month] = more_surcharges.get(month, 0) + urban + levy
    for month, change in more_surcharges.items():
        _amend(new, change, moves, ("surcharges_paid",), month)
    for end, accrual, payment in _income(before, after, accrued):
        if accrual:
            postings = (("income_tax", accrual), ("income_tax_payable", -accrual))
            accrued.append(Entry(f"{code}-filed-tax-{end:%Y}", end, "income_tax", postings))
        if payment:
            _pay_income(firm, new, end, payment, moves, added, code)
    done = laid(after, code, ("stated", "filed") if stated else ("filed",), added=accrued) if accrued else after
    return _paid(done, code, moves, added)


def turnover_taxes(firm: Firm, entries: Iterable[Entry]) -> dict[date, Turnover]:
    """Period end -> turnover tax, of every period that ends inside the books.   entries: of one version, by day"""
    moved: dict[tuple[int, int], int] = {}
    sold: dict[tuple[int, int], int] = {}
    opening = 0
    for entry in entries:
        month = (entry.day.year, entry.day.month)
        for account, amount in entry.postings:
            if account == "vat_payable" and entry.kind not in _PAID and entry.kind != "vat_closing":
                if entry.day < firm.first:
                    opening += amount
                else:
                    moved[month] = moved.get(month, 0) + amount
            elif account in {"sales", "other_sales"} and entry.kind not in CLOSING:
                sold[month] = sold.get(month, 0) - amount
    # A debt of the time before is paid with the period before; a credit is carried on.
    running = max(opening, 0)
    found: dict[date, Turnover] = {}
    recent: list[int] = []
    for first in calendar.months(firm.first, firm.last):
        running += moved.get((first.year, first.month), 0)
        recent.append(sold.get((first.year, first.month), 0))
        end = calendar.month_end(first.year, first.month)
        if not period_ends(firm, first) or end > firm.last:
            continue
        due, exempt = max(-running, 0), 0
        if firm.taxpayer == "small_scale" and due > 0 and sum(recent[-3:]) <= EXEMPT_QUARTER:
            due, exempt = 0, due
        found[end] = Turnover(due, exempt)
        # What is due is paid before the next period ends, what is forgiven is gone; a credit is carried on.
        running = max(running, 0)
    return found


def _pay(firm: Firm, entries: Iterable[Entry], end: date, change: int, moves: dict[str, int], added: list[Entry], code: str) -> None:
    """The payment of that period's turnover tax, changed; a new one where there was none."""
    day = payment_day(firm, end)
    left = _amend(entries, change, moves, tuple(_PAID), day.year * 12 + day.month)
    when = calendar.on_or_after(day, firm.country)
    if left > 0 and when <= firm.last:
        account = firm.accounts[0].id if firm.accounts else BANKS[0]
        treasury = firm.of("treasury")
        postings = (("vat_payable", left), (account, -left))
        party = treasury[0].id if treasury else ""
        kind: Kind = "sales_tax_paid" if firm.taxpayer == "sales_tax" else "vat_paid"
        added.append(Entry(f"{code}-vat-{end:%Y-%m}", when, kind, postings, "cf_taxes_paid", party))


def _pay_income(firm: Firm, entries: Iterable[Entry], end: date, change: int, moves: dict[str, int], added: list[Entry], code: str) -> None:
    """The payments of a year's income tax, changed: more is paid after the year, less from its second quarter on."""
    month = end.year * 12 + end.month
    first, later = (month + 1, 10) if change > 0 else (month - 8, 19)
    left = _amend(entries, change, moves, ("income_tax_paid",), first, later)
    when = calendar.on_or_after(calendar.month_start(end, _INCOME_DUE[firm.country]) + timedelta(14), firm.country)
    if left > 0 and when <= firm.last:
        account = firm.accounts[0].id if firm.accounts else BANKS[0]
        treasury = firm.of("treasury")
        postings = (("income_tax_payable", left), (account, -left))
        party = treasury[0].id if treasury else ""
        added.append(Entry(f"{code}-income-{end:%Y}", when, "income_tax_paid", postings, "cf_taxes_paid", party))


def _amend(entries: Iterable[Entry], change: int, moves: dict[str, int], kinds: tuple[str, ...], month: int, later: int = 0) -> int:
    """Note that payments of those kinds in that month (or up to `later` months after it) rise by `change`; what is left unplaced."""
    # What falls, falls with the last payment first.
    for entry in entries if change > 0 else reversed(tuple(entries)):
        at = entry.day.year * 12 + entry.day.month
        if not change or entry.kind not in kinds or not month <= at <= month + later:
            continue
        paid = -sum(amount for account, amount in entry.postings if account in BANKS) + moves.get(entry.id, 0)
        part = max(change, -paid)
        if part:
            moves[entry.id] = moves.get(entry.id, 0) + part
            change -= part
    return change


def _income(before: Ledgers, after: Ledgers, accrued: list[Entry]) -> list[tuple[date, int, int]]:
    """Income tax of each year on the profit that is filed: year end, what is to be accrued on top, by how much more is due than before.

    Losses of earlier years are set off. What the forger accrued himself counts already.
    """
    country = before.firm.country
    losses = {"before": 0, "after": 0}
    versions = (("before", before.entries("filed")), ("after", (*after.entries("filed"), *accrued)))
    found: list[tuple[date, int, int]] = []
    for year in years(before):
        tax: dict[str, int] = {}
        booked: dict[str, int] = {}
        for name, entries in versions:
            booked[name] = movement(entries, ("income_tax",), year)
            profit = booked[name] - movement(entries, _RESULT, year)
            tax[name] = corporation_tax(country, profit, losses[name])
            losses[name] = max(losses[name] - profit, 0)
        change = tax["after"] - tax["before"]
        more = max(change - booked["after"] + booked["before"], -booked["after"])
        found.append((year.last, more, more + booked["after"] - booked["before"]))
    return found


def _paid(ledgers: Ledgers, code: str, moves: dict[str, int], added: list[Entry]) -> Ledgers:
    """The payments of all versions changed by `moves` (id -> more), new ones added, what becomes nothing dropped."""
    moves, added = _affordable(ledgers, moves, added)
    wanted = {name for name, change in moves.items() if change}
    done = ledgers
    same: dict[tuple[Entry, ...], list[str]] = {}
    for view in VIEWS:
        changed = tuple(_more(entry, moves[entry.id]) for entry in ledgers.entries(view) if entry.id in wanted)
        same.setdefault(changed, []).append(view)
    for changed, views in same.items():
        kept = tuple(entry for entry in changed if entry.postings)
        if changed or added:
            here = tuple(view for view in VIEWS if view in views)
            done = laid(done, code, here, added=(*kept, *added), dropped=tuple(entry.id for entry in changed))
    return done


def _affordable(ledgers: Ledgers, moves: dict[str, int], added: list[Entry]) -> tuple[dict[str, int], list[Entry]]:
    """Those of the changes that the account can bear, by day: a tax that there is no money for stays owed."""
    account = ledgers.firm.accounts[0].id if ledgers.firm.accounts else BANKS[0]
    purse = Purse(ledgers, account)
    kept: dict[str, int] = {}
    new: list[Entry] = []
    due = [(entry.day, moves[entry.id], entry) for entry in ledgers.entries("actual") if moves.get(entry.id)]
    due += [(entry.day, entry.postings[0][1], entry) for entry in added]
    for day, change, entry in sorted(due, key=lambda one: (one[0], one[2].id)):
        if change > purse.room(day):
            continue
        purse.move(day, -change)
        if entry in added:
            new.append(entry)
        else:
            kept[entry.id] = change
    return kept, new


def _more(entry: Entry, change: int) -> Entry:
    """A payment of that much more, under the same id: the bank's row changes its amount and nothing else."""
    postings = []
    for account, amount in entry.postings:
        if account in BANKS:
            postings.append((account, amount - change))
        elif amount > 0:
            postings.append((account, amount + change))
        else:
            postings.append((account, amount))
    return entry._replace(postings=tuple(posting for posting in postings if posting[1]))
