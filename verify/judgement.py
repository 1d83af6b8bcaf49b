"""What verification comes to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from verify.case import Case
from verify.finding import Finding
from verify.tie import Tie
from verify.wording import Wording

Grade = Literal["high", "elevated", "low", "insufficient"]


@dataclass(frozen=True, slots=True)
class Reason:
    """One weight of evidence.   weight: natural log-odds, added to the others   finding: its id"""

    code: str
    weight: float
    text: Wording
    finding: str


@dataclass(frozen=True, slots=True)
class Score:
    """How likely the loan file holds fabricated figures.

    prior         log-odds before anything was looked at; prior plus the weights of `reasons` is the log-odds of the probability
    grade_reason  why the grade is what it is, for the reader
    """

    fabrication_probability: float
    grade: Grade
    calibrated_on: str
    prior: float
    reasons: tuple[Reason, ...]
    grade_reason: Wording


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many ties were run (held or broken), and how many not."""

    run: int
    not_run: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Support:
    """How much of a stated figure other papers back. All amounts in main currency units."""

    concept: str
    period: date
    stated: Decimal
    supported: Decimal
    self_consistent: Decimal
    contradicted: Decimal
    not_tested: Decimal
    by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Request:
    """What to ask the borrower for.   settles: ids of findings   amount: money in question, None where it cannot be said"""

    text: Wording
    settles: tuple[str, ...]
    amount: Decimal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """The whole answer on one loan file."""

    case: Case
    ties: tuple[Tie, ...]
    findings: tuple[Finding, ...]
    score: Score
    coverage: Coverage
    support: tuple[Support, ...]
    requests: tuple[Request, ...]
    ruleset: str
