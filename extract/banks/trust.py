"""What the arithmetic of a statement proves, and doubt on everything that it does not.

A movement is proved by the balances around it or by the printed totals. Where the balances run, the columns are proved as well, and a
row that breaks the chain is read as printed. Without any proof nobody knows whether the columns were understood: every figure is doubtful.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from extract.document import DocumentWarning
from extract.figure import Figure
from extract.records import BankStatement, Transaction

#: Confidence of a figure that the printed names alone vouch for.
_UNPROVED = 0.95
#: So many links, and such a share of them, prove the columns.
_LEAST_LINKS, _SHARE = 3, 0.9


@dataclass(slots=True)
class _Proof:
    """Ids of the figures that arithmetic proves, and the links that were checked."""

    figures: set[str] = field(default_factory=set)
    turned: set[str] = field(default_factory=set)  # amounts that the balances say went the other way
    holding: int = 0
    checked: int = 0

    @property
    def columns(self) -> bool:
        return self.checked >= _LEAST_LINKS and self.holding >= _SHARE * self.checked


def weighed(
    statement: BankStatement, *, unsaid: Collection[str], undated: Collection[str], believed: bool, dated: bool, within: bool
) -> tuple[BankStatement, list[DocumentWarning]]:
    """`statement` with less confidence in all that nothing proves, and a warning where nothing at all is proved.

    unsaid     ids of amounts whose direction the paper says nowhere but in the balances
    undated    ids of amounts of rows that print no day where other rows do
    believed   the layout is a declared one
    dated      the order of day and month is certain
    within     the period is printed: no movement lies outside it
    """
    proof = _proof(statement)
    columns = proof.columns or believed
    changed: dict[str, Figure] = {}
    transactions = []
    for item in statement.transactions:
        day = item.date is not None and dated and item.amount.id not in undated and not (within and _outside(item, statement))
        sure = day and (
            item.amount.id in proof.figures or (columns and item.amount.id not in unsaid and item.amount.id not in proof.turned)
        )
        amount = _kept(item.amount, sure, changed)
        balance = item.balance
        if balance is not None:
            balance = _kept(balance, day and (balance.id in proof.figures or columns), changed)
        transactions.append(replace(item, amount=amount, balance=balance))
    sure_ends = believed and not proof.checked

    def end(figure: Figure | None) -> Figure | None:
        if figure is None or figure.operands:
            return _follows(figure, changed) if figure is not None else None
        return _kept(figure, figure.id in proof.figures or sure_ends, changed)

    result = replace(
        statement, transactions=tuple(transactions), opening=end(statement.opening), closing=end(statement.closing),
        total_credits=end(statement.total_credits), total_debits=end(statement.total_debits),
    )  # fmt: skip
    if believed or proof.figures or not statement.transactions:
        return result, []
    text = (
        "Neither running balances nor totals prove how the columns of this bank statement are to be read; all its figures are doubtful. "
        "Compare them with the paper, or send the bank's own export."
    )
    text_zh = "该银行流水没有可核对的逐笔余额或合计，无法证实各栏的读法；其中金额均存疑。请与原件核对，或提供银行原始导出文件。"
    return result, [DocumentWarning("statement-unproved", text, statement.transactions[0].page, text_zh)]


def _outside(item: Transaction, statement: BankStatement) -> bool:
    if item.date is None or statement.start is None or statement.end is None:
        return False
    return not statement.start <= item.date <= statement.end


def _kept(figure: Figure, sure: bool, changed: dict[str, Figure]) -> Figure:
    if not sure and figure.confidence > _UNPROVED:
        figure = replace(figure, confidence=_UNPROVED)
    changed[figure.id] = figure
    return figure


def _follows(figure: Figure, changed: dict[str, Figure]) -> Figure:
    least = min((changed[operand].confidence for operand in figure.operands if operand in changed), default=figure.confidence)
    return replace(figure, confidence=min(figure.confidence, least))


def _proof(statement: BankStatement) -> _Proof:
    proof = _Proof()
    opening = statement.opening if statement.opening is not None and not statement.opening.operands else None
    closing = statement.closing if statement.closing is not None and not statement.closing.operands else None
    _run(statement.transactions, opening, closing, proof)
    amounts = [item.amount for item in statement.transactions]
    _totals(statement, amounts, proof)
    if opening is not None and closing is not None:
        moved = sum((amount.value for amount in amounts), Decimal(0))
        if amounts and opening.value + moved == closing.value:
            proof.figures.update(figure.id for figure in (opening, closing, *amounts))
        given, taken = statement.total_credits, statement.total_debits
        if given is not None and taken is not None and opening.value + given.value - taken.value == closing.value:
            proof.figures.update(figure.id for figure in (opening, closing, given, taken))
    return proof


def _run(transactions: Sequence[Transaction], opening: Figure | None, closing: Figure | None, proof: _Proof) -> None:
    """Follow the balances from the opening one to the closing one."""
    last, waiting = opening, list[Figure]()
    ends = [(item.amount, item.balance) for item in transactions]
    for amount, balance in ends:
        waiting.append(amount)
        if balance is None:
            continue
        if last is not None:
            _link(last, waiting, balance, proof)
        last, waiting = balance, []
    if closing is None or last is None:
        return
    if waiting:
        _link(last, waiting, closing, proof)
    elif last.value == closing.value and (last.id in proof.figures or not transactions):
        proof.figures.add(closing.id)
        if not transactions and last is opening:
            proof.figures.add(last.id)


def _link(before: Figure, moved: Sequence[Figure], after: Figure, proof: _Proof) -> None:
    proof.checked += 1
    total = sum((figure.value for figure in moved), Decimal(0))
    if total and before.value - total == after.value:
        proof.turned.update(figure.id for figure in moved)
    if before.value + total == after.value:
        proof.holding += 1
        proof.figures.update(figure.id for figure in (before, *moved, after))


def _totals(statement: BankStatement, amounts: Sequence[Figure], proof: _Proof) -> None:
    """Both sums against both printed totals; a side that nothing moved on may print none."""
    sides = (
        ([figure for figure in amounts if figure.value > 0], statement.total_credits),
        ([figure for figure in amounts if figure.value < 0], statement.total_debits),
    )
    for members, total in sides:
        if total is not None and members and sum(abs(figure.value) for figure in members) == total.value:
            proof.figures.update(figure.id for figure in (*members, total))
        elif total is not None and not members and not total.value and proof.holding:
            proof.figures.add(total.id)
