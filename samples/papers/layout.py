"""What a layout is: one module, one way in which somebody prints one kind of record."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from random import Random

from samples.case import AnyRecord
from samples.firms.firm import Firm, Language
from samples.papers.paper import Paper
from samples.population.splits import Split


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How one paper is to look.

    firm    the applicant: signatures, credit code, address
    face    name of a font family of press/typefaces.py that has every sign needed
    hints   of the document (Document.hints): {"old_template": True, …}; a layout honours those that it knows
    source  a stream of its own, for small choices (print time, teller, page head); the same for a firm's twin
    """

    firm: Firm
    face: str
    hints: Mapping[str, object] = field(default_factory=dict)
    source: Random


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """One way to print a record.

    name     stable: "zh_two_sided_grid"; it is what a truth file carries
    suits    whether it prints that record (kind, framework, form, bank)
    draw     the record as a paper; every figure that it prints is an Entry, none is changed but by rounding to the printed unit
    bank     id of the made-up bank whose print this is; "" for what any firm or office uses
    """

    name: str
    split: Split
    language: Language
    suits: Callable[[AnyRecord], bool]
    draw: Callable[[AnyRecord, Look], Paper]
    bank: str = ""


def in_unit(minor: int, unit: int) -> Decimal:
    """`minor` rounded to a multiple of `unit` minor units, a half away from zero, in main units: the value that is printed.

    in_unit(1_234_567, 10_000) is Decimal("12300") (1.23 万元); unit 1 keeps the 分.
    """
    if unit == 1:
        return Decimal(minor).scaleb(-2)
    steps = (Decimal(minor) / unit).quantize(Decimal(1), ROUND_HALF_UP)
    return (steps * unit).scaleb(-2)
