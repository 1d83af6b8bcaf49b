"""A careful scan in colour at 300 dpi: seals stay red."""

from __future__ import annotations

from random import Random

from samples.press.degradation import Degradation, Degraded, Job
from samples.press.scanner import Scanner, between, scanned, skewed


def apply(job: Job, source: Random) -> Degraded:
    """The pages in colour at 300 dpi, or at 200 where the machine is a bad one."""
    damage = job.damage
    dpi = 300 if damage < 0.5 else 200
    how = Scanner(
        dpi=(dpi, dpi),
        colour=True,
        skew=skewed(source, damage * 0.7),
        blur=between(damage, 0.35, 0.8),
        lost=between(damage, 0.0, 0.3),
        noise=between(damage, 1.5, 6.0),
        light=between(damage, 0.02, 0.12),
        specks=round(between(damage, 0, 60)),
        quality=round(between(damage, 90, 55)) + source.randint(-4, 5),
    )
    return scanned(job, how, source)


DEGRADATION = Degradation(name="scan_colour", split="develop", kind="scan", apply=apply)
