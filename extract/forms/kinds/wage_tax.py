"""个人所得税扣缴申报表: persons, income and tax kept back in a month."""

from __future__ import annotations

from extract.forms.layout import CHINESE_PERIODS, LABELS, NUMBERS, FormKind

KIND = FormKind(
    form="wage_tax",
    type="payroll_return",
    titles=(r"个人所得税(?:代?扣缴|预扣预缴|综合所得)?.{0,6}申报.{0,4}表",),
    captions=("wage_tax",),
    deciding=3,
    span="month",
    columns=(*CHINESE_PERIODS, *NUMBERS, *LABELS),
    currency="CNY",
)
