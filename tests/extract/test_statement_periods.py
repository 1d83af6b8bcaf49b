"""Which period a column is of: months, filings, ranges, interim statements, and columns that do not say."""

from __future__ import annotations

from datetime import date

import pytest

from extract.document import DocumentWarning
from extract.records import FinancialStatement
from extract.series import FigureSeries
from extract.statements.reader import read
from tests.extract.paper import rows

INCOME = [
    [(40, "一、营业收入"), (300, "900.00", "r"), (400, "300.00", "r")],
    [(40, "减：营业成本"), (300, "500.00", "r"), (400, "200.00", "r")],
    [(40, "三、利润总额"), (300, "400.00", "r"), (400, "100.00", "r")],
    [(40, "四、净利润"), (300, "400.00", "r"), (400, "100.00", "r")],
]


def one(spec: list, *more: list) -> tuple[FinancialStatement, list[DocumentWarning]]:  # type: ignore[type-arg]
    pages = [rows(spec), *(rows(page, number) for number, page in enumerate(more, 2))]
    found, warnings = read("ab" * 32, pages, FigureSeries("ab" * 32))
    return found[0], warnings


def columns(statement: FinancialStatement, line: int = 0) -> list[tuple[date | None, str, str]]:
    return [(item.period, item.span, item.figure.printed) for item in statement.lines[line].figures]


@pytest.mark.parametrize(
    ("heading", "captions", "expected"),
    [
        ("报表日期：2025-01至2025-12", ("本年金额", "上年金额"), [(date(2025, 12, 31), "year"), (date(2024, 12, 31), "year")]),
        ("报表日期：2026-01至2026-02", ("本年累计金额", "本月金额"), [(date(2026, 2, 28), "year_to_date"), (date(2026, 2, 28), "month")]),
        ("期间：2026-02", ("本期金额", "上期金额"), [(date(2026, 2, 28), "month"), (date(2025, 2, 28), "month")]),
        (
            "税款所属期起 2026-01-01 税款所属期止 2026-03-31",
            ("本年累计金额", "本期金额"),
            [(date(2026, 3, 31), "year_to_date"), (date(2026, 3, 31), "month")],
        ),
    ],
)
def test_the_heading_of_a_chinese_statement_says_what_its_columns_cover(
    heading: str, captions: tuple[str, str], expected: list[tuple[date, str]]
) -> None:
    spec = [[(200, "利润表")], [(40, heading)], [(40, "项目"), (300, captions[0], "r"), (400, captions[1], "r")], *INCOME]
    statement, _ = one([*spec[:1], [(40, "单位：元")], *spec[1:]])
    assert [(period, span) for period, span, _ in columns(statement)] == expected


def test_a_unit_may_stand_alone() -> None:
    statement, warnings = one(
        [[(200, "利润表")], [(40, "2024年度")], [(500, "元")], [(40, "项目"), (300, "本期金额", "r"), (400, "上期金额", "r")], *INCOME]
    )
    assert not warnings
    assert (statement.currency, statement.scale) == ("CNY", 1)


WESTERN = [
    [(40, "Turnover"), (300, "900", "r"), (400, "300", "r")],
    [(40, "Cost of sales"), (300, "(500)", "r"), (400, "(200)", "r")],
    [(40, "Gross profit"), (300, "400", "r"), (400, "100", "r")],
    [(40, "Profit for the financial year"), (300, "400", "r"), (400, "100", "r")],
]


@pytest.mark.parametrize(("first", "second"), [("Aug-25", "Aug-24"), ("FY Aug-25", "FY Aug-24"), ("31 Aug 2025", "31 Aug 2024")])
def test_columns_headed_by_months_under_a_period_that_is_no_column(first: str, second: str) -> None:
    statement, _ = one([[(40, "Profit and Loss")], [(40, "1 Sep 2024 to 31 Aug 2025")], [(300, first, "r"), (400, second, "r")], *WESTERN])
    assert [period for period, _, _ in columns(statement)] == [date(2025, 8, 31), date(2024, 8, 31)]


BALANCE = [
    [(40, "Fixed assets"), (300, "100", "r"), (400, "90", "r")],
    [(40, "Current assets"), (300, "60", "r"), (400, "50", "r")],
    [(40, "Net current assets"), (300, "60", "r"), (400, "50", "r")],
    [(40, "Net assets"), (300, "160", "r"), (400, "140", "r")],
]


def test_two_columns_of_one_year_leave_the_second_without_a_day() -> None:
    spec = [[(40, "Balance sheet")], [(40, "as at 31 August 2025")], [(300, "2025", "r"), (400, "2025", "r")], *BALANCE]
    statement, warnings = one(spec)
    assert [period for period, _, _ in columns(statement)] == [date(2025, 8, 31), None]
    assert "periods-unclear" in {warning.code for warning in warnings}


def test_a_column_without_a_caption_never_takes_the_period_of_the_one_beside_it() -> None:
    statement, warnings = one([[(40, "Balance sheet")], [(40, "as at 31 August 2025")], [(300, "31 August 2025", "r")], *BALANCE])
    assert columns(statement)[0] == (date(2025, 8, 31), "instant", "100")
    assert columns(statement)[1] == (None, "instant", "90")
    assert "periods-unclear" in {warning.code for warning in warnings}


def test_an_interim_balance_sheet_is_beside_the_year_end_before_it() -> None:
    balance = [[(40, "Balance sheet")], [(40, "as at 31 January 2025")], [(300, "2025", "r"), (400, "2024", "r")], *BALANCE]
    profit = [[(40, "Profit and loss account")], [(40, "for the 3 months ended 31 January 2025")], [(300, "31 Jan 2025", "r")],
              *[[row[0], row[1]] for row in WESTERN]]  # fmt: skip
    statement, _ = one(balance, profit)
    assert [period for period, _, _ in columns(statement)] == [date(2025, 1, 31), date(2024, 10, 31)]


def test_accumulated_depreciation_printed_with_a_minus_is_a_deduction() -> None:
    statement, _ = one(
        [
            [(40, "Balance sheet")],
            [(40, "31 December 2024")],
            [(300, "2024", "r"), (400, "2023", "r")],
            [(40, "Accumulated depreciation"), (300, "-19,693", "r"), (400, "-13,988", "r")],
            *BALANCE,
        ]
    )
    line = next(line for line in statement.lines if line.concept == "accumulated_depreciation")
    assert [str(item.figure.value) for item in line.figures] == ["19693", "13988"]


def test_signatures_across_the_middle_do_not_move_the_border_of_a_two_sided_sheet() -> None:
    statement, _ = one(
        [
            [(200, "资产负债表")],
            [(40, "2023年12月31日"), (450, "单位：万元")],
            [(60, "资产"), (160, "期末余额"), (231, "年初余额"), (340, "负债和所有者权益"), (440, "期末余额"), (511, "年初余额")],
            [(44, "货币资金"), (208, "7.15", "r"), (278, "14.21", "r"), (292, "应付账款"), (488, "1.68", "r"), (558, "2.98", "r")],
            [(44, "存货"), (208, "1.35", "r"), (278, "1.69", "r"), (292, "应交税费"), (558, "0.38", "r")],
            [(44, "流动资产合计"), (208, "8.50", "r"), (278, "15.90", "r"), (292, "负债合计"), (488, "1.68", "r"), (558, "3.36", "r")],
            [(34, "单位负责人：郑艳"), (259, "财务负责人：杨振宇"), (502, "制表人")],
        ]
    )
    assert [(line.label, len(line.figures)) for line in statement.lines[:3]] == [("货币资金", 2), ("存货", 2), ("流动资产合计", 2)]


def test_the_supplement_of_a_cash_flow_statement_overleaf_belongs_to_it() -> None:
    captions = [(40, "项目"), (300, "本期金额", "r"), (400, "上期金额", "r")]
    face = [
        [(200, "现金流量表")],
        [(40, "2024年度"), (450, "单位：元")],
        captions,
        [(40, "销售商品、提供劳务收到的现金"), (300, "10.00", "r"), (400, "9.00", "r")],
        [(40, "经营活动产生的现金流量净额"), (300, "10.00", "r"), (400, "9.00", "r")],
        [(40, "六、期末现金及现金等价物余额"), (300, "19.00", "r"), (400, "9.00", "r")],
    ]
    overleaf = [
        [(40, "补充资料")],
        captions,
        [(40, "净利润"), (300, "4.00", "r"), (400, "3.00", "r")],
        [(40, "无形资产摊销"), (300, "6.00", "r"), (400, "6.00", "r")],
    ]
    statement, _ = one(face, overleaf)
    assert [line.label for line in statement.lines if line.figures][-2:] == ["净利润", "无形资产摊销"]


def test_captions_of_an_older_form_mean_what_the_lines_beside_them_leave_over() -> None:
    statement, _ = one(
        [
            [(200, "利润表")],
            [(40, "2024年度"), (450, "单位：元")],
            [(40, "项目"), (300, "本年累计数", "r"), (400, "上年数", "r")],
            [(40, "一、主营业务收入"), (300, "900.00", "r"), (400, "300.00", "r")],
            [(40, "营业费用"), (300, "50.00", "r"), (400, "20.00", "r")],
            [(40, "管理费用"), (300, "30.00", "r"), (400, "20.00", "r")],
            [(40, "五、净利润"), (300, "400.00", "r"), (400, "100.00", "r")],
        ]
    )
    assert [line.concept for line in statement.lines] == ["revenue", "selling_expenses", "admin_expenses", "net_profit"]
