"""Kinds in which money truly moves, or is said to be there: F05, F14, F15, F17, F19."""

from __future__ import annotations

from datetime import timedelta

import pytest

from samples.books.accounts import BANKS
from samples.books.journal import Entry, Ledgers, balances
from samples.books.simulate import books
from samples.firms.draw import firm
from samples.records.compose import papers

from .planted import at_end, bank_rows, honest, last_year, on_books, planted

every_care = pytest.mark.parametrize("care", [0, 1, 2])


def _cycles(ledgers: Ledgers) -> dict[str, list[Entry]]:
    found: dict[str, list[Entry]] = {}
    for entry in ledgers.entries("actual"):
        if entry.id.startswith("F05-"):
            found.setdefault("-".join(entry.id.split("-")[:2]), []).append(entry)
    return found


def _money(entry: Entry) -> int:
    return sum(amount for account, amount in entry.postings if account in BANKS)


@every_care
@pytest.mark.parametrize("language", ["zh", "en"])
def test_f05_the_cycled_share_of_credits_is_the_strength(language: str, care: int) -> None:
    done, drawn = planted("F05", language, 0.2, care)
    start = drawn["start"]
    true = sum(
        amount
        for entry in honest(language).entries("actual")
        if entry.day >= start and entry.kind not in {"transfer", "opening"}
        for account, amount in entry.postings
        if account in BANKS and amount > 0
    )
    cycled = sum(_money(entry) for entries in _cycles(done).values() for entry in entries if _money(entry) > 0)
    assert cycled == drawn["value"]
    assert cycled == pytest.approx(0.2 * true, rel=0.05)


@every_care
def test_f05_what_leaves_is_back_within_a_week_less_a_small_fee(care: int) -> None:
    done, _ = planted("F05", care=care)
    for entries in _cycles(done).values():
        out = [entry for entry in entries if _money(entry) < 0]
        back = [entry for entry in entries if _money(entry) > 0]
        assert len(out) == 1
        assert all(0 <= (entry.day - out[0].day).days <= 7 for entry in back)
        kept = -_money(out[0]) - sum(_money(entry) for entry in back)
        assert 0 <= kept <= 0.003 * -_money(out[0]) + 100
        assert not any(mark in entry.note for entry in entries for mark in ("利息", "放款", "借款"))


def test_f05_the_balance_returns() -> None:
    """At the end of the books the account holds what it held, less the fees."""
    done, _ = planted("F05", care=0)
    account = str(planted("F05", care=0)[1]["account"])
    before = balances(honest("zh").entries("actual")).get(account, 0)
    after = balances(done.entries("actual")).get(account, 0)
    volume = sum(_money(entry) for entries in _cycles(done).values() for entry in entries if _money(entry) > 0)
    assert 0 <= before - after <= 0.0031 * volume


def test_f05_the_careless_move_round_sums() -> None:
    done, _ = planted("F05", care=0)
    out = [-_money(entry) for entries in _cycles(done).values() for entry in entries if _money(entry) < 0]
    assert all(amount % 100_000 == 0 for amount in out)
    careful = [-_money(entry) for entries in _cycles(planted("F05", care=2)[0]).values() for entry in entries if _money(entry) < 0]
    assert any(amount % 100_000 for amount in careful)


def test_f05_settles_what_f02_made_up() -> None:
    """The money comes back in the name of the made-up buyers, and their receivables fall."""
    made_up, _ = on_books(honest("zh"), "F02", 0.2, 1)
    done, _ = on_books(made_up, "F05", 0.2, 1)
    back = [entry for entries in _cycles(done).values() for entry in entries if _money(entry) > 0]
    assert all(entry.party.startswith("F02-buyer") for entry in back if entry.settles)
    assert any(entry.settles for entry in back)

    def owed(ledgers: Ledgers) -> int:
        return balances(ledgers.entries("stated")).get("receivables", 0)

    assert owed(made_up) - owed(done) == sum(amount for entry in back for _, amount in entry.settles) > 0


@every_care
def test_f14_the_books_have_more_than_the_bank(care: int) -> None:
    done, drawn = planted("F14", care=care)
    account = str(drawn["account"])
    more = at_end(done, "stated", account) - at_end(done, "actual", account)
    cash = at_end(honest("zh"), "actual", "cash_on_hand", *BANKS, "other_monetary_funds")
    assert int(str(drawn["value"])) == pytest.approx(0.3 * cash, rel=0.001)
    assert more == pytest.approx(int(str(drawn["value"])), rel=0.001)
    assert bank_rows(done) == bank_rows(honest("zh"))


def test_f14_the_careless_have_it_for_one_day() -> None:
    done, _ = planted("F14", care=0)
    day = last_year(done)[1] + timedelta(1)
    account = str(planted("F14", care=0)[1]["account"])
    one, other = (balances(ledgers.entries("stated"), day).get(account, 0) for ledgers in (done, honest("zh")))
    assert one == other


@every_care
@pytest.mark.parametrize("language", ["zh", "en"])
def test_f15_the_bank_sees_draws_less_a_fee_and_equal_instalments(language: str, care: int) -> None:
    done, drawn = planted("F15", language, 0.3, care)
    entries = [entry for entry in done.entries("actual") if entry.id.startswith("F15")]
    draws = [entry for entry in entries if entry.kind == "private_in"]
    lent = sum(-amount for entry in draws for account, amount in entry.postings if account == "other_payables")
    assert lent == drawn["value"]
    assert sum(_money(entry) for entry in draws) == pytest.approx(0.97 * lent, abs=3)
    for draw in draws:
        paid = [_money(entry) for entry in entries if entry.party == draw.party and entry.kind == "private_out"]
        assert len(paid) >= 3
        assert len(set(paid[:-1])) == 1


@pytest.mark.parametrize(("care", "told"), [(0, {"owner_loan"}), (1, {"advances", "prepayments"}), (2, {"receivables", "payables"})])
def test_f15_the_books_call_it_something_else(care: int, told: set[str]) -> None:
    done, _ = planted("F15", care=care)
    stated = [entry for entry in done.entries("stated") if entry.id.startswith("F15") and _money(entry)]
    assert {account for entry in stated for account, _ in entry.postings if account not in BANKS} == told
    actual = {entry.id: _money(entry) for entry in done.entries("actual") if entry.id.startswith("F15")}
    assert actual == {entry.id: _money(entry) for entry in stated}


@every_care
def test_f15_the_credit_report_knows_nothing(care: int) -> None:
    def report(ledgers: Ledgers) -> object:
        return next(document.record for document in papers(ledgers).documents if document.id == "credit_report")

    assert report(planted("F15", care=care)[0]) == report(honest("zh"))


@every_care
def test_f17_capital_comes_in_and_leaves_within_days(care: int) -> None:
    done, drawn = planted("F17", care=care)
    before = at_end(honest("zh"), "stated", "capital")
    entries = [entry for entry in done.entries("actual") if entry.id.startswith("F17")]
    paid_in, out = entries[0], entries[1:]
    assert _money(paid_in) == drawn["paid_in"] == before - at_end(done, "stated", "capital")
    assert -sum(_money(entry) for entry in out) == drawn["value"]
    assert int(str(drawn["value"])) == pytest.approx(0.3 * -before, rel=0.001)
    # Ten days, and those of rest that follow.
    assert all(1 <= (entry.day - paid_in.day).days <= 22 for entry in out)
    parked = "other_receivables" if care == 0 else "prepayments"
    assert sum(dict(entry.postings)[parked] for entry in out) == drawn["value"]


@every_care
@pytest.mark.parametrize(("strength", "days"), [(0.1, 10), (0.5, 6), (1.0, 1)])
def test_f19_the_balance_is_up_round_the_date_only(strength: float, days: int, care: int) -> None:
    done, drawn = planted("F19", "zh", strength, care)
    end = last_year(done)[1]
    account, value = str(drawn["account"]), int(str(drawn["value"]))

    def more(day: object) -> int:
        return balances(done.entries("actual"), day).get(account, 0) - balances(honest("zh").entries("actual"), day).get(account, 0)

    assert more(end) == value
    assert more(drawn["start"] - timedelta(1)) == 0
    assert more(drawn["start"] + timedelta(int(str(drawn["days"])))) == 0
    # Bank days round the new year may stretch it.
    assert days <= int(str(drawn["days"])) <= days + 8


def test_f19_the_deposit_is_the_strength_of_a_months_sales() -> None:
    done, drawn = planted("F19", "zh", 0.5, 0)
    first, last = last_year(done)
    monthly = (
        -sum(
            amount
            for entry in honest("zh").entries("actual")
            if first <= entry.day <= last and entry.kind not in {"closing", "reserve"}
            for account, amount in entry.postings
            if account in {"sales", "other_sales"}
        )
        / 12
    )
    assert int(str(drawn["value"])) == pytest.approx(0.5 * monthly, rel=0.01)


@pytest.mark.parametrize(("care", "account"), [(0, "other_payables"), (1, "advances"), (2, "receivables")])
def test_f19_the_books_say_what_the_bridge_was(care: int, account: str) -> None:
    done, drawn = planted("F19", care=care)
    change = at_end(done, "stated", account) - at_end(honest("zh"), "stated", account)
    assert change == -int(str(drawn["value"]))


def test_f19_the_money_stays_where_the_books_end_before_it_leaves() -> None:
    drawn = next(found for seed in range(1, 300) if (found := firm(seed, language="zh")).last == found.year_ends[-1])
    ledgers = Ledgers(firm=drawn, books=books(drawn))
    done, told = on_books(ledgers, "F19", 0.5, 0)
    assert told["returned"] is False
    assert [entry.id for entry in done.entries("actual") if entry.id.startswith("F19")] == ["F19-in"]
