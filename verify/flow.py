"""figures -> ties -> findings -> score."""

from __future__ import annotations

from collections.abc import Iterator

from verify.case import Case
from verify.catalogue import RULESET, catalogue
from verify.companions import explained
from verify.finding import SEVERITIES, VERDICTS, Finding
from verify.formulas.judging import judge_formulas
from verify.graph import TieGraph
from verify.judgement import Judgement
from verify.localise import causes
from verify.reporting import finding_of
from verify.requests import requests_for
from verify.score import coverage_of, score
from verify.support.measure import support_of
from verify.tie import Tie


def verify(case: Case) -> Judgement:
    """Every test of the catalogue on one loan file, and what it comes to. Never raises for what a document holds."""
    results = list(_results(case))
    ties = tuple(sorted((result for result in results if isinstance(result, Tie)), key=lambda tie: (tie.id, tie.subject)))
    patterns = [result for result in results if isinstance(result, Finding)]
    graph = TieGraph(ties)
    hard = [tie for tie in ties if not tie.soft]
    known = explained(graph, causes(graph, hard), ties)
    compared = [finding_of(graph, one) for one in known]
    findings = tuple(sorted([*compared, *patterns], key=_worst_first))
    return Judgement(
        case=case,
        ties=ties,
        findings=findings,
        score=score(findings, ties),
        coverage=coverage_of(ties),
        support=support_of(case, ties, known, graph),
        requests=tuple(requests_for(findings)),
        ruleset=RULESET,
    )


def _results(case: Case) -> Iterator[Tie | Finding]:
    yield from judge_formulas(case)
    for entry in catalogue().values():
        if entry.rule is not None:
            yield from entry.rule.check(case)


def _worst_first(finding: Finding) -> tuple[int, int, str, str]:
    return (VERDICTS.index(finding.verdict), SEVERITIES.index(finding.severity), finding.code, finding.id)
