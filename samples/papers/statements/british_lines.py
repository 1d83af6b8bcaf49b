"""The lines of British accounts: the statutory format, micro-entity accounts, detailed accounts, and IFRS for SMEs."""

from __future__ import annotations

from samples.papers.statements.western_rows import items

STATUTORY = items(
    """
Fixed assets
  Intangible assets|intangible_assets|inner
  Tangible assets ~ Tangible fixed assets|fixed_assets_net|inner 4
  |total_noncurrent_assets|subtotal
Current assets
  Stocks ~ Stock|inventories|inner
  Debtors ~ Debtors: amounts falling due within one year|receivables_total|inner 5
  Cash at bank and in hand|cash|inner
  Other current assets|other_current_assets|inner
  |total_current_assets|inner subtotal
Creditors: amounts falling due within one year|total_current_liabilities|deducted inner 6
Net current assets/(liabilities) ~ Net current assets|net_current_assets|subtotal
Total assets less current liabilities|total_assets_less_current_liabilities|subtotal
Creditors: amounts falling due after more than one year|creditors_after_one_year|deducted 7
Provisions for liabilities|provisions|deducted
Net assets ~ Net assets/(liabilities)|net_assets|total
Capital and reserves
  Called up share capital ~ Share capital|paid_in_capital|8
  Share premium account|capital_reserve
  Statutory reserve|surplus_reserve
  Profit and loss account ~ Retained earnings|retained_earnings
Shareholders' funds ~ Total equity|total_equity|total
"""
)
MICRO = items(
    """
Fixed assets|total_noncurrent_assets
Current assets|total_current_assets
Creditors: amounts falling due within one year|total_current_liabilities|deducted
Net current assets (liabilities) ~ Net current assets|net_current_assets|subtotal
Total assets less current liabilities|total_assets_less_current_liabilities|subtotal
Creditors: amounts falling due after more than one year|creditors_after_one_year|deducted
Total net assets (liabilities) ~ Net assets|net_assets|total
Capital and reserves|total_equity|total
"""
)
_DETAILED_ASSETS = """
  Plant and equipment at cost ~ Fixed assets - cost|fixed_assets_cost
  Less: accumulated depreciation ~ Accumulated depreciation|accumulated_depreciation|deducted
  Net book value of tangible assets ~ Tangible assets|fixed_assets_net|subtotal
  Intangible assets|intangible_assets
"""
_DETAILED_CURRENT = """
  Cash in hand ~ Petty cash|cash_on_hand
  Bank current account ~ Bank account|bank_deposits
  Platform balances|other_monetary_funds
  Cash at bank and in hand ~ Cash at bank|cash|fallback
  Trade debtors ~ Accounts receivable|trade_receivables
  Bills receivable|notes_receivable
  Other debtors ~ Sundry debtors|other_receivables
  Directors' loan account (debit)|due_from_related
  VAT recoverable ~ VAT refundable|tax_receivable
  Prepayments ~ Prepayments and accrued income|prepayments
  Debtors ~ Trade and other receivables|receivables_total|fallback
"""
_DETAILED_STOCK = """
  Raw materials|raw_materials
  Work in progress|work_in_progress
  Finished goods and goods for resale ~ Goods for resale|finished_goods
  Stock ~ Stocks|inventories|fallback
  Other current assets|other_current_assets
"""
_DETAILED_DUE = """
  Bank loans and overdrafts|short_term_borrowings
  Current portion of long-term debt|current_portion_long_term_debt
  Trade creditors ~ Accounts payable|trade_payables
  Bills payable|notes_payable
  Payments received on account ~ Customer deposits|advances_from_customers
  Deferred income (customers)|contract_liabilities
  Wages payable|employee_benefits_payable
  Taxation and social security ~ Other taxation and social security|taxes_payable
  Accrued interest|interest_payable
  Dividends payable|dividends_payable
  Other creditors ~ Sundry creditors|other_payables
  Directors' loan account ~ Directors' current accounts|due_to_related
"""
_RESERVES = """
  Share capital ~ Called up share capital|paid_in_capital
  Share premium|capital_reserve
  Statutory reserve|surplus_reserve
  Retained earnings ~ Profit and loss account|retained_earnings
"""
#: Account by account, liabilities deducted: what bookkeeping programs print.
DETAILED = items(
    f"""
Fixed Assets
{_DETAILED_ASSETS.strip(chr(10))}
Total Fixed Assets|total_noncurrent_assets|subtotal
Current Assets
{_DETAILED_CURRENT.strip(chr(10))}
{_DETAILED_STOCK.strip(chr(10))}
Total Current Assets|total_current_assets|subtotal
Total Assets|total_assets|strong
Current Liabilities
{_DETAILED_DUE.strip(chr(10))}
Total Current Liabilities|total_current_liabilities|subtotal
Net Current Assets|net_current_assets|strong
Total Assets Less Current Liabilities|total_assets_less_current_liabilities|strong
Non-current Liabilities
  Bank loans (due after one year)|long_term_borrowings
  Creditors due after one year|creditors_after_one_year
  Provisions for liabilities|provisions
Total Non-current Liabilities|total_noncurrent_liabilities|subtotal
Total Liabilities|total_liabilities|strong
Net Assets|net_assets|total
Equity
{_RESERVES.strip(chr(10))}
Total Equity|total_equity|total
Total Equity and Liabilities ~ Total Liabilities & Equity|total_liabilities_and_equity|strong
"""
)
#: The full accounts of an accountant: statutory order, with every account of debtors and creditors shown in the inner column.
FULL = items(
    f"""
FIXED ASSETS
{_DETAILED_ASSETS.strip(chr(10))}
  |total_noncurrent_assets|subtotal
CURRENT ASSETS
{_DETAILED_STOCK.strip(chr(10))}
{_DETAILED_CURRENT.strip(chr(10))}
  |total_current_assets|subtotal
TOTAL ASSETS|total_assets|total
CREDITORS: AMOUNTS FALLING DUE WITHIN ONE YEAR
{_DETAILED_DUE.strip(chr(10))}
  |total_current_liabilities|subtotal
NET CURRENT ASSETS|net_current_assets|subtotal
TOTAL ASSETS LESS CURRENT LIABILITIES|total_assets_less_current_liabilities|subtotal
CREDITORS: AMOUNTS FALLING DUE AFTER MORE THAN ONE YEAR|creditors_after_one_year|deducted
LONG-TERM LIABILITIES
  Bank loans (due after one year)|long_term_borrowings
TOTAL LONG-TERM LIABILITIES|total_noncurrent_liabilities|subtotal
TOTAL LIABILITIES|total_liabilities|subtotal
PROVISIONS FOR LIABILITIES|provisions|deducted
NET ASSETS|net_assets|total
CAPITAL AND RESERVES
{_RESERVES.strip(chr(10))}
SHAREHOLDERS' FUNDS|total_equity|total
TOTAL EQUITY AND LIABILITIES|total_liabilities_and_equity|total
"""
)
INTERNATIONAL = items(
    """
ASSETS
Current assets
  Cash and cash equivalents|cash
  Trade receivables|trade_receivables
  Trade and other receivables|receivables_total|fallback
  Notes receivable|notes_receivable
  Other receivables|other_receivables
  Due from related parties|due_from_related
  Tax recoverable ~ Current tax assets|tax_receivable
  Prepayments|prepayments
  Inventories|inventories
  Other current assets|other_current_assets
Total current assets|total_current_assets|subtotal
Non-current assets
  Property, plant and equipment|fixed_assets_net
  Intangible assets|intangible_assets
Total non-current assets|total_noncurrent_assets|subtotal
Total assets|total_assets|total
LIABILITIES AND EQUITY
Current liabilities
  Short-term borrowings ~ Bank loans|short_term_borrowings
  Current portion of long-term debt|current_portion_long_term_debt
  Trade payables|trade_payables
  Notes payable (trade acceptances)|notes_payable
  Advances from customers|advances_from_customers
  Contract liabilities|contract_liabilities
  Employee benefits payable|employee_benefits_payable
  Taxes payable|taxes_payable
  Accrued interest payable|interest_payable
  Dividends payable|dividends_payable
  Other payables|other_payables
  Due to related parties / owners|due_to_related
Total current liabilities|total_current_liabilities|subtotal
Non-current liabilities
  Long-term borrowings|long_term_borrowings
Total non-current liabilities|total_noncurrent_liabilities|subtotal
Total liabilities|total_liabilities|subtotal
Equity
  Share capital ~ Issued capital|paid_in_capital
  Share premium|capital_reserve
  Statutory reserve|surplus_reserve
  Retained earnings|retained_earnings
Total equity|total_equity|subtotal
Total liabilities and equity|total_liabilities_and_equity|total
"""
)
BY_FUNCTION = items(
    """
Turnover ~ Revenue|revenue|3
Cost of sales|cost_of_sales|deducted
Gross profit ~ Gross profit/(loss)|gross_profit|subtotal
Distribution costs|selling_expenses|deducted whole
Administrative expenses|admin_expenses|deducted whole
Total operating expenses|sga_expenses|deducted fallback
Other operating income|other_income
Operating profit ~ Operating profit/(loss)|operating_profit|subtotal
Interest receivable and similar income|interest_income
Interest payable and similar expenses ~ Interest payable and similar charges|finance_costs|deducted
Profit before taxation ~ Profit/(loss) before taxation|profit_before_tax|subtotal
Tax on profit ~ Taxation|income_tax|deducted
Profit for the financial year ~ Profit/(loss) for the financial year|net_profit|total
Other comprehensive income|other_comprehensive_income
Total comprehensive income|total_comprehensive_income|total
"""
)
LISTED = items(
    """
Turnover ~ Sales|revenue
Cost of sales|cost_of_sales|deducted
Gross profit|gross_profit|subtotal
Less: expenses
  Distribution costs|selling_expenses|deducted whole
  Administrative expenses|admin_expenses|deducted whole
Total operating expenses ~ Total expenses|sga_expenses|deducted subtotal
Other operating income|other_income
Operating profit|operating_profit|subtotal
Interest receivable|interest_income
Interest payable and similar charges|finance_costs|deducted
Profit before taxation|profit_before_tax|subtotal
Tax on profit ~ Taxation|income_tax|deducted
Profit for the financial year ~ Profit after tax|net_profit|total
Total comprehensive income|total_comprehensive_income|strong
"""
)
BY_NATURE = items(
    """
Turnover|revenue
Other income|other_income
Cost of raw materials and consumables|raw_materials_consumed|deducted
Staff costs|staff_costs|deducted
Depreciation and other amounts written off assets|depreciation_amortisation|deducted
Other charges|sga_expenses|deducted
Tax|income_tax|deducted
Profit for the financial year ~ Profit for the year|net_profit|total
"""
)
