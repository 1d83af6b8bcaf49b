"""The tables of an installation, and how they are opened: one SQLite file, safe for several threads and processes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlalchemy import Column, Engine, ForeignKey, Integer, MetaData, String, Table, Text, create_engine, event
from sqlalchemy.engine import Connection

metadata = MetaData()

#: Execution option of connections that only read.
READING = "tieout_reading"

#: A case is named by its caller; we add nothing to that name.
cases = Table(
    "cases",
    metadata,
    Column("ref", String(128), primary_key=True),
    Column("name", Text, nullable=False),
    Column("created", String(32), nullable=False),
)

#: What was handed in for a case. The same content under two names is two rows and one blob.
documents = Table(
    "documents",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("case_ref", ForeignKey("cases.ref"), nullable=False, index=True),
    Column("name", Text, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("size", Integer, nullable=False),
    Column("added", String(32), nullable=False),
)

#: One run over the documents that a case had at that time.   outcome, report: SHA-256 of the blobs, when it is done
verifications = Table(
    "verifications",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("case_ref", ForeignKey("cases.ref"), nullable=False, index=True),
    Column("state", String(16), nullable=False),
    Column("done", Integer, nullable=False, default=0),
    Column("total", Integer, nullable=False, default=0),
    Column("problem_code", String(64)),
    Column("problem", Text),
    Column("grade", String(16)),
    Column("findings", Integer),
    Column("outcome", String(64)),
    Column("report", String(64)),
    Column("created", String(32), nullable=False),
    Column("updated", String(32), nullable=False),
)


def opened(path: Path) -> Engine:
    """The database at `path`, with its tables made.

    Write-ahead log, so that readers never wait; transactions that write take the lock at their start, so that none fails
    half-way. Connections that only read say so by the execution option READING.
    """
    engine = create_engine(f"sqlite:///{path}", connect_args={"timeout": 30, "check_same_thread": False})

    @event.listens_for(engine, "connect")
    def settings(connection: Any, _record: object) -> None:
        connection.isolation_level = None  # the driver's own transactions begin too late
        for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "busy_timeout=30000", "foreign_keys=ON"):
            connection.execute(f"PRAGMA {pragma}").close()

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN" if connection.get_execution_options().get(READING) else "BEGIN IMMEDIATE")

    metadata.create_all(engine)
    return engine
