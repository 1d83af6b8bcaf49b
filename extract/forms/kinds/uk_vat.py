"""The British VAT return: nine boxes a quarter, pence in boxes 1 to 5, whole pounds in 6 to 9."""

from __future__ import annotations

from extract.forms.layout import LABELS, NUMBERS, ColumnMeaning, FormKind

KIND = FormKind(
    form="uk_vat",
    type="tax_return",
    titles=(r"^(?:hmrc)?(?:submitted|view)?vatreturn|^vat100|valueaddedtaxreturn",),
    captions=("uk_vat",),
    deciding=5,
    span="quarter",
    columns=(ColumnMeaning(r"£|amount(?:\(?(?:gbp|£)\)?)?|value|vat\(?£?\)?|thisperiod|total"), *NUMBERS, *LABELS),
    currency="GBP",
    sums=(
        "Total VAT due|VAT you owe before deductions=vat_output+VAT due on acquisitions?",
        "!Total VAT due|VAT you owe before deductions=vat_input±vat_due",
    ),
    checks=("3=1+2",),
)
