"""Rows of a bank's paper, workbook or delimited file to bank statements.

The steps: know the layout, find the tables, group them by account and period, decide direction and order by the balance chain,
then put every printed amount into a figure. A statement that does not prove itself is kept as printed, with a warning.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.banks import generic
from extract.banks.amount import is_day, parsed
from extract.banks.captions import means, seems
from extract.banks.catalogue import layouts
from extract.banks.cells import apart
from extract.banks.gathered import with_whole_rows
from extract.banks.grouping import groups_of
from extract.banks.header import Header, find_header
from extract.banks.layout import BankLayout, folded
from extract.banks.learned import runs, with_known_names
from extract.banks.statement import StatementReading
from extract.banks.structure import learned_from
from extract.banks.wrapped import with_whole_days
from extract.document import DocumentWarning
from extract.figure import DOUBTFUL_BELOW
from extract.numerals import DecimalMark
from extract.records import BankStatement
from extract.series import FigureSeries
from extract.tables.lines import Row

#: Rows of the opening of a document that name its bank and its columns.
_OPENING_ROWS = 60
#: Dated rows that make a list.
_LIST = 3
_TITLES = (
    "对账单", "账户明细", "交易明细", "明细清单", "账单明细", "客户回单", "交易流水", "银行流水", "活期", "开户行", "历史明细",
    "bankstatement", "accountstatement", "statementofaccount", "sortcode", "yourstatement", "accountnumber", "iban", "currentaccount",
    "businessaccount", "checkingaccount", "accountactivity", "transactionhistory", "businessbanking", "accountsummary",
    "账户历史",
    "客户账号", "交易查询", "开户名", "交易流水", "明细查询", "balancebroughtforward", "overdraft",
)  # fmt: skip
_ENDS = ("opening", "closing")
#: Titles that stand on no invoice.
_OWN_TITLES = ("对账单", "账户明细", "交易明细", "账户历史", "交易流水", "银行流水", "accountactivity", "transactionhistory",
               "accountstatement", "bankstatement", "businessbanking")  # fmt: skip
#: Books of the firm itself have the same columns: cash journal, ledger; so have lists of invoices.
_NOT_A_BANK = ("日记账", "明细账", "总账", "科目", "generalledger", "nominalledger", "cashbook", "journal", "trialbalance",
               "agedreceivable", "ageddebt", "invoiceno", "发票号码", "序时账")  # fmt: skip


def recognises(rows: Sequence[Row]) -> float:
    """How much speaks for a bank statement, 0 to 1: a table of dated movements, with balances or directions, and the titles."""
    opening = folded(" ".join(row.text for row in rows[:_OPENING_ROWS]))
    layout = _layout_of(rows)
    decimal = layout.decimal or _decimal_mark(rows)
    rows = with_whole_rows(with_known_names(rows, layout, decimal), decimal)
    at, found = next(((index, header) for index in range(len(rows)) if (header := find_header(rows, index, layout))), (0, None))
    if found is None:
        return _learned_evidence(rows, layout, opening)
    roles = found[0].roles
    above = folded(" ".join(row.text for row in rows[: at + found[1]]))
    # In a workbook or delimited file the narratives of movements stand among the first rows, and may speak of anything.
    spoken = above if found[0].sheet else opening
    evidence = 0.35
    if "balance" in roles:
        evidence += 0.3
    if {"in", "out"} <= roles or "mark" in roles:
        evidence += 0.1
    if any(title in opening for title in _TITLES):
        evidence += 0.2
    if any(title in above for title in _OWN_TITLES):
        evidence += 0.1
    if any(means(chunk.text) in _ENDS or seems(chunk.text) in _ENDS for row in rows[:at] for chunk in row.chunks):
        evidence += 0.2
    if layout.bank is not None:
        evidence += 0.3
    if any(word in spoken for word in _NOT_A_BANK):
        evidence -= 0.5
    elif found[0].sheet and _dated_rows(rows[at + found[1] : at + found[1] + _OPENING_ROWS], found[0]):
        titled = any(title in above for title in _TITLES)
        evidence += 1.0 if titled or runs(rows[at + found[1] :], found[0], layout.decimal or _decimal_mark(rows)) else 0.25
    return max(0.0, min(1.0, round(evidence, 2)))


def _learned_evidence(rows: Sequence[Row], layout: BankLayout, opening: str) -> float:
    """What speaks for a bank statement on a paper whose columns have no known names."""
    if any(word in opening for word in _NOT_A_BANK):
        return 0.0
    learned = learned_from(with_whole_days(rows), layout, layout.decimal or _decimal_mark(rows))
    if learned is None:
        return 0.0
    titled = 0.3 if any(title in opening for title in _TITLES) else 0.0
    heading = opening[: opening.find(folded(learned.first))] if learned.first else opening  # narratives may speak of invoices
    own = any(title in opening for title in _OWN_TITLES) and "invoice" not in heading and "发票" not in heading
    return min(1.0, (0.7 if learned.proved else 0.5 if own else 0.3) + titled)


def _dated_rows(rows: Sequence[Row], header: Header) -> bool:
    """Whether most rows under the header of a sheet have a day where it has its dates: a list of what happened."""
    dated = 0
    for row in rows:
        columns = [(header.column_of(chunk), chunk) for chunk in row.chunks]
        dated += any(column is not None and column.role == "date" and is_day(chunk.text) for column, chunk in columns)
    return dated >= _LIST and dated * 2 >= len(rows)


def read(sha256: str, rows: Sequence[Row], series: FigureSeries) -> tuple[list[BankStatement], list[DocumentWarning]]:
    """Every statement in `rows`, and what is odd about them. No statement where there is no table of movements."""
    layout = _layout_of(rows)
    decimal = layout.decimal or _decimal_mark(rows)
    rows = with_whole_rows(with_whole_days(with_known_names(rows, layout, decimal)), decimal)
    first = series.next_number
    found = _read(sha256, rows, FigureSeries(sha256, first), layout, decimal)
    if layout.bank is not None or not rows or rows[0].page is None or _is_sure(*found, rows, decimal):
        return found
    learned = learned_from(rows, layout, decimal)
    if learned is None:
        return found
    other = _read(sha256, learned.rows, FigureSeries(sha256, first), layout, decimal)
    return other if _worth(other[0]) > _worth(found[0]) else found


def _worth(statements: Sequence[BankStatement]) -> tuple[int, int, bool]:
    """What is certain in a reading, then all that it found, then whether money goes both ways in it."""
    figures = [figure for statement in statements for figure in statement.figures() if not figure.operands]
    moved = [item.amount.value for statement in statements for item in statement.transactions]
    return sum(figure.confidence >= DOUBTFUL_BELOW for figure in figures), len(figures), bool(moved) and min(moved) < 0 < max(moved)


def _is_sure(
    statements: Sequence[BankStatement], warnings: Sequence[DocumentWarning], rows: Sequence[Row], decimal: DecimalMark | None
) -> bool:
    """Whether a reading holds all dated amounts of the paper, and is certain of nearly all of them."""
    sure, count, _ = _worth(statements)
    printed = sum(_prints_cents(chunk.text, decimal) for row in rows for piece in row.chunks for chunk in apart(piece))
    whole = all(warning.code != "balance-chain-broken" for warning in warnings)
    return whole and count > 0 and sure >= 0.97 * count and count >= 0.95 * printed - 2


def _prints_cents(text: str, decimal: DecimalMark | None) -> bool:
    numeral = parsed(text, decimal)
    return numeral is not None and numeral.step < 1


def _read(
    sha256: str, rows: Sequence[Row], series: FigureSeries, layout: BankLayout, decimal: DecimalMark | None
) -> tuple[list[BankStatement], list[DocumentWarning]]:
    statements: list[BankStatement] = []
    warnings: list[DocumentWarning] = []
    for group in groups_of(rows, layout, decimal):
        made, odd = StatementReading(sha256, series, layout, group).statements()
        statements.extend(made)
        warnings.extend(odd)
    return statements, warnings


def _layout_of(rows: Sequence[Row]) -> BankLayout:
    opening = folded(" ".join(row.text for row in rows[:_OPENING_ROWS]))
    return next((layout for layout in layouts() if layout.matches(opening)), generic.LAYOUT)


def _decimal_mark(rows: Sequence[Row]) -> DecimalMark | None:
    """The comma where amounts print one before two last digits, and none prints a point there."""
    commas = points = 0
    for row in rows:
        for chunk in row.chunks:
            commas += bool(re.fullmatch(r"[-+]?[\d.' ]*\d,\d{2}[-+]?", chunk.text))
            points += bool(re.fullmatch(r"[-+]?[\d,' ]*\d\.\d{2}[-+]?", chunk.text))
    return "," if commas > points else None
