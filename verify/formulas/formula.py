"""The ties that a formula can state, read from the YAML files of this folder."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any, Literal

import yaml

from extract.records import Span, StatementKind
from verify.evidence import Operator
from verify.finding import Severity, Verdict
from verify.formulas.chart import chart
from verify.formulas.conditions import CONDITIONS
from verify.formulas.expression import Binary, Call, Name, Negative, Node, Range, names, parse, show
from verify.formulas.functions import QUANTITIES
from verify.formulas.source import EACH_LINE, OPTIONAL_KINDS, Source, is_external, is_of_statement, source_of
from verify.formulas.tolerance import TOLERANCES, ToleranceName
from verify.parameters import bands
from verify.wording import Wording

Occasions = Literal["within", "across", "between_periods", "between_months", "papers"]
FormulaOperator = Operator | Literal["in"]
#: Functions that compare a balance with the opening one.
_READ_OPENING = frozenset({"avg", "yoy"})
_SIGNS: dict[FormulaOperator, str] = {"eq": "=", "le": "≤", "ge": "≥", "in": "∈"}


@dataclass(frozen=True, slots=True)
class Side:
    """Another right side that satisfies the tie as well.   formats: layouts it is for   when: names of conditions"""

    rhs: Node
    formats: frozenset[str]
    when: tuple[str, ...]
    remark: Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """Figures under which a tie holds, and under which it is broken, by concept.

    Keys are concepts as in a formula; `@prior_year` stands for the comparative column of a flow and `@2025-03` for one month.

    form      layout of the statements
    span, day what the flows cover, and the last day of the newest column; a calendar year where nothing is said
    industry  of the borrower
    paper     what form the papers beside the statements are: "vat_small", …
    """

    holds: Mapping[str, str]
    breaks: Mapping[str, str]
    form: str | None = None
    span: Span = "year"
    day: date = date(2025, 12, 31)
    industry: str | None = None
    paper: str = "return"


@dataclass(frozen=True, slots=True, kw_only=True)
class Formula:
    """One tie of the catalogue.

    printed   concepts (with suffix) that must be printed for the tie to say anything
    when      names of conditions
    unplaced  lines that fit neither concept nor section may belong to its right side
    """

    id: str
    occasions: Occasions
    formats: frozenset[str]
    title: Wording
    lhs: Node
    operator: FormulaOperator
    rhs: Node
    tolerance: ToleranceName
    also: tuple[Side, ...]
    printed: tuple[Name, ...]
    printed_any: tuple[Name, ...]
    when: tuple[str, ...]
    unplaced: bool
    severity: Severity
    verdict: Verdict
    why: Wording
    innocent: tuple[Wording, ...]
    source: str
    since: str
    example: Example

    @property
    def each_line(self) -> bool:
        return isinstance(self.lhs, Name) and self.lhs.concept == EACH_LINE

    @property
    def text(self) -> str:
        return f"{show(self.lhs)} {_SIGNS[self.operator]} {show(self.rhs)}"

    @property
    def kind(self) -> StatementKind:
        """The statement of the left side; of a line-by-line tie, any."""
        return self.sources()[0][0]

    @property
    def names(self) -> list[Name]:
        """Every name of both sides, in the order written."""
        found = [name for side in (self.lhs, self.rhs) for name in _read(side)]
        return [name for name in found if name.concept in chart()]

    def sources(self) -> list[Source]:
        """Statements and suffixes the formula reads that must be there, in the order of the formula."""
        read = [*self.names, *(name for name in self.printed if name.concept in chart())]
        found = list(dict.fromkeys(source_of(name) for name in read if is_of_statement(name)))
        needed = [source for source in found if source[0] not in OPTIONAL_KINDS]
        return needed or found

    @property
    def papers(self) -> list[str]:
        """Concepts that papers beside the statements state, in the order of the formula."""
        return list(dict.fromkeys(name.concept for name in self.names if is_external(name)))

    @property
    def adds_lines(self) -> bool:
        """Whether a line that was not handed in could be missing from a sum."""
        return any(isinstance(node, Call) and node.function in {"children", "indirect"} for node in (self.lhs, self.rhs))

    def optional_sources(self) -> list[Source]:
        every = [self.lhs, self.rhs, *(side.rhs for side in self.also)]
        found = dict.fromkeys(source_of(name) for side in every for name in _read(side) if is_of_statement(name))
        return [source for source in found if source not in self.sources()]


def _read(node: Node) -> Iterator[Name]:
    """Every name that judging a side looks up: a mean of balances, or the growth of one, reads the opening one too."""
    if isinstance(node, Call) and node.function in _READ_OPENING:
        for name in names(node):
            yield name
            if chart()[name.concept].statement == "balance_sheet":
                yield Name(name.concept, "open")
    elif isinstance(node, Call):
        yield from (name for argument in node.arguments for name in _read(argument))
    elif isinstance(node, Binary):
        yield from (name for side in (node.left, node.right) for name in _read(side))
    elif isinstance(node, Range):
        yield from (name for side in (node.low, node.high) for name in _read(side))
    elif isinstance(node, Negative):
        yield from _read(node.operand)
    else:
        yield from names(node)


@cache
def formulas() -> tuple[Formula, ...]:
    """Every formula of the folder, by code.   Raises ValueError for a code that two files use."""
    found: dict[str, Formula] = {}
    for formula in _read_folder():
        if formula.id in found:
            raise ValueError(f"code used twice: {formula.id}")
        found[formula.id] = formula
    return tuple(found[code] for code in sorted(found))


def _read_folder() -> Iterator[Formula]:
    for entry in sorted(files("verify.formulas").iterdir(), key=lambda entry: entry.name):
        if entry.name.endswith(".yaml"):
            loaded = yaml.safe_load(entry.read_text(encoding="utf-8"))
            for row in loaded["ties"]:
                yield _formula(loaded, row)


def _formula(header: dict[str, Any], row: dict[str, Any]) -> Formula:
    """Raises KeyError for a field that is missing, ValueError for a formula or condition that is wrong."""
    lhs, rhs = parse(row["lhs"]), parse(row["rhs"])
    unknown = [
        name
        for name in (*row.get("when", ()), *(name for side in row.get("also", ()) for name in side.get("when", ())))
        if name not in CONDITIONS
    ]
    if unknown:
        raise ValueError(f"{row['id']}: no such condition: {unknown[0]}")
    formats = frozenset(row.get("formats", ["any"]))
    allowed = row.get("tolerance", "rounding")
    operator = row.get("op", "eq")
    _check(row["id"], lhs, rhs, operator, allowed)
    return Formula(
        id=row["id"],
        occasions=header["occasions"],
        formats=formats,
        title=_wording(row["title"]),
        lhs=lhs,
        operator=operator,
        rhs=rhs,
        tolerance=allowed,
        also=tuple(_side(side, formats) for side in row.get("also", ())),
        printed=tuple(_name(text) for text in row.get("printed", ())),
        printed_any=tuple(_name(text) for text in row.get("printed_any", ())),
        when=tuple(row.get("when", ())),
        unplaced=bool(row.get("unplaced", False)),
        severity=row["severity"],
        verdict=row["verdict"],
        why=_wording(row["why"]),
        innocent=tuple(_wording(text) for text in row["innocent"]),
        source=row["source"],
        since=str(row.get("since", header["since"])),
        example=_example(row["example"]),
    )


def _example(row: dict[str, Any]) -> Example:
    day = date.fromisoformat(row["day"]) if "day" in row else date(2025, 12, 31)
    return Example(
        holds=dict(row["holds"]), breaks=dict(row["breaks"]), form=row.get("form"), span=row.get("span", "year"), day=day,
        industry=row.get("industry"), paper=row.get("paper", "return"),
    )  # fmt: skip


def _check(code: str, lhs: Node, rhs: Node, operator: str, allowed: str) -> None:
    """Raises ValueError for a tie that could never be judged as it stands: a typing error must not become a silent tie."""
    if operator not in _SIGNS or allowed not in TOLERANCES:
        raise ValueError(f"{code}: no such operator or tolerance: {operator}, {allowed}")
    if (operator == "in") != (isinstance(rhs, Range) or (isinstance(rhs, Call) and rhs.function == "industry_band")):
        raise ValueError(f"{code}: 'in' asks for two bounds, and only 'in' does")
    band = isinstance(rhs, Call) and rhs.function == "industry_band"
    if band and {name.concept for name in names(rhs)} - bands():
        raise ValueError(f"{code}: no such band")
    for name in (*names(lhs), *(() if band else names(rhs))):
        if name.concept != EACH_LINE and name.concept not in QUANTITIES and not is_external(name) and not is_of_statement(name):
            raise ValueError(f"{code}: no such concept: {name.concept}")


def _side(row: dict[str, Any], formats: frozenset[str]) -> Side:
    return Side(parse(row["rhs"]), frozenset(row.get("formats", formats)), tuple(row.get("when", ())), _wording(row["remark"]))


def _name(text: str) -> Name:
    node = parse(text)
    if not isinstance(node, Name):
        raise ValueError(f"not a concept: {text}")
    return node


def _wording(row: dict[str, str]) -> Wording:
    return Wording(row["zh"], row["en"])
