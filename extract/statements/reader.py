"""Rows to financial statements.

A region under a title becomes one statement: heading (entity, date, unit), period columns, lines with their concepts and
signs. The fixed Chinese forms, two-sided sheets, note columns and inner and outer columns are all read by the same steps.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from extract.concepts import chart
from extract.document import DocumentWarning
from extract.money import UNKNOWN_CURRENCY
from extract.numerals import Numeral, parse
from extract.records import FinancialStatement, PeriodFigure, StatementKind, StatementLine
from extract.series import TEXT_LAYER_CONFIDENCE, FigureSeries
from extract.statements import header as heading
from extract.statements import period
from extract.statements.body import PrintedLine, joined_labels, printed_lines
from extract.statements.caption import captions_in, is_label_caption
from extract.statements.columns import halves_of
from extract.statements.evidence import signs_by_arithmetic
from extract.statements.header import ColumnHeader
from extract.statements.heads import column_headers
from extract.statements.label import by_table, in_uk_format, section_of
from extract.statements.labelled import Labelled, labelled_lines
from extract.statements.sign import convention_of, negated, normally_deducted
from extract.statements.sums import weighed
from extract.statements.title import Region, regions
from extract.statements.unit import Unit, unit_of, unit_of_signs, units_of_columns
from extract.tables.lines import Chunk, Row

_STATEMENTS: dict[StatementKind, tuple[str, str]] = {
    "balance_sheet": ("balance sheet", "资产负债表"),
    "income_statement": ("income statement", "利润表"),
    "cash_flow": ("cash flow statement", "现金流量表"),
    "equity_changes": ("statement of changes in equity", "所有者权益变动表"),
    "notes": ("notes", "附注"),
}
#: A figure whose marks stand where no printer sets them has lost digits more often than not.
_MALFORMED = 0.3
#: "- 3 -", "Page 1 of 2": what a program prints at the edge of each page.
_PAGE_MARK = re.compile(r"[-–—]\s*\d{1,3}\s*[-–—]|page\s*\d{1,3}(?:\s*(?:of|/)\s*\d{1,3})?|第\s*\d{1,3}\s*页.{0,12}", re.IGNORECASE)
#: A line of words that is read less surely than this may be another one.
_UNIT_UNSURE = 0.8
#: Letter heights of nothing above what a program prints at the foot of a page.
_FOOT = 6.0
#: How far below a title the column headers may stand.
_HEADER_ROWS = 14


@dataclass(frozen=True, slots=True)
class _Surroundings:
    """What the rest of the document says.   date: the period end that its first pages name"""

    date: date | None
    entity: str | None
    pages: Sequence[Sequence[Row]]


def recognises(pages: Sequence[Sequence[Row]]) -> float:
    """Evidence, 0 to 1, that the document holds a financial statement."""
    found = regions(pages)
    if any(region.titled for region in found):
        return 0.95
    return 0.6 if found else 0.0


def read(sha256: str, pages: Sequence[Sequence[Row]], series: FigureSeries) -> tuple[list[FinancialStatement], list[DocumentWarning]]:
    """Every financial statement of a document.

    pages   rows of each page or sheet, in order
    """
    pages = [[heading.with_whole_dates(row) for row in rows if not _PAGE_MARK.fullmatch(row.text.strip())] for rows in pages]
    statements: list[FinancialStatement] = []
    warnings: list[DocumentWarning] = []
    document_date = _document_date(pages)
    entity = heading.entity_of([row for rows in pages[:3] for row in rows])
    for region in regions(pages):
        statement, remarks = _statement(sha256, region, series, _Surroundings(document_date, entity, pages))
        warnings.extend(remarks)
        if statement is not None:
            statements.append(statement)
    return statements, warnings


def _document_date(pages: Sequence[Sequence[Row]]) -> date | None:
    """The period end that the first pages name ("for the year ended 31 October 2017")."""
    for rows in pages[:4]:
        for row in rows:
            if re.search(r"\b(?:year|period) end(?:ed|ing)\b", row.text, re.IGNORECASE) and len(row.text) < 120:
                found = period.statement_date([row])
                if found is not None:
                    return found
    return None


def _statement(
    sha256: str, region: Region, series: FigureSeries, around: _Surroundings
) -> tuple[FinancialStatement | None, list[DocumentWarning]]:
    rows = list(region.rows)
    page = rows[0].page
    top = _heading_rows(region)
    end = period.statement_date(top[region.title :]) or period.statement_date(top) or around.date
    span = period.heading_span(top, region.kind, end)
    headers, below = column_headers(rows[region.title : len(top) + _HEADER_ROWS], region.kind, end, span)
    below += region.title if headers else 0
    headers = heading.with_exact_days(headers, around.pages)
    headers = heading.at_year_end(headers, region.kind, around.pages)
    unit = _unit(region, rows[: max(below, len(top)) + 1], around.pages)
    own_units = units_of_columns(rows[region.title : below], [header.box for header in headers])
    headers = [replace(header, unit=own) for header, own in zip(headers, own_units, strict=True)]
    header_row = rows[below - 1] if below else None
    caption_row = _caption_row(rows[:below]) or header_row
    labelled: list[Labelled] = []
    body = rows[below:] if below else rows[len(top) :]
    parts = halves_of(region.kind, body, headers, caption_row, end, span)
    headers = [header for half in parts for header in half.headers]
    first = 0
    for half in parts:
        lines = _until_prose(region.kind, joined_labels(region.kind, printed_lines(half.rows, half.headers, half.caption)))
        labelled.extend(labelled_lines(region.kind, [_with_headers(line, first) for line in lines]))
        first += len(half.headers)
    labelled = weighed(region.kind, labelled)
    used = {group for item in labelled for group, _, _ in item.line.amounts}
    left_out = any(header.role == "other" for header in headers)
    warnings = _heading_warnings(region.kind, page, unit, [headers[group] for group in sorted(used)], left_out=left_out)
    built = _built(sha256, region.kind, labelled, headers, unit, series)
    if not built:
        return None, []
    periods = tuple(sorted({column.period for line in built for column in line.figures if column.period is not None}, reverse=True))
    return (
        FinancialStatement(
            statement=region.kind,
            entity=heading.entity_of(top) or around.entity,
            currency=unit.currency,
            scale=unit.scale,
            scale_place=unit.chunk.place(sha256, unit.row.page) if unit.chunk is not None and unit.row is not None else None,
            scale_confidence=unit.confidence,
            periods=periods,
            lines=tuple(built),
            page=page,
            complete=_complete(region.kind, built),
            form=_form(built, labelled),
        ),
        warnings,
    )


def _with_headers(line: PrintedLine, first: int) -> PrintedLine:
    """Period indexes of one half as indexes among the headers of the whole statement, of which the half's begin at `first`."""
    return replace(line, amounts=tuple((first + group, chunk, numeral) for group, chunk, numeral in line.amounts))


def _unit(region: Region, heading_rows: Sequence[Row], pages: Sequence[Sequence[Row]]) -> Unit:
    """The unit of a statement: in its heading, at its foot, above it on its page, in the signs before its figures, or on another page.

    What another page says counts only where no page says something else.
    """
    foot = [row for row in region.rows if row not in heading_rows and not any(parse(chunk.text) is not None for chunk in row.chunks)]
    page = next((rows for rows in pages if region.rows[0] in rows), ())
    above = page[: page.index(region.rows[0])] if region.rows[0] in page else ()
    for rows in (heading_rows, foot, above):
        if (unit := unit_of(rows)).stated:
            return unit
    elsewhere = [unit for rows in pages if (unit := unit_of(rows[:_HEADER_ROWS])).stated]
    signs = unit_of_signs(region.rows)
    if len({(unit.currency, unit.scale) for unit in elsewhere}) == 1:
        return elsewhere[0]
    return signs


def _heading_rows(region: Region) -> list[Row]:
    """The rows above the first line below the title that carries a known label or opens a section."""
    for index, row in enumerate(region.rows[region.title + 1 :], region.title + 1):
        if any(_known(region.kind, chunk.text) for chunk in row.chunks):
            return list(region.rows[:index])
    return list(region.rows[: region.title + _HEADER_ROWS])


def _known(kind: StatementKind, text: str) -> bool:
    return by_table(kind, text) is not None or section_of(kind, text) is not None


def _caption_row(rows: Sequence[Row]) -> Row | None:
    """What captions the labels, and the notes or line numbers, as one row: they may stand on different lines of the head."""
    labels = next((row for row in reversed(rows) if any(is_label_caption(chunk.text) for chunk in row.chunks)), None)
    notes = next((row for row in reversed(rows) if any(says.note for chunk in row.chunks for _, says in captions_in(chunk))), None)
    if labels is None or notes is None or labels is notes:
        return labels or notes
    chunks = [part for chunk in notes.chunks for part, says in captions_in(chunk) if says.note]
    return replace(labels, chunks=tuple(sorted([*labels.chunks, *chunks], key=lambda chunk: chunk.box.x0)))


def _until_prose(kind: StatementKind, lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """Drop what stands below the statement: signatures, directors' declarations, page numbers."""
    last = -1
    known = 0
    for index, line in enumerate(lines):
        if line.heading and len(line.label) > 90 and known >= 3:
            break
        if line.amounts and not re.match(r"^(?:page|company (?:registration )?n|registered n)", line.label, re.IGNORECASE):
            known += by_table(kind, line.label) is not None
            last = index
    while last > 0 and _page_number(kind, lines[:last], lines[last]):
        last -= 1
    return [line for line in lines[: last + 1] if line.amounts or not re.fullmatch(r"(?:page\s*)?-?\s*\d{0,3}\s*-?", line.label, re.I)]


def _page_number(kind: StatementKind, above: Sequence[PrintedLine], line: PrintedLine) -> bool:
    """A small whole number without a label, well below the last line or under no other figure; or behind words at the foot of the page."""
    if len(line.amounts) != 1 or line.row.page is None:
        return False
    _, chunk, numeral = line.amounts[0]
    small = numeral.step == 1 and 0 < numeral.value < 1000 and not numeral.bracketed
    edges = [other.box.x1 for item in above for _, other, _ in item.amounts]
    gap = (line.row.box.top - above[-1].row.box.bottom) / line.row.box.height
    if line.label:
        return small and gap > _FOOT and by_table(kind, line.label) is None
    far = gap > 1.5
    return small and (far or all(abs(edge - chunk.box.x1) > chunk.box.height for edge in edges))


def _built(
    sha256: str, kind: StatementKind, labelled: Sequence[Labelled], headers: Sequence[ColumnHeader], unit: Unit, series: FigureSeries
) -> list[StatementLine]:
    convention = convention_of(kind, [(item.match.concept, numeral) for item in labelled for _, _, numeral in item.line.amounts])
    proven = signs_by_arithmetic(kind, labelled)
    built = []
    for index, item in enumerate(labelled):
        figures = []
        flipped = False
        for group, chunk, numeral in item.line.amounts:
            flip = negated(kind, item.match.concept, item.label, numeral, brackets=convention.brackets, convention=convention)
            if index in proven and normally_deducted(kind, item.match.concept) and not re.search(r"[一-鿿]", item.label):
                flip = proven[index]
            flipped = flipped or flip
            column = headers[group]
            of_column = column.unit or unit
            figure = series.figure(
                chunk.text,
                numeral,
                chunk.place(sha256, item.line.row.page),
                currency=of_column.currency,
                scale=of_column.scale,
                negate=flip,
                confidence=_confidence(chunk, numeral) if item.line.row.recognised else TEXT_LAYER_CONFIDENCE,
                others=chunk.others,
            )
            figures.append(PeriodFigure(column.end, column.span, figure))
        built.append(
            StatementLine(
                label=item.label,
                concept=item.match.concept,
                concept_confidence=item.match.confidence,
                page=item.line.row.page,
                figures=tuple(figures),
                note=item.line.note,
                section=item.section,
                negated=flipped,
            )
        )
    return built


def _confidence(chunk: Chunk, numeral: Numeral) -> float:
    return min(chunk.confidence, _MALFORMED) if numeral.malformed else chunk.confidence


def _complete(kind: StatementKind, lines: Sequence[StatementLine]) -> bool:
    """Printed in full: the lines that close such a statement are there."""
    concepts = {line.concept for line in lines}
    closing: dict[StatementKind, tuple[set[str], ...]] = {
        "balance_sheet": (
            {"total_assets", "total_liabilities_and_equity"},
            {"net_assets", "total_equity"},
            {"total_assets", "total_equity"},
        ),
        "income_statement": ({"revenue", "net_profit"},),
        "cash_flow": ({"cf_operating_net", "cf_net_increase"}, {"cf_operating_net", "cf_closing_cash"}),
    }
    return any(wanted <= concepts for wanted in closing.get(kind, ()))


def _form(lines: Sequence[StatementLine], labelled: Sequence[Labelled]) -> str | None:
    text = " ".join(item.label for item in labelled)
    if re.search(r"[一-鿿]{2}", text):
        numbered = sum(1 for item in labelled if item.line.note is not None and item.line.note.strip().isdigit())
        return "xqy" if numbered >= 0.4 * len(labelled) and _official(labelled) else "cas"
    return "uk" if in_uk_format([line.label for line in lines]) else "western"


def _official(labelled: Sequence[Labelled]) -> bool:
    """Whether the printed 行次 are those of the small-enterprise form."""
    numbered = [item for item in labelled if item.match.concept is not None and (item.line.note or "").strip().isdigit()]
    agree = sum(1 for item in numbered if chart()[item.match.concept or ""].xqy_line == int(item.line.note or 0))
    return bool(numbered) and agree >= 0.6 * len(numbered)


def _heading_warnings(
    kind: StatementKind, page: int | None, unit: Unit, headers: Sequence[ColumnHeader], *, left_out: bool
) -> list[DocumentWarning]:
    name, name_zh = _STATEMENTS[kind]
    where, where_zh = (f"on page {page}", f"第 {page} 页的") if page is not None else ("of the sheet", "工作表中的")
    warnings = []
    if unit.chunk is None:
        text = f"The {name} {where} names no unit (元, 千元, 万元, £000): its figures are taken as printed. Ask the borrower for the unit."
        text_zh = f"{where_zh}{name_zh}没有写明单位（元、千元、万元、£000）：金额按印刷数字读取。请向借款人确认单位。"
        warnings.append(DocumentWarning("scale-missing", text, page, text_zh))
    elif unit.confidence is not None and unit.confidence < _UNIT_UNSURE:
        text = (
            f"The line of the {name} {where} that names its unit was read as “{unit.chunk.text[:40]}”, unsurely. Compare it with the page."
        )
        text_zh = f"{where_zh}{name_zh}的单位一行识读为“{unit.chunk.text[:40]}”，把握不大。请与原件该页核对。"
        warnings.append(DocumentWarning("scale-doubtful", text, page, text_zh))
    elif unit.currency == UNKNOWN_CURRENCY:
        text = f"The {name} {where} names no currency. Ask the borrower for it."
        text_zh = f"{where_zh}{name_zh}没有写明币种。请向借款人确认。"
        warnings.append(DocumentWarning("currency-missing", text, page, text_zh))
    if not headers or any(header.end is None for header in headers):
        text = f"The {name} {where} does not say which period a column is of. Compare it with the page."
        text_zh = f"{where_zh}{name_zh}没有写明某一列所属的期间。请与原件该页核对。"
        warnings.append(DocumentWarning("periods-unclear", text, page, text_zh))
    if left_out:
        text = f"The {name} {where} also prints columns of no period (a budget, a variance, per cents): they are left out."
        text_zh = f"{where_zh}{name_zh}另有不属于任何期间的列（预算、差异、百分比）：未读取这些列。"
        warnings.append(DocumentWarning("columns-left-out", text, page, text_zh))
    return warnings
