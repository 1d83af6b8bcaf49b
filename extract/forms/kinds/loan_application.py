"""An application for a loan: purpose, sum, term, and what the applicant says of his business."""

from __future__ import annotations

from extract.forms.layout import LABELS, NUMBERS, ColumnMeaning, FormKind

KIND = FormKind(
    form="loan_application",
    type="loan_application",
    titles=(
        r"(?:借款|贷款|授信|融资|信贷).{0,6}申请(?:书|表|函)?$|(?:借款|贷款|授信|融资|信贷).{0,6}申请(?:书|表)|^applicationsummary"
        r"|(?:loan|finance|credit|facility|funding|lending|borrowing|overdraft)(?:request|facility)?application"
        r"|(?:application|request)for\w*(?:loan|credit|finance|facility|funding|overdraft)",
    ),
    captions=("loan_application",),
    deciding=4,
    span="year",
    columns=(
        ColumnMeaning(
            r"申请人填写|填写内容|申请内容|applicant'?santswer|applicantsanswer|applicant'?sanswer|answer|response|your answer|内容",
            "stated",
        ),
        *LABELS,
        *NUMBERS,
    ),
)
