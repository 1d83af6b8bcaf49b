"""Which sign a printed figure is stored with: positive on the normal side of its concept.

Western statements print what is taken off in brackets (creditors, costs, outflows), Chinese forms print it positive. The
convention is the statement's, not the line's: under brackets for costs, a tax line without brackets is a tax credit.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Convention:
    """How a statement prints what is taken off.

    brackets   most of its deductions are negative
    plain      sections of the balance sheet whose lines, two at least, are mostly printed without a minus: one that has a minus means it
    """

    brackets: bool = False
    plain: frozenset[str] = frozenset()


def convention_of(kind: StatementKind, lines: Iterable[tuple[str | None, Numeral]]) -> Convention:
    """The convention that most figures of a statement follow."""
    signs: Counter[tuple[str, bool]] = Counter()
    negative = positive = 0
    for concept, numeral in lines:
        if concept is None or not normally_deducted(kind, concept) or not numeral.value:
            continue
        negative += numeral.value < 0
        positive += numeral.value > 0
        if not chart()[concept].total:
            signs[chart()[concept].section, numeral.value < 0] += 1
    plain = {section for (section, minus), count in signs.items() if not minus and count >= 2 and count > signs[section, True]}
    return Convention(negative > positive, frozenset(plain))


def label_is_negative(label: str) -> bool:
    return _NEGATIVE_LABEL.match(normalise(label).replace("’", "'")) is not None


def negated(
    kind: StatementKind, concept: str | None, label: str, numeral: Numeral, *, brackets: bool, convention: Convention | None = None
) -> bool:
    """Whether the stored value has the opposite sign of the print.

    brackets     the statement prints its deductions negative
    convention   more of how it prints them, where it is known
    """
    deducted = normally_deducted(kind, concept)
    chinese = re.search(r"[一-鿿]", label) is not None
    if kind == "balance_sheet":
        # Line by line: creditors due within a year are often printed plain where those due later stand in brackets. A minus
        # on a Chinese form (应交税费 carried forward), or among lines of its section that have none, is a true minus.
        if concept in _ALWAYS_DEDUCTED and numeral.value < 0:
            return True
        if deducted and numeral.value < 0 and concept is not None:
            among_plain = convention is not None and chart()[concept].section in convention.plain and not chart()[concept].total
            if not among_plain and (brackets if chinese else numeral.bracketed or brackets):
                return not (chinese and not numeral.bracketed)
    elif deducted and brackets:
        return True
    elif deducted and kind == "income_statement" and numeral.bracketed and numeral.value < 0 and concept != "income_tax" and not chinese:
        # Costs printed plain and one of them in brackets: interest is taken off below the line, it is no income. Tax may be one.
        return True
    return concept is not None and numeral.value > 0 and not numeral.bracketed and label_is_negative(label)
