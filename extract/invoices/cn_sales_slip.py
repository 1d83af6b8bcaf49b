"""销售单, 送货单: what a dealer hands over with the goods, with prices and what is still owed; no tax invoice."""

from extract.invoices.layout import InvoiceLayout

LAYOUT = InvoiceLayout(
    name="Chinese sales slip",
    kind="receipt",
    signs=("销售单|送货单|出库单|销货清单|销售清单|送货清单", "合计|总计|金额", "客户|购货单位|收货单位|购买单位|收货人"),
    unless=("发票号码|发票代码", "对账单|申报表|资产负债|利润表|交易明细"),
    captions={
        "number": ("单据编号", "单据号", "销售单号", "送货单号", "单号", "编号", "№", "No", "NO"),
        "date": ("开单日期", "销售日期", "送货日期", "日期"),
        "total": ("合计金额（小写）", "合计金额(小写)", "小写", "应收金额", "合计金额", "总金额", "总计", "合计", "金额合计"),
        "payable": ("欠款", "本单欠款", "未付"),
        "seller": ("供货单位", "销货单位", "供应商", "发货单位"),
        "buyer": ("客户名称", "客户", "购货单位", "收货单位", "购买单位"),
        "address": ("地址", "送货地址"),
        "tax_id": ("统一社会信用代码", "纳税人识别号"),
        "skip": (
            "电话", "制单", "制单人", "送货", "送货人", "客户签字", "收货人", "经手人", "业务员", "备注", "合计金额（大写）",
            "合计金额(大写)", "大写", "已付",
        ),
    },
    columns={
        "description": ("品名", "商品名称", "货品名称", "货物名称", "名称", "产品名称", "品名规格", "品名及规格"),
        "quantity": ("数量",),
        "unit_price": ("单价",),
        "net": ("金额", "小计"),
        "unit": ("单位",),
        "other": ("序号", "规格", "规格型号", "型号", "备注", "编号"),
    },
    decimal=".",
    currency="CNY",
    alone=True,
    precedence=2,
)  # fmt: skip
