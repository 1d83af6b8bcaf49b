"""What a person sees while documents are read: how far it is, and the findings as they stand."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from types import TracebackType
from typing import TYPE_CHECKING

from api.cli.speech import Speech, printable
from extract.document import Document

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

SoFar = Callable[[Sequence[Document], int], None]


class Reading:
    """Follows the reading of a loan file.

    so_far   called once, with the documents read and how many are left, when the quick ones are done and slow ones remain
    """

    def __init__(self, speech: Speech, so_far: SoFar | None = None) -> None:
        self.speech = speech
        self.so_far = so_far
        self._documents: list[Document] = []
        self._teller: threading.Thread | None = None
        self._lock = threading.Lock()
        self._bar: Progress | None = None
        self._task: TaskID | None = None

    def __enter__(self) -> Reading:
        if not self.speech.quiet and self.speech.err.is_terminal:
            from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn

            columns = (SpinnerColumn(), TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn())
            self._bar = Progress(*columns, console=self.speech.err, transient=True)
            self._task = self._bar.add_task(self.speech.say("cli.reading"), total=None)
            self._bar.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._teller is not None:
            self._teller.join()
        if self._bar is not None:
            self._bar.stop()

    def document(self, document: Document, done: int, total: int) -> None:
        """One document is done."""
        with self._lock:
            self._documents.append(document)
        name = printable(document.name)
        if self._bar is not None and self._task is not None:
            self._bar.update(self._task, completed=done, total=total, description=f"{self.speech.say('cli.reading')} · {name}"[:70])
        elif self.speech.verbose:
            self.speech.remark(f"[{done}/{total}] {name}: {self.speech.term('status', document.status)}")

    def waiting(self, left: int) -> None:
        """All documents with text are done; `left` scans remain, which take seconds each. Tells beside their recognition."""
        if self.so_far is None or not self._documents:
            return
        with self._lock:
            told, documents, self.so_far = self.so_far, tuple(self._documents), None
        self._teller = threading.Thread(target=told, args=(documents, left), daemon=True)
        self._teller.start()
