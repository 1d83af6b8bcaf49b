"""A photograph in poor light, with the telephone's lamp: noise, a bright spot, dark corners, a moved hand."""

from __future__ import annotations

from random import Random

from samples.press.camera import Camera, photographed
from samples.press.degradation import Degradation, Degraded, Job
from samples.press.scanner import between


def apply(job: Job, source: Random) -> Degraded:
    """A photograph of each page in the evening."""
    damage = job.damage
    how = Camera(
        long_side=3264,
        filled=source.uniform(0.84, 0.93),
        tilt=between(damage, 0.02, 0.09),
        turn=source.gauss(0, 2.0),
        light=between(damage, 0.3, 0.6),
        exposure=between(damage, 0.85, 0.6),
        warm=0.4 + source.random() * 0.6,
        glare=between(damage, 0.1, 0.35),
        blur=between(damage, 0.6, 1.2),
        shake=between(damage, 1.0, 5.0),
        noise=between(damage, 5.0, 13.0),
        quality=round(between(damage, 85, 60)),
        desk=source.choice(("wood", "cloth")),
        sideways=source.random() < 0.3,
    )
    return photographed(job, how, source)


DEGRADATION = Degradation(name="photo_dim", split="test", kind="photo", apply=apply)
