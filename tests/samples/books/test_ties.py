"""Honest books hold the ties of the catalogue exactly, each year."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise

from samples.books.accounts import MONEY
from samples.books.cycles.taxes import corporation_tax, surcharges
from samples.books.journal import balances
from samples.population.parameters import parameters

from .lived import RESULT, change, chinese, every, flow, lived, moved, within, years

_OWED_BY_CUSTOMERS = ("receivables", "retention_receivable", "notes_receivable", "advances")
_TAXES = ("vat_payable", "surcharges_payable", "income_tax_payable")


def _each_year(case):
    firm, made = lived(case)
    for _, end in years(firm):
        start = end.replace(year=end.year - 1)
        if start.month == 2:
            start = (end + timedelta(1)).replace(year=end.year - 1) - timedelta(1)
        yield firm, made, start, end, within(made, start, end)


@every
def test_customer_receipts_follow_from_sales(case):
    """XST011, ROL007: receipts = sales and the tax on them, less what customers owe more, less what is lost."""
    for _, made, start, end, entries in _each_year(case):
        sold = -moved(entries, "sales") - sum(
            amount
            for entry in entries
            if entry.kind in {"sale", "cash_sale", "platform_sale", "sale_return"}
            for account, amount in entry.postings
            if account == "vat_payable"
        )
        owed = change(made, start, end, *_OWED_BY_CUSTOMERS)
        assert flow(entries, "cf_receipts_customers") == sold - owed - moved(entries, "bad_debts")


@every
def test_supplier_payments_follow_from_purchases(case):
    """ROL008."""
    for _, made, start, end, entries in _each_year(case):
        bought = sum(deal.gross for deal in made.deals if deal.kind == "purchase" and start < deal.day <= end)
        assert flow(entries, "cf_payments_suppliers", out=True) == bought + change(made, start, end, "payables", "prepayments")


@every
def test_stock_rolls(case):
    """ROL006: stock grows by purchases and what production adds, and falls by the cost of sales."""
    for firm, made, start, end, entries in _each_year(case):
        if firm.industry == "services":
            continue
        bought = sum(
            amount for entry in entries if entry.kind == "purchase" for account, amount in entry.postings
            if account in {"stock", "materials", "contract_costs"}
        )  # fmt: skip
        added = sum(
            amount for entry in entries if entry.kind in {"wages", "power", "depreciation"} for account, amount in entry.postings
            if account in {"work_in_progress", "contract_costs"}
        )  # fmt: skip
        stock = change(made, start, end, "stock", "materials", "work_in_progress", "contract_costs")
        assert stock == bought + added - moved(entries, "cost")


@every
def test_wages_roll(case):
    """ROL009: what people are owed moves by their cost less what they are paid."""
    for _, made, start, end, entries in _each_year(case):
        cost = sum(amount for entry in entries if entry.kind == "wages" for account, amount in entry.postings if account != "wages_payable")
        assert -change(made, start, end, "wages_payable") == cost - flow(entries, "cf_payments_employees", out=True)


@every
def test_taxes_roll(case):
    """ROL010: taxes owed move by turnover tax, surcharges and income tax less what is paid."""
    for _, made, start, end, entries in _each_year(case):
        turnover = -sum(
            amount for entry in entries if not entry.kind.endswith("_paid") for account, amount in entry.postings
            if account == "vat_payable"
        )  # fmt: skip
        other = moved(entries, "urban_tax", "education_levy", "stamp_tax", "income_tax")
        assert -change(made, start, end, *_TAXES) == turnover + other - flow(entries, "cf_taxes_paid", out=True)


@every
def test_turnover_tax_is_that_of_the_deals(case):
    """Tax on sales less tax on purchases, where it may be deducted, less what was paid or forgiven, is what the account moves by."""
    firm, made = lived(case)
    deals = [deal for deal in made.deals if firm.first <= deal.day <= firm.last]
    output = sum(deal.tax for deal in deals if deal.kind in {"sale", "sale_return"})
    deductible = sum(deal.tax for deal in deals if deal.kind in {"purchase", "expense"})
    if firm.taxpayer not in {"general", "uk_vat"}:
        deductible = 0
    settled = sum(
        amount for entry in made.entries if entry.kind in {"vat_paid", "sales_tax_paid", "vat_closing"}
        for account, amount in entry.postings if account == "vat_payable"
    )  # fmt: skip
    moved_by = -change(made, made.entries[0].day, firm.last, "vat_payable")
    assert moved_by == output - deductible - settled


@every
def test_borrowings_roll(case):
    """ROL011."""
    for _, made, start, end, entries in _each_year(case):
        received, repaid = flow(entries, "cf_borrowings_received"), flow(entries, "cf_principal_repaid", out=True)
        assert -change(made, start, end, "short_loans", "long_loans") == received - repaid


@every
def test_depreciation_is_the_change_of_what_is_written_off(case):
    """XST005, ROL004: disposals apart."""
    for _, made, start, end, entries in _each_year(case):
        charge = sum(
            -amount for entry in entries if entry.kind == "depreciation" for account, amount in entry.postings
            if account == "accumulated_depreciation"
        )  # fmt: skip
        gone = sum(
            amount for entry in entries if entry.kind == "disposal" for account, amount in entry.postings
            if account == "accumulated_depreciation"
        )  # fmt: skip
        assert charge > 0
        assert -change(made, start, end, "accumulated_depreciation") == charge - gone
        assert 0 <= -balances(made.entries, end).get("accumulated_depreciation", 0) <= balances(made.entries, end)["fixed_assets"]


@every
def test_retained_earnings_roll(case):
    """ROL001: with the reserve, less dividends."""
    for _, made, start, end, entries in _each_year(case):
        profit = -moved(entries, *RESULT)
        assert -change(made, start, end, "retained", "surplus_reserve") == profit - flow(entries, "cf_dividends_paid", out=True)


@every
def test_money_is_what_flowed(case):
    """ROL003."""
    for _, made, start, end, entries in _each_year(case):
        flowed = sum(amount for entry in entries if entry.flow for account, amount in entry.postings if account in MONEY)
        assert change(made, start, end, *MONEY) == flowed


@every
def test_income_tax_is_that_of_the_profit(case):
    """XST013 and the returns: the tax of each year is recomputed from its profit and the losses before it."""
    firm, made = lived(case)
    losses = None
    for _, _, start, _, entries in _each_year(case):
        profit = -moved(entries, *(account for account in RESULT if account != "income_tax"))
        if losses is None:
            # The books may begin within a year, whose loss counts too.
            before = within(made, made.entries[0].day, start)
            losses = max(moved(before, *(account for account in RESULT if account != "income_tax")), 0)
        assert moved(entries, "income_tax") == corporation_tax(firm.country, profit, losses)
        losses = max(losses - profit, 0)


@every
def test_income_tax_reckoned_is_paid_before_the_next_is(case):
    """All but the last of it: on the 15th and at the settlement in China, after nine months in Britain, as estimates in America."""
    firm, made = lived(case)
    reckoned = [entry for entry in made.entries if entry.kind == "income_tax"]
    for entry in reckoned:
        end = entry.day + timedelta(310)
        if end > firm.last or moved([entry], "income_tax") <= 0:
            continue
        owed = max(-balances(made.entries, entry.day).get("income_tax_payable", 0), 0)
        paid = flow([later for later in within(made, entry.day, end) if later.kind == "income_tax_paid"], "cf_taxes_paid", out=True)
        assert paid >= owed


@chinese
def test_surcharges_are_six_per_cent_of_the_tax(case):
    """XST014."""
    firm, made = lived(case)
    booked = {entry.id.removeprefix("surcharges-"): entry for entry in made.entries if entry.kind == "surcharges"}
    paid = {entry.id.removeprefix("vat-"): entry for entry in made.entries if entry.kind == "vat_paid" and entry.id[4:] in booked}
    assert paid or firm.taxpayer == "small_scale" or firm.industry == "construction"
    for period, entry in paid.items():
        urban, education = surcharges(entry.postings[0][1])
        assert moved([booked[period]], "urban_tax", "education_levy") == urban + education


@chinese
def test_a_tenth_of_a_profit_goes_to_the_reserve(case):
    """ROL015."""
    for _, made, start, end, entries in _each_year(case):
        profit = -moved(entries, *RESULT)
        assert -change(made, start, end, "surplus_reserve") == max(profit, 0) // 10


@chinese
def test_deposit_interest_is_that_of_the_daily_balances(case):
    """BNK015: each credit of the 21st, from the balance at the end of every day since the last."""
    firm, made = lived(case)
    rate = parameters()["events"]["demand_rate"]
    found = 0
    for account in firm.accounts:
        credited = [entry for entry in made.entries if entry.kind == "deposit_interest" and entry.postings[0][0] == account.id]
        days = {}
        running = 0
        by_day = {}
        for entry in made.entries:
            by_day.setdefault(entry.day, []).append(entry)
        day = made.entries[0].day
        while day <= firm.last:
            running += moved(by_day.get(day, []), account.id)
            days[day] = running
            day += timedelta(1)
        for before, credit in pairwise(credited):
            if (credit.day - before.day).days > 100:
                continue
            product = sum(amount for day, amount in days.items() if before.day <= day < credit.day)
            assert credit.postings[0][1] == round(product * rate / 360)
            assert credit.day.day == 21
            found += 1
    assert found >= 5
