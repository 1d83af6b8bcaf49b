"""A full payment submission or payroll summary: what a British employer tells the tax office of a month's pay."""

from __future__ import annotations

from extract.forms.layout import LABELS, NUMBERS, ColumnMeaning, FormKind

KIND = FormKind(
    form="rti_fps",
    type="payroll_return",
    titles=(r"fullpaymentsubmission|employerpaymentsummary|^p32|payrollsummary",),
    captions=("western_payroll",),
    deciding=3,
    span="month",
    columns=(
        ColumnMeaning(r"£|amount(?:\(?(?:gbp|£)\)?)?|thismonth|thisperiod|total|value"),
        ColumnMeaning(r"yeartodate|ytd", "", "year_to_date"),
        *NUMBERS,
        *LABELS,
    ),
    currency="GBP",
)
