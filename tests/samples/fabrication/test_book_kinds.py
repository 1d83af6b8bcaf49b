"""Kinds that misstate balances and costs: F08 to F13, F16, F18, F26, F27."""

from __future__ import annotations

from datetime import timedelta

import pytest

from samples.books.accounts import BANKS
from samples.books.journal import VIEWS, balances
from samples.fabrication.periods import OPERATING
from samples.records.compose import papers

from .planted import at_end, bank_rows, honest, last_year, net_sales, on_books, planted, total

every_care = pytest.mark.parametrize("care", [0, 1, 2])
INVENTORIES = ("materials", "work_in_progress", "contract_costs", "stock")


def _of_year(view: str, code: str, care: int, *accounts: str) -> int:
    """By how much the year's movement of those accounts changed."""
    first, last = last_year(honest("zh"))
    done = planted(code, care=care)[0]
    return total(done.entries(view), *accounts, first=first, last=last) - total(
        honest("zh").entries(view), *accounts, first=first, last=last
    )


@every_care
def test_f08_bought_invoices_raise_cost_and_input_tax(care: int) -> None:
    done, drawn = planted("F08", care=care)
    first, last = last_year(done)
    true = sum(deal.net for deal in honest("zh").deals("actual") if deal.kind == "purchase" and first <= deal.day <= last)
    assert drawn["value"] == pytest.approx(0.3 * true, rel=0.03)
    assert _of_year("stated", "F08", care, "cost") == drawn["value"] == _of_year("filed", "F08", care, "cost")
    assert _of_year("actual", "F08", care, "cost") == 0
    paid = [amount for name, _, amount in bank_rows(done) if name.startswith("F08-paid")]
    assert bool(paid) == (care > 0)


def test_f08_only_the_careful_buy_what_they_trade_in() -> None:
    own = {good.name for good in (*honest("zh").firm.goods, *honest("zh").firm.materials)}
    for care, alike in ((0, False), (1, False), (2, True)):
        names = {line.name for deal in planted("F08", care=care)[0].deals("stated") if deal.id.startswith("F08") for line in deal.lines}
        assert (names <= own) == alike


@every_care
def test_f09_operating_expenses_fall_by_the_strength(care: int) -> None:
    _, drawn = planted("F09", care=care)
    first, last = last_year(honest("zh"))
    true = total(honest("zh").entries("actual"), *OPERATING, first=first, last=last)
    fallen = -_of_year("stated", "F09", care, *OPERATING)
    assert fallen == drawn["value"] == pytest.approx(0.3 * true, rel=0.001)


def test_f09_only_the_most_careful_keep_it_from_the_bank() -> None:
    for care, unseen in ((0, False), (1, False), (2, True)):
        done, drawn = planted("F09", care=care)
        gone = {name for name, _, _ in bank_rows(honest("zh"))} - {name for name, _, _ in bank_rows(done)}
        assert (set(drawn["rows"]) <= gone and bool(drawn["rows"])) == unseen


@every_care
def test_f10_expenses_become_assets(care: int) -> None:
    done, drawn = planted("F10", care=care)
    value, account = int(str(drawn["value"])), str(drawn["account"])
    written_off = _of_year("stated", "F10", care, "amortisation")
    assert -_of_year("stated", "F10", care, *OPERATING) == value - written_off
    assert at_end(done, "stated", account) - at_end(honest("zh"), "stated", account) == value - written_off
    assert (written_off > 0) == (care == 2)
    assert bank_rows(done) == bank_rows(honest("zh"))


@every_care
def test_f11_stock_rises_by_the_strength_and_cost_falls_with_it(care: int) -> None:
    done, drawn = planted("F11", care=care)
    held = at_end(honest("zh"), "actual", *INVENTORIES)
    more = at_end(done, "stated", *INVENTORIES) - held
    assert more == drawn["value"] == pytest.approx(0.3 * held, rel=0.001)
    assert _of_year("stated", "F11", care, "cost") == -more
    assert at_end(done, "stated", "payables") == at_end(honest("zh"), "stated", "payables")


def test_f11_care_decides_how_long_it_lasts() -> None:
    day = last_year(honest("zh"))[1] + timedelta(1)
    base = balances(honest("zh").entries("stated"), day).get("stock", 0)
    for care, stays in ((0, False), (1, True), (2, True)):
        assert (balances(planted("F11", care=care)[0].entries("stated"), day).get("stock", 0) > base) == stays
    months = {entry.day.month for entry in planted("F11", care=2)[0].overlays[-1].added if entry.kind == "stock_adjustment"}
    assert len(months) == 6


@every_care
def test_f12_the_dead_stay_among_the_receivables(care: int) -> None:
    done, drawn = planted("F12", care=care)
    owed = at_end(honest("zh"), "actual", "receivables", "retention_receivable")
    more = at_end(done, "stated", "receivables", "retention_receivable") - owed
    assert more == int(str(drawn["value"])) + int(str(drawn["not_written_off"])) == pytest.approx(0.3 * owed, rel=0.001)
    assert total(done.entries("stated"), "bad_debts") == 0
    assert bank_rows(done) == bank_rows(honest("zh"))


def test_f12_care_resets_the_age() -> None:
    first, _ = last_year(honest("zh"))
    for care, fresh, invoiced in ((0, False, False), (1, True, False), (2, True, True)):
        done, _ = planted("F12", care=care)
        settled = {name for entry in done.entries("stated") for name, _ in entry.settles}
        open_deals = [deal for deal in done.deals("stated") if deal.id.startswith("F12") and deal.id not in settled]
        assert all(deal.day >= first for deal in open_deals) == fresh
        assert all(bool(deal.number) for deal in open_deals) == invoiced


@every_care
def test_f13_assets_rise_with_no_payment(care: int) -> None:
    done, drawn = planted("F13", care=care)
    cost = at_end(honest("zh"), "actual", "fixed_assets")
    more = at_end(done, "stated", "fixed_assets") - cost
    assert more == drawn["value"] == pytest.approx(0.3 * cost, rel=0.001)
    assert bank_rows(done) == bank_rows(honest("zh"))
    credit = str(drawn["credited"])
    assert at_end(done, "stated", credit) - at_end(honest("zh"), "stated", credit) == pytest.approx(-more, rel=0.21)
    assert (_of_year("stated", "F13", care, "depreciation") > 0) == (care > 0)
    assert any(deal.id.startswith("F13") for deal in done.deals("stated")) == (care == 2)


@every_care
def test_f16_payables_are_lower_at_the_date_and_back_after_it(care: int) -> None:
    done, drawn = planted("F16", "zh", 0.5, care)
    value = int(str(drawn["value"]))
    assert at_end(done, "stated", "payables") - at_end(honest("zh"), "stated", "payables") == value > 0
    later = done.firm.last
    if (later - last_year(done)[1]).days >= 26:
        one, other = (balances(ledgers.entries("stated"), later) for ledgers in (done, honest("zh")))
        assert one.get("payables", 0) == other.get("payables", 0)
    assert at_end(done, "stated", "stock") >= 0
    assert bank_rows(done) == bank_rows(honest("zh"))


def test_f16_only_the_most_careful_redate_the_bills() -> None:
    end = last_year(honest("zh"))[1]
    for care, redated in ((0, False), (1, False), (2, True)):
        before = {deal.id: deal for deal in honest("zh").deals("stated")}
        moved = [deal for deal in planted("F16", "zh", 0.5, care)[0].deals("stated") if deal.day > end >= before[deal.id].day]
        assert bool(moved) == redated
        assert all(deal.invoiced is None or deal.invoiced > end for deal in moved)


@every_care
def test_f18_partners_of_that_value_are_the_familys(care: int) -> None:
    done, drawn = planted("F18", care=care)
    firm, before = done.firm, honest("zh").firm
    hidden = [party for party in firm.of("customer") if not party.disclosed]
    first, last = last_year(done)
    deals = [
        deal
        for deal in done.deals("actual")
        if deal.kind == "sale" and first <= deal.day <= last and (party := firm.parties.get(deal.party)) and not party.natural
    ]
    share = sum(deal.net for deal in deals if deal.party in {party.id for party in hidden}) / sum(deal.net for deal in deals)
    assert share == pytest.approx(0.3, abs=0.05)
    assert float(str(drawn["share"])) == pytest.approx(share, abs=0.01)
    assert all((party.phone == firm.phone) == (care < 2) for party in hidden)
    assert all((party.address == firm.address) == (care == 0) for party in hidden)
    assert all(party.account.startswith(firm.accounts[0].number[:-3]) == (care == 2) for party in hidden)
    assert {party.name for party in firm.parties.values()} == {party.name for party in before.parties.values()}
    kept = [party for party in firm.of("related") if party.disclosed and not party.natural]
    assert len(kept) < sum(not party.natural for party in before.of("related"))
    assert care == 2 or not kept
    assert all(done.entries(view) == honest("zh").entries(view) for view in VIEWS)


@every_care
def test_f26_nothing_costs_a_shell_anything(care: int) -> None:
    done, drawn = planted("F26", care=care)
    for view in VIEWS:
        kinds = {entry.kind for entry in done.entries(view)}
        assert not kinds & {"rent", "power", "wages", "payroll", "insurance", "freight", "office", "depreciation"}
    assert {month.headcount for month in done.books.months} == {0}
    partners = {deal.party for deal in done.deals("stated")}
    assert partners <= {name for name in done.firm.parties if name.startswith("F26-ring")}
    assert sum(deal.net for deal in done.deals("stated") if deal.kind == "sale") == drawn["value"]
    assert int(str(drawn["cycled"])) > 0
    # Papers can be made of it.
    assert papers(done).documents


def _wages(view: str, care: int) -> int:
    done, drawn = planted("F27", care=care)
    start = drawn["start"]
    change = 0
    for sign, ledgers in ((1, done), (-1, honest("zh"))):
        change -= sign * sum(
            amount
            for entry in ledgers.entries(view)
            if entry.kind == "wages" and entry.day >= start
            for account, amount in entry.postings
            if account == "wages_payable"
        )
    return change


@every_care
def test_f27_stated_wages_change_by_the_strength(care: int) -> None:
    _, drawn = planted("F27", care=care)
    true = sum(
        -amount
        for entry in honest("zh").entries("stated")
        if entry.kind == "wages" and entry.day >= drawn["start"]
        for account, amount in entry.postings
        if account == "wages_payable"
    )
    sign = 1 if drawn["direction"] == "invented" else -1
    assert _wages("stated", care) == sign * int(str(drawn["value"]))
    assert int(str(drawn["value"])) == pytest.approx(0.3 * true, rel=0.01)
    assert _wages("actual", care) == 0


def test_f27_care_reaches_the_returns_and_the_bank() -> None:
    start = planted("F27", care=0)[1]["start"]

    def declared(care: int) -> list[int]:
        return [month.declared for month in planted("F27", care=care)[0].books.months if month.first >= start]

    true = [month.declared for month in honest("zh").books.months if month.first >= start]
    invented = planted("F27", care=0)[1]["direction"] == "invented"
    assert (declared(0) != true) == invented
    assert declared(1) != true and declared(2) != true

    def payroll(care: int) -> int:
        return sum(
            amount
            for entry in planted("F27", care=care)[0].entries("actual")
            if entry.kind == "payroll" and entry.day >= start
            for account, amount in entry.postings
            if account in BANKS
        )

    assert payroll(2) != payroll(0)


def test_both_directions_of_f27_occur() -> None:
    found = set()
    for language in ("zh", "en"):
        for industry in ("trade", "services", "catering"):
            found.add(on_books(honest(language, industry), "F27", 0.3, 2)[1]["direction"])
    assert found == {"invented", "left out"}


def test_sales_are_left_alone_by_kinds_that_are_about_something_else() -> None:
    true = net_sales(honest("zh"), "stated")
    for code in ("F05", "F08", "F09", "F10", "F11", "F12", "F13", "F16", "F17", "F18", "F19", "F27"):
        assert net_sales(planted(code)[0], "stated") == true, code
