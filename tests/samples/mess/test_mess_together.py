"""All mess at once on real firms, how often each kind comes, and that honest and fabricated files are equally sloppy."""

from __future__ import annotations

from functools import cache

import pytest

from samples.books.journal import VIEWS, Ledgers, balances
from samples.books.solvency import held, lowest, solvent
from samples.firms.draw import firm
from samples.population import plan as plans
from samples.population.assemble import assembled
from samples.population.parameters import parameters
from samples.population.plan import Plan, Planted, mess_of, messes
from samples.streams import stream

from .sloppy import INDUSTRIES, LANGUAGES, clean, file, fits, on_books, on_papers

SEEDS = range(1, 13)
ON_BOOKS = [code for code, kind in sorted(messes().items()) if kind.books]
ON_PAPERS = [code for code, kind in sorted(messes().items()) if kind.papers]
#: Another course of the firm: other books, not changes of these.
COURSES = {"N28", "N29"}


def _clean(seed: int) -> Ledgers:
    return clean(seed, LANGUAGES[seed % 2], INDUSTRIES[seed % 5])


@cache
def _all(seed: int) -> tuple[Ledgers, tuple[str, ...]]:
    """Every kind that can be laid on the books of that firm, in the order of the parameter file; odd firms in distress first."""
    ledgers, laid = _clean(seed), []
    for code in sorted(messes(), key=lambda code: (code not in COURSES, code)):
        if messes()[code].books and not (code in COURSES and seed % 3):
            answer = on_books(code, ledgers)
            if answer is not None:
                ledgers = answer[0]
                laid.append(code)
    return ledgers, tuple(laid)


@pytest.mark.parametrize("seed", SEEDS)
def test_books_balance_each_day_in_every_version(seed: int) -> None:
    done, _ = _all(seed)
    for view in VIEWS:
        entries = done.entries(view)
        assert all(sum(amount for _, amount in entry.postings) == 0 for entry in entries)
        assert sum(balances(entries).values()) == 0
        assert [entry.day for entry in entries] == sorted(entry.day for entry in entries)
        assert len({entry.id for entry in entries}) == len(entries)
        assert len({deal.id for deal in done.deals(view)}) == len(done.deals(view))
        assert entries[-1].day <= done.firm.last


@pytest.mark.parametrize("seed", SEEDS)
def test_no_money_leaves_that_is_not_there(seed: int) -> None:
    done, _ = _all(seed)
    assert solvent(done.entries("actual"))
    assert all(least >= 0 for least in lowest(done.entries("stated"), booked=True).values())


@pytest.mark.parametrize("seed", SEEDS)
def test_no_goods_leave_that_are_not_there(seed: int) -> None:
    done, _ = _all(seed)
    for view in VIEWS:
        assert all(held(done.entries(view), account) >= 0 for account in ("stock", "materials", "work_in_progress", "contract_costs"))


@pytest.mark.parametrize("seed", SEEDS)
def test_money_that_moves_says_in_which_flow(seed: int) -> None:
    done, _ = _all(seed)
    money = {"cash_on_hand", "bank_1", "bank_2", "bank_3", "bank_4", "other_monetary_funds"}
    for view in VIEWS:
        for entry in done.entries(view):
            if entry.kind != "opening":
                assert bool(entry.flow) == bool(sum(amount for account, amount in entry.postings if account in money)), entry


@pytest.mark.parametrize("seed", SEEDS)
def test_who_an_entry_names_is_known(seed: int) -> None:
    done, _ = _all(seed)
    for overlay in done.overlays:
        assert all(not entry.party or entry.party in done.firm.parties for entry in overlay.added)
        assert all(entry.day >= done.firm.first for entry in overlay.added)


def test_every_kind_of_the_books_is_among_them() -> None:
    laid = {code for seed in SEEDS for code in _all(seed)[1]}
    # Larger units need a larger firm and draw for it; a cash flow is plugged or missing, not both.
    assert set(ON_BOOKS) - laid <= {"N01", "N10", "N29"}


@pytest.mark.parametrize("code", ON_BOOKS)
def test_on_books_twice_gives_the_same(code: str) -> None:
    for seed in SEEDS:
        if fits(messes()[code], _clean(seed)):
            assert on_books(code, _clean(seed)) == on_books(code, _clean(seed))
            return


@pytest.mark.parametrize("code", ON_PAPERS)
def test_on_papers_twice_gives_the_same(code: str) -> None:
    for seed in SEEDS:
        made = file(seed, LANGUAGES[seed % 2], INDUSTRIES[seed % 5])
        if fits(messes()[code], made.ledgers):
            assert on_papers(code, made) == on_papers(code, made)
            return


@pytest.mark.parametrize("code", ON_BOOKS)
def test_nothing_is_edited_in_place(code: str) -> None:
    before = _clean(5 if code not in {"N13"} else 9)
    entries = before.entries("actual")
    on_books(code, before)
    assert before.overlays == () and before.settings == {} and before.entries("actual") == entries


def test_mess_never_belongs_to_one_side() -> None:
    assert all(kind.split == "develop" for kind in messes().values())
    borrower = firm(3)
    assert mess_of(borrower, stream(3, "mess")) == mess_of(borrower, stream(3, "mess"))


@pytest.mark.parametrize("seed", [3, 4])
def test_honest_and_fabricated_twins_are_equally_sloppy(seed: int) -> None:
    twins = [
        assembled(
            Plan(
                number=1, seed=seed, split="develop", language=None, industry="trade", fabricated=bool(planted), bundle="",
                planted=planted, required=(),
            )
        )
        for planted in ((), (Planted(code="F02", strength=0.3, care=1),))
    ]  # fmt: skip
    assert [bool(twin.fabrications) for twin in twins] == [False, True]
    assert twins[0].firm.seed == twins[1].firm.seed
    books = [[(event.code, event.parameters) for event in twin.mess if messes()[event.code].papers is None] for twin in twins]
    assert books[0] == books[1]
    assert [event.code for event in twins[0].mess] == [event.code for event in twins[1].mess]
    assert twins[0].honest == twins[1].honest


@cache
def _drawn() -> list[tuple[str, str, bool, frozenset[str]]]:
    """Industry, bookkeeper, micro and mess of 400 firms."""
    found = []
    for seed in range(1000, 1400):
        borrower = firm(seed)
        found.append((borrower.industry, borrower.bookkeeper, borrower.micro, frozenset(mess_of(borrower, stream(seed, "mess")))))
    return found


@pytest.mark.parametrize("code", sorted(messes()))
def test_a_mess_comes_as_often_as_its_rate_says(code: str) -> None:
    rates = parameters()["mess"][code]
    expected = 0.0
    for industry, bookkeeper, micro, _ in _drawn():
        narrower = [
            rates[name] for name, told in ((industry, True), ("agency", bookkeeper == "agency"), ("micro", micro)) if told and name in rates
        ]
        expected += narrower[0] if narrower else rates["rate"]
    count = sum(code in mess for _, _, _, mess in _drawn())
    # Four standard deviations of a count with that mean.
    assert abs(count - expected) <= 4 * max(expected * (1 - expected / len(_drawn())), 0.25) ** 0.5


def test_a_course_of_the_firm_comes_before_what_changes_its_books() -> None:
    borrower = firm(7)
    assert mess_of(borrower, stream(7, "mess"), ("N29", "N02"))[0] in COURSES
    assert plans.messes().keys() == parameters()["mess"].keys()
