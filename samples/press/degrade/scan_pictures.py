"""A scanner that saves a picture for each page instead of a PDF: JPEG or PNG, stating its resolution."""

from __future__ import annotations

from random import Random

from samples.press.degradation import Degradation, Degraded, Job
from samples.press.scanner import Scanner, between, scanned, skewed


def apply(job: Job, source: Random) -> Degraded:
    """A picture of each page at 200 or 300 dpi; PNG in black and white, else JPEG."""
    damage = job.damage
    plain = source.random() < 0.3
    dpi = 300 if plain else 200
    how = Scanner(
        dpi=(dpi, dpi),
        colour=not plain and source.random() < 0.6,
        bilevel=source.randint(150, 200) if plain else None,
        skew=skewed(source, damage),
        blur=between(damage, 0.4, 0.9),
        lost=between(damage, 0.0, 0.3),
        noise=between(damage, 2.0, 8.0),
        light=between(damage, 0.02, 0.1),
        specks=round(between(damage, 0, 100)),
        quality=round(between(damage, 85, 48)) + source.randint(-4, 5),
        suffix="png" if plain else "jpg",
    )
    return scanned(job, how, source)


DEGRADATION = Degradation(name="scan_pictures", split="test", kind="scan", apply=apply)
