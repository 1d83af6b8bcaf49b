"""Kinds of lists that have no printed form behind them."""

from __future__ import annotations

from extract.forms.layout import FormKind

PAYROLL = FormKind(form="payroll", type="payroll_return", titles=(r"工资|薪[酬资]|payroll|wages|salar(?:y|ies)",), span="month")
AGED = FormKind(form="aged_list", type="other", titles=(r"账龄|aged|ag(?:e)?ing",), span="month", instant=True)
STOCK = FormKind(form="stock_list", type="other", titles=(r"库存|存货|盘点|进销存|stock|inventory",), span="month", instant=True)
JOURNAL = FormKind(form="journal", type="other", titles=(r"序时账|日记账|明细账|总账|凭证|分录|journal|ledger",), span="month")
#: Lists that are read and of which nothing is verified yet, by what to call them.
KEPT = {
    "payroll": ("payroll", "工资表"),
    "aged_list": ("aged list", "账龄表"),
    "stock_list": ("stock list", "存货清单"),
    "journal": ("journal or ledger", "序时账或明细账"),
}
