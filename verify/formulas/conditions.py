"""When a formula can be judged: named conditions that the catalogue refers to.

A condition takes the occasion and answers None, or the reason why the formula says nothing here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from verify.formulas.additions import DIRECT_METHOD
from verify.formulas.occasions import Occasion
from verify.wording import Wording

#: VAT replaced business tax in the last industries on 1 May 2016 (财税〔2016〕36号).
BUSINESS_TAX_ENDED = date(2016, 5, 31)
Condition = Callable[[Occasion], Wording | None]


def no_overdraft(occasion: Occasion) -> Wording | None:
    """Cash of the cash flow statement is not negative: below zero it is net of overdrafts, which stand among the creditors."""
    column = occasion.main
    entries = [entry for concept in ("cf_closing_cash", "cf_opening_cash") for entry in column.by_concept.get(concept, ())]
    if all(entry.figure.value >= 0 for entry in entries):
        return None
    return Wording("现金流量表的现金已扣除银行透支。", "Cash of the cash flow statement is net of overdrafts.")


def direct_method(occasion: Occasion) -> Wording | None:
    """Money in from customers is printed, so that operating cash flow can be added up line by line."""
    if any(occasion.main.has(concept) for concept in DIRECT_METHOD):
        return None
    return Wording("现金流量表未按直接法列示。", "The cash flow statement does not use the direct method.")


def indirect_only(occasion: Occasion) -> Wording | None:
    """The direct method is not used, so that the reconciliation is the statement itself."""
    if direct_method(occasion) is not None:
        return None
    return Wording("经营活动已按直接法列示。", "Operating cash flow is shown by the direct method.")


def cash_is_split(occasion: Occasion) -> Wording | None:
    """At least two parts of cash are printed; a single part is an of-which line that need not exhaust it."""
    parts = [concept for concept in ("cash_on_hand", "bank_deposits", "other_monetary_funds") if occasion.main.has(concept)]
    if len(parts) >= 2:
        return None
    return Wording("货币资金未分项列示。", "Cash is not broken down into its parts.")


def detailed_creditors(occasion: Occasion) -> Wording | None:
    """Accruals or prepayments are printed apart from creditors and debtors, as micro formats allow."""
    if any(occasion.main.has(concept) for concept in ("prepayments", "accrued_liabilities", "deferred_income")):
        return None
    return Wording("未单独列示预付及应计项目。", "No accruals or prepayments are printed apart.")


def no_distributions_stated(occasion: Occasion) -> Wording | None:
    """No equity statement says what was distributed."""
    if not any(kind == "equity_changes" for kind, _ in occasion.columns):
        return None
    return Wording("权益变动表已列示利润分配。", "The equity statement states distributions.")


def after_business_tax(occasion: Occasion) -> Wording | None:
    """The period lies after May 2016, when VAT had replaced business tax in every industry."""
    if occasion.period is not None and occasion.period > BUSINESS_TAX_ENDED:
        return None
    return Wording("期间在营业税取消之前，或没有日期。", "The period lies before business tax ended, or has no date.")


CONDITIONS: Mapping[str, Condition] = {
    condition.__name__: condition
    for condition in (
        no_overdraft,
        direct_method,
        indirect_only,
        cash_is_split,
        detailed_creditors,
        no_distributions_stated,
        after_business_tax,
    )
}
