"""The QR code of an invoice does not say what is printed.

What it finds
    A Chinese invoice whose QR code names another number, invoice code, check code, date or amount than its print.
Why it matters
    Whoever changes a printed invoice seldom makes a new QR code for it: the code still says what was issued.
Formula
    invoice code, number, date, check code and amount of the QR code = the same in print. The amount is the one without tax on older
    invoices, the one with tax on digital ones (20-digit number), where the one without tax is accepted as well
Tolerance
    exact; a printed word that was recognised from pixels and differs in one or two characters is taken for misread
Innocent explanations
    - the code belongs to another copy of the invoice, or to the cover of the file
    - the invoice was printed anew
    - a character of the number or of the date was misread
References
    Content of the QR codes of VAT invoices, from public decoders and samples; INV005 of the catalogue of ties.
Fires
    the QR code says 100.00, the net amount is printed as 900.00
Does not fire
    the QR code says 100.00, the net amount is printed as 100.00
"""

from __future__ import annotations

from collections.abc import Iterator

from extract.figure import Figure
from extract.invoice_code import InvoiceCode, invoice_code
from extract.series import TEXT_LAYER_CONFIDENCE
from verify.case import Case
from verify.evidence import ZERO, Equation
from verify.finding import Finding, Severity, Verdict, lowered
from verify.invoice_lines import NO_INVOICE, InvoicePaper, InvoiceTest, invoices_of
from verify.tie import Tie
from verify.wording import Wording

CODE, SINCE = "INV005", "2026.1"
SEVERITY: Severity = "medium"
VERDICT: Verdict = "contradiction"
TITLE = Wording("二维码=票面", "QR code equals print")
CHINESE = {
    "What it finds": "发票二维码中的号码、代码、校验码、日期或金额与票面不一致。",
    "Why it matters": "改动票面的人很少重新制作二维码：码中仍是开票时的内容。",
    "Tolerance": "完全相等；图像识别的文字只差一两个字符的，视为识读有误。",
}
INNOCENT = (
    Wording("二维码属于发票的另一联或文件封面。", "The code belongs to another copy of the invoice, or to the cover of the file."),
    Wording("发票为重新打印。", "The invoice was printed anew."),
    Wording("号码或日期中某个字符识别有误。", "A character of the number or of the date was misread."),
)
_TEST = InvoiceTest(CODE, TITLE, SEVERITY, VERDICT)
#: Characters of a recognised word that may be misread.
MISREAD_CHARACTERS = 2


def check(case: Case) -> Iterator[Tie | Finding]:
    """For each invoice with a QR code one tie for each thing that the code says."""
    met = False
    for paper in invoices_of(case):
        met = True
        code = None if paper.invoice.qr is None else invoice_code(paper.invoice.qr)
        if paper.invoice.qr is None:
            yield _TEST.not_run(paper.subject, Wording("未读出二维码。", "No QR code was read on the invoice."))
        elif code is None:
            yield _TEST.not_run(paper.subject, Wording("二维码不是发票的二维码。", "The QR code is not the code of an invoice."))
        else:
            yield from _fields(paper, code)
            yield _amount(paper, code)
    if not met:
        yield _TEST.not_run("", NO_INVOICE)


def _fields(paper: InvoicePaper, code: InvoiceCode) -> Iterator[Tie]:
    invoice = paper.invoice
    day, printed_day = (None if one is None else f"{one:%Y%m%d}" for one in (code.day, invoice.date))
    pairs = (
        ("number", Wording("发票号码", "invoice number"), code.number, invoice.number),
        ("code", Wording("发票代码", "invoice code"), code.code, invoice.code),
        ("date", Wording("开票日期", "date"), day, printed_day),
        ("check_code", Wording("校验码", "check code"), code.check_code, invoice.check_code),
    )
    for field, name, coded, printed in pairs:
        subject = f"{paper.subject}/{field}"
        if not coded:
            continue
        if not printed:
            yield _TEST.not_run(subject, Wording(f"票面上未读出{name.zh}。", f"The {name.en} was not read in print."))
        elif (shown := paper.first_figure) is None:
            yield _TEST.not_run(subject, Wording("发票上没有读出金额。", "No amount was read on the invoice."))
        else:
            yield _words(paper, subject, name, coded, printed, shown)


def _words(paper: InvoicePaper, subject: str, name: Wording, coded: str, printed: str, shown: Figure) -> Tie:
    one, other = _plain(coded), _plain(printed)
    misread = shown.confidence < TEXT_LAYER_CONFIDENCE and _apart(one, other) <= MISREAD_CHARACTERS
    return Tie(
        id=CODE,
        subject=subject,
        title=TITLE,
        status="holds" if one == other else "broken",
        severity=lowered(SEVERITY) if misread else SEVERITY,
        verdict="probable_misread" if misread else VERDICT,
        currency=paper.invoice.currency,
        period=paper.invoice.date,
        evidence=(paper.term(shown, f"{name.zh} {name.en}: {printed}").evidence,),
        cluster=f"{CODE} {paper.subject}",
        detail=Wording(
            f"二维码中的{name.zh}为{coded}，票面为{printed}。",
            f"The QR code says {coded} as {name.en}, the print says {printed}.",
        ),
    )


def _amount(paper: InvoicePaper, code: InvoiceCode) -> Tie:
    subject = f"{paper.subject}/amount"
    net, total = paper.invoice.net, paper.invoice.total
    wanted = ((total, "价税合计 total"), (net, "金额 net")) if code.digital else ((net, "金额 net"),)
    equations = [
        Equation((paper.term(figure, label),), ZERO, constant=-code.amount)
        for figure, label in wanted
        if figure is not None and not figure.operands
    ]
    if not equations:
        return _TEST.not_run(subject, Wording("未列示二维码所指的金额。", "The amount that the QR code names is not printed."))
    best = next((equation for equation in equations if equation.agrees), equations[0])
    words = Wording("票面金额=二维码中的金额", "printed amount = amount of the QR code")
    return _TEST.tie(paper, subject, best, lhs=best.terms[0].amount, words=words, cluster=f"{CODE} {paper.subject}")


def _plain(text: str) -> str:
    return "".join(letter for letter in text.upper() if letter.isalnum())


def _apart(one: str, other: str) -> int:
    """Places in which two words of one length differ; words of different length differ in all."""
    if len(one) != len(other):
        return max(len(one), len(other))
    return sum(first != second for first, second in zip(one, other, strict=True))
