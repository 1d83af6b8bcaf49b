"""中国工商银行 ICBC, 企业网上银行 account movements: one amount column, 借贷标志, balance after each row.

No genuine file seen yet: columns as commonly described.
"""

from extract.banks.layout import BankLayout

LAYOUT = BankLayout(
    bank="中国工商银行",
    signs=("工商银行", "借贷标志|借方发生额"),
    columns={
        "date": ("交易时间", "交易日期", "记账日期", "入账日期"),
        "text": ("摘要", "用途", "附言", "个性化信息"),
        "mark": ("借贷标志", "借/贷"),
        "amount": ("发生额", "交易金额"),
        "out": ("借方发生额", "转出金额"),
        "in": ("贷方发生额", "转入金额"),
        "balance": ("余额",),
        "counterparty": ("对方单位", "对方户名", "对方单位名称"),
        "counterparty_account": ("对方账号",),
        "reference": ("凭证号", "交易流水号"),
        "other": ("对方行号", "对方行名", "本方账号"),
    },
    in_words=("贷",),
    out_words=("借",),
    currency="CNY",
)
