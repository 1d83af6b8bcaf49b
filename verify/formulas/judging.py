"""Every formula on every occasion that the loan file offers: from sums to ties that hold, are broken, or are not run."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from extract.money import UNKNOWN_CURRENCY, minor_unit
from verify.case import Case
from verify.column import Column
from verify.evidence import ZERO, Term
from verify.finding import Severity, Verdict, lowered
from verify.formulas.absent import nothing_to_judge
from verify.formulas.chart import chart, label_of
from verify.formulas.compare import Comparison, compared
from verify.formulas.conditions import CONDITIONS
from verify.formulas.expression import Name, names
from verify.formulas.formula import Formula, formulas
from verify.formulas.occasions import MAX_OCCASIONS, Occasion, across, between_months, between_periods, layouts, of_papers, within
from verify.formulas.sides import comparisons
from verify.formulas.source import is_external, source_of
from verify.formulas.spoken import formula_in_words
from verify.formulas.sum import NotJudged, Sum
from verify.tie import Tie
from verify.wording import Wording

#: Differences of so many minor units on figures printed to the cent come out of spreadsheets: a notice.
CENTS = 5
#: Tolerances within which two figures are the same amount.
PRECISE = frozenset({"exact", "rounding"})
#: Digits of a ratio that are shown.
DIGITS = 6
#: Ties that a distribution explains which no paper states.
ROLLS_PROFIT_FORWARD = frozenset({"ROL001", "ROL002"})
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
    for occasion in _offered(case, formula):
        if occasion.layouts is None or formula.formats & occasion.layouts:
            yield occasion


def _offered(case: Case, formula: Formula) -> Iterator[Occasion]:
    if formula.occasions == "between_months":
        at = next(name.at for name in names(formula.rhs) if name.at is not None)
        yield from between_months(case, "balance_sheet" if formula.each_line else formula.kind, at)
    elif formula.each_line:
        yield from between_periods(case)
    elif formula.occasions == "between_periods":
        yield from between_periods(case, formula.kind)
    elif formula.occasions == "papers":
        yield from of_papers(case, formula.papers[0])
    elif formula.occasions == "across":
        yield from across(case, formula.sources(), formula.optional_sources())
    else:
        yield from within(case, formula.kind)


def _judge(formula: Formula, occasion: Occasion, *, cluster: str | None = None) -> Tie:
    reason = occasion.fault or _not_printed(formula, occasion) or _unmet(formula.when, occasion)
    if reason is not None:
        return _not_run(formula, occasion.subject, reason, occasion)
    try:
        comparisons = _comparisons(formula, occasion)
    except NotJudged as missing:
        return _not_run(formula, occasion.subject, missing.reason, occasion)
    for comparison in comparisons:
        if comparison.agrees:
            return _tie(formula, occasion, comparison)
    doubtful = [comparison for comparison in comparisons if comparison.rhs.unsure][:MAX_DOUBTFUL]
    for comparison in doubtful:
        mended = _mended_by_unsure(formula, comparison)
        if mended is not None:
            return _tie(formula, occasion, mended)
    unread = _not_read_whole(formula, occasion) or _left_open(doubtful)
    if unread is not None:
        return _not_run(formula, occasion.subject, unread, occasion)
    closest = min(comparisons, key=lambda comparison: (comparison.remark is not None, abs(comparison.difference)))
    nearest = min(comparisons, key=lambda comparison: abs(comparison.difference))
    # Another reading that leaves next to nothing is the one that was meant: stated dividends are taken off before a roll-forward
    # is called broken, and what remains may be one misread digit.
    if abs(nearest.difference) < NEXT_TO_NOTHING * abs(closest.difference):
        closest = nearest
    return _tie(formula, occasion, closest, cluster)


def _left_open(doubtful: list[Comparison]) -> Wording | None:
    """Why lines that fit no concept leave the sum open, or None when they are too small to explain the difference."""
    for comparison in doubtful:
        unsure = sum((abs(term.amount) for term in comparison.rhs.unsure), ZERO)
        if abs(comparison.worst.difference) <= unsure + comparison.worst.tolerance:
            captions = "、".join(sorted({term.evidence.label or "?" for term in comparison.rhs.unsure})[:5])
            return Wording(
                f"有项目无法归类（{captions}），无法判断合计是否正确。",
                f"Lines that fit no concept ({captions}) leave open whether the sum is right.",
            )
    return None


def _comparisons(formula: Formula, occasion: Occasion) -> list[Comparison]:
    """Every reading of both sides, the plain one first.   Raises NotJudged when no right side can be read."""
    found: list[Comparison] = []
    refused: NotJudged | None = None
    first_side = [(formula.rhs, None)]
    other_sides = [
        (side.rhs, side.remark)
        for side in formula.also
        if (occasion.layouts is None or side.formats & occasion.layouts) and _unmet(side.when, occasion) is None
    ]
    for node, remark in [*first_side, *other_sides]:
        try:
            found += comparisons(formula, node, occasion, remark=remark, unsure=_unplaced(occasion.main) if formula.unplaced else ())
        except NotJudged as missing:
            refused = refused or missing
    if not found:
        raise refused or NotJudged(Wording("缺少所需的数字。", "The figures it needs are missing."))
    return found


def _not_read_whole(formula: Formula, occasion: Occasion) -> Wording | None:
    """Why a sum that does not agree proves nothing here, or None."""
    if formula.adds_lines and occasion.columns and not occasion.main.statement.complete:
        return Wording("报表不完整，合计可能缺少项目。", "The statement is not printed in full, so lines of the sum may be missing.")
    if any(column.halves_mixed and "cn" in layouts(column) for column in occasion.columns.values()):
        return Wording(
            "同一行读出两个不同金额，左右两栏可能未能分开。",
            "One line has two amounts for one column: the two halves of the sheet may have been mixed.",
        )
    return None


def _unplaced(column: Column) -> tuple[Term, ...]:
    return tuple(column.term(entry) for entry in column.without_concept if entry.line.section is None and entry.figure.value)


def _mended_by_unsure(formula: Formula, plain: Comparison) -> Comparison | None:
    """The comparison in which some lines of unknown sign are counted, when that makes it agree exactly."""
    if formula.operator == "in":
        return None
    unsure = plain.rhs.unsure
    # Of many lines only all or none are tried: with so many signs to choose from, some choice fits anything.
    choices = itertools.product((1, -1, 0), repeat=len(unsure)) if len(unsure) <= MAX_UNSURE else iter([(1,) * len(unsure)])
    for signs in choices:
        counted = [term for term, sign in zip(unsure, signs, strict=True) if sign]
        signed = tuple(Term(term.evidence, term.coefficient * sign, term.step) for term, sign in zip(unsure, signs, strict=True) if sign)
        captions = "、".join(term.evidence.label or "?" for term in counted)
        remark = Wording(f"计入未归类的项目：{captions}。", f"Lines that fit no concept are counted: {captions}.")
        rhs = Sum(plain.rhs.terms + signed, plain.rhs.constant, remark=remark, basis=plain.rhs.basis)
        mended = compared(plain.lhs, formula.operator, rhs, formula.tolerance)
        if mended.agrees:
            return mended
    return None


def _not_printed(formula: Formula, occasion: Occasion) -> Wording | None:
    def printed(name: Name) -> bool:
        if is_external(name):
            return True  # whether papers state it, and for which days, is said when it is looked up
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


def _tie(formula: Formula, occasion: Occasion, comparison: Comparison, cluster: str | None = None) -> Tie:
    severity, verdict, reason = formula.severity, formula.verdict, comparison.remark
    worst, holds = comparison.worst, comparison.agrees
    currency = occasion.currency if occasion.columns else _currency_of(comparison)
    printed_to_the_cent = worst.tolerance == 0 and comparison.scale == 1
    if not holds and printed_to_the_cent and abs(worst.difference) <= CENTS * minor_unit(currency):
        severity, verdict = "low", "notice"
        cluster = f"cents {occasion.main.document.sha256 if occasion.columns else occasion.subject}"
        reason = Wording("差额只有几分钱，常见于电子表格的小数误差。", "The difference is a few cents, as spreadsheets produce them.")
    elif not holds and formula.id in ROLLS_PROFIT_FORWARD:
        severity, verdict = _without_distributions(formula, occasion, worst.difference)
    shown = [term.evidence for term in comparison.figures]
    if not shown:
        return _not_run(formula, occasion.subject, Wording("没有列示任何数字。", "Not one figure is printed."), occasion)
    return Tie(
        id=formula.id,
        subject=occasion.subject,
        title=formula.title,
        status="holds" if holds else "broken",
        severity=severity,
        verdict=verdict,
        reason=reason,
        lhs=_legible(comparison.value),
        rhs=_legible(comparison.bound),
        difference=_legible(comparison.difference),
        tolerance=_legible(worst.tolerance / comparison.scale),
        currency=currency if comparison.scale == 1 else UNKNOWN_CURRENCY,
        period=occasion.period,
        evidence=tuple(shown),
        equations=tuple(equation for equation in comparison.equations if equation.terms),
        concept=formula.lhs.concept if isinstance(formula.lhs, Name) else None,
        cluster=cluster,
        soft=formula.tolerance not in PRECISE,
        words=formula_in_words(formula),
    )


def _legible(value: Decimal) -> Decimal:
    """Ratios and products with a rate have more digits than anyone reads; sums of printed figures keep all of theirs."""
    shown = round(value, DIGITS)
    return value if shown == value else shown.normalize()


def _currency_of(comparison: Comparison) -> str:
    """Of money among its figures; "XXX" where all are counts."""
    known = [term.evidence.figure.money.currency for term in comparison.figures]
    return next((currency for currency in known if currency != UNKNOWN_CURRENCY), UNKNOWN_CURRENCY)


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
        period=occasion.period if occasion else None,
    )
