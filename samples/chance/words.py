"""Captions as issuers word them (words.yaml and its like beside this file); every other one belongs to the side `test`."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from random import Random

import yaml

from samples.population.splits import Split

#: language -> role -> wordings
Words = dict[str, dict[str, list[str]]]


@cache
def words(kind: str) -> Words:
    """The wordings for that kind of paper ("bank", "loan_application")."""
    return _all()[kind]


def kinds_known() -> tuple[str, ...]:
    """Every kind of paper that has wordings of its own."""
    return tuple(_all())


@cache
def _all() -> dict[str, Words]:
    folder = files("samples.chance")
    return {
        kind: told
        for name in ("words.yaml", "form_words.yaml", "data_words.yaml")
        for kind, told in yaml.safe_load((folder / name).read_text("utf-8")).items()
    }


def worded(kind: str, language: str, source: Random, split: Split) -> dict[str, str]:
    """One wording of each role, of that side."""
    start = 0 if split == "develop" else 1
    return {role: source.choice(several[start::2]) for role, several in words(kind)[language].items()}
