"""增值税及附加税费申报表 for small-scale taxpayers: quarterly, sales by levy rate, exempt sales, tax and relief."""

from __future__ import annotations

from extract.forms.layout import CHINESE_PERIODS, LABELS, NUMBERS, FormKind

KIND = FormKind(
    form="vat_small",
    type="tax_return",
    titles=(r"增值税.{0,8}(?:纳税)?申报表\(?.{0,4}小规模纳税人",),
    captions=("vat_small",),
    deciding=4,
    span="quarter",
    columns=(*CHINESE_PERIODS, *NUMBERS, *LABELS),
    currency="CNY",
    sums=("vat_due=本期应纳税额-本期应纳税额减征额", "本期应补(退)税额=vat_due-本期预缴税额"),
    checks=("20=15-16",),
)
