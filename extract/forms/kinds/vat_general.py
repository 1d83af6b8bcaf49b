"""增值税及附加税费申报表 for general taxpayers: monthly, main form with schedules; 一般项目 beside 即征即退项目."""

from __future__ import annotations

from extract.forms.layout import CHINESE_PERIODS, LABELS, NUMBERS, FormKind

KIND = FormKind(
    form="vat_general",
    type="tax_return",
    titles=(r"增值税.{0,8}(?:纳税)?申报表\(?(?:主表)?\)?(?:\(?适?用?于?(?:增值税)?一般纳税人|$)",),
    captions=("vat_general",),
    deciding=6,
    span="month",
    columns=(*CHINESE_PERIODS, *NUMBERS, *LABELS),
    currency="CNY",
    sums=(
        "应抵扣税额合计=vat_input+vat_carried_forward_open-vat_input_transferred_out-免抵退应退税额?+按适用税率计算的纳税检查应补缴税额?",
        "应纳税额=vat_output-实际抵扣税额",
        "vat_carried_forward_close=应抵扣税额合计-实际抵扣税额",
        "vat_due=应纳税额+简易计税办法计算的应纳税额?-应纳税额减征额?",
    ),
    checks=("17=12+13-14-15+16", "20=17-18", "24=19+21-23"),
)
