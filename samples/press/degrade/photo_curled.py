"""A page that was folded or bound and does not lie flat: its lines run in waves, and so does the light on it."""

from __future__ import annotations

from random import Random

from samples.press.camera import Camera, photographed
from samples.press.degradation import Degradation, Degraded, Job
from samples.press.scanner import between


def apply(job: Job, source: Random) -> Degraded:
    """A photograph of each curled page."""
    damage = job.damage
    how = Camera(
        long_side=3000,
        filled=source.uniform(0.84, 0.92),
        tilt=between(damage, 0.01, 0.06),
        turn=source.gauss(0, 1.5),
        curl=between(damage, 0.004, 0.022),
        light=between(damage, 0.15, 0.4),
        shadow=source.choice((0.0, 0.0, 0.2)),
        warm=source.random() * 0.6,
        blur=between(damage, 0.5, 1.1),
        noise=between(damage, 2.0, 7.0),
        quality=round(between(damage, 90, 65)),
        desk=source.choice(("wood", "plain")),
        sideways=source.random() < 0.2,
    )
    return photographed(job, how, source)


DEGRADATION = Degradation(name="photo_curled", split="develop", kind="photo", apply=apply)
