"""A photocopy of a print, scanned: thin ink, dirt, the open lid's shadow, 150 or 200 dpi."""

from __future__ import annotations

from random import Random

from samples.press.degradation import Degradation, Degraded, Job
from samples.press.scanner import Scanner, between, scanned, skewed


def apply(job: Job, source: Random) -> Degraded:
    """The pages in grey as a copy of a copy."""
    damage = job.damage
    dpi = source.choice((150, 200, 200))
    how = Scanner(
        dpi=(dpi, dpi),
        skew=skewed(source, damage),
        blur=between(damage, 0.6, 1.1),
        lost=between(damage, 0.12, 0.55),
        noise=between(damage, 3.0, 9.0),
        light=between(damage, 0.06, 0.2),
        specks=round(between(damage, 60, 500)),
        edge=between(damage, 0.008, 0.02),
        quality=round(between(damage, 72, 42)) + source.randint(-2, 5),
    )
    return scanned(job, how, source)


DEGRADATION = Degradation(name="scan_photocopy", split="develop", kind="scan", apply=apply)
