"""A page on a desk, photographed by hand under a lamp, with the hand's shadow."""

from __future__ import annotations

from random import Random

from samples.press.camera import Camera, photographed
from samples.press.degradation import Degradation, Degraded, Job
from samples.press.scanner import between


def apply(job: Job, source: Random) -> Degraded:
    """A photograph of each page; about a third are taken across, and say so."""
    damage = job.damage
    how = Camera(
        long_side=source.choice((3000, 3264)),
        filled=source.uniform(0.86, 0.95),
        tilt=between(damage, 0.01, 0.09),
        turn=source.gauss(0, 1.0 + 2.0 * damage),
        light=between(damage, 0.1, 0.45),
        shadow=source.choice((0.0, between(damage, 0.1, 0.45))),
        warm=source.random() * 0.8,
        blur=between(damage, 0.5, 1.3),
        shake=between(damage, 0.0, 4.0),
        noise=between(damage, 2.0, 9.0),
        quality=round(between(damage, 90, 62)),
        desk=source.choice(("wood", "plain", "cloth")),
        sideways=source.random() < 0.35,
    )
    return photographed(job, how, source)


DEGRADATION = Degradation(name="photo_desk", split="develop", kind="photo", apply=apply)
