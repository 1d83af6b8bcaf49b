"""English statements in layouts that no reader was made for."""

from __future__ import annotations

from datetime import date

from tests.extract.invented import Col, Line, Made, Style, beside, book, deducted, table

END, PRIOR, MARCH, MARCH24 = date(2025, 12, 31), date(2024, 12, 31), date(2025, 3, 31), date(2024, 3, 31)
SEP, SEP24 = date(2025, 9, 30), date(2024, 9, 30)

UK: list[Line] = [
    ("Fixed assets", ""), ("Intangible assets", "intangible_assets"), ("Tangible assets", "fixed_assets_net"),
    ("Current assets", ""), ("Stocks", "inventories"), ("Trade debtors", "trade_receivables"), ("Prepayments", "prepayments"),
    ("Other debtors", "other_receivables"), ("Cash at bank and in hand", "cash"), ("", "total_current_assets"),
    ("Creditors: amounts falling due\nwithin one year", "total_current_liabilities"), ("Net current assets", "net_current_assets"),
    ("Total assets less current liabilities", "total_assets_less_current_liabilities"),
    ("Creditors: amounts falling due after more than one year", "creditors_after_one_year"), ("Provisions for liabilities", "provisions"),
    ("Net assets", "net_assets"), ("Capital and reserves", ""), ("Called up share capital", "paid_in_capital"),
    ("Share premium account", "capital_reserve"), ("Statutory reserve", "surplus_reserve"), ("Profit and loss account", "retained_earnings"),
    ("Shareholders' funds", "total_equity"),
]  # fmt: skip
INNER = frozenset(
    {"inventories", "trade_receivables", "prepayments", "other_receivables", "cash", "total_current_assets", "total_current_liabilities"}
)
US_ASSETS: list[Line] = [
    ("Current assets:", ""), ("  Cash and cash equivalents", "cash"), ("  Accounts receivable, net", "trade_receivables"),
    ("  Inventory", "inventories"), ("  Prepaid expenses", "prepayments"), ("Total current assets", "total_current_assets"),
    ("Property and equipment:", ""), ("  Property and equipment, at cost", "fixed_assets_cost"),
    ("  Less accumulated depreciation", "accumulated_depreciation"), ("  Net property and equipment", "fixed_assets_net"),
    ("Intangible assets, net", "intangible_assets"), ("Total assets", "total_assets"),
]  # fmt: skip
US_CLAIMS: list[Line] = [
    ("Current liabilities:", ""), ("  Line of credit", "short_term_borrowings"), ("  Accounts payable", "trade_payables"),
    ("  Customer deposits", "advances_from_customers"), ("  Accrued expenses", "accrued_liabilities"),
    ("Total current liabilities", "total_current_liabilities"), ("Long-term debt, net of current portion", "long_term_borrowings"),
    ("Total liabilities", "total_liabilities"), ("Stockholders' equity:", ""), ("  Common stock", "paid_in_capital"),
    ("  Additional paid-in capital", "capital_reserve"), ("  Retained earnings", "retained_earnings"),
    ("Total stockholders' equity", "total_equity"), ("Total liabilities and stockholders' equity", "total_liabilities_and_equity"),
]  # fmt: skip
US_INCOME: list[Line] = [
    ("Net sales", "revenue"), ("Cost of goods sold", "cost_of_sales"), ("Gross profit", "gross_profit"), ("Operating expenses:", ""),
    ("  Selling expenses", "selling_expenses"), ("  General and administrative", "admin_expenses"), ("Income from operations", "operating_profit"),
    ("Other income (expense):", ""), ("  Interest expense", "interest_expense"), ("Income before income taxes", "profit_before_tax"),
    ("Provision for income taxes", "income_tax"), ("Net income", "net_profit"),
]  # fmt: skip
UK_INCOME: list[Line] = [
    ("Turnover", "revenue"), ("Cost of sales", "cost_of_sales"), ("Gross profit", "gross_profit"), ("Distribution costs", "selling_expenses"),
    ("Administrative expenses", "admin_expenses"), ("Other operating income", "other_income"), ("Operating profit", "operating_profit"),
    ("Interest receivable and similar income", "interest_income"), ("Interest payable and similar expenses", "finance_costs=interest_expense"),
    ("Profit before taxation", "profit_before_tax"), ("Tax on profit", "income_tax"), ("Profit for the financial year", "net_profit"),
]  # fmt: skip
INDIRECT: list[Line] = [
    ("Cash flows from operating activities", ""), ("Profit for the year", "cfi_net_profit"), ("Depreciation of property, plant and equipment", "cfi_depreciation"),
    ("Decrease/(increase) in inventories", "cfi_inventory_decrease"), ("Decrease/(increase) in trade and other receivables", "cfi_receivables_decrease"),
    ("Increase in trade and other payables", "cfi_payables_increase"), ("Net cash from operating activities", "cf_operating_net"),
    ("Cash flows from investing activities", ""), ("Purchase of property, plant and equipment", "cf_capex"),
    ("Proceeds from sale of property, plant and equipment", "cf_disposal_proceeds"), ("Net cash used in investing activities", "cf_investing_net"),
    ("Cash flows from financing activities", ""), ("Proceeds from borrowings", "cf_borrowings_received"), ("Repayment of borrowings", "cf_principal_repaid"),
    ("Net cash from financing activities", "cf_financing_net"), ("Net increase in cash and cash equivalents", "cf_net_increase"),
    ("Cash and cash equivalents at beginning of year", "cf_opening_cash"), ("Cash and cash equivalents at end of year", "cf_closing_cash"),
]  # fmt: skip
IFRS: list[Line] = [
    ("ASSETS", ""), ("Non-current assets", ""), ("Property, plant and equipment", "fixed_assets_net"), ("Intangible assets", "intangible_assets"),
    ("Total non-current assets", "total_noncurrent_assets"), ("Current assets", ""), ("Inventories", "inventories"),
    ("Trade receivables", "trade_receivables"), ("Other receivables", "other_receivables"), ("Cash and cash equivalents", "cash"),
    ("Total current assets", "total_current_assets"), ("Total assets", "total_assets"), ("EQUITY AND LIABILITIES", ""), ("Equity", ""),
    ("Share capital", "paid_in_capital"), ("Retained earnings", "retained_earnings"), ("Total equity", "total_equity"),
    ("Non-current liabilities", ""), ("Borrowings", "long_term_borrowings"), ("Provisions", "provisions"),
    ("Total non-current liabilities", "total_noncurrent_liabilities"), ("Current liabilities", ""), ("Trade payables", "trade_payables"),
    ("Current tax liabilities", "taxes_payable"), ("Borrowings", "short_term_borrowings"), ("Total current liabilities", "total_current_liabilities"),
    ("Total liabilities", "total_liabilities"), ("Total equity and liabilities", "total_liabilities_and_equity"),
]  # fmt: skip


def four_columns() -> Made:
    """UK practice: an inner and an outer column for each year, each headed by the year and a pound sign."""
    made = Made.of(UK)
    style = Style(places=0, nil="-", bracket=True, taken_off=deducted("balance_sheet", UK), inner=INNER)
    body = table(made, "balance_sheet", UK, [Col(400, MARCH, inner=330), Col(550, MARCH24, book=1, inner=480)], style=style, notes=(270, 3))
    made.pages = [[
        [(200, "COPPERGATE JOINERY LIMITED (REGISTERED NUMBER: 04512345)")], [(250, "BALANCE SHEET")], [(250, "31 March 2025")],
        [(260, "Note"), (310, "2025"), (380, "2025"), (460, "2024"), (530, "2024")], [(320, "£"), (390, "£"), (470, "£"), (540, "£")], *body,
        [(40, "The financial statements were approved by the director on 9 May 2025 and were signed by:")], [(40, "A Copper - Director")],
    ]]  # fmt: skip
    return made


def per_cent_of_sales() -> Made:
    """US multi-step with per cent of sales beside each year, "Years Ended December 31," over both."""
    made = Made.of(US_INCOME)
    share = [lambda concept, _, n=n: f"{book(n)[concept] / book(n)['revenue'] * 100:.1f}" for n in (0, 1)]
    columns = [Col(330, END, "year"), Col(380, book=None, show=share[0]), Col(480, PRIOR, "year", 1), Col(530, book=None, show=share[1])]
    body = table(made, "income_statement", US_INCOME, columns, style=Style(places=0, nil="-", bracket=True))
    body[0] = [*body[0][:1], (270, "$"), *body[0][1:]]
    made.pages = [[
        [(220, "Coppergate Supply, Inc.")], [(220, "Statements of Income")], [(350, "Years Ended December 31,")],
        [(300, "2025"), (365, "%"), (450, "2024"), (515, "%")], *body, [(150, "See accompanying notes and independent accountants' compilation report.")],
    ]]  # fmt: skip
    return made


def month_and_year_to_date() -> Made:
    """A management pack: actual, budget and variance of the month, and of the year to date, then last year to date."""
    made = Made.of(UK_INCOME)
    budget = lambda n: lambda concept, _: f"{book(n)[concept]:,.0f}"  # noqa: E731
    columns = [
        Col(270, SEP, "month", 2), Col(340, book=None, show=budget(3)), Col(410, book=None, show=lambda c, _: f"({book(2)[c] / 50:,.0f})"),
        Col(490, SEP, "year_to_date", 4), Col(560, book=None, show=budget(5)), Col(630, book=None, show=lambda c, _: f"{book(4)[c] / 40:,.0f}"),
        Col(720, SEP24, "year_to_date", 1),
    ]  # fmt: skip
    body = table(made, "income_statement", UK_INCOME, columns, style=Style(places=0, nil="-", bracket=True))
    made.pages = [[
        [(200, "Coppergate Joinery Ltd")], [(200, "Profit and Loss Account")], [(200, "Month ended 30 September 2025")],
        [(290, "Month"), (530, "Year to date"), (680, "Prior YTD")],
        [(270, "Actual", "r"), (340, "Budget", "r"), (410, "Variance", "r"), (490, "Actual", "r"), (560, "Budget", "r"), (630, "Variance", "r"), (720, "Actual", "r")],
        [(262, "£"), (332, "£"), (402, "£"), (482, "£"), (552, "£"), (622, "£"), (712, "£")], *body,
    ]]  # fmt: skip
    return made


def american_sides() -> Made:
    """Assets left, liabilities right, one column each, the date in American figures."""
    made = Made.of(US_ASSETS, US_CLAIMS)
    style = Style(nil="-", bracket=True, taken_off=frozenset({"accumulated_depreciation"}))
    left = table(made, "balance_sheet", US_ASSETS, [Col(370, END)], style=style)
    right = table(made, "balance_sheet", US_CLAIMS, [Col(760, END)], x=410, style=style)
    made.pages = [[
        [(320, "Coppergate Supply, Inc.")], [(350, "Balance Sheet")], [(350, "As of 12/31/2025")],
        [(180, "ASSETS"), (470, "LIABILITIES AND STOCKHOLDERS' EQUITY")], *beside(left, right), [(40, "Unaudited - for management purposes only")],
    ]]  # fmt: skip
    row = next(row for row in made.pages[0][4:] if len(row) > 2)
    row[1] = (370, f"${row[1][1]}", "r")
    return made


def last_year_in_the_margin() -> Made:
    """Last year's figures left of the labels, this year's right of them."""
    made = Made.of(UK_INCOME)
    style = Style(places=0, nil="-", bracket=True, taken_off=deducted("income_statement", UK_INCOME))
    body = table(made, "income_statement", UK_INCOME, [Col(110, PRIOR, "year", 1), Col(520, END, "year")], x=150, style=style)
    made.pages = [[
        [(200, "Coppergate Joinery Limited")], [(180, "Profit and loss account for the year ended 31 December 2025")],
        [(85, "2024"), (495, "2025")], [(95, "£"), (505, "£")], *body,
    ]]  # fmt: skip
    return made


def one_year_in_thousands() -> Made:
    """IFRS, no prior year, notes right of the figures, thousands said in words."""
    made = Made.of(IFRS)
    style = Style(scale=1000, places=0, nil="–", bracket=True)
    body = table(made, "balance_sheet", IFRS, [Col(420, END)], style=style, notes=(500, 5))
    made.pages = [[
        [(100, "Coppergate Group plc")], [(100, "Consolidated statement of financial position as at 31 December 2025")],
        [(100, "(All amounts in thousands of pounds sterling unless otherwise stated)")], [(395, "2025"), (480, "Note")], *body,
    ]]  # fmt: skip
    return made


def spaced_and_continental() -> Made:
    """Letters set apart, continental separators and days."""
    made = Made.of(IFRS)
    style = Style(nil="-", mark=lambda text: text.translate(str.maketrans(",.", ".,")))
    body = table(made, "balance_sheet", IFRS, [Col(400, END), Col(520, PRIOR, book=1)], style=style)
    made.pages = [[
        [(100, "Coppergate Handel GmbH")], [(200, "B A L A N C E   S H E E T")], [(345, "31.12.2025"), (465, "31.12.2024")], [(380, "EUR"), (500, "EUR")], *body,
    ]]  # fmt: skip
    return made


def flows_overleaf() -> Made:
    """An indirect cash flow statement that goes on overleaf with its head repeated, months in the captions."""
    made = Made.of(INDIRECT)
    lines = INDIRECT
    style = Style(places=0, nil="-", bracket=True, taken_off=deducted("cash_flow", lines))
    body = table(made, "cash_flow", lines, [Col(430, MARCH, "year"), Col(530, MARCH24, "year", 1)], style=style)
    head = [[(380, "Year ended"), (480, "Year ended")], [(375, "31 Mar 2025"), (475, "31 Mar 2024")], [(420, "$"), (520, "$")]]
    made.pages = [
        [[(100, "Coppergate Trading LLC")], [(100, "Statement of Cash Flows")], *head, *body[:10], [(300, "4")]],
        [[(100, "Coppergate Trading LLC")], [(100, "Statement of Cash Flows (continued)")], *head, *body[10:], [(300, "5")]],
    ]
    return made


FIRST = [four_columns, per_cent_of_sales, month_and_year_to_date, american_sides, last_year_in_the_margin, one_year_in_thousands,
         spaced_and_continental, flows_overleaf]  # fmt: skip
