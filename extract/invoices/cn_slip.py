"""购物小票: slips of tills and restaurants in Chinese, with what was due, what was paid and the change."""

from extract.invoices.layout import InvoiceLayout

LAYOUT = InvoiceLayout(
    name="Chinese till slip",
    kind="receipt",
    signs=("合计|总计|应收|应付|实付|消费金额", "找零|找赎|实收|收银|小票|欢迎光临|谢谢惠顾|微信支付|支付宝|结账单|台号|桌号"),
    unless=("发票号码|发票代码", "对账单|申报表|资产负债|利润表|交易明细|余额"),
    captions={
        "number": ("小票号", "小票编号", "单号", "流水号", "交易号", "交易单号", "订单号", "票号", "单据号", "账单号", "No", "NO"),
        "date": ("日期", "交易时间", "消费时间", "结账时间", "打印时间", "时间", "营业日期"),
        "total": (
            "应收金额", "应付金额", "应收", "应付", "实付金额", "实付", "合计金额", "消费合计", "合计", "总计", "总额", "总金额",
            "消费金额",
        ),
        "payable": ("实收", "实收金额"),
        "rounding": ("抹零", "舍入"),
        "seller": ("门店", "店名", "商户名称", "商户"),
        "tax_id": ("统一社会信用代码", "纳税人识别号"),
        "skip": (
            "找零", "收银员", "收银机", "会员", "会员卡号", "积分", "电话", "地址", "件数", "数量", "台号", "桌号", "人数", "优惠", "折扣",
            "服务员", "机号", "款台",
        ),
    },
    columns={
        "description": ("商品名称", "品名", "菜名", "名称", "商品", "菜品", "项目", "品名规格"),
        "quantity": ("数量", "份数"),
        "unit_price": ("单价", "售价", "原价"),
        "net": ("金额", "小计", "总价"),
        "unit": ("单位",),
        "other": ("序号", "编码", "条码", "货号"),
    },
    decimal=".",
    currency="CNY",
    alone=True,
    precedence=3,
)  # fmt: skip
