"""What Chinese statements write over their columns and in their heading: periods, units, form numbers, older wordings."""

from __future__ import annotations

from samples.records.record import Statement, StatementColumn, StatementKind

TITLES: dict[StatementKind, str] = {
    "balance_sheet": "资产负债表",
    "income_statement": "利润表",
    "cash_flow": "现金流量表",
    "equity_changes": "所有者权益变动表",
    "notes": "财务报表附注（明细）",
}
FORM_NUMBERS: dict[tuple[str, StatementKind], str] = {
    ("xqy", "balance_sheet"): "会小企01表",
    ("xqy", "income_statement"): "会小企02表",
    ("xqy", "cash_flow"): "会小企03表",
    ("cas", "balance_sheet"): "会企01表",
    ("cas", "income_statement"): "会企02表",
    ("cas", "cash_flow"): "会企03表",
    ("cas", "equity_changes"): "会企04表",
}
#: Captions of balances: current, opening. "days" writes the dates out.
BALANCES = {
    "opening": ("期末余额", "年初余额"),
    "prior_year_end": ("期末余额", "上年年末余额"),
    "numbers": ("期末数", "年初数"),
    "begin": ("期末数", "期初数"),
}
#: Style -> (month, quarter, cumulative, year, prior year, prior year's same period)
FLOWS = {
    "paper": ("本月金额", "本季金额", "本年累计金额", "本年累计金额", "上年金额", "上年同期金额"),
    "filing": ("本期金额", "本期金额", "本年累计金额", "本年累计金额", "上年金额", "上年同期金额"),
    "general": ("本期金额", "本期金额", "本年累计金额", "本期金额", "上期金额", "上年同期金额"),
    "numbers": ("本月数", "本季数", "本年累计数", "本年累计数", "上年数", "上年同期数"),
    "plain": ("本月发生额", "本季发生额", "本年累计", "本年金额", "上年金额", "上年同期"),
}
#: Other wordings in home-made statements, of which a firm keeps one.
VARIANTS = {
    "cash": ("货币资金", "货币资金合计", "现金及银行存款"),
    "trade_receivables": ("应收账款", "应收帐款", "应收账款净额"),
    "other_receivables": ("其他应收款", "其它应收款"),
    "inventories": ("存货", "存货净额", "存货合计"),
    "fixed_assets_cost": ("固定资产原价", "固定资产原值"),
    "total_current_assets": ("流动资产合计", "流动资产小计", "流动资产总额"),
    "total_noncurrent_assets": ("非流动资产合计", "非流动资产小计"),
    "total_assets": ("资产总计", "资产合计", "总资产"),
    "short_term_borrowings": ("短期借款", "银行借款"),
    "trade_payables": ("应付账款", "应付帐款"),
    "taxes_payable": ("应交税费", "应缴税费", "应交税金"),
    "other_payables": ("其他应付款", "其它应付款"),
    "total_current_liabilities": ("流动负债合计", "流动负债小计"),
    "total_liabilities": ("负债合计", "负债总额", "负债总计"),
    "paid_in_capital": ("实收资本", "实收资本（或股本）"),
    "total_equity": ("所有者权益合计", "股东权益合计", "净资产"),
    "total_liabilities_and_equity": ("负债和所有者权益总计", "负债及所有者权益合计", "负债和股东权益总计"),
    "income_tax": ("减：所得税费用", "减：所得税"),
    "net_profit": ("四、净利润", "四、净利润（净亏损以“-”号填列）"),
}
#: What templates from before 2013 still say; the 营业税 line and 主营业务 stand on them.
OLD = {
    "revenue": "一、主营业务收入",
    "cost_of_sales": "减：主营业务成本",
    "taxes_and_surcharges": "主营业务税金及附加",
    "selling_expenses": "营业费用",
    "income_tax": "减：所得税",
    "employee_benefits_payable": "应付工资",
    "taxes_payable": "应交税金",
    "dividends_payable": "应付股利",
    "fixed_assets_cost": "固定资产原值",
    "fixed_assets_net": "固定资产净值",
    "total_equity": "所有者权益合计",
    "total_liabilities_and_equity": "负债及所有者权益总计",
    "paid_in_capital": "实收资本",
}


def column_caption(statement: Statement, column: StatementColumn, style: str) -> str:
    """What stands over `column`; "days": the dates themselves."""
    first = statement.columns[0]
    prior = column.period < first.period
    if style == "days":
        return period_text(column, "plain")
    if column.span == "instant":
        current, opening = BALANCES[style]
        return opening if prior else current
    month, quarter, cumulative, year, last_year, same_period = FLOWS[style]
    if prior:
        return last_year if column.span == "year" else same_period
    return {"month": month, "quarter": quarter, "year_to_date": cumulative, "year": year}[column.span]


def period_text(column: StatementColumn, style: str = "plain") -> str:
    """The line under the title.   style: "plain" 2025年12月31日, "iso" 2025-12-31, "range" 2025年1月至12月"""
    day = column.period
    if column.span == "instant":
        return day.isoformat() if style == "iso" else f"{day.year}年{day.month}月{day.day}日"
    first = day.month - column.months + 1
    if style == "iso":
        return f"{day.year}-{first:02d}至{day.year}-{day.month:02d}" if first > 0 and column.months > 1 else f"{day.year}-{day.month:02d}"
    if column.span == "month":
        return f"{day.year}年{day.month}月"
    if column.span == "quarter":
        return f"{day.year}年第{(day.month + 2) // 3}季度"
    if column.months == 12 and day.month == 12:
        return f"{day.year}年1-12月" if style == "range" else f"{day.year}年度"
    return f"{day.year}年{max(first, 1)}-{day.month}月"


def heading_period(statement: Statement, style: str = "plain") -> str:
    """The period of the whole statement; with a column of one month it is that month, as the forms have it."""
    months = [column for column in statement.columns if column.span in {"month", "quarter"}]
    if statement.record == "notes":
        months = [column for column in statement.columns if column.span != "instant"]
    return period_text(months[0] if months else statement.columns[0], style)


def spaced(title: str) -> str:
    """资 产 负 债 表"""
    return " ".join(title)
