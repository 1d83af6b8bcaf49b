"""The financial statements of a firm as records: each year end, and an interim one when months follow the last year."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta

from samples.case import Document
from samples.records.frameworks.catalogue import FORMS
from samples.records.frameworks.form import INSTANT_NOTES, StatementForm
from samples.records.performance import own_lines
from samples.records.record import Span, Statement, StatementColumn, StatementKind
from samples.records.workbook import Workbook, year_start
from samples.streams import share

#: How often a firm's statements are typed into a spreadsheet by hand, by who keeps its books.
_TYPED = {"in_house": 0.10, "agency": 0.35, "owner": 0.70}
#: Neighbouring lines between which a comparative column may be moved, by statement; the first pair that the form prints is taken.
_NEIGHBOURS: dict[str, tuple[tuple[str, str], ...]] = {
    "balance_sheet": (
        ("prepayments", "other_receivables"),
        ("trade_payables", "other_payables"),
        ("trade_receivables", "other_receivables"),
    ),
    "income_statement": (("admin_expenses", "selling_expenses"), ("sga_expenses", "raw_materials_consumed")),
}


def statements(book: Workbook) -> Iterator[Document]:
    """Every statement of the firm.

    A column has balances (span "instant", months 0) or flows. Notes have a column of each sort for the year and one for the year before.

    Settings of the ledgers that it reads:
        unit          minor units of one printed step (default: 1 in Chinese, 100 in English statements)
        cash_flow     "missing" leaves the cash flow statement out; the other values are Workbook's
        comparatives  "as_printed" (default); "moved": the prior-year column of the last annual statements has half a line in its neighbour
    """
    firm = book.firm
    for year_end in firm.year_ends:
        last = year_end == firm.year_ends[-1]
        yield from _annual(book, year_end, moved=last and book.ledgers.settings.get("comparatives") == "moved")
    if firm.last > firm.year_ends[-1]:
        yield from _interim(book)


def _document(book: Workbook, statement: Statement, name: str) -> Document:
    typed = share(book.firm.seed, "statements", "typed") < _TYPED[book.firm.bookkeeper]
    return Document(id=f"{statement.record}-{name}", record=statement, typed=typed)


def _statement(book: Workbook, kind: StatementKind, columns: tuple[StatementColumn, ...]) -> Statement:
    firm = book.firm
    unit = book.ledgers.settings.get("unit", 1 if firm.language == "zh" else 100)
    assert isinstance(unit, int)
    return Statement(record=kind, framework=firm.framework, entity=firm.name, currency=firm.currency, unit=unit, columns=columns)


def _columns(
    book: Workbook, names: tuple[str, ...], asked: tuple[tuple[date, Span, int, Mapping[str, int]], ...]
) -> tuple[StatementColumn, ...]:
    """Those figures as columns of one form: a line that is nothing in every column is left empty.

    The software of some firms prints 0.00 there instead.
    """
    form = FORMS[book.firm.framework]
    zeros = share(book.firm.seed, "statements", "zeros") < 0.4
    kept = [name for name in names if zeros or name in form.totals or any(figures.get(name) for _, _, _, figures in asked)]
    return tuple(
        StatementColumn(period=day, span=span, months=months, figures={name: figures.get(name, 0) for name in kept})
        for day, span, months, figures in asked
    )


def _annual(book: Workbook, year_end: date, moved: bool) -> Iterator[Document]:
    firm, form = book.firm, FORMS[book.firm.framework]
    first = year_start(year_end)
    before = first - timedelta(days=1)
    earlier = year_start(before)
    name = str(year_end.year)
    position = _columns(
        book, form.balance_sheet, ((year_end, "instant", 0, book.position(year_end)), (before, "instant", 0, book.position(before)))
    )
    yield _document(book, _shifted(_statement(book, "balance_sheet", position), moved), name)
    periods = [(year_end, first)] + ([(before, earlier)] if earlier >= firm.first else [])
    result = _columns(book, form.income_statement, tuple((last, "year", 12, book.result(start, last)) for last, start in periods))
    income = _shifted(_statement(book, "income_statement", result), moved)
    if form.detailed:
        income = replace(income, inner=_inner(book, tuple((start, last) for last, start in periods)))
    yield _document(book, income, name)
    if form.cash_flow and book.ledgers.settings.get("cash_flow") != "missing":
        flow = _columns(book, form.cash_flow, tuple((last, "year", 12, book.cash(start, last)) for last, start in periods))
        yield _document(book, _statement(book, "cash_flow", flow), name)
    if form.equity_changes:
        equity = _columns(book, form.equity_changes, tuple((last, "year", 12, book.equity(start, last)) for last, start in periods))
        yield _document(book, _statement(book, "equity_changes", equity), name)
    yield _document(book, _statement(book, "notes", _notes(book, form, periods, before)), name)


def _notes(book: Workbook, form: StatementForm, periods: list[tuple[date, date]], before: date) -> tuple[StatementColumn, ...]:
    instants = tuple(name for name in form.notes if name in INSTANT_NOTES or book.position(before).get(name) is not None)
    flows = tuple(name for name in form.notes if name not in instants)
    columns: list[StatementColumn] = []
    if instants:
        last = periods[0][0]
        loans = {day: {**book.position(day), "bank_loans_note": _loans(book, day)} for day in (last, before)}
        columns += _columns(book, instants, tuple((day, "instant", 0, loans[day]) for day in (last, before)))
    told = tuple((last, "year", 12, {**book.notes(start, last), **_interest(book, start, last)}) for last, start in periods)
    columns += _columns(book, flows, told)  # type: ignore[arg-type]
    # The year's own columns first: balances, then flows, as on the page.
    return tuple(sorted(columns, key=lambda column: (column.period != periods[0][0], column.span != "instant")))


def _loans(book: Workbook, day: date) -> int:
    at = book.position(day)
    return at["short_term_borrowings"] + at["long_term_borrowings"]


def _interest(book: Workbook, first: date, last: date) -> dict[str, int]:
    return {"interest_expense": book.result(first, last)["interest_expense"]}


def _inner(book: Workbook, periods: tuple[tuple[date, date], ...]) -> tuple[tuple[str, str, tuple[int, ...]], ...]:
    listed = [dict(own_lines(book.running.moved(first, last))) for first, last in periods]
    captions = dict.fromkeys(caption for column in listed for caption in column)
    return tuple((caption, "sga_expenses", tuple(column.get(caption, 0) for column in listed)) for caption in captions)


def _shifted(statement: Statement, moved: bool) -> Statement:
    """The statement with half of one line of its last column shown in the neighbouring line: no total changes."""
    if not moved or len(statement.columns) < 2:
        return statement
    column = statement.columns[-1]
    printed = getattr(FORMS[statement.framework], statement.record)
    for source, target in _NEIGHBOURS[statement.record]:
        amount = column.figures.get(source, 0) // 2
        if amount > 0 and target in printed:
            figures = {**column.figures, source: column.figures[source] - amount, target: column.figures.get(target, 0) + amount}
            others = tuple(replace(other, figures={target: 0, **other.figures}) for other in statement.columns[:-1])
            return replace(statement, columns=(*others, replace(column, figures=figures)))
    return statement


def _interim(book: Workbook) -> Iterator[Document]:
    """Statements of the months since the last year end. Chinese forms have the year to date and the month, Western ones the former."""
    firm, form = book.firm, FORMS[book.firm.framework]
    before = firm.year_ends[-1]
    first, last = before + timedelta(days=1), firm.last
    name = f"{last:%Y-%m}"
    position = _columns(
        book, form.balance_sheet, ((last, "instant", 0, book.position(last)), (before, "instant", 0, book.position(before)))
    )
    yield _document(book, _statement(book, "balance_sheet", position), name)
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    spans: tuple[tuple[date, Span, int], ...] = ((first, "year_to_date", months),)
    if book.chinese:
        spans += ((last.replace(day=1), "month", 1),)
    result = tuple((last, span, count, book.result(start, last)) for start, span, count in spans)
    income = _statement(book, "income_statement", _columns(book, form.income_statement, result))
    if form.detailed:
        income = replace(income, inner=_inner(book, tuple((start, last) for start, _, _ in spans)))
    yield _document(book, income, name)
    if form.cash_flow and book.ledgers.settings.get("cash_flow") != "missing":
        flow = tuple((last, span, count, book.cash(start, last)) for start, span, count in spans)
        yield _document(book, _statement(book, "cash_flow", _columns(book, form.cash_flow, flow)), name)
