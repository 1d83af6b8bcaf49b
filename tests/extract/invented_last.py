"""A few more statements that were met cold, after everything else had been read."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from tests.extract.invented import Col, Made, Style, book, table
from tests.extract.invented_en import UK, US_ASSETS, US_CLAIMS, US_INCOME
from tests.extract.invented_zh import ASSETS, CLAIMS, END, FLOWS, INCOME, OPEN


def twelve_months_and_their_sum() -> Made:
    """A year month by month, and the sum."""
    made = Made()
    ends = [date(2025, month, monthrange(2025, month)[1]) for month in range(1, 13)]
    columns = [Col(240 + 62 * n, end, "month", 2 + n % 2) for n, end in enumerate(ends)] + [Col(1000, END, "year")]
    head = [(60, "项目"), *((240 + 62 * n, f"{n + 1}月", "r") for n in range(12)), (1000, "合计", "r")]
    made.pages = [[[(250, "2025年度利润表（分月）")], [(40, "编制单位：远山五金有限公司"), (700, "单位：万元")], head,
                   *table(made, "income_statement", INCOME, columns, style=Style(scale=10000, nil="-"))]]  # fmt: skip
    return made


def three_balance_dates() -> Made:
    """Three dates in a row, written with points, the unit under the captions, no entity."""
    made = Made()
    columns = [Col(330, END), Col(440, OPEN, book=1), Col(550, date(2023, 12, 31), book=6)]
    head = [[(60, "项目（人民币元）"), (330, "2025.12.31", "r"), (440, "2024.12.31", "r"), (550, "2023.12.31", "r")]]
    made.pages = [[[(250, "简要资产负债表")], *head, *table(made, "balance_sheet", [*ASSETS, *CLAIMS], columns)]]
    return made


def flows_year_over_period() -> Made:
    """The years over the captions, each with its unit; an empty column between; totals set further left."""
    made = Made()
    columns = [Col(420, END, "year"), Col(600, OPEN, "year", 1)]
    head = [[(380, "2025年度"), (560, "2024年度")], [(60, "项          目"), (390, "金额"), (570, "金额")]]
    made.pages = [[[(250, "现金流量表")], [(40, "单位名称：远山五金有限公司"), (560, "货币单位：人民币千元")], *head,
                   *table(made, "cash_flow", FLOWS, columns, style=Style(scale=1000, nil="—", bracket=True))]]  # fmt: skip
    return made


def amount_and_percent() -> Made:
    """Years over Amount and Percent, dollar signs set apart from the first figures."""
    made = Made.of(US_INCOME)
    share = [lambda c, _, n=n: f"{book(n)[c] / book(n)['revenue'] * 100:.1f} %" for n in (0, 1)]
    columns = [Col(340, END, "year"), Col(410, book=None, show=share[0]), Col(520, OPEN, "year", 1), Col(590, book=None, show=share[1])]
    body = table(made, "income_statement", US_INCOME, columns, style=Style(places=0, nil="-", bracket=True))
    body[0] = [body[0][0], (280, "$"), body[0][1], body[0][2], (460, "$"), *body[0][3:]]
    made.pages = [[
        [(220, "COPPERGATE SUPPLY, INC.")], [(220, "STATEMENT OF OPERATIONS AND RETAINED EARNINGS")], [(220, "YEARS ENDED DECEMBER 31, 2025 AND 2024")],
        [(350, "2025"), (530, "2024")], [(300, "Amount"), (370, "Percent"), (480, "Amount"), (550, "Percent")], *body,
    ]]  # fmt: skip
    return made


def fiscal_year_captions() -> Made:
    """Fiscal years as captions, the fiscal year end in a line below the title, assets and claims one under the other."""
    made = Made.of(US_ASSETS, US_CLAIMS)
    june, june24 = date(2025, 6, 30), date(2024, 6, 30)
    style = Style(nil="-", bracket=True, taken_off=frozenset({"accumulated_depreciation"}))
    body = table(made, "balance_sheet", [*US_ASSETS, *US_CLAIMS], [Col(400, june), Col(520, june24, book=1)], style=style)
    made.pages = [[
        [(220, "Coppergate Supply LLC")], [(220, "Comparative Balance Sheet")], [(220, "Fiscal Years Ended June 30")],
        [(220, "(Stated in US Dollars)")], [(370, "FY 2025"), (490, "FY 2024")], *body,
    ]]  # fmt: skip
    return made


def sheet_with_group_and_company() -> Made:
    """Notes in a column without a caption, sub-amounts in an inner column, the same year over both columns of a year."""
    made = Made.of(UK)
    inner = frozenset({"inventories", "trade_receivables", "prepayments", "other_receivables", "cash", "total_current_assets",
                       "total_current_liabilities"})  # fmt: skip
    style = Style(places=0, nil="-", bracket=True, inner=inner,
                  taken_off=frozenset({"total_current_liabilities", "long_term_borrowings", "creditors_after_one_year", "provisions"}))  # fmt: skip
    body = table(made, "balance_sheet", UK, [Col(420, END, inner=350), Col(580, OPEN, book=1, inner=510)], style=style, notes=(280, 6))
    made.pages = [[
        [(230, "Coppergate Joinery Limited")], [(210, "Statement of financial position")], [(210, "As at 31 December 2025")],
        [(365, "2025"), (525, "2024")], [(340, "£"), (412, "£"), (500, "£"), (572, "£")], *body,
    ]]  # fmt: skip
    return made


FOURTH = [twelve_months_and_their_sum, three_balance_dates, flows_year_over_period, amount_and_percent, fiscal_year_captions,
          sheet_with_group_and_company]  # fmt: skip
