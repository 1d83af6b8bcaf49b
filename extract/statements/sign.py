"""Which sign a printed figure is stored with: positive on the normal side of its concept.

Western statements print what is taken off in brackets (creditors, costs, outflows), Chinese forms print it positive. The
convention is the statement's, not the line's: under brackets for costs, a tax line without brackets is a tax credit.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from extract.concepts import chart, normalise
from extract.numerals import Numeral
from extract.records import StatementKind

#: "Net current liabilities", "net liabilities", "loss for the year": the label itself says the figure is negative.
_NEGATIVE_LABEL = re.compile(
    r"^(?:net(?:current)?liabilities|(?:net)?loss(?:es)?(?:for|on|before|after|of|from)?.*|operatingloss|grossloss|shareholders'?deficit|totaldeficit"
    r"|accumulated(?:loss(?:es)?|deficit)|netdecreaseincash.*|亏损.*|净亏损)$"
)
#: Lines of a balance sheet that are only ever taken off the line above: a minus there is no negative amount.
_ALWAYS_DEDUCTED = frozenset({"accumulated_depreciation", "allowance_doubtful", "treasury_stock", "owner_drawings"})


def normally_deducted(kind: StatementKind, concept: str | None) -> bool:
    """Whether a Western statement may print this concept in brackets though its stored value is positive."""
    if concept is None or concept not in chart():
        return False
    entry = chart()[concept]
    if kind == "income_statement":
        return entry.balance == "debit"
    if kind == "cash_flow":
        return entry.balance == "outflow"
    return entry.section in {"current_liabilities", "noncurrent_liabilities", "liabilities"} or concept in _ALWAYS_DEDUCTED


def deductions_in_brackets(kind: StatementKind, lines: Iterable[tuple[str | None, Numeral]]) -> bool:
    """Whether this statement prints its deductions negative: most of those that are not zero are."""
    negative = positive = 0
    for concept, numeral in lines:
        if normally_deducted(kind, concept) and numeral.value:
            negative += numeral.value < 0
            positive += numeral.value > 0
    return negative > positive


def label_is_negative(label: str) -> bool:
    return _NEGATIVE_LABEL.match(normalise(label).replace("’", "'")) is not None


def negated(kind: StatementKind, concept: str | None, label: str, numeral: Numeral, *, brackets: bool) -> bool:
    """Whether the stored value has the opposite sign of the print.

    brackets   the statement prints its deductions negative
    """
    deducted = normally_deducted(kind, concept)
    if kind == "balance_sheet":
        # Line by line: creditors due within a year are often printed plain where those due later stand in brackets. A minus
        # without brackets on a Chinese form (应交税费 carried forward) is a true minus.
        if concept in _ALWAYS_DEDUCTED and numeral.value < 0:
            return True
        if deducted and numeral.value < 0 and (numeral.bracketed or (brackets and not re.search(r"[一-鿿]", label))):
            return True
    elif deducted and brackets:
        return True
    elif deducted and kind == "income_statement" and numeral.bracketed and numeral.value < 0 and concept != "income_tax":
        # Costs printed plain and one of them in brackets: interest is taken off below the line, it is no income. Tax may be one.
        return True
    return concept is not None and numeral.value > 0 and not numeral.bracketed and label_is_negative(label)
