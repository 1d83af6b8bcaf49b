"""Invoices as their rules see them: one subject for each, and the tie that an equation of one invoice makes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from extract.document import Document
from extract.figure import Figure
from extract.records import Invoice
from verify.case import Case
from verify.evidence import Equation, Evidence, Term
from verify.finding import Severity, Verdict
from verify.tie import Tie
from verify.wording import Wording

NO_INVOICE = Wording("文件中没有发票。", "The loan file holds no invoice.")


@dataclass(frozen=True, slots=True)
class InvoicePaper:
    """One invoice of the case.   ordinal: of the invoice in its document, from 0"""

    document: Document
    invoice: Invoice
    ordinal: int

    @property
    def subject(self) -> str:
        number = f"#{self.ordinal + 1}" if self.ordinal else ""
        return f"{self.document.sha256[:8]}/invoice{number}"

    @property
    def first_figure(self) -> Figure | None:
        """What shows where the invoice stands: its total, or the first other amount that was read."""
        return self.invoice.total or next(self.invoice.figures(), None)

    def term(self, figure: Figure, label: str, coefficient: Decimal | int = 1) -> Term:
        return Term(Evidence(self.document.name, self.document.sha256, figure, label), Decimal(coefficient), figure.step)


@dataclass(frozen=True, slots=True)
class InvoiceTest:
    """What one rule is, for the ties that it makes."""

    code: str
    title: Wording
    severity: Severity
    verdict: Verdict

    def tie(
        self,
        paper: InvoicePaper,
        subject: str,
        equation: Equation,
        *,
        lhs: Decimal,
        words: Wording | None = None,
        cluster: str | None = None,
    ) -> Tie:
        """An equation of one invoice; `lhs` is the value of its left side."""
        return Tie(
            id=self.code,
            subject=subject,
            title=self.title,
            status="holds" if equation.agrees else "broken",
            severity=self.severity,
            verdict=self.verdict,
            lhs=lhs,
            rhs=lhs - equation.difference,
            difference=equation.difference,
            tolerance=equation.tolerance,
            currency=paper.invoice.currency,
            period=paper.invoice.date,
            evidence=tuple(term.evidence for term in equation.terms),
            equations=(equation,),
            words=words,
            cluster=cluster,
        )

    def not_run(self, subject: str, reason: Wording) -> Tie:
        return Tie(
            id=self.code, subject=subject, title=self.title, status="not_run", severity=self.severity, verdict=self.verdict, reason=reason
        )


def invoices_of(case: Case) -> Iterator[InvoicePaper]:
    """Every invoice, receipt and credit note of the case."""
    for document in case.papers:
        found = [record for record in document.records if isinstance(record, Invoice)]
        for ordinal, invoice in enumerate(found):
            yield InvoicePaper(document, invoice, ordinal)
