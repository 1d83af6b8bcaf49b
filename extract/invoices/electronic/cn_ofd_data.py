"""The named values in the entry file of a Chinese electronic invoice in OFD (发票号码, 合计金额, …): no lines, no names of the parties."""

from extract.invoices.electronic.standard import Standard


def _named(*names: str) -> tuple[str, ...]:
    return tuple(f"CustomData[@Name={name}]" for name in names)


STANDARD = Standard(
    name="OFD custom data",
    root="CustomDatas",
    namespace="custom-data",
    fields={
        "number": _named("发票号码", "数电票号码"),
        "code": _named("发票代码"),
        "check_code": _named("校验码"),
        "date": _named("开票日期"),
        "seller_tax_id": _named("销售方纳税人识别号"),
        "buyer_tax_id": _named("购买方纳税人识别号"),
        "net": _named("合计金额"),
        "tax": _named("合计税额"),
        "total": _named("价税合计"),
    },
    percent=False,
    currency="CNY",
    copied=True,
)
