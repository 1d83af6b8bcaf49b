"""Each kind of mess that lies in the books: its trace by plain arithmetic, and nothing else touched."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest

from samples.books.accounts import BANKS, MONEY
from samples.records.compose import papers
from samples.records.record import Form, Invoice, Statement
from samples.records.stated import stated

from .sloppy import LANGUAGES, Done, at_bank, clean, done, on_books, posted, total

every_language = pytest.mark.parametrize("language", LANGUAGES)


def _month(day: object) -> str:
    return str(day)[:7]


@every_language
def test_n01_prints_a_larger_unit_and_changes_no_entry(language: str) -> None:
    made = done("N01", language, "manufacturing")
    assert made.same("actual", "stated", "filed")
    units = {one.record.unit for one in papers(made.after).documents if isinstance(one.record, Statement)}
    assert units == {made.drawn["unit"]} == {10_000 if language == "zh" else 100_000}


@every_language
def test_n02_books_some_items_in_the_next_month(language: str) -> None:
    made = done("N02", language)
    assert made.same("actual")
    gone, come = made.gone("stated"), made.come("stated")
    assert sorted(gone) == sorted(come) == sorted(made.drawn["entries"])
    for name, late in come.items():
        first = (gone[name].day.replace(day=1) + timedelta(32)).replace(day=1)
        assert late._replace(day=gone[name].day, cleared=gone[name].cleared) == gone[name]
        assert _month(late.day) == _month(first)
    assert at_bank(made.after, "stated") == at_bank(made.before)


@every_language
def test_n03_leaves_small_sums_of_the_bank_out_or_late(language: str) -> None:
    made = done("N03", language)
    assert made.same("actual")
    assert sorted(made.gone("stated")) == sorted(made.drawn["entries"])
    assert {entry.kind for entry in made.gone("stated").values()} <= {"bank_fee", "deposit_interest"}
    assert sorted(set(made.gone("stated")) - set(made.come("stated"))) == sorted(made.drawn["never_booked"])
    assert all(late.day > made.gone("stated")[name].day for name, late in made.come("stated").items())


@every_language
def test_n04_books_payments_before_the_date_that_the_bank_has_after_it(language: str) -> None:
    made = done("N04", language)
    assert made.same("actual")
    days = {deal.id: deal.day for deal in made.before.deals("stated")}
    for name, early in made.come("stated").items():
        date = next(date for date in made.before.firm.year_ends if early.day <= date < made.gone("stated")[name].day)
        assert early.cleared is not None and date < early.cleared <= date + timedelta(8)
        assert all(days.get(deal, early.day) <= early.day for deal, _ in early.settles)
    assert sorted(made.come("stated")) == sorted(made.drawn["entries"])
    assert at_bank(made.after, "stated") == at_bank(made.before)


@every_language
def test_n05_puts_receipts_and_costs_on_the_owners_card_and_private_bills_on_the_firm(language: str) -> None:
    made = done("N05", language)
    gone, come = made.gone("actual"), made.come("actual")
    named = made.drawn
    assert sorted(gone) == sorted([*named["card_receipts"], *named["card_costs"]])
    for name, old in gone.items():
        assert posted(come[name], "owner_loan") == sum(posted(old, account) for account in MONEY)
        assert not any(account in MONEY for account, _ in come[name].postings)
    for name in named["private_bills"]:
        assert posted(come[name], "office") == -posted(come[name], "bank_1") > 0
    paid_in = [entry for entry in come.values() if entry.kind == "owner_in"]
    received = sum(posted(come[name], "owner_loan") for name in named["card_receipts"])
    assert sum(posted(entry, "bank_1") for entry in paid_in) <= received
    assert made.come("actual") == made.come("stated") == made.come("filed")


@every_language
def test_n06_credits_the_wrong_customer_or_advances(language: str) -> None:
    made = done("N06", language)
    assert made.same("actual")
    assert sorted(made.gone("stated")) == sorted(made.drawn["entries"])
    for name, wrong in made.come("stated").items():
        old = made.gone("stated")[name]
        assert (wrong.party != old.party) != (posted(wrong, "advances") == posted(old, "receivables") < 0)
        assert wrong.day == old.day and at_bank(made.after) == at_bank(made.before)


def test_n07_leaves_negative_balances_where_they_are() -> None:
    made = done("N07")
    assert made.same("actual", "stated", "filed")
    assert made.after.settings["reclassified"] is False


@pytest.mark.parametrize("industry", ["trade", "manufacturing"])
@every_language
def test_n08_books_depreciation_late_or_never(language: str, industry: str) -> None:
    made = done("N08", language, industry)
    assert made.same("actual")
    assert set(made.gone("stated")) == set(made.drawn["entries"])
    charged = [total(one, "stated", "depreciation") for one in (made.before, made.after)]
    assert charged[1] == charged[0] if made.drawn["booked_yearly"] else charged[1] < charged[0]
    assert total(made.after, "stated", "work_in_progress") == total(made.before, "stated", "work_in_progress")
    if made.drawn["booked_yearly"]:
        before = made.before.firm.first - timedelta(1)
        for end in made.before.firm.year_ends:
            of_year = [
                sum(
                    posted(entry, "depreciation")
                    for entry in one.entries("stated")
                    if entry.kind == "depreciation" and before < entry.day <= end
                )
                for one in (made.before, made.after)
            ]
            assert of_year[0] == of_year[1]
            before = end


def test_n09_forces_the_cash_flow_by_its_other_lines() -> None:
    made = done("N09")
    assert made.same("actual", "stated", "filed")
    told = {one.id: one.record for one in papers(made.after).of("cash_flow")}
    true = {one.id: one.record for one in papers(made.before).of("cash_flow")}
    assert told.keys() == true.keys()
    for name, record in told.items():
        assert isinstance(record, Statement) and isinstance(true[name], Statement)
        forced, derived = record.columns[0].figures, true[name].columns[0].figures
        assert forced["cf_closing_cash"] == derived["cf_closing_cash"]
        assert forced["cf_receipts_customers"] != derived["cf_receipts_customers"]


def test_n10_leaves_the_cash_flow_out_or_empty() -> None:
    made = done("N10")
    told = papers(made.after).of("cash_flow")
    if made.drawn["cash_flow"] == "missing":
        assert not told
    else:
        assert told and all(amount == 0 for one in told for _, amount in one.record.figures())
    assert made.same("actual", "stated", "filed")


@every_language
def test_n11_moves_retained_earnings_past_the_income_statement(language: str) -> None:
    made = done("N11", language)
    amount = made.drawn["amount"]
    assert sorted(made.come("actual")) == sorted(made.drawn["entries"])
    assert not made.gone("actual")
    booked = [entry for entry in made.come("stated").values() if entry.kind == "prior_year_tax"]
    assert [posted(entry, "retained") for entry in booked] == [amount] and booked[0].day.month in {5, 6}
    assert sum(posted(entry, "bank_1") for entry in made.come("actual").values()) == -amount
    assert total(made.after, "stated", "income_tax") == total(made.before, "stated", "income_tax")


@every_language
def test_n12_declares_sales_later_than_they_were_made(language: str) -> None:
    made = done("N12", language)
    assert made.same("actual", "stated")
    moved = made.deals("filed")
    assert sorted(deal.id for deal, _ in moved) == made.drawn["deals"]
    later = {after.id: after.day for _, after in moved}
    assert all(_month(old.day) < _month(new.day) and old.invoiced in {None, new.day} for old, new in moved)
    assert {entry.deal: entry.day for entry in made.come("filed").values()} == later
    assert total(made.after, "filed", "sales", "vat_payable") == total(made.before, "filed", "sales", "vat_payable")
    assert sorted(made.gone("filed")) == sorted(made.come("filed")) == made.drawn["entries"]


@pytest.mark.parametrize("industry", ["trade", "manufacturing", "construction", "services"])
def test_n12_returns_add_up_to_the_sales_that_are_filed(industry: str) -> None:
    made = done("N12", "zh", industry)
    first = {one.id: one.record for one in papers(made.after).of("tax_return")}
    monthly = [form for form in first.values() if isinstance(form, Form) and form.form in {"vat_general", "vat_small"}]
    for form in monthly:
        booked = -sum(
            posted(entry, "sales") + posted(entry, "other_sales")
            for entry in made.after.entries("filed")
            if form.start <= entry.day <= form.end and entry.kind not in {"closing", "reserve", "opening"}
        )
        column = "month" if form.form == "vat_general" else "quarter"
        told = {line.name: line.amounts.get(column, 0) for line in form.lines}
        assert told["1"] + told.get("9", 0) == booked


def test_n13_declares_a_sale_that_the_books_have_not() -> None:
    made = done("N13")
    extra = set(made.after.deals("filed")) - set(made.before.deals("filed"))
    assert [deal.id for deal in extra] == made.drawn["deals"] and {deal.net for deal in extra} == {made.drawn["net"]}
    assert made.after.deals("stated") == made.before.deals("stated")
    assert total(made.after, "stated", "sales", "other_sales") == total(made.before, "stated", "sales", "other_sales")
    assert {document.id for document in papers(made.after).documents} == {document.id for document in papers(made.before).documents}
    assert at_bank(made.after) == at_bank(made.before)


def _deemed_in_the_last_year() -> Done:
    for seed in range(1, 200):
        before = clean(seed)
        answer = on_books("N13", before)
        ends = before.firm.year_ends
        if answer is not None and ends[-2] < answer[1]["start"] <= ends[-1]:
            return Done(before, *answer)
    raise LookupError("no such firm")


def test_n13_stands_in_the_vat_return_of_its_month_alone() -> None:
    made = _deemed_in_the_last_year()
    forms = [{one.id: one.record for one in papers(books).of("tax_return")} for books in (made.before, made.after)]
    differs: dict[str, list[int]] = {"1": [], "11": []}
    for name, old in forms[0].items():
        new = forms[1][name]
        if isinstance(old, Form) and isinstance(new, Form) and old.form == "vat_general":
            for was, now in zip(old.lines, new.lines, strict=True):
                if was.name in differs and was.amounts["month"] != now.amounts["month"]:
                    differs[was.name].append(now.amounts["month"] - was.amounts["month"])
    [tax] = [posted(entry, "entertainment") for entry in made.come("filed").values()]
    assert differs == {"1": [made.drawn["net"]], "11": [tax]}
    told = [stated(one, one.firm.year_ends[-1]) for one in (made.before, made.after)]
    assert told[1]["vat_sales_taxable"] - told[0]["vat_sales_taxable"] == made.drawn["net"]
    assert told[1]["cit_revenue"] == told[0]["cit_revenue"] and told[1]["revenue"] == told[0]["revenue"]


@every_language
def test_n19_sets_a_debt_off_against_another(language: str) -> None:
    made = done("N19", language)
    days = {deal.id: deal.day for deal in made.before.deals("actual")}
    gone, come = made.gone("actual"), made.come("actual")
    for pair in made.drawn["netted"]:
        off, less = come[pair["receipt"]], come[pair["payment"]]
        assert off.postings == (("payables", pair["amount"]), ("receivables", -pair["amount"])) and not off.flow
        assert all(days.get(deal, off.day) <= off.day for deal, _ in gone[pair["receipt"]].settles)
        assert posted(less, "payables") == posted(gone[pair["payment"]], "payables") - pair["amount"] > 0
        settled = [sum(value for entry in side for _, value in entry.settles) for side in ((off, less), (gone[off.id], gone[less.id]))]
        assert settled[0] == settled[1]
    assert len(gone) == 2 * len(made.drawn["netted"])
    held = [sum(total(one, "actual", account) for account in BANKS) for one in (made.before, made.after)]
    assert held[0] == held[1]


@every_language
def test_n20_calls_meals_office_costs(language: str) -> None:
    made = done("N20", language)
    assert made.same("actual")
    assert sorted(made.gone("stated")) == sorted(made.drawn["entries"])
    moved = sum(posted(entry, "entertainment") for entry in made.gone("stated").values())
    assert moved == sum(posted(entry, "office") for entry in made.come("stated").values()) > 0
    assert at_bank(made.after, "stated") == at_bank(made.before)


@pytest.mark.parametrize("industry", ["trade", "catering"])
@every_language
def test_n22_books_cost_by_one_margin(language: str, industry: str) -> None:
    made = done("N22", language, industry)
    assert made.same("actual") and not made.gone("stated")
    assert sorted(made.come("stated")) == sorted(made.drawn["entries"])
    share = 1 - float(made.drawn["margin"])
    corrected = {_month(entry.day) for entry in made.come("stated").values()}
    for month in corrected:
        of_month = [
            entry for entry in made.after.entries("stated") if _month(entry.day) == month and entry.kind not in {"closing", "reserve"}
        ]
        sales, cost = (sum(posted(entry, account) for entry in of_month) for account in ("sales", "cost"))
        assert abs(cost + sales * share) <= 1


@every_language
def test_n23_pays_part_of_the_wages_in_cash_and_declares_fewer_persons(language: str) -> None:
    made = done("N23", language, "construction")
    gone, come = made.gone("actual"), made.come("actual")
    assert sorted(gone) == sorted(made.drawn["entries"])
    for name, old in gone.items():
        bank = next(account for account, _ in old.postings if account in BANKS)
        drawn = come[f"N23-cash-{name}"]
        assert posted(come[name], bank) + posted(drawn, bank) == posted(old, bank)
        assert posted(drawn, "cash_on_hand") == -posted(come[f"N23-paid-{name}"], "cash_on_hand") > 0
        assert posted(come[name], "wages_payable") + posted(come[f"N23-paid-{name}"], "wages_payable") == posted(old, "wages_payable")
    months = zip(made.before.books.months, made.after.books.months, strict=True)
    assert all(new.declared <= old.declared and new.headcount == old.headcount for old, new in months)


@every_language
def test_n27_invoices_in_a_second_currency_at_the_rate_it_says(language: str) -> None:
    made = done("N27", language)
    assert made.same("actual", "stated", "filed")
    assert {old.id for old, _ in made.deals("stated")} == set(made.drawn["deals"])
    shown = [one.record for one in papers(made.after).of("invoice") if isinstance(one.record, Invoice) and one.record.exchange_rate]
    booked = {deal.id: deal for deal in made.before.deals("stated")}
    assert {invoice.deal for invoice in shown} <= set(made.drawn["deals"])
    assert shown
    for invoice in shown:
        assert invoice.currency == made.drawn["currency"] != made.before.firm.currency
        home = invoice.net * Decimal(invoice.exchange_rate)
        assert abs(home - booked[invoice.deal].net) <= 5 * len(invoice.lines)


@every_language
def test_n28_sells_less_and_is_paid_later(language: str) -> None:
    made = done("N28", language)
    assert not made.after.overlays and made.after.firm.profile.terms > made.before.firm.profile.terms
    assert made.after.firm.profile.gross_margin < made.before.firm.profile.gross_margin
    end = made.after.firm.year_ends
    sales = [
        -sum(posted(entry, "sales") for entry in made.after.entries("stated") if entry.kind != "closing" and start < entry.day <= last)
        for start, last in ((end[-2] - timedelta(365), end[-2]), (end[-2], end[-1]))
        if start >= made.after.firm.first - timedelta(1)
    ]
    assert len(sales) < 2 or sales[1] < sales[0]


@every_language
def test_n29_sells_much_more(language: str) -> None:
    made = done("N29", language)
    assert not made.after.overlays
    assert made.after.firm.profile.growth == pytest.approx(float(made.drawn["growth"]), abs=0.01)
    assert total(made.after, "stated", "sales") != total(made.before, "stated", "sales")


@every_language
def test_n30_moves_an_amount_between_two_lines_of_the_prior_year(language: str) -> None:
    made = done("N30", language)
    before = {one.id: one.record for one in papers(made.before).documents}
    changed = [one for one in papers(made.after).documents if one.record != before[one.id]]
    assert changed and all(one.id.endswith(str(made.before.firm.year_ends[-1].year)) for one in changed)
    for one in changed:
        new, old = one.record, before[one.id]
        assert isinstance(new, Statement) and isinstance(old, Statement)
        differs = {
            name: amount - old.columns[-1].figures.get(name, 0)
            for name, amount in new.columns[-1].figures.items()
            if amount != old.columns[-1].figures.get(name, 0)
        }
        assert len(differs) == 2 and sum(differs.values()) == 0


@pytest.mark.parametrize("industry", ["trade", "catering", "services"])
def test_n31_keeps_takings_in_the_till_and_pays_in_lumps(industry: str) -> None:
    made = done("N31", "zh", industry)
    gone, come = made.gone("actual"), made.come("actual")
    assert sorted(gone) == sorted(made.drawn["entries"])
    for name, old in gone.items():
        assert posted(come[name], "cash_on_hand") == sum(posted(old, account) for account in (*BANKS, "cash_on_hand")) > 0
    lumps = [entry for name, entry in come.items() if name not in gone]
    assert all(posted(entry, "bank_1") % 10_000 == 0 and not entry.flow for entry in lumps)
    assert sum(posted(entry, "bank_1") for entry in lumps) <= sum(posted(come[name], "cash_on_hand") for name in gone)


@every_language
def test_n32_lacks_the_last_weeks_of_the_stated_books_only(language: str) -> None:
    made = done("N32", language)
    assert made.same("actual", "filed") and not made.come("stated")
    assert sorted(made.gone("stated")) == sorted(made.drawn["entries"])
    assert all(made.drawn["start"] <= entry.day for entry in made.gone("stated").values())
    assert made.drawn["start"] > made.before.firm.year_ends[-1]


@every_language
def test_n33_books_a_bill_twice(language: str) -> None:
    made = done("N33", language)
    assert made.same("actual") and not made.gone("stated")
    once = {entry.id: entry for entry in made.before.entries("stated")}
    come = made.come("stated")
    for name in made.drawn["entries"]:
        assert come[f"N33-{name}"].postings == once[name].postings
        back = come.get(f"N33-back-{name}")
        assert back is None or back.postings == tuple((account, -amount) for account, amount in once[name].postings)
    assert sorted(come) == sorted(made.drawn["booked"])
