"""More Chinese statements in layouts that no reader was made for, in other words than the official forms'."""

from __future__ import annotations

from datetime import date

from tests.extract.invented import Col, Line, Made, PlacedRow, Style, beside, book, table
from tests.extract.invented_zh import ASSETS, CLAIMS, END, FLOWS, INCOME, OPEN

JUNE, JUNE24, MARCH = date(2025, 6, 30), date(2024, 6, 30), date(2026, 3, 31)

PLAIN_ASSETS: list[Line] = [
    ("现金及银行存款", "cash"), ("应收账款净额", "trade_receivables"), ("预付货款", "prepayments"), ("其他应收款项", "other_receivables"),
    ("存货净额", "inventories"), ("流动资产小计", "total_current_assets"), ("固定资产原价", "fixed_assets_cost"),
    ("减：累计折旧", "accumulated_depreciation"), ("固定资产净值", "fixed_assets_net"), ("在建工程支出", "construction_in_progress"),
    ("长期资产小计", "total_noncurrent_assets"), ("资产总额", "total_assets"),
]  # fmt: skip
PLAIN_CLAIMS: list[Line] = [
    ("银行短期借款", "short_term_borrowings"), ("应付供应商货款", "trade_payables"), ("预收客户款", "advances_from_customers"),
    ("应付工资及福利费", "employee_benefits_payable"), ("应交各项税金", "taxes_payable"), ("其他应付款项", "other_payables"),
    ("流动负债小计", "total_current_liabilities"), ("银行长期借款", "long_term_borrowings"), ("负债总额", "total_liabilities"),
    ("实收资本金", "paid_in_capital"), ("盈余公积金", "surplus_reserve"), ("累计未分配利润", "retained_earnings"),
    ("所有者权益小计", "total_equity"), ("负债及权益总额", "total_liabilities_and_equity"),
]  # fmt: skip
PLAIN_INCOME: list[Line] = [
    ("主营业务收入", "revenue"), ("减：主营业务成本", "cost_of_sales"), ("主营业务税金及附加", "taxes_and_surcharges"),
    ("毛利", "gross_profit"), ("减：销售费用", "selling_expenses"), ("管理费用", "admin_expenses"),
    ("财务费用", "finance_costs=interest_expense"), ("营业利润", "operating_profit"), ("加：营业外收入", "non_operating_income"),
    ("减：营业外支出", "non_operating_expenses"), ("利润总额", "profit_before_tax"), ("减：所得税", "income_tax"), ("净利润", "net_profit"),
]  # fmt: skip


def labels_between() -> Made:
    """The closing balance left of the labels, the opening balance right of them."""
    made = Made()
    body = table(made, "balance_sheet", [*ASSETS, *CLAIMS], [Col(150, END), Col(480, OPEN, book=1)], x=190)
    made.pages = [[[(250, "资产负债表")], [(60, "会计主体：远山五金有限公司"), (420, "2025年12月31日"), (560, "金额单位：人民币元")],
                   [(110, "期末数"), (240, "项　目"), (440, "期初数")], *body]]  # fmt: skip
    return made


def months_under_years() -> Made:
    """Years over month and year to date; a growth column that spans both lines of the head; the unit in the captions."""
    made = Made()
    columns = [
        Col(300, JUNE, "month", 2), Col(390, JUNE, "year_to_date", 4), Col(480, JUNE24, "month", 3), Col(570, JUNE24, "year_to_date", 5),
        Col(650, book=None, show=lambda _, index: f"{index + 1}.25"),
    ]  # fmt: skip
    head = [[(60, "项目"), (290, "2025年（元）"), (470, "2024年（元）")], [(600, "累计增长率(%)", "l", -8.0)],
            [(270, "6月"), (350, "1-6月"), (450, "6月"), (530, "1-6月")]]  # fmt: skip
    made.pages = [[[(220, "损 益 表")], [(60, "编制单位：远山五金有限公司")], *head, *table(made, "income_statement", INCOME, columns)]]
    return made


def in_other_words() -> Made:
    """A home-made sheet on two sides: older and plainer words, no headings of sections, one column each, no captions of periods."""
    made = Made.of(PLAIN_ASSETS, PLAIN_CLAIMS)
    left = table(made, "balance_sheet", PLAIN_ASSETS, [Col(280, END)])
    right = table(made, "balance_sheet", PLAIN_CLAIMS, [Col(580, END)], x=330)
    made.pages = [
        [[(200, "远山五金有限公司资产负债表")], [(200, "二〇二五年十二月三十一日")], [(500, "（单位：元）")], *beside(left, right)]
    ]
    return made


def quarter_with_notes() -> Made:
    """A quarterly report: note references in brackets behind the labels, columns of the quarter and of the same quarter a year ago."""
    made = Made()
    lines = [(f"{label}（附注{index}）" if concept and index % 3 == 0 else label, concept) for index, (label, concept) in enumerate(INCOME)]
    columns = [Col(420, MARCH, "quarter"), Col(530, date(2025, 3, 31), "quarter", 1)]
    head = [(60, "项目"), (420, "2026年第一季度", "r"), (530, "2025年第一季度", "r")]
    made.pages = [[[(250, "合并利润表")], [(250, "2026年1—3月")], [(60, "编制单位：远山五金有限公司"), (450, "单位：万元  币种：人民币")], head,
                   *table(made, "income_statement", lines, columns, style=Style(scale=10000, nil=""))]]  # fmt: skip
    return made


def overleaf_without_head() -> Made:
    """A cash flow statement that goes on overleaf without title or head, line numbers right of the labels, no spaces around the captions."""
    made = Made()
    columns = [Col(430, END, "year"), Col(540, OPEN, "year", 1)]
    body = table(made, "cash_flow", FLOWS, columns, notes=(330, 1))
    head = [(60, "项目"), (310, "行次"), (380, "本年累计金额"), (490, "上年同期金额")]
    made.pages = [
        [[(250, "现金流量表")], [(60, "编制单位：远山五金有限公司"), (300, "2025年度"), (500, "单位：元")], head, *body[:16]],
        [*body[16:], [(60, "企业负责人："), (300, "制表：")]],
    ]
    return made


def old_words_in_four_columns() -> Made:
    """Older captions of income; this month and this year beside last year's, in an order of its own; nil as a long dash."""
    made = Made.of(PLAIN_INCOME)
    columns = [
        Col(280, OPEN, "year", 1), Col(370, date(2024, 12, 31), "month", 3), Col(460, END, "month", 2), Col(560, END, "year"),
    ]  # fmt: skip
    head = [(60, "项目"), (280, "上年累计数", "r"), (370, "上年同月数", "r"), (460, "本月数", "r"), (560, "本年累计数", "r")]
    made.pages = [[[(250, "利润表")], [(60, "远山五金有限公司"), (300, "2025年12月份"), (500, "单位：元")], head,
                   *table(made, "income_statement", PLAIN_INCOME, columns, style=Style(nil="——"))]]  # fmt: skip
    return made


def shares_of_the_whole() -> Made:
    """Per cents of the total beside each balance, without a sign for per cent in the figures."""
    made = Made()
    share = [lambda concept, _, n=n: f"{book(n)[concept] / book(n)['total_assets'] * 100:.2f}" for n in (0, 1)]
    columns = [Col(330, END), Col(400, book=None, show=share[0]), Col(510, OPEN, book=1), Col(580, book=None, show=share[1])]
    head = [
        [(320, "2025年12月31日"), (500, "2024年12月31日")],
        [(60, "资产"), (330, "金额", "r"), (400, "比重(%)", "r"), (510, "金额", "r"), (580, "比重(%)", "r")],
    ]
    body: list[PlacedRow] = table(made, "balance_sheet", [*ASSETS, *CLAIMS], columns)
    made.pages = [[[(250, "比较资产负债表")], [(60, "编制单位：远山五金有限公司"), (500, "单位：元")], *head, *body]]
    return made


SECOND = [
    labels_between,
    months_under_years,
    in_other_words,
    quarter_with_notes,
    overleaf_without_head,
    old_words_in_four_columns,
    shares_of_the_whole,
]
