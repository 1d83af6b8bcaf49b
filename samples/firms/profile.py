"""How a firm does business, drawn from the priors with their correlations, truncated to what a living firm can be.

What is correlated: growth with working capital (terms, stock) and with size's luck, margin with stock days (negative), size with
tickets, customers, bank loan and general taxpayer. What the priors leave open is stated beside its number here; all are expectations.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, log
from random import Random
from statistics import NormalDist
from typing import Any, Literal

from samples.firms.firm import Country, Industry, Profile, Taxpayer
from samples.population.parameters import parameters
from samples.streams import stream

#: Share of gross wages that is cost of goods, works or services sold; the rest is selling and office staff.
WAGES_IN_COST: dict[Industry, float] = {"trade": 0.0, "manufacturing": 0.65, "catering": 0.0, "construction": 0.6, "services": 0.6}
#: Share of power that is production's.
POWER_IN_COST: dict[Industry, float] = {"trade": 0.0, "manufacturing": 0.8, "catering": 0.0, "construction": 0.6, "services": 0.0}
#: One unit of the country's money in CNY, as the priors say; Chinese priors become English amounts by it.
WORTH = {"CN": 1, "GB": 9, "US": 7}
_MILLION = 100_000_000
#: Least and usual gross wage of a month, minor units: China before the province's factor, by the persons that sales need.
_LEAST_WAGE = {"CN": 240_000, "GB": 60_000, "US": 90_000}
_WAGE = {"GB": 225_000, "US": 380_000}
#: Lowest net sales of a year, minor units.
_LEAST = {"CN": 80_000_000, "GB": 15_000_000, "US": 18_000_000}
_SIZES = (-2.0, 1.9)
#: Running costs beside wages, rent, power and freight, of net sales; where they are not those of other industries.
_OVERHEADS: dict[Industry, tuple[float, float]] = {"services": (0.02, 0.07), "catering": (0.012, 0.035), "manufacturing": (0.02, 0.05)}
_MOST_TICKETS = 220.0
_CHINESE_CAPITAL = (10, 20, 30, 50, 100, 200, 300, 500, 800, 1000, 2000)


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What a profile is drawn for.   wages: of the province, the country being 1   taxpayer: None: drawn"""

    country: Country
    industry: Industry
    wages: float = 1.0
    taxpayer: Taxpayer | None = None


@dataclass(frozen=True, slots=True)
class Nature:
    """What the rest hangs on.   size, drive, luck: standard normal, truncated: of sales, of growth, of margin"""

    size: float
    drive: float
    luck: float
    revenue: int
    growth: float
    margin: float
    taxpayer: Taxpayer


def nature(seed: int, setting: Setting) -> Nature:
    """Size, growth, margin and taxpayer of the firm of `seed`."""
    priors = parameters()["industries"]
    size = normal(stream(seed, "firm", "size"), *_SIZES)
    drive = normal(stream(seed, "firm", "growth"), -1.5, 1.8)
    luck = normal(stream(seed, "firm", "margin"), -1.5, 2.0)
    median = priors["revenue_median_m"][setting.industry] * _MILLION / WORTH[setting.country]
    revenue = max(_LEAST[setting.country], round(median * exp(priors["revenue_sigma"][setting.industry] * size)))
    mean, spread, _ = priors["gross_margin"][setting.industry]
    average, deviation = priors["growth"][setting.industry]
    growth = max(-0.25, min(0.5, average + deviation * drive))
    taxpayer = setting.taxpayer or _taxpayer(seed, setting, revenue)
    if taxpayer == "small_scale":
        revenue, growth = _below_the_limit(seed, revenue, growth)
    return Nature(
        size=size,
        drive=drive,
        luck=luck,
        revenue=revenue // 100_000 * 100_000,
        growth=round(growth, 4),
        margin=round(max(0.45 * mean, mean + spread * luck), 4),
        taxpayer=taxpayer,
    )


def _below_the_limit(seed: int, revenue: int, growth: float) -> tuple[int, float]:
    """Sales and growth of a firm that stays small-scale: it sees to it that its best twelve months, chance on top, stay below."""
    limit = parameters()["firms"]["small_scale_limit"] * 100
    source = stream(seed, "firm", "limit")
    growth = min(growth, source.uniform(0.02, 0.15))
    most = limit / 1.25 / (1 + max(growth, 0.0)) ** 2
    if revenue > most:
        revenue = round(most * source.uniform(0.8, 1.0))
    return revenue, growth


def _taxpayer(seed: int, setting: Setting, revenue: int) -> Taxpayer:
    """Above the limit a Chinese firm is a general taxpayer; below it some are, so many that the share of all is the prior's."""
    if setting.country != "CN":
        return "uk_vat" if setting.country == "GB" else "sales_tax"
    priors = parameters()["industries"]
    limit = parameters()["firms"]["small_scale_limit"] * 100
    if revenue > limit:
        return "general"
    median, sigma = priors["revenue_median_m"][setting.industry] * _MILLION, priors["revenue_sigma"][setting.industry]
    forced = 1 - NormalDist(0, sigma).cdf(log(limit / median))
    below = max(0.04, (priors["general_taxpayer"][setting.industry] - forced) / (1 - forced))
    return "general" if stream(seed, "firm", "taxpayer").random() < below else "small_scale"


def normal(source: Random, low: float, high: float) -> float:
    """A standard normal number between `low` and `high`; outside them it is drawn again."""
    while True:
        value = source.gauss(0.0, 1.0)
        if low <= value <= high:
            return value


def _spread(source: Random, sigma: float) -> float:
    """A lognormal factor of median 1, within two sigma."""
    return exp(sigma * normal(source, -2.0, 2.0))


@dataclass(frozen=True, slots=True)
class _Costs:
    """Running costs as shares of net sales.   own: of the owner's choice, cut when the margin cannot bear them"""

    wages: float
    rent: float
    overheads: float
    power: float
    freight: float
    entertainment: float


def profile(seed: int, setting: Setting, born: Nature) -> Profile:
    """The profile of the firm of `seed`, whose nature is `born`.   One named stream a question, so that no answer moves another."""
    costs = _costs(seed, setting, born)
    terms = _terms(seed, setting, born)
    people = _people(seed, setting, born, costs.wages)
    money = _money(seed, setting, born, costs, terms)
    taxes = _rates(seed, setting, born)
    source = stream(seed, "firm", "habits")
    priors = parameters()["industries"]
    fee = source.uniform(*parameters()["events"]["platform_fee"])
    wanted = priors["invoices_wanted"][setting.industry] + source.uniform(-0.08, 0.04)
    first, second = priors["owner_card_beta"][setting.industry]
    return Profile(
        revenue=born.revenue,
        growth=born.growth,
        gross_margin=born.margin,
        margin_noise=priors["gross_margin"][setting.industry][2],
        tickets=_tickets(seed, setting, born),
        **terms,
        **taxes,
        **people,
        rent=_round(born.revenue * costs.rent / 12),
        power=_round(born.revenue * costs.power / 12),
        kwh_price=source.randint(*{"CN": (62, 98), "GB": (22, 31), "US": (11, 18)}[setting.country]),
        overheads=_round(born.revenue * costs.overheads / 12),
        freight_share=round(costs.freight, 4),
        entertainment_share=round(costs.entertainment, 4),
        owner_card=round(source.betavariate(first, second), 4),
        notes_share=round(min(0.4, priors["notes_of_receipts"][setting.industry] * _spread(source, 0.4)), 4)
        if setting.country == "CN"
        else 0.0,
        invoices_wanted=round(min(0.99, max(0.05, wanted)), 3),
        platform_fee=round(fee, 3) if setting.industry == "catering" else 0.0,
        **money,
    )


def _round(amount: float) -> int:
    """Minor units as people settle on amounts: two or three figures that count."""
    size: int = 10 ** max(2, len(str(int(amount))) - 2)
    return max(size, round(amount / size) * size)


def _costs(seed: int, setting: Setting, born: Nature) -> _Costs:
    """The priors, spread; cut until the firm earns what firms like it earn (most do; about one in ten does not)."""
    priors, source, industry = parameters()["industries"], stream(seed, "firm", "costs"), setting.industry
    wages = priors["wages_of_revenue"][industry] * _spread(source, 0.2)
    rent = priors["rent_of_revenue"][industry] * _spread(source, 0.25)
    overheads = source.uniform(*_OVERHEADS.get(industry, (0.008, 0.025))) * (1.0 if born.size > 0 else 1.3)
    power = priors["power_of_cost"][industry] * (1 - 0.5 * born.margin) * _spread(source, 0.2)
    moved = {"trade": (0.004, 0.015), "manufacturing": (0.008, 0.02)}.get(industry, (0.0, 0.003))
    freight, entertainment = source.uniform(*moved), source.uniform(0.001, 0.005)
    # Depreciation, interest, surcharges and, in catering, platforms.
    other = priors["fixed_assets_of_revenue"][industry] / 8 + 0.012 + (0.062 if industry == "catering" else 0.0)
    kept = source.gauss(0.05, 0.02) if source.random() > 0.1 else source.gauss(0.0, 0.02)
    fixed = power * (1 - POWER_IN_COST[industry]) + freight + entertainment + other + max(-0.03, min(0.14, kept))
    free = wages * (1 - WAGES_IN_COST[industry]) + rent + overheads
    cut = max(0.3, min(1.35 if industry in {"services", "manufacturing"} else 1.15, (born.margin - fixed) / free))
    return _Costs(wages * cut, rent * cut, overheads * cut, power, freight, entertainment)


def _terms(seed: int, setting: Setting, born: Nature) -> dict[str, Any]:
    priors, source, industry = parameters()["industries"], stream(seed, "firm", "terms"), setting.industry
    english = setting.country != "CN" and industry != "catering"
    selling, selling_spread = parameters()["firms"]["english_terms"] if english else priors["sales_terms"][industry]
    buying, buying_spread = parameters()["firms"]["english_terms"] if english else priors["purchase_terms"][industry]
    longer = 1 + 0.12 * born.drive
    low, high = priors["retention"].get(industry, (0.0, 0.0))
    return {
        "terms": round(selling * _spread(source, 0.2) * longer, 1),
        "terms_deviation": round(selling_spread * _spread(source, 0.15), 1),
        "purchase_terms": round(buying * _spread(source, 0.15), 1),
        "purchase_terms_deviation": round(buying_spread * _spread(source, 0.15), 1),
        "cash_share": round(min(0.98, priors["cash_share"][industry] * _spread(source, 0.2)), 3),
        "retention": round(source.uniform(low, high), 3),
        "retention_months": source.choice((12, 12, 24)) if high else 0,
        "stock_days": round(priors["stock_days"][industry] * _spread(source, 0.2) * longer * exp(-0.25 * born.luck), 1),
    }


def _tickets(seed: int, setting: Setting, born: Nature) -> float:
    """Sales a month, but of those on account only in catering, where the counter settles once a day: each regular customer once."""
    source = stream(seed, "firm", "tickets")
    median = parameters()["industries"]["tickets_a_month"][setting.industry] or 4
    return round(min(_MOST_TICKETS, max(1.5, median * exp(0.4 * born.size) * _spread(source, 0.25))), 1)


def _rates(seed: int, setting: Setting, born: Nature) -> dict[str, Any]:
    """Rate of sales and rate printed on suppliers' invoices (which a small-scale taxpayer cannot deduct)."""
    source, industry = stream(seed, "firm", "rates"), setting.industry
    if setting.country == "GB":
        return {"vat_rate": 0.2, "input_rate": 0.2}
    if setting.country == "US":
        # Sales tax falls on what is sold to the last buyer; what is bought for resale bears none.
        taxed = {"trade": (0.06, 0.0625, 0.07, 0.0725), "catering": (0.06, 0.0775, 0.0825)}.get(industry, (0.0,))
        return {"vat_rate": source.choice(taxed), "input_rate": 0.0}
    if born.taxpayer == "small_scale":
        return {"vat_rate": 0.01, "input_rate": 0.13 if industry in {"trade", "manufacturing"} else 0.01}
    sold = float(parameters()["industries"]["vat_general"][industry])
    bought = {"trade": 0.13, "manufacturing": 0.13, "catering": 0.09, "construction": 0.13, "services": 0.06}[industry]
    return {"vat_rate": sold, "input_rate": bought}


def _people(seed: int, setting: Setting, born: Nature, share: float) -> dict[str, Any]:
    source, country = stream(seed, "firm", "people"), setting.country
    budget = born.revenue * share / 12
    least = round(_LEAST_WAGE[country] * max(0.85, min(1.1, setting.wages)))
    if country == "CN":
        heads = round(born.revenue / (parameters()["industries"]["revenue_per_head_k"][setting.industry] * 100_000) / setting.wages**0.5)
        wage = budget / max(1, heads)
    else:
        wage = _WAGE[country] * _spread(source, 0.12)
        heads = round(budget / wage)
    if budget / max(1, heads) < least:
        heads = int(budget / least)
    heads = max(1, heads)
    wage = max(least, budget / heads)
    payroll = round(wage * heads / 10_000) * 10_000
    insured = max(1, round(heads * source.betavariate(*parameters()["firms"]["insured_beta"]))) if country == "CN" else heads
    covered = insured / heads * source.uniform(0.65, 1.0)
    levy, withheld = {"CN": (0.27 * covered, 0.105 * covered + 0.006), "GB": (0.105, 0.17), "US": (0.085, 0.205)}[country]
    return {"payroll": payroll, "headcount": heads, "insured": insured, "levy": round(levy, 4), "withheld": round(withheld, 4)}


def _money(seed: int, setting: Setting, born: Nature, costs: _Costs, terms: dict[str, Any]) -> dict[str, Any]:
    """What the firm owns and owes when the books open; capital is never so high that the opening balance starts with a loss to carry."""
    priors, source, industry, country = parameters()["industries"], stream(seed, "firm", "money"), setting.industry, setting.country
    sales = born.revenue
    step = 5_000_000 if country == "CN" else 500_000
    share, weight = priors["loans"][industry]
    borrows = source.random() < share * (1 + 0.25 * max(-1.5, min(1.5, born.size)))
    loan = round(sales * weight * _spread(source, 0.5) / step) * step if borrows else 0
    low, high = parameters()["events"]["loan_rate"] if country == "CN" else (0.062, 0.098)
    rate = round(source.uniform(low, high), 4)
    style: Literal["rollover", "instalments"] = "rollover" if (source.random() < 0.75) == (country == "CN") else "instalments"
    owner = _round(sales * source.uniform(0.01, 0.08)) if source.random() < parameters()["firms"]["owner_loan_share"] else 0
    if source.random() < 0.3:
        owner = -owner // 2
    assets = _round(sales * priors["fixed_assets_of_revenue"][industry] * _spread(source, 0.4))
    months = source.uniform(2.6, 4.0) if industry == "construction" else source.uniform(1.1, 2.2)
    cash = round(sales * (1 - born.margin + 0.6 * born.margin) / 12 * months) + source.randint(1, 99)
    cost = sales * (1 - born.margin)
    owed = sales * (1 - terms["cash_share"]) * terms["terms"] / 365 + cost * terms["stock_days"] / 365
    # Suppliers of goods give credit, the firm's own people do not.
    owing = cost * (1 - WAGES_IN_COST[industry] * costs.wages / (1 - born.margin)) * terms["purchase_terms"] / 365
    worth = cash + owed + 0.6 * assets - owing
    owner = min(owner, max(0, round(0.3 * worth / 100_000) * 100_000)) if owner > 0 else owner
    loan = min(loan, max(0, round((worth - max(owner, 0)) * 0.7) // step * step))
    capital = _capital(source, country, worth - loan - owner)
    expected = sales * 0.05
    pays = source.random() < (parameters()["events"]["dividend_share"] if country == "CN" else 0.4)
    return {
        "loan": loan,
        "loan_rate": rate,
        "loan_style": style,
        "owner_loan": owner,
        "fixed_assets": assets,
        "capex": _round(assets * source.uniform(0.06, 0.2)),
        "capital": capital,
        "dividend": _round(expected * source.uniform(0.15, 0.4)) if pays and born.margin > 0.1 else 0,
        "opening_cash": cash,
    }


def _capital(source: Random, country: Country, worth: float) -> int:
    """Paid-in capital, minor units: a round sum in China, a nominal one in Britain and America; at most what the firm is worth."""
    if country != "CN":
        return source.choice((100, 10_000, 10_000, 20_000, 100_000)) if country == "GB" else source.choice((100_000, 500_000, 1_000_000))
    fits = [step * 1_000_000 for step in _CHINESE_CAPITAL if step * 1_000_000 <= 0.85 * worth]
    return source.choice(fits[-3:]) if fits else _CHINESE_CAPITAL[0] * 1_000_000
