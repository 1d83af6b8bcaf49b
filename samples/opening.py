"""The balances with which a firm enters the first of its years, as if it had traded before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from samples.company import Firm, Partner

#: Cost of sales as a share of sales, thousandths, where no sale says otherwise yet (trade's gross margin of about a quarter).
COST_SHARE = 760


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """Debit balances by account, and what of them moves money in the first year. Minor units."""

    moves: dict[str, int]
    owed_to_us: tuple[tuple[Partner, int], ...]
    owed_by_us: tuple[tuple[Partner, int], ...]


def opening(firm: Firm, extra_cash: int, source: Random) -> Opening:
    """What `firm` owns and owes on the eve of its first year; retained earnings are what is left."""
    plan, zh = firm.profile, firm.language == "zh"
    owed_to_us = _old_balances(firm.customers, plan.turnover * (1000 + plan.vat) // 1000, 5, source)
    owed_by_us = _old_balances(firm.suppliers, plan.turnover * COST_SHARE // 1000 * (1000 + plan.vat) // 1000, 4, source)
    moves = {
        "bank": plan.cash + extra_cash,
        "receivables": sum(amount for _, amount in owed_to_us),
        "stock": plan.turnover * COST_SHARE // 1000 * plan.stock_days // 30,
        "equipment": plan.equipment,
        "depreciation_to_date": -plan.equipment * source.randint(18, 36) // 100,
        "loan": -plan.loan,
        "payables": -sum(amount for _, amount in owed_by_us),
        "wages_owed": -(plan.payroll * (1000 + plan.levy) // 1000) if zh else 0,
        "vat": -(plan.turnover * (1000 - COST_SHARE) // 1000 * plan.vat // 1000),
        "income_tax_owed": -(plan.turnover * 12 * 30 // 1000 * (50 if zh else 190) // 1000),
        "payroll_tax_owed": 0 if zh else -(plan.payroll * (plan.withheld + plan.levy) // 1000),
        "capital": -plan.capital,
        "surplus_reserve": -(plan.capital * 40 // 1000) if zh else 0,
    }
    moves["retained"] = -sum(moves.values())
    return Opening(moves=moves, owed_to_us=owed_to_us, owed_by_us=owed_by_us)


def _old_balances(partners: Sequence[Partner], total: int, count: int, source: Random) -> tuple[tuple[Partner, int], ...]:
    """`total` and some more, over `count` partners."""
    chosen = source.sample(list(partners), count)
    return tuple((partner, total * source.randint(200, 330) // 1000 + source.randint(0, 99)) for partner in chosen)
