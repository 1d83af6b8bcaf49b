"""The four loan files that are shipped, read from their pixels and verified as a bank would: the main job, end to end."""

import json
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from api.flow import verify_paths

FILES = Path(__file__).parents[2] / "samples" / "files"
CASES = ("honest-zh", "honest-en", "fabricated-zh", "fabricated-en")


@cache
def case(name: str) -> dict:
    return verify_paths([FILES / name]).case


@cache
def truth(name: str) -> dict:
    return json.loads((FILES / f"{name}.truth.json").read_text("utf-8"))


def scanned(name: str) -> set[str]:
    """Documents that are read from their pixels."""
    return {file["name"] for file in truth(name)["files"] if file["press"] in {"scan", "photo"}}


def overlap(one, other) -> bool:
    return one is not None and other is not None and one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


@pytest.mark.parametrize("name", CASES)
def test_every_document_is_read(name):
    assert {document["name"]: document["status"] for document in case(name)["documents"]} == {
        path.relative_to(FILES / name).as_posix(): "read" for path in (FILES / name).rglob("*") if path.is_file()
    }


@pytest.mark.parametrize("name", CASES)
def test_statements_with_text_are_read_to_the_last_figure(name):
    read = {}
    for document in case(name)["documents"]:
        for record in document["records"]:
            if record["type"] != "financial_statement":
                continue
            for line in record["lines"]:
                for figure in line["figures"]:
                    read.setdefault((document["name"], line["concept"], figure["period"]), set()).add(Decimal(figure["value"]))
    expected = [
        figure
        for figure in truth(name)["figures"]
        if figure["record"] in {"balance_sheet", "income_statement", "cash_flow"}
        and figure["document"] not in scanned(name)
        and figure["concept"]
    ]
    assert len(expected) > 40
    lost = [
        (figure["document"], figure["label"], figure["period"], figure["value"])
        for figure in expected
        if Decimal(figure["value"]) not in read.get((figure["document"], figure["concept"], figure["period"]), ())
    ]
    assert lost == []


@pytest.mark.parametrize("name", [name for name in CASES if name.startswith("honest")])
def test_an_honest_firm_is_not_contradicted(name):
    assert [finding for finding in case(name)["findings"] if finding["verdict"] == "contradiction"] == []


@pytest.mark.parametrize("name", [name for name in CASES if name.startswith("fabricated")])
def test_each_planted_break_has_its_finding_with_the_figure_and_its_box(name):
    planted = [item for item in truth(name)["planted"] if item["must_break"]]
    assert len({item["kind"] for item in planted}) >= 3
    for item in planted:
        found = [
            evidence
            for finding in case(name)["findings"]
            if {finding["code"], *finding["also_breaks"]} & set(item["must_break"])
            for evidence in finding["evidence"]
            if evidence["document"] == item["document"] and abs(Decimal(evidence["value"])) == abs(Decimal(item["new"]))
        ]
        assert found, (item["kind"], item["document"], item["concept"], item["new"])
        if item.get("box") and item["concept"] not in {"total_liabilities", "total_equity"}:  # the same amount stands on two lines
            assert any(evidence["page"] == item["page"] and overlap(evidence["box"], item["box"]) for evidence in found), item


@pytest.mark.parametrize("name", [name for name in CASES if name.startswith("fabricated")])
def test_nothing_is_contradicted_that_was_not_planted(name):
    planted = {(item["document"], abs(Decimal(item["new"]))) for item in truth(name)["planted"]}
    for finding in case(name)["findings"]:
        if finding["verdict"] == "contradiction":
            shown = {(evidence["document"], abs(Decimal(evidence["value"]))) for evidence in finding["evidence"]}
            assert shown & planted, (finding["code"], finding["explanation"])


@pytest.mark.parametrize("name", CASES)
def test_every_tie_of_the_planted_breaks_is_told(name):
    broken = {tie["id"] for tie in case(name)["ties"] if tie["status"] == "broken"}
    for item in truth(name)["planted"]:
        assert set(item["must_break"]) <= broken, item


@pytest.mark.parametrize("name", CASES)
def test_evidence_points_to_figures_that_were_read(name):
    ids = set(json.dumps(case(name)["documents"]).split('"'))
    for finding in case(name)["findings"]:
        assert finding["evidence"]
        for evidence in finding["evidence"]:
            assert evidence["figure"] in ids
            assert evidence["page"] is None or evidence["box"] is not None
