"""The catalogue: complete, described in both languages, and its codes forever."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from extract.errors import WronglyCalled
from verify.catalogue import RULESET, catalogue
from verify.pages import rule_page

GOLDEN = Path(__file__).with_name("catalogue.txt")


def listing() -> str:
    rows = (
        f"{entry.code} {entry.severity} {entry.verdict} {entry.since} {entry.title.zh} | {entry.title.en}" for entry in catalogue().values()
    )
    return "\n".join(rows) + "\n"


def test_codes_severities_and_titles_are_the_reviewed_ones() -> None:
    assert listing() == GOLDEN.read_text(encoding="utf-8"), "a change of the catalogue is reviewed by rewriting catalogue.txt"


def test_rules_are_found_by_walking_the_folder() -> None:
    folder = Path(__file__).parents[2] / "verify" / "rules"
    codes = {path.stem[:6].upper() for path in folder.glob("*.py") if path.stem != "__init__"}
    assert codes == {code for code, entry in catalogue().items() if entry.rule is not None}
    assert all(re.fullmatch(r"[A-Z]{3}\d{3}", code) for code in catalogue())
    assert {entry.since for entry in catalogue().values()} == {RULESET}


@pytest.mark.parametrize("code", sorted(catalogue()))
def test_every_test_has_a_full_page(code: str) -> None:
    page = rule_page(code.lower())
    assert page.code == code
    for text in (page.formula, page.source, page.fires, page.silent, page.checks.en, page.why.en, page.tolerance.en):
        assert len(text) > 4
    assert page.innocent and page.fires != page.silent
    assert page.false_alarm_rate.en == "not yet measured"
    for text in (page.title.zh, page.checks.zh, page.why.zh, page.tolerance.zh, *(one.zh for one in page.innocent)):
        assert re.search(r"[\u4e00-\u9fff]", text), text


def test_an_unknown_code_names_the_nearest() -> None:
    with pytest.raises(WronglyCalled, match="BAL001"):
        rule_page("BAL01")
    with pytest.raises(WronglyCalled, match="lists all codes"):
        rule_page("?")
