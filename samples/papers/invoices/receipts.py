"""What the two looks of a till receipt share."""

from __future__ import annotations

from random import Random

from samples.records.record import Invoice


def till_time(source: Random) -> str:
    """A time within shop hours."""
    return f"{source.randint(8, 18):02d}:{source.randint(0, 59):02d}"


def tender(source: Random) -> str:
    """How it was paid."""
    return source.choice(("CARD", "CONTACTLESS", "CHIP AND PIN"))


def strip_height(record: Invoice, above: float, each: float) -> float:
    """The length of a strip, points."""
    return above + each * len(record.lines)
