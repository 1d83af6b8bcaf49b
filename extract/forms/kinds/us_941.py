"""Form 941, the American employer's quarterly return."""

from __future__ import annotations

from extract.forms.layout import LABELS, NUMBERS, ColumnMeaning, FormKind

KIND = FormKind(
    form="us_941",
    type="payroll_return",
    titles=(r"taxreturntranscript|form941|employer'?squarterlyfederaltaxreturn|employersquarterlyfederaltaxreturn",),
    captions=("western_payroll",),
    deciding=4,
    span="quarter",
    columns=(ColumnMeaning(r"\$|amount(?:\(?(?:usd|\$)\)?)?|value|total|thisquarter"), *NUMBERS, *LABELS),
    currency="USD",
)
