"""A sales and use tax return of an American state: sales and tax of a quarter."""

from __future__ import annotations

from extract.forms.layout import LABELS, NUMBERS, ColumnMeaning, FormKind

KIND = FormKind(
    form="us_sales_tax",
    type="tax_return",
    titles=(r"salesandusetaxreturn|sales&usetaxreturn|salestaxreturn",),
    captions=("us_sales_tax",),
    deciding=4,
    span="quarter",
    columns=(ColumnMeaning(r"\$|amount(?:\(?(?:usd|\$)\)?)?|value|total|thisquarter"), *NUMBERS, *LABELS),
    currency="USD",
)
