"""The lines of Western cash flow statements, changes of equity and notes."""

from __future__ import annotations

from samples.papers.statements.western_rows import items

_TAIL = """
Cash flows from investing activities
  Purchase of tangible fixed assets ~ Purchase of property, plant and equipment|cf_capex|deducted
  Sale of tangible fixed assets ~ Proceeds from sale of equipment|cf_disposal_proceeds
  Investment income received|cf_investment_income
  Other investing receipts|cf_other_investing_in
  Other investing payments|cf_other_investing_out|deducted
  Purchase of investments|cf_investments_paid|deducted
  Proceeds from sale of investments|cf_investments_recovered
Net cash from investing activities ~ Net cash used in investing activities|cf_investing_net|subtotal
Cash flows from financing activities
  New bank loans ~ Proceeds from borrowings|cf_borrowings_received
  Issue of share capital ~ Capital contributions received|cf_capital_received
  Other financing receipts|cf_other_financing_in
  Repayment of bank loans ~ Loan repayments|cf_principal_repaid|deducted
  Interest paid|cf_interest_paid|deducted
  Dividends paid|cf_dividends_paid|deducted
  Other financing payments|cf_other_financing_out|deducted
Net cash from financing activities ~ Net cash used in financing activities|cf_financing_net|subtotal
Effect of exchange rates|cf_fx_effect
Net increase/(decrease) in cash ~ Net increase in cash and cash equivalents|cf_net_increase|subtotal
Cash at beginning of year ~ Cash and cash equivalents at beginning of year|cf_opening_cash
Cash at end of year ~ Cash and cash equivalents at end of year|cf_closing_cash|total
"""
DIRECT = items(
    f"""
Cash flows from operating activities
  Receipts from customers ~ Cash received from customers|cf_receipts_customers
  Taxes refunded|cf_tax_refunds
  Other operating receipts|cf_other_operating_in
  Payments to suppliers ~ Cash paid to suppliers|cf_payments_suppliers|deducted
  Payments to employees ~ Cash paid to employees|cf_payments_employees|deducted
  Taxes paid|cf_taxes_paid|deducted
  Other operating payments|cf_other_operating_out|deducted
Net cash from operating activities ~ Net cash generated from operating activities|cf_operating_net|subtotal
{_TAIL.strip(chr(10))}
"""
)
INDIRECT = items(
    f"""
Cash flows from operating activities
  Profit for the financial year ~ Net income|cfi_net_profit
  Depreciation charges ~ Depreciation|cfi_depreciation
  Amortisation of intangible assets|cfi_amortisation
  Add back: impairment and provisions|cfi_impairment
  Loss on sale of assets|cfi_disposal_loss
  Interest payable ~ Finance costs|cfi_finance_costs
  Investment losses|cfi_investment_loss
  Deferred tax movement|cfi_deferred_tax
  (Increase)/decrease in stocks ~ (Increase) decrease in inventories|cfi_inventory_decrease
  (Increase)/decrease in debtors ~ (Increase) decrease in receivables|cfi_receivables_decrease
  Increase/(decrease) in creditors ~ Increase (decrease) in payables|cfi_payables_increase
  Other reconciling items|cfi_other
Net cash from operating activities ~ Net cash provided by operating activities|cf_operating_net|subtotal
{_TAIL.strip(chr(10))}
"""
)
EQUITY = items(
    """
Balance brought forward ~ Balance at beginning of year|eq_opening
Prior year adjustment|eq_prior_adjustments
Profit for the year|eq_profit
Shares issued ~ Capital introduced|eq_capital_movement
Dividends ~ Dividends and drawings|eq_distributions|deducted
Other movements|eq_other
Balance carried forward ~ Balance at end of year|eq_closing|total
"""
)
NOTES = items(
    """
3 Employees
  Average number of employees ~ Number of employees|employees_average
  Staff costs|staff_costs
  Loan interest ~ Interest expense|interest_expense
4 Tangible fixed assets
  Cost at end of year ~ Fixed assets - cost|fixed_assets_cost
  Additions|fixed_asset_additions
  Disposals|fixed_asset_disposals_cost
  Accumulated depreciation|accumulated_depreciation
  Charge for the year|depreciation_charge
  Eliminated on disposals|depreciation_on_disposals
  Net book value ~ Tangible assets|fixed_assets_net|subtotal
5 Debtors
  Bills receivable|notes_receivable
  Trade debtors|trade_receivables
  Over 365 days|receivables_over_one_year
  Other debtors|other_receivables
  Directors' loan account (debit)|due_from_related
  VAT recoverable|tax_receivable
  Prepayments and accrued income|prepayments
  Total receivables|receivables_total|subtotal
6 Creditors: amounts falling due within one year
  Bank loans and overdrafts|short_term_borrowings
  Bills payable|notes_payable
  Trade creditors|trade_payables
  Payments received on account|advances_from_customers
  Taxation and social security|taxes_payable
  Wages payable|employee_benefits_payable
  Accrued interest|interest_payable
  Dividends payable|dividends_payable
  Deferred income (customers)|contract_liabilities
  Other creditors|other_payables
  Directors' loan account|due_to_related
  Total current liabilities|total_current_liabilities|subtotal
7 Creditors: amounts falling due after more than one year
  Bank loans (due after one year)|long_term_borrowings
8 Purchases and borrowings
  Total purchases ~ Net purchases|purchases
  Conversion costs|production_costs_added
  Total bank loans|bank_loans_note
9 Reserves
  Prior year adjustment|eq_prior_adjustments
  Capital introduced|eq_capital_movement
  Transfer to reserves|eq_reserve_transfer
  Dividends|eq_distributions
"""
)
