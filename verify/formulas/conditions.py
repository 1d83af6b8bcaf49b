"""When a formula can be judged: named conditions that the catalogue refers to.

A condition takes the occasion and answers None, or the reason why the formula says nothing here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal

from verify.facts.collect import facts_of
from verify.formulas.additions import DIRECT_METHOD
from verify.formulas.chart import label_of
from verify.formulas.occasions import Occasion
from verify.wording import Wording

#: VAT replaced business tax in the last industries on 1 May 2016 (财税〔2016〕36号).
BUSINESS_TAX_ENDED = date(2016, 5, 31)
#: A year to date that has reached December touches twelve.
MONTHS_OF_A_YEAR = 12
#: Years of 52 weeks are a day or two shorter.
DAYS_OF_A_YEAR = 360
MUCH_BORROWED = Decimal("0.2")
Condition = Callable[[Occasion], Wording | None]


def no_overdraft(occasion: Occasion) -> Wording | None:
    """Cash of the cash flow statement is not negative: below zero it is net of overdrafts, which stand among the creditors."""
    columns = occasion.columns.values()
    entries = [
        entry for column in columns for concept in ("cf_closing_cash", "cf_opening_cash") for entry in column.by_concept.get(concept, ())
    ]
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


def interim(occasion: Occasion) -> Wording | None:
    """The flows run from the first day of the year to a day before its last."""
    flow = next((column for column in occasion.columns.values() if column.span == "year_to_date"), None)
    if flow is not None and flow.period is not None and flow.period.month < 12:
        return None
    return Wording("不是年中的报表。", "These are no interim accounts.")


def profit_of_the_year_apart(occasion: Occasion) -> Wording | None:
    """The balance sheet shows the profit of the year on a line of its own, not yet in retained earnings."""
    if any(column.has("current_year_profit_equity") for column in occasion.columns.values()):
        return None
    return Wording("未单独列示本年利润。", "The profit of the year is not shown apart.")


def whole_year(occasion: Occasion) -> Wording | None:
    """The flows cover a year, not a part of one."""
    if occasion.stretch is not None and occasion.stretch.months >= MONTHS_OF_A_YEAR:
        return None
    return Wording("期间不足一年。", "The period is shorter than a year.")


def whole_year_of_balances(occasion: Occasion) -> Wording | None:
    """Two balance sheets a year apart."""
    days = {column.period for column in occasion.columns.values() if column.kind == "balance_sheet" and column.period is not None}
    if len(days) == 2 and (max(days) - min(days)).days >= DAYS_OF_A_YEAR:
        return None
    return Wording("没有相隔一年的两期余额。", "There are no two balances a year apart.")


def owns_fixed_assets(occasion: Occasion) -> Wording | None:
    """Fixed assets are more than nothing."""
    entries = [entry for column in occasion.columns.values() for entry in column.by_concept.get("fixed_assets_cost", ())]
    if any(entry.figure.value > 0 for entry in entries):
        return None
    return Wording("没有固定资产。", "There are no fixed assets.")


def borrows_much(occasion: Occasion) -> Wording | None:
    """Short-term borrowings are more than a fifth of all assets."""
    column = occasion.main
    borrowed = sum((entry.figure.value for entry in column.by_concept.get("short_term_borrowings", ())), Decimal(0))
    assets = max((entry.figure.value for entry in column.by_concept.get("total_assets", ())), default=Decimal(0))
    if borrowed > MUCH_BORROWED * assets > 0:
        return None
    return Wording("短期借款不多。", "Short-term borrowings are not large.")


def headcount_known(occasion: Occasion) -> Wording | None:
    """The notes state the employees, or a return the persons insured."""
    noted = any(column.has("employees_average") for column in occasion.columns.values())
    if noted or occasion.case.kept(facts_of).stretches("si_persons"):
        return None
    return Wording("人数未知。", "The number of employees is not known.")


def owns_no_premises(occasion: Occasion) -> Wording | None:
    """The balance sheet shows no fixed assets that could be a building, and no right to use one."""
    kept = ("fixed_assets_cost", "fixed_assets_net", "investment_property", "right_of_use_assets")
    entries = [entry for column in occasion.columns.values() for concept in kept for entry in column.by_concept.get(concept, ())]
    if entries and all(entry.figure.value == 0 for entry in entries):
        return None
    return Wording("企业有固定资产，可能自有场所。", "The firm has fixed assets and may own its premises.")


def in_december(occasion: Occasion) -> Wording | None:
    """The stretch ends with a calendar year, so that twelve months lie before its end."""
    if occasion.stretch is not None and occasion.stretch.end.month == MONTHS_OF_A_YEAR:
        return None
    return Wording("只在年末按十二个月判断。", "Judged on the twelve months of a year only.")


def buys_what_it_sells(occasion: Occasion) -> Wording | None:
    """What is added to stock beside purchases is stated, or the firm trades: wages and overheads are in no one's cost of sales."""
    stated = any(column.has("production_costs_added") for column in occasion.columns.values())
    if stated or occasion.case.industry == "trade":
        return None
    return Wording("加工成本未知，无法由成本推算采购。", "Conversion cost is not known, so purchases do not follow from cost of sales.")


def financing_printed(occasion: Occasion) -> Wording | None:
    """Net cash from financing is printed, so that a financing flow that is not there was nothing."""
    return _printed_flow(occasion, "cf_financing_net")


def investing_printed(occasion: Occasion) -> Wording | None:
    """Net cash from investing is printed, so that an investing flow that is not there was nothing."""
    return _printed_flow(occasion, "cf_investing_net")


def _printed_flow(occasion: Occasion, concept: str) -> Wording | None:
    lines = ("cf_borrowings_received", "cf_principal_repaid", "cf_capital_received") if concept == "cf_financing_net" else ("cf_capex",)
    if any(column.has(one) for column in occasion.columns.values() for one in (concept, *lines)):
        return None
    name = label_of(concept)
    return Wording(f"现金流量表未列示“{name.zh}”。", f"The cash flow statement does not show '{name.en}'.")


def one_month(occasion: Occasion) -> Wording | None:
    """The stretch is one calendar month."""
    stretch = occasion.stretch
    if stretch is not None and stretch.months == 1 and stretch.start.day == 1:
        return None
    return Wording("只按单月判断。", "Judged on single months only.")


def small_scale(occasion: Occasion) -> Wording | None:
    """The firm files the VAT return of small-scale taxpayers."""
    if any(form.form == "vat_small" for _, form in occasion.case.forms):
        return None
    return Wording("没有小规模纳税人的增值税申报表。", "There is no VAT return of a small-scale taxpayer.")


def makes_goods(occasion: Occasion) -> Wording | None:
    """The borrower is a manufacturer: elsewhere power is for light and heating, and says nothing of sales."""
    if occasion.case.industry == "manufacturing":
        return None
    return Wording("只适用于制造业。", "For manufacturers only.")


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
        interim,
        profit_of_the_year_apart,
        whole_year,
        whole_year_of_balances,
        owns_fixed_assets,
        borrows_much,
        headcount_known,
        owns_no_premises,
        in_december,
        buys_what_it_sells,
        financing_printed,
        investing_printed,
        after_business_tax,
        one_month,
        small_scale,
        makes_goods,
    )
}
