"""A trial balance: accounts whose opening balance and movements make the closing balance, or whose debits make their credits."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import pairwise, permutations

from extract.forms.captions import meanings
from extract.forms.columns import by_their_neighbours, meaning_of
from extract.forms.layout import ColumnMeaning, FormKind, tight
from extract.forms.lists.cells import Column
from extract.forms.lists.relations import exclusive
from extract.forms.lists.tables import Table
from extract.forms.lists.wording import named

#: A code of an account before its name in one cell: 1001 库存现金, 7100/001 Rent.
CODED = re.compile(r"[\[(（]?(\d{3,}(?:[.\-/]?\d+)*|[A-Z]{1,3}\d{2,})[\])）]?[\s\-—_:：·.]*([^\d\s.,\-].*)")
_CODE = re.compile(r"\d{1,12}(?:[.\-/]\d{1,6})*|[A-Z]{1,3}\d{2,8}")
_SIDES = {"借": 1, "贷": -1, "平": 0, "dr": 1, "cr": -1, "d": 1, "c": -1, "debit": 1, "credit": -1, "借方": 1, "贷方": -1, "j": 1}
_ROWS, _HOLDS = 3, 0.9
#: Accounts that must be known by name, and their share, before a list without a title is believed to be a trial balance.
_KNOWN, _SHARE = 3, 0.3
_ACCOUNT_CAPTION = re.compile(r"科目|账[户目]|总账|account|ledger|nominal|a/c|gl")
_NO_NAME = re.compile(r"级|层|类[型别]|币|方向|备注|type|class|group|category|currency|note|level|status")


@dataclass(slots=True)
class Balance:
    """What each column of a trial balance is about.

    meanings   of columns of amounts, by their index   words: of the others, likewise
    name, number   columns of the accounts' names and codes; `coded`: both stand in one
    proved     the sums of its lines say so   known: share of the accounts that are known by their names
    """

    meanings: dict[int, ColumnMeaning] = field(default_factory=dict)
    words: dict[int, str] = field(default_factory=dict)
    name: int | None = None
    number: int | None = None
    coded: bool = False
    proved: bool = False
    known: float = 0.0
    doubted: set[int] = field(default_factory=set)


def assigned(table: Table, kind: FormKind) -> Balance | None:
    """The columns of a trial balance; None where the table is none, or nothing shows that it is."""
    lines = table.lines
    if len(lines) < _ROWS or table.holding("day"):
        return None
    found = Balance()
    sides = {column.index: signs for column in table.holding("words") if (signs := _signs(column, lines)) is not None}
    _accounts(found, table, sides, lines)
    if found.name is None:
        return None
    amounts = [column for column in table.columns if _amounts(column, found, lines, kind)]
    if not amounts or len(amounts) > 12:
        return None
    names = _names(table, found, lines)
    told = sum(any(one.confidence == 1.0 for one in meanings(kind.captions, name, near=False)) for name in names)
    found.known = told / max(1, len(names))
    titled = any(kind.titled(row.text) or re.search(r"\bT\.?B\.?\b", row.text) for row in table.above)
    _columns(found, amounts, sides, lines, kind, table)
    accounts = told >= _KNOWN and found.known >= _SHARE
    spoken = any(_ACCOUNT_CAPTION.search(tight(column.caption)) for column in table.columns if column.index in (found.name, found.number))
    strong = found.proved and len(amounts) >= 4 and (found.number is not None or spoken or accounts)
    sided = bool(sides) or any(re.search(r"debit|credit", one.name) for one in found.meanings.values())
    coded = found.number is not None or found.coded
    if not (titled or strong or (accounts and (sided or (found.proved and coded))) or (found.proved and spoken and coded)):
        return None
    for column in table.columns:
        if column.index not in found.meanings and column.index not in (found.name, found.number) and column.holds != "nothing":
            found.words.setdefault(column.index, "side" if column.index in sides else "row" if column.holds == "row" else named(column))
    return found


def _accounts(found: Balance, table: Table, sides: dict[int, list[int]], lines: Sequence[int]) -> None:
    """The columns of names and codes."""
    best: tuple[float, Column] | None = None
    for column in table.columns:
        texts = [chunk.text.strip() for line in lines if (chunk := column.cells[line]) is not None]
        if not texts or column.index in sides:
            continue
        if column.holds == "words" and len(texts) >= 0.7 * len(lines):
            if all(_CODE.fullmatch(text) for text in texts):
                found.number = column.index if found.number is None else found.number
                continue
            key = tight(column.caption)
            worth = len(set(texts)) / len(texts) + 0.5 * bool(_ACCOUNT_CAPTION.search(key)) - 0.8 * bool(_NO_NAME.search(key))
            if best is None or worth > best[0]:
                best = (worth, column)
        elif column.holds in ("code", "row", "amount") and found.number is None and _codes(column, texts):
            found.number = column.index
    if best is None or best[0] < 0.5:
        return
    found.name = best[1].index
    texts = [chunk.text.strip() for line in lines if (chunk := best[1].cells[line]) is not None]
    found.coded = found.number is None and sum(CODED.fullmatch(text) is not None for text in texts) >= 0.6 * len(texts)


def _codes(column: Column, texts: Sequence[str]) -> bool:
    """Whether whole numbers are the codes of accounts: three digits or more, hardly one twice, and their caption or order says so."""
    whole = [text for text in texts if re.fullmatch(r"\d{3,12}(?:[.\-]\d{1,4})*", text)]
    if len(whole) < 0.9 * len(texts) or len(set(whole)) < 0.95 * len(whole):
        return False
    key = tight(column.caption)
    cents = all(re.fullmatch(r"\d+\.\d\d", text) for text in texts)
    if re.search(r"借|贷|额|debit|credit|\bdr|\bcr|amount|balance", key) or (
        cents and not re.search(r"编码|代码|编号|code|acct|nominal", key)
    ):
        return False
    rising = sum(after > before for before, after in pairwise(whole)) >= 0.7 * max(1, len(whole) - 1)
    return rising or re.search(r"编码|代码|编号|code|no|a/c|acct|nominal|ledger", key) is not None


def _signs(column: Column, lines: Sequence[int]) -> list[int] | None:
    """The side that a column of words says of each line; None where it says no sides."""
    signs = []
    for chunk in column.cells:
        text = re.sub(r"[\s.]", "", chunk.text).lower() if chunk is not None else ""
        if text and text not in _SIDES:
            return None
        signs.append(_SIDES.get(text, 0))
    return signs if any(signs[line] for line in lines) else None


def _amounts(column: Column, found: Balance, lines: Sequence[int], kind: FormKind) -> bool:
    if column.index in (found.number, found.name):
        return False
    if column.holds == "nothing":
        meaning = meaning_of(kind, column.path) if column.path else None
        return meaning is not None and meaning.holds == "amount" and re.search(r"debit|credit", meaning.name) is not None
    if column.holds != "amount":
        return False
    values = [abs(column.value(line)) for line in lines if column.numbers[line] is not None]
    small = all(value in range(10) for value in values) and any(values)
    return not (small and (_NO_NAME.search(tight(column.caption)) or len(set(values)) == 1))


def _names(table: Table, found: Balance, lines: Sequence[int]) -> list[str]:
    column = next(one for one in table.columns if one.index == found.name)
    texts = [chunk.text.strip() for line in lines if (chunk := column.cells[line]) is not None]
    return [coded[2] if found.coded and (coded := CODED.fullmatch(text)) else text for text in texts]


def _columns(
    found: Balance, amounts: Sequence[Column], sides: dict[int, list[int]], lines: Sequence[int], kind: FormKind, table: Table
) -> None:
    """Time and side of each column: of the ways that the sums of the lines allow, the one that the captions say."""
    told = by_their_neighbours([(column.path, meaning_of(kind, column.path) if column.path else None) for column in amounts])
    told = [one if one is not None and one.holds == "amount" else None for one in told]
    by_caption = [one.name if one is not None and one.on is None else "" for one in told]
    signs = _signs_of(amounts, sides)
    dated = sum(one is not None and one.on is not None for one in told) >= 2  # balances of several years beside each other
    best: tuple[int, Sequence[str]] | None = None
    for names in _ways(len(amounts), by_caption):
        if dated or not _holds(names, amounts, signs, lines, table):
            continue
        agreed = sum(name == said for name, said in zip(names, by_caption, strict=True))
        if best is None or agreed > best[0]:
            best = (agreed, names)
    if best is not None:
        found.proved = True
        for column, name, one in zip(amounts, best[1], told, strict=True):
            own = one is not None and one.name == name
            found.meanings[column.index] = one if own and one is not None else meaning(name)
        return
    for number, (column, one) in enumerate(zip(amounts, told, strict=True), 1):
        twice = one is not None and sum(other is not None and (other.name, other.on) == (one.name, one.on) for other in told) > 1
        if one is None or twice:
            found.doubted.add(column.index)
        found.meanings[column.index] = one if one is not None and not twice else ColumnMeaning("", f"other_{number}", undated=True)
    if (
        len(amounts) == 2
        and all(one.name.startswith("other_") for one in found.meanings.values())
        and exclusive(amounts[0], amounts[1], lines)
    ):
        for column, name in zip(amounts, ("closing_debit", "closing_credit"), strict=True):
            found.meanings[column.index] = meaning(name)


def meaning(name: str) -> ColumnMeaning:
    """The column of that name."""
    if name.startswith("year_opening"):
        return ColumnMeaning("", name, "instant", "before_year")
    if name.startswith("opening"):
        return ColumnMeaning("", name, "instant", "before_start")
    if name.startswith("closing"):
        return ColumnMeaning("", name, "instant")
    return ColumnMeaning("", name, "year_to_date" if name.startswith("year") else None)


def _signs_of(amounts: Sequence[Column], sides: dict[int, list[int]]) -> dict[int, list[int]]:
    """The sides that stand before, or right behind, a column of amounts."""
    found: dict[int, list[int]] = {}
    indexes = [column.index for column in amounts]
    for index, signs in sides.items():
        home = next((one for one in indexes if one > index), None)
        if home is None or home in found or home - index > 1:
            home = max((one for one in indexes if one < index), default=home)
        if home is not None:
            found[home] = signs
    return found


def _ways(count: int, by_caption: Sequence[str]) -> Iterator[Sequence[str]]:
    """The orders in which columns of a trial balance are printed, the commonest first; before them what the captions say."""
    if all(by_caption) and len(set(by_caption)) == count:
        yield list(by_caption)
    times = {
        6: ("opening", "period", "closing"),
        8: ("opening", "period", "year", "closing"),
        10: ("year_opening", "opening", "period", "year", "closing"),
    }
    if count in times:
        for order in permutations(times[count]) if count == 6 else [times[count]]:
            yield [f"{time}_{side}" for time in order for side in ("debit", "credit")]
            yield [f"{time}_{side}" for side in ("debit", "credit") for time in order]
            yield [f"{time}_{side}" for time in order for side in ("credit", "debit")]
    if count == 8:
        yield [f"{time}_{side}" for time in ("year_opening", "opening", "period", "closing") for side in ("debit", "credit")]
    if count == 6:
        yield ["opening", "period_debit", "period_credit", "year_debit", "year_credit", "closing"]
    if count == 4:
        yield ["opening", "period_debit", "period_credit", "closing"]
        yield ["opening", "period_credit", "period_debit", "closing"]
        yield ["period_debit", "period_credit", "closing_debit", "closing_credit"]
        yield ["closing", "opening", "period_debit", "period_credit"]
    if count == 3:
        yield ["opening", "period", "closing"]
    if count == 2:
        yield ["closing_debit", "closing_credit"]
        yield ["closing_credit", "closing_debit"]
    if count == 1:
        yield ["closing"]


def _holds(names: Sequence[str], amounts: Sequence[Column], signs: dict[int, list[int]], lines: Sequence[int], table: Table) -> bool:
    """Whether the lines keep the sum that these names give them, or debits make credits where there is none."""
    columns = dict(zip(names, amounts, strict=True))
    if not {"opening", "opening_debit", "opening_credit"} & set(columns):
        return _even(columns, lines, table, signs)
    moved = [
        time
        for time in ("period", "year")
        if any(name.startswith(time + "_") or name == time for name in columns if name != "year_opening")
    ]
    moved = [time for time in moved if {time, f"{time}_debit", f"{time}_credit"} & set(columns)]
    told = held = 0
    for line in lines:
        openings = _balance(columns, "opening", line, signs)
        closings = _balance(columns, "closing", line, signs)
        changes = [
            _value(columns, time, line) + _value(columns, f"{time}_debit", line) - _value(columns, f"{time}_credit", line) for time in moved
        ]
        if not any((*openings, *closings, *changes)):
            continue
        told += 1
        held += any(opening + change == closing for opening in openings for change in changes or [Decimal(0)] for closing in closings)
    pairs = [(f"{time}_debit", f"{time}_credit") for time in ("opening", "closing")]
    for debit, credit in pairs:
        if (
            debit in columns
            and credit in columns
            and sum(bool(columns[debit].value(line)) and bool(columns[credit].value(line)) for line in lines) > 0.15 * len(lines)
        ):
            return False
    return told >= _ROWS and held >= _HOLDS * told


def _value(columns: dict[str, Column], name: str, line: int) -> Decimal:
    return columns[name].value(line) if name in columns else Decimal(0)


def _balance(columns: dict[str, Column], time: str, line: int, signs: dict[int, list[int]]) -> list[Decimal]:
    """A balance as a debit; one whose side nothing says may be either."""
    if time in columns:
        column = columns[time]
        value = column.value(line)
        if column.index in signs:
            return [value * signs[column.index][line]] if signs[column.index][line] or not value else [value, -value]
        return [value, -value]
    return [_value(columns, f"{time}_debit", line) - _value(columns, f"{time}_credit", line)]


def _even(columns: dict[str, Column], lines: Sequence[int], table: Table, signs: dict[int, list[int]]) -> bool:
    """Whether all debits are all credits: in the lines themselves, or in the sum below them."""
    if set(columns) == {"closing"}:
        own = signs.get(columns["closing"].index)
        values = [columns["closing"].value(line) * (own[line] if own else 1) for line in lines]
        return any(values) and sum(values, Decimal(0)) == 0
    pairs = [
        (columns[name], columns[name.replace("debit", "credit")])
        for name in columns
        if name.endswith("debit") and name.replace("debit", "credit") in columns
    ]
    return bool(pairs) and all(
        exclusive(debit, credit, lines) and any(_equal(debit, credit, chosen) for chosen in (lines, _leaves(table, lines), *_sums(table)))
        for debit, credit in pairs
    )


def _equal(debit: Column, credit: Column, lines: Sequence[int]) -> bool:
    sums = [sum((column.value(line) for line in lines), Decimal(0)) for column in (debit, credit)]
    return bool(sums[0]) and sums[0] == sums[1]


def _leaves(table: Table, lines: Sequence[int]) -> list[int]:
    """Lines whose code is not the beginning of another one: they hold no sum of others."""
    codes = {
        line: text
        for line in lines
        for column in table.columns
        if column.holds in ("code", "row", "words")
        and (chunk := column.cells[line]) is not None
        and re.fullmatch(r"\d{4,}(?:[.\-]\d+)*", text := chunk.text.strip())
    }
    known = list(codes.values())
    return [line for line in lines if not any(other != codes.get(line) and other.startswith(codes.get(line, "?")) for other in known)]


def _sums(table: Table) -> Iterator[list[int]]:
    yield from ([number] for number, entry in enumerate(table.entries) if entry.sum)
