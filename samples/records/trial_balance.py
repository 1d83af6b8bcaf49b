"""The trial balance: every ledger account with its opening balance, movements and closing balance (科目余额表)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from samples.books.accounts import ACCOUNTS, RESULT
from samples.case import Document
from samples.records.record import Form, FormColumn, FormLine
from samples.records.running import CLOSING
from samples.records.workbook import Workbook, year_start

_ZH = (
    ("opening_debit", "期初余额 借方"), ("opening_credit", "期初余额 贷方"), ("period_debit", "本期发生额 借方"),
    ("period_credit", "本期发生额 贷方"), ("closing_debit", "期末余额 借方"), ("closing_credit", "期末余额 贷方"),
)  # fmt: skip
_EN = (("closing_debit", "Debit"), ("closing_credit", "Credit"))


def trial_balances(book: Workbook) -> Iterator[Document]:
    """One for each financial year, and one for the months after the last.   book: of the version "stated"

    Chinese ones have six columns and show the year closed; English ones two, as before closing, so that results still stand in them.
    """
    firm = book.firm
    for year_end in firm.year_ends:
        yield _document(book, year_start(year_end), year_end, str(year_end.year))
    if firm.last > firm.year_ends[-1]:
        yield _document(book, firm.year_ends[-1] + timedelta(days=1), firm.last, f"{firm.last:%Y-%m}")


def _document(book: Workbook, first: date, last: date, name: str) -> Document:
    firm = book.firm
    chinese = firm.language == "zh"
    lines = _chinese(book, first, last) if chinese else _english(book, first, last)
    names = _ZH if chinese else _EN
    totals = {column: sum(line.amounts.get(column, 0) for line in lines) for column, _ in names}
    lines.append(FormLine(name="total", label="合计" if chinese else "Total", amounts=totals))
    spans = {"opening": (first - timedelta(days=1), "instant"), "period": (last, "year_to_date"), "closing": (last, "instant")}
    form = Form(
        record="trial_balance",
        form="trial_balance",
        title="科目余额表" if chinese else "Trial balance",
        entity=firm.name,
        currency=firm.currency,
        start=first,
        end=last,
        columns=tuple(
            FormColumn(name=column, caption=caption, period=spans[column.split("_")[0]][0], span=spans[column.split("_")[0]][1])  # type: ignore[arg-type]
            for column, caption in names
        ),
        lines=tuple(lines),
    )
    return Document(id=f"trial_balance-{name}", record=form)


def _sides(name: str, amount: int) -> dict[str, int]:
    return {f"{name}_debit": amount} if amount > 0 else {f"{name}_credit": -amount} if amount < 0 else {}


def _chinese(book: Workbook, first: date, last: date) -> list[FormLine]:
    opening, closing = book.running.balances(first - timedelta(days=1)), book.running.balances(last)
    debits = book.running.debits(first, last)
    lines = []
    for account in ACCOUNTS.values():
        before, after, debit = opening.get(account.id, 0), closing.get(account.id, 0), debits.get(account.id, 0)
        credit = debit - (after - before)
        if not (before or after or debit or credit):
            continue
        moved = {name: amount for name, amount in (("period_debit", debit), ("period_credit", credit)) if amount}
        lines.append(
            FormLine(
                name=account.id,
                label=account.zh,
                number=account.code_cas if book.firm.framework == "cas" else account.code,
                amounts=_sides("opening", before) | moved | _sides("closing", after),
            )
        )
    return lines


def _english(book: Workbook, first: date, last: date) -> list[FormLine]:
    balances = dict(book.running.balances(last))
    results = frozenset(RESULT)
    # Before closing: the period's results stand in their own accounts, not in retained earnings.
    for (kind, _, account), amount in book.running.moved(first, last).items():
        if kind in CLOSING:
            balances[account] = balances.get(account, 0) - amount
    return [
        FormLine(name=account.id, label=account.en, number=account.code, amounts=_sides("closing", balances.get(account.id, 0)))
        for account in ACCOUNTS.values()
        if balances.get(account.id, 0) or (account.id in results and account.id == "sales")
    ]
