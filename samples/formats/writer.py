"""What a writer is: one module, one data format in which a bank, a platform or a firm exports one kind of record."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from samples.case import AnyRecord
from samples.firms.firm import Language
from samples.papers.layout import Look
from samples.population.splits import Split
from samples.press.placed import Printed


@dataclass(frozen=True, slots=True, kw_only=True)
class Writer:
    """One way to export a record as data.

    name     stable: "en_mt940"; it is what a truth file carries
    suffix   of the file, with its point: ".csv"
    suits    whether it exports that record, for a borrower of that language
    write    the file, and every figure in it with its place:
             delimited text  path "line 3, column 5" (fields from 1)
             MT940           path ":61:[3]", the tag and which of its kind
             CAMT.053, OFX   path "/Document/BkToCstmrStmt/Stmt/Ntry[3]/Amt", elements without their namespace
             workbooks       cell "Sheet1!D12"
             Figures that the format has no place for are left out (row balances in MT940, CAMT.053 and OFX, the opening in OFX).
    """

    name: str
    split: Split
    suffix: str
    suits: Callable[[AnyRecord, Language], bool]
    write: Callable[[AnyRecord, Look], Printed]
