"""A photograph sent by a messenger: made smaller, coded anew, its data gone, now and then lying on its side."""

from __future__ import annotations

from random import Random

from samples.press.camera import Camera, photographed
from samples.press.degradation import Degradation, Degraded, Job
from samples.press.scanner import between


def apply(job: Job, source: Random) -> Degraded:
    """A small photograph of each page without EXIF."""
    damage = job.damage
    how = Camera(
        long_side=source.choice((1920, 2048, 2400)),
        filled=source.uniform(0.9, 0.97),
        tilt=between(damage, 0.01, 0.07),
        turn=source.gauss(0, 1.5),
        curl=source.choice((0.0, between(damage, 0.002, 0.01))),
        light=between(damage, 0.1, 0.35),
        shadow=source.choice((0.0, 0.25)),
        warm=source.random() * 0.6,
        blur=between(damage, 0.35, 0.8),
        noise=between(damage, 1.5, 5.0),
        quality=round(between(damage, 75, 50)),
        desk=source.choice(("wood", "plain", "cloth")),
        exif=False,
        sideways=source.random() < 0.12,
    )
    return photographed(job, how, source)


DEGRADATION = Degradation(name="photo_messenger", split="test", kind="photo", apply=apply)
