"""收款收据: a slip by which a firm or a person says that money was received, filled in by hand or by a program."""

from extract.invoices.layout import InvoiceLayout

LAYOUT = InvoiceLayout(
    name="Chinese receipt voucher",
    kind="receipt",
    signs=("收款收据|收据|收條|收条", "今收到|兹收到|收到|交来|交款单位|付款单位|缴款单位|收款事由"),
    unless=("发票号码|发票代码", "对账单|申报表|资产负债|利润表|交易明细"),
    captions={
        "number": ("收据编号", "收据号", "编号", "№", "No", "NO"),
        "date": ("收款日期", "开据日期", "日期"),
        "total": ("小写", "合计（小写）", "金额（小写）", "合计", "金额"),
        "seller": ("收款单位（盖章）", "收款单位(盖章)", "收款单位", "收款人（单位）"),
        "buyer": ("今收到", "兹收到", "交款单位", "付款单位", "缴款单位", "交款人", "收到"),
        "tax_id": ("统一社会信用代码", "纳税人识别号"),
        "skip": ("交来", "交 来", "系付", "款项内容", "事由", "收款方式", "收款事由", "会计",
            "收款人", "出纳", "经手人", "大写", "人民币（大写）", "备注", "主管"),
    },
    columns={
        "description": ("项目", "摘要", "收款事由", "品名"),
        "quantity": ("数量",),
        "unit_price": ("单价",),
        "net": ("金额",),
        "unit": ("单位",),
    },
    decimal=".",
    currency="CNY",
    alone=True,
    precedence=2,
)  # fmt: skip
