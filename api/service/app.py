"""The service: joins settings, store, engine, routes and pages."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from importlib.resources import files

from fastapi import FastAPI
from starlette.staticfiles import StaticFiles

from api.jobs import stages
from api.jobs.engine import Engine, Run
from api.pages.routes import router as pages
from api.service import problems
from api.service.guard import Guard
from api.service.routes.cases import router as cases
from api.service.routes.health import router as health
from api.service.routes.rules import router as rules
from api.service.routes.verifications import router as verifications
from api.service.settings import Settings
from api.store.cases import Store
from api.version import VERSION

DESCRIPTION = """Reads the papers of a small firm's loan file, ties every figure to every other that must agree, and shows what does not.

1. `PUT /v1/cases/{ref}` makes a case under the caller's own reference.
2. `POST /v1/cases/{ref}/documents` hands in files, or a zip of them.
3. `POST /v1/cases/{ref}/verifications` starts a verification and answers 202 with its `Location`.
4. `GET /v1/verifications/{id}` with `Prefer: wait=30` waits for it.
5. `/findings`, `/figures`, `/tests`, `/case` and `/report` have what came of it.

It never approves or declines a loan. All errors are problem+json (RFC 9457)."""


def create_app(settings: Settings, *, run: Run | None = None) -> FastAPI:
    """The service over the folder that `settings` names.   run: carries a verification through; None reads and judges"""
    store = Store(settings.data)
    engine = Engine(store, run or _run)

    @asynccontextmanager
    async def life(_app: FastAPI) -> AsyncIterator[None]:
        engine.start()
        yield
        engine.close()
        store.close()

    app = FastAPI(title="tieout", version=VERSION, description=DESCRIPTION, lifespan=life, docs_url=None, redoc_url=None)
    app.state.settings, app.state.store, app.state.engine = settings, store, engine
    problems.install(app)
    for router in (cases, verifications, rules, health, pages):
        app.include_router(router)
    app.mount("/static", StaticFiles(directory=str(files("api.pages").joinpath("static"))), name="static")
    app.add_middleware(Guard, settings=settings)
    return app


def _run(store: Store, key: str, passwords: Mapping[str, str]) -> None:
    stages.run(store, key, passwords)
