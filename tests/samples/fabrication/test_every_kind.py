"""What holds for each kind of fabrication, whatever it does."""

from __future__ import annotations

import re
from datetime import timedelta
from importlib import import_module
from inspect import getmodule

import pytest

from samples.books.accounts import RESULT
from samples.books.journal import VIEWS, Ledgers, balances
from samples.books.simulate import books
from samples.case import Dose
from samples.fabrication import order
from samples.firms.draw import firm
from samples.population.parameters import parameters
from samples.records.compose import papers
from samples.streams import stream

from .planted import KINDS, LANGUAGES, file, forged, honest, lowest, on_books, planted

ON_BOOKS = [code for code, kind in sorted(KINDS.items()) if kind.books]
ON_PAPERS = [code for code, kind in sorted(KINDS.items()) if kind.papers and not kind.books]
every_care = pytest.mark.parametrize("care", [0, 1, 2])
every_language = pytest.mark.parametrize("language", LANGUAGES)


def test_every_kind_of_the_specification_is_there() -> None:
    assert sorted(KINDS) == [f"F{number:02d}" for number in range(1, 29)]
    assert sorted(order.ORDER) == sorted(KINDS)


def test_every_kind_of_the_parameter_file_is_there() -> None:
    named = {code for row in parameters()["fabrication"]["bundles"].values() for code in row["kinds"]}
    assert named <= set(KINDS)


@pytest.mark.parametrize("code", sorted(KINDS))
def test_a_kind_says_what_it_does(code: str) -> None:
    kind = KINDS[code]
    step = kind.books or kind.papers
    module = getmodule(step)
    assert module is not None and module.__doc__
    assert module.__name__.rpartition(".")[2] == f"{code.lower()}_{kind.name}"
    for part in ("What is done", "Strength", "Care", "Traces"):
        assert re.search(rf"^{part}$", module.__doc__, re.MULTILINE), part
    assert import_module(module.__name__).KIND is kind


@pytest.mark.parametrize("code", ON_BOOKS)
@every_language
@every_care
def test_books_stay_books(code: str, language: str, care: int) -> None:
    """Every entry balances in every view, no id stands twice, each year is closed to nothing."""
    done, _ = planted(code, language, care=care)
    for view in VIEWS:
        entries = done.entries(view)
        assert all(sum(amount for _, amount in entry.postings) == 0 for entry in entries)
        assert len({entry.id for entry in entries}) == len(entries)
        assert len({deal.id for deal in done.deals(view)}) == len(done.deals(view))
        for end in done.firm.year_ends:
            closed = balances(entries, end)
            assert all(closed.get(account, 0) == 0 for account in RESULT)


@pytest.mark.parametrize("code", ON_BOOKS)
@every_language
@every_care
def test_no_account_is_overdrawn_by_it(code: str, language: str, care: int) -> None:
    before, after = lowest(honest(language)), lowest(planted(code, language, care=care)[0])
    assert all(after[account] >= min(before[account], 0) for account in before)


@pytest.mark.parametrize("code", ON_BOOKS)
@every_care
def test_money_that_moves_says_in_which_flow(code: str, care: int) -> None:
    done, _ = planted(code, care=care)
    known = {entry.id for entry in honest("zh").entries("actual")}
    money = {"cash_on_hand", "bank_1", "bank_2", "bank_3", "bank_4"}
    for view in VIEWS:
        for entry in done.entries(view):
            if entry.id not in known and entry.kind != "opening":
                moved = sum(amount for account, amount in entry.postings if account in money)
                assert bool(entry.flow) == bool(moved), entry


@pytest.mark.parametrize("code", ON_BOOKS)
@every_care
def test_who_an_entry_names_is_known(code: str, care: int) -> None:
    done, _ = planted(code, care=care)
    for view in VIEWS:
        deals = {deal.id for deal in done.deals(view)} | {deal.id for deal in done.deals("stated")} | {deal.id for deal in done.books.deals}
        for entry in done.entries(view):
            if entry.id.startswith(code):
                assert not entry.party or entry.party in done.firm.parties
                assert not entry.deal or entry.deal in deals


@pytest.mark.parametrize("code", ON_BOOKS)
@every_care
def test_invoices_bear_numbers_of_their_own(code: str, care: int) -> None:
    done, _ = planted(code, care=care)
    numbers = [(deal.kind == "sale", deal.number) for deal in done.deals("stated") if deal.number]
    assert "?" not in {number for _, number in numbers}
    own = [number for sold, number in numbers if sold]
    assert len(set(own)) == len(own)


@pytest.mark.parametrize("code", ON_BOOKS)
def test_planting_in_books_twice_gives_the_same(code: str) -> None:
    one, drawn = planted(code, care=2)
    other, again = on_books(honest("zh"), code, 0.3, 2)
    assert one.overlays == other.overlays
    assert drawn == again


@pytest.mark.parametrize("code", ON_PAPERS)
def test_planting_on_papers_twice_gives_the_same(code: str) -> None:
    one, drawn = forged(code, care=2)
    answer = KINDS[code].papers(file("zh"), stream(7, "step", code, "papers"), Dose(strength=0.3, care=2))
    assert answer is not None
    assert one.documents == answer[0].documents
    assert drawn == answer[1]


@pytest.mark.parametrize("code", sorted(set(ON_BOOKS) - {"F03", "F05", "F15", "F16", "F19", "F26"}))
@every_language
def test_more_strength_is_more_made_up(code: str, language: str) -> None:
    weak, strong = (planted(code, language, strength, 0)[1]["value"] for strength in (0.1, 0.5))
    assert isinstance(weak, int) and isinstance(strong, int)
    assert 0 < weak < strong


@pytest.mark.parametrize("code", ["F03", "F05", "F15", "F16", "F19"])
def test_more_strength_is_no_less_made_up(code: str) -> None:
    """Days and round sums come in steps."""
    weak, strong = (planted(code, "zh", strength, 0)[1]["value"] for strength in (0.1, 0.5))
    assert isinstance(weak, int) and isinstance(strong, int)
    assert 0 < weak <= strong


@pytest.mark.parametrize("code", ON_PAPERS)
@every_language
def test_more_strength_is_more_forged(code: str, language: str) -> None:
    weak, strong = (float(str(forged(code, language, strength, 0)[1]["share"])) for strength in (0.08, 0.6))
    assert 0 < weak < strong


@pytest.mark.parametrize("code", sorted(KINDS))
def test_care_changes_what_is_covered(code: str) -> None:
    if KINDS[code].books:
        done = [planted(code, care=care)[0] for care in (0, 1, 2)]
        traces = [(one.overlays, one.firm, one.books) for one in done]
    else:
        done = [forged(code, care=care)[0] for care in (0, 1, 2)]
        traces = [one.documents for one in done]
    assert traces[0] != traces[1] != traces[2] != traces[0]


@pytest.mark.parametrize("code", ON_BOOKS)
@every_care
def test_nothing_of_the_honest_books_is_edited_in_place(code: str, care: int) -> None:
    before = honest("zh")
    done, _ = planted(code, care=care)
    assert not before.overlays
    if code not in {"F26", "F27"}:
        assert done.books is before.books
    assert done.books.entries is before.books.entries


@pytest.mark.parametrize("code", ON_BOOKS)
@every_care
def test_what_it_adds_lies_within_the_books(code: str, care: int) -> None:
    done, _ = planted(code, care=care)
    first, last = done.firm.first - timedelta(1), done.firm.last
    added = [entry for overlay in done.overlays for entry in overlay.added]
    assert all(first <= entry.day <= last for entry in added)


@pytest.mark.parametrize("industry", ["manufacturing", "catering", "construction", "services"])
@every_language
def test_every_industry_can_have_it(industry: str, language: str) -> None:
    """Every kind either answers None or plants: none fails on books of another shape."""
    drawn = firm(11, split="develop", language=language, industry=industry)
    ledgers = Ledgers(firm=drawn, books=books(drawn))
    honest_papers = papers(ledgers)
    reached = set()
    for code, kind in sorted(KINDS.items()):
        if kind.suits is not None and not kind.suits(ledgers):
            continue
        dose = Dose(strength=0.3, care=1)
        answer = kind.books(ledgers, stream(11, code), dose) if kind.books else None
        if answer is not None:
            assert all(entry.day <= drawn.last for overlay in answer[0].overlays for entry in overlay.added)
            reached.add(code)
        if kind.papers and not kind.books and kind.papers(honest_papers, stream(11, code), dose) is not None:
            reached.add(code)
    assert len(reached) >= 22
