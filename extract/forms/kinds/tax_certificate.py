"""税收完税证明: what the treasury received, tax by tax."""

from __future__ import annotations

from extract.forms.layout import LABELS, NUMBERS, ColumnMeaning, FormKind

KIND = FormKind(
    form="tax_certificate",
    type="tax_return",
    titles=(r"完税证明",),
    totalled=True,
    captions=("certificate",),
    deciding=9,
    span="year",
    columns=(
        ColumnMeaning(r"实缴\(退\)(?:金额|税额)|实缴金额|实缴税额|金额", "paid"),
        ColumnMeaning(r"计税金额(?:或销售收入)?|计税依据|销售收入", "base"),
        ColumnMeaning(r"税款所属时期|税款所属期|所属时期", "period", holds="words"),
        ColumnMeaning(r"入\(退\)库日期|入库日期|缴款日期", "paid_on", holds="words"),
        ColumnMeaning(r"原凭证号|凭证号码|电子税票号码", "reference", holds="words"),
        ColumnMeaning(r"品目名称|征收品目", "item", holds="words"),
        *NUMBERS,
        *LABELS,
    ),
    currency="CNY",
)
