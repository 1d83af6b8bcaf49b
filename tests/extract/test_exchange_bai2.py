"""BAI2: type codes, continuations, availability, control totals, and what is said where they do not hold."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from tests.extract.bank_file import amounts, ends, read_file

FILE = """01,PRAIRIEB,ALDGATE,250131,0600,1,80,,2/
02,ALDGATE,PRAIRIEB,1,250131,,USD,2/
03,48221907,USD,010,100000,,,100,25050,1,/
88,400,10075,2,V,250131,,015,114975,,/
16,165,25050,V,250131,,REF1,CUST1,ACH HARTWELL, SONS/WAREHOUSE
88,CONTINUED HERE
16,475,10000,S,0,10000,0,REF2,1007,CHECK PAID/
16,698,75,,REF3,,/
49,285225,7/
03,48221915,JPY,010,500,,,015,700,,/
16,195,200,D,2,0,100,1,100,,,/
49,1400,3/
98,286625,2,12/
99,286625,1,14/
"""


def test_a_file_is_read_whole() -> None:
    (statement, yen), warnings = read_file(FILE.encode())
    assert not warnings
    assert (statement.account, statement.currency, statement.start, statement.end) == (
        "48221907",
        "USD",
        date(2025, 1, 31),
        date(2025, 1, 31),
    )
    assert ends(statement) == ("1000.00", "1149.75")
    assert amounts(statement) == [Decimal("250.50"), Decimal("-100.00"), Decimal("-0.75")]
    assert [movement.description for movement in statement.transactions] == [
        "ACH HARTWELL, SONS/WAREHOUSE CONTINUED HERE", "CHECK PAID", "REF3",
    ]  # fmt: skip
    assert (statement.total_credits and statement.total_credits.value, statement.total_debits and statement.total_debits.value) == (
        Decimal("250.50"),
        Decimal("100.75"),
    )
    assert (yen.account, yen.currency, ends(yen), amounts(yen)) == ("48221915", "JPY", ("500", "700"), [200])


def test_places_are_line_and_column() -> None:
    (statement, _), _ = read_file(FILE.encode())
    lines = [line.strip().split(",") for line in FILE.splitlines()]
    for figure in statement.figures():
        _, line, _, column = (figure.place.path or "").replace(",", "").split()
        assert lines[int(line) - 1][int(column) - 1].strip("/") == figure.printed


@pytest.mark.parametrize(("old", "new", "code", "said"), [
    ("49,285225,7/", "49,285226,7/", "control-total-differs", "line 9"),
    ("49,285225,7/", "49,285225,8/", "control-total-differs", "records 8"),
    ("98,286625,2,", "98,286625,3,", "control-total-differs", "accounts 3"),
    ("99,286625,1,14/", "99,286625,1,15/", "control-total-differs", "line 14"),
    ("16,475,10000,", "16,475,10001,", "balance-chain-broken", "line 4"),
    ("16,475,10000,", "16,475,10O00,", "amount-unreadable", "line 7, column 3"),
    ("16,475,", "16,777,", "amount-unreadable", "line 7"),
    ("99,286625,1,14/\n", "", "part-missing", "99"),
])  # fmt: skip
def test_what_does_not_add_up_is_said_with_its_place(old: str, new: str, code: str, said: str) -> None:
    assert old in FILE
    statements, warnings = read_file(FILE.replace(old, new).encode())
    assert len(statements) == 2
    assert any(warning.code == code and said in warning.text for warning in warnings), [warning.text for warning in warnings]


def test_days_of_one_account_have_a_record_each() -> None:
    group = FILE[FILE.index("02,") : FILE.index("99,")]
    data = FILE[: FILE.index("99,")] + group.replace("1,250131,", "1,250203,") + "99,573250,2,26/\n"
    statements, warnings = read_file(data.encode())
    assert not warnings
    assert [(one.account, one.start) for one in statements] == [
        ("48221907", date(2025, 1, 31)), ("48221915", date(2025, 1, 31)), ("48221907", date(2025, 2, 3)), ("48221915", date(2025, 2, 3)),
    ]  # fmt: skip
