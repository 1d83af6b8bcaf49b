"""The papers themselves, for the pictures in a report."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """One file as it was handed in.

    name      as in the case
    load      its bytes, read when a picture is wanted; raises OSError when the file has gone
    password  the one its sender gave, or None
    """

    name: str
    load: Callable[[], bytes]
    password: str | None = None


#: By lower-case SHA-256 of the bytes.
Originals = Mapping[str, Original]
