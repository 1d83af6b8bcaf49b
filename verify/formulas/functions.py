"""The functions and parameters that formulas may name, other than sums of one statement's lines.

What is no weighted sum (a growth, a share, a correlation) becomes a number with its figures as its basis; what is one in each of
its cases (the larger of two, an absolute value) stays the sum of the case that the papers are in.
"""

from __future__ import annotations

import itertools
import statistics
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

from verify.case import newest
from verify.column import WHOLE_YEAR, Column
from verify.facts.collect import facts_of
from verify.facts.fact import YEARS, Stretch
from verify.formulas.additions import operand
from verify.formulas.chart import label_of
from verify.formulas.expression import Binary, Call, Name, Node
from verify.formulas.occasions import Occasion, a_year_before
from verify.formulas.source import is_external, source_of
from verify.formulas.sum import MAX_SUMS, NotJudged, Sum, combined
from verify.parameters import vat_rates
from verify.wording import Wording

Evaluate = Callable[[Node, Occasion], list[Sum]]
Function = Callable[[Call, Occasion, Evaluate], list[Sum]]
#: Months that a correlation is computed from at least.
YEAR = 12


def average(node: Call, occasion: Occasion, evaluate: Evaluate) -> list[Sum]:
    """Mean of the opening and the closing balance."""
    name = _name(node)
    both = Binary("+", Name(name.concept), Name(name.concept, "open"))
    return [choice.times(Decimal("0.5")) for choice in evaluate(both, occasion)]


def largest(node: Call, occasion: Occasion, evaluate: Evaluate) -> list[Sum]:
    return [_chosen(choice, max) for choice in _arguments(node, occasion, evaluate)]


def smallest(node: Call, occasion: Occasion, evaluate: Evaluate) -> list[Sum]:
    return [_chosen(choice, min) for choice in _arguments(node, occasion, evaluate)]


def absolute(node: Call, occasion: Occasion, evaluate: Evaluate) -> list[Sum]:
    return [choice if choice.value >= 0 else choice.times(Decimal(-1)) for choice in evaluate(node.arguments[0], occasion)]


def growth(node: Call, occasion: Occasion, evaluate: Evaluate) -> list[Sum]:
    """By how much more than a year before, as a share of it.   Raises NotJudged where there was nothing a year before."""
    name = _name(node)
    now, before = evaluate(name, occasion), _a_year_before(name, occasion, evaluate)
    found = []
    for this, last in itertools.islice(itertools.product(now, before), MAX_SUMS):
        if last.value <= 0:
            said = label_of(name.concept)
            raise NotJudged(Wording(f"上年没有“{said.zh}”，无法计算增长。", f"There was no '{said.en}' a year before to grow from."))
        found.append(this.plus(last).fixed(this.value / last.value - 1))
    return found


def year_to_date(node: Call, occasion: Occasion, evaluate: Evaluate) -> list[Sum]:
    """The flow from the first day of the year.   Raises NotJudged on a column that covers less."""
    name = _name(node)
    column = occasion.columns.get(source_of(name))
    if column is None or column.span not in WHOLE_YEAR:
        raise NotJudged(Wording("没有本年累计栏。", "There is no column that runs from the first day of the year."))
    return evaluate(name, occasion)


def sum_of_months(node: Call, occasion: Occasion, _evaluate: Evaluate) -> list[Sum]:
    """The flows of each month of the year up to the period.   Raises NotJudged where a month is missing."""
    name = _name(node)
    end = _end(occasion)
    months = [_month(name, occasion, number) for number in range(1, end.month + 1)]
    return combined([operand(column, name.concept) for column in months])


def share_of_december(node: Call, occasion: Occasion, evaluate: Evaluate) -> list[Sum]:
    """December's part of the year's flow.   Raises NotJudged where the year is not over or was empty."""
    name = _name(node)
    year = evaluate(name, occasion)[0]
    if _end(occasion).month != YEAR or year.value <= 0:
        raise NotJudged(Wording("没有整年的金额。", "There is no amount for a whole calendar year."))
    month = operand(_month(name, occasion, YEAR), name.concept)[0]
    return [month.plus(year).fixed(month.value / year.value)]


def rolling_year(node: Call, occasion: Occasion, _evaluate: Evaluate) -> list[Sum]:
    """A flow over the twelve months up to the period."""
    name, end = _name(node), _end(occasion)
    first = next(iter(months_up_to(end, YEAR)))
    return _facts(name, occasion, Stretch(first.start, end))


def monthly_correlation(node: Call, occasion: Occasion, _evaluate: Evaluate) -> list[Sum]:
    """Pearson's correlation of two monthly flows over the twelve months up to the period."""
    end = _end(occasion)
    series: list[list[Sum]] = []
    for argument in node.arguments:
        if not isinstance(argument, Name):
            raise ValueError("a correlation is of two concepts")
        series.append([_facts(argument, occasion, month)[0] for month in months_up_to(end, YEAR)])
    values = [[float(month.value) for month in one] for one in series]
    try:
        found = statistics.correlation(*values)
    except statistics.StatisticsError as error:
        raise NotJudged(Wording("金额各月相同，无法计算相关性。", "The amounts are the same every month: nothing correlates.")) from error
    total = Sum()
    for month in itertools.chain.from_iterable(series):
        total = total.plus(month)
    return [total.fixed(Decimal(repr(round(found, 6))))]


FUNCTIONS: Mapping[str, Function] = {
    "avg": average,
    "max": largest,
    "min": smallest,
    "abs": absolute,
    "yoy": growth,
    "year_to_date": year_to_date,
    "sum_months": sum_of_months,
    "q4_december_share": share_of_december,
    "rolling12": rolling_year,
    "correlation_monthly": monthly_correlation,
}


def rate_of_sales_tax(occasion: Occasion) -> list[Sum]:
    """What sales were taxed at: the period's tax on its taxed sales where returns or invoices say, else every usual rate."""
    if occasion.stretch is not None:
        for tax, net in (("inv_issued_tax", "inv_issued_net"), ("vat_output", "vat_sales_taxable")):
            try:
                taxed, sold = (_facts(Name(concept), occasion, occasion.stretch)[0] for concept in (tax, net))
            except NotJudged:
                continue
            if sold.value > 0 and taxed.value >= 0:
                return [taxed.plus(sold).fixed(taxed.value / sold.value)]
    rates = vat_rates(occasion.currency)
    if not rates:
        raise NotJudged(Wording("销项税率未知。", "The rate of tax on sales is not known."))
    return [Sum(constant=rate, remark=None if number == 0 else _at_rate(rate)) for number, rate in enumerate(rates)]


def months_of_bank(occasion: Occasion) -> list[Sum]:
    """Calendar months that the occasion covers."""
    if occasion.stretch is None:
        raise NotJudged(Wording("期间未知。", "The period is not known."))
    return [Sum(constant=Decimal(occasion.stretch.months))]


#: Names in formulas that are no concepts.
QUANTITIES: Mapping[str, Callable[[Occasion], list[Sum]]] = {"vat_rate": rate_of_sales_tax, "months": months_of_bank}


def months_up_to(end: date, count: int) -> Iterator[Stretch]:
    """The last `count` calendar months up to the one that `end` closes, oldest first."""
    for back in reversed(range(count)):
        index = end.year * YEAR + end.month - 1 - back
        start = date(index // YEAR, index % YEAR + 1, 1)
        after = date((index + 1) // YEAR, (index + 1) % YEAR + 1, 1)
        yield Stretch(start, date.fromordinal(after.toordinal() - 1))


def _at_rate(rate: Decimal) -> Wording:
    percent = f"{rate * 100:f}".rstrip("0").rstrip(".") or "0"
    return Wording(f"按{percent}%税率计算。", f"Taken at a rate of {percent} %.")


def _name(node: Call) -> Name:
    if len(node.arguments) != 1 or not isinstance(node.arguments[0], Name):
        raise ValueError(f"{node.function} takes one concept")
    return node.arguments[0]


def _end(occasion: Occasion) -> date:
    if occasion.period is None or occasion.period.year not in YEARS:
        raise NotJudged(Wording("期间未知。", "The period is not known."))
    return occasion.period


def _facts(name: Name, occasion: Occasion, stretch: Stretch) -> list[Sum]:
    currency = occasion.currency if occasion.columns else None
    return occasion.case.kept(facts_of).over(name.concept, stretch, entity=occasion.entity, currency=currency)


def _arguments(node: Call, occasion: Occasion, evaluate: Evaluate) -> Iterator[tuple[Sum, ...]]:
    """Choices of all arguments together; those that are not printed are left out while one of them is.   Raises NotJudged."""
    every: list[list[Sum]] = []
    refused: NotJudged | None = None
    for argument in node.arguments:
        try:
            every.append(evaluate(argument, occasion))
        except NotJudged as missing:
            refused = missing
    if refused is not None and not any(choice.figures for choices in every for choice in choices):
        raise refused
    return itertools.islice(itertools.product(*every), MAX_SUMS)


def _chosen(choice: tuple[Sum, ...], choose: Callable[..., Sum]) -> Sum:
    taken = choose(choice, key=lambda one: one.value)
    others = tuple(term for one in choice if one is not taken for term in one.figures)
    return replace(taken, basis=taken.basis + others)


def _a_year_before(name: Name, occasion: Occasion, evaluate: Evaluate) -> list[Sum]:
    if is_external(name):
        if occasion.stretch is None:
            raise NotJudged(Wording("期间未知。", "The period is not known."))
        earlier = Stretch(a_year_before(occasion.stretch.start), a_year_before(occasion.stretch.end))
        return _facts(name, occasion, earlier)
    kind, _ = source_of(name)
    if kind == "balance_sheet":
        return evaluate(Name(name.concept, "open"), occasion)
    before = a_year_before(_end(occasion))
    own = [column for column in occasion.case.columns_of_kind(kind, period=before) if column.span in WHOLE_YEAR]
    column = max(own, key=lambda column: (newest(column) == before, column.statement.complete, len(column.entries)), default=None)
    if column is None:
        said = label_of(name.concept)
        raise NotJudged(Wording(f"没有上年的“{said.zh}”。", f"There is no '{said.en}' of the year before."))
    return operand(column, name.concept)


def _month(name: Name, occasion: Occasion, number: int) -> Column:
    kind, _ = source_of(name)
    year = _end(occasion).year
    found = [
        column
        for column in occasion.case.columns_of_kind(kind)
        if column.span == "month" and column.period is not None and (column.period.year, column.period.month) == (year, number)
    ]
    if not found:
        raise NotJudged(Wording(f"没有{year}年{number}月的报表。", f"There is no statement of the month {year}-{number:02}."))
    return max(found, key=lambda column: (newest(column) == column.period, len(column.entries)))
