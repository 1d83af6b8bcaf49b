"""What may be said about a score."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def population(score: Mapping[str, Any] | None) -> str | None:
    """What a score's probability was measured on; None when it was not, so that it must not be shown as a probability."""
    stated = str((score or {}).get("calibrated_on") or "")
    return stated if stated and not stated.startswith("not calibrated") else None


def log_odds(score: Mapping[str, Any]) -> float | None:
    """The sum of prior and weights, as natural log-odds; None where the prior is not stated."""
    prior = score.get("prior")
    if not isinstance(prior, (int, float)):
        return None
    return float(prior) + sum(float(reason["weight"]) for reason in score.get("reasons") or [])
