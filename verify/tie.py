"""The outcome of one test of the catalogue on one occasion: holds, broken, or not run and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from verify.evidence import Equation, Evidence
from verify.finding import Benefit, Severity, Verdict
from verify.wording import Wording

TieStatus = Literal["holds", "broken", "not_run"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """One catalogue entry judged once.

    id           code of the catalogue
    subject      on what it was judged: document, statement, column, account or pair; (id, subject) is unique in a case
    reason       why it was not run, or a remark on how it was judged; None when there is nothing to say
    lhs, rhs     the two sides, main currency units; None when not run
    difference   lhs - rhs
    evidence     the figures that entered
    equations    what must stay true when a figure is read otherwise; empty where that cannot be said in one equation
    severity     what this break weighs, as the catalogue says or lowered for this occasion
    verdict      the same
    cluster      broken ties with the same cluster are one finding
    soft         a wide tolerance or a plausible range: it neither accuses a single figure nor vouches for one
    words        what should be true, with the names of the figures; None where the title says it
    detail       what happened here in particular, for the finding; None for the plain sentence
    benefit      whom the disagreement helps, where the rule knows it better than the figures say
    """

    id: str
    subject: str
    title: Wording
    status: TieStatus
    severity: Severity
    verdict: Verdict
    reason: Wording | None = None
    lhs: Decimal | None = None
    rhs: Decimal | None = None
    difference: Decimal | None = None
    tolerance: Decimal | None = None
    currency: str = "XXX"
    period: date | None = None
    evidence: tuple[Evidence, ...] = ()
    equations: tuple[Equation, ...] = ()
    concept: str | None = None
    cluster: str | None = None
    soft: bool = False
    words: Wording | None = None
    detail: Wording | None = None
    benefit: Benefit | None = None
    counterfactuals: tuple[Wording, ...] = ()

    def __post_init__(self) -> None:
        if self.status == "not_run" and self.reason is None:
            raise ValueError(f"{self.id}: a tie that was not run says why")
        if self.status == "broken" and not self.evidence:
            raise ValueError(f"{self.id}: a broken tie shows its figures")

    @property
    def figures(self) -> tuple[str, ...]:
        """Ids of the figures that entered, each once."""
        return tuple(dict.fromkeys(item.figure.id for item in self.evidence))
