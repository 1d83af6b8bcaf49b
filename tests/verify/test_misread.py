"""Misread or false: the same broken tie, read from a text layer and from doubtful pixels."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.figure import Figure
from tests.verify.papers import BALANCE, CASH_FLOW, INCOME, THIS, Paper, altered, firm, judged, november, results, status
from verify.channel import edit_distance, repairs
from verify.finding import Finding
from verify.judgement import Judgement
from verify.misread import MAX_FIGURES


def with_figure(concept: str, printed: str, **reading: object) -> Judgement:
    """The honest trader, with one figure of this year's balance sheet replaced."""
    paper = Paper("balance-2025.pdf")
    figure = paper.figure(printed, **reading)  # type: ignore[arg-type]
    return judged(paper.statement("balance_sheet", altered(BALANCE, {concept: figure})), *firm()[1:])


def the_finding(judgement: Judgement) -> Finding:
    (finding,) = judgement.findings
    return finding


@pytest.mark.parametrize(
    ("why", "concept", "printed", "reading", "verdict"),
    [
        (
            "a confused digit on a scan",
            "trade_payables",
            "147,000.00",
            {"confidence": 0.9, "alternatives": {"142000.00": 0.08}},
            "probable_misread",
        ),
        (
            "a pair that is mixed up, without a reading of its own",
            "short_term_borrowings",
            "228,000.00",
            {"confidence": 0.9},
            "probable_misread",
        ),
        ("digits that nobody mixes up, in a fair scan", "short_term_borrowings", "224,000.00", {"confidence": 0.98}, "contradiction"),
        ("0 for 8 on a scan", "inventories", "95,080.00", {"confidence": 0.9}, "probable_misread"),
        ("the same on a text layer", "inventories", "95,080.00", {}, "contradiction"),
        ("a point taken for a comma", "intangible_assets", "1,380,000.00", {"confidence": 0.9}, "probable_misread"),
        ("a lost minus alone does not mend another amount", "intangible_assets", "-13,900.00", {"confidence": 0.9}, "contradiction"),
        ("a wholly other amount", "inventories", "411,733.00", {"confidence": 0.97}, "contradiction"),
        ("a sure scan", "trade_payables", "147,000.00", {"confidence": 0.9994, "alternatives": {"142000.00": 0.00001}}, "contradiction"),
    ],
)
def test_the_verdict_follows_the_odds(why: str, concept: str, printed: str, reading: dict[str, object], verdict: str) -> None:
    finding = the_finding(with_figure(concept, printed, **reading))
    assert finding.verdict == verdict, (why, finding.odds)
    assert finding.odds is not None and abs(finding.odds.misread + finding.odds.false - 1) < 1e-9


def test_the_printed_reading_is_kept_and_the_better_one_is_named() -> None:
    finding = the_finding(with_figure("cash", "351,208.00", confidence=0.8, alternatives={"351200.00": 0.15}))
    (better,) = finding.better_readings
    assert finding.verdict == "probable_misread"
    assert (better.read, better.value) == (Decimal("351208.00"), Decimal("351200.00"))
    assert finding.evidence[0].printed == "351,208.00"
    assert "351,200.00" in finding.explanation.en and "351,208.00" in finding.explanation.zh


def test_all_ties_of_the_misread_figure_are_one_finding() -> None:
    finding = the_finding(with_figure("cash", "351,208.00", confidence=0.8, alternatives={"351200.00": 0.15}))
    assert {finding.code, *finding.also_breaks} == {"BAL004", "ROL003", "XST001"}


def test_a_repair_that_breaks_another_tie_is_no_explanation() -> None:
    """The total could be read otherwise to fit its lines, but then total assets would no longer be its sum."""
    judgement = with_figure("inventories", "96,000.00")
    paper = Paper("balance-2025.pdf")
    doubtful = paper.figure("646,200.00", confidence=0.6, alternatives={"647200.00": 0.3})
    changed = {"total_current_assets": doubtful, "inventories": "96,000.00"}
    judgement = judged(paper.statement("balance_sheet", altered(BALANCE, changed)), *firm()[1:])
    finding = the_finding(judgement)
    assert finding.verdict == "contradiction" and finding.better_readings[:1] != ("647200.00",)
    assert all(better.figure != doubtful.id for better in finding.better_readings)
    assert status(judgement, "INC003") == "holds"


def test_two_figures_that_were_both_in_doubt() -> None:
    paper = Paper("balance-2025.pdf")
    changed = {
        "inventories": paper.figure("99,000.00", confidence=0.8, alternatives={"95000.00": 0.15}),
        "prepayments": paper.figure("21,000.00", confidence=0.8, alternatives={"20000.00": 0.15}),
    }
    judgement = judged(paper.statement("balance_sheet", altered(BALANCE, changed)), *firm()[1:])
    finding = the_finding(judgement)
    assert finding.verdict == "probable_misread"
    assert sorted(better.value for better in finding.better_readings) == [Decimal(20000), Decimal(95000)]


def test_a_misread_amount_of_a_bank_row() -> None:
    paper = Paper("bank-december.pdf")
    misread = paper.figure("66,000.00", confidence=0.85, alternatives={"60000.00": 0.1})
    rows = [("2025-12-03", misread, "380,000.00"), ("2025-12-18", "-28,800.00", "351,200.00")]
    bank = paper.bank(rows, opening="320,000.00", closing="351,200.00", total_credits="60,000.00")
    finding = the_finding(judged(*firm()[:4], november(), bank))
    assert finding.verdict == "probable_misread"
    assert {finding.code, *finding.also_breaks} == {"BNK001", "BNK002", "BNK003"}


def test_the_bound_of_the_search_is_said() -> None:
    rows = [("2025-12-03", "1.00", None)] * (MAX_FIGURES + 5)
    paper = Paper("bank").bank(rows, opening="0.00", closing="9,000.00")
    finding = the_finding(judged(paper))
    assert "least certain figures were tried" in finding.explanation.en


def test_a_true_statement_is_not_second_guessed() -> None:
    """Doubtful figures with alternatives, all of whose ties hold, make no finding."""
    paper = Paper("balance-2025.pdf")
    changes: dict[str, str | Figure] = {
        concept: paper.figure(printed, confidence=0.7, alternatives={"1.00": 0.2}) for concept, printed in BALANCE[THIS].items()
    }
    judgement = judged(paper.statement("balance_sheet", altered(BALANCE, changes)), *firm()[1:])
    assert judgement.findings == ()


def test_every_single_changed_figure_of_the_trader_is_noticed() -> None:
    """Tripling any one figure breaks some tie."""
    silent = set()
    for position, columns in enumerate((BALANCE, INCOME, CASH_FLOW)):
        kind = ("balance_sheet", "income_statement", "cash_flow")[position]
        for concept, printed in columns[THIS].items():
            tripled = f"{Decimal(printed.replace(',', '')) * 3:,.2f}"
            papers = firm()
            papers[position] = Paper(papers[position].name).statement(kind, altered(columns, {concept: tripled}))  # type: ignore[arg-type]
            if not judged(*papers).findings:
                silent.add(concept)
    assert silent == set()


@given(st.integers(-(10**9), 10**9), st.sampled_from(["0.01", "1"]))
def test_repairs_never_give_the_reading_back_and_stay_printable(units: int, step: str) -> None:
    value = Decimal(units) * Decimal(step)
    figure = Paper("a").figure(f"{value:,.2f}" if step == "0.01" else f"{value:,}")
    found = list(repairs(figure))
    assert figure.value not in found
    assert len(found) <= 5 * 12 + 5


@given(st.text("0123", max_size=6), st.text("0123", max_size=6))
def test_edit_distance_is_a_distance(one: str, other: str) -> None:
    assert edit_distance(one, other) == edit_distance(other, one)
    assert (edit_distance(one, other) == 0) == (one == other)
    assert abs(len(one) - len(other)) <= edit_distance(one, other) <= max(len(one), len(other))


def test_results_stay_as_printed() -> None:
    judgement = with_figure("cash", "351,208.00", confidence=0.8, alternatives={"351200.00": 0.15})
    assert [tie.status for tie in results(judgement, "BAL004")].count("broken") == 1
