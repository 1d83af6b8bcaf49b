"""企业信用报告 of the credit bureau, and commercial credit reports in English: loans by lender, what is owed in all, earlier balances."""

from __future__ import annotations

from extract.forms.layout import LABELS, NUMBERS, ColumnMeaning, FormKind

KIND = FormKind(
    form="credit_report",
    type="credit_report",
    titles=(r"企业信用报告|企业征信报告|^信用报告|creditreport|creditfile",),
    captions=("credit_report",),
    deciding=2,
    span="instant",
    columns=(
        ColumnMeaning(
            r"借款金额|贷款金额|发放金额|授信(?:额度|金额)|合同金额|original(?:amount|balance)|amountborrowed|limit|amount|facility",
            "amount",
            "instant",
        ),
        ColumnMeaning(r"(?:当前)?(?:贷款)?余额|未结清余额|(?:current)?balance(?:outstanding)?|outstanding", "balance", "instant"),
        ColumnMeaning(r"逾期(?:总额|金额|本金)?|overdue(?:amount)?|arrears|pastdue", "overdue", "instant"),
        ColumnMeaning(r"月末余额|历史余额|balancethen|balanceatdate", "history", "instant"),
        ColumnMeaning(r"(?:开立|发放|开户|放款)(?:日期|日)|opened|start(?:date)?|dateopened", "opened", holds="words"),
        ColumnMeaning(r"到期(?:日期|日)|due(?:date)?|end(?:date)?|maturity", "due", holds="words"),
        ColumnMeaning(r"(?:五级)?分类|状态|status|class(?:ification)?", "class", holds="words"),
        ColumnMeaning(r"业务(?:种类|类型)|贷款种类|担保方式|type(?:ofcredit)?|producttype|币种", "type", holds="words"),
        # By the word that says it, in whatever caption.
        ColumnMeaning(r".*(?:逾期|overdue|arrears|pastdue|delinquent).*", "overdue", "instant", by_word=True),
        ColumnMeaning(
            r".*(?:授信|发放|借款|合同|放款).{0,4}(?:额度|金额|额).*|.*(?:original|granted|advanced|sanctioned|limit|principal).*",
            "amount",
            "instant",
            by_word=True,
        ),
        ColumnMeaning(r".*(?:余额|balance|outstanding|ow(?:ed|ing)).*", "balance", "instant", by_word=True),
        ColumnMeaning(r".*(?:日期|日|date|opened|granted|maturity|repayable).{0,4}", "date", holds="words", by_word=True),
        *LABELS,
        *NUMBERS,
    ),
    instant=True,
)
