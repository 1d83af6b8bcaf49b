"""What papers from other hands say of statement lines (witnesses.yaml beside this file)."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from verify.formulas.chart import chart
from verify.formulas.expression import Node, names, parse
from verify.formulas.functions import QUANTITIES


@dataclass(frozen=True, slots=True)
class Witness:
    """One statement about a line.

    says    the amount that the papers back
    within  share of the stated amount that may lack and it is still backed whole
    """

    line: str
    by: str
    says: Node
    within: Decimal


@cache
def witnesses() -> tuple[Witness, ...]:
    """All of them.   Raises ValueError for a name that is no concept: a typing error must not become silence."""
    loaded: dict[str, Any] = yaml.safe_load((files("verify.support") / "witnesses.yaml").read_text(encoding="utf-8"))
    found = tuple(Witness(row["line"], row["by"], parse(row["says"]), Decimal(row["within"])) for row in loaded["witnesses"])
    for witness in found:
        for name in (witness.line, *(one.concept for one in names(witness.says))):
            if name not in chart() and name not in QUANTITIES:
                raise ValueError(f"no such concept: {name}")
    return found
