"""The catalogue of ties and rules, for the command line and the service."""

from __future__ import annotations

from typing import Any

from api.texts import Language


def ruleset() -> str:
    raise NotImplementedError


def listed() -> list[dict[str, Any]]:
    raise NotImplementedError


def page(code: str, language: Language) -> dict[str, Any]:
    raise NotImplementedError
