"""Books look like the profile that they were made from."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import timedelta
from itertools import pairwise
from statistics import mean

from samples.books.accounts import BANKS
from samples.books.journal import balances
from samples.firms.calendar import is_bank_day, month_end, months

from .lived import INDUSTRIES, chinese, every, flow, lived, moved, within


def _all(made):
    return within(made, made.entries[0].day, made.entries[-1].day)


@every
def test_gross_margin_is_near_the_profile(case):
    firm, made = lived(case)
    entries = _all(made)
    margin = 1 - moved(entries, "cost") / -moved(entries, "sales")
    assert abs(margin - firm.profile.gross_margin) < 0.02


@every
def test_the_first_year_sells_what_the_profile_says(case):
    firm, made = lived(case)
    sold = -moved(within(made, made.entries[0].day, firm.first + timedelta(364)), "sales")
    assert 0.85 < sold / firm.profile.revenue < 1.15


@every
def test_customers_pay_near_their_terms(case):
    """Receivables at month ends against sales of the three months before, without what is kept back."""
    firm, made = lived(case)
    if firm.industry == "catering":
        return
    ends = [month_end(month.year, month.month) for month in months(firm.first, firm.last)][3:]
    owed = mean(balances(made.entries, end).get("receivables", 0) for end in ends)
    gross = sum(deal.gross for deal in made.deals if deal.kind == "sale" and deal.day >= firm.first)
    daily = gross / ((firm.last - firm.first).days + 1)
    parties = [(firm.parties[deal.party].terms, deal.gross) for deal in made.deals if deal.kind == "sale"]
    terms = sum(days * gross for days, gross in parties) / sum(gross for _, gross in parties)
    assert 0.5 * terms < owed / daily < 1.35 * terms + 20


@every
def test_stock_is_near_its_days(case):
    firm, made = lived(case)
    if firm.industry == "services":
        return
    ends = [month_end(month.year, month.month) for month in months(firm.first, firm.last)]
    held = mean(
        sum(balances(made.entries, end).get(account, 0) for account in ("stock", "materials", "work_in_progress", "contract_costs"))
        for end in ends
    )
    daily = moved(_all(made), "cost") / ((firm.last - firm.first).days + 1)
    assert 0.6 * firm.profile.stock_days < held / daily < 1.6 * firm.profile.stock_days + 5


@every
def test_the_owner_is_no_second_bank(case):
    """What the owner puts in is little beside what customers pay."""
    _, made = lived(case)
    entries = _all(made)
    put_in = flow([entry for entry in entries if entry.kind == "owner_in"], "cf_other_financing_in")
    assert put_in < 0.25 * flow(entries, "cf_receipts_customers")


@every
def test_banks_book_on_their_days(case):
    """But for interest, which the bank books itself."""
    firm, made = lived(case)
    for entry in made.entries[1:]:
        if entry.kind == "deposit_interest" or not any(account in BANKS for account, _ in entry.postings):
            continue
        assert is_bank_day(entry.day, firm.country), entry


@every
def test_every_month_has_its_facts(case):
    firm, made = lived(case)
    assert [fact.first for fact in made.months] == list(months(firm.first, firm.last))
    for fact in made.months:
        assert fact.headcount >= 1
        assert fact.wages > 0
        assert fact.kwh > 0
        assert 0 <= fact.insured <= fact.headcount
    if firm.industry == "manufacturing":
        assert sum(fact.output for fact in made.months) > 0


@every
def test_invoices_follow_their_deliveries(case):
    """Never before, at most 25 days later, nine of ten in their month; numbered exactly when made out."""
    _, made = lived(case)
    made_out = [deal for deal in made.deals if deal.invoiced]
    for deal in made.deals:
        assert bool(deal.number) == (deal.invoiced is not None)
        assert deal.invoiced is None or 0 <= (deal.invoiced - deal.day).days <= 25
    assert sum(deal.invoiced.month == deal.day.month for deal in made_out) > 0.85 * len(made_out)


@chinese
def test_digital_numbers_have_twenty_digits(case):
    """Two of the year, two of the region, and no two alike."""
    _, made = lived(case)
    numbers = [deal.number for deal in made.deals if deal.number]
    assert len(set(numbers)) == len(numbers)
    for deal in made.deals:
        if deal.number:
            assert len(deal.number) == 20
            assert deal.number.isdigit()
            assert deal.number[:2] == f"{deal.invoiced:%y}"


@every
def test_lines_multiply(case):
    """INV001, INV002: quantity times price is the line, and its tax is the rate on it to the cent."""
    _, made = lived(case)
    for deal in made.deals:
        for line in deal.lines:
            assert line.quantity * line.price == line.net * 1000
            assert abs(line.tax - line.net * line.rate) <= 1


def test_retentions_come_after_their_time():
    firm, made = lived((104, "construction", "CN"))
    deals = {deal.id: deal for deal in made.deals}
    released = [entry for entry in made.entries if entry.kind == "retention_release"]
    assert released
    for entry in released:
        for name, _ in entry.settles:
            assert (entry.day - deals[name].day).days >= 30 * firm.profile.retention_months


def test_platforms_pay_the_days_before_less_their_fee():
    firm, made = lived((103, "catering", "CN"))
    platform = firm.of("platform")[0].id
    sales = [entry for entry in made.entries if entry.kind == "platform_sale" and entry.party == platform]
    payouts = [entry for entry in made.entries if entry.kind == "platform_payout" and entry.party == platform]
    for before, payout in pairwise(payouts[2:]):
        days = [entry.postings[0][1] for entry in sales if before.day <= entry.day < payout.day]
        assert payout.postings[0][1] == sum(gross - round(gross * firm.profile.platform_fee) for gross in days)


def test_the_same_seed_has_the_same_books_under_any_hash_seed_and_time_zone():
    code = (
        "import hashlib, sys\n"
        "from samples.books.simulate import books\n"
        "from samples.firms.draw import firm\n"
        f"texts = [repr(books(firm(7, industry=name))) for name in {INDUSTRIES!r}]\n"
        "print(hashlib.sha256(''.join(texts).encode()).hexdigest())\n"
    )
    seen = set()
    for hash_seed, zone in (("1", "UTC"), ("2", "Pacific/Auckland")):
        environment = {**os.environ, "PYTHONHASHSEED": hash_seed, "TZ": zone}
        answer = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
        seen.add(answer.stdout)
    assert len(seen) == 1
