"""CT600, the British company tax return, in full or in summary."""

from __future__ import annotations

from extract.forms.layout import LABELS, NUMBERS, ColumnMeaning, FormKind

KIND = FormKind(
    form="ct600",
    type="tax_return",
    titles=(r"ct600|^companytaxreturn|corporationtaxreturn",),
    captions=("uk_company_tax",),
    deciding=4,
    span="year",
    columns=(ColumnMeaning(r"£|amount(?:\(?(?:gbp|£)\)?)?|value|total"), *NUMBERS, *LABELS),
    currency="GBP",
)
