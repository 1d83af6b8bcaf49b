"""More English statements in layouts that no reader was made for, in other words than those of the first ones."""

from __future__ import annotations

from datetime import date

from tests.extract.invented import Col, Line, Made, Style, beside, book, deducted, table
from tests.extract.invented_en import END, IFRS, MARCH, MARCH24, PRIOR, SEP, UK_INCOME, US_ASSETS, US_CLAIMS, US_INCOME

JUNE, JUNE24, DEC24 = date(2025, 6, 30), date(2024, 6, 30), date(2024, 12, 31)

BOOKS_ASSETS: list[Line] = [
    ("ASSETS", ""), ("Current Assets", ""), ("Bank Accounts", "bank_deposits=cash"), ("Accounts Receivable (A/R)", "trade_receivables"),
    ("Inventory Asset", "inventories"), ("Prepaid Expenses", "prepayments"), ("Total Current Assets", "total_current_assets"),
    ("Fixed Assets", ""), ("Furniture and Equipment", "fixed_assets_cost"), ("Accumulated Depreciation", "accumulated_depreciation"),
    ("Total Fixed Assets", "total_noncurrent_assets=fixed_assets_net"), ("TOTAL ASSETS", "total_assets"),
]  # fmt: skip
BOOKS_CLAIMS: list[Line] = [
    ("LIABILITIES AND EQUITY", ""), ("Liabilities", ""), ("Current Liabilities", ""), ("Accounts Payable (A/P)", "trade_payables"),
    ("Credit Cards", "other_payables"), ("Sales Tax Payable", "taxes_payable"), ("Total Current Liabilities", "total_current_liabilities"),
    ("Long-Term Liabilities", ""), ("Notes Payable", "long_term_borrowings"), ("Total Long-Term Liabilities", "total_noncurrent_liabilities"),
    ("Total Liabilities", "total_liabilities"), ("Equity", ""), ("Common Stock", "paid_in_capital"), ("Retained Earnings", "retained_earnings"),
    ("Total Equity", "total_equity"), ("TOTAL LIABILITIES AND EQUITY", "total_liabilities_and_equity"),
]  # fmt: skip
PLAIN_UK: list[Line] = [
    ("FIXED ASSETS", ""), ("Tangible assets (net book value)", "fixed_assets_net"), ("CURRENT ASSETS", ""),
    ("Stock and work-in-progress", "inventories"), ("Trade and other debtors", "receivables_total=trade_receivables"),
    ("Cash at bank", "cash"), ("", "total_current_assets"), ("CURRENT LIABILITIES", ""), ("Trade creditors", "trade_payables"),
    ("Other taxes and social security costs", "taxes_payable"), ("Accruals", "accrued_liabilities"),
    ("", "total_current_liabilities"), ("NET CURRENT ASSETS", "net_current_assets"),
    ("TOTAL ASSETS LESS CURRENT LIABILITIES", "total_assets_less_current_liabilities"), ("LONG TERM LIABILITIES", ""),
    ("Bank loan repayable after one year", "long_term_borrowings"), ("NET ASSETS", "net_assets"), ("FINANCED BY:", ""),
    ("Ordinary share capital", "paid_in_capital"), ("Retained profits", "retained_earnings"), ("", "total_equity"),
]  # fmt: skip
FLOWS: list[Line] = [
    ("OPERATING ACTIVITIES", ""), ("Net income", "cfi_net_profit"), ("Depreciation expense", "cfi_depreciation"), ("Changes in:", ""),
    ("  Inventories", "cfi_inventory_decrease"), ("  Accounts receivable", "cfi_receivables_decrease"), ("  Accounts payable", "cfi_payables_increase"),
    ("Net cash provided by (used in) operating activities", "cf_operating_net"), ("INVESTING ACTIVITIES", ""),
    ("Purchases of property and equipment", "cf_capex"), ("Proceeds from sales of equipment", "cf_disposal_proceeds"),
    ("Net cash provided by (used in) investing activities", "cf_investing_net"), ("FINANCING ACTIVITIES", ""),
    ("Proceeds from long-term debt", "cf_borrowings_received"), ("Repayments of long-term debt", "cf_principal_repaid"),
    ("Net cash provided by (used in) financing activities", "cf_financing_net"), ("NET CHANGE IN CASH", "cf_net_increase"),
    ("Cash - beginning", "cf_opening_cash"), ("Cash - ending", "cf_closing_cash"),
]  # fmt: skip


def bookkeeping_program() -> Made:
    """A cloud program's export: "As of", columns by month end with the change between them, everything indented, print time in the foot."""
    made = Made.of(BOOKS_ASSETS, BOOKS_CLAIMS)
    style = Style(nil="", taken_off=frozenset({"accumulated_depreciation"}))
    columns = [
        Col(350, JUNE), Col(450, JUNE24, book=1),
        Col(550, book=None, show=lambda c, _: f"{book(0)[c] - book(1)[c]:,.2f}"), Col(620, book=None, show=lambda _, i: f"{i}.5 %"),
    ]  # fmt: skip
    body = table(made, "balance_sheet", [*BOOKS_ASSETS, *BOOKS_CLAIMS], columns, style=style)
    made.pages = [[
        [(220, "Coppergate Supply LLC")], [(220, "Balance Sheet Comparison")], [(220, "As of June 30, 2025")], [(430, "TOTAL")],
        [(280, "AS OF JUN 30, 2025"), (365, "AS OF JUN 30, 2024 (PY)"), (520, "CHANGE"), (580, "% CHANGE")], *body,
        [(200, "Accrual Basis  Wednesday, July 9, 2025 10:12 AM GMT-05:00")],
    ]]  # fmt: skip
    return made


def accountant_in_capitals() -> Made:
    """Sub-amounts in an inner column, sub-totals without captions, capital headings, one pound sign over each column."""
    made = Made.of(PLAIN_UK)
    inner = frozenset({"inventories", "trade_receivables", "cash", "total_current_assets", "trade_payables", "taxes_payable", "accrued_liabilities",
                       "total_current_liabilities"})  # fmt: skip
    style = Style(places=0, nil="-", bracket=True, taken_off=frozenset({"long_term_borrowings", "total_current_liabilities"}), inner=inner)
    body = table(
        made, "balance_sheet", PLAIN_UK, [Col(400, MARCH, inner=320), Col(570, MARCH24, book=1, inner=490)], style=style, notes=(250, 2)
    )
    made.pages = [[
        [(230, "Coppergate Joinery Limited")], [(210, "Balance Sheet at 31st March 2025")], [(370, "2025"), (540, "2024")],
        [(230, "Notes"), (312, "£"), (392, "£"), (482, "£"), (562, "£")], *body, [(280, "5")],
    ]]  # fmt: skip
    return made


def quarters_in_a_row() -> Made:
    """Four quarters and the year, US figures with dollar signs on the first line."""
    made = Made.of(US_INCOME)
    columns = [Col(270 + 80 * q, date(2025, 3 * q + 3, (31, 30, 30, 31)[q]), "quarter", q + 2) for q in range(4)] + [Col(620, END, "year")]
    body = table(made, "income_statement", US_INCOME, columns, style=Style(places=0, nil="-", bracket=True))
    made.pages = [[
        [(220, "Coppergate Supply, Inc.")], [(220, "Income Statement by Quarter")], [(220, "Fiscal year 2025 (in US dollars)")],
        [*((270 + 80 * q, f"Q{q + 1} 2025", "r") for q in range(4)), (620, "FY 2025", "r")], *body,
    ]]  # fmt: skip
    return made


def current_and_prior_year() -> Made:
    """Columns headed by Current year and Prior year alone, thousands in the captions, line numbers left of the labels."""
    made = Made.of(UK_INCOME)
    style = Style(scale=1000, places=0, nil="-", bracket=True, taken_off=deducted("income_statement", UK_INCOME))
    body = table(made, "income_statement", UK_INCOME, [Col(420, SEP, "year"), Col(540, date(2024, 9, 30), "year", 1)], x=70, style=style)
    body = [[(40, str(number)), *row] for number, row in enumerate(body, 1)]
    made.pages = [[
        [(200, "Coppergate Joinery Limited")], [(200, "Income statement for the year ended 30 September 2025")],
        [(340, "Current year £'000"), (470, "Prior year £'000")], *body,
    ]]  # fmt: skip
    return made


def interim_sheet() -> Made:
    """Interim figures beside the last year end, both headed by days over two lines with (unaudited) and (audited) under them."""
    made = Made.of(IFRS)
    style = Style(scale=1000, places=0, nil="—", bracket=True)
    body = table(made, "balance_sheet", IFRS, [Col(430, JUNE), Col(530, DEC24, book=1)], style=style, notes=(330, 4))
    made.pages = [[
        [(100, "Coppergate Group Ltd - Interim report 2025")], [(100, "CONDENSED CONSOLIDATED STATEMENT OF FINANCIAL POSITION")],
        [(400, "30 June"), (490, "31 December")], [(410, "2025"), (510, "2024")], [(385, "(unaudited)"), (490, "(audited)")],
        [(310, "Notes"), (395, "US$'000"), (495, "US$'000")], *body,
    ]]  # fmt: skip
    return made


def american_flows() -> Made:
    """US indirect cash flows in capitals with short captions of the changes, two years headed "December 31" over the years."""
    made = Made.of(FLOWS)
    style = Style(places=0, nil="-", bracket=True, taken_off=deducted("cash_flow", FLOWS))
    body = table(made, "cash_flow", FLOWS, [Col(430, END, "year"), Col(530, PRIOR, "year", 1)], style=style)
    made.pages = [[
        [(200, "COPPERGATE SUPPLY, INC.")], [(200, "STATEMENTS OF CASH FLOWS")], [(200, "(amounts in U.S. dollars)")],
        [(380, "For the years ended December 31,")], [(405, "2025"), (505, "2024")], *body,
    ]]  # fmt: skip
    return made


def american_sides_of_two_years() -> Made:
    """Two sides, two years each, the years only over the left half's figures and again over the right half's, commas for thousands, no cents."""
    made = Made.of(US_ASSETS, US_CLAIMS)
    style = Style(places=0, nil="-", bracket=True, taken_off=frozenset({"accumulated_depreciation"}), sign="$")
    left = table(made, "balance_sheet", US_ASSETS, [Col(310, END), Col(390, PRIOR, book=1)], style=style)
    right = table(made, "balance_sheet", US_CLAIMS, [Col(700, END), Col(780, PRIOR, book=1)], x=420, style=style)
    made.pages = [[
        [(320, "Coppergate Supply, Inc.")], [(350, "Balance Sheets")], [(350, "December 31, 2025 and 2024")],
        [(60, "Assets"), (280, "2025"), (360, "2024"), (430, "Liabilities and Shareholders' Equity"), (670, "2025"), (750, "2024")],
        *beside(left, right),
    ]]  # fmt: skip
    return made


SECOND = [bookkeeping_program, accountant_in_capitals, quarters_in_a_row, current_and_prior_year, interim_sheet, american_flows,
          american_sides_of_two_years]  # fmt: skip
