"""How a reading is scored against the truth: right, wrong, doubtful or missing, figure by figure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from extract.concepts import normalise

Outcome = Literal["right", "wrong", "doubtful", "missing"]
OUTCOMES: tuple[Outcome, ...] = ("right", "wrong", "doubtful", "missing")
#: A label that a page wraps, or that stands under a heading ("Creditors: amounts falling due …"), is met in part; less than this is chance.
_PART_OF_LABEL = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """One figure that is printed in a document.

    kind            statement or record type it belongs to; "" where the truth does not say
    label           of its line, as printed; "" for a total without a caption, or where the truth knows only the concept
    field           of an invoice or bank statement, which figure it is ("total", "balance"); None on a statement
    period          last day of its column, or the day of its transaction; None where neither is known
    span            how much time the column covers, None where the truth does not say
    value           main unit, positive on the normal side of its concept; None where the truth states only the print
    printed_value   main unit, with the sign of the print: brackets are negative
    inked           a seal or a signature lies over it
    """

    kind: str
    label: str
    period: date | None
    value: Decimal | None
    printed_value: Decimal
    concept: str | None = None
    field: str | None = None
    span: str | None = None
    inked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One figure as a reader gives it; the fields are those of Expected.

    kind         "" of a reader that tells no statements apart
    confidence   that the value is right, as the reader says; None of one that says nothing
    """

    kind: str
    label: str
    period: date | None
    value: Decimal
    printed_value: Decimal
    concept: str | None = None
    field: str | None = None
    span: str | None = None
    doubtful: bool = False
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Scored:
    """An expected figure and what became of it.   got: the figure that was taken for it; None when missing"""

    expected: Expected
    outcome: Outcome
    got: Found | None


def score(expected: Sequence[Expected], found: Sequence[Found]) -> list[Scored]:
    """Each expected figure with its outcome, in the order given. A found figure answers for one expected figure only.

    right     a figure of the same line and period with the same value
    wrong     a figure of that line and period exists, with another value
    doubtful  the figure taken for it is marked doubtful, whatever it says: a person looks at it
    missing   no figure of that line and period
    """
    free = set(range(len(found)))
    outcome: dict[int, Scored] = {}
    for test in (_same_label_and_value, _same_line_and_value, _same_label, _same_line):
        for number, wanted in enumerate(expected):
            if number in outcome:
                continue
            taken = next((index for index in sorted(free) if test(wanted, found[index])), None)
            if taken is None:
                continue
            free.discard(taken)
            outcome[number] = Scored(wanted, _outcome(wanted, found[taken]), found[taken])
    return [outcome.get(number, Scored(wanted, "missing", None)) for number, wanted in enumerate(expected)]


def misses(scored: Sequence[Scored]) -> Iterator[Scored]:
    """What was not read right."""
    return (one for one in scored if one.outcome != "right")


def same_value(expected: Expected, found: Found) -> bool:
    """Whether both say the same amount, to the last digit.

    A reader that knows the concept states the value on its normal side, and is held to that. One that does not, or a truth that
    states only the print, is compared by the sign of the print.
    """
    if expected.value is not None and found.concept is not None:
        return found.value == expected.value
    return found.printed_value == expected.printed_value


def _outcome(expected: Expected, found: Found) -> Outcome:
    if found.doubtful:
        return "doubtful"
    return "right" if same_value(expected, found) else "wrong"


def _same_column(expected: Expected, found: Found) -> bool:
    if expected.kind and found.kind and expected.kind != found.kind:
        return False
    if expected.span and found.span and _whole_year(expected.span) != _whole_year(found.span):
        return False
    return expected.period is None or found.period == expected.period


def _whole_year(span: str) -> str:
    """A column "this year to date" is the year once it ends in December; its last day, compared beside it, tells when it does not."""
    return "year" if span == "year_to_date" else span


def _same_label(expected: Expected, found: Found) -> bool:
    if not _same_column(expected, found):
        return False
    if expected.field is not None or found.field is not None:
        return expected.field == found.field
    return bool(expected.label) and normalise(expected.label) == normalise(found.label)


def _same_line(expected: Expected, found: Found) -> bool:
    if not _same_column(expected, found) or expected.field is not None or found.field is not None:
        return False
    if expected.concept is not None and expected.concept == found.concept:
        return True
    return bool(expected.label) and _part_of(normalise(expected.label), normalise(found.label))


def _same_line_and_value(expected: Expected, found: Found) -> bool:
    """As above; a total without a caption is known by where it stands, so there its period and value decide."""
    if not same_value(expected, found):
        return False
    unnamed = not expected.label and expected.field is None and found.field is None and not found.label
    return _same_line(expected, found) or (unnamed and _same_column(expected, found))


def _same_label_and_value(expected: Expected, found: Found) -> bool:
    return same_value(expected, found) and _same_label(expected, found)


def _part_of(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return len(short) >= _PART_OF_LABEL and (long.startswith(short) or long.endswith(short))
