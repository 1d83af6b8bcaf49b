"""Each kind of mess that lies on the papers: its trace by plain arithmetic, and every other paper as it was."""

from __future__ import annotations

from dataclasses import replace

import pytest

from samples.case import Document, Papers
from samples.records.compose import papers
from samples.records.frameworks.catalogue import FORMS
from samples.records.record import BankStatement, Key, Statement

from .sloppy import LANGUAGES, clean, file, marred, on_books, on_papers

every_language = pytest.mark.parametrize("language", LANGUAGES)


def _changed(before: Papers, after: Papers) -> list[tuple[Document, Document]]:
    known = {document.id: document for document in before.documents}
    return [(known[one.id], one) for one in after.documents if one.id in known and known[one.id] != one]


def _lost(before: Papers, after: Papers) -> set[str]:
    return {one.id for one in before.documents} - {one.id for one in after.documents}


def _differs(old: Document, new: Document) -> dict[Key, tuple[int, int]]:
    figures = dict(old.record.figures())
    return {key: (figures[key], amount) for key, amount in new.record.figures() if figures[key] != amount}


def test_n11_hands_in_no_statement_of_equity_that_shows_it() -> None:
    for seed in range(1, 60):
        ledgers = clean(seed)
        answer = on_books("N11", ledgers) if FORMS[ledgers.firm.framework].equity_changes else None
        if answer is None:
            continue
        made = papers(answer[0])
        left = on_papers("N11", made)
        if left is not None:
            assert _lost(made, left[0]) == set(left[1]["papers"]) <= {one.id for one in made.of("equity_changes")}
            assert not _changed(made, left[0])
            return
    pytest.fail("no firm shows it")


@every_language
def test_n14_mistypes_digits_of_one_statement(language: str) -> None:
    before, after, drawn = marred("N14", language)
    [(old, new)] = _changed(before, after)
    differs = _differs(old, new)
    assert new.id == drawn["paper"] and new.typed and not new.how
    assert [key.name for key in differs] == drawn["cells"] and differs
    for was, now in differs.values():
        digits = [sorted(str(abs(amount) // new.record.unit)) for amount in (was, now)]  # type: ignore[union-attr]
        assert digits[0] == digits[1] or abs(len(digits[0]) - len(digits[1])) >= 1
    assert not _lost(before, after)


def test_n15_asks_for_the_old_template_and_changes_no_figure() -> None:
    before, after, drawn = marred("N15")
    pairs = _changed(before, after)
    assert [new.id for _, new in pairs] == drawn["papers"]
    assert all(new.hints["old_template"] and new.record is old.record for old, new in pairs)


@every_language
def test_n16_writes_another_unit_over_the_same_figures(language: str) -> None:
    before, after, drawn = marred("N16", language)
    [(old, new)] = _changed(before, after)
    assert new.hints["unit_heading"] == drawn["heading"] and new.record is old.record and new.id == drawn["paper"]
    thousands = any(sign in drawn["heading"] for sign in ("万", "000"))
    assert thousands == (new.record.unit <= 100)  # type: ignore[union-attr]


@pytest.mark.parametrize("framework", sorted(FORMS))
def test_n17_adds_a_draft_that_adds_up(framework: str) -> None:
    """Of every framework, with the balance sheet where it is drawn: sides equal, profit less tax, the rest as in the final."""
    language = "zh" if framework in {"xqy", "cas"} else "en"
    sheets = incomes = 0
    for seed in range(1, 400):
        if sheets and incomes:
            break
        if clean_framework(seed, language) != framework:
            continue
        answer = on_papers("N17", file(seed, language))
        if answer is None:
            continue
        final = {one.id: one for one in file(seed, language).documents}
        drafts = [one for one in answer[0].documents if one.id not in final]
        assert sorted(one.id for one in drafts) == sorted(answer[1]["drafts"])
        for draft in drafts:
            assert isinstance(draft.record, Statement) and draft.record.draft
            same = final[draft.id.removesuffix("-draft")].record
            assert isinstance(same, Statement)
            assert draft.record.columns[1:] == same.columns[1:]
            new, old = draft.record.columns[0].figures, same.columns[0].figures
            assert new != old
            if draft.record.record == "balance_sheet":
                sheets += 1
                _sheet_adds_up(new, old)
            else:
                incomes += 1
                assert new["net_profit"] - old["net_profit"] == old["income_tax"] - new["income_tax"] > 0
                if "total_comprehensive_income" in new:
                    assert new["total_comprehensive_income"] - old["total_comprehensive_income"] == new["net_profit"] - old["net_profit"]
    assert incomes


def clean_framework(seed: int, language: str) -> str:
    from samples.firms.draw import firm

    return firm(seed, language=language, industry="trade").framework  # type: ignore[arg-type]


def _sheet_adds_up(new: dict[str, int], old: dict[str, int]) -> None:
    moved = {name: new[name] - old[name] for name in new if new[name] != old[name]}
    more = moved.pop("total_equity", None) or moved["net_assets"]
    assert more > 0
    if "total_liabilities_and_equity" in new and "total_liabilities" in new:
        assert new["total_liabilities"] + new["total_equity"] == new["total_liabilities_and_equity"] == old["total_liabilities_and_equity"]
    if "net_current_assets" in new:
        assert new["net_current_assets"] - old["net_current_assets"] == more
    assert all(abs(by) == more for by in moved.values())
    if "retained_earnings" in new:
        assert moved["retained_earnings"] == more


@every_language
def test_n18_forgets_an_account_or_a_month(language: str) -> None:
    before, after, drawn = marred("N18", language)
    assert _lost(before, after) == set(drawn["papers"]) and not _changed(before, after)
    lost = [one.record for one in before.documents if one.id in drawn["papers"]]
    assert lost and all(isinstance(one, BankStatement) for one in lost)
    assert len({one.account_id for one in lost if isinstance(one, BankStatement)}) == 1


@every_language
def test_n21_asks_for_shifted_columns_of_one_statement(language: str) -> None:
    before, after, drawn = marred("N21", language)
    [(old, new)] = _changed(before, after)
    assert new == replace(old, hints={**old.hints, "misaligned": True}) and new.id == drawn["paper"]


@every_language
def test_n24_puts_totals_off_by_the_last_digits(language: str) -> None:
    before, after, drawn = marred("N24", language)
    [(old, new)] = _changed(before, after)
    differs = _differs(old, new)
    unit = new.record.unit  # type: ignore[union-attr]
    assert differs and {key.name for key in differs} == set(drawn["totals"])
    assert all(0 < abs(now - was) <= (5 if unit == 1 else unit) for was, now in differs.values())


@every_language
def test_n25_gives_all_papers_one_damage(language: str) -> None:
    before, after, drawn = marred("N25", language)
    assert {str(one.hints["damage"]) for one in after.documents} == {drawn["damage"]}
    assert [one.record for one in after.documents] == [one.record for one in before.documents]
    assert 0 <= float(drawn["damage"]) <= 1


@every_language
def test_n26_leaves_kinds_of_paper_at_home(language: str) -> None:
    before, after, drawn = marred("N26", language)
    lost = [one for one in before.documents if one.id in _lost(before, after)]
    assert {one.id for one in lost} == set(drawn["papers"]) and lost
    for one in lost:
        prior = one.record.record in {"balance_sheet", "income_statement"} and one.record.period < before.ledgers.firm.year_ends[-1]
        assert one.record.record in drawn["kinds"] or ("prior_year" in drawn["kinds"] and prior)
    assert not _changed(before, after)
