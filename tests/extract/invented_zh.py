"""Chinese statements in layouts that no reader was made for."""

from __future__ import annotations

from datetime import date

from tests.extract.invented import Col, Line, Made, Style, beside, book, table

END, OPEN, SEP, SEP24 = date(2025, 12, 31), date(2024, 12, 31), date(2025, 9, 30), date(2024, 9, 30)

ASSETS: list[Line] = [
    ("流动资产：", ""), ("  货币资金", "cash"), ("  应收票据", "notes_receivable"), ("  应收账款", "trade_receivables"),
    ("  预付款项", "prepayments"), ("  其他应收款", "other_receivables"), ("  存货", "inventories"), ("  其他流动资产", "other_current_assets"),
    ("流动资产合计", "total_current_assets"), ("非流动资产：", ""), ("  固定资产", "fixed_assets_net"),
    ("  在建工程", "construction_in_progress"), ("  无形资产", "intangible_assets"), ("  长期待摊费用", "long_term_deferred_expenses"),
    ("非流动资产合计", "total_noncurrent_assets"), ("资产总计", "total_assets"),
]  # fmt: skip
CLAIMS: list[Line] = [
    ("流动负债：", ""), ("  短期借款", "short_term_borrowings"), ("  应付账款", "trade_payables"), ("  预收款项", "advances_from_customers"),
    ("  应付职工薪酬", "employee_benefits_payable"), ("  应交税费", "taxes_payable"), ("  其他应付款", "other_payables"),
    ("  预提费用", "accrued_liabilities"), ("流动负债合计", "total_current_liabilities"), ("非流动负债：", ""),
    ("  长期借款", "long_term_borrowings"), ("  预计负债", "provisions"), ("非流动负债合计", "total_noncurrent_liabilities"),
    ("负债合计", "total_liabilities"), ("所有者权益（或股东权益）：", ""), ("  实收资本（或股本）", "paid_in_capital"),
    ("  资本公积", "capital_reserve"), ("  盈余公积", "surplus_reserve"), ("  未分配利润", "retained_earnings"),
    ("所有者权益合计", "total_equity"), ("负债和所有者权益总计", "total_liabilities_and_equity"),
]  # fmt: skip
INCOME: list[Line] = [
    ("一、营业收入", "revenue"), ("减：营业成本", "cost_of_sales"), ("    税金及附加", "taxes_and_surcharges"),
    ("    销售费用", "selling_expenses"), ("    管理费用", "admin_expenses"), ("    研发费用", "rd_expenses"),
    ("    财务费用", "finance_costs"), ("      其中：利息费用", "interest_expense"), ("            利息收入", "interest_income"),
    ("加：其他收益", "other_income"), ("二、营业利润（亏损以“-”号填列）", "operating_profit"), ("加：营业外收入", "non_operating_income"),
    ("减：营业外支出", "non_operating_expenses"), ("三、利润总额（亏损总额以“-”号填列）", "profit_before_tax"),
    ("减：所得税费用", "income_tax"), ("四、净利润（净亏损以“-”号填列）", "net_profit"),
]  # fmt: skip
OPERATING: list[Line] = [
    ("一、经营活动产生的现金流量：", ""), ("  销售商品、提供劳务收到的现金", "cf_receipts_customers"), ("  收到的税费返还", "cf_tax_refunds"),
    ("  收到其他与经营活动有关的现金", "cf_other_operating_in"), ("  经营活动现金流入小计", "cf_operating_in_total"),
    ("  购买商品、接受劳务支付的现金", "cf_payments_suppliers"), ("  支付给职工以及为职工支付的现金", "cf_payments_employees"),
    ("  支付的各项税费", "cf_taxes_paid"), ("  支付其他与经营活动有关的现金", "cf_other_operating_out"),
    ("  经营活动现金流出小计", "cf_operating_out_total"), ("  经营活动产生的现金流量净额", "cf_operating_net"),
]  # fmt: skip
OTHER_FLOWS: list[Line] = [
    ("二、投资活动产生的现金流量：", ""), ("  处置固定资产收回的现金净额", "cf_disposal_proceeds"), ("  投资活动现金流入小计", "cf_investing_in_total"),
    ("  购建固定资产支付的现金", "cf_capex"), ("  投资活动现金流出小计", "cf_investing_out_total"), ("  投资活动产生的现金流量净额", "cf_investing_net"),
    ("三、筹资活动产生的现金流量：", ""), ("  取得借款收到的现金", "cf_borrowings_received"), ("  筹资活动现金流入小计", "cf_financing_in_total"),
    ("  偿还债务支付的现金", "cf_principal_repaid"), ("  分配股利、利润或偿付利息支付的现金", "cf_dividends_interest_paid"),
    ("  筹资活动现金流出小计", "cf_financing_out_total"), ("  筹资活动产生的现金流量净额", "cf_financing_net"),
    ("四、现金及现金等价物净增加额", "cf_net_increase"), ("加：期初现金及现金等价物余额", "cf_opening_cash"),
    ("五、期末现金及现金等价物余额", "cf_closing_cash"),
]  # fmt: skip
FLOWS = [*OPERATING, *OTHER_FLOWS]


def opening_first() -> Made:
    """Two sides, the opening balance before the closing one, line numbers on the left half only, everything set wide."""
    made = Made()
    left = table(made, "balance_sheet", ASSETS, [Col(260, OPEN, book=1), Col(345, END)], notes=(170, 1))
    right = table(made, "balance_sheet", CLAIMS, [Col(580, OPEN, book=1), Col(670, END)], x=380)
    head = [
        (60, "资 产"),
        (150, "行次"),
        (200, "年 初 数"),
        (290, "期 末 数"),
        (400, "负 债 和 所 有 者 权 益"),
        (530, "年 初 数"),
        (620, "期 末 数"),
    ]
    made.pages = [
        [
            [(250, "资  产  负  债  表")],
            [(40, "单位名称：远山五金有限公司"), (300, "2025 年 12 月 31 日"), (560, "单位：元")],
            head,
            *beside(left, right),
        ]
    ]
    return made


def two_storey_head() -> Made:
    """Captions on two lines, the label captions on the upper one; 万元 stated at the foot."""
    made = Made()
    style = Style(scale=10000, nil="-")
    left = table(made, "balance_sheet", ASSETS, [Col(240, END), Col(310, OPEN, book=1)], style=style)
    right = table(made, "balance_sheet", CLAIMS, [Col(560, END), Col(640, OPEN, book=1)], x=340, style=style)
    head = [[(60, "资产"), (230, "金额", "r"), (360, "负债及所有者权益"), (560, "金额", "r")],
            [(205, "期末"), (275, "年初"), (525, "期末"), (600, "年初")]]  # fmt: skip
    made.pages = [[[(250, "资产负债表")], [(40, "编制单位：远山五金有限公司"), (300, "截至2025年12月31日止")], *head, *beside(left, right),
                   [(40, "注：本表金额单位为人民币万元")]]]  # fmt: skip
    return made


def growth_beside() -> Made:
    """Month, year to date, the same time last year and the growth in per cent."""
    made = Made()
    columns = [
        Col(300, SEP, "month", 2), Col(390, SEP, "year_to_date", 5), Col(480, SEP24, "year_to_date", 4),
        Col(560, book=None, show=lambda concept, _: f"{(book(5)[concept] / (book(4)[concept] or 1) - 1) * 100:.2f}%"),
        Col(640, book=None, show=lambda concept, _: f"{book(5)[concept] - book(4)[concept]:,.2f}"),
    ]  # fmt: skip
    head = [
        (60, "项    目"),
        (300, "本月数", "r"),
        (390, "本年累计", "r"),
        (480, "上年同期累计", "r"),
        (560, "增减%", "r"),
        (640, "增减额", "r"),
    ]
    made.pages = [
        [[(200, "远山五金有限公司2025年9月利润表")], [(500, "单位：人民币元")], head, *table(made, "income_statement", INCOME, columns)]
    ]
    return made


def three_on_a_page() -> Made:
    """All three statements one under the other, the date in the title, thousands, no line numbers."""
    made = Made()
    style = Style(scale=1000, places=1, nil="—")
    end, year = [Col(400, END), Col(500, OPEN, book=1)], [Col(400, END, "year"), Col(500, OPEN, "year", 1)]
    made.pages = [[
        [(150, "远山五金有限公司")], [(150, "2025年12月31日资产负债表")], [(400, "（单位：人民币千元）")],
        [(60, "报表项目"), (400, "期末余额", "r"), (500, "上年年末余额", "r")], *table(made, "balance_sheet", [*ASSETS, *CLAIMS], end, style=style),
        [(150, "2025年度利润表")], [(60, "报表项目"), (400, "本期金额", "r"), (500, "上期金额", "r")],
        *table(made, "income_statement", INCOME, year, style=style),
        [(150, "2025年度现金流量表")], [(60, "报表项目"), (400, "本期金额", "r"), (500, "上期金额", "r")],
        *table(made, "cash_flow", FLOWS, year, style=style),
    ]]  # fmt: skip
    return made


def budget_between() -> Made:
    """This year's plan between this year and last year, captions over two lines, nothing for nil."""
    made = Made()
    columns = [
        Col(300, END, "year"), Col(390, book=None, show=lambda concept, _: f"{book(6)[concept]:,.2f}"),
        Col(450, book=None, show=lambda _, index: f"{90 + index}.5%"), Col(550, OPEN, "year", 1),
    ]  # fmt: skip
    head = [
        [(330, "2025年度"), (505, "2024年度")],
        [(60, "项目"), (300, "实际数", "r"), (390, "预算数", "r"), (450, "完成率", "r"), (550, "实际数", "r")],
    ]
    made.pages = [[[(250, "利 润 表")], [(40, "编制单位：远山五金有限公司"), (500, "金额单位：元")], *head,
                   *table(made, "income_statement", INCOME, columns, style=Style(nil=""))]]  # fmt: skip
    return made


def flows_on_two_sides() -> Made:
    """A cash flow statement on two sides like a balance sheet."""
    made = Made()
    left = table(made, "cash_flow", OPERATING, [Col(300, END, "year"), Col(380, OPEN, "year", 1)])
    right = table(made, "cash_flow", OTHER_FLOWS, [Col(680, END, "year"), Col(760, OPEN, "year", 1)], x=410)
    head = [(100, "项目"), (300, "本年金额", "r"), (380, "上年金额", "r"), (480, "项目"), (680, "本年金额", "r"), (760, "上年金额", "r")]
    made.pages = [
        [[(300, "现金流量表")], [(40, "编制单位：远山五金有限公司"), (350, "2025年度"), (700, "单位：元")], head, *beside(left, right)]
    ]
    return made


def dated_columns_over_two_pages() -> Made:
    """Columns headed by days, the head repeated on the second page, page marks, notes in brackets."""
    made = Made()
    columns = [Col(400, END), Col(500, OPEN, book=1)]
    head = [(60, "科目"), (330, "2025-12-31"), (430, "2024-12-31")]
    body = table(made, "balance_sheet", [*ASSETS, *CLAIMS], columns)
    name = [(40, "核算单位：远山五金有限公司"), (430, "币别：人民币")]
    made.pages = [
        [[(220, "资产负债表")], name, head, *body[:20], [(250, "第1页/共2页")]],
        [[(220, "资产负债表（续）")], name, head, *body[20:], [(250, "第2页/共2页")]],
    ]
    return made


def months_side_by_side() -> Made:
    """The months of a quarter and their sum; labels broken over two lines."""
    made = Made()
    lines = [(label.replace("亏损以", "亏损\n以").replace("亏损总额以", "亏损总额\n以"), concept) for label, concept in INCOME]
    columns = [
        Col(300, date(2025, 10, 31), "month", 2), Col(390, date(2025, 11, 30), "month", 3), Col(480, END, "month", 4), Col(580, END, "quarter", 5),
    ]  # fmt: skip
    head = [(60, "项目"), (300, "2025年10月", "r"), (390, "2025年11月", "r"), (480, "2025年12月", "r"), (580, "第四季度合计", "r")]
    made.pages = [[[(250, "利润表")], [(40, "编制单位：远山五金有限公司"), (300, "2025年第四季度"), (500, "单位：元")], head,
                   *table(made, "income_statement", lines, columns)]]  # fmt: skip
    return made


FIRST = [opening_first, two_storey_head, growth_beside, three_on_a_page, budget_between, flows_on_two_sides, dated_columns_over_two_pages,
         months_side_by_side]  # fmt: skip
