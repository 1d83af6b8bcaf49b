"""A fax: 204 by 196 dots per inch, black and white, coded as ITU-T T.6 has it."""

from __future__ import annotations

from random import Random

from samples.press.degradation import Degradation, Degraded, Job
from samples.press.scanner import Scanner, between, scanned, skewed


def apply(job: Job, source: Random) -> Degraded:
    """The pages in black and white at a fax machine's fine setting."""
    damage = job.damage
    how = Scanner(
        dpi=(204, 196),
        bilevel=source.randint(150, 205),
        skew=skewed(source, damage),
        blur=between(damage, 0.5, 0.85),
        lost=between(damage, 0.0, 0.2),
        noise=between(damage, 6.0, 22.0),
        light=between(damage, 0.0, 0.08),
        specks=round(between(damage, 20, 260)),
        streaks=source.choice((0, 0, 1, 2)),
    )
    return scanned(job, how, source)


DEGRADATION = Degradation(name="scan_fax", split="develop", kind="scan", apply=apply)
