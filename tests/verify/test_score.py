"""The score is the sum of its parts, and says how it came about."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest

from tests.verify.papers import BALANCE, Paper, altered, firm, judged
from verify.finding import Finding, Odds
from verify.score import CALIBRATED_ON, MINIMUM_KINDS, MINIMUM_TIES, PRIOR_PROBABILITY, WEIGHTS, score, weight_of


def a_finding() -> Finding:
    paper = Paper("balance-2025.pdf").statement("balance_sheet", altered(BALANCE, {"total_assets": "1,100,000.00"}))
    (finding,) = judged(paper, *firm()[1:]).findings
    return finding


def test_the_probability_follows_from_the_reasons() -> None:
    paper = Paper("balance-2025.pdf").statement(
        "balance_sheet", altered(BALANCE, {"trade_receivables": "280,000.00", "short_term_borrowings": "170,000.00"})
    )
    found = judged(paper, *firm()[1:]).score
    log_odds = found.prior + sum(reason.weight for reason in found.reasons)
    assert len(found.reasons) == 2
    assert found.fabrication_probability == round(1 / (1 + math.exp(-log_odds)), 4)
    assert found.calibrated_on == CALIBRATED_ON and "not calibrated" in CALIBRATED_ON


def test_no_findings_leave_the_prior() -> None:
    found = judged(*firm()).score
    assert found.reasons == () and found.fabrication_probability == PRIOR_PROBABILITY


def test_a_likely_misreading_weighs_little_and_a_certain_one_nothing() -> None:
    finding = a_finding()
    weights = [weight_of(replace(finding, odds=Odds(share, 1 - share))) for share in (0.0, 0.5, 0.9, 1.0)]
    assert weights == sorted(weights, reverse=True) and weights[-1] == pytest.approx(0)
    assert 0 < weights[2] < weights[0] / 2


def test_flattering_differences_weigh_more() -> None:
    finding = a_finding()
    up, unknown, down = (weight_of(replace(finding, benefit=benefit)) for benefit in ("up", None, "down"))
    assert up > unknown > down > 0


def test_weights_fall_with_severity_and_a_notice_weighs_nothing() -> None:
    for verdict, by_severity in WEIGHTS.items():
        assert by_severity["high"] >= by_severity["medium"] >= by_severity["low"] >= 0
        assert verdict != "notice" or not any(by_severity.values())


def test_the_tenth_finding_of_one_kind_in_one_document_adds_almost_nothing() -> None:
    finding = a_finding()
    many = [replace(finding, subject=str(number)) for number in range(10)]
    found = score(many, [])
    assert sum(reason.weight for reason in found.reasons) < 2.01 * found.reasons[0].weight


def test_one_flattering_contradiction_is_high_and_none_on_little_is_insufficient() -> None:
    assert score([a_finding()], []).grade == "high"
    little = score([], judged(*firm()[:1]).ties[:3])
    assert little.grade == "insufficient"
    assert str(MINIMUM_TIES) in little.grade_reason.en and str(MINIMUM_KINDS) in little.grade_reason.zh
