"""企业所得税月（季）度预缴纳税申报表（A类）A200000: cumulative from the first day of the year."""

from __future__ import annotations

from extract.forms.layout import LABELS, NUMBERS, ColumnMeaning, FormKind

KIND = FormKind(
    form="cit_quarterly",
    type="tax_return",
    titles=(r"企业所得税月\(季\)度预缴.{0,4}申报表|企业所得税(?:季度|月度)?预缴.{0,4}申报表|a200000",),
    captions=("corporate_tax",),
    deciding=5,
    span="year_to_date",
    columns=(
        ColumnMeaning(r"(?:本年)?累计(?:金额|数)|金额", "", "year_to_date"),
        ColumnMeaning("本期金额", "", "quarter"),
        *NUMBERS,
        *LABELS,
    ),
    currency="CNY",
    sums=(
        "实际利润额=cit_profit-弥补以前年度亏损?-不征税收入?",
        "本期应补(退)所得税额|本期应补(退)所得税额(累计应纳)=应纳所得税额-减免所得税额?-本年实际已缴纳所得税额|本年累计已预缴的所得税额?",
    ),
)
