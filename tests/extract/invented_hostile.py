"""Statements set to trip a reader: groups, double entry, restated years, percentages everywhere, foreign marks, lines run together."""

from __future__ import annotations

from datetime import date

from tests.extract.invented import Col, Line, Made, Style, beside, book, deducted, table
from tests.extract.invented_en import IFRS, INDIRECT, UK_INCOME, US_INCOME
from tests.extract.invented_zh import ASSETS, CLAIMS, END, FLOWS, INCOME, OPEN

MAY, MAY24, AUG, AUG24 = date(2025, 5, 31), date(2024, 5, 31), date(2025, 8, 31), date(2024, 8, 31)
DETAILED: list[Line] = [
    ("Income", ""), ("Total income", "revenue"), ("Cost of Goods Sold", ""), ("Total Cost of Goods Sold", "cost_of_sales"),
    ("Gross Profit", "gross_profit"), ("Expenses", ""), ("Total Operating Expenses", "sga_expenses=admin_expenses"),
    ("Net Operating Income", "operating_profit"), ("Other Expenses", ""), ("Total Other Expenses", "non_operating_expenses"),
    ("Net Income", "net_profit"),
]  # fmt: skip
OPPOSITE: list[Line] = [
    ("Net current assets", "net_current_assets"), ("Creditors: amounts falling due after more than one year", "creditors_after_one_year"),
    ("Net assets", "net_assets"),
]  # fmt: skip


def restated_year() -> Made:
    """Last year as first reported and as restated, each captioned over three lines."""
    made = Made.of(IFRS)
    style = Style(scale=1000, places=0, nil="-", bracket=True)
    body = table(made, "balance_sheet", IFRS, [Col(390, MAY), Col(500, MAY24, book=1)], style=style, notes=(300, 2))
    made.pages = [[
        [(100, "Coppergate Holdings Limited")], [(100, "Consolidated balance sheet")], [(100, "as at 31 May 2025")],
        [(470, "As restated")], [(370, "2025"), (480, "2024")], [(280, "Note"), (365, "£’000"), (475, "£’000")], *body,
    ]]  # fmt: skip
    return made


def trend_of_three_years() -> Made:
    """Three years with the change of the last two, the newest right."""
    made = Made.of(UK_INCOME)
    style = Style(places=0, nil="nil", bracket=True, taken_off=deducted("income_statement", UK_INCOME))
    columns = [
        Col(280, date(2023, 8, 31), "year", 2), Col(370, AUG24, "year", 1), Col(460, AUG, "year"),
        Col(540, book=None, show=lambda c, _: f"{book(0)[c] - book(1)[c]:,.0f}"), Col(600, book=None, show=lambda _, i: f"{i}%"),
    ]  # fmt: skip
    made.pages = [[
        [(150, "Coppergate Joinery Limited - Profit & Loss Account - Years ended 31 August")],
        [(255, "2023"), (345, "2024"), (435, "2025"), (505, "Change"), (570, "Change")], [(268, "£"), (358, "£"), (448, "£"), (530, "£"), (592, "%")],
        *table(made, "income_statement", UK_INCOME, columns, style=style),
    ]]  # fmt: skip
    return made


def trading_report() -> Made:
    """A program's month by month report with a total, four months, labels for totals only."""
    made = Made.of(DETAILED)
    ends = [date(2025, 1, 31), date(2025, 2, 28), date(2025, 3, 31), date(2025, 4, 30)]
    columns = [Col(270 + 85 * n, end, "month", n + 2) for n, end in enumerate(ends)] + [Col(620, ends[-1], "year_to_date", 0)]
    body = table(made, "income_statement", DETAILED, columns, style=Style(nil=""))
    made.pages = [[
        [(220, "Coppergate Supply LLC")], [(220, "Profit and Loss by Month")], [(220, "January - April, 2025")],
        [*((270 + 85 * n, name, "r") for n, name in enumerate(("Jan 2025", "Feb 2025", "Mar 2025", "Apr 2025"))), (620, "Total", "r")], *body,
    ]]  # fmt: skip
    return made


def three_and_six_months() -> Made:
    """A half-year report: three and six months of two years under captions that each stand over two columns."""
    made = Made.of(US_INCOME)
    columns = [
        Col(300, date(2025, 6, 30), "quarter", 2), Col(380, date(2024, 6, 30), "quarter", 3), Col(470, date(2025, 6, 30), "year_to_date", 4),
        Col(550, date(2024, 6, 30), "year_to_date", 5),
    ]  # fmt: skip
    body = table(made, "income_statement", US_INCOME, columns, style=Style(scale=1000, places=0, nil="—", bracket=True))
    made.pages = [[
        [(200, "COPPERGATE SUPPLY, INC.")], [(200, "CONDENSED STATEMENTS OF OPERATIONS (Unaudited)")], [(200, "(In thousands)")],
        [(270, "Three Months Ended"), (450, "Six Months Ended")], [(300, "June 30,"), (475, "June 30,")],
        [(280, "2025"), (360, "2024"), (450, "2025"), (530, "2024")], *body,
    ]]  # fmt: skip
    return made


def french_marks() -> Made:
    """Blanks between thousands, a comma before the cents, the year before on the left."""
    made = Made.of(IFRS)
    style = Style(nil="-", mark=lambda text: text.replace(",", " ").replace(".", ","))
    body = table(made, "balance_sheet", IFRS, [Col(380, MAY24, book=1), Col(500, MAY)], style=style)
    made.pages = [[
        [(100, "Coppergate France S.A.")], [(100, "Statement of financial position at 31/05/2025 (in euros)")],
        [(380, "31/05/2024", "r"), (500, "31/05/2025", "r")], *body,
    ]]  # fmt: skip
    return made


def flows_with_codes() -> Made:
    """Line codes left of the labels, the prior period before the current one, months instead of years."""
    made = Made.of(INDIRECT)
    style = Style(places=0, nil="-", bracket=True, taken_off=deducted("cash_flow", INDIRECT))
    body = table(made, "cash_flow", INDIRECT, [Col(440, MAY24, "year", 1), Col(540, MAY, "year")], x=90, style=style)
    body = [[(40, f"C{number:02d}"), *row] for number, row in enumerate(body, 1)]
    made.pages = [[
        [(200, "Coppergate Trading Limited")], [(200, "Cash flow statement")], [(380, "12 months to"), (480, "12 months to")],
        [(385, "May 2024"), (485, "May 2025")], [(425, "£"), (525, "£")], *body,
    ]]  # fmt: skip
    return made


def captions_in_the_middle() -> Made:
    """Merged captions centred between two lines, one spanning the labels of both sides, years in Chinese numerals."""
    made = Made()
    left = table(made, "balance_sheet", ASSETS, [Col(260, END), Col(345, OPEN, book=1)], notes=(170, 1), style=Style(nil=""))
    right = table(made, "balance_sheet", CLAIMS, [Col(630, END), Col(715, OPEN, book=1)], x=380, notes=(540, 41), style=Style(nil=""))
    head = [[(60, "资产", "l", 8.0), (150, "行次", "l", 8.0), (235, "账面金额"), (400, "负债及股东权益", "l", 8.0), (520, "行次", "l", 8.0), (600, "账面金额")],
            [(215, "期末余额"), (300, "期初余额"), (585, "期末余额"), (670, "期初余额")]]  # fmt: skip
    made.pages = [[[(300, "资 产 负 债 表")], [(40, "编制企业：远山五金有限公司"), (300, "二〇二五年十二月三十一日"), (600, "货币单位:人民币元")],
                   *head, *beside(left, right)]]  # fmt: skip
    return made


def half_year_beside_quarter() -> Made:
    """A half-year report: the second quarter and the half year, each with last year's."""
    made = Made()
    june, june24 = date(2025, 6, 30), date(2024, 6, 30)
    columns = [
        Col(310, june, "quarter", 2), Col(400, june24, "quarter", 3), Col(490, june, "year_to_date", 4), Col(580, june24, "year_to_date", 5),
    ]  # fmt: skip
    head = [[(320, "第二季度"), (500, "1-6月累计")], [(60, "项 目"), (280, "2025年"), (370, "2024年"), (460, "2025年"), (550, "2024年")]]
    made.pages = [[[(250, "利润表")], [(40, "单位：远山五金有限公司"), (300, "2025年上半年"), (500, "（金额单位：千元）")], *head,
                   *table(made, "income_statement", INCOME, columns, style=Style(scale=1000, places=2, nil="-", bracket=True))]]  # fmt: skip
    return made


def flows_by_month() -> Made:
    """This month, this year so far, last year so far and all of last year."""
    made = Made()
    columns = [
        Col(330, date(2025, 11, 30), "month", 2), Col(420, date(2025, 11, 30), "year_to_date", 4), Col(510, date(2024, 11, 30), "year_to_date", 5),
        Col(600, OPEN, "year", 1),
    ]  # fmt: skip
    head = [(60, "项目"), (330, "本月金额", "r"), (420, "本年累计金额", "r"), (510, "上年同期累计金额", "r"), (600, "2024年全年", "r")]
    made.pages = [[[(250, "现金流量表")], [(40, "编制单位：远山五金有限公司"), (300, "2025年11月"), (560, "单位：元")], head,
                   *table(made, "cash_flow", FLOWS, columns)]]  # fmt: skip
    return made


THIRD = [restated_year, trend_of_three_years, trading_report, three_and_six_months, french_marks, flows_with_codes, captions_in_the_middle,
         half_year_beside_quarter, flows_by_month]  # fmt: skip
