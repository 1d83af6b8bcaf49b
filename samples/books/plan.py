"""What a firm means to sell, month by month: season, the moving Spring Festival, growth, and the margin of each month."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from math import exp

from samples.firms.calendar import month_start, months
from samples.firms.firm import Firm
from samples.population.parameters import parameters
from samples.streams import stream

#: First day of the Chinese year.
NEW_YEAR = {
    2018: date(2018, 2, 16), 2019: date(2019, 2, 5), 2020: date(2020, 1, 25), 2021: date(2021, 2, 12), 2022: date(2022, 2, 1),
    2023: date(2023, 1, 22), 2024: date(2024, 2, 10), 2025: date(2025, 1, 29), 2026: date(2026, 2, 17), 2027: date(2027, 2, 6),
}  # fmt: skip
_SLOW_BEFORE, _SLOW_AFTER = 7, 10


@dataclass(frozen=True, slots=True)
class Plan:
    """begin: first day simulated, before the books begin   revenue: net sales of each month, minor units   margin: of them, a share

    level    sales of the month against those of an average month of the first year: costs that follow the trade follow this
    grown    the same without season and chance: costs that follow only the years follow this
    """

    begin: date
    revenue: dict[date, int]
    margin: dict[date, float]
    level: dict[date, float]
    grown: dict[date, float]


def plan(firm: Firm, burn_in: int) -> Plan:
    """The plan of a firm from `burn_in` months before its books begin to their end."""
    profile = firm.profile
    begin = month_start(firm.first, -burn_in)
    source = stream(firm.seed, "books", "plan")
    noise = float(parameters()["season"]["noise"])
    growth = min(max(1 + profile.growth, 0.4), 2.5)
    span = list(months(begin, firm.last))
    shape: dict[date, float] = {}
    grown: dict[date, float] = {}
    margin: dict[date, float] = {}
    for index, month in enumerate(span):
        years = (index - burn_in - 5.5) / 12
        grown[month] = growth ** max(years, -0.96) if years < 0 else growth**years
        shape[month] = season(firm, month) * grown[month] * exp(source.gauss(0, noise))
        margin[month] = min(max(profile.gross_margin + source.gauss(0, profile.margin_noise), 0.015), 0.9)
    first_year = [shape[month] for month in span[burn_in : burn_in + 12]]
    average = sum(first_year) / len(first_year)
    level = {month: factor / average for month, factor in shape.items()}
    revenue = {month: round(profile.revenue / 12 * factor) for month, factor in level.items()}
    return Plan(begin, revenue, margin, level, grown)


def season(firm: Firm, month: date) -> float:
    """Factor of a month, mean about 1.   English firms have half the season, and no Spring Festival."""
    factors: list[float] = parameters()["season"][firm.industry]
    factor = factors[month.month - 1]
    if firm.country != "CN":
        return max(1 + (factor - 1) / 2, 0.92)
    if month.month > 2:
        return factor
    share = _in_february(month.year)
    february = factors[1] * share + factors[0] * (1 - share)
    return february if month.month == 2 else factors[0] + factors[1] - february


def _in_february(year: int) -> float:
    """Share of the slow days round the festival of that year that lies in February."""
    festival = NEW_YEAR[year]
    slow = [festival + timedelta(offset) for offset in range(-_SLOW_BEFORE, _SLOW_AFTER + 1)]
    return sum(day.month == 2 for day in slow) / len(slow)
