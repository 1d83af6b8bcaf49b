"""The parts of the bank reader: layouts, catalogue, captions, calendar, chain."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.banks import generic
from extract.banks.calendar import days_of, is_day_first
from extract.banks.captions import account_in, captions_of, currency_in, period_in
from extract.banks.catalogue import layouts
from extract.banks.chain import Movement, holding, links, signs_from_balances
from extract.banks.layout import BankLayout, LayoutError
from extract.place import Box
from extract.tables.lines import Chunk, Row


@pytest.mark.parametrize(
    ("signs", "columns", "says"),
    [
        ((), {"date": ("Date",), "amount": ("Amount",)}, "sign"),
        (("X",), {"amount": ("Amount",)}, "date"),
        (("X",), {"date": ("Date",), "in": ("In",)}, "in and out"),
        (("X",), {"date": ("Date",), "amount": ()}, "name"),
        (("X",), {"date": ("Date",), "amount": ("A",), "sum": ("B",)}, "unknown"),
    ],
)
def test_a_layout_that_cannot_read_fails_at_import(signs: tuple[str, ...], columns: dict[str, tuple[str, ...]], says: str) -> None:
    with pytest.raises(LayoutError, match=says):
        BankLayout(bank="A bank", signs=signs, columns=columns)  # type: ignore[arg-type]


def test_the_catalogue_walks_its_folder_with_the_generic_layout_last() -> None:
    banks = [layout.bank for layout in layouts()]
    assert {"中国农业银行", "HSBC Hong Kong", "支付宝", "微信支付", "Barclays", "中国工商银行"} <= set(banks)
    assert layouts()[-1] is generic.LAYOUT and None not in banks[:-1]


def row_of(*texts: str) -> Row:
    return Row(1, 0, tuple(Chunk(text, Box(100.0 * index, 0, 100.0 * index + 90, 10)) for index, text in enumerate(texts)))


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("户名：某公司 账号：6222000011112222",), {"holder": "某公司", "account": "6222000011112222"}),
        (("户名", "某公司", "账号", "6222 0000 1111 2222"), {"holder": "某公司", "account": "6222 0000 1111 2222"}),
        (("Sort code 20-28-61 Account number 42861489",), {"account": "42861489"}),
        (("Account holder: Example Ltd",), {"holder": "Example Ltd"}),
        (("收入：1笔 0.35元",), {"total_in": "1笔 0.35元"}),
        (("Opening balance", "1,000.00"), {"opening": "1,000.00"}),
        (("Harbour Bank plc",), {}),  # a name, not a caption with its value
        (("Please check your account regularly",), {}),
    ],
)
def test_captions(texts: tuple[str, ...], expected: dict[str, str]) -> None:
    found = {item.caption: item.value for item in captions_of([row_of(*texts)]) if item.caption != "skip"}
    assert found == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2025-01-01 至 2025-01-31", (date(2025, 1, 1), date(2025, 1, 31))),
        ("20250101-20250131", (date(2025, 1, 1), date(2025, 1, 31))),
        ("1 January to 31 January 2025", (date(2025, 1, 1), date(2025, 1, 31))),
        ("15 December to 14 January 2025", (date(2024, 12, 15), date(2025, 1, 14))),
        ("31 January 2025", (None, date(2025, 1, 31))),
        ("no date at all", (None, None)),
    ],
)
def test_periods(text: str, expected: tuple[date | None, date | None]) -> None:
    assert period_in(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("人民币", "CNY"),
        ("RMB", "CNY"),
        ("Paid in (£)", "GBP"),
        ("HK$1", "HKD"),
        ("US$5", "USD"),
        ("$5", "USD"),
        ("RMBX", None),
        ("-", None),
    ],
)
def test_currencies(text: str, expected: str | None) -> None:
    assert currency_in(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("6222 0000 1111 2222", "6222000011112222"),
        ("6222****2222 (活期)", "6222****2222"),
        ("GB82 WEST 1234 5698 7654 32", "GB82WEST12345698765432"),
        ("12345678", "12345678"),
        ("overview", None),
    ],
)
def test_account_numbers(text: str, expected: str | None) -> None:
    assert account_in(text) == expected


def test_december_lies_in_the_year_before_january() -> None:
    days = days_of(["30 Dec", "2 Jan", None], day_first=True, start=date(2024, 12, 15), end=date(2025, 1, 14), anchor=None)
    assert days == [date(2024, 12, 30), date(2025, 1, 2), None]
    days = days_of(["30 Dec", "2 Jan"], day_first=True, start=None, end=None, anchor=date(2025, 1, 15))
    assert days == [date(2024, 12, 30), date(2025, 1, 2)]
    days = days_of(["30 Dec 2024", "2 Jan"], day_first=True, start=None, end=None, anchor=None)
    assert days == [date(2024, 12, 30), date(2025, 1, 2)]
    assert days_of(["2 Jan"], day_first=True, start=None, end=None, anchor=None) == [None]


def test_a_number_above_twelve_says_which_is_the_day() -> None:
    assert is_day_first(["01/02/2025", "13/02/2025"], stated=None, otherwise=False)
    assert not is_day_first(["01/02/2025", "02/13/2025"], stated=True, otherwise=True)
    assert not is_day_first(["01/02/2025"], stated=None, otherwise=False)


CENTS = st.integers(min_value=-(10**9), max_value=10**9).map(lambda cents: Decimal(cents).scaleb(-2))


@given(CENTS, st.lists(st.tuples(CENTS, st.booleans()), min_size=1, max_size=20))
def test_a_true_chain_holds_and_one_changed_amount_breaks_it(opening: Decimal, steps: list[tuple[Decimal, bool]]) -> None:
    steps[-1] = (steps[-1][0], True)
    line, known = [], opening
    for amount, printed in steps:
        known += amount
        line.append(Movement(amount, known if printed else None))
    assert all(missing == 0 for _, missing in links(line, opening))
    assert holding(line, opening) == sum(printed for _, printed in steps)
    line[0] = Movement(line[0].amount + 1, line[0].balance)
    assert sum(missing != 0 for _, missing in links(line, opening)) == 1


@given(CENTS, st.lists(CENTS.filter(bool), min_size=2, max_size=20))
def test_balances_give_the_signs_back(opening: Decimal, moves: list[Decimal]) -> None:
    balances, known = [], opening
    for amount in moves:
        known += amount
        balances.append(known)
    signs = signs_from_balances([abs(amount) for amount in moves], balances, opening)
    assert signs == [1 if amount > 0 else -1 for amount in moves]
