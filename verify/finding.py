"""What a reviewer has to look at."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from verify.evidence import Evidence
from verify.wording import Wording

Severity = Literal["high", "medium", "low"]
Verdict = Literal["contradiction", "probable_misread", "unsupported", "suspicious", "notice"]
#: "up": the disagreement makes the borrower look better than the other figures do. "down": worse.
Benefit = Literal["up", "down"]

SEVERITIES: tuple[Severity, ...] = ("high", "medium", "low")
VERDICTS: tuple[Verdict, ...] = ("contradiction", "unsupported", "suspicious", "probable_misread", "notice")


def lowered(severity: Severity) -> Severity:
    """One step less severe; low stays low."""
    return SEVERITIES[min(SEVERITIES.index(severity) + 1, len(SEVERITIES) - 1)]


@dataclass(frozen=True, slots=True)
class Odds:
    """How likely the disagreement is a wrong reading, and how likely the papers do disagree. They add up to 1."""

    misread: float
    false: float

    def __post_init__(self) -> None:
        if not (0 <= self.misread <= 1 and abs(self.misread + self.false - 1) < 1e-6):
            raise ValueError(f"odds must add up to one, not {self.misread} and {self.false}")


@dataclass(frozen=True, slots=True)
class BetterReading:
    """The reading under which the ties hold.   figure: id   value: main currency units"""

    figure: str
    printed: str
    read: Decimal
    value: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One cause, however many ties it breaks.

    expected, observed, difference, tolerance   main currency units; None where the finding is no comparison
    odds                  None where no reading was looked for
    benefit               None where the direction cannot be said
    amount                money that the disagreement moves, positive
    better_readings       replaced figures that would make everything hold; the printed reading stays as it is
    also_breaks           codes of the other ties that the same cause breaks
    subject               of the leading tie

    Raises ValueError without evidence, and without an innocent explanation.
    """

    code: str
    severity: Severity
    verdict: Verdict
    title: Wording
    explanation: Wording
    evidence: tuple[Evidence, ...]
    innocent_explanations: tuple[Wording, ...]
    currency: str = "XXX"
    expected: Decimal | None = None
    observed: Decimal | None = None
    difference: Decimal | None = None
    tolerance: Decimal | None = None
    odds: Odds | None = None
    benefit: Benefit | None = None
    amount: Decimal | None = None
    counterfactuals: tuple[Wording, ...] = ()
    better_readings: tuple[BetterReading, ...] = ()
    also_breaks: tuple[str, ...] = ()
    subject: str = ""

    def __post_init__(self) -> None:
        if not self.evidence:
            raise ValueError(f"{self.code}: a finding needs evidence")
        if not self.innocent_explanations:
            raise ValueError(f"{self.code}: a finding needs an innocent explanation")

    @property
    def id(self) -> str:
        """The same for the same code on the same figures, whatever else is in the loan file."""
        figures = sorted({item.figure.id for item in self.evidence})
        return hashlib.sha256("\n".join([self.code, *figures]).encode()).hexdigest()[:16]
