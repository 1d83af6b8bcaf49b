"""A page on a computer's screen, photographed instead of saved: coloured bands, cold light, a spot of glare."""

from __future__ import annotations

from random import Random

from samples.press.camera import Camera, photographed
from samples.press.degradation import Degradation, Degraded, Job
from samples.press.scanner import between


def apply(job: Job, source: Random) -> Degraded:
    """A photograph of each page as it stands on a screen."""
    damage = job.damage
    how = Camera(
        long_side=3000,
        filled=source.uniform(0.88, 0.96),
        tilt=between(damage, 0.01, 0.05),
        turn=source.gauss(0, 1.2),
        light=between(damage, 0.05, 0.25),
        warm=-0.3 * source.random(),
        moire=between(damage, 0.06, 0.3),
        glare=source.choice((0.0, between(damage, 0.1, 0.5))),
        blur=between(damage, 0.7, 1.3),
        noise=between(damage, 2.0, 6.0),
        quality=round(between(damage, 88, 65)),
        desk="screen",
    )
    return photographed(job, how, source)


DEGRADATION = Degradation(name="photo_screen", split="develop", kind="photo", apply=apply)
