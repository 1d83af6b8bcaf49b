"""Invoice numbers that rise while their dates fall.

What it finds
    Invoices of one seller of which more stand out of order than chance puts there: the number is higher, the date earlier.
Why it matters
    Whoever makes up past invoices takes numbers that are still free, or writes old dates on new ones.
Formula
    invoices that must be left out so that dates never fall while numbers rise <= critical(n). The critical value is simulated for
    the n invoices at hand: one in twenty dated up to thirty days away from its place, exceeded by one honest firm in a hundred
Tolerance
    none beside the simulated value; numbers of 20 digits are left out, and fewer than five invoices are not judged
Innocent explanations
    - several devices or books of invoices were used side by side
    - digital invoices with 20 digits are not numbered by firm
References
    Numbering of invoices; INV020 of the catalogue of ties.
Fires
    invoices 1 to 10 dated in ten months, the latest first
Does not fire
    invoices 1 to 10 dated in ten months, one of them out of its place
"""

from __future__ import annotations

import bisect
import random
import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache

from extract.invoice_code import DIGITAL_NUMBER
from verify.case import Case
from verify.evidence import Evidence
from verify.finding import Finding, Severity, Verdict
from verify.invoice_lines import NO_INVOICE, InvoicePaper, InvoiceTest, invoices_of
from verify.tie import Tie
from verify.wording import Wording

CODE, SINCE = "INV020", "2026.1"
SEVERITY: Severity = "medium"
VERDICT: Verdict = "suspicious"
TITLE = Wording("号码与日期次序", "Number and date order")
CHINESE = {
    "What it finds": "同一销售方的发票，号码在后而日期在前的张数，多于偶然所能解释的。",
    "Why it matters": "补造旧发票的人只能用尚未使用的号码，或在新发票上写旧日期。",
    "Tolerance": "以按张数模拟的临界值为准；20位号码不计，少于五张不判断。",
}
INNOCENT = (
    Wording("多台开票设备或多本发票并用。", "Several devices or books of invoices were used side by side."),
    Wording("20位数电票号码不按企业连续编号。", "Digital invoices with 20 digits are not numbered by firm."),
)
_TEST = InvoiceTest(CODE, TITLE, SEVERITY, VERDICT)
LEAST_INVOICES = 5
#: What the simulation takes for honest: such a share of invoices is dated so many days away from its place, one invoice a day.
OUT_OF_PLACE, DAYS_AWAY = 0.05, 30
DRAWS, LEVEL = 500, 0.99
#: More invoices of one seller are judged by this many, spread evenly.
MOST_INVOICES = 400
_NUMBER = re.compile(r"(?P<series>.*?)(?P<number>\d+)")


def check(case: Case) -> Iterator[Tie | Finding]:
    """One tie for each seller and series of numbers."""
    series: dict[tuple[str, str], dict[int, InvoicePaper]] = {}
    met = False
    for paper in invoices_of(case):
        met = True
        match = _NUMBER.fullmatch((paper.invoice.number or "").strip())
        seller = paper.invoice.seller.tax_id or paper.invoice.seller.name
        if match is None or seller is None or paper.invoice.date is None or paper.invoice.kind != "invoice":
            continue
        if len(match["number"]) < DIGITAL_NUMBER:
            of = (seller, f"{paper.invoice.code or ''}{match['series']}")
            series.setdefault(of, {}).setdefault(int(match["number"]), paper)
    judged = False
    for (seller, name), numbered in sorted(series.items()):
        judged = True
        yield _judge(f"{seller}/{name}", [numbered[number] for number in sorted(numbered)])
    if not judged:
        none = Wording("没有按企业编号且有日期的发票。", "No invoice has a date and a number of its seller's own.")
        yield _TEST.not_run("", none if met else NO_INVOICE)


def _judge(subject: str, papers: Sequence[InvoicePaper]) -> Tie:
    if len(papers) < LEAST_INVOICES:
        few = Wording(f"同一系列的发票少于{LEAST_INVOICES}张。", f"Fewer than {LEAST_INVOICES} invoices are of this series.")
        return _TEST.not_run(subject, few)
    step = max(1, -(-len(papers) // MOST_INVOICES))
    taken = papers[::step]
    days = [(paper.invoice.date or date.min).toordinal() for paper in taken]
    off, allowed = out_of_order(days), critical(len(days))
    shown = tuple(item for paper in taken if (item := _shown(paper)) is not None)
    if not shown:
        return _TEST.not_run(subject, Wording("发票上没有读出金额。", "No amount was read on the invoices."))
    return Tie(
        id=CODE,
        subject=subject,
        title=TITLE,
        status="holds" if off <= allowed else "broken",
        severity=SEVERITY,
        verdict=VERDICT,
        evidence=shown,
        soft=True,
        detail=Wording(
            f"{len(taken)}张按号码排列的发票中，有{off}张日期倒退（偶然情况下至多{allowed}张）。",
            f"Of {len(taken)} invoices in the order of their numbers {off} are dated before earlier ones ({allowed} at most by chance).",
        ),
    )


def _shown(paper: InvoicePaper) -> Evidence | None:
    figure = paper.first_figure
    return None if figure is None else paper.term(figure, f"{paper.invoice.number} {paper.invoice.date}").evidence


def out_of_order(days: Sequence[int]) -> int:
    """How many have to be left out so that the rest never falls."""
    ends: list[int] = []
    for day in days:
        place = bisect.bisect_right(ends, day)
        ends[place : place + 1] = [day]
    return len(days) - len(ends)


@cache
def critical(count: int) -> int:
    """What `out_of_order` stays at or below in 99 of 100 honest series of `count` invoices. The same every time."""
    source = random.Random(f"{CODE} {count}")  # noqa: S311 - a simulation that anyone can repeat
    met = sorted(
        out_of_order([day + (source.randint(-DAYS_AWAY, DAYS_AWAY) if source.random() < OUT_OF_PLACE else 0) for day in range(count)])
        for _ in range(DRAWS)
    )
    return met[int(LEVEL * DRAWS) - 1]
