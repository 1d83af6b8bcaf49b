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
        *NUMBERS,
        *LABELS,
        ColumnMeaning("类别|行业", "kind", holds="words"),
    ),
    currency="CNY",
)
