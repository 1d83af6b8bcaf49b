"""Rows to financial statements.

A region under a title becomes one statement: heading (entity, date, unit), period columns, lines with their concepts and
signs. The fixed Chinese forms, two-sided sheets, note columns and inner and outer columns are all read by the same steps.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from extract.concepts import chart, normalise
from extract.document import DocumentWarning
from extract.money import UNKNOWN_CURRENCY
from extract.numerals import Numeral
from extract.records import FinancialStatement, PeriodFigure, StatementKind, StatementLine
from extract.series import TEXT_LAYER_CONFIDENCE, FigureSeries
from extract.statements import header as heading
from extract.statements import period
from extract.statements.body import PrintedLine, halves, joined_labels, printed_lines, within
from extract.statements.columns import headers_from_figures, with_unnamed
from extract.statements.header import ColumnHeader, Unit
from extract.statements.label import NO_MATCH, SECTION_TOTALS, Match, by_table, in_uk_format, match, section_of
from extract.statements.sign import deductions_in_brackets, negated
from extract.statements.title import Region, regions
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
#: How far below a title the column headers may stand.
_HEADER_ROWS = 14


@dataclass(frozen=True, slots=True)
class _Surroundings:
    """What the rest of the document says.   date: the period end that its first pages name"""

    date: date | None
    entity: str | None
    pages: Sequence[Sequence[Row]]


@dataclass(frozen=True, slots=True)
class _Labelled:
    line: PrintedLine
    label: str
    match: Match
    section: str | None


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
    headers, below = heading.column_headers(rows[region.title : len(top) + _HEADER_ROWS], region.kind, end, span)
    below += region.title if headers else 0
    headers = heading.with_exact_days(headers, around.pages)
    headers = heading.at_year_end(headers, region.kind, around.pages)
    unit = heading.unit_of(rows[: max(below, len(top)) + 1])
    header_row = rows[below - 1] if below else None
    caption_row = _caption_row(rows[:below]) or header_row
    labelled: list[_Labelled] = []
    body = rows[below:] if below else rows[len(top) :]
    named = with_unnamed(headers, body) if headers else []
    warnings = _heading_warnings(region.kind, page, unit, named)
    headers = named or headers_from_figures(body, end, span)
    for left, right in halves(body, caption_row):
        half = [part for row in body if (part := within(row, left, right)) is not None]
        own = [item for item in headers if left <= item.box.x0 < right] or headers
        caption = within(caption_row, left, right) if caption_row is not None else None
        lines = _until_prose(region.kind, joined_labels(region.kind, printed_lines(half, own, caption)))
        labelled.extend(_labelled(region.kind, [_with_headers(line, own, headers) for line in lines]))
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
            periods=periods,
            lines=tuple(built),
            page=page,
            complete=_complete(region.kind, built),
            form=_form(built, labelled),
        ),
        warnings,
    )


def _with_headers(line: PrintedLine, own: Sequence[ColumnHeader], every: Sequence[ColumnHeader]) -> PrintedLine:
    """Period indexes of one half as indexes among the headers of the whole statement."""
    places = [every.index(header) for header in own]
    return PrintedLine(line.label, line.note, tuple((places[group], chunk, numeral) for group, chunk, numeral in line.amounts), line.row)


def _heading_rows(region: Region) -> list[Row]:
    """The rows above the first line below the title that carries a known label or opens a section."""
    for index, row in enumerate(region.rows[region.title + 1 :], region.title + 1):
        if any(_known(region.kind, chunk.text) for chunk in row.chunks):
            return list(region.rows[:index])
    return list(region.rows[: region.title + _HEADER_ROWS])


def _known(kind: StatementKind, text: str) -> bool:
    return by_table(kind, text) is not None or section_of(kind, text) is not None


def _caption_row(rows: Sequence[Row]) -> Row | None:
    """The row that captions the label, note or line-number columns."""
    for row in reversed(rows):
        if any(heading.is_note_caption(chunk.text) or heading.is_label_caption(chunk.text) for chunk in row.chunks):
            return row
    return None


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
    while last > 0 and _page_number(lines[last - 1], lines[last]):
        last -= 1
    return [line for line in lines[: last + 1] if line.amounts or not re.fullmatch(r"(?:page\s*)?-?\s*\d{0,3}\s*-?", line.label, re.I)]


def _page_number(above: PrintedLine, line: PrintedLine) -> bool:
    """A small whole number without a label, well below the last line."""
    if line.label or len(line.amounts) != 1 or line.row.page is None:
        return False
    numeral = line.amounts[0][2]
    small = numeral.step == 1 and 0 < numeral.value < 1000 and not numeral.bracketed
    return small and line.row.box.top - above.row.box.bottom > 1.5 * line.row.box.height


def _labelled(kind: StatementKind, lines: Sequence[PrintedLine]) -> list[_Labelled]:
    """Walk down the lines, keeping the section that the headings open, and give each line its concept."""
    uk_format = kind == "balance_sheet" and in_uk_format([line.label for line in lines])
    section: str | None = None
    result: list[_Labelled] = []
    positions = _by_position(kind, lines)
    for index, line in enumerate(lines):
        opened = section_of(kind, line.label)
        below = lines[index + 1].label if index + 1 < len(lines) else ""
        if line.heading:
            section = opened or section
            continue
        found = match(kind, line.label, section=section, uk_format=uk_format, next_label=below) if line.label else NO_MATCH
        if not line.label:
            found = _unlabelled(kind, section, result)
        number = chart_line(kind, line.note) or positions.get(index)
        if found.concept is None and number is not None and re.search(r"[一-鿿]", line.label):
            found = Match(number, 0.9)
        if opened is not None:
            section = opened
        result.append(_Labelled(line, line.label, found, section))
        if found.concept is not None:
            section = _section_after(kind, found.concept, section)
    if uk_format:
        return _with_reserves(result)
    return _by_the_others(_exceptional_above(result)) if kind == "income_statement" else result


def _by_the_others(labelled: Sequence[_Labelled]) -> list[_Labelled]:
    """Captions of older Chinese forms that mean what the lines beside them leave over.

    一、主营业务收入 opens a statement that has no line 营业收入; 营业费用 beside 管理费用 is what is now called 销售费用.
    """
    known = {item.match.concept for item in labelled}
    meant = []
    if "revenue" not in known:
        meant.append((re.compile(r"一、主营业务收入"), "revenue"))
    if "admin_expenses" in known and "selling_expenses" not in known:
        meant.append((re.compile(r"(?:减：)?营业费用"), "selling_expenses"))
    return [
        replace(item, match=Match(concept, 0.9))
        if (concept := next((concept for pattern, concept in meant if pattern.fullmatch(item.label.replace(" ", ""))), None))
        else item
        for item in labelled
    ]


def _exceptional_above(labelled: Sequence[_Labelled]) -> list[_Labelled]:
    """Exceptional items printed above operating profit are part of it, not what the concept below it means."""
    profit = next((index for index, item in enumerate(labelled) if item.match.concept == "operating_profit"), 0)
    below = {"non_operating_income", "non_operating_expenses"}
    return [
        replace(item, match=NO_MATCH) if index < profit and item.match.concept in below else item for index, item in enumerate(labelled)
    ]


def _by_position(kind: StatementKind, lines: Sequence[PrintedLine]) -> dict[int, str]:
    """Lines of the official form whose label and 行次 a seal hides, by where they stand: between line 28 and line 30 is line 29."""
    numbers: list[tuple[int, int]] = []
    for index, line in enumerate(lines):
        known = by_table(kind, line.label) or chart_line(kind, line.note)
        number = chart()[known].xqy_line if known is not None else None
        if number is not None:
            numbers.append((index, number))
    found = {}
    for (index, number), (after, next_number) in pairwise(numbers):
        between = range(index + 1, after)
        if len(between) == next_number - number - 1 and all(re.search(r"[一-鿿]", lines[middle].label) for middle in between):
            for middle in between:
                concept = chart_line(kind, str(number + middle - index))
                found.update({middle: concept} if concept is not None else {})
    return found


def _with_reserves(labelled: Sequence[_Labelled]) -> list[_Labelled]:
    """A micro-entity prints one line "Reserves" for all of its capital and reserves; beside other equity lines it is one of them."""
    equity = [item for item in labelled if item.section == "equity"]
    if len(equity) != 1 or equity[0].match.concept is not None or normalise(equity[0].label) != "reserves":
        return list(labelled)
    return [replace(item, match=Match("total_equity", 0.9)) if item is equity[0] else item for item in labelled]


def _section_after(kind: StatementKind, concept: str, section: str | None) -> str | None:
    """Totals close their section; other lines of a known section keep the reader inside it."""
    entry = chart()[concept]
    if kind == "balance_sheet":
        closes = {
            "total_current_liabilities": "current_liabilities",
            "net_current_assets": None,
            "total_assets_less_current_liabilities": "noncurrent_liabilities",
            "net_assets": None,
            "total_assets": None,
            "total_liabilities": None,
        }
        if concept in closes:
            return closes[concept] or section
    if entry.section in SECTION_TOTALS or kind != "balance_sheet":
        return entry.section
    return section


def chart_line(kind: StatementKind, note: str | None) -> str | None:
    """The concept that the official 行次 of the small-enterprise form names."""
    if note is None or not note.strip().isdigit():
        return None
    number = int(note.strip())
    return next((concept.id for concept in chart().of_statement(kind) if concept.xqy_line == number), None)


def _unlabelled(kind: StatementKind, section: str | None, before: Sequence[_Labelled]) -> Match:
    """A total without a caption prints the total of its section, unless that stands above already."""
    if kind != "balance_sheet" or section not in SECTION_TOTALS:
        return NO_MATCH
    total = SECTION_TOTALS[section]
    return NO_MATCH if any(item.match.concept == total for item in before) else Match(total, 0.9)


def _built(
    sha256: str, kind: StatementKind, labelled: Sequence[_Labelled], headers: Sequence[ColumnHeader], unit: Unit, series: FigureSeries
) -> list[StatementLine]:
    brackets = deductions_in_brackets(kind, [(item.match.concept, numeral) for item in labelled for _, _, numeral in item.line.amounts])
    built = []
    for item in labelled:
        figures = []
        flipped = False
        for group, chunk, numeral in item.line.amounts:
            flip = negated(kind, item.match.concept, item.label, numeral, brackets=brackets)
            flipped = flipped or flip
            figure = series.figure(
                chunk.text,
                numeral,
                chunk.place(sha256, item.line.row.page),
                currency=unit.currency,
                scale=unit.scale,
                negate=flip,
                confidence=_confidence(chunk, numeral) if item.line.row.recognised else TEXT_LAYER_CONFIDENCE,
                second=chunk.second,
            )
            column = headers[group]
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


def _form(lines: Sequence[StatementLine], labelled: Sequence[_Labelled]) -> str | None:
    text = " ".join(item.label for item in labelled)
    if re.search(r"[一-鿿]{2}", text):
        numbered = sum(1 for item in labelled if item.line.note is not None and item.line.note.strip().isdigit())
        return "xqy" if numbered >= 0.4 * len(labelled) and _official(labelled) else "cas"
    return "uk" if in_uk_format([line.label for line in lines]) else "western"


def _official(labelled: Sequence[_Labelled]) -> bool:
    """Whether the printed 行次 are those of the small-enterprise form."""
    numbered = [item for item in labelled if item.match.concept is not None and (item.line.note or "").strip().isdigit()]
    agree = sum(1 for item in numbered if chart()[item.match.concept or ""].xqy_line == int(item.line.note or 0))
    return bool(numbered) and agree >= 0.6 * len(numbered)


def _heading_warnings(kind: StatementKind, page: int | None, unit: Unit, headers: Sequence[ColumnHeader]) -> list[DocumentWarning]:
    name, name_zh = _STATEMENTS[kind]
    where, where_zh = (f"on page {page}", f"第 {page} 页的") if page is not None else ("of the sheet", "工作表中的")
    warnings = []
    if unit.chunk is None:
        text = f"The {name} {where} names no unit (元, 千元, 万元, £000): its figures are taken as printed. Ask the borrower for the unit."
        text_zh = f"{where_zh}{name_zh}没有写明单位（元、千元、万元、£000）：金额按印刷数字读取。请向借款人确认单位。"
        warnings.append(DocumentWarning("scale-missing", text, page, text_zh))
    elif unit.currency == UNKNOWN_CURRENCY:
        text = f"The {name} {where} names no currency. Ask the borrower for it."
        text_zh = f"{where_zh}{name_zh}没有写明币种。请向借款人确认。"
        warnings.append(DocumentWarning("currency-missing", text, page, text_zh))
    if not headers or any(header.end is None for header in headers):
        text = f"The {name} {where} does not say which period a column is of. Compare it with the page."
        text_zh = f"{where_zh}{name_zh}没有写明某一列所属的期间。请与原件该页核对。"
        warnings.append(DocumentWarning("periods-unclear", text, page, text_zh))
    return warnings
