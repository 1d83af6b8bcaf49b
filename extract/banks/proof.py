"""A statement proves itself before it is believed: the balances run, and opening + movements = closing."""

from __future__ import annotations

from extract.banks.chain import Movement, links
from extract.document import DocumentWarning
from extract.numerals import show
from extract.records import BankStatement

#: Broken rows that are named one by one; of a longer list the rest is counted.
_NAMED = 10


def proof_of(statement: BankStatement) -> list[DocumentWarning]:
    """One warning for each row whose balance does not follow, oldest first. No figure is changed or dropped."""
    opening = statement.opening.value if statement.opening is not None else None
    line = [Movement(item.amount.value, item.balance.value if item.balance is not None else None) for item in statement.transactions]
    broken = [(index, missing) for index, missing in links(line, opening) if missing]
    warnings = []
    for index, missing in broken[:_NAMED]:
        item = statement.transactions[index]
        assert item.balance is not None
        text = (
            f"The balance {item.balance.printed} of the row dated {item.date or 'unknown'} is off by {show(missing)}: "
            "balance before + movement is another amount. Compare the row and the one before it with the paper."
        )
        text_zh = (
            f"日期为 {item.date or '不明'} 的一行余额 {item.balance.printed} 相差 {show(missing)}：上一余额加本行发生额得不出该数。"
            "请将该行及上一行与原件核对。"
        )
        warnings.append(DocumentWarning("balance-chain-broken", text, item.page, text_zh))
    if len(broken) > _NAMED:
        text = f"The balances of {len(broken) - _NAMED} further rows do not follow from the rows before them."
        text_zh = f"另有 {len(broken) - _NAMED} 行的余额与其上一行不衔接。"
        warnings.append(DocumentWarning("balance-chain-broken", text, text_zh=text_zh))
    warnings.extend(_ends(statement))
    return warnings


def _ends(statement: BankStatement) -> list[DocumentWarning]:
    """The last balance against the printed closing; without balances, opening + movements against it."""
    opening, closing = statement.opening, statement.closing
    if closing is None or closing.operands:
        return []
    known = opening.value if opening is not None else None
    for item in statement.transactions:
        known = known + item.amount.value if known is not None else None
        known = item.balance.value if item.balance is not None else known
    if known is None or known == closing.value:
        return []
    text = (
        f"The closing balance {closing.printed} is off by {show(closing.value - known)} from the last balance and the movements "
        "after it. Check whether a page is missing."
    )
    text_zh = f"期末余额 {closing.printed} 与最后余额及其后发生额相差 {show(closing.value - known)}。请检查是否缺页。"
    return [DocumentWarning("balance-chain-broken", text, closing.place.page, text_zh)]
