"""Captions as issuers word them (words.yaml beside this file); every other one belongs to the side `test`."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from random import Random
from typing import cast

import yaml

from samples.population.splits import Split

#: language -> role -> wordings
Words = dict[str, dict[str, list[str]]]


@cache
def words(kind: str) -> Words:
    """The wordings for that kind of paper ("bank")."""
    return cast(Words, yaml.safe_load((files("samples.chance") / "words.yaml").read_text("utf-8"))[kind])


def worded(kind: str, language: str, source: Random, split: Split) -> dict[str, str]:
    """One wording of each role, of that side."""
    start = 0 if split == "develop" else 1
    return {role: source.choice(several[start::2]) for role, several in words(kind)[language].items()}
