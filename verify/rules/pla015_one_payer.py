"""Most receipts come from one party.

What it finds
    One counterparty, or several that used one account, from whom more than 60 % of the receipts from customers come.
Why it matters
    A firm with one customer stands and falls with it; and made-up turnover mostly comes from few helpers.
Formula
    receipts from the largest counterparty / receipts from customers <= 0.6
    (receipts from customers: credits less own accounts, loans, owners' money, refunds, interest, taxes and returned payments)
Tolerance
    the bound; at least ten receipts. Receipts without a name, and those through a payment platform, which are of many customers,
    are in the total and nobody's share
Innocent explanations
    - a subcontractor with one customer
    - a platform or a marketplace that settles for many customers and is not known as one
References
    Practice of lenders (回款集中度); PLA015 of the catalogue of ties.
Fires
    ten receipts of 100,000.00 together, 70,000.00 of them from one firm
Does not fire
    ten receipts of 100,000.00 together, 50,000.00 of them from one firm
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from verify.case import Case
from verify.evidence import ZERO
from verify.finding import Severity, Verdict
from verify.movements import Counterparties, Movement, currencies_of, movements_of
from verify.tie import Tie
from verify.wording import Wording

CODE, SINCE = "PLA015", "2026.1"
SEVERITY: Severity = "medium"
VERDICT: Verdict = "suspicious"
TITLE = Wording("回款集中度", "Concentration of receipts")
CHINESE = {
    "What it finds": "客户回款的六成以上来自一个对手（或使用过同一账号的几个对手）。",
    "Why it matters": "只有一个客户的企业与其共存亡；编造的流水也多来自少数帮手。",
    "Tolerance": "以界限为准；至少十笔回款，未列示对手的回款和支付平台代众多客户的结算只计入合计。",
}
INNOCENT = (
    Wording("单一客户的分包商。", "A subcontractor with one customer."),
    Wording("平台代众多客户结算，而名称看不出是平台。", "A platform settles for many customers and is not known as one."),
)
HIGHEST = Decimal("0.6")
LEAST_NUMBER = 10
_PLATFORM = re.compile(
    r"支付|收单|银联|财付通|网联|acquir|merchant|payments|worldpay|stripe|paypal|sumup|adyen|square\b|card services|takings", re.IGNORECASE
)


def check(case: Case) -> Iterator[Tie]:
    """One tie for each currency, over all accounts."""
    currencies = currencies_of(case)
    for currency in currencies:
        yield _judge(case, currency)
    if not currencies:
        yield _not_run("", Wording("文件中没有银行流水。", "The loan file holds no bank statement."))


def _judge(case: Case, currency: str) -> Tie:
    movements = [movement for movement in case.kept(movements_of) if movement.account.statement.currency == currency]
    parties = Counterparties(movements)
    receipts = [movement for movement in movements if movement.amount > 0 and movement.flow is None]
    if len(receipts) < LEAST_NUMBER:
        reason = Wording(f"客户回款不足{LEAST_NUMBER}笔。", f"There are fewer than {LEAST_NUMBER} receipts from customers.")
        return _not_run(currency, reason)
    by_party: defaultdict[str, list[Movement]] = defaultdict(list)
    for movement in receipts:
        party = parties.of(movement)
        if party is not None and not _PLATFORM.search(movement.transaction.counterparty or ""):
            by_party[party].append(movement)
    if not by_party:
        reason = Wording("流水未列示支付平台以外的付款人。", "The statements name no payer other than payment platforms.")
        return _not_run(currency, reason)
    party = max(sorted(by_party), key=lambda one: _total(by_party[one]))
    share = _total(by_party[party]) / _total(receipts)
    name = parties.name(party)
    return Tie(
        id=CODE,
        subject=currency,
        title=TITLE,
        status="broken" if share > HIGHEST else "holds",
        severity=SEVERITY,
        verdict=VERDICT,
        lhs=share,
        rhs=HIGHEST,
        difference=share - HIGHEST,
        tolerance=ZERO,
        period=movements[-1].day,
        evidence=tuple(movement.evidence() for movement in sorted(by_party[party], key=lambda movement: -movement.amount)),
        soft=True,
        detail=Wording(
            f"客户回款的{share:.1%}来自“{name}”（上限{HIGHEST:.0%}）。",
            f"{share:.1%} of the receipts from customers come from '{name}' (at most {HIGHEST:.0%} is usual).",
        ),
    )


def _total(movements: list[Movement]) -> Decimal:
    return sum((movement.amount for movement in movements), ZERO)


def _not_run(subject: str, reason: Wording) -> Tie:
    return Tie(id=CODE, subject=subject, title=TITLE, status="not_run", severity=SEVERITY, verdict=VERDICT, reason=reason, soft=True)
