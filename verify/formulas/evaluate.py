"""The one evaluator of all formulas: from a loan file to a tie for each occasion."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from extract.money import minor_unit
from verify.case import Case
from verify.column import Column
from verify.evidence import ZERO, Equation, Term, joined, rounding_tolerance
from verify.finding import Severity, Verdict, lowered
from verify.formulas.absent import nothing_to_judge
from verify.formulas.additions import additions, operand
from verify.formulas.chart import chart, label_of
from verify.formulas.conditions import CONDITIONS
from verify.formulas.expression import Binary, Call, Name, Negative, Node, Number
from verify.formulas.formula import OPTIONAL_KINDS, Formula, formulas, source_of
from verify.formulas.occasions import MAX_OCCASIONS, Occasion, across, between_periods, layouts, within
from verify.formulas.spoken import formula_in_words
from verify.formulas.sum import MAX_SUMS, NotJudged, Sum, combined
from verify.formulas.unmapped import expenses_between
from verify.tie import Tie
from verify.wording import Wording

#: Differences of so many minor units on figures printed to the cent come out of spreadsheets: a notice.
CENTS = 5
#: Lines of unknown sign for which every sign is tried.
MAX_UNSURE = 6
#: Readings of a sum for which those lines are tried.
NEXT_TO_NOTHING = Decimal("0.1")
MAX_DOUBTFUL = 6


def judge_formulas(case: Case) -> Iterator[Tie]:
    """Every formula of the catalogue on every occasion the case offers; not run, with the reason, where there is none."""
    for formula in formulas():
        met = False
        for number, occasion in enumerate(_occasions(case, formula)):
            met = True
            if number >= MAX_OCCASIONS:
                yield _not_run(
                    formula,
                    "more",
                    Wording(
                        f"同一期间的报表组合超过{MAX_OCCASIONS}个，其余未核对。",
                        f"More than {MAX_OCCASIONS} combinations of statements; the rest were not compared.",
                    ),
                )
                break
            yield from judge(formula, occasion)
        if not met:
            yield _not_run(formula, "", nothing_to_judge(formula))


def judge(formula: Formula, occasion: Occasion) -> Iterator[Tie]:
    """One formula on one occasion: one tie, or one for each line where the formula is for each line."""
    if not formula.each_line:
        yield _judge(formula, occasion)
        return
    (newer_source, newer), (older_source, older) = occasion.columns.items()
    elsewhere = {other.lhs.concept for other in formulas() if other.occasions == "between_periods" and isinstance(other.lhs, Name)}
    shared = [concept for concept in newer.by_concept if older.has(concept) and concept not in elsewhere and concept in chart()]
    for concept in shared:
        single = replace(formula, lhs=Name(concept, newer_source[1]), rhs=Name(concept, older_source[1]))
        yield _judge(single, replace(occasion, subject=f"{occasion.subject}/{concept}"), cluster=f"{formula.id} {occasion.subject}")
    if not shared:
        yield _not_run(formula, occasion.subject, Wording("两份报表没有可对应的项目。", "The two statements have no line in common."))


def _occasions(case: Case, formula: Formula) -> Iterator[Occasion]:
    if formula.each_line:
        yield from between_periods(case)
    elif formula.occasions == "between_periods":
        yield from between_periods(case, formula.kind)
    elif formula.occasions == "across":
        yield from across(case, formula.sources(), formula.optional_sources())
    else:
        yield from (occasion for occasion in within(case, formula.kind) if formula.formats & layouts(occasion.main))


@dataclass(frozen=True, slots=True)
class _Comparison:
    """One way to read both sides."""

    lhs: Sum
    rhs: Sum
    equation: Equation
    remark: Wording | None


def _judge(formula: Formula, occasion: Occasion, *, cluster: str | None = None) -> Tie:
    reason = occasion.fault or _not_printed(formula, occasion) or _unmet(formula.when, occasion)
    if reason is not None:
        return _not_run(formula, occasion.subject, reason, occasion)
    try:
        comparisons = _comparisons(formula, occasion)
    except NotJudged as missing:
        return _not_run(formula, occasion.subject, missing.reason, occasion)
    for comparison in comparisons:
        if comparison.equation.agrees:
            return _tie(formula, occasion, comparison)
    doubtful = [comparison for comparison in comparisons if comparison.rhs.unsure][:MAX_DOUBTFUL]
    for comparison in doubtful:
        mended = _mended_by_unsure(formula, comparison)
        if mended is not None:
            return _tie(formula, occasion, mended)
    unread = _not_read_whole(formula, occasion) or _left_open(doubtful)
    if unread is not None:
        return _not_run(formula, occasion.subject, unread, occasion)
    closest = min(comparisons, key=lambda comparison: (comparison.remark is not None, abs(comparison.equation.difference)))
    nearest = min(comparisons, key=lambda comparison: abs(comparison.equation.difference))
    # Another reading that leaves next to nothing is the one that was meant: stated dividends are taken off before a roll-forward
    # is called broken, and what remains may be one misread digit.
    if abs(nearest.equation.difference) < NEXT_TO_NOTHING * abs(closest.equation.difference):
        closest = nearest
    return _tie(formula, occasion, closest, cluster)


def _left_open(doubtful: list[_Comparison]) -> Wording | None:
    """Why lines that fit no concept leave the sum open, or None when they are too small to explain the difference."""
    for comparison in doubtful:
        unsure = sum((abs(term.amount) for term in comparison.rhs.unsure), ZERO)
        if abs(comparison.equation.difference) <= unsure + comparison.equation.tolerance:
            captions = "、".join(sorted({term.evidence.label or "?" for term in comparison.rhs.unsure})[:5])
            return Wording(
                f"有项目无法归类（{captions}），无法判断合计是否正确。",
                f"Lines that fit no concept ({captions}) leave open whether the sum is right.",
            )
    return None


def _comparisons(formula: Formula, occasion: Occasion) -> list[_Comparison]:
    """Every reading of both sides, the plain one first.   Raises NotJudged when no right side can be read."""
    left = evaluate(formula.lhs, occasion)
    found: list[_Comparison] = []
    refused: NotJudged | None = None
    first_side = [(formula.rhs, None)]
    other_sides = [
        (side.rhs, side.remark) for side in formula.also if side.formats & layouts(occasion.main) and _unmet(side.when, occasion) is None
    ]
    for node, remark in [*first_side, *other_sides]:
        try:
            right = evaluate(node, occasion)
        except NotJudged as missing:
            refused = refused or missing
            continue
        if formula.unplaced:
            right = [replace(choice, unsure=choice.unsure + _unplaced(occasion.main)) for choice in right]
        for lhs, rhs in itertools.islice(itertools.product(left, right), MAX_SUMS):
            found.append(_Comparison(lhs, rhs, _equation(formula, lhs, rhs), remark or lhs.remark or rhs.remark))
    if not found:
        raise refused or NotJudged(Wording("缺少所需的数字。", "The figures it needs are missing."))
    return found


def _not_read_whole(formula: Formula, occasion: Occasion) -> Wording | None:
    """Why a sum that does not agree proves nothing here, or None."""
    if formula.adds_lines and not occasion.main.statement.complete:
        return Wording("报表不完整，合计可能缺少项目。", "The statement is not printed in full, so lines of the sum may be missing.")
    if any(column.halves_mixed and "cn" in layouts(column) for column in occasion.columns.values()):
        return Wording(
            "同一行读出两个不同金额，左右两栏可能未能分开。",
            "One line has two amounts for one column: the two halves of the sheet may have been mixed.",
        )
    return None


def _unplaced(column: Column) -> tuple[Term, ...]:
    return tuple(column.term(entry) for entry in column.without_concept if entry.line.section is None and entry.figure.value)


def _equation(formula: Formula, lhs: Sum, rhs: Sum) -> Equation:
    terms = joined((*lhs.terms, *rhs.times(Decimal(-1)).terms))
    return Equation(terms, rounding_tolerance(terms), formula.operator, lhs.constant - rhs.constant)


def _mended_by_unsure(formula: Formula, plain: _Comparison) -> _Comparison | None:
    """The comparison in which some lines of unknown sign are counted, when that makes it agree exactly."""
    unsure = plain.rhs.unsure
    # Of many lines only all or none are tried: with so many signs to choose from, some choice fits anything.
    choices = itertools.product((1, -1, 0), repeat=len(unsure)) if len(unsure) <= MAX_UNSURE else iter([(1,) * len(unsure)])
    for signs in choices:
        counted = [term for term, sign in zip(unsure, signs, strict=True) if sign]
        signed = tuple(Term(term.evidence, term.coefficient * sign, term.step) for term, sign in zip(unsure, signs, strict=True) if sign)
        rhs = Sum(plain.rhs.terms + signed, plain.rhs.constant)
        equation = _equation(formula, plain.lhs, rhs)
        if equation.agrees:
            captions = "、".join(term.evidence.label or "?" for term in counted)
            remark = Wording(f"计入未归类的项目：{captions}。", f"Lines that fit no concept are counted: {captions}.")
            return _Comparison(plain.lhs, rhs, equation, remark)
    return None


def evaluate(node: Node, occasion: Occasion) -> list[Sum]:
    """The ways to read one side, the plain one first.

    Raises NotJudged where a figure is missing. Raises ValueError for a formula that is not a weighted sum of figures.
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
        if node.operator == "*" and not left[0].terms:
            return [choice.times(left[0].constant) for choice in right]
        if node.operator == "*" and not right[0].terms:
            return [choice.times(right[0].constant) for choice in left]
    raise ValueError("a formula must be a weighted sum of figures")


def _named(name: Name, occasion: Occasion) -> list[Sum]:
    source = source_of(name)
    column = occasion.columns.get(source)
    if column is not None:
        return operand(column, name.concept)
    if source[0] in OPTIONAL_KINDS and source[0] != "notes":
        return [Sum()]
    said = label_of(name.concept)
    raise NotJudged(Wording(f"文件中没有列示“{said.zh}”的报表。", f"No statement in the loan file shows '{said.en}'."))


def _called(node: Call, occasion: Occasion) -> list[Sum]:
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


def _not_printed(formula: Formula, occasion: Occasion) -> Wording | None:
    def printed(name: Name) -> bool:
        column = occasion.columns.get(source_of(name))
        return column is not None and column.has(name.concept)

    missing = [name for name in formula.printed if not printed(name)]
    if not missing and (not formula.printed_any or any(printed(name) for name in formula.printed_any)):
        return None
    said = [label_of(name.concept) for name in (missing or formula.printed_any)]
    names_zh, names_en = "、".join(label.zh for label in said), ", ".join(label.en for label in said)
    return Wording(f"未列示：{names_zh}。", f"Not printed: {names_en}.")


def _unmet(conditions: tuple[str, ...], occasion: Occasion) -> Wording | None:
    return next((reason for reason in (CONDITIONS[name](occasion) for name in conditions) if reason is not None), None)


def _tie(formula: Formula, occasion: Occasion, comparison: _Comparison, cluster: str | None = None) -> Tie:
    equation = comparison.equation
    severity, verdict, reason = formula.severity, formula.verdict, comparison.remark
    currency = occasion.main.statement.currency
    if not equation.agrees and equation.tolerance == 0 and abs(equation.difference) <= CENTS * minor_unit(currency):
        severity, verdict = "low", "notice"
        cluster = f"cents {occasion.main.document.sha256}"
        reason = Wording("差额只有几分钱，常见于电子表格的小数误差。", "The difference is a few cents, as spreadsheets produce them.")
    elif not equation.agrees and formula.id == "ROL001":
        severity, verdict = _without_distributions(formula, occasion, equation.difference)
    shown = [term.evidence for term in joined((*comparison.lhs.terms, *comparison.rhs.terms))] or [term.evidence for term in equation.terms]
    if not shown:
        return _not_run(formula, occasion.subject, Wording("没有列示任何数字。", "Not one figure is printed."), occasion)
    return Tie(
        id=formula.id,
        subject=occasion.subject,
        title=formula.title,
        status="holds" if equation.agrees else "broken",
        severity=severity,
        verdict=verdict,
        reason=reason,
        lhs=comparison.lhs.value,
        rhs=comparison.rhs.value,
        difference=equation.difference,
        tolerance=equation.tolerance,
        currency=currency,
        period=occasion.main.period,
        evidence=tuple(shown),
        equations=(equation,),
        concept=formula.lhs.concept if isinstance(formula.lhs, Name) else None,
        cluster=cluster,
        words=formula_in_words(formula),
    )


def _without_distributions(formula: Formula, occasion: Occasion, difference: Decimal) -> tuple[Severity, Verdict]:
    """Severity and verdict of the profit roll-forward where no paper states what was distributed."""
    if CONDITIONS["no_distributions_stated"](occasion) is not None:
        return formula.severity, formula.verdict
    # Less was kept than earned: a distribution that no paper states explains it, so nothing is contradicted.
    return lowered(formula.severity), "unsupported" if difference < 0 else formula.verdict


def _not_run(formula: Formula, subject: str, reason: Wording, occasion: Occasion | None = None) -> Tie:
    return Tie(
        id=formula.id,
        subject=subject,
        title=formula.title,
        status="not_run",
        severity=formula.severity,
        verdict=formula.verdict,
        reason=reason,
        period=occasion.main.period if occasion else None,
    )
