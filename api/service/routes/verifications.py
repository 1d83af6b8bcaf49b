"""Verifications: start one, wait for it, and what came of it."""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import Iterator, Mapping
from typing import Annotated, Any

from fastapi import APIRouter, Body, Header, Request, Response
from fastapi.responses import HTMLResponse
from pydantic import BaseModel, Field
from starlette.concurrency import run_in_threadpool

from api.jobs.engine import Engine
from api.passwords import Passwords
from api.report.html import CONTENT_SECURITY_POLICY, opened_in
from api.service.problems import Problem, not_found
from api.service.routes.cases import Ref, known, store
from api.service.settings import MAX_WAIT_SECONDS
from api.store.cases import Verification
from api.texts import Language

router = APIRouter(prefix="/v1", tags=["verifications"])
_WAIT = re.compile(r"(?:^|[,;\s])wait\s*=\s*(\d{1,6})")
#: How often a waiting request looks at the state, seconds.
_LOOK = 0.2


class Start(BaseModel):
    """How to verify.   passwords: of encrypted documents, by file name; kept in memory until it has run, never stored"""

    passwords: dict[str, str] = Field(default_factory=dict, max_length=200)


@router.post("/cases/{caseRef}/verifications", status_code=202, summary="Start a verification")
def start(request: Request, response: Response, ref: Ref, body: Annotated[Start | None, Body()] = None) -> dict[str, Any]:
    known(request, ref)
    if not store(request).documents(ref):
        raise Problem("no-documents", 409, "The case has no documents. Hand them in first: POST /v1/cases/{caseRef}/documents.")
    verification = store(request).start(ref)
    if verification is None:
        raise Problem("state-conflict", 409, "A verification of this case is under way. Wait for it to end.")
    engine: Engine = request.app.state.engine
    engine.submit(verification.id, Passwords((body or Start()).passwords))
    response.headers["Location"] = f"/v1/verifications/{verification.id}"
    return shown(verification)


@router.get("/cases/{caseRef}/verifications", summary="All verifications of a case, newest first")
def of_case(request: Request, ref: Ref) -> dict[str, Any]:
    known(request, ref)
    return {"verifications": [shown(one) for one in store(request).verifications(ref)]}


@router.get("/verifications/{id}", summary="How far it is; Prefer: wait=N waits for its end")
async def state(request: Request, response: Response, id: str, prefer: Annotated[str | None, Header()] = None) -> dict[str, Any]:  # noqa: A002
    verification = await run_in_threadpool(found, request, id)
    wanted = _WAIT.search(prefer or "")
    if wanted is not None:
        seconds = min(int(wanted[1]), MAX_WAIT_SECONDS)
        response.headers["Preference-Applied"] = f"wait={seconds}"
        end = time.monotonic() + seconds
        while not verification.finished and time.monotonic() < end and not await request.is_disconnected():
            await asyncio.sleep(_LOOK)
            verification = await run_in_threadpool(found, request, id)
    return shown(verification)


@router.get("/verifications/{id}/case", summary="Everything, as `tieout verify --json` prints it")
def case(request: Request, id: str) -> dict[str, Any]:  # noqa: A002
    return outcome(request, id)


@router.get("/verifications/{id}/findings", summary="What a reviewer has to look at")
def findings(request: Request, id: str) -> dict[str, Any]:  # noqa: A002
    loaded = outcome(request, id)
    return {name: loaded[name] for name in ("findings", "score", "coverage")}


@router.get("/verifications/{id}/tests", summary="Every tie: holds, broken, or not run and why")
def tests(request: Request, id: str) -> dict[str, Any]:  # noqa: A002
    return {"tests": outcome(request, id)["ties"]}


@router.get("/verifications/{id}/figures", summary="Every figure that was read, with its document and line")
def figures(request: Request, id: str) -> dict[str, Any]:  # noqa: A002
    loaded = outcome(request, id)
    return {
        "figures": [one for document in loaded["documents"] for record in document["records"] for one in _figures(record, document, {})]
    }


@router.get("/verifications/{id}/report", response_class=HTMLResponse, summary="The report, one HTML file")
def report(request: Request, id: str, language: Language = "zh") -> HTMLResponse:  # noqa: A002
    verification = found(request, id)
    if verification.report is None:
        raise _unfinished(verification)
    page = store(request).blobs.get(verification.report).decode("utf-8")
    policy = f"{CONTENT_SECURITY_POLICY}; frame-ancestors 'self'"
    return HTMLResponse(opened_in(page, language), headers={"Content-Security-Policy": policy})


def found(request: Request, key: str) -> Verification:
    """The verification of this id. Raises Problem when there is none."""
    verification = store(request).verification(key)
    if verification is None:
        raise not_found("verification")
    return verification


def outcome(request: Request, key: str) -> dict[str, Any]:
    """The JSON of a finished verification. Raises Problem when it is not finished."""
    verification = found(request, key)
    loaded = store(request).outcome(verification)
    if loaded is None:
        raise _unfinished(verification)
    return loaded


def shown(verification: Verification) -> dict[str, Any]:
    """A verification as the API shows it."""
    return {
        "id": verification.id,
        "case": verification.case_ref,
        "state": verification.state,
        "progress": {"done": verification.done, "total": verification.total},
        "grade": verification.grade,
        "findings": verification.findings,
        "problem": None if verification.problem is None else {"code": verification.problem_code, "text": verification.problem},
        "created": verification.created,
        "updated": verification.updated,
    }


def _unfinished(verification: Verification) -> Problem:
    if verification.state == "failed":
        return Problem("verification-failed", 409, verification.problem or "The verification failed. Start it again.")
    return Problem("not-finished", 409, "The verification is under way. Ask for it with Prefer: wait=30.", headers={"Retry-After": "2"})


def _figures(value: Any, document: Mapping[str, Any], context: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Every figure below `value`, with the label, concept and document that it stands in."""
    if isinstance(value, Mapping):
        if "id" in value and "printed" in value:
            yield {"document": document["name"], "sha256": document["sha256"], **context, **value}
            return
        inner = {name: value[name] for name in ("label", "concept", "date", "description") if name in value}
        for child in value.values():
            yield from _figures(child, document, {**context, **inner})
    elif isinstance(value, list):
        for child in value:
            yield from _figures(child, document, context)
