"""Fixed assets: those there when the books open, new ones in lumps, straight-line depreciation from the next month, rare disposals."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from samples.books.draft import Draft, rounded
from samples.books.journal import DealLine
from samples.firms.calendar import month_end, month_start

#: Years of use, and how often among the assets of an industry: buildings 20, machines 10, tools 5, vehicles 4, electronics 3.
_LIVES = {
    "trade": (10, 5, 5, 4, 4, 3, 3, 3),
    "manufacturing": (20, 10, 10, 10, 10, 5, 4, 3),
    "catering": (10, 5, 5, 5, 5, 3, 3, 4),
    "construction": (10, 10, 10, 5, 4, 4, 4, 3),
    "services": (5, 5, 4, 3, 3, 3, 3, 10),
}
_RESIDUAL = {"CN": 0.05, "GB": 0.0, "US": 0.0}
#: Share of depreciation that belongs to making goods.
_MADE = 0.8
#: What firms buy: tax category, name, unit.
THINGS = {
    "CN": (
        ("其他机械设备", "设备", "台"), ("专用设备", "数控加工中心", "台"), ("专用设备", "冷藏设备", "套"),
        ("通用设备", "自动包装生产线", "套"),
        ("通用设备", "空压机", "台"), ("机动车", "厢式货车", "辆"), ("计算机外部设备", "服务器及电脑", "批"), ("家具", "办公家具", "批"),
    ),
    "GB": (
        ("", "Equipment", ""), ("", "Machining centre", "each"), ("", "Packing line", "set"), ("", "Box van", "each"),
        ("", "Cold store", "each"), ("", "Computers and server", ""), ("", "Office furniture", ""),
    ),
}  # fmt: skip
THINGS["US"] = THINGS["GB"]


@dataclass(slots=True)
class Asset:
    """bought: the month; depreciated from the next on   cost, monthly: minor units   life: months   sold: the month, or None"""

    id: str
    bought: date
    cost: int
    life: int
    monthly: int
    sold: date | None = None


def _asset(draft: Draft, name: str, bought: date, cost: int, years: int) -> Asset:
    life = years * 12
    return Asset(name, bought, cost, life, round(cost * (1 - _RESIDUAL[draft.firm.country]) / life))


def _age(asset: Asset, month: date) -> int:
    """Months of depreciation booked by the end of `month`."""
    passed = (month.year - asset.bought.year) * 12 + month.month - asset.bought.month
    return min(max(passed, 0), asset.life)


def equip(draft: Draft) -> None:
    """Book assets, their depreciation and their disposal. Opening cost and depreciation go into the opening balance."""
    source = draft.stream("assets")
    lives = _LIVES[draft.firm.industry]
    first = month_start(draft.firm.first)
    assets = []
    total = draft.profile.fixed_assets
    count = source.randint(3, 7) if total > 2_000_000 else 2
    shares = [source.uniform(0.4, 1.6) for _ in range(count)]
    for index, share in enumerate(shares, start=1):
        years = source.choice(lives)
        age = source.randint(2, max(3, int(years * 12 * 0.85)))
        cost = rounded(total * share / sum(shares), 10_000)
        if cost > 0:
            assets.append(_asset(draft, f"asset-{index:02d}", month_start(first, -age), cost, years))
    for asset in assets:
        draft.opening["fixed_assets"] = draft.opening.get("fixed_assets", 0) + asset.cost
        worn = asset.monthly * _age(asset, month_start(first, -1))
        draft.opening["accumulated_depreciation"] = draft.opening.get("accumulated_depreciation", 0) - worn
    if assets and source.random() < 0.12:
        index = source.randrange(6, max(7, len(draft.months) - 6))
        assets[0].sold = draft.months[index] if draft.months[index] > first else None
    for year, start in enumerate(m for m in draft.months if m >= first and (m.month - first.month) % 12 == 0):
        for number in range(source.choice((0, 1, 1, 2))):
            cost = rounded(draft.profile.capex * source.uniform(0.4, 1.3), 10_000)
            month = month_start(start, source.randrange(12))
            if cost > 0 and month <= draft.firm.last:
                name = f"asset-{chr(98 + year)}{number + 1}"
                _buy(draft, _asset(draft, name, month, cost, source.choice(lives)), source.randint(1, 25), assets)
    _depreciate(draft, assets, first)


def _buy(draft: Draft, asset: Asset, day: int, assets: list[Asset]) -> None:
    """Pay for an asset on delivery."""
    when = draft.bank_day(asset.bought + timedelta(day - 1))
    if when > draft.firm.last or when.month != asset.bought.month:
        return
    assets.append(asset)
    supplier = draft.of("other") or draft.of("office") or draft.of("supplier")
    rate = {"general": 0.13, "uk_vat": 0.20}.get(draft.firm.taxpayer, 0.0)
    tax = round(asset.cost * rate)
    deal = f"x-{asset.id}"
    category, what, unit = draft.stream("asset bought", asset.id).choice(THINGS[draft.firm.country])
    line = DealLine(category, what, unit, 1000, asset.cost, asset.cost, tax, rate)
    draft.deal(deal, "expense", when, supplier, (line,), when, when)
    gross = asset.cost + tax
    rows = (("fixed_assets", asset.cost), ("vat_payable", tax), (draft.account(supplier), -gross))
    postings = tuple(row for row in rows if row[1])
    draft.book(f"capex-{asset.id}", when, "capex", postings, "cf_capex", supplier, deal, ((deal, gross),))


def _depreciate(draft: Draft, assets: list[Asset], first: date) -> None:
    made = _MADE if draft.firm.industry == "manufacturing" else 0.0
    for month in draft.months:
        last = month_end(month.year, month.month)
        charge = 0
        for asset in assets:
            if _age(asset, month) > _age(asset, month_start(month, -1)) and (asset.sold is None or month <= asset.sold):
                charge += asset.monthly
        part = round(charge * made)
        if part:
            draft.conversion[month] = draft.conversion.get(month, 0) + part
        if charge and month >= first:
            rows = (("depreciation", charge - part), ("work_in_progress", part), ("accumulated_depreciation", -charge))
            draft.book(f"depreciation-{month:%Y-%m}", last, "depreciation", tuple(row for row in rows if row[1]))
        elif part:
            draft.opening["work_in_progress"] = draft.opening.get("work_in_progress", 0) + part
        for asset in assets:
            if asset.sold == month:
                _sell(draft, asset, draft.firm.last if last > draft.firm.last else last)


def _sell(draft: Draft, asset: Asset, last: date) -> None:
    """Sell a worn asset for a little more or less than its book value, on the last bank day of a month."""
    day = last
    while draft.bank_day(day) != day:
        day -= timedelta(1)
    worn = asset.monthly * _age(asset, asset.sold or last)
    left = asset.cost - worn
    price = rounded(left * draft.stream("disposal").uniform(0.5, 1.2), 100)
    gain = price - left
    money = (("bank_1", price),) if price > 0 else ()
    price = max(price, 0)
    result = ("non_operating_income" if gain > 0 else "non_operating_expenses", -gain)
    rows = (("accumulated_depreciation", worn), *money, ("fixed_assets", -asset.cost), result)
    flow = "cf_disposal_proceeds" if money else ""
    party = draft.firm.of("other")[-1].id if money and draft.firm.of("other") else ""
    draft.book(f"disposal-{asset.id}", day, "disposal", tuple(row for row in rows if row[1]), flow, party)
