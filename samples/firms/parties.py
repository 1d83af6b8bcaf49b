"""Whom a firm deals with: buyers and sellers by Zipf; who stands around it is surroundings.py's."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from samples.firms import names_en, names_zh, surroundings
from samples.firms.cast import Cast, Home
from samples.firms.firm import Industry, Party, Role
from samples.population.parameters import parameters
from samples.streams import stream

#: Share of buyers and sellers that are persons, behind the three largest.
_NATURAL: dict[Industry, float] = {"trade": 0.06, "manufacturing": 0.02, "catering": 0.3, "construction": 0.0, "services": 0.05}
#: Industries that buy from, and that sell to, a firm of an industry.
_BUYERS: dict[Industry, tuple[Industry, ...]] = {
    "trade": ("trade", "manufacturing", "construction", "catering", "services"),
    "manufacturing": ("manufacturing", "trade", "trade"),
    "catering": ("services", "trade", "manufacturing"),
    "construction": ("construction", "manufacturing", "services"),
    "services": ("services", "trade", "manufacturing", "construction"),
}
_SELLERS: dict[Industry, tuple[Industry, ...]] = {
    "trade": ("manufacturing", "manufacturing", "trade"),
    "manufacturing": ("manufacturing", "trade"),
    "catering": ("trade", "catering"),
    "construction": ("trade", "manufacturing", "construction"),
    "services": ("services", "trade"),
}
#: Fewest and most suppliers: an expectation, the priors leave it open.
_SUPPLIERS: dict[Industry, tuple[int, int]] = {
    "trade": (6, 24), "manufacturing": (6, 20), "catering": (5, 14), "construction": (5, 18), "services": (3, 10),
}  # fmt: skip


def parties(home: Home, taken: set[str]) -> dict[str, Party]:
    """Everyone the firm of `home` deals with, by id.   taken: names that are used already, the firm's own among them; added to"""
    made = Cast(home, taken)
    everyone = [*surroundings.family(made), *_customers(made), *_suppliers(made), *surroundings.around(made)]
    return {party.id: party for party in everyone}


def zipf(count: int, exponent: float) -> list[float]:
    """Shares of the first, second, … of `count`; they add up to 1."""
    weights = [rank**-exponent for rank in range(1, count + 1)]
    total = sum(weights)
    return [weight / total for weight in weights]


def _customers(cast: Cast) -> Iterator[Party]:
    """Buyers: trade and services sell to all, the makers to traders and makers; the priors say how many."""
    home = cast.home
    source = stream(home.seed, "firm", "customers")
    low, high = parameters()["industries"]["customers"][home.industry]
    # A larger firm has more of them: the middle of the range at the middle size, evenly on a logarithmic scale.
    place = min(1.0, max(0.0, 0.4 + 0.2 * home.size + source.uniform(-0.2, 0.2)))
    count = round((low + 1) * ((high + 1) / (low + 1)) ** place) - 1
    shares = zipf(count, parameters()["industries"]["customers_zipf"][home.industry])
    yield from _traders(cast, source, "customer", _BUYERS[home.industry], shares, home.terms)


def _suppliers(cast: Cast) -> Iterator[Party]:
    home = cast.home
    source = stream(home.seed, "firm", "suppliers")
    low, high = _SUPPLIERS[home.industry]
    count = min(high, max(low, round(low + (high - low) * (0.35 + 0.2 * home.size) + source.uniform(-2, 2))))
    yield from _traders(cast, source, "supplier", _SELLERS[home.industry], zipf(count, 1.0), home.purchase_terms)


def _traders(cast: Cast, source: Random, role: Role, kinds: tuple[Industry, ...], shares: list[float], terms: float) -> Iterator[Party]:
    trades = names_zh.trades if cast.home.language == "zh" else names_en.trades
    width = max(2, len(str(len(shares))))
    for index, share in enumerate(shares, start=1):
        days = max(0, round(terms * source.uniform(0.6, 1.4) / 5) * 5)
        party_id = f"{role}-{index:0{width}d}"
        # The largest are firms; persons stand further down.
        if index > 3 and source.random() < _NATURAL[cast.home.industry]:
            yield cast.person(source, party_id, role, weight=share, terms=days)
        else:
            trade = source.choice(trades(cast.home.split, source.choice(kinds)))
            yield cast.firm(source, party_id, role, trade, weight=share, terms=days)
