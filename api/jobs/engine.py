"""Runs verifications beside the service: in this process, one after another.

The one file that knows how work is scheduled; a durable engine takes its place without a change elsewhere.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Mapping

from api.store.cases import Store

#: run(store, verification id, passwords): leaves the verification finished or failed, and raises nothing.
Run = Callable[[Store, str, Mapping[str, str]], None]


class Engine:
    """A queue in memory over the states in the store, worked off by one thread that dies with the process."""

    def __init__(self, store: Store, run: Run) -> None:
        self._store = store
        self._run = run
        self._waiting: queue.SimpleQueue[tuple[str, Mapping[str, str]] | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._work, name="verification", daemon=True)

    def start(self) -> None:
        """Ends what an earlier process left under way (a caller sees why, and can start it again), and begins to work."""
        self._store.end_interrupted()
        self._thread.start()

    def submit(self, key: str, passwords: Mapping[str, str]) -> None:
        """Queues a verification. Passwords are held in memory only, until it has run."""
        self._waiting.put((key, passwords))

    def close(self) -> None:
        """Begins nothing more. What runs ends with the process, and is failed at the next start."""
        self._waiting.put(None)

    def _work(self) -> None:
        while (item := self._waiting.get()) is not None:
            self._run(self._store, *item)
