"""Kinds that make sales up: F01 to F04, F06, F07. Their essential traces, by plain arithmetic."""

from __future__ import annotations

from datetime import timedelta

import pytest

from samples.books.journal import balances
from samples.case import Dose
from samples.records.compose import papers
from samples.records.record import Invoice
from samples.streams import stream

from .planted import KINDS, at_end, bank_rows, honest, last_year, net_sales, planted, total

every_care = pytest.mark.parametrize("care", [0, 1, 2])
_EARLIER = timedelta(1)


@every_care
@pytest.mark.parametrize("language", ["zh", "en"])
def test_f01_the_bank_version_is_above_the_tax_version(language: str, care: int) -> None:
    done, drawn = planted("F01", language, 0.4, care)
    true = net_sales(honest(language), "stated")
    assert net_sales(done, "stated") == pytest.approx(1.4 * true, rel=0.01)
    assert net_sales(done, "filed") == pytest.approx((1 - float(str(drawn["undeclared_share"]))) * true, rel=0.05)
    assert net_sales(done, "actual") == true


def test_f01_what_is_hidden_does_not_depend_on_what_is_boasted() -> None:
    assert planted("F01", "zh", 0.1, 0)[1]["undeclared"] == planted("F01", "zh", 0.6, 0)[1]["undeclared"]


def test_f01_the_bank_pays_the_taxes_that_are_filed() -> None:
    """Turnover tax paid after each month is what the filed books owe at its end, at most what was owed before."""
    before, done = honest("zh"), planted("F01", "zh", 0.3, 1)[0]
    for view in ("actual", "stated", "filed"):
        paid = {entry.id: entry.postings for entry in done.entries(view) if entry.kind == "vat_paid"}
        was = {entry.id: entry.postings for entry in before.entries(view) if entry.kind == "vat_paid"}
        assert set(paid) <= set(was)
        assert sum(rows[0][1] for rows in paid.values()) < sum(rows[0][1] for rows in was.values())
    owed = balances(done.entries("filed"), last_year(done)[1]).get("vat_payable", 0)
    following = sum(
        amount
        for entry in done.entries("actual")
        if entry.kind == "vat_paid" and entry.day > last_year(done)[1] and (entry.day - last_year(done)[1]).days < 28
        for account, amount in entry.postings
        if account == "vat_payable"
    )
    assert following == max(-owed, 0)


def test_f01_only_the_most_careful_invoice_their_invention() -> None:
    for care, made in ((0, 0), (1, 0), (2, 1)):
        invoiced = [deal for deal in planted("F01", care=care)[0].deals("stated") if deal.id.startswith("F01-s") and deal.number]
        assert bool(invoiced) == bool(made)


@every_care
@pytest.mark.parametrize(("language", "strength"), [("zh", 0.1), ("zh", 0.4), ("en", 0.3)])
def test_f02_stated_revenue_rises_by_the_strength(language: str, strength: float, care: int) -> None:
    done, drawn = planted("F02", language, strength, care)
    true = net_sales(honest(language), "actual")
    assert net_sales(done, "stated") - true == pytest.approx(strength * true, rel=0.02)
    assert net_sales(done, "stated") - true == drawn["value"]
    assert len(drawn["buyers"]) == 1 + int(3 * strength)


@every_care
def test_f02_the_bank_and_the_tax_office_see_nothing(care: int) -> None:
    done, _ = planted("F02", care=care)
    assert bank_rows(done) == bank_rows(honest("zh"))
    assert done.entries("filed") == honest("zh").entries("filed")


@every_care
def test_f02_receivables_rise_by_what_was_sold(care: int) -> None:
    done, drawn = planted("F02", care=care)
    more = at_end(done, "stated", "receivables") - at_end(honest("zh"), "stated", "receivables")
    tax = done.firm.profile.vat_rate if care else 0
    assert more == pytest.approx(int(str(drawn["value"])) * (1 + tax), rel=0.001)


def test_f02_care_decides_on_cost_tax_and_invoices() -> None:
    first, last = last_year(honest("zh"))
    base = honest("zh").entries("stated")
    for care, cost, invoices in ((0, False, False), (1, True, False), (2, True, True)):
        done, _ = planted("F02", care=care)
        more = total(done.entries("stated"), "cost", first=first, last=last) - total(base, "cost", first=first, last=last)
        assert (more > 0) == cost
        taxed = total(done.entries("stated"), "income_tax", first=first, last=last) - total(base, "income_tax", first=first, last=last)
        assert (taxed != 0) == cost
        made = [deal for deal in done.deals("stated") if deal.id.startswith("F02")]
        assert bool(made) == cost
        assert any(deal.number for deal in made) == invoices


@pytest.mark.parametrize("care", [1, 2])
def test_f02_no_stock_is_conjured_or_lost(care: int) -> None:
    done, _ = planted("F02", care=care)
    assert at_end(done, "stated", "stock") == at_end(honest("zh"), "stated", "stock")


def test_f02_the_margin_is_a_little_lower_than_the_firms() -> None:
    done, drawn = planted("F02", "zh", 0.4, 1)
    cost = sum(
        amount for entry in done.overlays[-1].added if entry.kind == "sale" for account, amount in entry.postings if account == "cost"
    )
    wanted = done.firm.profile.gross_margin * (1 - 0.4 / 2)
    assert 1 - cost / int(str(drawn["value"])) == pytest.approx(wanted, abs=0.005)


def test_f02_care_two_reaches_the_register_and_the_invoices() -> None:
    done = papers(planted("F02", care=2)[0])
    register = next(document.record for document in done.documents if document.id == "register_issued")
    listed = {line.name for line in register.lines}
    assert {deal.id for deal in done.ledgers.deals("stated") if deal.id.startswith("F02-d")} <= listed
    for care in (0, 1):
        register = next(one.record for one in papers(planted("F02", care=care)[0]).documents if one.id == "register_issued")
        assert not any(line.name.startswith("F02") for line in register.lines)


@every_care
def test_f03_sales_move_over_the_year_end_and_none_is_made_up(care: int) -> None:
    done, drawn = planted("F03", "zh", 0.6, care)
    _, end = last_year(done)
    base = honest("zh").entries("stated")
    value = int(str(drawn["value"]))
    early = -total(done.entries("stated"), "sales", last=end) + total(base, "sales", last=end)
    late = -total(done.entries("stated"), "sales", first=end + _EARLIER) + total(base, "sales", first=end + _EARLIER)
    assert (early, late) == (value, -value)
    assert bank_rows(done) == bank_rows(honest("zh"))


def test_f03_care_decides_on_cost_and_on_the_invoice() -> None:
    _, end = last_year(honest("zh"))
    for care, cost, dated in ((0, False, False), (1, True, False), (2, True, True)):
        done, _ = planted("F03", "zh", 0.6, care)
        assert (at_end(done, "stated", "stock") < at_end(honest("zh"), "stated", "stock")) == cost
        after = {deal.id: deal.day for deal in done.deals("stated")}
        moved = [deal for deal in honest("zh").deals("stated") if deal.day > end >= after[deal.id]]
        assert bool(moved) == dated


@every_care
def test_f04_goes_in_and_out_at_nearly_no_margin(care: int) -> None:
    done, drawn = planted("F04", care=care)
    first, last = last_year(done)
    base = honest("zh").entries("stated")
    value = net_sales(done, "stated") - net_sales(honest("zh"), "stated")
    cost = total(done.entries("stated"), "cost", first=first, last=last) - total(base, "cost", first=first, last=last)
    assert value == drawn["value"] == pytest.approx(0.3 * net_sales(honest("zh"), "actual"), rel=0.02)
    assert 0 <= 1 - cost / value <= 0.01
    rows = {entry.id: entry for entry in done.entries("actual") if entry.id.startswith("F04") and entry.flow}
    for name in {name.rpartition("-")[0] for name in rows}:
        received, spent = rows[f"{name}-in"], rows[f"{name}-out"]
        assert 0 <= (spent.day - received.day).days <= (2 if care == 2 else 0)
        assert 0 <= received.postings[0][1] - spent.postings[0][1] <= 0.01 * received.postings[0][1] + 1


@every_care
def test_f06_sold_and_bought_in_step(care: int) -> None:
    done, _ = planted("F06", care=care)
    ring = [deal for deal in done.deals("stated") if deal.id.startswith("F06")]
    assert ring == [deal for deal in done.deals("filed") if deal.id.startswith("F06")]
    sold = sum(deal.net for deal in ring if deal.kind == "sale")
    bought = sum(deal.net for deal in ring if deal.kind == "purchase")
    assert sold == pytest.approx(0.3 * net_sales(honest("zh"), "actual"), rel=0.12 if care == 0 else 0.01)
    assert 0.98 * sold <= bought <= sold
    assert all(deal.number for deal in ring)
    assert {deal.party for deal in ring} <= {f"F06-ring-{number}" for number in range(1, 5)}


def test_f06_care_decides_on_the_money() -> None:
    moved = [
        sum(abs(amount) for name, _, amount in bank_rows(planted("F06", care=care)[0]) if name.startswith("F06-money"))
        for care in (0, 1, 2)
    ]
    assert moved[0] == moved[1] == 0 < moved[2]


def test_f06_the_ring_keeps_two_to_eight_per_cent() -> None:
    rows = bank_rows(planted("F06", care=2)[0])
    out = -sum(amount for name, _, amount in rows if name.startswith("F06-money") and amount < 0)
    back = sum(amount for name, _, amount in rows if name.startswith("F06-money") and amount > 0)
    assert 0.02 * 0.9 <= 1 - back / out <= 0.08 * 1.1


@pytest.mark.parametrize(("care", "status", "filed"), [(0, "voided", False), (1, "reversed", True), (2, "valid", True)])
def test_f07_the_tax_office_knows_what_became_of_the_invoices(care: int, status: str, filed: bool) -> None:
    done, drawn = planted("F07", care=care)
    made = [deal for deal in done.deals("stated") if deal.id.startswith("F07-s")]
    assert {deal.status for deal in made} == {status} == {drawn["status"]}
    assert all((done.firm.last - deal.day).days < 62 for deal in made)
    assert any(deal.id.startswith("F07-s") for deal in done.deals("filed")) == filed
    declared = -total(done.entries("filed"), "sales") + total(honest("zh").entries("filed"), "sales")
    assert declared == (drawn["value"] if filed else 0)


@every_care
def test_f07_the_prints_lie_in_the_file_all_the_same(care: int) -> None:
    done = papers(planted("F07", care=care)[0])
    answer = KINDS["F07"].papers(done, stream(1, "F07"), Dose(strength=0.3, care=care))
    printed = answer[0] if answer else done
    there = {document.id for document in printed.documents if isinstance(document.record, Invoice)}
    assert {f"invoice-{deal.id}" for deal in done.ledgers.deals("stated") if deal.id.startswith("F07-s")} <= there
