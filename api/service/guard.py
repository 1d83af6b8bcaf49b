"""What stands before every route: who may call, from where, with how much."""

from __future__ import annotations

import hashlib
import hmac
from http.cookies import CookieError, SimpleCookie
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.service.problems import answer
from api.service.settings import MAX_JSON_BYTES, Settings, is_loopback

COOKIE = "tieout-session"
#: What may be seen without a token: nothing of any borrower.
OPEN = ("/health", "/static/", "/sign-in")
_SAFE = {"GET", "HEAD", "OPTIONS"}
#: Nothing from elsewhere is loaded, nothing frames us but ourselves. Styles in attributes are the templates' own.
PAGE_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; "
    "frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'"
)


class TooLarge(Exception):
    """The body has outgrown its bound."""


class Guard:
    """Answers what must not reach the routes, and puts the security headers on everything that leaves."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self.app = app
        self.settings = settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        refusal = self._refusal(scope, headers)
        sending = _with_headers(send)
        if refusal is not None:
            code, status, detail, more = refusal
            if (
                status == 401
                and scope["method"] == "GET"
                and "text/html" in headers.get("accept", "")
                and not scope["path"].startswith("/v1/")
            ):
                await _redirect(sending, "/sign-in")
                return
            await answer(code, status, detail, headers=more)(scope, receive, sending)
            return
        bound = self.settings.upload_bytes if headers.get("content-type", "").startswith("multipart/form-data") else MAX_JSON_BYTES
        try:
            await self.app(scope, _bounded(receive, bound), sending)
        except TooLarge:
            await answer("too-large", 413, f"The request is larger than {bound} bytes. Send fewer files at once.")(scope, receive, sending)

    def _refusal(self, scope: Scope, headers: Headers) -> tuple[str, int, str, dict[str, str]] | None:
        """Why this request goes no further, or None."""
        host = urlsplit(f"//{headers.get('host', '')}")
        if self.settings.token is None and not is_loopback(host.hostname or ""):
            # A web page elsewhere that points a name of its own at this machine (DNS rebinding) stops here.
            return "wrong-host", 421, "This service answers only under this machine's own name: use http://127.0.0.1 or localhost.", {}
        if scope["method"] not in _SAFE and not _same_site(headers, host.netloc):
            return "cross-site", 403, "The request comes from a page of another site.", {}
        if self.settings.token is not None and not scope["path"].startswith(OPEN) and not self._known(headers, self.settings.token):
            detail = "Send the service's token: Authorization: Bearer <token>."
            return "unauthorised", 401, detail, {"WWW-Authenticate": "Bearer"}
        if headers.get("content-length", "0").isdigit() and int(headers.get("content-length", "0")) > self.settings.upload_bytes:
            return "too-large", 413, f"The request is larger than {self.settings.upload_bytes} bytes. Send fewer files at once.", {}
        return None

    def _known(self, headers: Headers, token: str) -> bool:
        scheme, _, presented = headers.get("authorization", "").partition(" ")
        if scheme.lower() == "bearer" and same(presented.strip(), token):
            return True
        try:
            morsel = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
        except CookieError:
            return False
        return morsel is not None and same(morsel.value, session_of(token))


def session_of(token: str) -> str:
    """What a browser keeps instead of the token itself."""
    return hmac.new(token.encode(), b"tieout browser session", hashlib.sha256).hexdigest()


def same(presented: str, known: str) -> bool:
    """Compared in a time that says nothing about where they differ."""
    return hmac.compare_digest(presented.encode("utf-8", "surrogateescape"), known.encode())


def _same_site(headers: Headers, host: str) -> bool:
    """Whether an unsafe request comes from one of our own pages, or from no browser at all."""
    site = headers.get("sec-fetch-site")
    if site is not None and site not in {"same-origin", "none"}:
        return False
    origin = headers.get("origin")
    return origin is None or urlsplit(origin).netloc == host


def _bounded(receive: Receive, bound: int) -> Receive:
    """`receive` that counts the body while it comes in, whatever length was announced."""
    seen = 0

    async def counted() -> Message:
        nonlocal seen
        message = await receive()
        seen += len(message.get("body", b""))
        if seen > bound:
            raise TooLarge
        return message

    return counted


def _with_headers(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            headers.setdefault("Content-Security-Policy", PAGE_POLICY)
            headers.setdefault("Cache-Control", "no-store")
            headers["X-Content-Type-Options"] = "nosniff"
            headers["Referrer-Policy"] = "no-referrer"
            headers["Cross-Origin-Opener-Policy"] = "same-origin"
            headers["Cross-Origin-Resource-Policy"] = "same-origin"
        await send(message)

    return sending


async def _redirect(send: Send, location: str) -> None:
    await send({"type": "http.response.start", "status": 303, "headers": [(b"location", location.encode()), (b"content-length", b"0")]})
    await send({"type": "http.response.body", "body": b""})
