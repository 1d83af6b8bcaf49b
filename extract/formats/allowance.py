"""How long a process may take, by a clock that stands still while it waits for a processor: a busy machine loses no paper."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

#: However busy the machine is, nobody waits longer than so many times the allowance.
MOST_PATIENCE = 10.0


def waited(process: int) -> float:
    """Seconds that the first thread of `process` was ready to run and got no processor; 0 where the system does not say.

    Source: Linux, Documentation/scheduler/sched-stats.rst, /proc/PID/schedstat: time on the processor, time waiting for it (ns).
    """
    try:
        return int(Path(f"/proc/{process}/schedstat").read_text(encoding="ascii").split()[1]) / 1e9
    except (OSError, ValueError, IndexError):
        return 0.0


class Allowance:
    """What is left of the time of one process, from now on.

    seconds   of work and of idleness; waiting for a processor does not count, up to MOST_PATIENCE times as long
    """

    def __init__(
        self,
        process: int,
        seconds: float,
        *,
        clock: Callable[[], float] = time.monotonic,
        waiting: Callable[[int], float] = waited,
    ) -> None:
        self._process, self._seconds, self._clock, self._waiting = process, seconds, clock, waiting
        self._began, self._longest = clock(), waiting(process)
        self._before = self._longest

    def left(self) -> float:
        """Seconds; none left: 0 or less. An ended process has waited as long as was last seen."""
        self._longest = max(self._longest, self._waiting(self._process))
        passed = self._clock() - self._began
        return min(self._seconds - passed + self._longest - self._before, MOST_PATIENCE * self._seconds - passed)
