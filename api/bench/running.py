"""A run over many documents: several at a time, with a word on how far it is."""

from __future__ import annotations

import argparse
import queue
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed

from api.bench.outcome import Outcome
from api.bench.rivals_apart import Apart

#: How often a run says how far it is.
_SECONDS = 20.0

Call = Callable[[Apart, argparse.Namespace], Outcome]


def outcomes(calls: Sequence[Call], options: argparse.Namespace) -> Iterator[Outcome]:
    """What comes of each document, --jobs at a time, as each is done. Each thread has rivals' processes of its own."""
    started = said = time.monotonic()
    every = [Apart() for _ in range(max(1, options.jobs))]
    aparts: queue.SimpleQueue[Apart] = queue.SimpleQueue()
    for apart in every:
        aparts.put(apart)

    def done(call: Call) -> Outcome:
        apart = aparts.get()
        try:
            return call(apart, options)
        finally:
            aparts.put(apart)

    threads = ThreadPoolExecutor(len(every))
    try:
        for number, future in enumerate(as_completed([threads.submit(done, call) for call in calls]), 1):
            yield future.result()
            if (now := time.monotonic()) - said >= _SECONDS:
                said = now
                left = (now - started) / number * (len(calls) - number) / 60
                print(f"{number} of {len(calls)} documents, about {left:.0f} minutes left", file=sys.stderr)
    finally:
        threads.shutdown(wait=True, cancel_futures=True)
        failures: Counter[tuple[str, str]] = sum((apart.failures for apart in every), Counter())
        for apart in every:
            apart.close()
        for (name, why), count in sorted(failures.items()):
            print(f"{name} failed on {count} documents: {why}", file=sys.stderr)
