"""社会保险费缴费申报表: insured persons, their base, and the contributions of a month."""

from __future__ import annotations

from extract.forms.layout import CHINESE_PERIODS, LABELS, NUMBERS, ColumnMeaning, FormKind

KIND = FormKind(
    form="social_insurance",
    type="payroll_return",
    titles=(r"社会保险费?.{0,6}(?:申报|缴费|核定|缴纳).{0,6}(?:表|单|证明)?$|社保.{0,4}(?:申报|缴费).{0,3}(?:表|单)",),
    captions=("social_insurance",),
    deciding=4,
    span="month",
    columns=(
        *CHINESE_PERIODS,
        ColumnMeaning(r"(?:参保|缴费)?(?:职工)?人数(?:\(人\))?", "persons", unit="persons", concept="si_persons", headed=True),
        ColumnMeaning(
            r"(?:个人|单位|月)?(?:缴费)?(?:工资)?基数(?:总额|合计)?|缴费工资(?:总额)?|工资总额", "base", concept="si_base", headed=True
        ),
        ColumnMeaning(r"应缴(?:费额|金额|合计)|缴费金额|金额", "due"),
        ColumnMeaning(r"费率|缴费比例|比例", "rate", holds="words"),
        *NUMBERS,
        *LABELS,
    ),
    currency="CNY",
    whole=r"养老",
)
