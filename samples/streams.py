"""Random numbers by name: one stream for each question asked of a firm, so that a new question moves no old answer."""

from __future__ import annotations

from hashlib import blake2b
from random import Random


def stream(seed: int, *names: str) -> Random:
    """The stream of `names` under `seed`.   The same on every machine, under any hash seed and time zone.

    Random seeds itself from a text by SHA-512, never by hash(), so PYTHONHASHSEED does not enter.
    """
    return Random(f"{seed}/{'/'.join(names)}")  # noqa: S311  made-up firms, no secrets


def between(source: Random, low: int, high: int, step: int = 1) -> int:
    """A whole number from `low` to `high`, both within, in steps of `step`."""
    return low + step * source.randint(0, (high - low) // step)


def share(seed: int, *names: str) -> float:
    """One number from 0 up to 1 for `names` under `seed`, for questions asked so often that a whole stream is too dear."""
    digest = blake2b(f"{seed}/{'/'.join(names)}".encode(), digest_size=7).digest()
    return int.from_bytes(digest, "big") / (1 << 56)
