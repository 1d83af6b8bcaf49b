"""Columns of a sheet that no known name stands over: what they hold is learned from what they print, proved by the balances.

Only for workbooks and delimited files. A header that is known whole stays as it is. Where the balance chain (or, without balances,
the one column of signed amounts) says what the columns are, the header's row is put in other words, which the shared reader knows;
where there is no header, one is put above the first movement.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import combinations, pairwise, permutations

from extract.banks import generic
from extract.banks.amount import is_day, parsed
from extract.banks.header import Header, find_header, role_of
from extract.banks.layout import BankLayout, Role
from extract.banks.marks import outward_of
from extract.numerals import DecimalMark
from extract.place import Box
from extract.tables.lines import SHEET_COLUMN_POINTS, SHEET_ROW_POINTS, Chunk, Row

#: Movements that are looked at, and rows above them in which the names may stand.
_SAMPLE, _HEADING = 300, 60
#: Rows in which the movements are looked for, and columns of amounts that are tried against each other.
_ROWS, _COLUMNS = 20_000, 12
#: Links that must be there, and hold, before a chain is believed.
_LEAST_LINKS, _SHARE = 3, 0.8
#: A name that the generic layout knows, for each role.
NAMES: dict[Role, str] = {
    "date": "date", "text": "description", "in": "money in", "out": "money out", "amount": "amount", "balance": "balance",
    "mark": "dr/cr", "counterparty": "counterparty", "counterparty_account": "counterparty account", "currency": "currency",
    "status": "status", "reference": "reference no", "other": "channel",
}  # fmt: skip
_MONEY: tuple[Role, ...] = ("in", "out", "amount", "balance")
_LONGEST = 20


@dataclass(frozen=True, slots=True)
class _Table:
    """The movements of a sheet by column, one entry for each movement, None where the cell is empty.

    names   of the columns, "" where there is none;   at: index of the header's row, None without one
    first   index of the first movement's row
    """

    texts: dict[int, list[str | None]]
    values: dict[int, list[Decimal | None]]
    names: dict[int, str]
    at: int | None
    first: int
    dates: int

    @property
    def count(self) -> int:
        return len(self.texts[self.dates])


def with_known_names(rows: Sequence[Row], layout: BankLayout, decimal: DecimalMark | None) -> Sequence[Row]:
    """`rows` with a header that the shared reader knows, where it can be learned; else as they are."""
    if not rows or rows[0].page is not None:
        return rows
    headers = [each[0] for index in range(min(len(rows), _HEADING)) if (each := find_header(rows, index, layout))]
    if headers and "balance" in headers[0].roles:
        return rows
    table = _table(rows, decimal)
    if table is None:
        return rows
    given = {column: role for column, name in table.names.items() if name and (role := role_of(name, layout))}
    given[table.dates] = "date"
    found = _proved(table, given) or (None if headers else _signed(table, given))
    if found is None:
        return rows
    roles = {**given, **found}
    for column in table.texts:
        if column not in roles or (roles[column] in _MONEY and column not in found):
            roles[column] = _plain_role(table, column)
    return _renamed(rows, table, roles)


def runs(rows: Sequence[Row], header: Header, decimal: DecimalMark | None) -> bool:
    """Whether the balances under the header of a sheet follow from the amounts beside them: no other paper's figures do."""
    moved: list[Decimal | None] = []
    balances: list[Decimal | None] = []
    for row in rows[:_SAMPLE]:
        values: dict[Role, Decimal] = {}
        for chunk in row.chunks:
            column = header.column_of(chunk)
            value = _value(chunk.text, decimal) if column is not None and column.role in _MONEY else None
            if column is not None and value is not None:
                values[column.role] = value
        balance = values.pop("balance", None)
        if balance is not None and values:
            balances.append(balance)
            # Which way each column goes is not asked: an unsigned amount may go either.
            moved.append(abs(sum((abs(value) if role != "out" else -abs(value) for role, value in values.items()), Decimal(0))))
    links = _links(moved, balances)
    return len(links) >= _LEAST_LINKS and sum(links) >= len(links) * _SHARE


def _table(rows: Sequence[Row], decimal: DecimalMark | None) -> _Table | None:
    """The movements: rows with a day in the column that has most of them, and an amount."""
    counts: dict[int, int] = {}
    for row in rows[: _HEADING + _SAMPLE]:
        for chunk in row.chunks:
            if is_day(chunk.text):
                counts[_column(chunk)] = counts.get(_column(chunk), 0) + 1
    if not counts:
        return None
    dates = min(counts, key=lambda column: (-counts[column], column))
    movements: list[tuple[int, dict[int, str]]] = []
    for index, row in enumerate(rows[:_ROWS]):
        cells = {_column(chunk): chunk.text for chunk in row.chunks}
        if dates in cells and is_day(cells[dates]) and any(_value(text, decimal) is not None for at, text in cells.items() if at != dates):
            movements.append((index, cells))
            if len(movements) == _SAMPLE:
                break
    if not movements:
        return None
    columns = sorted({column for _, cells in movements for column in cells})
    texts = {column: [cells.get(column) for _, cells in movements] for column in columns}
    values = {column: [None if text is None else _value(text, decimal) for text in texts[column]] for column in columns if column != dates}
    at = _header_row(rows, movements[0][0], decimal)
    names = {_column(chunk): chunk.text for chunk in rows[at].chunks} if at is not None else {}
    return _Table(texts, values, names, at, movements[0][0], dates)


def _header_row(rows: Sequence[Row], first: int, decimal: DecimalMark | None) -> int | None:
    """The nearest row above the first movement that has at least three names and neither days nor amounts."""
    for index in range(first - 1, max(first - 4, -1), -1):
        chunks = rows[index].chunks
        if len(chunks) >= 3 and not any(is_day(chunk.text) or _value(chunk.text, decimal) is not None for chunk in chunks):
            return index
    return None


def _proved(table: _Table, given: dict[int, Role]) -> dict[int, Role] | None:
    """The money columns whose balances run: one of amounts, or a pair of out and in. The one in which most links hold."""
    full = [column for column, values in table.values.items() if sum(value is not None for value in values) * 10 >= table.count * 9][
        :_COLUMNS
    ]
    best: tuple[int, dict[int, Role]] | None = None
    for roles, moved, balance in _candidates(table, full):
        if any(column in given and given[column] != role and not _may_be(given[column], role) for column, role in roles.items()):
            continue
        links = _links(moved, table.values[balance])
        holding = sum(links)
        if len(links) >= _LEAST_LINKS and holding >= len(links) * _SHARE and (best is None or holding > best[0]):
            best = (holding, roles)
    return best[1] if best else None


def _may_be(given: Role, role: Role) -> bool:
    """Whether a column whose name says `given` may hold `role`: names of text and dates are believed, those of money are tried."""
    return given in _MONEY and role in _MONEY


def _candidates(table: _Table, full: Sequence[int]) -> Iterator[tuple[dict[int, Role], list[Decimal | None], int]]:
    for balance, amount in permutations(full, 2):
        yield {balance: "balance", amount: "amount"}, table.values[amount], balance
    partial = [column for column, values in table.values.items() if any(value is not None for value in values)][:_COLUMNS]
    for first, second in combinations(partial, 2):
        one, other = table.values[first], table.values[second]
        # A pair has one of both in every row; the other is empty or zero.
        if not all((a or Decimal(0)) == 0 or (b or Decimal(0)) == 0 for a, b in zip(one, other, strict=True)):
            continue
        for balance in full:
            if balance not in (first, second):
                for out, into in ((first, second), (second, first)):
                    moved: list[Decimal | None] = [
                        abs(b or Decimal(0)) - abs(a or Decimal(0)) for a, b in zip(table.values[out], table.values[into], strict=True)
                    ]
                    yield {balance: "balance", out: "out", into: "in"}, moved, balance


def _links(moved: Sequence[Decimal | None], balances: Sequence[Decimal | None]) -> list[bool]:
    """Whether each balance follows from the one before it (or, printed backwards, from the one below); the better of both orders.

    An amount without a sign may go either way, so long as some are not zero.
    """
    unsigned = all(value is None or value >= 0 for value in moved)
    forward: list[bool] = []
    backward: list[bool] = []
    for (amount, before), (later, after) in pairwise(zip(moved, balances, strict=True)):
        if before is None or after is None:
            continue
        change = after - before
        for links, step in ((forward, later), (backward, None if amount is None else -amount)):
            links.append(step is not None and step != 0 and (step == change or (unsigned and abs(step) == abs(change))))
    return max(forward, backward, key=sum)


def _signed(table: _Table, given: dict[int, Role]) -> dict[int, Role] | None:
    """Without balances: the only column of amounts, where it prints cents and goes both ways."""
    money = [
        column
        for column, values in table.values.items()
        if given.get(column) in {None, *_MONEY}
        and sum(value is not None for value in values) * 10 >= table.count * 9
        and any(value is not None and value != value.to_integral_value() for value in values)
    ]
    if len(money) != 1 or table.count < _LEAST_LINKS:
        return None
    present = [value for value in table.values[money[0]] if value is not None]
    return {money[0]: "amount"} if min(present) < 0 < max(present) else None


def _plain_role(table: _Table, column: int) -> Role:
    """What an unknown column without money is: further days and long numbers are not kept, everything else is narrative."""
    filled = [text for text in table.texts[column] if text]
    if filled and all(outward_of(text, generic.LAYOUT) is not None for text in filled):
        return "mark"
    if all(is_day(text) for text in filled) or all(sum(map(str.isdigit, text)) * 2 > len(text) for text in filled):
        return "reference"
    return "text"


def _renamed(rows: Sequence[Row], table: _Table, roles: dict[int, Role]) -> list[Row]:
    number = rows[table.at].number if table.at is not None else rows[table.first].number
    top = number * SHEET_ROW_POINTS
    chunks = []
    for column, role in sorted(roles.items()):
        left = column * SHEET_COLUMN_POINTS
        # The printed name stays in brackets: it may say the currency.
        printed = table.names.get(column, "")[:_LONGEST].strip("()[]（）【】")
        text = f"{NAMES[role]} [{printed}]" if printed else NAMES[role]
        chunks.append(Chunk(text, Box(left, top, left + SHEET_COLUMN_POINTS - 1, top + SHEET_ROW_POINTS - 1)))
    header = Row(None, number, tuple(chunks))
    if table.at is not None:
        return [*rows[: table.at], header, *rows[table.at + 1 :]]
    moved = [replace(row, number=row.number + 1) for row in rows[table.first :]]
    return [*rows[: table.first], header, *moved]


def _column(chunk: Chunk) -> int:
    return int(chunk.box.x0 // SHEET_COLUMN_POINTS)


def _value(text: str, decimal: DecimalMark | None) -> Decimal | None:
    numeral = parsed(text, decimal)
    return None if numeral is None or numeral.nil else numeral.value
