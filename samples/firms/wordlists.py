"""The word lists of names.yaml, read once."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from samples.firms.firm import Language
from samples.population.splits import Split


@cache
def _file() -> dict[str, Any]:
    content: dict[str, Any] = yaml.load(Path(__file__).with_name("names.yaml").read_bytes(), Loader=yaml.CSafeLoader)
    return content


@cache
def words(language: Language, split: Split, *path: str) -> tuple[str, ...]:
    """The words of the list at `path` on that side: parted by semicolons where it has any, else by spaces."""
    found = _file()[language]
    for name in path:
        found = found[name]
    text: str = found[split]
    return tuple(part.strip() for part in text.split(";")) if ";" in text else tuple(text.split())
