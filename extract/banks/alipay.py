"""支付宝 Alipay, 电子客户回单: the wallet's movements as delimited text. Seen: 1 genuine file.

It prints no balance. Movements marked 不计收支 (refunds, moves between own accounts) are neither in nor out, and a closed
trade (交易关闭) never moved money.
"""

from extract.banks.layout import BankLayout

LAYOUT = BankLayout(
    bank="支付宝",
    signs=("支付宝", "收/支", "交易状态"),
    columns={
        "date": ("交易时间",),
        "text": ("交易分类", "商品说明", "备注"),
        "counterparty": ("交易对方",),
        "counterparty_account": ("对方账号",),
        "mark": ("收/支",),
        "amount": ("金额",),
        "status": ("交易状态",),
        "reference": ("交易订单号", "商家订单号"),
        "other": ("收/付款方式",),
    },
    in_words=("收入",),
    out_words=("支出",),
    neutral=("不计收支", "其他"),
    void=("交易关闭",),
    currency="CNY",
)
