"""Form 1120, the American corporation income tax return, page 1 with schedules L and M-1."""

from __future__ import annotations

from extract.forms.layout import LABELS, NUMBERS, ColumnMeaning, FormKind

KIND = FormKind(
    form="us_1120",
    type="tax_return",
    titles=(
        r"taxreturntranscript|recordofaccount|form1120|u\.?s\.?corporationincometaxreturn|uscorporationincometaxreturn|incometaxreturnforanscorporation",
    ),
    captions=("us_company_tax",),
    deciding=6,
    span="year",
    columns=(ColumnMeaning(r"\$|amount(?:\(?(?:usd|\$)\)?)?|value|total|perreturn"), *NUMBERS, *LABELS),
    currency="USD",
    outranked=(
        ("Gross receipts or sales", r"^balance(?!sheet)|lessreturns|^netreceipts", None),
        ("Taxable income", r"^taxableincomebefore", "cit_taxable_income"),
    ),
)
