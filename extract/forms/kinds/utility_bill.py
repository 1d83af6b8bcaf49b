"""Electricity bills: readings, kilowatt-hours, price, net amount, tax and what is to be paid for a month."""

from __future__ import annotations

from extract.forms.layout import LABELS, NUMBERS, ColumnMeaning, FormKind

KIND = FormKind(
    form="utility_bill",
    type="utility_bill",
    titles=(
        r"电费(?:通知单|账单|清单|结算单|缴费单|明细)|电力.{0,4}账单|electricitybill|electricitystatement|energybill|powerbill|^yourelectricity",
    ),
    captions=("power",),
    deciding=3,
    span="month",
    columns=(
        ColumnMeaning(r"上(?:期|次|月)(?:示数|读数|表底|止码)|起码|previous(?:reading)?", "previous_reading", holds="words"),
        ColumnMeaning(r"本(?:期|次)(?:示数|读数|表底|止码)|止码|(?:present|current)(?:reading)?", "current_reading", holds="words"),
        ColumnMeaning(r"(?:电价|单价)(?:\(元.{0,6}\))?|(?:unit)?(?:price|rate)(?:\(.{1,8}\))?", "price", holds="words"),
        ColumnMeaning(r"倍率|multiplier", "multiplier", holds="words"),
        ColumnMeaning(r"本月(?:数|金额)?|金额(?:\(元\))?|(?:this)?month|amount(?:\(?[£$]\)?)?|cost|[£$]"),
        # By the word that says it, in whatever caption.
        ColumnMeaning(
            r".*(?:previous|last|opening|start|prior).{0,4}(?:read|index).*|(?:上|前).{0,2}(?:示数|读数|表底|止码|抄表).*",
            "previous_reading",
            holds="words",
            by_word=True,
        ),
        ColumnMeaning(
            r".*(?:present|current|closing|end|this|latest).{0,4}(?:read|index).*|本.{0,2}(?:示数|读数|表底|止码|抄表).*",
            "current_reading",
            holds="words",
            by_word=True,
        ),
        ColumnMeaning(r".*(?:单价|电价|priceper|penceper|unitrate|unitprice|ratepe?r).*", "price", holds="words", by_word=True),
        ColumnMeaning(r"(?:amount|cost|charge)s?(?:charged|due|payable|£|\$)?|费用(?:金额)?|本期(?:金额|费用)?"),
        *LABELS,
        *NUMBERS,
    ),
    sums=("应缴电费|应付电费|应收电费|Total to pay|Amount due|Total amount due=electricity_cost+税额|VAT|Sales tax",),
)
