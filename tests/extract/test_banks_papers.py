"""Bank statements on paper as different banks set them: several months in one file, small tables, days on rows of their own."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from extract.banks.reader import read
from extract.document import DocumentWarning
from extract.records import BankStatement
from extract.series import FigureSeries
from extract.tables.lines import Row
from tests.extract.paper import rows as page


def statements(*pages: list[Row]) -> tuple[list[BankStatement], list[DocumentWarning]]:
    return read("ab" * 32, [row for rows in pages for row in rows], FigureSeries("ab" * 32))


def money(statement: BankStatement) -> list[str]:
    return [str(item.amount.value) for item in statement.transactions]


def month(number: int, opening: str, amount: str, closing: str, last: int) -> list[Row]:
    return page(
        [
            [(40, "户"), (60, "名：青岛泰丰环保科技有限公司")],
            [(40, "账"), (60, "号：2010310520146336781"), (400, "货币种类：人民币")],
            [(40, f"交易日期：2025年0{number}月01日 至 2025年0{number}月{last}日"), (400, "打印日期：2025年05月05日")],
            [(40, "上期结余："), (300, opening, "r")],
            [(40, "记账日期"), (150, "摘要"), (300, "支出", "r"), (400, "收入", "r"), (500, "余额", "r")],
            [(40, f"2025年0{number}月09日"), (150, "货款"), (300, "0.00", "r"), (400, amount, "r"), (500, closing, "r")],
            [(40, "合计"), (300, "0.00", "r"), (400, amount, "r"), (500, closing, "r")],
        ],
        number,
    )


def test_each_month_of_a_file_is_a_statement_though_its_captions_are_set_to_one_width() -> None:
    found, warnings = statements(month(1, "100.00", "10.00", "110.00", 31), month(2, "110.00", "5.00", "115.00", 28))
    assert not warnings
    assert [(one.account, one.start, one.end) for one in found] == [
        ("2010310520146336781", date(2025, 1, 1), date(2025, 1, 31)),
        ("2010310520146336781", date(2025, 2, 1), date(2025, 2, 28)),
    ]
    assert [str(one.closing.value) for one in found if one.closing] == ["110.00", "115.00"]
    assert [str(one.total_credits.value) for one in found if one.total_credits] == ["10.00", "5.00"]


def test_a_small_table_of_totals_is_no_movement() -> None:
    found, warnings = statements(
        page(
            [
                [(40, "客户账号 1002527125158729"), (300, "对账期间 2025/04/01-2025/04/30"), (500, "币种：人民币")],
                [(40, "记账日期"), (150, "摘要"), (230, "D/C"), (330, "发生额", "r"), (430, "账户余额", "r")],
                [(40, "2025-04-01"), (150, "上页余额"), (430, "100.00", "r")],
                [(40, "2025-04-02"), (150, "货款"), (230, "C"), (330, "20.00", "r"), (430, "120.00", "r")],
                [(60, "借方笔数"), (160, "借方总额"), (258, "贷方笔数"), (356, "贷方总额"), (476, "期末余额")],
                [(75, "0"), (160, "0.00"), (270, "1"), (356, "20.00"), (476, "120.00")],
            ]
        )
    )
    assert not warnings
    (one,) = found
    assert money(one) == ["20.00"]
    assert [figure and str(figure.value) for figure in (one.opening, one.closing, one.total_credits, one.total_debits)] == [
        "100.00", "120.00", "20.00", "0.00",
    ]  # fmt: skip


def test_a_closing_balance_below_the_table_is_no_movement_whatever_else_stands_on_its_line() -> None:
    found, _ = statements(
        page(
            [
                [(40, "账号/户名：70323428254347135383"), (300, "起始日期：20230801"), (420, "终止日期：20230831")],
                [(40, "交易日"), (213, "转出", "r"), (284, "转入", "r"), (360, "本次余额", "r"), (400, "对方户名"), (494, "摘要")],
                [(40, "20230801"), (284, "9000.00", "r"), (360, "9798.06", "r"), (400, "青岛泰丰"), (494, "汇划")],
                [(40, "期末余额："), (322, "9798.06", "r"), (477, "*** 打印结束 ***")],
            ]
        )
    )
    (one,) = found
    assert money(one) == ["9000.00"]
    assert one.closing is not None and one.closing.printed == "9798.06"


def test_a_total_that_says_its_direction_is_read_wherever_it_stands() -> None:
    found, _ = statements(
        page(
            [
                [(40, "Account number 42024443"), (300, "1 April 2024 to 30 April 2024")],
                [(40, "Date"), (120, "Details"), (400, "Paid out", "r"), (470, "Paid in", "r"), (540, "Balance £", "r")],
                [(40, "01 Apr"), (120, "BALANCE BROUGHT FORWARD"), (540, "50.00", "r")],
                [(40, "02"), (70, "Apr"), (120, "RENT"), (400, "20.00", "r"), (540, "30.00", "r")],
                [(40, "03"), (70, "Apr"), (120, "SALES"), (470, "25.00", "r"), (540, "55.00", "r")],
                [(120, "BALANCE CARRIED FORWARD"), (540, "55.00", "r")],
                [(40, "Total paid out"), (320, "20.00", "r")],
                [(40, "Total paid in"), (320, "25.00", "r")],
            ]
        )
    )
    (one,) = found
    assert [item.date for item in one.transactions] == [date(2024, 4, 2), date(2024, 4, 3)]  # set wide, in two pieces
    assert one.total_debits is not None and one.total_debits.value == Decimal("20.00")
    assert one.total_credits is not None and one.total_credits.value == Decimal("25.00")


def test_an_american_statement_in_sections_with_a_list_of_daily_balances() -> None:
    table = [(40, "DATE"), (120, "DESCRIPTION"), (520, "AMOUNT", "r")]
    found, warnings = statements(
        page(
            [
                [(40, "PRAIRIE STATE BANK, N.A."), (300, "February 1, 2025 through February 28, 2025")],
                [(300, "Account Number: 4836659465")],
                [(40, "Beginning Balance"), (520, "$100.00", "r")],
                [(40, "Total Additions"), (316, "1", "r"), (520, "30.00", "r")],
                [(40, "Total Subtractions"), (316, "2", "r"), (520, "-25.00", "r")],
                [(40, "Ending Balance"), (520, "$105.00", "r")],
                [(40, "DEPOSITS AND ADDITIONS")],
                table,
                [(40, "02/06"), (120, "DEPOSIT"), (520, "$30.00", "r")],
                [(120, "Total Deposits and Additions"), (520, "$30.00", "r")],
                [(40, "CHECKS PAID")],
                [(40, "CHECK NO."), (160, "DATE PAID"), (520, "AMOUNT", "r")],
                [(40, "18353"), (160, "02/03"), (520, "20.00", "r")],
                [(40, "Total Checks Paid"), (520, "$20.00", "r")],
                [(40, "FEES")],
                table,
                [(40, "02/12"), (120, "WIRE FEE"), (520, "5.00", "r")],
                [(120, "Total Fees"), (520, "$5.00", "r")],
                [(40, "DAILY ENDING BALANCE")],
                [(40, "Date"), (277, "Amount", "r"), (309, "Date"), (533, "Amount", "r")],
                [(40, "02/03"), (277, "$80.00", "r"), (309, "02/12"), (533, "$105.00", "r")],
                [(40, "02/06"), (277, "$110.00", "r")],
            ]
        )
    )
    assert not warnings
    (one,) = found
    assert [(item.date, str(item.amount.value)) for item in one.transactions] == [
        (date(2025, 2, 3), "-20.00"),
        (date(2025, 2, 6), "30.00"),
        (date(2025, 2, 12), "-5.00"),
    ]
    assert one.total_credits is not None and one.total_credits.value == Decimal("30.00")
    assert one.total_debits is not None and one.total_debits.value == Decimal("25.00")


def test_a_table_whose_days_stand_on_rows_of_their_own_and_go_on_overleaf() -> None:
    names = [(60, "Who"), (205, "What"), (462, "Amount £", "r"), (534, "Balance £", "r")]
    found, warnings = statements(
        page(
            [
                [(60, "Account 15663953"), (300, "1 Nov 2024 to 31 Dec 2024")],
                names,
                [(60, "Tue 31 Dec 2024")],
                [(60, "Riverdale Ltd"), (205, "CR RIVERDALE 19225"), (462, "+423.71", "r"), (534, "523.71", "r")],
                [(60, "Dunsford Ltd"), (205, "BP DUNSFORD"), (462, "-50.00", "r"), (534, "100.00", "r")],
            ]
        ),
        page(
            [
                names,
                [(60, "Greenfell Ltd"), (205, "DD GREENFELL"), (462, "-10.00", "r"), (534, "150.00", "r")],
                [(60, "Mon"), (80, "9"), (95, "Dec"), (120, "2024")],
                [(60, "Pioneer Ltd"), (205, "BGC PIONEER"), (462, "+60.00", "r"), (534, "160.00", "r")],
            ],
            2,
        ),
    )
    assert not warnings
    (one,) = found
    assert one.newest_first
    assert [(item.date, str(item.amount.value), item.counterparty) for item in one.transactions] == [
        (date(2024, 12, 9), "60.00", "Pioneer Ltd"),
        (date(2024, 12, 31), "-10.00", "Greenfell Ltd"),
        (date(2024, 12, 31), "-50.00", "Dunsford Ltd"),
        (date(2024, 12, 31), "423.71", "Riverdale Ltd"),
    ]


def test_a_period_in_numbers_is_month_first_when_one_of_its_days_says_so() -> None:
    found, _ = statements(
        page(
            [
                [(40, "Account 111253814957"), (300, "Statement dates 05/01/25 thru 05/31/25")],
                [(40, "Date"), (120, "Description"), (400, "Additions", "r"), (470, "Subtractions", "r"), (540, "Balance", "r")],
                [(40, "05-01"), (120, "Beginning balance"), (540, "$5,894.71", "r")],
                [(40, "05-02"), (120, "WIRE FEE"), (470, "$22.52", "r"), (540, "$5,872.19", "r")],
                [(40, "05-31"), (120, "Ending totals"), (400, "$0.00", "r"), (470, "$22.52", "r")],
            ]
        )
    )
    (one,) = found
    assert (one.start, one.end) == (date(2025, 5, 1), date(2025, 5, 31))
    assert [(item.date, str(item.amount.value)) for item in one.transactions] == [(date(2025, 5, 2), "-22.52")]


def test_an_amount_that_cannot_be_read_is_named_and_ends_no_table() -> None:
    found, warnings = statements(
        page(
            [
                [(40, "Account number 48424745"), (300, "1 April 2024 to 30 April 2024")],
                [(40, "Date"), (100, "Type"), (140, "Details"), (400, "Paid out £", "r"), (470, "Paid in £", "r"), (540, "Balance £", "r")],
                [(40, "04 Apr"), (100, "DD"), (140, "ACCOUNTANTS"), (400, "98.27", "r"), (540, "352.62", "r")],
                [(40, "05 Apr"), (100, "CR"), (140, "LOAN FROM DIRECTOR")],
                [(140, "867330895"), (470, "142,,000000..0000", "r")],
                [(100, "SO"), (140, "PROPERTIES")],
                [(140, "SUBSCRIPTION"), (400, "3,708.00", "r"), (540, "666.63", "r")],
                [(40, "08 Apr"), (100, "CR"), (140, "SETTLEMENT"), (470, "61.42", "r"), (540, "728.05", "r")],
            ]
        )
    )
    assert money(found[0]) == ["-98.27", "-3708.00", "61.42"]
    assert [item.date for item in found[0].transactions] == [date(2024, 4, 4), date(2024, 4, 5), date(2024, 4, 8)]
    assert "142,,000000..0000" in " ".join(warning.text for warning in warnings)
