"""Every error of the service as application/problem+json (RFC 9457)."""

from __future__ import annotations

import logging
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from extract.errors import TieoutError

MEDIA_TYPE = "application/problem+json"
logger = logging.getLogger(__name__)


class Problem(Exception):
    """Something that the caller can mend.

    code    stable; the last part of the problem's type
    status  of HTTP
    detail  one sentence or two: what, and what to do
    """

    def __init__(self, code: str, status: int, detail: str, *, headers: dict[str, str] | None = None) -> None:
        super().__init__(detail)
        self.code = code
        self.status = status
        self.detail = detail
        self.headers = headers or {}


def answer(code: str, status: int, detail: str, *, headers: dict[str, str] | None = None, **more: Any) -> JSONResponse:
    """A problem as a response.   more: further members, such as `errors`"""
    content = {"type": f"urn:tieout:problem:{code}", "title": HTTPStatus(status).phrase, "status": status, "detail": detail, **more}
    return JSONResponse(content, status_code=status, media_type=MEDIA_TYPE, headers=headers)


def not_found(what: str) -> Problem:
    return Problem("not-found", 404, f"There is no such {what}.")


def install(app: FastAPI) -> None:
    """Maps all errors, ours and the framework's."""

    @app.exception_handler(Problem)
    async def problem(_request: Request, error: Problem) -> JSONResponse:
        return answer(error.code, error.status, error.detail, headers=error.headers)

    @app.exception_handler(TieoutError)
    async def mendable(_request: Request, error: TieoutError) -> JSONResponse:
        return answer("wrongly-called", 422, str(error))

    @app.exception_handler(RequestValidationError)
    async def invalid(_request: Request, error: RequestValidationError) -> JSONResponse:
        # What was sent is left out: it may be a password.
        errors = [{"where": ".".join(str(part) for part in one["loc"]), "text": one["msg"]} for one in error.errors()]
        return answer("invalid-request", 422, "The request is not as the description of the API says: see errors.", errors=errors)

    @app.exception_handler(HTTPException)
    async def foreign(_request: Request, error: HTTPException) -> JSONResponse:
        codes = {404: "not-found", 405: "method-not-allowed", 413: "too-large"}
        code = codes.get(error.status_code, "invalid-request")
        return answer(code, error.status_code, str(error.detail), headers=dict(error.headers or {}))

    @app.exception_handler(Exception)
    async def bug(_request: Request, error: Exception) -> JSONResponse:
        logger.error("unhandled error", exc_info=error)
        return answer("internal-error", 500, "An error of this program. Its log has the details.")
