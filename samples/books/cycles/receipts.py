"""What customers pay: after their terms and a lag, for several invoices at once, in parts, through others, by note, before delivery."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from random import Random
from typing import Any

from samples.books.draft import Draft, Sold, rounded
from samples.books.journal import DealLine
from samples.population.parameters import parameters

_ADVANCED = 0.03
_LOST = 0.002
_RETURNED = 0.006
#: Months from the due day until a lost debt is written off.
_WRITTEN_OFF = (9, 18)
_NOTE_MONTHS = (3, 6)


def collect(draft: Draft, sold: Iterable[Sold]) -> None:
    """Book the receipts of those sales. What falls after the last day stays owed."""
    events: dict[str, Any] = parameters()["events"]
    by_party: dict[str, list[Sold]] = {}
    for sale in sold:
        by_party.setdefault(sale.party, []).append(sale)
    for party, sales in sorted(by_party.items()):
        source = draft.stream("receipts", party)
        planned: list[tuple[date, Sold, int]] = []
        for sale in sales:
            owed = sale.gross - sale.kept
            if not sale.at_once:
                fate = source.random()
                if fate < _LOST:
                    _write_off(draft, sale, owed, source)
                    continue
                if fate < _LOST + _ADVANCED:
                    _advance(draft, sale, owed, source)
                    continue
                if fate < _LOST + _ADVANCED + _RETURNED:
                    owed -= _returned(draft, sale, source)
                elif fate > 1 - events["part_payment"] and owed > 1_000_00:
                    first = rounded(owed * source.uniform(0.3, 0.7), 10_000) or owed // 2
                    day = _paid(draft, sale, source)
                    planned.append((day, sale, first))
                    planned.append((draft.bank_day(day + timedelta(source.randint(10, 40))), sale, owed - first))
                    continue
            planned.append((_paid(draft, sale, source), sale, owed))
        _book(draft, party, sorted(planned, key=lambda item: (item[0], item[1].deal)), source)


def _paid(draft: Draft, sale: Sold, source: Random) -> date:
    if sale.at_once:
        return draft.bank_day(sale.day + timedelta(source.choice((0, 0, 0, 1, 2))))
    lag = int(source.lognormvariate(1.6, 0.9)) - 4
    return draft.bank_day((sale.invoiced or sale.day) + timedelta(max(1, draft.terms(sale.party) + lag)))


def _book(draft: Draft, party: str, planned: list[tuple[date, Sold, int]], source: Random) -> None:
    events: dict[str, Any] = parameters()["events"]
    known = draft.firm.parties.get(party)
    place = 0
    while place < len(planned):
        day, sale, amount = planned[place]
        place += 1
        settles = [(sale.deal, amount)]
        at_once = sale.at_once
        while (
            not at_once
            and place < len(planned)
            and source.random() < events["several_invoices_one_payment"]
            and planned[place][1].day <= day
            and planned[place][1].deal != settles[-1][0]
            and (planned[place][0] - day).days <= 25
        ):
            settles.append((planned[place][1].deal, planned[place][2]))
            place += 1
        total = sum(part for _, part in settles)
        # The chance of a note is raised because only larger sums on terms are paid by one.
        if not at_once and source.random() < draft.profile.notes_share * 1.1:
            _note(draft, party, day, settles, total, source)
            continue
        through = ""
        if source.random() < events["other_payer"] and not at_once:
            # The third alias of a firm is the group that pays for it; the others are spellings of its own name.
            through = known.aliases[2] if known and len(known.aliases) > 2 else ""
        name = f"r-{settles[0][0]}-{day:%m%d}"
        account = draft.account(party)
        postings = ((account, total), ("receivables", -total))
        draft.book(name, day, "receipt", postings, "cf_receipts_customers", party, "", tuple(settles), through)
        if source.random() < events["deduction"] and not at_once:
            fee = min(total // 200, source.choice((500, 1_000, 1_500, 2_500, 5_000)))
            if fee:
                charge = (("bank_charges", fee), (account, -fee))
                draft.book(f"f-{name}", day, "bank_fee", charge, "cf_other_operating_out")


def _note(draft: Draft, party: str, day: date, settles: list[tuple[str, int]], total: int, source: Random) -> None:
    """A bankers' acceptance comes in, and its money when it falls due."""
    name = f"n-{settles[0][0]}-{day:%m%d}"
    draft.book(name, day, "note_in", (("notes_receivable", total), ("receivables", -total)), "", party, "", tuple(settles))
    months = source.choice(_NOTE_MONTHS)
    due = draft.bank_day(day + timedelta(round(months * 30.4) + source.randint(-8, 8)))
    money = ((draft.account(party), total), ("notes_receivable", -total))
    draft.book(f"c-{name[2:]}", due, "note_cashed", money, "cf_receipts_customers", party, "", tuple(settles))


def _advance(draft: Draft, sale: Sold, owed: int, source: Random) -> None:
    """Part of the price comes before the goods, the rest afterwards."""
    part = rounded(owed * source.choice((0.2, 0.3, 0.5, 1.0)), 10_000) or owed
    part = min(part, owed)
    day = min(draft.bank_day(sale.day - timedelta(source.randint(5, 30))), sale.day)
    money = ((draft.account(sale.party), part), ("advances", -part))
    draft.book(f"d-{sale.deal}", day, "advance", money, "cf_receipts_customers", sale.party, "", ((sale.deal, part),))
    applied = (("advances", part), ("receivables", -part))
    draft.book(f"e-{sale.deal}", sale.day, "advance", applied, "", sale.party, "", ((sale.deal, part),))
    if part < owed:
        _book(draft, sale.party, [(_paid(draft, sale, source), sale, owed - part)], source)


def _write_off(draft: Draft, sale: Sold, owed: int, source: Random) -> None:
    day = draft.bank_day(sale.day + timedelta(30 * source.randint(*_WRITTEN_OFF)))
    draft.lost.add(sale.deal)
    rows = (("bad_debts", owed + sale.kept), ("receivables", -owed), ("retention_receivable", -sale.kept))
    postings = tuple(row for row in rows if row[1])
    draft.book(f"b-{sale.deal}", day, "bad_debt", postings, "", sale.party, "", ((sale.deal, owed + sale.kept),))


def _returned(draft: Draft, sale: Sold, source: Random) -> int:
    """An allowance for quality, with a credit note. Answers what the customer no longer owes."""
    day = sale.day + timedelta(source.randint(3, 15))
    rate = draft.profile.vat_rate
    net = round(sale.gross / (1 + rate) * source.uniform(0.02, 0.12))
    tax = round(net * rate)
    if not net or day < draft.firm.first:
        return 0
    name = f"k-{sale.deal}"
    postings = (("sales", net), ("vat_payable", tax), ("receivables", -net - tax))
    draft.book(name, day, "sale_return", tuple(row for row in postings if row[1]), "", sale.party, name, ((sale.deal, net + tax),))
    if day <= draft.firm.last:
        draft.sale(day, -net)
        good = draft.firm.goods[0]
        line = DealLine(good.category, good.name, good.unit, -1000, net, -net, -tax, rate)
        invoiced = day if sale.invoiced and day >= sale.invoiced else None
        draft.deal(name, "sale_return", day, sale.party, (line,), invoiced, None, reverses=sale.deal)
    return net + tax
