"""What captions of lists say, by the words in them: no whole caption is known, any order and mixture of such words is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.forms.layout import tight
from extract.forms.lists.cells import Column

_TAXES = r"(?:vat|gst|sales?tax|tax|mwst|tva|iva|hst)"
_WORDS: dict[str, tuple[str, str]] = {
    # role: (words that say so, words beside which they do not)
    "net": (
        rf"不含税|未税|除税|去税|净额|销售额|销货额|货款|价款|^金额|金额$|净销|计税|\bnet|net$|excl|ex\.?{_TAXES}|before{_TAXES}|pre-?tax|taxable|sub-?total"
        r"|goods|base|exclusive|less(?:vat|tax)",
        r"含税(?<!不含税)|价税|合计|总金额|netpay|gross",
    ),
    "tax": (
        rf"税额|税金|税款|增值税$|^增值税|销项|进项|^税$|{_TAXES}",
        rf"价税|含税|不含|未税|除税|税率|税点|税号|税务|分类|编码|纳税人|incl|excl|before|after|pre-?tax|ex\.?{_TAXES}|inc\.?{_TAXES}|taxable|rate|number"
        r"|no\.?$|id$|reg|code|point|date|%|net|gross|total(?!tax|vat)",
    ),
    "total": (
        rf"价税|含税|合计|总额|总价|总计|总金额|票面|应[收付]|gross|total|incl|inc\.?{_TAXES}|payable|after{_TAXES}|with{_TAXES}|invoice(?:value|amount)|amountdue",
        r"不含|税额|税金|sub-?total|excl|net|taxtotal|totaltax|totalvat|balance|outstanding",
    ),
    "paid": (r"已[收付结回核]|回款|paid|settled|received|receipts?|collected", r"未|unpaid|尚|paidby|date|日期"),
    "balance": (r"余额|未[收付结核回]|尚欠|欠款|待[收付结]|balance|outstanding|unpaid|openamount|unsettled|owed|owing", r"日|date|day"),
    "number": (r"号码|票号|发票编?号|单据?编?号|编号|invoice|inv\b|inv\.?(?:no|#|num)|doc|bill|number|ref|voucher|no\.?$|#", ""),
    "code": (r"代码|prefix|series", "号码|信用"),
    "order": (r"合同|订单|业务单|凭证|采购|order|^po|purchaseorder|job|contract|project|account|^our|internal", "invoice|发票"),
    "day": (r"日期|时间|日$|date|day|taxpoint|issued|posted|raised", "到期|截止|期限|期届|due|payable|settle|支付|付款|pay"),
    "due": (r"到期|截止|期限|届满|付款日|due|payableby|settle|payby|maturity", ""),
    "party": (
        r"客户|供应商|单位|名称|对方|购买?方|销售?方|往来|企业|公司|customer|supplier|client|vendor|party|partner|contact|company|account|name|payee|debtor|creditor",
        r"税号|识别|信用|number|id$|vat|no\.?$|code",
    ),
    "tax_id": (r"税号|识别号|信用代码|vat(?:reg|no|num|id)|tax(?:id|no|num|reg)|tin|registration|ein", ""),
    "kind": (r"类型|票种|种类|类别|type|kind|class|category", "rate"),
    "status": (r"状态|作废|标[记志识]|认证|抵扣|status|state|marker|void", ""),
    "rate": (r"税率|征收率|税点|比率|rate|%", "interest"),
    "description": (r"货物|商品|品[名目]|服务|摘要|内容|项目|description|details|particulars|narrative|item|goods", "金额"),
    "remark": (r"备注|说明|附注|注释|note|comment|memo|remark|info", ""),
    "quantity": (r"数量|件数|天数|工时|出勤|qty|quantity|units?$|hours|^days|daysworked", "单位"),
    "price": (r"单价|unitprice|price|unitcost|each", "含税总价|totalprice"),
    "currency": (r"币[种别]|currency|ccy", ""),
}  # fmt: skip
_COMPILED = {role: (re.compile(says), re.compile(beside) if beside else None) for role, (says, beside) in _WORDS.items()}
#: Units behind a caption, which say nothing of it.
_UNITS = re.compile(
    r"[(（\[]\s*(?:人民币|单位)?[:：]?\s*(?:元|万元|£|\$|¥|￥|gbp|usd|cny|rmb|(?:home|local) ?currency)\s*[)）\]]|[£$¥￥]|\b(?:gbp|usd)\b",
    re.I,
)


def said(column: Column, *roles: str) -> set[str]:
    """Which of the roles the captions over a column name: the lowest by itself, else all of them together."""
    for text in _texts(column):
        found = {role for role in roles if _names(role, text)}
        if found:
            return found
    return set()


def says(column: Column, role: str) -> bool:
    return role in said(column, role)


def _names(role: str, key: str) -> bool:
    wanted, beside = _COMPILED[role]
    return wanted.search(key) is not None and (beside is None or beside.search(key) is None)


def _texts(column: Column) -> Sequence[str]:
    path = [tight(_UNITS.sub("", text)) for text in column.path]
    path = [text for text in path if text]
    return [*reversed(path), "".join(path)] if len(path) > 1 else path


def named(column: Column) -> str:
    """A column without a role, by its own caption."""
    keys = [tight(text) for text in column.path if tight(text) and not _UNITS.fullmatch(text)]
    return "/".join(keys)[:40] if keys else f"column_{column.index + 1}"
