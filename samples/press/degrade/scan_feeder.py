"""A sheet feeder with dirt on its glass: upright streaks, 150 dpi, sheets drawn in at an angle."""

from __future__ import annotations

from random import Random

from samples.press.degradation import Degradation, Degraded, Job
from samples.press.scanner import Scanner, between, scanned, skewed


def apply(job: Job, source: Random) -> Degraded:
    """The pages at 150 dpi, every one with the same streaks or fresh ones, in grey or colour."""
    damage = job.damage
    how = Scanner(
        dpi=(150, 150),
        colour=source.random() < 0.4,
        skew=skewed(source, damage),
        wobble=between(damage, 0.2, 0.6),
        blur=between(damage, 0.35, 0.8),
        lost=between(damage, 0.0, 0.25),
        noise=between(damage, 1.5, 6.0),
        light=between(damage, 0.02, 0.1),
        streaks=source.randint(1, 3 + round(4 * damage)),
        quality=round(between(damage, 80, 50)) + source.randint(-4, 5),
    )
    return scanned(job, how, source)


DEGRADATION = Degradation(name="scan_feeder", split="test", kind="scan", apply=apply)
