"""What a form's own sums say of how it was read: proved figures are sure, contradicted ones doubtful, lost ones are named.

A sum never changes a figure: it only says how far the reading of it may be trusted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import product

from extract.forms.captions import key_of
from extract.forms.layout import FormKind
from extract.forms.recognised import CONTRADICTED
from extract.records import PeriodFigure, StatementLine

#: What a figure is trusted with at least that a sum over several others proves to the cent.
PROVED = 0.995
#: Rows that it takes to judge the columns of a trial balance, and the share of them whose sum must hold.
_ROWS, _HOLD = 5, 0.5
_TERM = re.compile(r"([+±-]?)\s*([^+±\-=]+?)(\?)?\s*(?=[+±-]|$)")
#: A form of no more lines than this is doubted as a whole for one sum: its rows slid past each other.
_SHORT = 12


@dataclass(frozen=True, slots=True)
class Lost:
    """A cell that the sums say holds an amount, and where none was read."""

    label: str
    column: str
    amount: Decimal
    page: int | None


@dataclass(slots=True)
class Judged:
    """The lines with the trust that their sums give them.   lost: cells that were not read   columns: whether their reading is in doubt"""

    lines: list[StatementLine]
    lost: list[Lost]
    columns_in_doubt: bool = False


def judged(lines: Sequence[StatementLine], kind: FormKind, recognised: Sequence[bool]) -> Judged:
    """The lines judged by the sums of their form."""
    if kind.type == "trial_balance":
        return _balance(lines, recognised)
    result = Judged(list(lines), [])
    for told in kind.sums:
        _sum(result, told, recognised)
    return result


def _balance(lines: Sequence[StatementLine], recognised: Sequence[bool]) -> Judged:
    """A trial balance: opening balance and movements make the closing balance, account by account."""
    result = Judged(list(lines), [])
    printed = {one.column for line in lines for one in line.figures}
    moved = [name for name in ("period", "year") if {f"{name}_debit", f"{name}_credit"} & printed]
    whole = bool({"opening", "opening_debit", "opening_credit"} & printed) and bool(
        {"closing", "closing_debit", "closing_credit"} & printed
    )
    if not whole or not moved:
        return result
    verdicts = [_row(line, moved) for line in lines]
    judging = [verdict for verdict in verdicts if verdict is not None]
    if len(judging) >= _ROWS and sum(judging) < _HOLD * len(judging):
        result.columns_in_doubt = True
        result.lines = [_trusted(line, CONTRADICTED, most=True) for line in lines]
        return result
    strict = len(judging) >= _ROWS
    for index, (line, verdict, seen) in enumerate(zip(lines, verdicts, recognised, strict=True)):
        if verdict and seen:
            result.lines[index] = _trusted(line, PROVED)
        elif verdict is False and seen and strict:
            result.lines[index] = _trusted(line, CONTRADICTED, most=True)
            result.lost += _lost(line, moved, printed)
    return result


def _row(line: StatementLine, moved: Sequence[str]) -> bool | None:
    """Whether the sum of an account holds; None where it says nothing."""
    values = _values(line)
    figures = [value for value in values.values() if value]
    if len(figures) < 2:
        return None
    return any(_holds(values, name) for name in moved)


def _holds(values: Mapping[str, Decimal], movement: str) -> bool:
    zero = Decimal(0)
    change = values.get(f"{movement}_debit", zero) - values.get(f"{movement}_credit", zero)
    openings, closings = _sided(values, "opening"), _sided(values, "closing")
    return any(opening + change == closing for opening, closing in product(openings, closings))


def _sided(values: Mapping[str, Decimal], name: str) -> tuple[Decimal, ...]:
    """A balance as a debit; one that is printed with its side in words may be either."""
    zero = Decimal(0)
    if name in values:
        return (values[name], -values[name])
    return (values.get(f"{name}_debit", zero) - values.get(f"{name}_credit", zero),)


def _values(line: StatementLine) -> dict[str, Decimal]:
    return {one.column: one.figure.value for one in line.figures if not one.figure.operands}


def _lost(line: StatementLine, moved: Sequence[str], printed: Iterable[str]) -> Iterator[Lost]:
    """The one empty cell of an account that an amount would heal: the amount is what its sum lacks."""
    values = _values(line)
    zero = Decimal(0)
    name = moved[0]
    lack = (
        values.get("opening_debit", zero) - values.get("opening_credit", zero)
        + values.get(f"{name}_debit", zero) - values.get(f"{name}_credit", zero)
        - values.get("closing_debit", zero) + values.get("closing_credit", zero)
    )  # fmt: skip
    if not lack or "opening" in values or "closing" in values:
        return
    signs = {"opening_debit": -1, f"{name}_debit": -1, "closing_credit": -1, "opening_credit": 1, f"{name}_credit": 1, "closing_debit": 1}
    empty = [column for column, sign in signs.items() if column in printed and column not in values and sign * lack > 0]
    other = {"opening_debit": "opening_credit", "closing_debit": "closing_credit"}
    opposite = {**other, **{right: left for left, right in other.items()}}
    empty = [column for column in empty if opposite.get(column, "") not in values]
    if empty:
        yield Lost(line.label, " / ".join(empty), abs(lack), line.page)


def _sum(result: Judged, told: str, recognised: Sequence[bool]) -> None:
    """One sum of a form, column by column: its figures trusted where it holds."""
    strict = told.startswith("!")
    total, _, rest = told.removeprefix("!").partition("=")
    whole = _named(result.lines, total.strip())
    terms = [(sign, _named(result.lines, name.strip()), bool(optional)) for sign, name, optional in _TERM.findall(rest.strip())]
    if whole is None or any(place is None and not optional for _, place, optional in terms):
        return
    members = [(sign, place) for sign, place, _ in terms if place is not None]
    for one in result.lines[whole].figures:
        found = [(sign, place, _same_column(result.lines[place], one)) for sign, place in members]
        figures = [(sign, other) for sign, _, other in found if other is not None]
        fixed = sum((-other.figure.value if sign == "-" else other.figure.value for sign, other in figures if sign != "±"), Decimal(0))
        either = sum((other.figure.value for sign, other in figures if sign == "±"), Decimal(0))
        value = fixed - either if fixed - either == one.figure.value else fixed + either
        if strict and value != one.figure.value and len(figures) == len(terms) and not any(other.figure.doubtful for _, other in figures):
            places = range(len(result.lines)) if len(result.lines) <= _SHORT else (whole, *(place for _, place, _ in found))
            for place in places:
                if recognised[place]:
                    result.lines[place] = _trusted(result.lines[place], CONTRADICTED, most=True, column=one)
        solid = sum(bool(other.figure.value) for _, other in figures)
        if one.figure.value != value or not value or solid < 2 or len(figures) < len(found):
            continue
        for place in (whole, *(place for _, place, _ in found)):
            if recognised[place]:
                result.lines[place] = _trusted(result.lines[place], PROVED, column=one)


def _named(lines: Sequence[StatementLine], name: str) -> int | None:
    """The line of a concept, or with one of several captions."""
    keys = {key_of(part) for part in name.split("|")}
    for place, line in enumerate(lines):
        if line.figures and line.label and (line.concept == name or key_of(line.label) in keys):
            return place
    return None


def _same_column(line: StatementLine, wanted: PeriodFigure) -> PeriodFigure | None:
    return next((one for one in line.figures if (one.span, one.column) == (wanted.span, wanted.column)), None)


def _trusted(line: StatementLine, confidence: float, *, most: bool = False, column: PeriodFigure | None = None) -> StatementLine:
    """The line, its figures trusted with `confidence` at least, or at most."""
    bound = min if most else max
    figures = tuple(
        replace(one, figure=replace(one.figure, confidence=bound(one.figure.confidence, confidence)))
        if column is None or (one.span, one.column) == (column.span, column.column)
        else one
        for one in line.figures
    )
    return replace(line, figures=figures)
