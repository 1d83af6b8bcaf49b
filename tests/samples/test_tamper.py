"""Each tamper changes exactly what it states, and the ties it names break by plain arithmetic."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from samples.company import firm
from samples.flow import _kinds, made
from samples.loan_file import honest, reprinted
from samples.papers.paper import Entry
from samples.streams import stream
from samples.tamper import APART, KINDS
from samples.trading import YEARS, books

THIS, LAST = date(YEARS[-1], 12, 31), date(YEARS[-1] - 1, 12, 31)


def clean(seed: int, language: str):
    borrower = firm(seed, language)
    return honest(borrower, books(borrower))


def both(kind: str, seed: int, language: str):
    before = clean(seed, language)
    return before, KINDS[kind](before, stream(seed, language, "tamper", kind))


def values(file, record: str, day: date, span: str | None = None) -> dict[str, Decimal]:
    entries = file.document(record).paper.entries()
    return {entry.concept: entry.value for entry in entries if entry.period == day and span in {None, entry.span}}


@pytest.mark.parametrize("seed", [1, 2, 3])
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("kind", sorted(KINDS))
def test_exactly_what_is_stated_is_changed(kind, language, seed):
    before, after = both(kind, seed, language)
    changed = []
    for old, new in zip(before.documents, after.documents, strict=True):
        assert (old.name, old.press, old.seal) == (new.name, new.press, new.seal)
        for was, now in zip(old.paper.entries(), new.paper.entries(), strict=True):
            if was != now:
                assert replace(now, value=was.value, printed=was.printed) == was
                changed.append((new.name, was.concept, was.field, was.item, was.period, was.span, was.value, now.value))
        blank = Entry(label="", concept=None, period=THIS, span="", value=Decimal(0), printed="")
        assert old.paper.changed(lambda _, blank=blank: blank) == new.paper.changed(lambda _, blank=blank: blank)
    stated = [(p.document, p.concept, p.field, p.item, p.period, p.span, p.old, p.new) for p in after.planted]
    assert changed
    assert sorted(map(repr, changed)) == sorted(map(repr, stated))
    assert all(planted.kind == kind for planted in after.planted)
    assert any(planted.must_break for planted in after.planted)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_inventory_breaks_the_current_assets(language):
    _, after = both("inventory", 5, language)
    column = values(after, "balance_sheet", THIS)
    receivables = column["trade_receivables"] if language == "zh" else column["receivables_total"]
    assert column["total_current_assets"] + 2 < column["cash"] + receivables + column["inventories"]
    if language == "zh":
        assert column["total_assets"] > column["total_current_assets"] + column["total_noncurrent_assets"]
        assert column["total_assets"] > column["total_liabilities_and_equity"]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_prior_year_still_adds_up_and_differs_from_last_years_paper(language):
    before, after = both("prior_year", 5, language)
    column, own = values(after, "balance_sheet", LAST), values(before, "balance_sheet", LAST)
    assert column["total_equity"] > own["total_equity"]
    if language == "zh":
        assert column["total_liabilities"] + column["total_equity"] == column["total_liabilities_and_equity"] == column["total_assets"]
    else:
        assert abs(column["total_assets_less_current_liabilities"] - column["creditors_after_one_year"] - column["net_assets"]) <= 1


@pytest.mark.parametrize("language", ["zh", "en"])
def test_cash_leaves_the_cash_flow_and_the_bank_behind(language):
    _, after = both("cash", 5, language)
    cash = values(after, "balance_sheet", THIS)["cash"]
    flow = [e.value for e in after.document("cash_flow").paper.entries() if e.concept == "cf_closing_cash" and e.period == THIS]
    bank = next(e.value for e in after.document("bank_statement", press="pdf").paper.entries() if e.field == "closing")
    assert all(cash > closing + 1 for closing in flow)
    assert cash > bank + 1


@pytest.mark.parametrize("language", ["zh", "en"])
def test_bank_line_breaks_the_chain_after_it_and_the_totals(language):
    _, after = both("bank_line", 5, language)
    entries = list(after.document("bank_statement", press="pdf").paper.entries())
    amounts = {e.item: e.value for e in entries if e.field == "amount"}
    balances = {e.item: e.value for e in entries if e.field == "balance"}
    breaks = [item for item in balances if item > 1 and balances[item] != balances[item - 1] + amounts[item]]
    assert breaks == [after.planted[0].item + 1]
    total = next(e.value for e in entries if e.field == "total_credits")
    assert sum(amount for amount in amounts.values() if amount > 0) > total


@pytest.mark.parametrize("language", ["zh", "en"])
def test_revenue_leaves_the_operating_profit_behind(language):
    _, after = both("revenue", 5, language)
    span = "year_to_date" if language == "zh" else "year"
    column = values(after, "income_statement", THIS, span)
    if language == "zh":
        spent = ("cost_of_sales", "taxes_and_surcharges", "selling_expenses", "admin_expenses", "finance_costs")
        assert column["operating_profit"] < column["revenue"] - sum(column[concept] for concept in spent)
    else:
        assert column["operating_profit"] + 2 < column["gross_profit"] - column["selling_expenses"] - column["admin_expenses"]


def test_switching_a_tamper_on_reshuffles_nothing_else():
    assert replace(made("zh", 9, ["revenue"]), planted=()).documents[3:] == made("zh", 9, []).documents[3:]


def test_a_figure_keeps_its_look():
    entry = Entry(label="Cost of sales", concept="cost_of_sales", period=THIS, span="year", value=Decimal(1234), printed="(1,234)")
    assert reprinted(entry, Decimal(12000)).printed == "(12,000)"
    with pytest.raises(ValueError, match="cannot become"):
        reprinted(entry, Decimal(-1))


def test_kinds_that_change_the_same_figures_are_never_planted_together():
    drawn = [_kinds(seed, number) for seed in range(40) for number in range(1, 9)]
    assert any(drawn)
    assert not any(apart <= set(kinds) for kinds in drawn for apart in APART)
