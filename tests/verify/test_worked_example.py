"""A firm of one year, worked out by hand in the domain notes: every tie that applies holds, and a changed figure shows."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from extract.concepts import chart
from extract.records import StatementKind
from tests.verify.papers import LAST, THIS, Paper, broken, judged
from verify.judgement import Judgement

EXAMPLE = Path(__file__).parents[3] / "shared" / "domain" / "worked_example.yaml"
pytestmark = pytest.mark.skipif(not EXAMPLE.exists(), reason="../shared/domain/worked_example.yaml is not beside the repository")
KINDS: tuple[StatementKind, ...] = ("balance_sheet", "income_statement", "cash_flow", "equity_changes")


def the_firm(changes: dict[str, str] | None = None) -> Judgement:
    loaded = yaml.safe_load(EXAMPLE.read_text(encoding="utf-8"))
    columns: dict[str, dict[str, dict[str, str]]] = defaultdict(lambda: {"current": {}, "opening": {}})
    for when in ("current", "opening"):
        for concept, amount in loaded[when].items():
            changed = (changes or {}).get(concept) if when == "current" else None
            columns[chart()[concept].statement][when][concept] = f"{Decimal(changed or amount):.2f}"
    papers = []
    for kind in KINDS:
        printed = {THIS: columns[kind]["current"]}
        if columns[kind]["opening"]:
            printed[LAST] = columns[kind]["opening"]
        papers.append(Paper(f"{kind}.pdf", form=loaded["format"]).statement(kind, dict(printed)))
    bank = loaded["current"]
    rows = [("2025-06-30", bank["bank_credits_total"], None), ("2025-12-31", f"-{bank['bank_debits_total']}", bank["bank_closing"])]
    papers.append(Paper("bank.pdf").bank(rows, opening=bank["bank_opening"], closing=bank["bank_closing"]))
    return judged(*papers)


def test_every_tie_that_applies_holds() -> None:
    judgement = the_firm()
    assert broken(judgement) == set()
    held = {tie.id for tie in judgement.ties if tie.status == "holds"}
    assert {
        "BAL001",
        "BAL008",
        "BAL011",
        "INC001",
        "CFS001",
        "CFS005",
        "XST001",
        "XST002",
        "XST003",
        "ROL001",
        "BNK001",
        "BNK002",
        "BNK005",
    } <= held


def test_a_tripled_total_shows() -> None:
    loaded = yaml.safe_load(EXAMPLE.read_text(encoding="utf-8"))["current"]
    for concept in (
        "cash",
        "total_assets",
        "total_equity",
        "revenue",
        "net_profit",
        "cf_operating_net",
        "cf_closing_cash",
        "trade_payables",
    ):
        assert the_firm({concept: str(Decimal(loaded[concept]) * 3)}).findings, concept
