"""Where a formula takes a concept from."""

from __future__ import annotations

from typing import cast

from extract.records import StatementKind
from verify.formulas.chart import chart
from verify.formulas.expression import Name

#: Kind of statement, and suffix (None for the period itself).
Source = tuple[StatementKind, str | None]
#: Stands for every concept printed in both documents.
EACH_LINE = "each_line"
#: Statements that a formula takes from the loan file when they are there, and does without when not.
OPTIONAL_KINDS: frozenset[StatementKind] = frozenset({"equity_changes", "notes"})


def is_external(name: Name) -> bool:
    """Whether the concept is stated by papers beside the statements: returns, bank statements, invoices, bills."""
    return name.concept in chart() and chart()[name.concept].statement == "external"


def is_of_statement(name: Name) -> bool:
    """Whether the concept stands on a financial statement; parameters such as a tax rate do not."""
    return name.concept in chart() and not is_external(name)


def source_of(name: Name) -> Source:
    """Raises KeyError for a name that is no concept."""
    return (cast("StatementKind", chart()[name.concept].statement), name.at)
