"""The catalogue of ties and rules."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query

from api import rules
from api.service.problems import not_found
from api.texts import Language
from extract.errors import WronglyCalled

router = APIRouter(prefix="/v1/rules", tags=["rules"])


@router.get("", summary="Every tie and rule")
def list_rules() -> dict[str, Any]:
    return {"ruleset": rules.ruleset(), "rules": rules.listed()}


@router.get("/{code}", summary="One of them: what it finds, why it matters, and the innocent explanations")
def get_rule(code: str, language: Annotated[Language, Query()] = "en") -> dict[str, Any]:
    try:
        return rules.page(code, language)
    except WronglyCalled as error:
        raise not_found("rule; GET /v1/rules lists them") from error
