"""The lines of what comes with the three Chinese forms: 补充资料, changes of equity, notes."""

from __future__ import annotations

from samples.papers.statements.form_rows import rows_of

#: 补充资料: printed beneath a cash flow statement whose record has the indirect reconciliation.
SUPPLEMENT = rows_of(
    """
1．将净利润调节为经营活动现金流量：
  净利润|cfi_net_profit
  加：资产减值准备|cfi_impairment
    固定资产折旧、油气资产折耗、生产性生物资产折旧|cfi_depreciation
    无形资产摊销|cfi_amortisation
    处置固定资产、无形资产和其他长期资产的损失（收益以“-”号填列）|cfi_disposal_loss
    财务费用（收益以“-”号填列）|cfi_finance_costs
    投资损失（收益以“-”号填列）|cfi_investment_loss
    递延所得税资产减少（增加以“-”号填列）|cfi_deferred_tax
    存货的减少（增加以“-”号填列）|cfi_inventory_decrease
    经营性应收项目的减少（增加以“-”号填列）|cfi_receivables_decrease
    经营性应付项目的增加（减少以“-”号填列）|cfi_payables_increase
    其他|cfi_other
"""
)
EQUITY = rows_of(
    """
一、上年年末余额|eq_opening
  加：前期差错更正|eq_prior_adjustments
二、本年增减变动金额（减少以“-”号填列）
  （一）综合收益总额|eq_profit
  （二）所有者投入和减少资本|eq_capital_movement
  （三）利润分配
    1．提取盈余公积|eq_reserve_transfer
    2．对所有者（或股东）的分配|eq_distributions
    3．其他|eq_other
=三、本年年末余额|eq_closing
"""
)
NOTES = rows_of(
    """
一、货币资金
  库存现金|cash_on_hand
  银行存款|bank_deposits
  其他货币资金|other_monetary_funds
  其中：受限货币资金|restricted_cash
  =货币资金合计|cash
二、应收账款
  应收账款|trade_receivables
  账龄一年以上应收账款|receivables_over_one_year
三、存货
  原材料|raw_materials
  在产品|work_in_progress
  库存商品|finished_goods
  周转材料|turnover_materials
  =存货合计|inventories
四、固定资产
  固定资产原价|fixed_assets_cost
  累计折旧|accumulated_depreciation
  =固定资产账面价值|fixed_assets_net
  本期增加固定资产|fixed_asset_additions
  本期减少固定资产|fixed_asset_disposals_cost
  本年折旧额|depreciation_charge
  处置转出累计折旧|depreciation_on_disposals
五、采购及生产
  本期采购额|purchases
  直接人工及制造费用|production_costs_added
六、银行借款
  借款余额合计|bank_loans_note
  利息费用|interest_expense
七、职工
  从业人数|employees_average
  职工薪酬|staff_costs
八、所有者权益
  提取盈余公积|eq_reserve_transfer
  所有者投入和减少资本|eq_capital_movement
  对所有者（或股东）的分配|eq_distributions
  前期差错更正|eq_prior_adjustments
"""
)
