"""The catalogue of ties and rules, for the command line and the service."""

from __future__ import annotations

from typing import Any


def ruleset() -> str:
    """Version of the catalogue."""
    from verify.catalogue import RULESET

    return RULESET


def listed() -> list[dict[str, Any]]:
    """Every test by its code: title in both languages, severity, verdict, since when."""
    from verify.catalogue import catalogue

    return [
        {
            "code": entry.code,
            "title": entry.title.en,
            "title_zh": entry.title.zh,
            "severity": entry.severity,
            "verdict": entry.verdict,
            "since": entry.since,
            "kind": "rule" if entry.formula is None else "tie",
        }
        for entry in catalogue().values()
    ]


def page(code: str) -> dict[str, Any]:
    """Everything about one test, in both languages. Raises WronglyCalled for a code that the catalogue does not have."""
    from verify.pages import rule_page

    shown = rule_page(code)
    entry = next(one for one in listed() if one["code"] == shown.code)
    return {
        **entry,
        "checks": shown.checks.en,
        "checks_zh": shown.checks.zh,
        "why": shown.why.en,
        "why_zh": shown.why.zh,
        "formula": shown.formula,
        "tolerance": shown.tolerance.en,
        "tolerance_zh": shown.tolerance.zh,
        "innocent_explanations": [one.en for one in shown.innocent],
        "innocent_explanations_zh": [one.zh for one in shown.innocent],
        "fires": shown.fires,
        "silent": shown.silent,
        "false_alarm_rate": shown.false_alarm_rate.en,
        "false_alarm_rate_zh": shown.false_alarm_rate.zh,
        "source": shown.source,
    }
