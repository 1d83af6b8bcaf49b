"""The chart of accounts: what each ledger account is, and the line of the statements it enters.

Codes are those of the small-enterprise standard (财会〔2011〕17号) and, after the stroke, of the general standard where they differ.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Class = Literal["asset", "liability", "equity", "income", "expense"]


@dataclass(frozen=True, slots=True)
class LedgerAccount:
    """One account.

    concept   of the chart of concepts whose line it enters by default (a framework may gather several)
    side      1 when a debit balance is normal, -1 when a credit balance is
    """

    id: str
    code: str
    code_cas: str
    zh: str
    en: str
    kind: Class
    concept: str

    @property
    def side(self) -> int:
        return 1 if self.kind in {"asset", "expense"} and not self.id.startswith("accumulated") else -1


_ROWS: tuple[tuple[str, str, str, str, str, Class, str], ...] = (
    ("cash_on_hand", "1001", "1001", "库存现金", "Petty cash", "asset", "cash_on_hand"),
    ("bank_1", "1002.01", "1002.01", "银行存款-基本户", "Bank current account", "asset", "bank_deposits"),
    ("bank_2", "1002.02", "1002.02", "银行存款-一般户", "Bank second account", "asset", "bank_deposits"),
    ("bank_3", "1002.03", "1002.03", "银行存款-一般户二", "Bank third account", "asset", "bank_deposits"),
    ("bank_4", "1002.04", "1002.04", "银行存款-一般户三", "Bank fourth account", "asset", "bank_deposits"),
    ("other_monetary_funds", "1012", "1012", "其他货币资金", "Platform balances", "asset", "other_monetary_funds"),
    ("notes_receivable", "1121", "1121", "应收票据", "Notes receivable", "asset", "notes_receivable"),
    ("receivables", "1122", "1122", "应收账款", "Trade debtors", "asset", "trade_receivables"),
    ("retention_receivable", "1122.09", "1122.09", "应收账款-质保金", "Retentions receivable", "asset", "trade_receivables"),
    ("prepayments", "1123", "1123", "预付账款", "Prepayments", "asset", "prepayments"),
    ("other_receivables", "1221", "1221", "其他应收款", "Other debtors", "asset", "other_receivables"),
    ("materials", "1403", "1403", "原材料", "Raw materials", "asset", "raw_materials"),
    ("work_in_progress", "4001", "5001", "生产成本", "Work in progress", "asset", "work_in_progress"),
    ("contract_costs", "4401", "1601.9", "工程施工", "Contract work in progress", "asset", "work_in_progress"),
    ("stock", "1405", "1405", "库存商品", "Stock", "asset", "finished_goods"),
    ("other_current_assets", "1901", "1901", "待处理财产损溢", "Other current assets", "asset", "other_current_assets"),
    ("fixed_assets", "1601", "1601", "固定资产", "Fixed assets at cost", "asset", "fixed_assets_cost"),
    ("accumulated_depreciation", "1602", "1602", "累计折旧", "Accumulated depreciation", "asset", "accumulated_depreciation"),
    ("construction_in_progress", "1604", "1604", "在建工程", "Assets under construction", "asset", "construction_in_progress"),
    ("intangible_assets", "1701", "1701", "无形资产", "Intangible assets", "asset", "intangible_assets"),
    ("development", "4301", "5301", "研发支出", "Development expenditure", "asset", "development_expenditure"),
    ("long_term_deferred", "1801", "1801", "长期待摊费用", "Deferred expenses", "asset", "long_term_deferred_expenses"),
    ("short_loans", "2001", "2001", "短期借款", "Bank loans within one year", "liability", "short_term_borrowings"),
    ("notes_payable", "2201", "2201", "应付票据", "Notes payable", "liability", "notes_payable"),
    ("payables", "2202", "2202", "应付账款", "Trade creditors", "liability", "trade_payables"),
    ("advances", "2203", "2203", "预收账款", "Customer deposits", "liability", "advances_from_customers"),
    ("wages_payable", "2211", "2211", "应付职工薪酬", "Wages and contributions payable", "liability", "employee_benefits_payable"),
    ("vat_payable", "2221.01", "2221.01", "应交税费-应交增值税", "VAT", "liability", "taxes_payable"),
    ("surcharges_payable", "2221.02", "2221.02", "应交税费-附加税费", "Surcharges payable", "liability", "taxes_payable"),
    ("income_tax_payable", "2221.03", "2221.03", "应交税费-应交企业所得税", "Income tax payable", "liability", "taxes_payable"),
    ("wage_tax_payable", "2221.04", "2221.04", "应交税费-应交个人所得税", "Payroll taxes payable", "liability", "taxes_payable"),
    ("interest_payable", "2231", "2231", "应付利息", "Interest payable", "liability", "interest_payable"),
    ("dividends_payable", "2232", "2232", "应付利润", "Dividends payable", "liability", "dividends_payable"),
    ("other_payables", "2241", "2241", "其他应付款", "Other creditors", "liability", "other_payables"),
    ("owner_loan", "2241.01", "2241.01", "其他应付款-股东", "Director's loan", "liability", "other_payables"),
    ("long_loans", "2501", "2501", "长期借款", "Bank loans after one year", "liability", "long_term_borrowings"),
    ("capital", "3001", "4001", "实收资本", "Share capital", "equity", "paid_in_capital"),
    ("capital_reserve", "3002", "4002", "资本公积", "Capital reserve", "equity", "capital_reserve"),
    ("surplus_reserve", "3101", "4101", "盈余公积", "Statutory reserve", "equity", "surplus_reserve"),
    ("retained", "3104", "4104", "利润分配-未分配利润", "Retained earnings", "equity", "retained_earnings"),
    ("sales", "5001", "6001", "主营业务收入", "Sales", "income", "revenue"),
    ("other_sales", "5051", "6051", "其他业务收入", "Other sales", "income", "revenue"),
    ("cost", "5401", "6401", "主营业务成本", "Cost of sales", "expense", "cost_of_sales"),
    ("urban_tax", "5403.01", "6403.01", "税金及附加-城建税", "Urban maintenance tax", "expense", "urban_maintenance_tax"),
    ("education_levy", "5403.02", "6403.02", "税金及附加-教育费附加", "Education surcharge", "expense", "education_surcharge"),
    ("stamp_tax", "5403.03", "6403.03", "税金及附加-印花税", "Stamp tax", "expense", "property_stamp_taxes"),
    ("selling_wages", "5601.01", "6601.01", "销售费用-工资", "Sales staff", "expense", "selling_expenses"),
    ("freight", "5601.02", "6601.02", "销售费用-运费", "Carriage", "expense", "selling_expenses"),
    ("advertising", "5601.03", "6601.03", "销售费用-广告费", "Advertising", "expense", "advertising_expense"),
    ("platform_fees", "5601.04", "6601.04", "销售费用-平台服务费", "Platform fees", "expense", "selling_expenses"),
    ("admin_wages", "5602.01", "6602.01", "管理费用-工资", "Office staff", "expense", "admin_expenses"),
    ("rent", "5602.02", "6602.02", "管理费用-租赁费", "Rent", "expense", "admin_expenses"),
    ("power", "5602.03", "6602.03", "管理费用-水电费", "Light and heat", "expense", "admin_expenses"),
    ("office", "5602.04", "6602.04", "管理费用-办公费", "Office costs", "expense", "admin_expenses"),
    ("entertainment", "5602.05", "6602.05", "管理费用-业务招待费", "Entertainment", "expense", "entertainment_expense"),
    ("depreciation", "5602.06", "6602.06", "管理费用-折旧费", "Depreciation", "expense", "admin_expenses"),
    ("amortisation", "5602.07", "6602.07", "管理费用-摊销费", "Amortisation", "expense", "admin_expenses"),
    ("other_admin", "5602.09", "6602.09", "管理费用-其他", "Sundry expenses", "expense", "admin_expenses"),
    ("interest", "5603.01", "6603.01", "财务费用-利息支出", "Interest payable on loans", "expense", "finance_costs"),
    ("interest_income", "5603.02", "6603.02", "财务费用-利息收入", "Interest receivable", "expense", "finance_costs"),
    ("bank_charges", "5603.03", "6603.03", "财务费用-手续费", "Bank charges", "expense", "finance_costs"),
    ("exchange", "5603.04", "6603.04", "财务费用-汇兑损益", "Exchange differences", "expense", "finance_costs"),
    ("non_operating_income", "5301", "6301", "营业外收入", "Other income", "income", "non_operating_income"),
    ("non_operating_expenses", "5711", "6711", "营业外支出", "Other expenses", "expense", "non_operating_expenses"),
    ("bad_debts", "5711.01", "6711.01", "营业外支出-坏账损失", "Bad debts", "expense", "bad_debt_loss"),
    ("income_tax", "5801", "6801", "所得税费用", "Income tax", "expense", "income_tax"),
)  # fmt: skip

#: Account id -> account, in the order of the chart.
ACCOUNTS = {row[0]: LedgerAccount(*row) for row in _ROWS}
#: The accounts of a year's result, closed to `retained` on its last day.
RESULT = tuple(account.id for account in ACCOUNTS.values() if account.kind in {"income", "expense"})
#: Money that a bank statement shows.
BANKS = ("bank_1", "bank_2", "bank_3", "bank_4")
#: What a balance sheet calls cash.
MONEY = ("cash_on_hand", *BANKS, "other_monetary_funds")
