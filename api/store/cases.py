"""Cases, their documents and their verifications, as an installation keeps them."""

from __future__ import annotations

import io
import json
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any, Literal

from sqlalchemy import Row, func, insert, select, update

from api.store.blobs import Blobs
from api.store.database import READING, cases, documents, opened, verifications

State = Literal["received", "extracting", "reconciling", "in_review", "failed"]
FINAL: frozenset[State] = frozenset({"in_review", "failed"})


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredCase:
    """One borrower's application.   ref: the caller's own name for it"""

    ref: str
    name: str
    created: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredDocument:
    """One file as it was handed in; a zip counts as one until it is read."""

    name: str
    sha256: str
    size: int
    added: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """One run.   done, total: documents read   problem_code, problem: of a failed one   outcome, report: blobs of a finished one"""

    id: str
    case_ref: str
    state: State
    done: int
    total: int
    problem_code: str | None
    problem: str | None
    grade: str | None
    findings: int | None
    outcome: str | None
    report: str | None
    created: str
    updated: str

    @property
    def finished(self) -> bool:
        return self.state in FINAL


class Store:
    """Everything an embedded installation keeps, in one folder: tieout.db and blobs/."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self.blobs = Blobs(folder / "blobs")
        self._engine = opened(folder / "tieout.db")
        self._reader = self._engine.execution_options(**{READING: True})

    def close(self) -> None:
        self._engine.dispose()

    def put_case(self, ref: str, name: str) -> tuple[StoredCase, bool]:
        """Makes a case, or renames it when a name is given.   Returns it, and whether it is new"""
        with self._engine.begin() as connection:
            row = connection.execute(select(cases).where(cases.c.ref == ref)).one_or_none()
            if row is None:
                connection.execute(insert(cases).values(ref=ref, name=name or ref, created=now()))
            elif name and name != row.name:
                connection.execute(update(cases).where(cases.c.ref == ref).values(name=name))
            return _case(connection.execute(select(cases).where(cases.c.ref == ref)).one()), row is None

    def case(self, ref: str) -> StoredCase | None:
        with self._reader.connect() as connection:
            row = connection.execute(select(cases).where(cases.c.ref == ref)).one_or_none()
        return None if row is None else _case(row)

    def all_cases(self, limit: int = 200) -> tuple[tuple[StoredCase, Verification | None], ...]:
        """Newest first, each with its latest verification."""
        with self._reader.connect() as connection:
            rows = connection.execute(select(cases).order_by(cases.c.created.desc(), cases.c.ref).limit(limit)).all()
            latest = (
                select(func.max(verifications.c.created).label("created"), verifications.c.case_ref)
                .group_by(verifications.c.case_ref)
                .subquery()
            )
            same = (verifications.c.case_ref == latest.c.case_ref) & (verifications.c.created == latest.c.created)
            newest = {row.case_ref: _verification(row) for row in connection.execute(select(verifications).join(latest, same))}
        return tuple((_case(row), newest.get(row.ref)) for row in rows)

    def add_document(self, ref: str, name: str, content: IO[bytes]) -> tuple[StoredDocument, bool]:
        """Keeps a file of a case.   Returns it, and False when the case had the same content under the same name"""
        sha256, size = self.blobs.put(content)
        with self._engine.begin() as connection:
            same = (documents.c.case_ref == ref) & (documents.c.sha256 == sha256) & (documents.c.name == name)
            row = connection.execute(select(documents).where(same)).first()
            if row is None:
                connection.execute(insert(documents).values(case_ref=ref, name=name, sha256=sha256, size=size, added=now()))
            return _document(row or connection.execute(select(documents).where(same)).one()), row is None

    def documents(self, ref: str) -> tuple[StoredDocument, ...]:
        """In the order in which they came."""
        with self._reader.connect() as connection:
            rows = connection.execute(select(documents).where(documents.c.case_ref == ref).order_by(documents.c.id)).all()
        return tuple(_document(row) for row in rows)

    def start(self, ref: str) -> Verification | None:
        """A new verification of a case; None while another one is under way."""
        with self._engine.begin() as connection:
            busy = (verifications.c.case_ref == ref) & verifications.c.state.not_in(FINAL)
            if connection.execute(select(verifications.c.id).where(busy)).first() is not None:
                return None
            key = f"v-{secrets.token_hex(10)}"
            moment = now()
            connection.execute(insert(verifications).values(id=key, case_ref=ref, state="received", created=moment, updated=moment))
            return _verification(connection.execute(select(verifications).where(verifications.c.id == key)).one())

    def verification(self, key: str) -> Verification | None:
        with self._reader.connect() as connection:
            row = connection.execute(select(verifications).where(verifications.c.id == key)).one_or_none()
        return None if row is None else _verification(row)

    def verifications(self, ref: str) -> tuple[Verification, ...]:
        """Of one case, newest first."""
        with self._reader.connect() as connection:
            rows = connection.execute(
                select(verifications).where(verifications.c.case_ref == ref).order_by(verifications.c.created.desc(), verifications.c.id)
            ).all()
        return tuple(_verification(row) for row in rows)

    def advance(self, key: str, state: State, *, done: int = 0, total: int = 0) -> None:
        """Notes how far a verification is."""
        self._set(key, state=state, done=done, total=total)

    def fail(self, key: str, code: str, problem: str) -> None:
        """Ends a verification that could not be carried through.   problem: what happened and what to do, one or two sentences"""
        self._set(key, state="failed", problem_code=code, problem=problem)

    def finish(self, key: str, case: Mapping[str, Any], report: str) -> None:
        """Ends a verification with its outcome."""
        outcome, _ = self.blobs.put(io.BytesIO(json.dumps(case, ensure_ascii=False).encode("utf-8")))
        page, _ = self.blobs.put(io.BytesIO(report.encode("utf-8")))
        grade = (case.get("score") or {}).get("grade")
        self._set(key, state="in_review", outcome=outcome, report=page, grade=grade, findings=len(case.get("findings") or []))

    def outcome(self, verification: Verification) -> dict[str, Any] | None:
        """The JSON of a finished verification, else None."""
        if verification.outcome is None:
            return None
        loaded: dict[str, Any] = json.loads(self.blobs.get(verification.outcome))
        return loaded

    def end_interrupted(self) -> Sequence[str]:
        """Fails every verification that was under way when the service stopped.   Returns their ids"""
        with self._engine.begin() as connection:
            rows = connection.execute(select(verifications.c.id).where(verifications.c.state.not_in(FINAL))).all()
        for row in rows:
            self.fail(row.id, "interrupted", "The service was stopped while this verification ran. Its documents are kept: start it again.")
        return [row.id for row in rows]

    def _set(self, key: str, **values: Any) -> None:
        with self._engine.begin() as connection:
            connection.execute(update(verifications).where(verifications.c.id == key).values(updated=now(), **values))


def now() -> str:
    """This moment, UTC, ISO 8601 with microseconds: sorts as text."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


def _case(row: Row[Any]) -> StoredCase:
    return StoredCase(ref=row.ref, name=row.name, created=row.created)


def _document(row: Row[Any]) -> StoredDocument:
    return StoredDocument(name=row.name, sha256=row.sha256, size=row.size, added=row.added)


def _verification(row: Row[Any]) -> Verification:
    names = Verification.__dataclass_fields__
    return Verification(**{name: getattr(row, name) for name in names})
