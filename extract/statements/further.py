"""The notes and the statements of changes in equity of a document, beside the faces that its other reader gives."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from extract.document import DocumentWarning
from extract.money import UNKNOWN_CURRENCY
from extract.records import FinancialStatement
from extract.series import FigureSeries
from extract.statements import header as heading
from extract.statements import period
from extract.statements.equity import read_equity
from extract.statements.notes import Around, read_notes
from extract.statements.notes_parts import opened_by, parts_of
from extract.statements.unit import Unit
from extract.tables.lines import Row


def recognises(pages: Sequence[Sequence[Row]]) -> float:
    """Evidence, 0 to 1, that the document holds notes with tables or a statement of changes in equity."""
    return 0.9 if any(opened_by(row) is not None for rows in pages for row in rows) and parts_of(pages) else 0.0


def read(
    sha256: str, pages: Sequence[Sequence[Row]], series: FigureSeries, faces: Sequence[FinancialStatement] = ()
) -> tuple[list[FinancialStatement], list[DocumentWarning]]:
    """Notes and statements of changes in equity.

    faces   the document's other statements: whose they are, and of when, holds for its notes as well
    """
    unit = Unit(faces[0].currency, faces[0].scale, None, None) if faces else None
    around = Around(_entity(pages, faces), _end(pages, faces), unit, pages)
    found: list[FinancialStatement] = []
    for part in parts_of(pages):
        record = read_notes(sha256, part, series, around) if part.kind == "notes" else read_equity(sha256, part, series, around)
        if record is not None:
            found.append(record)
    return found, [remark for record in found for remark in _remarks(record)]


def _entity(pages: Sequence[Sequence[Row]], faces: Sequence[FinancialStatement]) -> str | None:
    return next((face.entity for face in faces if face.entity), None) or heading.entity_of([row for rows in pages[:3] for row in rows[:12]])


def _end(pages: Sequence[Sequence[Row]], faces: Sequence[FinancialStatement]) -> date | None:
    ends = [face.periods[0] for face in faces if face.periods]
    return max(ends, default=None) or period.statement_date([row for rows in pages[:1] for row in rows[:10]])


def _remarks(record: FinancialStatement) -> list[DocumentWarning]:
    names = {"notes": ("notes", "附注"), "equity_changes": ("statement of changes in equity", "所有者权益变动表")}
    name, name_zh = names[record.statement]
    where, where_zh = (f"on page {record.page}", f"第 {record.page} 页的") if record.page is not None else ("of the sheet", "工作表中的")
    found = []
    if record.scale_place is None and record.currency == UNKNOWN_CURRENCY:
        text = f"The {name} {where} name no unit (元, 千元, 万元, £000): their figures are taken as printed. Ask the borrower for the unit."
        text_zh = f"{where_zh}{name_zh}没有写明单位（元、千元、万元、£000）：金额按印刷数字读取。请向借款人确认单位。"
        found.append(DocumentWarning("scale-missing", text, record.page, text_zh))
    if all(one.period is not None for line in record.lines for one in line.figures):
        return found
    text = f"The {name} {where} does not say which period a column is of. Compare it with the page."
    text_zh = f"{where_zh}{name_zh}没有写明某一列所属的期间。请与原件该页核对。"
    return [*found, DocumentWarning("periods-unclear", text, record.page, text_zh)]
