"""Agricultural Bank of China, export of a debit card's movements as delimited text. Seen: 1 genuine file."""

from extract.banks.layout import BankLayout

LAYOUT = BankLayout(
    bank="中国农业银行",
    signs=("交易日期", "交易时间", "交易摘要", "交易金额", "本次余额", "对手信息", "日志号"),
    columns={
        "date": ("交易日期",),
        "text": ("交易摘要", "交易附言"),
        "amount": ("交易金额",),
        "balance": ("本次余额",),
        "counterparty": ("对手信息",),
        "reference": ("日志号",),
        "other": ("交易时间", "交易渠道"),
    },
    order="oldest_first",
    currency="CNY",
)
