"""The score: a prior and one weight of evidence for each cause, added up.

Every constant here is an expert prior of the catalogue 2026.1, stated and not measured; `calibrated_on` says so. A bank that
has outcomes of its own replaces them.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable

from verify.finding import Finding, Severity, Verdict
from verify.judgement import Coverage, Grade, Reason, Score
from verify.tie import Tie
from verify.wording import Wording

CALIBRATED_ON = "not calibrated: expert priors 2026.1"
#: Share of loan files of small firms with made-up figures, before looking. Published estimates run from 1 % to 10 %.
PRIOR_PROBABILITY = 0.05
PRIOR = math.log(PRIOR_PROBABILITY / (1 - PRIOR_PROBABILITY))
#: How much likelier a finding is in a fabricated file than in an honest one, as natural logarithm.
WEIGHTS: dict[Verdict, dict[Severity, float]] = {
    "contradiction": {"high": 2.8, "medium": 1.4, "low": 0.5},
    "unsupported": {"high": 0.9, "medium": 0.5, "low": 0.2},
    "suspicious": {"high": 1.0, "medium": 0.6, "low": 0.2},
    "probable_misread": {"high": 2.8, "medium": 1.4, "low": 0.5},
    "notice": {"high": 0.0, "medium": 0.0, "low": 0.0},
}
#: A disagreement that makes the borrower look better is what forgers make; sloppiness goes either way.
BENEFIT = {"up": 0.4, "down": -0.8, None: 0.0}
#: Further findings of the same test in the same document rarely have a cause of their own: each counts half of the one before.
REPEATED = 0.5
#: From these probabilities on.
HIGH_FROM, ELEVATED_FROM = 0.5, 0.15
#: Without this many ties run, of this many kinds, silence means nothing and no file is graded low.
MINIMUM_TIES, MINIMUM_KINDS = 10, 5


def coverage_of(ties: Iterable[Tie]) -> Coverage:
    counted = Counter(tie.status == "not_run" for tie in ties)
    return Coverage(run=counted[False], not_run=counted[True])


def score(findings: Iterable[Finding], ties: Iterable[Tie]) -> Score:
    """Prior plus weights; the probability is the logistic of their sum."""
    met: Counter[tuple[str, str]] = Counter()
    reasons: list[Reason] = []
    for finding in sorted(findings, key=lambda finding: (-weight_of(finding), finding.code, finding.id)):
        key = (finding.code, finding.evidence[0].sha256)
        weight = round(weight_of(finding) * REPEATED ** met[key], 3)
        met[key] += 1
        if weight:
            reasons.append(Reason(finding.code, weight, finding.title, finding.id))
    log_odds = PRIOR + sum(reason.weight for reason in reasons)
    probability = round(1 / (1 + math.exp(-max(-500.0, min(500.0, log_odds)))), 4)
    grade, reason = _grade(probability, list(ties))
    return Score(probability, grade, CALIBRATED_ON, PRIOR, tuple(reasons), reason)


def weight_of(finding: Finding) -> float:
    """Log of how much likelier the finding is in a fabricated file, given that it may be a misreading; never negative."""
    full = WEIGHTS[finding.verdict][finding.severity]
    if not full:
        return 0.0
    full = max(0.0, full + BENEFIT[finding.benefit])
    misread = 0.0 if finding.odds is None else finding.odds.misread
    # Misread figures are as frequent in honest files as in false ones: that share of the evidence weighs nothing.
    return math.log((1 - misread) * math.exp(full) + misread)


def _grade(probability: float, ties: list[Tie]) -> tuple[Grade, Wording]:
    if probability >= HIGH_FROM:
        return "high", Wording("发现的矛盾足以单独支持该等级。", "The findings carry this grade by themselves.")
    if probability >= ELEVATED_FROM:
        return "elevated", Wording("有需要借款人解释的发现。", "There are findings that the borrower has to explain.")
    ran = [tie.id for tie in ties if tie.status != "not_run"]
    if len(ran) < MINIMUM_TIES or len(set(ran)) < MINIMUM_KINDS:
        return "insufficient", Wording(
            f"只核对了{len(ran)}项（{len(set(ran))}种），少于最低要求的{MINIMUM_TIES}项、{MINIMUM_KINDS}种，不足以判断。",
            f"Only {len(ran)} ties of {len(set(ran))} kinds could be run; {MINIMUM_TIES} of {MINIMUM_KINDS} kinds are the least.",
        )
    return "low", Wording(f"核对了{len(ran)}项，没有需要解释的重大发现。", f"{len(ran)} ties were run and nothing of weight was found.")
