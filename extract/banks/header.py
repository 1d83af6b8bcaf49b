"""The header row of a bank's table, and which column a printed chunk belongs to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extract.banks import generic
from extract.banks.amount import WEEKDAY, malformed
from extract.banks.layout import BankLayout, Role, folded
from extract.dates import parse_date
from extract.numerals import parse
from extract.page import Word
from extract.place import Box
from extract.tables.lines import Chunk, Row

_MONEY: frozenset[Role] = frozenset({"in", "out", "amount", "balance"})
#: Columns that no name of a column of days speaks of.
_APART: frozenset[Role] = frozenset({"reference", "other", "currency", "counterparty", "counterparty_account"})
#: Points within which the edges of an amount and of its header must agree where several columns run into each other.
_NEAR = 60.0
#: So many movements of one day may stand between the names of the columns and the next day.
_ROWS_OF_A_DAY = 60
#: Longest name of a column in characters; more is a sentence.
_LONGEST_NAME = 40


@dataclass(frozen=True, slots=True)
class Column:
    """One column: what it holds, where its name stands, and how far its content reaches (equal to `name` until known)."""

    role: Role
    name: Box
    band: Box
    text: str


@dataclass(frozen=True, slots=True)
class Header:
    """Columns of one table, left to right."""

    columns: tuple[Column, ...]
    sheet: bool

    @property
    def roles(self) -> frozenset[Role]:
        return frozenset(column.role for column in self.columns)

    def column_of(self, chunk: Chunk) -> Column | None:
        """The column that `chunk` stands in; None where the table has none there."""
        box = chunk.box
        if self.sheet:
            return next((column for column in self.columns if column.name.overlap_x(box) > 0), None)
        under = [column for column in self.columns if column.band.overlap_x(box) > 0]
        if len(under) == 1:
            return under[0]
        if not under:
            near = min(self.columns, key=lambda column: -column.band.overlap_x(box))
            return near if near.band.overlap_x(box) > -_NEAR else None
        if parse(chunk.text) is not None or malformed(chunk.text) is not None:
            money = [column for column in under if column.role in _MONEY]
            near = min(money, key=lambda column: _edge_distance(column.name, box), default=under[0])
            if near.role in _MONEY and _edge_distance(near.name, box) <= _NEAR:
                return near
        best = max(under, key=lambda column: column.name.overlap_x(box))
        if best.name.overlap_x(box) > 0:
            return best
        before = [column for column in under if column.name.x0 <= box.x0 + 2]
        return before[-1] if before else under[0]


def find_header(rows: Sequence[Row], index: int, layout: BankLayout) -> tuple[Header, int] | None:
    """The header that begins at `rows[index]`, and how many rows it takes (two where the names wrap); None where none does."""
    single = _header(rows[index].chunks, layout, sheet=rows[index].page is None)
    follower = rows[index + 1] if index + 1 < len(rows) else None
    if follower is not None and follower.page == rows[index].page and follower.page is not None:
        gap = follower.box.top - rows[index].box.bottom
        if gap < rows[index].box.height and all(parse(chunk.text) is None for chunk in (*rows[index].chunks, *follower.chunks)):
            double = _header(_stacked(rows[index].chunks, follower.chunks), layout, sheet=False)
            alone = _header(follower.chunks, layout, sheet=False)
            titled = double is not None and alone is not None and len(alone.columns) >= len(double.columns)
            if double is not None and not titled and (single is None or len(double.columns) > len(single.columns)):
                return double, 2
    if single is None and rows[index].page is not None:
        single = _under_days(rows, index, layout)
    return (single, 1) if single is not None else None


def lists_balances(row: Row, layout: BankLayout) -> bool:
    """Whether `row` names the columns of a list of days and their balances, printed side by side: no movement stands in it."""
    return row.page is not None and _days_and_amounts([column.role for chunk in row.chunks for column in _columns_of(chunk, layout)])


def _days_and_amounts(roles: Sequence[Role]) -> bool:
    return roles.count("amount") + roles.count("balance") > 1 and set(roles) <= {"date", "amount", "balance"} and "date" in roles


def _under_days(rows: Sequence[Row], index: int, layout: BankLayout) -> Header | None:
    """The header of a table without a column of dates, whose days stand on rows of their own, above their movements."""
    header = _header(rows[index].chunks, layout, sheet=False, days_apart=True)
    if header is None or not {"balance", "amount"} <= header.roles or not {"text", "counterparty"} & header.roles:
        return None
    following = rows[index + 1 : index + 1 + _ROWS_OF_A_DAY]
    return header if any(own_day(row) for row in following) else None


def own_day(row: Row) -> str | None:
    """The day that a row prints and nothing else, without the name of the day of the week."""
    text = WEEKDAY.sub("", row.text)
    return text if len(text) <= _LONGEST_NAME and parse_date(text) is not None else None


def with_bands(header: Header, body: Sequence[Row]) -> Header:
    """`header` with the reach of each column, from what is printed in `body` (the rows that hold amounts) under it.

    Blank strips that run through all rows part the columns. A strip that no name stands over goes to the nearest name.
    """
    if header.sheet:
        return header
    strips = _strips([[chunk.box for chunk in row.chunks] for row in body], [column.name for column in header.columns])
    columns = list(header.columns)
    for strip in strips:
        named = [index for index, column in enumerate(columns) if strip.overlap_x(column.name) > 0]
        if not named:
            named = [min(range(len(columns)), key=lambda index: -strip.overlap_x(columns[index].name))]
        for index in named:
            columns[index] = replace(columns[index], band=columns[index].band.union(strip))
    return replace(header, columns=tuple(columns))


def _strips(rows: Sequence[Sequence[Box]], names: Sequence[Box]) -> list[Box]:
    """The strips of a table between its blank ones. A strip is blank when at most one row in twenty prints into it."""
    allowed = len(rows) // 20
    edges: list[tuple[float, int]] = []
    for boxes in rows:
        edges.extend(edge for box in boxes for edge in ((box.x0, 1), (max(box.x1, box.x0) + 0.5, -1)))
    for name in names:
        edges.extend(((name.x0, allowed + 1), (name.x1 + 0.5, -allowed - 1)))
    strips: list[Box] = []
    depth, begin = 0, 0.0
    for x, step in sorted(edges, key=lambda edge: (edge[0], -edge[1])):
        if depth <= allowed < depth + step:
            begin = x
        elif depth + step <= allowed < depth:
            strips.append(Box(begin, 0.0, x, 0.0))
        depth += step
    return strips


def _header(chunks: Sequence[Chunk], layout: BankLayout, *, sheet: bool, days_apart: bool = False) -> Header | None:
    columns: list[Column] = []
    for chunk in chunks:
        columns.extend(_columns_of(chunk, layout))
    columns = _with_one_day(_without_title(columns))
    roles = [column.role for column in columns]
    if ("date" not in roles and not days_apart) or len(columns) < 3 or len(columns) * 2 < len(chunks):
        return None
    if not ({"in", "out", "amount"} & set(roles)):
        return None
    if _days_and_amounts(roles):
        return None
    return Header(tuple(columns), sheet)


#: Days on which interest begins to run or a payment is settled, beside those of the movements.
VALUE_DAY = re.compile(r"起息|清算|交割|到账|\bval(?:ue|\.)?\b|effective|settle", re.IGNORECASE)


def is_value_day(text: str) -> bool:
    """Whether a column of that name holds the days of value alone."""
    return VALUE_DAY.search(text) is not None and not names_both_days(text)


def names_both_days(text: str) -> bool:
    """Whether a column is named for the movement's day and, after it, for the day of value: a row of it prints two days."""
    found = VALUE_DAY.search(text)
    return found is not None and guessed_role(text[: found.start()].strip(" /[")) == "date"


def _with_one_day(columns: list[Column]) -> list[Column]:
    """`columns` with those of other days than the movements' own set aside, by their names."""
    days = [column for column in columns if column.role == "date"]
    own = [column for column in days if not is_value_day(column.text)]
    if not own or len(own) == len(days):
        return columns
    return [replace(column, role="other") if column.role == "date" and column not in own else column for column in columns]


def _without_title(columns: list[Column]) -> list[Column]:
    """`columns` without the one that is only the title over those of money in and out ("发生额" above both)."""
    pair = [column.name for column in columns if column.role in ("in", "out")]
    if len({column.role for column in columns} & {"in", "out"}) < 2:
        return columns
    left, right = min(name.x0 for name in pair), max(name.x1 for name in pair)
    top = min(name.top for name in pair) + 1.0
    return [
        column
        for column in columns
        if not left < column.name.centre < right or (column.role != "amount" and column.name.bottom > top) or column.role in ("in", "out")
    ]


def _columns_of(chunk: Chunk, layout: BankLayout) -> list[Column]:
    """The columns that a chunk names: one, or several whose names stand close together ("Date Description")."""
    role = _known(chunk.text, layout)
    if role is not None:
        return [Column(role, chunk.box, chunk.box, chunk.text)]
    found = _side_by_side(chunk.words, layout)
    if found:
        return found
    if any(_known(word.text, layout) in _MONEY for word in chunk.words[:-1]) and role_of(chunk.text, layout) is None:
        return _side_by_side(chunk.words, layout, guessing=True)  # names of several columns, one of amounts among them
    role = role_of(chunk.text, layout)
    several = _side_by_side(chunk.words, layout, guessing=True) if role is None and len(chunk.words) > 2 else []
    if any(column.role == "date" for column in several) and any(_known(column.text, layout) in _APART for column in several):
        return several  # "Branch Cheque no. Book date"
    role = role or _harmless(chunk.text)
    return [Column(role, chunk.box, chunk.box, chunk.text)] if role is not None else []


def _harmless(text: str) -> Role | None:
    """What a column of an unknown name holds, where a wrong guess keeps its texts from the columns beside it and does nothing else."""
    if not text or len(text) > _LONGEST_NAME or re.search(r"\d|[:：]\s*$", text):
        return None
    if VALUE_DAY.search(text):
        return "date" if names_both_days(text) else "other"
    role = guessed_role(text)
    named = role == "balance" and re.search(r"余额|结余|balance", text, re.IGNORECASE)
    return role if named or role in ("reference", "counterparty_account", "counterparty", "other", "text", "date") else None


def _side_by_side(words: Sequence[Word], layout: BankLayout, *, guessing: bool = False) -> list[Column]:
    """The columns of names that stand so close together that they were taken for one phrase; none where one is unknown."""
    words = [word for word in words if word.text not in ("/", "|")]
    if not 2 <= len(words) <= 10 or any(after.box.x0 < before.box.x1 - 1.0 for before, after in pairwise(words)):
        return []
    found: list[Column] = []
    start = 0
    while start < len(words):
        for end in range(len(words), start, -1):
            text = " ".join(word.text for word in words[start:end])
            role = role_of(text, layout) if "/" in text else _known(text, layout)
            if guessing and role is None and end - start < len(words):
                first = _known(words[start].text, layout)
                role = _harmless(text)
                role = None if first in _MONEY and role != first else role  # "Credit Check #": money in, then numbers of cheques
            if role is not None:
                box = Box.around(word.box for word in words[start:end])
                found.append(Column(role, box, box, text))
                start = end
                break
        else:
            return []
    return _in_one_language(found)


def _in_one_language(columns: Sequence[Column]) -> list[Column]:
    """`columns`, those put together that say the same in Chinese and in English ("存入 Deposit")."""
    result: list[Column] = []
    for column in columns:
        last = result[-1] if result else None
        if last is not None and last.role == column.role and not last.text.isascii() and column.text.isascii():
            box = last.name.union(column.name)
            result[-1] = Column(last.role, box, box, f"{last.text} {column.text}")
        else:
            result.append(column)
    return result


def role_of(text: str, layout: BankLayout) -> Role | None:
    """What a column called `text` holds, by the layout's own names first."""
    if len(text) > _LONGEST_NAME:
        return None
    return _known(text, layout) or _role_of_parts(text, layout)


def _known(text: str, layout: BankLayout) -> Role | None:
    name = folded(text) if len(text) <= _LONGEST_NAME else ""
    return layout.role_of_name.get(name) or generic.LAYOUT.role_of_name.get(name)


def _role_of_parts(text: str, layout: BankLayout) -> Role | None:
    """What a column of two names holds, one below the other or in two languages ("业务日期 时分秒", "余额/Balance"): what the first says.

    Where only the second is known it decides, so long as the first is no other language's word for something else.
    """
    parts = [part for part in re.split(r"\s*/\s*|(?<=[\u4e00-\u9fff]) +(?=[A-Za-z\u4e00-\u9fff])|(?<=日期)(?=时)", text) if part]
    if len(parts) != 2:
        return None
    known = [_known(part, layout) for part in parts]
    if known[0] is not None and (known[1] is not None or guessed_role(parts[1]) is not None):
        return known[0]
    return known[1] if known[1] is not None and guessed_role(parts[0]) == known[1] else None


#: What parts of a name say, in the order in which they are asked.
_GUESSES: tuple[tuple[Role, re.Pattern[str]], ...] = (
    ("date", re.compile(r"(?:日期|交易日|记账日).{0,2}时间|\bdate\b.{0,3}\btime\b", re.I)),
    ("reference", re.compile(r"凭证|流水|序号|编号|柜员|网点|票号|\bref|\bche(?:que|ck)|\bno\.?$|\bnumber|voucher|serial|#", re.I)),
    ("counterparty_account", re.compile(r"(?:对|往来|收.?付).{0,4}(?:账号|帐号|卡号|账户)|(?:counterparty|payee).*account", re.I)),
    ("counterparty", re.compile(r"对方|对手|往来|收.?付款?人|户名|单位|counterpart|payee|payer|beneficiary|merchant|\bname\b", re.I)),
    ("mark", re.compile(r"借.?贷|收.?支.{0,2}(?:标|方)|方向|\bd(?:ebit|r)?\s*/\s*c|\bc(?:redit|r)?\s*/\s*d|indicator", re.I)),
    ("balance", re.compile(r"余额|结余|结存|balance|\bbal\b", re.I)),
    ("other", re.compile(r"时间(?<!交易时间)|渠道|行名|起息|\btime\b|channel|branch|value date|category", re.I)),
    ("date", re.compile(r"日期|交易日|记账日|\bdate|\bday\b|booked|posted|posting", re.I)),
    ("out", re.compile(r"借方|支出|转出|付出|付款|支取|流出|减少|出账|withdraw|debit|outgo|payments?|spent|\bout\b|\(-\)", re.I)),
    ("in", re.compile(r"贷方|收入|转入|存入|收款|流入|增加|入账|deposit|credit|incom|receipt|received|\bin\b|\(\+\)", re.I)),
    ("amount", re.compile(r"金额|交易额|发生额|amount|\bvalue\b|movement|\bnet\b", re.I)),
    ("out", re.compile(r"出|付|支|减")),
    ("in", re.compile(r"入|收|增|进")),
    ("text", re.compile(r"摘要|用途|附言|备注|说明|描述|类型|descri|detail|narrat|particular|memo|remark|type|transaction", re.I)),
)  # fmt: skip


def guessed_role(text: str) -> Role | None:
    """What a column of an unknown name may hold: a hint, that the amounts under it have to bear out."""
    if len(text) > _LONGEST_NAME:
        return None
    return next((role for role, pattern in _GUESSES if pattern.search(text)), None)


def _stacked(upper: Sequence[Chunk], lower: Sequence[Chunk]) -> list[Chunk]:
    """Names that wrap: each chunk of the lower line is joined to the one above it."""
    joined = list(upper)
    for chunk in lower:
        above = max(range(len(joined)), key=lambda index: joined[index].box.overlap_x(chunk.box), default=None)
        if above is not None and joined[above].box.overlap_x(chunk.box) > 0:
            whole = joined[above]
            joined[above] = Chunk(f"{whole.text} {chunk.text}", whole.box.union(chunk.box), whole.words + chunk.words)
        else:
            joined.append(chunk)
    return sorted(joined, key=lambda item: item.box.x0)


def _edge_distance(name: Box, box: Box) -> float:
    return min(abs(name.x1 - box.x1), abs(name.x0 - box.x0), abs(name.centre - box.centre))
