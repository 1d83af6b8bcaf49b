"""Physics and bands of plausibility: OPS, DEP, PLA. The bands are priors of the catalogue."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from statistics import StatisticsError, correlation

from tests.samples.clean_ties import Facts, tie

#: Industry -> low, high; days and shares as the catalogue has them, revenue per head in CNY.
_BANDS: dict[str, dict[str, tuple[float, float]]] = {
    "gross_margin": {"trade": (0.03, 0.35), "manufacturing": (0.08, 0.40), "catering": (0.45, 0.70), "construction": (0.05, 0.25),
                     "services": (0.20, 0.80)},
    "dso": {"trade": (0, 120), "manufacturing": (15, 180), "catering": (0, 15), "construction": (60, 365), "services": (0, 150)},
    "dio": {"trade": (10, 150), "manufacturing": (20, 200), "catering": (2, 25), "construction": (0, 250), "services": (0, 30)},
    "dpo": {"trade": (0, 120), "manufacturing": (15, 180), "catering": (5, 60), "construction": (45, 365), "services": (0, 120)},
    "electricity_share": {"trade": (0, 0.02), "manufacturing": (0.005, 0.15), "catering": (0.02, 0.10), "construction": (0, 0.03),
                          "services": (0, 0.05)},
    "vat_burden": {"trade": (0.002, 0.04), "manufacturing": (0.01, 0.07), "catering": (0, 0.04), "construction": (0.005, 0.04),
                   "services": (0.01, 0.06)},
    "revenue_per_head": {"trade": (200_000, 8_000_000), "manufacturing": (150_000, 2_500_000), "catering": (80_000, 500_000),
                         "construction": (150_000, 4_000_000), "services": (80_000, 1_500_000)},
}  # fmt: skip


def _band(name: str, year: Facts, value: float) -> bool:
    low, high = _BANDS[name][year.firm.industry]
    return low <= value <= high


@tie("OPS001", "range")
def _staff(year: Facts) -> bool | None:
    n = year.now
    return 0.7 * n["iit_wages"] <= n["staff_costs"] <= 1.4 * n["iit_wages"] + 0.4 * n["si_base"] if year.chinese else None


@tie("OPS002", "range")
def _persons(year: Facts) -> bool | None:
    insured = year.now["si_persons"] / 100
    return 0.7 * insured <= year.now["iit_persons"] / 100 <= 2 * insured + 3 if year.chinese and insured else None


@tie("OPS003", "range")
def _per_head(year: Facts) -> bool | None:
    """The catalogue's bands are in CNY: they say nothing of other countries."""
    if not year.chinese:
        return None
    heads = max(year.now["employees_average"], year.now["si_persons"], 100) / 100
    return _band("revenue_per_head", year, year.now["revenue"] / 100 / heads)


@tie("OPS004", "range")
def _power(year: Facts) -> bool | None:
    if year.firm.industry not in {"manufacturing", "catering"}:
        return None
    return _band("electricity_share", year, year.now["electricity_cost"] / year.now["cost_of_sales"])


def _growth(year: Facts, concept: str) -> float:
    assert year.before is not None
    return year.now[concept] / year.before[concept] - 1


@tie("OPS005", "range")
def _output(year: Facts) -> bool | None:
    if year.firm.industry != "manufacturing" or year.before is None or not year.before["output_units"]:
        return None
    return -0.3 <= _growth(year, "output_units") - _growth(year, "electricity_kwh") <= 0.3


@tie("OPS006", "range")
def _monthly_power(year: Facts) -> bool | None:
    if year.firm.industry != "manufacturing":
        return None
    invoiced: dict[date, int] = defaultdict(int)
    for deal in year.ledgers.deals("stated"):
        if deal.kind == "sale" and deal.invoiced:
            invoiced[deal.invoiced.replace(day=1)] += deal.net
    months = [month for month in year.ledgers.books.months if year.first <= month.first <= year.year_end]
    try:
        return correlation([month.kwh for month in months], [invoiced[month.first] for month in months]) >= 0.2
    except StatisticsError:
        return None


tie("OPS007", "range")(lambda year: year.now["bank_rent_paid"] >= 1)
tie("OPS008", "range")(
    lambda year: year.now["bank_social_insurance"] >= 0.15 * year.now["si_base"] if year.chinese and year.now["si_persons"] else None
)


@tie("DEP001", "range")
def _charge(year: Facts) -> bool | None:
    if not year.chinese or year.now["fixed_assets_cost"] <= 0.01 * year.now["total_assets"]:
        return None
    return 0.02 <= year.now["depreciation_charge"] / year.mean("fixed_assets_cost") <= 0.35


@tie("DEP002", "range")
def _booked(year: Facts) -> bool | None:
    if year.now["fixed_assets_cost"] <= 0 or year.now["fixed_asset_disposals_cost"]:
        return None
    return year.change("accumulated_depreciation") >= 1


tie("PLA001", "range")(lambda year: _band("gross_margin", year, year.now["gross_profit"] / year.now["revenue"]))
tie("PLA002", "range")(lambda year: -0.3 <= year.now["net_profit"] / year.now["revenue"] <= 0.3)
tie("PLA003", "range")(lambda year: _band("dso", year, 365 * year.mean("trade_receivables") / (year.now["revenue"] * (1 + year.rate))))
tie("PLA004", "range")(lambda year: _band("dio", year, 365 * year.mean("inventories") / year.now["cost_of_sales"]))


@tie("PLA005", "range")
def _days_payable(year: Facts) -> bool | None:
    bought = year.now["purchases"] * (1 + year.bought_rate)
    return _band("dpo", year, 365 * year.mean("trade_payables") / bought) if bought > 0 else None


def _outgrows(year: Facts, line: str, of: str) -> bool | None:
    if year.before is None or min(year.before[line], year.before[of]) < 0.01 * year.now["total_assets"]:
        return None
    return _growth(year, line) - _growth(year, of) <= 0.5


tie("PLA006", "range")(lambda year: _outgrows(year, "trade_receivables", "revenue"))
tie("PLA007", "range")(lambda year: _outgrows(year, "inventories", "cost_of_sales"))


@tie("PLA008", "range")
def _accruals(year: Facts) -> bool:
    return (year.now["net_profit"] - year.now["cf_operating_net"]) / year.mean("total_assets") <= 0.15


@tie("PLA009", "range")
def _cash_and_debt(year: Facts) -> bool | None:
    if year.now["short_term_borrowings"] <= 0.2 * year.now["total_assets"]:
        return None
    return year.now["cash"] <= 0.5 * year.now["total_assets"]


@tie("PLA010", "range")
def _odd_accounts(year: Facts) -> bool:
    return sum(year.now[k] for k in ("other_receivables", "prepayments", "due_from_related")) <= 0.3 * year.now["total_assets"]


@tie("PLA011", "range")
def _burden(year: Facts) -> bool | None:
    if year.firm.taxpayer != "general":
        return None
    return _band("vat_burden", year, year.now["vat_due"] / year.now["vat_sales_taxable"])


@tie("PLA012", "range")
def _december(year: Facts) -> bool:
    last = year.books["stated"].result(year.year_end, year.year_end)["revenue"]
    return last <= 0.35 * year.now["revenue"]


@tie("PLA013", "range")
def _round(year: Facts) -> bool | None:
    printed = [
        amount
        for column in year.columns("balance_sheet", "income_statement")
        for amount in column.figures.values()
        if amount and column.period == year.year_end
    ]
    return sum(amount % 100_000 == 0 for amount in printed) <= 0.2 * len(printed) if len(printed) >= 20 else None


tie("PLA014", "range")(lambda year: 0.3 <= year.now["total_current_assets"] / max(year.now["total_current_liabilities"], 1) <= 8)


@tie("PLA015", "range")
def _concentration(year: Facts) -> bool | None:
    paid: dict[str, int] = defaultdict(int)
    for many in year.bank.values():
        for statement in many:
            for line in statement.lines:
                if line.kind == "receipt" and year.first <= line.day <= year.year_end:
                    paid[line.counterparty] += line.amount
    return max(paid.values()) <= 0.6 * sum(paid.values()) if paid else None


@tie("PLA016", "range")
def _small_scale(year: Facts) -> bool | None:
    if year.firm.taxpayer != "small_scale":
        return None
    book, start = year.books["filed"], year.first
    sums, months = [], []
    while start <= year.firm.last:
        months.append(book.result(start, start)["revenue"])
        sums.append(sum(months[-12:]))
        start = (start + timedelta(days=31)).replace(day=1)
    return max(sums) <= 500_000_000
