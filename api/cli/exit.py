"""How a command ends: errors and findings to exit status."""

from __future__ import annotations

import functools
import signal
import threading
from collections.abc import Callable, Mapping, Sequence
from typing import Any, ParamSpec

import typer

from extract.errors import TieoutError

DONE = 0
FAIL_ON_REACHED = 1
NOTHING_READ = 2
WRONGLY_CALLED = 2
SOME_REFUSED = 3
#: An error of this program; the number that sysexits.h gives it.
INTERNAL_ERROR = 70
#: As shells give it for a program ended by Ctrl-C.
INTERRUPTED = 130

SEVERITIES = ("high", "medium", "low")

Parameters = ParamSpec("Parameters")


def answered(command: Callable[Parameters, int]) -> Callable[Parameters, None]:
    """A command that returns its status and may raise what a caller can mend; a bug still shows where it is."""

    @functools.wraps(command)
    def run(*arguments: Parameters.args, **options: Parameters.kwargs) -> None:
        interruption = _Interruption()
        try:
            with interruption:
                status = command(*arguments, **options)
        except TieoutError as error:
            typer.echo(f"tieout: {error}", err=True)
            raise typer.Exit(WRONGLY_CALLED) from error
        except (KeyboardInterrupt, Exception) as error:
            if not (interruption.met or isinstance(error, KeyboardInterrupt)):
                raise
            from api.texts import preferred, say

            typer.echo(f"\ntieout: {say('cli.stopped', preferred())}", err=True)
            raise typer.Exit(INTERRUPTED) from error
        raise typer.Exit(status)

    return run


class _Interruption:
    """Remembers that Ctrl-C was pressed: a library that is being imported may turn the interruption into an error of its own."""

    def __init__(self) -> None:
        self.met = False
        self._before: Any = None
        self._here = threading.current_thread() is threading.main_thread()

    def __enter__(self) -> None:
        if self._here:
            self._before = signal.signal(signal.SIGINT, self._interrupt)

    def __exit__(self, *_: object) -> None:
        if self._here:
            signal.signal(signal.SIGINT, self._before)

    def _interrupt(self, *_: object) -> None:
        self.met = True
        raise KeyboardInterrupt


def status_of(documents: Sequence[Mapping[str, Any]], findings: Sequence[Mapping[str, Any]] = (), fail_on: str | None = None) -> int:
    """The status of a command that read `documents`.

    Nothing read outweighs all; a finding at or above `fail_on` outweighs a refused document, for it was asked for.
    """
    refused = sum(document["status"] == "refused" for document in documents)
    if documents and refused == len(documents):
        return NOTHING_READ
    if fail_on is not None and any(finding["severity"] in SEVERITIES[: SEVERITIES.index(fail_on) + 1] for finding in findings):
        return FAIL_ON_REACHED
    return SOME_REFUSED if refused else DONE
