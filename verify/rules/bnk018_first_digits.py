"""The first digits of bank rows are not spread as this firm's honest amounts would be.

What it finds
    First digits of the amounts of bank rows that are further from Benford's law than 999 in 1,000 sets of amounts of the same
    number and the same parties.
Why it matters
    Rows that were made up by a person or a simple generator have too many or too few of some digits.
Formula
    chi-square of the first digits against log10(1 + 1/d) (mean absolute deviation from 5,001 rows on) <= critical value
    critical value: simulated for the file at hand. The amounts of each party are multiplied by one random factor, 2,000 times:
    the parties keep their prices and instalments, only the units they are counted in change; then the 99.9th percentile.
Tolerance
    the simulated bound, the same at every run. Never a textbook constant: those flag almost every honest firm. At least 300
    amounts that span three orders of magnitude; equal amounts of one party count once; fees, interest, loans and own transfers not at all
Innocent explanations
    - prices in steps, fixed fees, limits on one transfer
    - few customers with orders of one size
References
    Benford (1938); Nigrini, Forensic Analytics; BNK018 of the catalogue of ties. The law is the one distribution of digits that
    a change of unit leaves as it is (Hill, 1995), which the simulation rests on.
Fires
    400 amounts from 1,000.00 to 9,999,999.00 that all begin with 5 or 6
Does not fire
    400 amounts spread evenly over the logarithms of four orders of magnitude
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import numpy as np
import numpy.typing as npt

from verify.case import Case
from verify.evidence import ZERO
from verify.finding import Severity, Verdict
from verify.movements import Counterparties, Movement, currencies_of, movements_of
from verify.tie import Tie
from verify.wording import Wording

CODE, SINCE = "BNK018", "2026.1"
SEVERITY: Severity = "low"
VERDICT: Verdict = "suspicious"
TITLE = Wording("首位数分布", "Digit distribution")
CHINESE = {
    "What it finds": "银行流水金额首位数与本福特定律的偏离，超过同样笔数、同样对手结构的一千组金额中的九百九十九组。",
    "Why it matters": "人手编造或简单程序生成的流水，某些首位数会过多或过少。",
    "Tolerance": "以针对本文件模拟的界限为准，每次运行相同，绝不使用教科书常数；至少300笔且跨越三个数量级，同一对手的相同金额只计一次。",
}
INNOCENT = (
    Wording("固定价位、固定费用、单笔限额。", "Prices in steps, fixed fees, or limits on one transfer."),
    Wording("客户很少且订单金额相近。", "Few customers with orders of one size."),
)
LEAST_NUMBER, ORDERS = 300, 3
#: From here on every tiny difference is significant, so that its size is judged.
MANY = 5000
SETS, SEED = 2000, 20260101
PERCENTILE = 99.9
_CHUNK = 100
_EDGES = np.log10(np.arange(2, 10))
_BENFORD = np.log10(1 + 1 / np.arange(1, 10))
#: Amounts that follow from others or are agreed: their digits say nothing.
_NO_OWN_AMOUNT = frozenset({"own", "financing", "interest", "charges"})
#: Rows shown with a finding.
SHOWN = 40
_Floats = npt.NDArray[np.float64]


def check(case: Case) -> Iterator[Tie]:
    """One tie for each currency, over all accounts."""
    currencies = currencies_of(case)
    for currency in currencies:
        yield _judge(case, currency)
    if not currencies:
        yield _not_run("", Wording("文件中没有银行流水。", "The loan file holds no bank statement."))


def _judge(case: Case, currency: str) -> Tie:
    rows = _rows(case, currency)
    sizes = [abs(movement.amount) for movement, _ in rows]
    if len(rows) < LEAST_NUMBER or max(sizes) < min(sizes) * 10**ORDERS:
        reason = Wording(
            f"可用金额{len(rows)}个；首位数检验至少需要{LEAST_NUMBER}个且跨越三个数量级。",
            f"{len(rows)} amounts can be used; first digits are judged from {LEAST_NUMBER} on that span three orders of magnitude.",
        )
        return _not_run(currency, reason)
    logs = np.log10(np.array([float(size) for size in sizes]))
    names = sorted({party for _, party in rows})
    number = {name: index for index, name in enumerate(names)}
    parties = np.array([number[party] for _, party in rows])
    found, bound = deviation(logs[np.newaxis])[0], critical(logs, parties)
    lhs, rhs = (Decimal(repr(round(float(value), 4))) for value in (found, bound))
    measure = Wording("卡方", "chi-square") if len(rows) <= MANY else Wording("平均绝对偏差", "mean absolute deviation")
    worst = _most_frequent(logs)
    shown = [movement for (movement, _), digit in zip(rows, _digits(logs), strict=True) if digit == worst]
    return Tie(
        id=CODE,
        subject=currency,
        title=TITLE,
        status="broken" if lhs > rhs else "holds",
        severity=SEVERITY,
        verdict=VERDICT,
        lhs=lhs,
        rhs=rhs,
        difference=lhs - rhs,
        tolerance=ZERO,
        period=rows[-1][0].day,
        evidence=tuple(movement.evidence() for movement in shown[:SHOWN]),
        soft=True,
        detail=Wording(
            f"{len(rows)}个金额首位数的{measure.zh}为{lhs}，针对本文件模拟的界限为{rhs}；首位数{worst + 1}偏多最甚。",
            f"The {measure.en} of the first digits of {len(rows)} amounts is {lhs}, the bound simulated for this file {rhs}; "
            f"the digit {worst + 1} is most in excess.",
        ),
    )


def _rows(case: Case, currency: str) -> list[tuple[Movement, str]]:
    """Movements with their parties, equal amounts of one party once; a movement without a party is one of its own."""
    movements = [movement for movement in case.kept(movements_of) if movement.account.statement.currency == currency]
    parties = Counterparties(movements)
    kept: dict[tuple[str, Decimal], tuple[Movement, str]] = {}
    for movement in movements:
        if movement.amount and movement.flow not in _NO_OWN_AMOUNT:
            party = parties.of(movement) or f"row {movement.transaction.amount.id}"
            kept.setdefault((party, movement.amount), (movement, party))
    return list(kept.values())


def deviation(logs: _Floats) -> _Floats:
    """For each row of decimal logarithms, how far their first digits are from Benford's law."""
    number = logs.shape[1]
    digits = _digits(logs)
    shares = np.stack([(digits == digit).sum(axis=1) for digit in range(9)], axis=1) / number
    off = shares - _BENFORD
    found: _Floats = np.abs(off).mean(axis=1) if number > MANY else number * (off**2 / _BENFORD).sum(axis=1)
    return found


def critical(logs: _Floats, parties: npt.NDArray[np.int64]) -> float:
    """The bound for these amounts, the same at every run.   parties: of each amount, numbered from 0"""
    random = np.random.default_rng(SEED)
    count = int(parties.max()) + 1
    drawn = [deviation(logs + random.random((_CHUNK, count))[:, parties]) for _ in range(SETS // _CHUNK)]
    return float(np.percentile(np.concatenate(drawn), PERCENTILE))


def _digits(logs: _Floats) -> npt.NDArray[np.int64]:
    """First digits less one. Logarithms of 2, 20, 200 may fall short by rounding."""
    return np.searchsorted(_EDGES, np.mod(logs + 1e-12, 1.0), side="right")


def _most_frequent(logs: _Floats) -> int:
    counted = np.bincount(_digits(logs), minlength=9) / len(logs)
    return int(np.argmax(counted - _BENFORD))


def _not_run(subject: str, reason: Wording) -> Tie:
    return Tie(id=CODE, subject=subject, title=TITLE, status="not_run", severity=SEVERITY, verdict=VERDICT, reason=reason, soft=True)
