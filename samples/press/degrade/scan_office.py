"""An office machine's usual setting: 200 dpi, grey, a JPEG for each page in one PDF."""

from __future__ import annotations

from random import Random

from samples.press.degradation import Degradation, Degraded, Job
from samples.press.scanner import Scanner, between, scanned, skewed


def apply(job: Job, source: Random) -> Degraded:
    """The pages in grey at 200 dpi."""
    damage = job.damage
    how = Scanner(
        dpi=(200, 200),
        skew=skewed(source, damage),
        blur=between(damage, 0.4, 0.95),
        lost=between(damage, 0.0, 0.4),
        noise=between(damage, 1.2, 7.0),
        light=between(damage, 0.02, 0.16),
        specks=round(between(damage, 0, 120)),
        quality=round(between(damage, 82, 45)) + source.randint(-5, 5),
    )
    return scanned(job, how, source)


DEGRADATION = Degradation(name="scan_office", split="develop", kind="scan", apply=apply)
