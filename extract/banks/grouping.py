"""Which tables of a document make one statement: one account, one period."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from extract.banks.account import Account, account_of
from extract.banks.body import blocks_of
from extract.banks.entries import Block
from extract.banks.layout import BankLayout
from extract.numerals import DecimalMark
from extract.tables.lines import Row


@dataclass(slots=True)
class Group:
    """Tables that make one statement, and the rows around them."""

    blocks: list[Block] = field(default_factory=list)
    around: list[Row] = field(default_factory=list)
    account: Account | None = None


def groups_of(rows: Sequence[Row], layout: BankLayout, decimal: DecimalMark | None) -> list[Group]:
    """One group for each account and period: a heading with another account number or another period begins a new one."""
    groups: list[Group] = []
    pending: list[Row] = []
    for part in _sheets(rows):
        blocks = blocks_of(part, layout, decimal)
        if not blocks:
            pending.extend(part)
        for block in blocks:
            heading = [*pending, *_own_heading(block)]
            pending = []
            account = account_of(heading)
            if not groups or _begins_another(groups[-1], account, block):
                groups.append(Group(account=account))
            elif groups[-1].account is not None and groups[-1].account.number is None:
                groups[-1].account = account
            groups[-1].blocks.append(block)
            groups[-1].around.extend(heading)
            groups[-1].around.extend(block.inner)
            groups[-1].around.extend(block.tail)
    return [group for group in groups if any(block.entries or block.specials or block.unread for block in group.blocks)]


def _sheets(rows: Sequence[Row]) -> list[list[Row]]:
    """The rows of each sheet by itself; all pages of a paper together."""
    parts: list[list[Row]] = []
    for row in rows:
        if not parts or (row.page is None and (parts[-1][-1].page is not None or row.number <= parts[-1][-1].number)):
            parts.append([])
        parts[-1].append(row)
    return parts


def _own_heading(block: Block) -> tuple[Row, ...]:
    """The part of the heading that stands on the header's own page; on a page without one, all of it."""
    if not block.heading or block.heading[-1].page is None:
        return block.heading
    page = block.heading[-1].page
    first = next((index for index, row in enumerate(block.heading) if row.page == page), 0)
    return block.heading[first:] if block.entries else block.heading


def _begins_another(group: Group, account: Account, block: Block) -> bool:
    known = group.account
    if known is None or not any(earlier.entries for earlier in group.blocks):
        return False
    if account.number is not None and known.number is not None and account.number != known.number:
        return True
    if account.start is not None and known.start is not None and (account.start, account.end) != (known.start, known.end):
        return True
    if block.header.sheet and account.number is None:
        return not _continues(group.blocks[-1], block)
    return False


def _continues(before: Block, block: Block) -> bool:
    """Whether the first balance of a further sheet follows from the last one of the sheet before; unknown counts as yes."""
    last = before.entries[-1].balance if before.entries else None
    first = block.entries[0] if block.entries else None
    if last is None or first is None or first.balance is None:
        return True
    printed = first.amount or first.in_ or first.out
    moved = abs(printed.numeral.value) if printed else None
    return moved is None or abs(first.balance.numeral.value - last.numeral.value) == moved
