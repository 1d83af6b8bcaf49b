"""Rates and industry bands (rates_and_bands.yaml beside this file)."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

#: Industries for which bands are known.
INDUSTRIES = ("trade", "manufacturing", "catering", "construction", "services")


@cache
def _loaded() -> Mapping[str, Any]:
    found: Mapping[str, Any] = yaml.safe_load((files("verify.parameters") / "rates_and_bands.yaml").read_text(encoding="utf-8"))
    return found


def vat_rates(currency: str) -> tuple[Decimal, ...]:
    """Rates of the tax on sales in the currency's country, the usual one first; none where the country is not known."""
    return tuple(Decimal(rate) for rate in _loaded()["vat_rates"].get(currency, ()))


def demand_rates(currency: str) -> tuple[Decimal, Decimal] | None:
    """Lowest and highest yearly rate that banks pay on demand deposits; None where they need not pay any."""
    band = _loaded()["demand_rates"].get(currency)
    return None if band is None else (Decimal(band[0]), Decimal(band[1]))


def industry_band(name: str, industry: str) -> tuple[Decimal, Decimal]:
    """Lowest and highest usual value.   Raises KeyError for a band or an industry that is not known."""
    low, high = _loaded()["industry_bands"][name][industry]
    return Decimal(low), Decimal(high)


def bands() -> frozenset[str]:
    return frozenset(_loaded()["industry_bands"])
