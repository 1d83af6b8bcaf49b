"""Lists that are read and kept: payrolls, aged balances, stock, journals; each by its words and by what its columns add up to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from extract.forms.layout import FormKind, tight
from extract.forms.lists.cells import Column
from extract.forms.lists.kinds import AGED, JOURNAL, PAYROLL, STOCK
from extract.forms.lists.register import Assigned
from extract.forms.lists.relations import MOST_COLUMNS, adds_up, balanced, exclusive, taken_off
from extract.forms.lists.tables import Table
from extract.forms.lists.wording import named, says

_PAY = re.compile(
    r"工资|薪|奖金|提成|津贴|补贴|餐补|加班|养老|医疗|医保|失业|公积金|社保|五险|个税|个人所得税|实发|实领|应发|扣款|绩效"
    r"|basicpay|salary|wages?\b|bonus|commission|overtime|allowance|pension|nationalinsurance|\bnic?\b|employeeni|studentloan|paye|incometax"
    r"|deductions?|withh?eld|netpay|takehome|grosspay|earnings|fica|medicare|401k|payroll"
)
_AGES = re.compile(
    r"\d+\s*[-–—~至到]\s*\d+|[>≥]\s*\d+|\d+\s*\+|over\s*\d+|\d+\s*(?:天|日|个?月|年|days?|months?)|current|not\s*(?:yet\s*)?due|未到期|以[内上]|older",
    re.I,
)
#: A caption that is a day or a year is no age.
_YEARED = re.compile(r"(?:19|20)\d\d")
_QUANTITY = re.compile(r"数量|件数|库存|结存数|实存|qty|quantity|units?\b|on\s*hand|stock|count", re.I)
_PRICE = re.compile(r"单价|成本价|均价|price|cost|rate|each", re.I)
_ACCOUNT = re.compile(r"科目|会计科目|总账|nominal|account\s*(?:code|name|number|no|title)|gl\s*(?:code|account)|ledger|journal", re.I)
_DEBIT, _CREDIT = re.compile(r"借|debit|\bdr\b", re.I), re.compile(r"贷|credit|\bcr\b", re.I)
_ROLES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (role, re.compile(pattern))
    for role, pattern in (
        ("net", r"实发|实领|到手|实付|netpay|takehome|^net$|paidtobank|amountpaid"),
        ("gross", r"应发|应付|应得|税前|grosspay|^gross|totalearnings|totalpay|paybefore"),
        ("tax", r"个税|个人所得税|所得税|paye|incometax|^tax$|federaltax|withh?oldingtax|withheldtax"),
        ("deductions", r"扣款合计|扣款小计|代扣小计|应扣|扣除总|扣款$|totaldeductions|^deductions$|withheld|sumdeducted"),
    )
)


def assigned(table: Table) -> tuple[FormKind, Assigned] | None:
    """The kind of list and its columns; None where it is none of these."""
    lines = table.lines
    amounts = table.holding("amount")[:MOST_COLUMNS]
    if len(lines) < 2 or not amounts:
        return None
    for read in (_payroll, _aged, _stock):
        found = read(table, amounts, lines)
        if found is not None:
            return found
    return None


def _payroll(table: Table, amounts: Sequence[Column], lines: Sequence[int]) -> tuple[FormKind, Assigned] | None:
    name = _name(table, lines, r"姓名|员工|职工|人员|employee|^name|staff|worker|person")
    amounts = [column for column in amounts if not says(column, "quantity")]
    if name is None or len(amounts) < 3:
        return None
    words = sum(_PAY.search(tight(column.caption)) is not None for column in amounts)
    proof = taken_off(amounts, lines)
    titled = PAYROLL.titled(table.title)
    whole = proof is not None and len(amounts) >= 5 and not table.holding("day") and _earned(proof[0], amounts, lines)
    if not (words >= 3 or (words >= 1 and (titled or proof is not None)) or (titled and len(amounts) >= 3) or whole):
        return None
    found = Assigned(label=name.index, proved=proof is not None)
    taken: set[str] = set()
    if proof is not None and words < len(amounts):
        found.roles = {proof[0].index: "gross", proof[2].index: "net"}
        taken = {"gross", "net"}
    for column in amounts:
        if column.index in found.roles:
            continue
        key = tight(column.path[-1]) if column.path else ""
        role = next((role for role, pattern in _ROLES if pattern.search(key) and role not in taken), None)
        found.roles[column.index] = role or named(column)
        taken.add(found.roles[column.index])
    return PAYROLL, _others(found, table)


def _earned(gross: Column, amounts: Sequence[Column], lines: Sequence[int]) -> bool:
    """Whether the columns before the gross, two or more, make it up."""
    place = next(number for number, column in enumerate(amounts) if column is gross)
    return any(adds_up([(1, one) for one in amounts[start:place]], gross, lines) for start in range(place - 1))


def _aged(table: Table, amounts: Sequence[Column], lines: Sequence[int]) -> tuple[FormKind, Assigned] | None:
    name = _name(table, lines, r"客户|供应商|单位|名称|customer|supplier|debtor|creditor|name|account|contact")
    aged = [column for column in amounts if _AGES.search(column.caption) and not _YEARED.search(column.caption)]
    if name is None or len(amounts) < 3:
        return None
    found = Assigned(label=name.index)
    for column in amounts:
        rest = [(1, other) for other in amounts if other is not column]
        whole = not found.proved and adds_up(rest, column, lines, least=1)
        found.proved |= whole
        found.roles[column.index] = "total" if whole else named(column)
    known = AGED.titled(table.title) or (len(aged) >= 2 and found.proved)
    return (AGED, _others(found, table)) if known else None


def _stock(table: Table, amounts: Sequence[Column], lines: Sequence[int]) -> tuple[FormKind, Assigned] | None:
    name = _name(table, lines, r"品名|名称|货|物料|商品|存货|item|description|product|sku|name")
    quantity = next((column for column in amounts if _QUANTITY.search(column.caption)), None)
    price = next((column for column in amounts if _PRICE.search(column.caption) and column is not quantity), None)
    if name is None or quantity is None or (price is None and not STOCK.titled(table.title)):
        return None
    if not STOCK.titled(table.title) and not re.search(
        r"库存|结存|存货|仓|stock|on hand|inventory|warehouse", " ".join(one.caption for one in table.columns), re.I
    ):
        return None
    found = Assigned(label=name.index)
    for column in amounts:
        product = price is not None and column not in (quantity, price) and _times(quantity, price, column, lines)
        found.proved |= product
        found.roles[column.index] = "value" if product and "value" not in found.roles.values() else named(column)
    for known, word in ((quantity, "quantity"), (price, "price")):
        if known is not None:
            del found.roles[known.index]
            found.words[known.index] = word
    return (STOCK, _others(found, table)) if found.roles else None


def _times(quantity: Column, price: Column, value: Column, lines: Sequence[int]) -> bool:
    told = held = 0
    for line in lines:
        if value.numbers[line] is not None and quantity.value(line) and price.value(line):
            told += 1
            held += abs(quantity.value(line) * price.value(line) - value.value(line)) <= Decimal("0.01") * max(
                Decimal(1), quantity.value(line)
            )
    return told >= 2 and held >= 0.9 * told


def journal(table: Table) -> tuple[FormKind, Assigned] | None:
    """A list of bookings: days, accounts, debits and credits that make each other; or one that its title calls so."""
    amounts, lines = table.holding("amount")[:MOST_COLUMNS], table.lines
    if not table.holding("day") or len(lines) < 2:
        return None
    debit = next((column for column in amounts if _DEBIT.search(column.caption) and not _CREDIT.search(column.caption)), None)
    credit = next((column for column in amounts if _CREDIT.search(column.caption) and not _DEBIT.search(column.caption)), None)
    if debit is None or credit is None:
        return None
    titled = (
        re.search(r"序时账|日记账|明细账(?!单)|总账|分录|凭证汇总|general ledger|nominal (?:ledger|activity)|journal", table.title, re.I)
        is not None
    )
    accounts = any(_ACCOUNT.search(column.caption) for column in table.columns if column.holds in ("words", "code"))
    if not (titled or (accounts and exclusive(debit, credit, lines) and balanced(debit, credit, lines))):
        return None
    label = _name(table, lines, r"摘要|科目名称|科目|description|details|narrative|memo|account", different=0.0)
    found = Assigned(label=label.index if label is not None else None, proved=balanced(debit, credit, lines))
    for column in amounts:
        found.roles[column.index] = "debit" if column is debit else "credit" if column is credit else named(column)
    return JOURNAL, _others(found, table)


def _name(table: Table, lines: Sequence[int], captions: str, different: float = 0.8) -> Column | None:
    """The column of words that names a line: what its caption says, and how different its cells are."""
    best: tuple[float, Column] | None = None
    for column in table.holding("words"):
        texts = [chunk.text.strip() for line in lines if (chunk := column.cells[line]) is not None]
        if len(texts) < 0.8 * len(lines) or len(set(texts)) < different * len(texts):
            continue
        if sum(bool(re.search(r"\d{4}", text)) for text in texts) > 0.5 * len(texts):
            continue
        worth = len(set(texts)) / len(texts) + (re.search(captions, tight(column.caption)) is not None) - 0.01 * column.index
        if best is None or worth > best[0]:
            best = (worth, column)
    return best[1] if best is not None else None


def _others(found: Assigned, table: Table) -> Assigned:
    """The columns without amounts, each by its own caption."""
    days = 0
    for column in table.columns:
        if column.index in found.roles or column.index in found.words or column.index == found.label or column.holds == "nothing":
            continue
        if column.holds == "day":
            found.words[column.index] = "day" if not days else named(column)
            days += 1
        else:
            found.words[column.index] = "row" if column.holds == "row" else named(column)
    return found
