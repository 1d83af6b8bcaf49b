"""What a paper has that its honest twin has not: comparison of two sets of papers, figure by figure."""

from __future__ import annotations

from collections.abc import Iterable

from samples.case import AnyRecord, Change, Document, Papers
from samples.records.record import BankStatement, Form, Key

#: A figure under a name that rows added elsewhere do not move: (key without its row number, id of the row).
_Name = tuple[Key, str]


def changes(before: Papers, after: Papers) -> tuple[tuple[Change, ...], tuple[str, ...]]:
    """The figures that differ, and the ids of documents that are no longer there."""
    old = {document.id: document for document in before.documents}
    found: list[Change] = []
    for document in after.documents:
        known = old.get(document.id)
        if known is document or (known is not None and known.record is document.record):
            continue
        found += _changed(document, known)
    return tuple(found), tuple(sorted(set(old) - {document.id for document in after.documents}))


def _changed(document: Document, known: Document | None) -> Iterable[Change]:
    # The balances of a bank's own print follow from its rows; only a forger's balances are news.
    forged = bool(document.how)
    new = dict(_named(document.record, balances=forged))
    old = dict(_named(known.record, balances=forged)) if known is not None else {}
    for name, (key, amount) in new.items():
        was = old.get(name)
        if was is None or was[1] != amount:
            yield Change(document=document.id, key=key, old=None if was is None else was[1], new=amount, row=name[1])
    for name, (key, amount) in old.items():
        if name not in new:
            yield Change(document=document.id, key=key, old=amount, new=None, row=name[1])


def _named(record: AnyRecord, *, balances: bool) -> Iterable[tuple[_Name, tuple[Key, int]]]:
    rows = _rows(record)
    seen: dict[_Name, int] = {}
    for key, amount in record.figures():
        if key.name == "balance" and not balances:
            continue
        row = rows[key.item - 1] if key.item is not None and rows else ""
        name = (key._replace(item=None) if row else key, row)
        seen[name] = seen.get(name, 0) + 1
        if seen[name] > 1:  # two lines of one form under one name
            name = (name[0], f"{row}#{seen[name]}")
        yield name, (key, amount)


def _rows(record: AnyRecord) -> list[str]:
    if isinstance(record, BankStatement):
        return [line.id for line in record.lines]
    if isinstance(record, Form):
        return [line.name for line in record.lines]
    return []
