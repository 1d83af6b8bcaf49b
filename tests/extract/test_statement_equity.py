"""Statements of changes in equity set by hand: two years beneath each other, two years side by side, and columns of periods."""

from datetime import date

from extract.series import FigureSeries
from extract.statements.further import read
from tests.extract.paper import rows

SHA = "ef" * 32


def equity_of(*pages):
    (record,), _ = read(SHA, list(pages), FigureSeries(SHA))
    assert record.statement == "equity_changes"
    return record


def told(record):
    return {(line.concept or line.label, one.period, one.column): str(one.figure.value) for line in record.lines for one in line.figures}


def british():
    return rows(
        [
            [(40, "Harbour Lane Joinery Limited")],
            [(40, "Statement of changes in equity")],
            [(40, "for the year ended 31 March 2025")],
            [(250, "Called up", "r"), (350, "Profit and", "r"), (450, "Total", "r")],
            [(250, "share capital", "r"), (350, "loss account", "r"), (450, "equity", "r")],
            [(250, "£", "r"), (350, "£", "r"), (450, "£", "r")],
            [(40, "Balance at 1 April 2023"), (250, "100", "r"), (350, "40,000", "r"), (450, "40,100", "r")],
            [(40, "Profit for the year"), (250, "-", "r"), (350, "25,000", "r"), (450, "25,000", "r")],
            [(40, "Dividends"), (250, "-", "r"), (350, "(10,000)", "r"), (450, "(10,000)", "r")],
            [(40, "Balance at 31 March 2024"), (250, "100", "r"), (350, "55,000", "r"), (450, "55,100", "r")],
            [(40, "Profit for the year"), (250, "-", "r"), (350, "30,000", "r"), (450, "30,000", "r")],
            [(40, "Issue of shares"), (250, "50", "r"), (350, "-", "r"), (450, "50", "r")],
            [(40, "Dividends"), (250, "-", "r"), (350, "(12,000)", "r"), (450, "(12,000)", "r")],
            [(40, "Balance at 31 March 2025"), (250, "150", "r"), (350, "73,000", "r"), (450, "73,150", "r")],
        ]
    )  # fmt: skip


def test_two_years_beneath_each_other_are_two_periods() -> None:
    record = equity_of(british())
    found = told(record)
    this, last = date(2025, 3, 31), date(2024, 3, 31)
    assert record.periods == (this, last)
    assert found["eq_opening", last, "total_equity"] == "40100"
    assert found["eq_closing", last, "total_equity"] == "55100"
    assert found["eq_opening", this, "total_equity"] == "55100"
    assert found["eq_distributions", this, "retained_earnings"] == "12000"
    assert found["eq_capital_movement", this, "paid_in_capital"] == "50"
    assert found["eq_closing", this, "total_equity"] == "73150"
    assert record.complete


def test_a_statement_that_does_not_add_up_is_not_taken_for_whole() -> None:
    page = [row for row in british() if not row.text.startswith("Issue")]
    assert not equity_of(page).complete


def test_chinese_halves_are_this_year_and_the_last() -> None:
    edges = [190, 260, 330, 400, 490, 560, 630, 700]
    captions = ["实收资本", "盈余公积", "未分配利润", "合计"] * 2

    def line(label, *amounts):
        return [(20, label), *[(edge, amount, "r") for edge, amount in zip(edges, amounts, strict=True) if amount]]

    page = rows(
        [
            [(300, "所有者权益变动表")],
            [(20, "编制单位：青禾商贸有限公司"), (300, "2025年度"), (650, "单位：元")],
            [(270, "本年金额"), (570, "上年金额")],
            [(60, "项目"), *[(edge, caption, "r") for edge, caption in zip(edges, captions, strict=True)]],
            line("一、上年年末余额", "100.00", "8.00", "70.00", "178.00", "100.00", "5.00", "45.00", "150.00"),
            line("加：前期差错更正", "", "", "", "", "", "", "", ""),
            line("二、本年年初余额", "100.00", "8.00", "70.00", "178.00", "100.00", "5.00", "45.00", "150.00"),
            line("三、本年增减变动金额", "0.00", "2.00", "10.00", "12.00", "0.00", "3.00", "25.00", "28.00"),
            line("（一）综合收益总额", "", "", "20.00", "20.00", "", "", "28.00", "28.00"),
            line("（三）利润分配", "", "2.00", "-10.00", "-8.00", "", "3.00", "-3.00", "0.00"),
            line("1．提取盈余公积", "", "2.00", "-2.00", "0.00", "", "3.00", "-3.00", "0.00"),
            line("2．对所有者（或股东）的分配", "", "", "-8.00", "-8.00", "", "", "", ""),
            line("四、本年年末余额", "100.00", "10.00", "80.00", "190.00", "100.00", "8.00", "70.00", "178.00"),
        ]
    )
    record = equity_of(page)
    found = told(record)
    this, last = date(2025, 12, 31), date(2024, 12, 31)
    assert found["eq_opening", this, "total_equity"] == "178.00"
    assert found["eq_opening", last, "total_equity"] == "150.00"
    assert found["eq_distributions", this, "total_equity"] == "8.00"
    assert found["eq_distributions", this, "retained_earnings"] == "8.00"
    assert found["eq_profit", last, "retained_earnings"] == "28.00"
    assert found["eq_reserve_transfer", this, "surplus_reserve"] == "2.00"
    assert found["eq_closing", this, "total_equity"] == "190.00"
    assert record.complete and record.entity == "青禾商贸有限公司"


def test_the_balance_before_adjustments_opens_a_year_that_was_adjusted() -> None:
    page = rows(
        [
            [(300, "所有者权益变动表")],
            [(20, "编制单位：青禾商贸有限公司"), (300, "2025年度"), (650, "单位：元")],
            [(60, "项目"), (260, "实收资本", "r"), (380, "未分配利润", "r"), (480, "合计", "r")],
            [(20, "一、上年年末余额"), (260, "100.00", "r"), (380, "70.00", "r"), (480, "170.00", "r")],
            [(20, "前期差错更正"), (380, "-5.00", "r"), (480, "-5.00", "r")],
            [(20, "二、本年年初余额"), (260, "100.00", "r"), (380, "65.00", "r"), (480, "165.00", "r")],
            [(20, "（一）净利润"), (380, "15.00", "r"), (480, "15.00", "r")],
            [(20, "四、本年年末余额"), (260, "100.00", "r"), (380, "80.00", "r"), (480, "180.00", "r")],
        ]
    )
    record = equity_of(page)
    assert told(record)["eq_opening", date(2025, 12, 31), "total_equity"] == "170.00"
    assert record.complete


def test_columns_may_be_periods() -> None:
    page = rows(
        [
            [(40, "Bluff Street Traders Inc.")],
            [(40, "Statement of Changes in Stockholders' Equity")],
            [(40, "Years ended December 31, 2025 and 2024")],
            [(350, "2025", "r"), (450, "2024", "r")],
            [(40, "Balance, beginning of year"), (350, "$40,000", "r"), (450, "$35,000", "r")],
            [(40, "Net income"), (350, "9,000", "r"), (450, "7,000", "r")],
            [(40, "Distributions to stockholders"), (350, "(4,000)", "r"), (450, "(2,000)", "r")],
            [(40, "Balance, end of year"), (350, "$45,000", "r"), (450, "$40,000", "r")],
        ]
    )
    found = told(equity_of(page))
    assert found["eq_opening", date(2024, 12, 31), ""] == "35000"
    assert found["eq_distributions", date(2025, 12, 31), ""] == "4000"
    assert found["eq_closing", date(2025, 12, 31), ""] == "45000"


def test_an_unknown_component_keeps_its_caption() -> None:
    page = rows(
        [
            [(40, "Statement of changes in equity")],
            [(40, "for the year ended 31 March 2025")],
            [(250, "Share capital", "r"), (350, "Other pot", "r"), (450, "Total", "r")],
            [(40, "At 1 April 2024"), (250, "100", "r"), (350, "40", "r"), (450, "140", "r")],
            [(40, "At 31 March 2025"), (250, "100", "r"), (350, "40", "r"), (450, "140", "r")],
        ]
    )
    assert told(equity_of(page))["eq_closing", date(2025, 3, 31), "Other pot"] == "40"
