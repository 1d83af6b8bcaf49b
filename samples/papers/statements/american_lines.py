"""The lines of American statements: classified as compilations print them, and nested as bookkeeping programs do."""

from __future__ import annotations

from samples.papers.statements.western_rows import items

CLASSIFIED = items(
    """
ASSETS
Current assets
  Cash ~ Cash and cash equivalents|cash
  Accounts receivable ~ Accounts receivable - trade|trade_receivables
  Notes receivable|notes_receivable
  Other receivables|other_receivables
  Due from shareholder ~ Loans to shareholders|due_from_related
  Prepaid taxes|tax_receivable
  Inventory ~ Inventories|inventories
  Prepaid expenses|prepayments
  Other current assets|other_current_assets
Total current assets|total_current_assets|subtotal
Property and equipment
  Property and equipment, at cost|fixed_assets_cost
  Less accumulated depreciation|accumulated_depreciation|deducted
  Property & equipment, net ~ Net fixed assets|fixed_assets_net|subtotal
  Intangible assets, net|intangible_assets
Total noncurrent assets|total_noncurrent_assets|subtotal
Total assets|total_assets|total
LIABILITIES AND STOCKHOLDERS' EQUITY
Current liabilities
  Line of credit|short_term_borrowings
  Current portion of long-term debt|current_portion_long_term_debt
  Accounts payable ~ Accounts payable - trade|trade_payables
  Acceptances payable|notes_payable
  Customer deposits|advances_from_customers
  Deferred revenue|contract_liabilities
  Accrued payroll ~ Accrued wages|employee_benefits_payable
  Taxes payable ~ Sales tax payable|taxes_payable
  Accrued interest|interest_payable
  Distributions payable|dividends_payable
  Other payables|other_payables
  Due to shareholder ~ Loans from shareholders|due_to_related
Total current liabilities|total_current_liabilities|subtotal
Long-term liabilities
  Long-term debt ~ Long term debt, net of current portion|long_term_borrowings
Total long-term liabilities|total_noncurrent_liabilities|subtotal
Total liabilities|total_liabilities|subtotal
Stockholders' equity
  Common stock ~ Capital stock|paid_in_capital
  Additional paid-in capital|capital_reserve
  Legal reserve|surplus_reserve
  Retained earnings|retained_earnings
Total equity ~ Total shareholders' equity|total_equity|subtotal
Total liabilities and equity ~ Total liabilities and stockholders' equity|total_liabilities_and_equity|total
"""
)
NESTED = items(
    """
ASSETS
  Current Assets
    Bank Accounts
      Business Checking ~ Checking|bank_deposits
      Petty Cash|cash_on_hand
      E-wallet balances|other_monetary_funds
      Cash in Bank|cash|fallback
    Cash and Bank ~ Cash and Bank Balances|cash|subtotal sum
    Accounts Receivable
      Accounts Receivable ~ A/R|trade_receivables
    Other Current Assets
      Notes Receivable|notes_receivable
      Employee Advances|other_receivables
      Due from Shareholder|due_from_related
      Prepaid Taxes|tax_receivable
      Inventory|inventories
      Prepaid Expenses|prepayments
      Misc. Current Assets|other_current_assets
  Total Current Assets|total_current_assets|subtotal
  Fixed Assets
    Property and Equipment, at Cost|fixed_assets_cost
    Accumulated Depreciation ~ Accum. Depreciation|accumulated_depreciation|deducted
    Net Fixed Assets|fixed_assets_net|subtotal
    Intangible Assets|intangible_assets
  Total Fixed Assets|total_noncurrent_assets|subtotal
TOTAL ASSETS|total_assets|total
LIABILITIES AND EQUITY
  Liabilities
    Current Liabilities
      Accounts Payable ~ A/P|trade_payables
      Line of Credit|short_term_borrowings
      Current Portion of LTD|current_portion_long_term_debt
      Acceptances Payable|notes_payable
      Customer Deposits|advances_from_customers
      Unearned Revenue|contract_liabilities
      Payroll Liabilities|employee_benefits_payable
      Sales Tax Payable|taxes_payable
      Accrued Interest|interest_payable
      Distributions Payable|dividends_payable
      Credit Card Payable|other_payables
      Shareholder Loan|due_to_related
    Total Current Liabilities|total_current_liabilities|subtotal
    Long-Term Liabilities
      Long-Term Debt|long_term_borrowings
    Total Long-Term Liabilities|total_noncurrent_liabilities|subtotal
  Total Liabilities|total_liabilities|subtotal
  Equity
    Common Stock ~ Capital Stock|paid_in_capital
    Additional Paid-in Capital|capital_reserve
    Legal Reserve|surplus_reserve
    Retained Earnings|retained_earnings
  Total Equity|total_equity|subtotal
TOTAL LIABILITIES AND EQUITY|total_liabilities_and_equity|total
"""
)
MULTI_STEP = items(
    """
Net sales ~ Sales|revenue
Cost of goods sold|cost_of_sales
Gross profit|gross_profit|subtotal
Operating expenses
  Selling expenses|selling_expenses|whole
  General and administrative ~ General & administrative expenses|admin_expenses|whole
Total operating expenses|sga_expenses|subtotal
Other operating income|other_income
Income from operations ~ Operating income|operating_profit|subtotal
Other income (expense)
  Interest income|interest_income
  Finance costs ~ Finance expenses|finance_costs|deducted
Income before income taxes|profit_before_tax|subtotal
Provision for income taxes ~ Income taxes|income_tax
Net income|net_profit|total
"""
)
PROGRAM = items(
    """
Income
  Sales|revenue
Cost of Goods Sold
  Cost of Goods Sold ~ COGS|cost_of_sales
Gross Profit|gross_profit|subtotal
Expenses
  Selling Expenses|selling_expenses|whole
  G&A ~ Office and General|admin_expenses|whole
Total Expenses|sga_expenses|subtotal
Other Operating Income|other_income
Net Operating Income ~ Operating Income|operating_profit|subtotal
Other Income and Expenses
  Interest Income|interest_income
  Bank Charges and Interest ~ Finance Costs|finance_costs
Income Before Income Taxes|profit_before_tax|subtotal
  Income Taxes|income_tax
Net Income|net_profit|total
"""
)
REVENUES_AND_EXPENSES = items(
    """
Revenues
  Sales ~ Gross receipts|revenue
  Other operating income|other_income
Cost of goods sold|cost_of_sales
Gross profit|gross_profit|subtotal
Expenses
  Selling and marketing ~ Selling expenses|selling_expenses|whole
  General expenses ~ Administrative expenses|admin_expenses|whole
Total expenses|sga_expenses|subtotal
Operating income|operating_profit|subtotal
Interest income|interest_income
Finance costs ~ Bank charges and interest|finance_costs
Pretax income ~ Income before income taxes|profit_before_tax|subtotal
Income taxes|income_tax
Net income|net_profit|total
"""
)
