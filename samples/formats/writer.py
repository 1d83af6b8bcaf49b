"""What a data format is: one module, one way in which a program writes one kind of record."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from samples.case import AnyRecord
from samples.firms.firm import Language
from samples.papers.layout import Look
from samples.population.splits import Split
from samples.press.placed import Printed


@dataclass(frozen=True, slots=True, kw_only=True)
class Writer:
    """A way to write a record as data.

    name    stable: "mt940", "csv_zh_semicolon"; it is what a truth file carries
    suffix  of the file, with its point: ".csv"
    suits   whether it writes that record for a firm of that language
    write   the record as a file, each figure with its `cell` or `path`
    """

    name: str
    split: Split
    suffix: str
    suits: Callable[[AnyRecord, Language], bool]
    write: Callable[[AnyRecord, Look], Printed]
