"""Adding up the lines of a total: the frontier rule, and the ways in which honest statements print one sum.

A child that is not printed is replaced by its own children; a concept is never added together with its descendant, nor an
of-which line beside its parent. A statement can be read in more than one way (an allowance already netted, a concept
printed on two lines, a line that no concept fits): each way is one `Sum`, the plainest first.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from extract.concepts import Child
from verify.column import Column, Entry
from verify.formulas.chart import chart, label_of
from verify.formulas.occasions import layouts
from verify.formulas.sum import MAX_SUMS, NotJudged, Sum, combined
from verify.formulas.unmapped import Unmapped, unmapped_lines
from verify.wording import Wording

#: Lines that may be netted already in the line above them.
_NETTED = frozenset({"allowance_doubtful", "accumulated_depreciation"})
#: Lines that UK micro formats print apart from the section they belong to.
_APART = frozenset({"prepayments", "accrued_liabilities", "deferred_income"})
#: Liabilities that Western papers print without brackets, so that a deferred tax asset looks like a provision.
_EITHER_SIGN = frozenset({"provisions", "deferred_tax_liabilities", "deferred_income"})
#: Without a line of money in from customers, operating cash flow is not shown by the direct method.
DIRECT_METHOD = ("cf_receipts_customers", "cf_other_operating_in", "cf_operating_in_total")
#: Judged by the function `indirect`, as a sum of its own.
_INDIRECT = "indirect"


def operand(column: Column, concept: str) -> list[Sum]:
    """The figure of `concept`, or what its lines add up to when it is not printed.

    Raises NotJudged when neither is printed and the statement is not complete; on a complete one it is zero.
    """
    entries = column.by_concept.get(concept)
    if entries:
        return choices(column, concept, entries)
    if chart()[concept].presentations:
        try:
            return additions(column, concept)
        except NotJudged:
            pass
    if column.statement.complete:
        return [Sum()]
    name = label_of(concept)
    raise NotJudged(
        Wording(
            f"报表未列示“{name.zh}”，且报表不完整。",
            f"'{name.en}' is not printed, and the statement is not printed in full.",
        )
    )


def additions(column: Column, concept: str, *, presentation: str | None = None) -> list[Sum]:
    """What the printed lines of a total add up to, in every presentation of it that is printed.

    presentation   only this one; None takes all but the indirect one
    Raises NotJudged when no line of it is printed.
    """
    found: list[Sum] = []
    for name, children in chart()[concept].presentations.items():
        if (name == _INDIRECT) if presentation is None else (name != presentation):
            continue
        needed = DIRECT_METHOD if name == "children" and concept == "cf_operating_net" else ()
        parts, printed = _parts(column, children)
        if printed and (not needed or any(column.has(one) for one in needed)):
            lines = unmapped_lines(column, concept, name)
            found += combined([*parts, *_unmapped_choices(lines)])
    if found:
        return found[:MAX_SUMS]
    name_of = label_of(concept)
    raise NotJudged(Wording(f"未列示“{name_of.zh}”的明细金额。", f"Not one amount of the lines of '{name_of.en}' is printed."))


def _parts(column: Column, children: tuple[Child, ...]) -> tuple[list[list[Sum]], bool]:
    """The choices for each child, and whether they say anything: some line with an amount that is not printed apart."""
    parts: list[list[Sum]] = []
    printed = False
    layout = layouts(column)
    summed_at = max((entry.position for child in children for entry in column.by_concept.get(child.id, ()) if _sums_up(entry)), default=-1)
    for child in children:
        entries = column.by_concept.get(child.id)
        if entries:
            found = [choice.times(Decimal(child.weight)) for choice in choices(column, child.id, entries)]
            if child.id in _NETTED and child.weight < 0:
                name = label_of(child.id)
                found.append(Sum(remark=Wording(f"按“{name.zh}”已从上一行扣除计算。", f"'{name.en}' is taken as already deducted above.")))
            if "uk" in layout and child.id in _APART:
                found.append(Sum(remark=_printed_apart(child.id)))
            else:
                printed = printed or any(entry.figure.value for entry in entries)
            if "cn" not in layout and all(entry.position < summed_at for entry in entries):
                found.append(Sum(remark=_detail(child.id)))
            if "cn" not in layout and child.id in _EITHER_SIGN and found[0].value:
                found.append(replace(found[0].times(Decimal(-1)), remark=_turned(child.id)))
        elif chart()[child.id].presentations:
            try:
                found = [choice.times(Decimal(child.weight)) for choice in additions(column, child.id)]
            except NotJudged:
                continue
            printed = True
        else:
            continue
        parts.append(found)
    return parts, printed


def _printed_apart(concept: str) -> Wording:
    name = label_of(concept)
    return Wording(f"“{name.zh}”在合计之外单独列示。", f"'{name.en}' is printed apart from the total.")


def _sums_up(entry: Entry) -> bool:
    """Whether a line says that it is the total of lines above it: "Total administrative expenses"."""
    return entry.line.label.strip().lower().startswith("total ")


def _detail(concept: str) -> Wording:
    name = label_of(concept)
    return Wording(f"“{name.zh}”视为其下合计行的明细。", f"'{name.en}' is taken as a part of the total printed below it.")


def _turned(concept: str) -> Wording:
    name = label_of(concept)
    return Wording(f"“{name.zh}”的正负号按相反方向读。", f"'{name.en}' is read with the other sign.")


def choices(column: Column, concept: str, entries: tuple[Entry, ...]) -> list[Sum]:
    """The readings of a concept that stands on several lines, or in two columns of one line.

    The same amount again is the same figure. A total, or two figures of one line, is one of them; other lines add up.
    """
    different = tuple({entry.figure.value: entry for entry in reversed(entries)}.values())[::-1]
    singles = [Sum((column.term(entry),)) for entry in different]
    name = label_of(concept)
    if len(different) == 1:
        return singles
    if chart()[concept].total:
        together = Wording(f"“{name.zh}”分多行列示，已相加。", f"'{name.en}' is printed on several lines, which are added up.")
        apart = len({entry.line.label for entry in different}) == len(different)
        return [*singles, Sum(tuple(column.term(entry) for entry in different), remark=together)] if apart else singles
    remark = Wording(f"“{name.zh}”列示多次，只取其一。", f"'{name.en}' is printed more than once; one of them is taken.")
    alone = [replace(single, remark=remark) for single in singles]
    if len({entry.position for entry in entries}) == 1:
        return [singles[-1], *alone[:-1]]
    return [Sum(tuple(column.term(entry) for entry in entries)), *alone]


def _unmapped_choices(lines: Unmapped) -> list[list[Sum]]:
    groups: list[list[Sum]] = []
    if lines.sure:
        with_them = Sum(lines.sure)
        without = Sum(
            remark=Wording("未归类的明细行视为其中项，不重复相加。", "Lines that fit no concept are taken as details of the line above.")
        )
        groups.append([with_them, without] if lines.may_be_details else [with_them])
    if lines.unsure:
        groups.append([Sum(unsure=lines.unsure)])
    return groups
