"""The priors of the population, from the one versioned file that has them: expectations of an expert, not measurements."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml


@cache
def parameters() -> Mapping[str, Any]:
    """The whole file: `version`, `firms`, `season`, `events`, `mess`, `fabrication`, `papers`."""
    content: Mapping[str, Any] = yaml.load(Path(__file__).with_name("parameters.yaml").read_bytes(), Loader=yaml.CSafeLoader)
    return content


def version() -> str:
    """The version of the population; a truth file carries it."""
    return str(parameters()["version"])
