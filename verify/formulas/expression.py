"""The language of formulas: `cash - restricted_cash`, `retained_earnings@open`, `children(total_equity)`, `[0, 0.25 * revenue]`.

Text is parsed by Python's own parser into its syntax tree, of which only sums, products, quotients, numbers, concepts and
the catalogue's functions are let through. Nothing is ever compiled or run.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Literal

#: Functions of the catalogue. Which of them an evaluator can compute is its own matter.
FUNCTIONS = frozenset({
    "children", "indirect", "lines_between", "year_to_date", "sum_months", "rolling12", "avg", "max", "min", "abs", "yoy",
    "industry_band", "correlation_monthly", "share_of_identical_lines", "q4_december_share", "uscc_check",
})  # fmt: skip
#: Which other column a name is taken from.
SUFFIXES = frozenset({"open", "prior_column", "last_year_doc", "previous_month", "open_other_month"})
#: The longest formula of the catalogue has 400 characters.
MAX_LENGTH = 1_000
MAX_DEPTH = 40
_AT = "__at__"
_SUFFIXED = re.compile(r"([A-Za-z_][A-Za-z_0-9]*)@([A-Za-z_][A-Za-z_0-9]*)")


class BadFormula(ValueError):
    """A formula of the catalogue that the grammar does not allow; a fault of the catalogue, never of a document."""


@dataclass(frozen=True, slots=True)
class Number:
    value: Decimal


@dataclass(frozen=True, slots=True)
class Name:
    """A concept.   at: the other column it is taken from, None for the column itself"""

    concept: str
    at: str | None = None


@dataclass(frozen=True, slots=True)
class Binary:
    operator: Literal["+", "-", "*", "/"]
    left: Node
    right: Node


@dataclass(frozen=True, slots=True)
class Negative:
    operand: Node


@dataclass(frozen=True, slots=True)
class Call:
    function: str
    arguments: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Range:
    low: Node
    high: Node


Node = Number | Name | Binary | Negative | Call | Range
_OPERATORS: dict[type[ast.operator], Literal["+", "-", "*", "/"]] = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/"}


def parse(text: str) -> Node:
    """The tree of a formula.   Raises BadFormula for anything outside the grammar."""
    if len(text) > MAX_LENGTH or not text.isascii() or _AT in text:
        raise BadFormula(f"not a formula: {text[:60]!r}")
    unknown = [match[2] for match in _SUFFIXED.finditer(text) if match[2] not in SUFFIXES]
    if unknown:
        raise BadFormula(f"unknown suffix @{unknown[0]}")
    source = _SUFFIXED.sub(rf"\1{_AT}\2", text.strip())
    if "@" in source:
        raise BadFormula(f"@ without a name and a suffix: {text[:60]!r}")
    try:
        tree = ast.parse(source, mode="eval")
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise BadFormula(f"not a formula: {text[:60]!r}") from error
    return _node(tree.body, source, 0)


def _node(tree: ast.expr, source: str, depth: int) -> Node:
    if depth > MAX_DEPTH:
        raise BadFormula("a formula nested too deep")
    if isinstance(tree, ast.Constant):
        return _number(tree, source)
    if isinstance(tree, ast.Name):
        concept, _, at = tree.id.partition(_AT)
        return Name(concept, at or None)
    if isinstance(tree, ast.BinOp) and type(tree.op) in _OPERATORS:
        return Binary(_OPERATORS[type(tree.op)], _node(tree.left, source, depth + 1), _node(tree.right, source, depth + 1))
    if isinstance(tree, ast.UnaryOp) and isinstance(tree.op, ast.USub):
        return Negative(_node(tree.operand, source, depth + 1))
    if isinstance(tree, ast.Call) and isinstance(tree.func, ast.Name) and tree.func.id in FUNCTIONS and not tree.keywords:
        return Call(tree.func.id, tuple(_node(argument, source, depth + 1) for argument in tree.args))
    if isinstance(tree, ast.List) and len(tree.elts) == 2 and depth == 0:
        return Range(_node(tree.elts[0], source, depth + 1), _node(tree.elts[1], source, depth + 1))
    raise BadFormula(f"{type(tree).__name__} is no part of the grammar of formulas")


def _number(tree: ast.Constant, source: str) -> Number:
    # The written digits, not the parsed constant: 0.13 has already lost its exactness there.
    written = ast.get_source_segment(source, tree) or ""
    try:
        if not re.fullmatch(r"\d+(\.\d+)?", written):
            raise BadFormula(f"not a plain number: {written[:40]!r}")
        return Number(Decimal(written))
    except InvalidOperation as error:
        raise BadFormula(f"not a plain number: {written[:40]!r}") from error


def show(node: Node) -> str:
    """The formula as text; `parse` gives the same tree back."""
    if isinstance(node, Number):
        return format(node.value, "f")
    if isinstance(node, Name):
        return node.concept if node.at is None else f"{node.concept}@{node.at}"
    if isinstance(node, Negative):
        return f"-{_bracketed(node.operand)}"
    if isinstance(node, Call):
        return f"{node.function}({', '.join(show(argument) for argument in node.arguments)})"
    if isinstance(node, Range):
        return f"[{show(node.low)}, {show(node.high)}]"
    left = show(node.left) if node.operator in "+-" or not isinstance(node.left, Binary) else _bracketed(node.left)
    return f"{left} {node.operator} {_bracketed(node.right)}"


def _bracketed(node: Node) -> str:
    return f"({show(node)})" if isinstance(node, Binary | Negative) else show(node)


def names(node: Node) -> Iterator[Name]:
    """Every concept of the formula, in the order written."""
    if isinstance(node, Name):
        yield node
    elif isinstance(node, Binary):
        yield from names(node.left)
        yield from names(node.right)
    elif isinstance(node, Negative):
        yield from names(node.operand)
    elif isinstance(node, Call):
        for argument in node.arguments:
            yield from names(argument)
    elif isinstance(node, Range):
        yield from names(node.low)
        yield from names(node.high)
