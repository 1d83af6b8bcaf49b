"""Develop and test, held apart: every layout, font, producer, bank, text template, kind and technique says which it belongs to."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, Protocol, TypeVar

#: develop: to build and tune on.   test: only ever measured on.
Split = Literal["develop", "test"]


class Declared(Protocol):
    """What carries a split, fixed in the code where it is declared."""

    @property
    def split(self) -> Split: ...


_Declared = TypeVar("_Declared", bound=Declared)


def of(split: Split, declared: Iterable[_Declared]) -> list[_Declared]:
    """Those of `declared` that a case of `split` may use, in their order.   A case never mixes the two."""
    return [item for item in declared if item.split == split]
