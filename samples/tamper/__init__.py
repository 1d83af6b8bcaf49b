"""Kinds of fabrication, one in a file; each changes printed figures only and states what it changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from random import Random

from samples.loan_file import LoanFile
from samples.tamper import bank_line, cash, inventory, prior_year, revenue

Tamper = Callable[[LoanFile, Random], LoanFile]

#: Kind -> what applies it.
KINDS: Mapping[str, Tamper] = {
    "bank_line": bank_line.apply,
    "cash": cash.apply,
    "inventory": inventory.apply,
    "prior_year": prior_year.apply,
    "revenue": revenue.apply,
}
#: Two kinds that change the same figures do not go together.
APART = frozenset({frozenset({"cash", "inventory"})})
