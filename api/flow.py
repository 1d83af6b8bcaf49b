"""From paths to a case in JSON: the one sentence that joins reading and judging, for the command line and the service alike."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from api import wire
from api.legible import legible
from api.report.originals import Original, Originals
from extract.document import Document
from extract.loan_file import LoanFile, Source

OnDocument = Callable[[Document, int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """A verified loan file.   case: the JSON of `tieout verify`   originals: the papers, for the pictures of the report"""

    case: dict[str, Any]
    originals: Originals


def verify_paths(
    paths: Sequence[Path],
    *,
    name: str | None = None,
    passwords: Mapping[str, str] | None = None,
    industry: str | None = None,
    on_document: OnDocument | None = None,
    on_waiting: Callable[[int], None] | None = None,
) -> Outcome:
    """Reads the loan file under `paths` and judges it.

    name         of the case; None takes the folder's
    industry     of the borrower: ratios are held against what is usual there; None judges none of these
    on_document  called as each document is done, with how many are done and how many there are
    on_waiting   called when all documents with text are done, with the number of scans that remain

    Raises WronglyCalled for a path that is not there or holds nothing.
    """
    from extract.flow import read_loan_file

    loan_file = read_loan_file(paths, passwords=passwords, on_document=on_document, on_waiting=on_waiting)
    return Outcome(case=judge(name or loan_file.name, loan_file.documents, industry=industry), originals=originals(loan_file, passwords))


def judge(name: str, documents: Sequence[Document], *, industry: str | None = None) -> dict[str, Any]:
    """The JSON of a case with these documents: of all of them, or of those that were read so far."""
    from verify.case import Case
    from verify.flow import verify

    return wire.judgement(verify(Case(name=name, documents=tuple(documents), industry=industry)))


def originals(loan_file: LoanFile, passwords: Mapping[str, str] | None = None) -> Originals:
    """The papers of a loan file, for the report."""
    return {sha256: _original(source, passwords or {}) for sha256, source in loan_file.sources.items()}


def _original(source: Source, passwords: Mapping[str, str]) -> Original:
    return Original(name=legible(source.name), load=source.load, password=passwords.get(source.name))
