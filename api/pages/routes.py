"""The web pages: hand papers in, follow a verification, read its report. Server-rendered; one small script for uploads."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any
from urllib.parse import parse_qs

from fastapi import APIRouter, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse
from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from api import rules
from api.report.amounts import grouped
from api.service.guard import COOKIE, same, session_of
from api.service.routes.cases import Ref, store
from api.service.settings import Settings
from api.texts import Language, say, term
from api.version import VERSION
from extract.errors import WronglyCalled

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)
LANGUAGE_COOKIE = "tieout-language"
_YEAR = 365 * 24 * 3600
_MOMENT = slice(0, 16)


@cache
def environment() -> Environment:
    """The templates of the pages, everything escaped, and a misspelt name an error."""
    made = Environment(
        loader=PackageLoader("api.pages"),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["grouped"] = grouped
    made.filters["moment"] = lambda text: str(text)[_MOMENT].replace("T", " ") + " UTC"
    return made


def page(request: Request, template: str, status: int = 200, **values: Any) -> HTMLResponse:
    """A page in the language of its reader."""
    language = language_of(request)
    settings: Settings = request.app.state.settings

    def t(key: str, **blanks: object) -> str:
        return say(key, language, **blanks)

    def named(group: str, value: str | None) -> str:
        return term(group, value).said(language)

    other = "en" if language == "zh" else "zh"

    def said(thing: Mapping[str, Any], name: str) -> Any:
        return (thing.get(f"{name}_zh") if language == "zh" else None) or thing.get(name)

    words = {"t": t, "term": named, "said": said, "language": language, "other": other}
    facts = {"version": VERSION, "limit": settings.file_bytes // 2**20, "path": request.url.path}
    content = environment().get_template(template).render(**words, **facts, **values)
    return HTMLResponse(
        content,
        status_code=status,
        headers={"Content-Language": "zh-Hans" if language == "zh" else "en", "Vary": "Accept-Language, Cookie"},
    )


def language_of(request: Request) -> Language:
    """The one that was chosen, else the one that the browser prefers, else Chinese."""
    chosen = request.query_params.get("language") or request.cookies.get(LANGUAGE_COOKIE)
    if chosen in {"zh", "en"}:
        return "zh" if chosen == "zh" else "en"
    for offer in request.headers.get("accept-language", "").lower().split(","):
        if offer.strip().startswith("zh"):
            return "zh"
        if offer.strip().startswith("en"):
            return "en"
    return "zh"


@router.get("/")
def home(request: Request) -> Response:
    return _remembering(request, page(request, "home.html", cases=store(request).all_cases()))


@router.get("/cases/{caseRef}")
def case(request: Request, ref: Ref) -> Response:
    found = store(request).case(ref)
    if found is None:
        return page(request, "missing.html", status=404)
    runs = store(request).verifications(ref)
    return _remembering(request, page(request, "case.html", case=found, documents=store(request).documents(ref), runs=runs))


@router.get("/rules")
def rules_page(request: Request) -> Response:
    return _remembering(request, page(request, "rules.html", rules=rules.listed(), shown=None, ruleset=rules.ruleset()))


@router.get("/rules/{code}")
def rule_page(request: Request, code: str) -> Response:
    try:
        shown = rules.page(code)
    except WronglyCalled:
        return page(request, "missing.html", status=404)
    return _remembering(request, page(request, "rules.html", rules=[], shown=shown, ruleset=rules.ruleset()))


@router.get("/docs")
def docs(request: Request) -> Response:
    return page(request, "docs.html")


@router.get("/sign-in")
def sign_in_form(request: Request) -> Response:
    return _remembering(request, page(request, "sign_in.html", wrong=False))


@router.post("/sign-in")
async def sign_in(request: Request) -> Response:
    """Takes the token once, and gives the browser something else to remember."""
    settings: Settings = request.app.state.settings
    presented = parse_qs((await request.body()).decode("utf-8", "replace")).get("token", [""])[0].strip()
    if settings.token is None:
        return RedirectResponse("/", status_code=303)
    if not same(presented, settings.token):
        return page(request, "sign_in.html", status=403, wrong=True)
    response = RedirectResponse("/", status_code=303)
    response.set_cookie(COOKIE, session_of(settings.token), httponly=True, samesite="strict", secure=request.url.scheme == "https")
    return response


def _remembering(request: Request, response: Response) -> Response:
    """Keeps a language that was chosen by a link."""
    chosen = request.query_params.get("language")
    if chosen in {"zh", "en"}:
        response.set_cookie(LANGUAGE_COOKIE, chosen, max_age=_YEAR, samesite="lax", httponly=True)
    return response
