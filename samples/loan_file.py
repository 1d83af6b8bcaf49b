"""What one borrower hands in: documents made from the firm's books, honest until a tamper changes them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from random import Random
from typing import Literal

from samples.company import Firm
from samples.ledger import Books, Deal
from samples.papers import balance_sheet, bank_statement, cash_flow, income_statement, invoice
from samples.papers.paper import Entry, Paper
from samples.press import delimited, pdf, scan, xlsx
from samples.press.placed import Printed
from samples.streams import stream
from samples.trading import YEARS, pick

Press = Literal["pdf", "scan", "csv", "xlsx"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Handed:
    """One document.   name: as the borrower named it, below the folder of the loan file   seal: the firm's seal is on it"""

    name: str
    paper: Paper
    press: Press
    seal: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Planted:
    """One figure that a tamper changed.   old, new: main units, positive on the normal side   must_break: ties that can no longer hold"""

    kind: str
    document: str
    label: str
    concept: str | None
    period: date
    span: str
    field: str
    item: int | None
    old: Decimal
    new: Decimal
    must_break: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """One figure to change: which (as on its Entry), by how much, and the ties that must then break."""

    by: Decimal
    period: date
    concept: str | None = None
    field: str = ""
    item: int | None = None
    span: str | None = None
    must_break: tuple[str, ...] = ()

    def meets(self, entry: Entry) -> bool:
        same = (entry.concept, entry.period, entry.field, entry.item) == (self.concept, self.period, self.field, self.item)
        return same and self.span in {None, entry.span}


@dataclass(frozen=True, slots=True, kw_only=True)
class LoanFile:
    """All documents of one applicant, and what was planted in them."""

    firm: Firm
    documents: tuple[Handed, ...]
    planted: tuple[Planted, ...] = ()

    def document(self, record: str, *, press: str | None = None) -> Handed:
        """The first document of that record kind, and of that press when one is named."""
        return next(handed for handed in self.documents if handed.paper.record == record and press in {None, handed.press})

    def altered(self, kind: str, name: str, edits: Sequence[Edit]) -> LoanFile:
        """The same file with `edits` made in the document `name`; an edit of a figure that the document lacks is left out."""
        planted: list[Planted] = []

        def change(entry: Entry) -> Entry:
            for edit in edits:
                if edit.meets(entry):
                    new = reprinted(entry, entry.value + edit.by)
                    planted.append(
                        Planted(
                            kind=kind,
                            document=name,
                            label=entry.label,
                            concept=entry.concept,
                            period=entry.period,
                            span=entry.span,
                            field=entry.field,
                            item=entry.item,
                            old=entry.value,
                            new=new.value,
                            must_break=edit.must_break,
                        )
                    )
                    return new
            return entry

        documents = tuple(
            replace(handed, paper=handed.paper.changed(change)) if handed.name == name else handed for handed in self.documents
        )
        return replace(self, documents=documents, planted=(*self.planted, *planted))


def reprinted(entry: Entry, value: Decimal) -> Entry:
    """`entry` with another value, printed as it was: its currency sign, brackets and decimals kept.

    Raises ValueError when the sign would change, for a forger keeps his figures on their side.
    """
    if not entry.value or (value < 0) != (entry.value < 0):
        raise ValueError(f"{entry.label}: {entry.value} cannot become {value}")
    old = f"{abs(entry.value):,f}"
    assert old in entry.printed
    return replace(entry, value=value, printed=entry.printed.replace(old, f"{abs(value):,f}"))


def honest(firm: Firm, books: Books) -> LoanFile:
    """The papers of `firm` for the last of its years, as its books have them."""
    year = YEARS[-1]
    chosen = stream(firm.seed, firm.language, "handing in")
    scanned = chosen.choice(("balance_sheet", "income_statement", "cash_flow"))
    zh = firm.language == "zh"
    statements = (
        (f"资产负债表{year}.pdf" if zh else f"Balance sheet {year}.pdf", _draw(firm, books, year, "balance_sheet")),
        (f"利润表{year}.pdf" if zh else f"Profit and loss {year}.pdf", _draw(firm, books, year, "income_statement")),
        (f"现金流量表{year}.pdf" if zh else f"Cash flow {year}.pdf", _draw(firm, books, year, "cash_flow")),
    )
    documents = [
        Handed(name=name, paper=paper, press="scan" if paper.record == scanned else "pdf", seal=zh and paper.record == scanned)
        for name, paper in statements
    ]
    last_year = f"资产负债表{year - 1}.pdf" if zh else f"Balance sheet {year - 1}.pdf"
    documents.append(Handed(name=last_year, paper=_draw(firm, books, year - 1, "balance_sheet"), press="pdf"))
    documents += _bank(firm, books, year)
    for deal in _shown(books, year, stream(firm.seed, firm.language, "invoices")):
        paper = invoice.chinese(firm, deal) if zh else invoice.english(firm, deal)
        folder = "发票" if zh else "Invoices"
        documents.append(Handed(name=f"{folder}/{deal.number}.pdf", paper=paper, press="pdf"))
    return LoanFile(firm=firm, documents=tuple(documents))


def _draw(firm: Firm, books: Books, year: int, record: str) -> Paper:
    makers = {"balance_sheet": balance_sheet, "income_statement": income_statement, "cash_flow": cash_flow}
    maker = makers[record]
    paper: Paper = maker.chinese(firm, books, year) if firm.language == "zh" else maker.english(firm, books, year)
    return paper


def _bank(firm: Firm, books: Books, year: int) -> list[Handed]:
    """Three quarters as an export, the last one as the bank prints it."""
    first, middle, last = date(year, 1, 1), date(year, 10, 1), date(year, 12, 31)
    until = date(year, 9, 30)
    if firm.language == "zh":
        return [
            Handed(name=f"银行流水{year}年1-9月.csv", paper=bank_statement.chinese(firm, books, first, until), press="csv"),
            Handed(name=f"银行对账单{year}年10-12月.pdf", paper=bank_statement.chinese(firm, books, middle, last), press="pdf"),
        ]
    return [
        Handed(name=f"Bank Jan-Sep {year}.xlsx", paper=bank_statement.english(firm, books, first, until), press="xlsx"),
        Handed(name=f"Bank statement Oct-Dec {year}.pdf", paper=bank_statement.english(firm, books, middle, last), press="pdf"),
    ]


def _shown(books: Books, year: int, source: Random) -> list[Deal]:
    """Two sales and a purchase of the year whose money went through the account in it."""
    settled = [deal for deal in books.deals if deal.day.year == year and deal.paid]
    sales = pick(source, [deal for deal in settled if deal.kind == "sale"], 2)
    return [*sales, *pick(source, [deal for deal in settled if deal.kind == "purchase"], 1)]


def printed(firm: Firm, handed: Handed) -> Printed:
    """`handed` as the bytes of its file, with the place of each figure.   Raises WronglyCalled when a font is missing."""
    if handed.press == "csv":
        return delimited.write(handed.paper)
    if handed.press == "xlsx":
        return xlsx.write(handed.paper)
    drawn = pdf.draw(handed.paper)
    if handed.press == "pdf":
        return drawn
    source = stream(firm.seed, firm.language, "scanner", handed.paper.record)
    how = scan.scanner(source)
    if not handed.seal:
        return scan.scan(drawn, how)
    # Over the last figures of the statement, where the seal belongs by custom.
    lowest = max((figure.box for figure in drawn.figures if figure.box), key=lambda box: box.bottom)
    at = (lowest.centre - source.randint(20, 70), lowest.bottom - source.randint(10, 60))
    return scan.scan(drawn, how, seal=firm.name, seal_at=at)
