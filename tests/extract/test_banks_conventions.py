"""A bank's export is read right in any column convention, with no line lost in silence."""

from __future__ import annotations

import time
from datetime import date, timedelta
from decimal import Decimal
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extract.document import REMARKS, DocumentWarning
from extract.formats.delimited import read_delimited
from extract.formats.xlsx import read_xlsx
from extract.papers import records_of
from extract.records import BankStatement, Record
from tests.extract.exports import Convention, Line, as_text, as_workbook, rows_of

OPENING = Decimal("10000.00")


def month(rows: int = 14, seed: int = 1) -> list[Line]:
    """Movements of a month from the 3rd to the 29th, both ways, with amounts that occur once."""
    source = Random(seed)
    balance, lines = OPENING, []
    for item in range(rows):
        amount = Decimal(source.randrange(1, 500_000) * 100 + item * 2 + 1) / 100 * source.choice((1, -1))
        balance += amount
        lines.append(
            Line(
                date(2025, 3, 3) + timedelta(item * 26 // max(rows - 1, 1)),
                amount,
                balance,
                f"Invoice {item}",
                "Hartwell Ltd" if item % 2 else "",
            )
        )
    return lines


def read(data: bytes) -> tuple[tuple[Record, ...], list[DocumentWarning]]:
    opened = read_xlsx(data, "x.xlsx") if data.startswith(b"PK") else read_delimited(data, "x.csv")
    records, warnings = records_of(opened)
    return records, [*opened.warnings, *warnings]


def check(how: Convention, lines: list[Line] | None = None) -> BankStatement:
    lines = month() if lines is None else lines
    rows = rows_of(lines, OPENING, how)
    records, warnings = read(as_workbook(rows) if how.typed else as_text(rows, how))
    assert [record.type for record in records] == ["bank_statement"]
    (statement,) = records
    assert isinstance(statement, BankStatement)
    found = [
        (one.date, one.amount.value, one.balance and one.balance.value, one.description, one.counterparty) for one in statement.transactions
    ]
    wanted = [(one.day, one.amount, one.balance if how.balances else None, one.text, one.party or None) for one in lines]
    assert found == wanted
    assert not [warning for warning in warnings if warning.code not in REMARKS]
    assert "balance-chain-broken" not in [warning.code for warning in warnings]
    return statement


CASES = {
    "signed": Convention(),
    "two columns": Convention(columns="two"),
    "zeros in the empty column": Convention(columns="zeros"),
    "money out with a minus": Convention(columns="negative"),
    "dr and cr": Convention(columns="flag"),
    "d and c": Convention(columns="flag", words=("D", "C")),
    "debit and credit": Convention(columns="flag", words=("Debit", "Credit")),
    "flag and sign": Convention(columns="flag_signed"),
    "plus and minus": Convention(columns="flag", words=("-", "+")),
    "借 贷": Convention(language="zh", columns="flag", words=("借", "贷")),
    "借 贷 of the firm's books": Convention(language="zh", columns="flag", words=("贷", "借")),
    "支 收": Convention(language="zh", columns="flag", words=("支", "收")),
    "支出 收入": Convention(language="zh", columns="flag", words=("支出", "收入")),
    "往账 来账": Convention(language="zh", columns="flag", words=("往账", "来账")),
    "借方 贷方 columns of the firm's books": Convention(language="zh", columns="two", books=True),
    "借方 贷方": Convention(language="zh", columns="two"),
    "day first": Convention(days="%d/%m/%Y"),
    "month first": Convention(days="%m/%d/%Y"),
    "day first, two digits": Convention(days="%d/%m/%y"),
    "points": Convention(days="%d.%m.%Y"),
    "month by name": Convention(days="%d-%b-%Y"),
    "month first by name": Convention(days="%b %d, %Y"),
    "eight digits": Convention(days="%Y%m%d"),
    "with time": Convention(days="%Y-%m-%d 09:08:07"),
    "month first with time": Convention(days="%m/%d/%Y 9:08 AM"),
    "Chinese": Convention(language="zh", days="%Y年%m月%d日"),
    "slashes": Convention(language="zh", days="%Y/%m/%d"),
    "grouped": Convention(money="grouped"),
    "comma": Convention(money="comma", delimiter=";"),
    "european": Convention(money="european", delimiter=";"),
    "european in commas": Convention(money="european"),
    "trailing minus": Convention(money="trailing"),
    "brackets": Convention(money="brackets"),
    "sign of the currency": Convention(language="zh", money="sign"),
    "full width": Convention(language="zh", money="full"),
    "apostrophe": Convention(money="apostrophe"),
    "tab behind": Convention(money="tab"),
    "newest first": Convention(newest_first=True),
    "newest first, two columns, month first": Convention(newest_first=True, columns="two", days="%m/%d/%Y"),
    "no balances": Convention(balances=False),
    "no balances, newest first": Convention(balances=False, newest_first=True, columns="two"),
    "no heading": Convention(preamble=False),
    "totals": Convention(columns="two", totals=True),
    "合计 and 本页小计": Convention(language="zh", columns="two", totals=True, page_totals=5),
    "page totals of a signed amount": Convention(totals=True, page_totals=4),
    "ragged": Convention(ragged=True),
    "semicolons": Convention(delimiter=";"),
    "tabs": Convention(delimiter="\t"),
    "pipes": Convention(delimiter="|"),
    "GB18030": Convention(language="zh", encoding="gb18030"),
    "UTF-16": Convention(language="zh", encoding="utf-16", delimiter="\t"),
    "UTF-16 without a mark": Convention(encoding="utf-16-le"),
    "UTF-8 with a mark": Convention(language="zh", encoding="utf-8-sig"),
    "cp1252": Convention(encoding="cp1252"),
    "workbook": Convention(typed=True),
    "workbook, two columns, totals": Convention(typed=True, columns="two", totals=True, language="zh"),
    "workbook, flags, newest first": Convention(typed=True, columns="flag", newest_first=True, language="zh", words=("借", "贷")),
}
UNKNOWN = {
    "names that say nothing": Convention(names=("A", "B", "C", "D", "E")),
    "a balance by another name": Convention(names=("Date", "Description", "Counterparty", "Amount", "Running Bal.")),
    "two columns that say nothing": Convention(columns="two", names=("A", "B", "C", "D", "E", "F")),
    "zeros in columns that say nothing": Convention(columns="zeros", names=("A", "B", "C", "D", "E", "F")),
    "columns of another language": Convention(
        money="european", delimiter=";", names=("Fecha", "Concepto", "Contraparte", "Importe", "Saldo tras")
    ),
    "no header": Convention(names=None),
    "no header, no heading": Convention(names=None, preamble=False),
    "no header, two columns, newest first": Convention(names=None, columns="two", newest_first=True, preamble=False),
    "no header, unsigned": Convention(names=None, columns="flag", preamble=False),
    "no header, no balance": Convention(names=None, balances=False),
    "workbook without a header": Convention(names=None, typed=True, columns="two"),
}


@pytest.mark.parametrize("case", UNKNOWN)
def test_unknown_columns_are_learned_from_the_balances(case: str) -> None:
    how = UNKNOWN[case]
    lines = month()
    rows = rows_of(lines, OPENING, how)
    records, warnings = read(as_workbook(rows) if how.typed else as_text(rows, how))
    (statement,) = records
    assert isinstance(statement, BankStatement)
    found = [(one.date, one.amount.value, one.balance and one.balance.value) for one in statement.transactions]
    # Which way the first movement of an unsigned column went, no balance before it says.
    skip = 1 if how.columns == "flag" else 0
    assert found[skip:] == [(one.day, one.amount, one.balance if how.balances else None) for one in lines][skip:]
    for one, line in zip(statement.transactions, lines, strict=True):
        assert line.text in one.description and line.party in f"{one.description} {one.counterparty}"
    assert not [warning for warning in warnings if warning.code not in REMARKS]


@pytest.mark.parametrize("case", CASES)
def test_every_line_is_right(case: str) -> None:
    check(CASES[case])


@pytest.mark.parametrize(("days", "read_as"), [
    # All numbers are twelve or less: only one reading runs one way.
    (["01/02/2025", "05/02/2025", "09/02/2025", "02/03/2025", "11/03/2025"], [(2, 1), (2, 5), (2, 9), (3, 2), (3, 11)]),
    (["02/01/2025", "02/05/2025", "02/09/2025", "03/02/2025", "03/11/2025"], [(2, 1), (2, 5), (2, 9), (3, 2), (3, 11)]),
    # Both run one way, and one lasts from January to November.
    (["01/03/2025", "04/03/2025", "07/03/2025", "11/03/2025"], [(3, 1), (3, 4), (3, 7), (3, 11)]),
    (["03/01/2025", "03/04/2025", "03/07/2025", "03/11/2025"], [(3, 1), (3, 4), (3, 7), (3, 11)]),
    # Newest first.
    (["11/03/2025", "02/03/2025", "09/02/2025", "05/02/2025"], [(2, 5), (2, 9), (3, 2), (3, 11)]),
    # One number above twelve decides for all.
    (["03/04/2025", "03/05/2025", "03/13/2025"], [(3, 4), (3, 5), (3, 13)]),
    (["03/04/2025", "03/05/2025", "13/05/2025"], [(4, 3), (5, 3), (5, 13)]),
    # Nothing decides: the rows are in pounds.
    (["01/02/2025"], [(2, 1)]),
])  # fmt: skip
def test_the_whole_column_says_which_number_is_the_day(days: list[str], read_as: list[tuple[int, int]]) -> None:
    rows = "".join(f"{day},Sale {number},£1{number}.00\n" for number, day in enumerate(days))
    (statement,), _ = read(f"Date,Description,Amount\n{rows}".encode())
    assert isinstance(statement, BankStatement)
    assert [one.date for one in statement.transactions] == [date(2025, month, day) for month, day in read_as]


MONEY_OF_TEXT = ("plain", "grouped", "trailing", "brackets", "apostrophe", "tab")


@st.composite
def conventions(draw: st.DrawFn) -> Convention:
    """Any mixture of conventions that a bank might choose."""
    language = draw(st.sampled_from(["en", "zh"]))
    words = [("借", "贷"), ("支", "收"), ("支出", "收入")] if language == "zh" else [("DR", "CR"), ("D", "C"), ("Debit", "Credit")]
    days = ["%Y-%m-%d", "%Y/%m/%d", "%Y%m%d"] + (["%Y年%m月%d日"] if language == "zh" else ["%d/%m/%Y", "%m/%d/%Y", "%d %b %Y"])
    columns = draw(st.sampled_from(["signed", "two", "zeros", "flag"]))
    return Convention(
        language=language, columns=columns, words=draw(st.sampled_from(words)), days=draw(st.sampled_from(days)),
        money=draw(st.sampled_from(MONEY_OF_TEXT)), newest_first=draw(st.booleans()), preamble=draw(st.booleans()),
        totals=draw(st.booleans()) and columns in {"two", "zeros"}, page_totals=draw(st.sampled_from([0, 0, 5])) if columns == "two" else 0,
        ragged=draw(st.booleans()), books=draw(st.booleans()) and columns == "two" and language == "zh",
        delimiter=draw(st.sampled_from([",", ";", "\t", "|"])),
        encoding=draw(st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "gb18030"])), typed=draw(st.booleans()),
    )  # fmt: skip


@st.composite
def months(draw: st.DrawFn) -> list[Line]:
    """Four movements or more on days that tell themselves apart, with any amounts that are not zero."""
    balance, lines = OPENING, []
    for item, cents in enumerate(draw(st.lists(st.integers(-10_000_000, 10_000_000).filter(bool), min_size=4, max_size=20))):
        amount = Decimal(cents) / 100
        balance += amount
        text = draw(st.sampled_from(["Invoice", "工资", "TRF 0042", "货款 三月", "A, B; C", 'the "roof"']))
        lines.append(
            Line(date(2025, 3, 9) + timedelta(item), amount, balance, text, draw(st.sampled_from(["", "Hartwell Ltd", "宁波海曙五金"])))
        )
    return lines


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(how=conventions(), lines=months())
def test_any_convention_with_any_amounts(how: Convention, lines: list[Line]) -> None:
    check(how, lines)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(how=conventions(), lines=months(), data=st.data())
def test_a_line_that_was_changed_or_taken_out_is_said(how: Convention, lines: list[Line], data: st.DataObject) -> None:
    at = data.draw(st.integers(1, len(lines) - 2))
    if data.draw(st.booleans()):
        changed = [*lines[:at], *lines[at + 1 :]]
    else:
        line = lines[at]
        changed = [*lines[:at], Line(line.day, line.amount * 3, line.balance, line.text, line.party), *lines[at + 1 :]]
    rows = rows_of(changed, OPENING, how)
    _, warnings = read(as_workbook(rows) if how.typed else as_text(rows, how))
    assert "balance-chain-broken" in [warning.code for warning in warnings]


@pytest.mark.parametrize("columns", ["signed", "two", "flag"])
@pytest.mark.parametrize("wreck", ["####", "1O0.00", "12.3.4", "see above"])
def test_an_amount_that_cannot_be_read_is_said(columns: str, wreck: str) -> None:
    how = Convention(columns=columns)
    lines = month()
    rows = rows_of(lines, OPENING, how)
    row = next(row for row in rows if row and row[1:2] == ["Invoice 5"])
    at = next(index for index in range(len(row) - 2, 0, -1) if row[index])
    row[at] = wreck
    (statement,), warnings = read(as_text(rows, how))
    assert isinstance(statement, BankStatement)
    assert "amount-unreadable" in [warning.code for warning in warnings]
    assert len(statement.transactions) in {len(lines), len(lines) - 1}


@pytest.mark.parametrize("told", ["HMRC CT600 return", "Invoice no 12", "增值税申报表", "资产负债表", "journal entry", "total assets"])
def test_what_a_movement_speaks_of_makes_it_no_other_paper(told: str) -> None:
    for preamble in (True, False):
        lines = [Line(line.day, line.amount, line.balance, told, line.party) for line in month()]
        check(Convention(preamble=preamble), lines)


def test_a_month_without_movements_has_its_balances() -> None:
    data = '币种：人民币\n期初余额,"1,234.50"\n交易日期,摘要,借方发生额,贷方发生额,余额\n合计,,0.00,0.00,"1,234.50"\n'.encode()
    (statement,), warnings = read(data)
    assert isinstance(statement, BankStatement)
    assert statement.opening is not None and statement.closing is not None
    assert (statement.opening.value, statement.closing.value, len(statement.transactions)) == (Decimal("1234.50"), Decimal("1234.50"), 0)
    assert not warnings


def test_two_movements_under_another_name_of_the_balance() -> None:
    (statement,), _ = read(b"Date,Description,Amount,Running Bal.\n2025-03-01,Sale,5.99,105.99\n2025-03-04,Fee,-1.00,104.99\n")
    assert isinstance(statement, BankStatement)
    assert [one.balance and one.balance.value for one in statement.transactions] == [Decimal("105.99"), Decimal("104.99")]


def test_a_sheet_of_hundreds_of_unknown_columns_takes_no_time() -> None:
    row = ",".join(f"{number}.25" for number in range(300))
    started = time.process_time()
    records, _ = read("".join(f"2025-03-{day:02d},{row}\n" for day in range(1, 29)).encode())
    assert records
    assert time.process_time() - started < 15
