"""An opened document to its records: rows first, then the reader that its content asks for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from extract.banks import reader as banks
from extract.banks.exchange import reader as exchange
from extract.document import DocumentWarning, Opened
from extract.forms import reader as forms
from extract.invoices import reader as invoices
from extract.invoices.electronic import reader as electronic
from extract.invoices.electronic.compare import joined
from extract.kind import Kind, kind_of
from extract.money import UNKNOWN_CURRENCY
from extract.numerals import holds_amount, parse
from extract.page import Page
from extract.records import Other, PeriodFigure, Record, StatementLine
from extract.sections import sections_of
from extract.series import TEXT_LAYER_CONFIDENCE, FigureSeries
from extract.statements import further
from extract.statements import reader as statements
from extract.statements.tagged import reader as tagged
from extract.tables.days import with_days
from extract.tables.heads import mended
from extract.tables.lines import Row, rows_of_page, rows_of_sheet
from extract.tables.spread import halves
from extract.traditional import Printed

#: A second reader is tried on a document that the first one got nothing from, if it has at least this much evidence.
_SECOND_CHOICE = 0.15


def records_of(opened: Opened) -> tuple[tuple[Record, ...], tuple[DocumentWarning, ...]]:
    """Every record of a document and what its sender should know about it."""
    if opened.exchange is not None:
        found, odd = exchange.read(opened.exchange, FigureSeries(opened.sha256))
        return tuple(found), tuple(odd)
    if opened.facts:
        return _tagged(opened)
    if not opened.markups:
        return _printed(opened, 1)
    series = FigureSeries(opened.sha256)
    data, warnings = electronic.read(opened.sha256, opened.markups, series)
    if not (opened.pages or opened.sheets):
        return tuple(one.invoice for one in data), tuple(warnings)
    printed, remarks = _printed(opened, series.next_number)
    if not data:
        return printed, (*warnings, *remarks)
    records, differences = joined(data, printed, has_pages=bool(opened.pages))
    return tuple(records), (*warnings, *differences, *remarks)


def _tagged(opened: Opened) -> tuple[tuple[Record, ...], tuple[DocumentWarning, ...]]:
    """The records of a tagged report: what its page shows, held against the tags, or the tags alone where it has no page."""
    printed, remarks = _printed(opened, 1) if opened.sheets else ((), ())
    pages = [rows_of_sheet(sheet) for sheet in opened.sheets]
    last = max((int(figure.id.rpartition("-")[2]) for record in printed for figure in record.figures()), default=0)
    records, differences, answered = tagged.read(opened.sha256, opened.facts, pages, printed, last + 1)
    # Where the facts make records, that no reader knew the page by its words is nothing that its sender need mend.
    void = {"kind-unknown", "no-figures", "nothing-readable"}
    said = {(code, kind.replace("_", " ")) for code, kind in answered}
    left = [one for one in remarks if one.code not in void and not any(one.code == code and kind in one.text for code, kind in said)]
    return (tuple(records), (*differences, *left)) if records else (printed, remarks)


def _printed(opened: Opened, first: int) -> tuple[tuple[Record, ...], tuple[DocumentWarning, ...]]:
    """The records on the pages and sheets.   first: number of their first figure"""
    read = mended([rows for page in opened.pages for rows in _rows_of(page)]) + [rows_of_sheet(sheet) for sheet in opened.sheets]
    printed = Printed(read)
    pages = printed.pages
    rows = [row for page in pages for row in page]
    codes = {page.number: page.codes for page in opened.pages if page.codes}
    if not rows:
        text = "Nothing on it can be read. Send a sharper, well-lit picture of the paper, or the original file."
        text_zh = "文件上没有可以读取的内容。请发送清晰、光线充足的照片，或原始文件。"
        return (), (DocumentWarning("nothing-readable", text, text_zh=text_zh),)
    if not any(holds_amount(chunk.text) for row in rows for chunk in row.chunks):
        text = "It holds no figures. Send the statement, bank export or invoice itself."
        text_zh = "文件中没有金额。请发送财务报表、银行流水或发票本身。"
        return (), (DocumentWarning("no-figures", text, text_zh=text_zh),)
    sections = sections_of(pages)
    if not sections or sections[0].kind is None:
        decision = kind_of(pages)
        found, remarks, _ = _section(opened.sha256, pages, decision.kind, decision.evidence, FigureSeries(opened.sha256, first), codes)
        return printed.as_printed(found), remarks
    records: list[Record] = []
    warnings: list[DocumentWarning] = []
    for section in sections:
        series = FigureSeries(opened.sha256, first)
        found, remarks, first = _section(opened.sha256, section.pages, section.kind or "other", section.evidence, series, codes)
        records.extend(printed.as_printed(found))
        warnings.extend(remark for remark in remarks if remark not in warnings)
    return tuple(records), tuple(warnings)


def _rows_of(page: Page) -> Iterator[list[Row]]:
    """The rows of a page, or of each of two that one picture shows, numbered through."""
    number = 0
    for half in halves(page):
        rows = [replace(row, number=row.number + number) for row in with_days(rows_of_page(half))]
        number += len(rows)
        yield rows


def _section(
    sha256: str,
    pages: Sequence[Sequence[Row]],
    kind: Kind,
    evidence: Mapping[Kind, float],
    series: FigureSeries,
    codes: Mapping[int, Sequence[str]],
) -> tuple[tuple[Record, ...], tuple[DocumentWarning, ...], int]:
    """The records of one paper, what is odd about it, and the number of the next figure.

    kind       whose reader goes first; `evidence` decides who follows where that one reads nothing
    """
    first = series.next_number
    rows = [row for page in pages for row in page]
    left: tuple[DocumentWarning, ...] = ()
    for choice in sorted(evidence, key=lambda one: (one != kind, -evidence[one])):
        if choice != kind and evidence[choice] < _SECOND_CHOICE:
            continue
        series = FigureSeries(sha256, first)
        records, warnings = _read(choice, sha256, pages, rows, series, codes)
        if records:
            # A reader may number its figures by a series of its own that goes on from this one.
            last = max((int(figure.id.rpartition("-")[2]) for record in records for figure in record.figures()), default=0)
            return tuple(records), (*warnings, *left), max(series.next_number, last + 1)
        if choice == kind:  # what its own reader had to leave out stands, whoever reads the rest
            left = tuple(warnings)
    series = FigureSeries(sha256, first)
    other = _other(sha256, rows, series)
    text = "It is none of the papers that tieout knows (statement, invoice, tax return and the like): its figures are kept, not verified."
    text_zh = "文件不是 tieout 认识的材料（财务报表、银行流水、发票、纳税申报表等）：其中金额已保留，但未核验。"
    return (other,), (DocumentWarning("kind-unknown", text, text_zh=text_zh), *left), series.next_number


def _read(
    kind: Kind,
    sha256: str,
    pages: Sequence[Sequence[Row]],
    rows: Sequence[Row],
    series: FigureSeries,
    codes: Mapping[int, Sequence[str]],
) -> tuple[Sequence[Record], Sequence[DocumentWarning]]:
    if kind == "financial_statement":
        faces, remarks = statements.read(sha256, pages, series)
        more, further_remarks = further.read(sha256, pages, series, faces)
        return [*faces, *more], [*remarks, *further_remarks]
    if kind == "bank_statement":
        return banks.read(sha256, rows, series)
    if kind == "invoice":
        return invoices.read(sha256, rows, series, codes)
    if kind == "form":
        return forms.read(sha256, pages, series)
    return [], []


def _other(sha256: str, rows: Sequence[Row], series: FigureSeries) -> Other:
    """The labelled amounts of a paper that no reader knows."""
    lines = []
    for row in rows:
        label = " ".join(chunk.text for chunk in row.chunks if parse(chunk.text) is None)
        figures = []
        for chunk in row.chunks:
            numeral = parse(chunk.text)
            if numeral is None or numeral.nil:
                continue
            confidence = chunk.confidence if row.recognised else TEXT_LAYER_CONFIDENCE
            place = chunk.place(sha256, row.page)
            figure = series.figure(chunk.text, numeral, place, currency=UNKNOWN_CURRENCY, confidence=confidence, others=chunk.others)
            figures.append(PeriodFigure(None, "instant", figure))
        if figures:
            lines.append(StatementLine(label=label, concept=None, concept_confidence=0.0, page=row.page, figures=tuple(figures)))
    title = rows[0].text[:120] if rows else None
    return Other(title=title, currency=UNKNOWN_CURRENCY, lines=tuple(lines), page=rows[0].page if rows else None)
