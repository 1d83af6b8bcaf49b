"""A valuer's report on collateral: what it is worth, beside what books, insurer and invoice say."""

from __future__ import annotations

from extract.forms.layout import LABELS, NUMBERS, ColumnMeaning, FormKind

KIND = FormKind(
    form="valuation",
    type="valuation",
    titles=(
        r"(?:抵押物?|资产|房地产|押品).{0,4}(?:评估|估价)(?:报告|结果|明细|汇总)|^valuation(?:of|report|summary)|valuationreport|collateralvaluation|scheduleofvalues",
    ),
    totalled=True,
    captions=("valuation",),
    deciding=9,
    span="instant",
    columns=(
        ColumnMeaning(
            r"评估(?:价值|值|单价|总价)|市场价值|评估总值|(?:appraised|market|assessed|open\w*market)value|valuation",
            "appraised",
            "instant",
        ),
        ColumnMeaning(r"账面(?:价值|净值|净额|值)|(?:net)?bookvalue|carryingamount", "book", "instant"),
        ColumnMeaning(r"保险(?:金额|价值)|投保金额|(?:sum|amount)insured|insured(?:value)?", "insured", "instant"),
        ColumnMeaning(
            r"(?:发票金额|购置价|原值|账面原值)(?:\(原值\))?|invoiced(?:cost|value)?|(?:original|historic\w*)cost|cost",
            "invoiced",
            "instant",
        ),
        # By the word that says it, in whatever caption.
        ColumnMeaning(
            r"(?!.*单价).*(?:评估|估值|市场价|公允|市值|抵押价值|apprais|marketval|openmarket|valuation|assessed|fairvalue).*",
            "appraised",
            "instant",
            by_word=True,
        ),
        ColumnMeaning(r".*(?:保险|投保|保额|insur).*", "insured", "instant", by_word=True),
        ColumnMeaning(
            r".*(?:原值|购置|购入|购买价|发票|原价|取得成本|入账价值|invoic|cost|purchaseprice|pricepaid).*",
            "invoiced",
            "instant",
            by_word=True,
        ),
        ColumnMeaning(r".*(?:账面|净值|净额|book|carrying|ledger).*", "book", "instant", by_word=True),
        ColumnMeaning(r"数量|面积.*|quantity|area.*", "quantity", holds="words"),
        *LABELS,
        *NUMBERS,
    ),
    instant=True,
)
