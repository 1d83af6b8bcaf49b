"""微信支付 WeChat Pay, 微信支付账单明细: the wallet's movements as delimited text. Seen: 1 genuine file.

It prints no balance. Movements whose 收/支 is a slash (top-ups, withdrawals, own products) are neither in nor out.
"""

from extract.banks.layout import BankLayout

LAYOUT = BankLayout(
    bank="微信支付",
    signs=("微信支付账单", "收/支", "当前状态"),
    columns={
        "date": ("交易时间",),
        "text": ("交易类型", "商品", "备注"),
        "counterparty": ("交易对方",),
        "mark": ("收/支",),
        "amount": ("金额(元)",),
        "status": ("当前状态",),
        "reference": ("交易单号", "商户单号"),
        "other": ("支付方式",),
    },
    in_words=("收入",),
    out_words=("支出",),
    neutral=("/", "中性交易"),
    currency="CNY",
)
