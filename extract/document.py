"""One file of a loan file, after reading."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from extract.page import Exchange, Fact, Markup, Page, Sheet
from extract.records import Record

Status = Literal["read", "partly_read", "refused"]

#: Warnings with these codes are remarks: nothing of the document was left unread because of them.
REMARKS = frozenset(
    {
        "balance-chain-broken",
        "balance-missing",
        "balance-of-another-day",
        "blank-page",
        "capital-numerals-differ",
        "columns-left-out",
        "control-total-differs",
        "currencies-differ",
        "currency-missing",
        "attachments-left-out",
        "duplicate-document",
        "duplicate-page",
        "form-columns-doubtful",
        "list-columns-guessed",
        "list-not-verified",
        "form-sum-differs",
        "electronic-invoice-differs",
        "electronic-page-not-compared",
        "duplicate-movement",
        "encoding-misstated",
        "hidden-cells",
        "hidden-text",
        "kind-unknown",
        "mail-letter-left-out",
        "name-and-content-differ",
        "pending-movements-left-out",
        "periods-unclear",
        "qr-code-differs",
        "scale-doubtful",
        "scale-missing",
        "second-reader-missing",
        "statement-unproved",
        "tagged-fact-differs",
        "text-cut-by-edge",
        "taxonomy-left-out",
        "text-layer-differs",
        "text-outside-page",
        "void-movements-left-out",
    }
)


@dataclass(frozen=True, slots=True)
class DocumentWarning:
    """Something odd in a document that its sender or a reviewer should know.

    code     stable, lower-case words joined by hyphens
    text     one sentence: what, where, what to do
    page     from 1; None when it concerns the whole document
    text_zh  the same in Chinese
    """

    code: str
    text: str
    page: int | None = None
    text_zh: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A document whose container was opened: what the contained child hands back.

    pages       of paper, in order; pages without a text layer have no words until they are recognised
    page_count  pages of the file; more than len(pages) when a limit cut it short
    sheets      of a workbook or delimited file
    exchange    of a bank's exchange file
    markups     XML: the document itself, or files embedded in it
    facts       tagged facts of an XBRL or inline XBRL report
    """

    name: str
    sha256: str
    media_type: str
    page_count: int
    pages: tuple[Page, ...] = ()
    sheets: tuple[Sheet, ...] = ()
    exchange: Exchange | None = None
    markups: tuple[Markup, ...] = ()
    facts: tuple[Fact, ...] = ()
    warnings: tuple[DocumentWarning, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One file of a loan file, read.   name: relative to the loan file, with forward slashes"""

    name: str
    sha256: str
    media_type: str
    pages: int
    status: Status
    records: tuple[Record, ...] = ()
    warnings: tuple[DocumentWarning, ...] = ()


def status_of(records: Sequence[Record], warnings: Sequence[DocumentWarning]) -> Status:
    """The one place where a status is decided: never "read" while anything was left unread."""
    losses = [warning for warning in warnings if warning.code not in REMARKS]
    if not losses:
        return "read"
    return "partly_read" if records else "refused"
