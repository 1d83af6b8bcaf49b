"""The catalogue of ties and rules."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter

from api import rules
from api.service.problems import not_found
from extract.errors import WronglyCalled

router = APIRouter(prefix="/v1/rules", tags=["rules"])


@router.get("", summary="Every tie and rule")
def list_rules() -> dict[str, Any]:
    return {"ruleset": rules.ruleset(), "rules": rules.listed()}


@router.get("/{code}", summary="One of them: what it finds, why it matters, and the innocent explanations")
def get_rule(code: str) -> dict[str, Any]:
    try:
        return rules.page(code)
    except WronglyCalled as error:
        raise not_found("rule; GET /v1/rules lists them") from error
