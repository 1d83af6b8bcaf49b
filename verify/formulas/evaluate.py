"""From a side of a formula to the ways in which the papers of one occasion state it."""

from __future__ import annotations

import itertools
from decimal import Decimal

from verify.facts.collect import facts_of
from verify.formulas.additions import additions, operand
from verify.formulas.chart import label_of
from verify.formulas.expression import Binary, Call, Name, Negative, Node, Number
from verify.formulas.functions import FUNCTIONS, QUANTITIES
from verify.formulas.occasions import Occasion
from verify.formulas.source import OPTIONAL_KINDS, is_external, source_of
from verify.formulas.sum import MAX_SUMS, NotJudged, Sum, combined
from verify.formulas.unmapped import expenses_between
from verify.wording import Wording


def evaluate(node: Node, occasion: Occasion) -> list[Sum]:
    """The ways to read one side, the plain one first.

    Raises NotJudged where a figure is missing. Raises ValueError for what no function of the catalogue computes.
    """
    if isinstance(node, Number):
        return [Sum(constant=node.value)]
    if isinstance(node, Name):
        return _named(node, occasion)
    if isinstance(node, Negative):
        return [choice.times(Decimal(-1)) for choice in evaluate(node.operand, occasion)]
    if isinstance(node, Call):
        return _called(node, occasion)
    if isinstance(node, Binary):
        left, right = evaluate(node.left, occasion), evaluate(node.right, occasion)
        if node.operator == "-":
            right = [choice.times(Decimal(-1)) for choice in right]
        if node.operator in "+-":
            return combined([left, right])
        if node.operator == "*":
            return _products(left, right)
        return _quotients(left, right)
    raise ValueError("a range is no amount")


def _products(left: list[Sum], right: list[Sum]) -> list[Sum]:
    """Linear in the side that is a sum of figures; of two of them, in the left one."""
    pairs = itertools.islice(itertools.product(left, right), MAX_SUMS)
    return [two.scaled_by(one) if not one.terms else one.scaled_by(two) for one, two in pairs]


def _quotients(left: list[Sum], right: list[Sum]) -> list[Sum]:
    """Raises NotJudged where what is divided by is nothing or negative."""
    found = []
    for over, under in itertools.islice(itertools.product(left, right), MAX_SUMS):
        if under.value <= 0:
            raise NotJudged(Wording("分母为零或为负，比率没有意义。", "The denominator is nothing or negative, so the ratio says nothing."))
        if under.terms:
            found.append(over.plus(under).fixed(over.value / under.value))
        else:
            found.append(over.scaled_by(Sum(constant=1 / under.value, basis=under.basis)))
    return found


def _named(name: Name, occasion: Occasion) -> list[Sum]:
    if name.concept in QUANTITIES:
        return QUANTITIES[name.concept](occasion)
    if is_external(name):
        return _stated(name, occasion)
    source = source_of(name)
    column = occasion.columns.get(source)
    if column is not None:
        return operand(column, name.concept)
    if source[0] in OPTIONAL_KINDS and source[0] != "notes":
        return [Sum()]
    said = label_of(name.concept)
    raise NotJudged(Wording(f"文件中没有列示“{said.zh}”的报表。", f"No statement in the loan file shows '{said.en}'."))


def _stated(name: Name, occasion: Occasion) -> list[Sum]:
    """What papers beside the statements say for the days of the occasion."""
    if occasion.stretch is None:
        raise NotJudged(Wording("报表没有日期，无法与其他资料核对。", "The statement names no date to compare other papers with."))
    currency = occasion.currency if occasion.columns else None
    return occasion.case.kept(facts_of).over(name.concept, occasion.stretch, entity=occasion.entity, currency=currency)


def _called(node: Call, occasion: Occasion) -> list[Sum]:
    if node.function in FUNCTIONS:
        return FUNCTIONS[node.function](node, occasion, evaluate)
    arguments = [argument for argument in node.arguments if isinstance(argument, Name)]
    column = occasion.columns.get(source_of(arguments[0])) if arguments else None
    if column is None:
        raise NotJudged(Wording("缺少所需的报表。", "The statement it needs is missing."))
    if node.function == "children":
        return additions(column, arguments[0].concept)
    if node.function == "indirect":
        return additions(column, arguments[0].concept, presentation="indirect")
    if node.function == "lines_between" and len(arguments) == 2:
        terms = expenses_between(column, arguments[0].concept, arguments[1].concept)
        if not terms:
            raise NotJudged(Wording("其间没有未归类的行。", "There are no lines between the two."))
        return [Sum(terms)]
    raise ValueError(f"{node.function} is no sum of figures of one statement")
