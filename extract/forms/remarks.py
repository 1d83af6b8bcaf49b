"""What the sender or a reviewer should know about a form that was read."""

from __future__ import annotations

import re

from extract.document import DocumentWarning
from extract.forms.captions import scale_of
from extract.forms.layout import FormKind
from extract.forms.proof import Judged
from extract.forms.sums import broken_sums
from extract.money import UNKNOWN_CURRENCY
from extract.records import Form

#: Cells that are named one by one; more than these and the page itself is to be looked at.
_MOST_NAMED = 8


def unread(form: Form, judged: Judged) -> list[DocumentWarning]:
    """Cells that the sums of the form say are filled and in which nothing was read, and columns that they contradict as a whole."""
    found = []
    for one in judged.lost[:_MOST_NAMED]:
        text = (
            f'In the line "{one.label}" of {_name(form)}, {one.amount:,.2f} is missing to its sum: '
            f"a cell ({one.column}) may be unread. Compare it with the page."
        )
        text_zh = (
            f"{_name_zh(form)}“{one.label}”一行按自身勾稽缺少 {one.amount:,.2f}：可能有单元格（{one.column}）未能识别。请与原件该页核对。"
        )
        found.append(DocumentWarning("form-cell-unread", text, one.page, text_zh))
    if judged.columns_in_doubt:
        text = f"Most lines of {_name(form)} do not add up as its columns were read: they are marked doubtful. Compare them with the page."
        text_zh = f"{_name_zh(form)}多数行按所读的栏目勾稽不符：已标为存疑。请与原件该页核对。"
        found.append(DocumentWarning("form-columns-doubtful", text, form.page, text_zh))
    return found


def _units_said(form: Form) -> bool:
    """Whether captions or amounts carry their unit themselves."""
    return any(
        scale_of(line.label) or re.search(r"[元$£]", line.label) or any("元" in one.figure.printed for one in line.figures)
        for line in form.lines
    )


def _name(form: Form) -> str:
    return f'"{form.title}"' if form.title else f"the form ({form.form})"


def _name_zh(form: Form) -> str:
    return f"“{form.title}”" if form.title else f"表单（{form.form}）"


def remarks(form: Form, kind: FormKind) -> list[DocumentWarning]:
    """Unit, currency or period that the form does not print, and sums of its own that it does not keep."""
    found: list[DocumentWarning] = []
    name = f'"{form.title}"' if form.title else f"form ({form.form})"
    name_zh = f"“{form.title}”" if form.title else f"表单（{form.form}）"
    money = [one.figure for line in form.lines for one in line.figures if one.unit is None and not one.figure.operands]
    if form.currency == UNKNOWN_CURRENCY and money:
        text = f"The {name} names no currency. Ask the borrower for it."
        found.append(DocumentWarning("currency-missing", text, form.page, f"{name_zh}没有写明币种。请向借款人确认。"))
    elif (
        form.scale_place is None
        and form.currency == "CNY"
        and not _units_said(form)
        and money
        and all(figure.step >= 1 for figure in money)
    ):
        text = f"The {name} names no unit (元, 千元, 万元): its figures are taken as printed. Ask the borrower for the unit."
        text_zh = f"{name_zh}没有写明单位（元、千元、万元）：金额按印刷数字读取。请向借款人确认单位。"
        found.append(DocumentWarning("scale-missing", text, form.page, text_zh))
    if form.end is None and form.type != "loan_application":
        text = f"The {name} does not say which period it is of. Compare it with the page."
        found.append(DocumentWarning("periods-unclear", text, form.page, f"{name_zh}没有写明所属的期间。请与原件该页核对。"))
    for check in broken_sums(form.lines, kind.checks):
        text = f"The {name} states that line {check.replace('=', ' is ')}, and its figures do not add up to that. Compare it with the page."
        text_zh = f"{name_zh}自身的勾稽关系 {check} 不成立。请与原件该页核对。"
        found.append(DocumentWarning("form-sum-differs", text, form.page, text_zh))
    return found
