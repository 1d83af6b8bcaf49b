"""Statements set by hand, line by line as a bookkeeper would print them."""

from datetime import date
from decimal import Decimal

from extract.series import FigureSeries
from extract.statements.reader import read, recognises
from tests.extract.paper import rows

SHA = "ab" * 32


def statements(*pages):
    found, warnings = read(SHA, list(pages), FigureSeries(SHA))
    return found, {warning.code for warning in warnings}


def values(statement):
    """{(concept or label, period, span): value} of a statement."""
    return {
        (line.concept or line.label, column.period, column.span): column.figure.value for line in statement.lines for column in line.figures
    }


def two_sided():
    return rows(
        [
            [(230, "资 产 负 债 表")],
            [(480, "会小企01表")],
            [(30, "编制单位：青禾商贸有限公司"), (250, "2025年12月31日"), (500, "单位：元")],
            [
                (60, "资产"),
                (140, "行次"),
                (180, "期末余额"),
                (240, "年初余额"),
                (310, "负债和所有者权益"),
                (420, "行次"),
                (460, "期末余额"),
                (530, "年初余额"),
            ],
            [(30, "流动资产："), (305, "流动负债：")],
            [
                (34, "货币资金"),
                (150, "1"),
                (220, "1,000.00", "r"),
                (285, "800.50", "r"),
                (309, "短期借款"),
                (425, "31"),
                (500, "500.00", "r"),
                (575, "300.00", "r"),
            ],
            [
                (34, "存货"),
                (150, "9"),
                (220, "250.00", "r"),
                (285, "100.00", "r"),
                (309, "应交税费"),
                (425, "36"),
                (500, "-20.00", "r"),
                (575, "0.00", "r"),
            ],
            [
                (34, "流动资产合计"),
                (150, "15"),
                (220, "1,250.00", "r"),
                (285, "900.50", "r"),
                (309, "流动负债合计"),
                (425, "41"),
                (500, "480.00", "r"),
                (575, "300.00", "r"),
            ],
            [(305, "所有者权益（或股东权益）：")],
            [(309, "实收资本（或股本）"), (425, "48"), (500, "600.00", "r"), (575, "600.00", "r")],
            [(309, "未分配利润"), (425, "51"), (500, "170.00", "r"), (575, "0.50", "r")],
            [
                (34, "资产总计"),
                (150, "30"),
                (220, "1,250.00", "r"),
                (285, "900.50", "r"),
                (309, "负债和所有者权益总计"),
                (425, "53"),
                (500, "1,250.00", "r"),
                (575, "900.50", "r"),
            ],
            [(30, "单位负责人："), (250, "财务负责人："), (450, "制表人：")],
        ]
    )


def test_a_two_sided_sheet_is_read_as_two_columns_of_lines():
    found, warnings = statements(two_sided())
    (sheet,) = found
    end, opening = date(2025, 12, 31), date(2024, 12, 31)
    assert (sheet.statement, sheet.entity, sheet.currency, sheet.scale) == ("balance_sheet", "青禾商贸有限公司", "CNY", Decimal(1))
    assert sheet.periods == (end, opening)
    read_back = values(sheet)
    assert read_back["cash", end, "instant"] == Decimal("1000.00")
    assert read_back["cash", opening, "instant"] == Decimal("800.50")
    assert read_back["short_term_borrowings", end, "instant"] == Decimal("500.00")
    assert read_back["retained_earnings", opening, "instant"] == Decimal("0.50")
    assert read_back["total_liabilities_and_equity", end, "instant"] == Decimal("1250.00")
    assert read_back["taxes_payable", end, "instant"] == Decimal("-20.00"), "input VAT carried forward stays negative"
    assert not [line for line in sheet.lines if any(column.figure.value in {1, 9, 15, 31} for column in line.figures)], "行次 is no amount"
    assert sheet.complete
    assert not warnings


def test_each_figure_has_its_place_and_its_own_id():
    (sheet,) = statements(two_sided())[0]
    figures = list(sheet.figures())
    assert len({figure.id for figure in figures}) == len(figures)
    cash = next(figure for figure in figures if figure.printed == "1,000.00")
    assert cash.place.page == 1
    assert cash.place.box.as_list() == [180.0, 120.0, 220.0, 130.0]
    assert cash.step == Decimal("0.01")


def test_an_income_statement_keeps_year_and_month_apart_and_applies_the_unit():
    found, _ = statements(
        rows(
            [
                [(250, "利润表")],
                [(30, "编制单位：青禾商贸有限公司"), (250, "2025年12月"), (460, "单位：万元")],
                [(60, "项目"), (250, "行次"), (330, "本年累计金额"), (460, "本月金额")],
                [(30, "一、营业收入"), (255, "1"), (390, "120.50", "r"), (500, "10.00", "r")],
                [(30, "减：营业成本"), (255, "2"), (390, "80.00", "r"), (500, "7.00", "r")],
                [(50, "税金及附加"), (255, "3"), (390, "0.50", "r"), (500, "0.04", "r")],
                [(30, "二、营业利润（亏损以“-”号填列）"), (255, "21"), (390, "40.00", "r"), (500, "2.96", "r")],
                [(30, "四、净利润（净亏损以“-”号填列）"), (255, "32"), (390, "40.00", "r"), (500, "-2.96", "r")],
            ]
        )
    )
    (statement,) = found
    end = date(2025, 12, 31)
    read_back = values(statement)
    assert statement.scale == Decimal(10000)
    assert read_back["revenue", end, "year"] == Decimal("1205000.00")
    assert read_back["revenue", end, "month"] == Decimal("100000.00")
    assert read_back["net_profit", end, "month"] == Decimal("-29600.00")
    revenue = next(column.figure for line in statement.lines if line.concept == "revenue" for column in line.figures)
    assert revenue.step == Decimal("100")
    assert statement.form == "xqy"


def uk_balance_sheet():
    return rows(
        [
            [(230, "Harbour Timber Limited")],
            [(240, "Balance Sheet")],
            [(220, "as at 31 March 2018")],
            [(330, "2018"), (450, "2017")],
            [(240, "Notes"), (320, "£"), (380, "£"), (440, "£"), (500, "£")],
            [(30, "Fixed assets")],
            [(30, "Tangible assets"), (250, "4"), (390, "4,133", "r"), (510, "5,476", "r")],
            [(30, "Current assets")],
            [(30, "Stocks"), (330, "11,305", "r"), (450, "305", "r")],
            [(30, "Cash at bank and in hand"), (330, "497", "r"), (450, "-", "r")],
            [(330, "11,802", "r"), (450, "305", "r")],
            [(30, "Creditors: amounts falling due")],
            [(30, "within one year"), (250, "6"), (334, "(6,282)", "r"), (454, "(188)", "r")],
            [(30, "Net current assets"), (390, "5,520", "r"), (510, "117", "r")],
            [(30, "Net assets"), (390, "9,653", "r"), (510, "5,593", "r")],
            [(30, "Capital and reserves")],
            [(30, "Called up share capital"), (250, "7"), (390, "100", "r"), (510, "100", "r")],
            [(30, "Profit and loss account"), (390, "9,553", "r"), (510, "5,493", "r")],
            [(30, "Shareholders' funds"), (390, "9,653", "r"), (510, "5,593", "r")],
            [(30, "Approved by the board on 3 May 2018")],
            [(270, "Page 2")],
        ]
    )


def test_inner_and_outer_columns_of_a_uk_sheet_belong_to_one_period():
    (sheet,) = statements(uk_balance_sheet())[0]
    this, last = date(2018, 3, 31), date(2017, 3, 31)
    read_back = values(sheet)
    assert read_back["fixed_assets_net", this, "instant"] == 4133
    assert read_back["inventories", last, "instant"] == 305
    assert read_back["cash", last, "instant"] == 0
    assert read_back["total_current_assets", this, "instant"] == 11802, "a total without a caption is the section's"
    assert read_back["total_current_liabilities", this, "instant"] == 6282, "brackets of a creditor are no minus"
    assert read_back["retained_earnings", last, "instant"] == 5493, "a reserve, not the title of another statement"
    assert sheet.currency == "GBP"
    assert sheet.entity == "Harbour Timber Limited"
    assert {line.note for line in sheet.lines if line.note} == {"4", "6", "7"}


def test_costs_in_brackets_are_stored_positive_and_a_credit_among_them_negative():
    found, _ = statements(
        rows(
            [
                [(200, "Profit and Loss Account")],
                [(180, "for the year ended 31 December 2024")],
                [(380, "2024"), (480, "2023")],
                [(380, "£'000"), (480, "£'000")],
                [(30, "Turnover"), (405, "1,000", "r"), (505, "900", "r")],
                [(30, "Cost of sales"), (408, "(600)", "r"), (508, "(500)", "r")],
                [(30, "Gross profit"), (405, "400", "r"), (505, "400", "r")],
                [(30, "Administrative expenses"), (408, "(450)", "r"), (508, "(300)", "r")],
                [(30, "Operating (loss)/profit"), (408, "(50)", "r"), (505, "100", "r")],
                [(30, "Tax on profit"), (405, "10", "r"), (508, "(20)", "r")],
                [(30, "Loss for the financial year"), (408, "(40)", "r"), (505, "80", "r")],
            ]
        )
    )
    (statement,) = found
    this, last = date(2024, 12, 31), date(2023, 12, 31)
    read_back = values(statement)
    assert read_back["cost_of_sales", this, "year"] == 600_000
    assert read_back["operating_profit", this, "year"] == -50_000
    assert read_back["income_tax", this, "year"] == -10_000
    assert read_back["income_tax", last, "year"] == 20_000


def test_a_statement_without_a_unit_says_so():
    spec = uk_balance_sheet()
    without = [row for row in spec if "£" not in row.text]
    _, warnings = statements(without)
    assert "scale-missing" in warnings


def test_a_contents_page_is_no_statement():
    contents = rows([[(30, "Contents"), (500, "Page")], [(30, "Balance sheet"), (500, "3")], [(30, "Profit and loss account"), (500, "4")]])
    assert recognises([contents]) == 0.0
    assert statements(contents)[0] == []


def test_a_statement_that_goes_on_overleaf_is_one():
    whole = uk_balance_sheet()
    first, second = whole[:13], whole[13:]
    (sheet,) = statements(first, [type(row)(2, number, row.chunks) for number, row in enumerate(second)])[0]
    pages = {line.concept: line.page for line in sheet.lines}
    assert pages["fixed_assets_net"] == 1
    assert pages["total_equity"] == 2
