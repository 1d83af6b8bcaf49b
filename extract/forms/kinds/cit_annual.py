"""企业所得税年度纳税申报表（A类）A100000, in either of its two orders of lines: the captions decide, never the numbers."""

from __future__ import annotations

from extract.forms.layout import LABELS, NUMBERS, ColumnMeaning, FormKind

KIND = FormKind(
    form="cit_annual",
    type="tax_return",
    titles=(r"企业所得税年度(?:纳税)?申报(?:主)?表|a100000",),
    captions=("corporate_tax",),
    deciding=8,
    span="year",
    columns=(
        ColumnMeaning(r"金额|本年(?:金额|数|累计金额)|累计金额"),
        ColumnMeaning("类别|行业", "kind", holds="words"),
        *NUMBERS,
        *LABELS,
    ),
    currency="CNY",
    sums=(
        "cit_profit=营业利润+营业外收入?-营业外支出?",
        "营业利润=cit_revenue-cit_cost-税金及附加|营业税金及附加-销售费用?-管理费用?-研发费用?-财务费用?+投资收益?+其他收益?",
        "纳税调整后所得=cit_profit-境外所得?+纳税调整增加额?-纳税调整减少额?",
        "cit_taxable_income=纳税调整后所得-所得减免?-弥补以前年度亏损?-抵扣应纳税所得额?",
        "cit_tax_due=应纳所得税额-减免所得税额?-抵免所得税额?",
    ),
)
