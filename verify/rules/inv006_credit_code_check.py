"""A credit code whose check character is wrong.

What it finds
    A party of a Chinese invoice whose unified social credit code (18 characters) does not end in the character that the others give.
Why it matters
    Invoices of firms that do not exist are drawn with invented codes, and an invented code is right once in 31 times.
Formula
    last character = (31 - sum of value[i] * 3^(i-1) mod 31) mod 31 over the first 17, in the alphabet without I, O, S, V and Z
Tolerance
    exact; a code that is right with I, O, S or Z read as the digit it looks like is taken for misread
Innocent explanations
    - the number is no credit code: an old tax number, a person's identity number, a number from abroad
    - a character was misread
References
    GB 32100-2015; GB 11643 for the identity numbers of persons; INV006 of the catalogue of ties.
Fires
    seller with 91350100M000100Y4Z
Does not fire
    seller with 91350100M000100Y43
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from extract.credit_code import LOOK_ALIKE, holds
from extract.records import Party
from verify.case import Case
from verify.finding import Finding, Severity, Verdict, lowered
from verify.invoice_lines import NO_INVOICE, InvoicePaper, InvoiceTest, invoices_of
from verify.tie import Tie
from verify.wording import Wording

CODE, SINCE = "INV006", "2026.1"
SEVERITY: Severity = "high"
VERDICT: Verdict = "contradiction"
TITLE = Wording("统一社会信用代码校验", "Check character of the credit code")
CHINESE = {
    "What it finds": "发票一方的18位统一社会信用代码，末位校验码与前17位不符。",
    "Why it matters": "虚构企业的发票用的是编造的代码，编造的代码碰巧正确的机会只有三十一分之一。",
    "Tolerance": "完全相等；把I、O、S、Z读作形近数字后正确的，视为识读有误。",
}
INNOCENT = (
    Wording(
        "不是信用代码：旧税号、身份证号或境外号码。",
        "It is no credit code: an old tax number, an identity number, a number from abroad.",
    ),
    Wording("某个字符识别有误。", "A character was misread."),
)
_TEST = InvoiceTest(CODE, TITLE, SEVERITY, VERDICT)
#: Department, kind, six digits of the region, then nine of the organisation and the check character.
_FORM = re.compile(r"[0-9A-Z]{2}[0-9OISZ]{6}[0-9A-Z]{10}")
_LENGTH = 18
_PERSON = re.compile(r"\d{6}(?P<birth>(?:19|20)\d{6})\d{3}[0-9X]")
_PERSON_CHECK = "10X98765432"


def check(case: Case) -> Iterator[Tie | Finding]:
    """One tie for each party of each invoice that prints a number."""
    met = False
    for paper in invoices_of(case):
        met = True
        if paper.invoice.currency not in ("CNY", "XXX"):
            yield _TEST.not_run(paper.subject, Wording("不是中国发票。", "The invoice is not Chinese."))
            continue
        for side, name, party in (
            ("seller", Wording("销售方", "seller"), paper.invoice.seller),
            ("buyer", Wording("购买方", "buyer"), paper.invoice.buyer),
        ):
            yield _judge(paper, f"{paper.subject}/{side}", name, party)
    if not met:
        yield _TEST.not_run("", NO_INVOICE)


def _judge(paper: InvoicePaper, subject: str, name: Wording, party: Party) -> Tie:
    number = "".join(letter for letter in (party.tax_id or "").upper() if letter.isalnum())
    shown = paper.first_figure
    if len(number) != _LENGTH:
        return _TEST.not_run(subject, Wording(f"{name.zh}没有18位代码。", f"The {name.en} has no code of 18 characters."))
    if not _FORM.fullmatch(number) or _of_person(number):
        return _TEST.not_run(
            subject,
            Wording(f"{name.zh}的号码不是统一社会信用代码。", f"The number of the {name.en} is not a unified social credit code."),
        )
    if shown is None:
        return _TEST.not_run(subject, Wording("发票上没有读出金额。", "No amount was read on the invoice."))
    misread = holds(number.translate(LOOK_ALIKE))
    return Tie(
        id=CODE,
        subject=subject,
        title=TITLE,
        status="holds" if holds(number) else "broken",
        severity=lowered(SEVERITY) if misread and not holds(number) else SEVERITY,
        verdict="probable_misread" if misread and not holds(number) else VERDICT,
        currency=paper.invoice.currency,
        period=paper.invoice.date,
        evidence=(paper.term(shown, f"{name.zh} {name.en}: {number}").evidence,),
        cluster=f"{CODE} {number}",
        detail=Wording(
            f"{name.zh}“{party.name or '-'}”的统一社会信用代码{number}，末位校验码不符。",
            f"The credit code {number} of the {name.en}, {party.name or '-'}, does not end in its check character.",
        ),
    )


def _of_person(number: str) -> bool:
    """Whether it is the identity number of a person (GB 11643), which sole traders use in place of a credit code."""
    match = _PERSON.fullmatch(number)
    if match is None:
        return False
    birth = match["birth"]
    try:
        date(int(birth[:4]), int(birth[4:6]), int(birth[6:]))
    except ValueError:
        return False
    total = sum(int(digit) * pow(2, 17 - place, 11) for place, digit in enumerate(number[:17]))
    return _PERSON_CHECK[total % 11] == number[17]
