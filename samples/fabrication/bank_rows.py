"""Bank statements on a forger's desk: which there are, and what must move along when an amount on one of them does."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from samples.case import Document, Papers
from samples.records.record import BankStatement, Key

#: Rows that a forger takes for one page: the layout is not known to him who repairs a chain "to the end of the page".
PAGE = 30


def statement(document: Document) -> BankStatement:
    """The record of a document that is a bank statement."""
    record = document.record
    assert isinstance(record, BankStatement)
    return record


def by_account(papers: Papers) -> dict[str, list[Document]]:
    """Account id -> its statements, by day."""
    found: dict[str, list[Document]] = {}
    for document in papers.of("bank_statement"):
        found.setdefault(statement(document).account_id, []).append(document)
    return {account: sorted(found[account], key=lambda document: statement(document).start) for account in sorted(found)}


def credits_of(documents: Iterable[Document]) -> int:
    """Money in on those statements, as their rows say."""
    return sum(line.amount for document in documents for line in statement(document).lines if line.amount > 0)


def busiest(papers: Papers) -> list[Document]:
    """The statements of the firm's account with most money in; [] without any."""
    found = [documents for account, documents in by_account(papers).items() if account != "owner"]
    return max(found, key=credits_of) if found else []


def amount_key(record: BankStatement, item: int) -> Key:
    """Key of the amount of a row.   item: from 1"""
    return Key("amount", record.lines[item - 1].day, "day", item)


def repaired(documents: list[Document], added: Mapping[tuple[int, int], int], care: int) -> list[Document]:
    """The statements of one account, by day, after amounts of rows were raised.

    added   (place of the document, row from 1) -> by how much, minor units
    care    0: nothing else is touched; 1: the balances of the row and of what follows on its page of 30 rows; 2: to the end of the
            statement, its closing balance and totals, and the whole of every statement after it
    """
    done: list[Document] = []
    carried = 0
    for place, document in enumerate(documents):
        record = statement(document)
        rows = {item: amount for (where, item), amount in added.items() if where == place}
        figures = {amount_key(record, item): record.lines[item - 1].amount + amount for item, amount in rows.items()}
        if care == 1:
            figures |= _balances(record, rows, 0, paged=True)
        elif care == 2 and (rows or carried):
            figures |= _balances(record, rows, carried, paged=False)
            figures |= _ends(record, rows, carried)
            carried += sum(rows.values())
        done.append(document.edited(figures) if figures else document)
    return done


def _balances(record: BankStatement, rows: Mapping[int, int], carried: int, *, paged: bool) -> dict[Key, int]:
    found: dict[Key, int] = {}
    shift = carried
    for item, line in enumerate(record.lines, start=1):
        if paged and (item - 1) % PAGE == 0:
            shift = 0
        shift += rows.get(item, 0)
        if shift:
            found[Key("balance", line.day, "day", item)] = line.balance + shift
    return found


def _ends(record: BankStatement, rows: Mapping[int, int], carried: int) -> dict[Key, int]:
    raised = {item: amount for item, amount in rows.items() if record.lines[item - 1].amount >= 0}
    lowered = sum(rows.values()) - sum(raised.values())
    found = {
        Key("opening", record.start, "day"): record.opening + carried,
        Key("closing", record.end, "day"): record.closing + carried + sum(rows.values()),
        Key("total_credits", record.end, "day"): record.credits + sum(raised.values()),
        Key("total_debits", record.end, "day"): record.debits - lowered,
    }
    now = dict(record.figures())
    return {key: amount for key, amount in found.items() if now[key] != amount}


def months_covered(documents: Iterable[Document]) -> int:
    """Calendar months that those statements reach into, one after another."""
    records = [statement(document) for document in documents]
    return sum((record.end.year - record.start.year) * 12 + record.end.month - record.start.month + 1 for record in records)
