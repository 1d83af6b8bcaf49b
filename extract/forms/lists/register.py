"""A list of invoices: each line has its number, its day, and amounts of which net and tax make the gross."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import combinations, permutations

from extract.forms.lists.cells import Column
from extract.forms.lists.relations import MOST_COLUMNS, adds_up, at_few_rates, gross_of
from extract.forms.lists.tables import Table
from extract.forms.lists.wording import named, said, says

_AMOUNTS = ("net", "tax", "total", "paid", "balance")
_WORDS = ("tax_id", "code", "order", "status", "kind", "party", "description", "remark", "currency", "quantity", "price")
_INVOICE = re.compile(
    r"发票|票据|开票|收票|[进销]项|票号|票面|invoice|\bbills?\b|day ?book|credit notes?"
    r"|(?:sales|purchases?) (?:register|listing|ledger|journal)",
    re.I,
)
_TAX_ID = re.compile(r"(?:[A-Z]{2}\s?)?\d[\d\s]{7,12}\d|[0-9A-Z]{15}|[0-9A-Z]{18}|[0-9A-Z]{20}|\d{2}-\d{7}")
_LIST = re.compile(r"清单|台账|一览|登记|明细|列表|汇总|register|list|day ?book|report|journal|ledger", re.IGNORECASE)
#: Above its items one invoice prints its own number.
_ONE_INVOICE = re.compile(r"invoice\s*(?:no|number|num|#|ref|date)\b|(?:发票|票据)\s*(?:号码|编号|代码)", re.IGNORECASE)
#: A number as the Chinese tax office gives it: 20 digits, the year first, or eight on paper.
_ELECTRONIC = re.compile(r"2\d{19}|\d{8}")
_LISTED = 2


@dataclass(slots=True)
class Assigned:
    """What each column is about.

    roles     of columns of amounts, by their index   words: of the others, likewise
    label     the column that names a line, `also` those that do where it is empty;   number: the one with its code
    proved    their own sums or rates say so;   doubted: columns whose role is a guess
    """

    roles: dict[int, str] = field(default_factory=dict)
    words: dict[int, str] = field(default_factory=dict)
    label: int | None = None
    also: tuple[int, ...] = ()
    number: int | None = None
    proved: bool = False
    doubted: set[int] = field(default_factory=set)


def assigned(table: Table) -> Assigned | None:
    """The columns of a list of invoices; None where it is none, or nothing shows that it is."""
    lines = table.lines
    days = table.holding("day")
    numbers = _numbers(table)
    if not numbers or len(lines) < _LISTED:
        return None
    number = numbers[0]
    amounts = [column for column in table.holding("amount") if not _is_rate(column, lines) and not says(column, "quantity")]
    amounts = [column for column in amounts if not (says(column, "price") and not said(column, *_AMOUNTS))][:MOST_COLUMNS]
    found = Assigned(label=number.index, also=tuple(column.index for column in numbers[1:]))
    worded = _INVOICE.search(f"{table.title} {' '.join(column.caption for column in table.columns)}") is not None or _called(table, lines)
    _by_proof(found, amounts, lines)
    if not found.proved and not worded:
        return None
    listed = _INVOICE.search(number.caption) is not None or _LIST.search(table.title) is not None
    if not days and not (listed and found.proved):
        return None
    if _INVOICE.search(number.caption) is None and any(_ONE_INVOICE.search(row.text) for row in table.above):
        return None  # the items of one invoice
    _by_captions(found, amounts, lines)
    if not {"net", "tax", "total"} & set(found.roles.values()):
        _single(found, amounts)
    _left_over(found, amounts, lines)
    if not found.roles:
        return None
    _words(found, table, number)
    return found


def _called(table: Table, lines: Sequence[int]) -> bool:
    """Whether a column calls most lines invoices, credit notes or bills."""
    return any(
        sum((chunk := column.cells[line]) is not None and _INVOICE.search(chunk.text) is not None for line in lines) > 0.5 * len(lines)
        for column in table.holding("words")
    )


def _by_proof(found: Assigned, amounts: Sequence[Column], lines: Sequence[int]) -> None:
    """Base, tax and total by their sum; of several threes the one that captions name best."""
    best: tuple[int, tuple[Column, Column, Column]] | None = None
    for three in gross_of(amounts, lines):
        told = sum(says(column, role) for column, role in zip(three, _AMOUNTS, strict=False))
        if best is None or told > best[0]:
            best = (told, three)
    if best is not None:
        found.roles = {column.index: role for column, role in zip(best[1], _AMOUNTS, strict=False)}
        found.proved = True
        return
    pairs = [
        (named_so, one, other, role)
        for one, other in permutations(amounts, 2)
        for role in ("tax", "total")
        if (named_so := says(one, "net") + says(other, role)) or _money(one)
        if _related(one, other, role, lines, alone=not named_so)
    ]
    if pairs:
        told, one, other, role = max(pairs, key=lambda pair: (pair[0], pair[3] == "total" and _settled(pair[2], amounts, lines)))
        if (
            told
            or len([column for column in amounts if _money(column)] or amounts) == 2
            or (role == "total" and _settled(other, amounts, lines))
        ):
            found.roles = {one.index: "net", other.index: role}
            found.proved = True


def _settled(total: Column, amounts: Sequence[Column], lines: Sequence[int]) -> bool:
    """Whether two other columns, paid and left to pay, make the total."""
    rest = [column for column in amounts if column is not total]
    return any(adds_up([(1, one), (1, other)], total, lines, least=0) for one, other in combinations(rest, 2))


def _related(net: Column, other: Column, role: str, lines: Sequence[int], *, alone: bool) -> bool:
    """Whether the other column is a tax on the net one, or the two differ by one."""
    if role == "tax":
        return at_few_rates(net, other, lines, alone=alone)
    differences = [other.value(line) - net.value(line) for line in range(len(net.cells))]
    return at_few_rates(net, _Differences(-1, [], [None] * len(net.cells), differences=differences), lines, alone=alone)


@dataclass(slots=True)
class _Differences(Column):
    """A column that is not printed.   differences: its values"""

    differences: Sequence[Decimal] = ()

    def value(self, line: int) -> Decimal:
        return self.differences[line]


def _by_captions(found: Assigned, amounts: Sequence[Column], lines: Sequence[int]) -> None:
    """The columns that their sums leave open, by what stands over them."""
    for column in amounts:
        if column.index in found.roles:
            continue
        taken = set(found.roles.values())
        told = [role for role in ("balance", "paid", "tax", "net", "total") if role in said(column, *_AMOUNTS) and role not in taken]
        if told:
            found.roles[column.index] = told[0]
    columns = {role: next(one for one in amounts if one.index == index) for index, role in found.roles.items()}
    if found.proved or not {"net", "total"} <= set(columns):
        return
    lower = sum(abs(columns["net"].value(line)) > abs(columns["total"].value(line)) for line in lines)
    if lower:  # a net above its gross: the captions were misunderstood
        found.doubted |= {columns["net"].index, columns["total"].index}


def _single(found: Assigned, amounts: Sequence[Column]) -> None:
    """One amount of which nothing says whether tax is in it."""
    left = [column for column in amounts if column.index not in found.roles]
    if len(left) == 1:
        found.roles[left[0].index] = "total"
        if not re.search(r"金额|amount|value|total|sum", left[0].caption, re.IGNORECASE):
            found.doubted.add(left[0].index)


def _left_over(found: Assigned, amounts: Sequence[Column], lines: Sequence[int]) -> None:
    """Of a list whose captions say nothing: two equal columns are net and total without a tax; what others are is a guess."""
    if {"net", "tax", "total"} & set(found.roles.values()):
        return
    open_ones = [column for column in amounts if column.index not in found.roles]
    left = [column for column in open_ones if _money(column)] or open_ones
    if len(left) == 2 and all(left[0].value(line) == left[1].value(line) for line in lines):
        found.roles |= {left[0].index: "net", left[1].index: "total"}
        return
    for column in left:
        found.roles[column.index] = named(column)
        found.doubted.add(column.index)


def _is_rate(column: Column, lines: Sequence[int]) -> bool:
    values = [column.value(line) for line in lines if column.numbers[line] is not None]
    return (bool(values) and any(values) and all(0 <= value < 1 for value in values)) or (
        says(column, "rate") and all(value <= 30 for value in values)
    )


def _numbers(table: Table) -> list[Column]:
    """The column of the invoices' numbers, or two of which each line fills one: old numbers, and those of electronic invoices."""
    single = _number(table, table.lines)
    able = [column for column in table.holding("words", "code", "amount") if says(column, "number") and _INVOICE.search(column.caption)]
    for one, other in permutations(able, 2):
        filled = [(one.cells[line] is not None) + (other.cells[line] is not None) for line in table.lines]
        if filled.count(1) >= 0.9 * len(filled) and all(
            any(column.cells[line] is not None for line in table.lines) for column in (one, other)
        ):
            return [one, other]
    return [single] if single is not None else []


def _number(table: Table, lines: Sequence[int]) -> Column | None:
    """The column of numbers: different in each line, with digits; its caption decides among several."""
    best: tuple[float, Column] | None = None
    for column in table.columns:
        texts = [chunk.text.strip() for line in lines if (chunk := column.cells[line]) is not None]
        if column.holds not in ("words", "code", "amount", "row") or len(texts) < 0.8 * len(lines):
            continue
        if column.holds == "amount" and any(re.search(r"[.,]\d\d$", text) for text in texts):
            continue
        digits = sum(bool(re.search(r"\d", text)) for text in texts) / max(1, len(texts))
        different = len(set(texts)) / max(1, len(texts))
        if digits < 0.8 or different < 0.5:
            continue
        told = said(column, "number", "code", "order", "remark", "tax_id", "party", "description")
        worth = (
            2.0 * different
            + ("number" in told)
            + 0.5 * bool(_INVOICE.search(column.caption))
            - 1.0 * bool(told & {"code", "order", "remark", "tax_id"})
        )
        worth -= 1.5 * (column.holds == "row") + (0.7 if column.holds == "amount" else 0.0) + 0.01 * column.index
        worth -= 0.5 * (max(map(len, texts), default=0) > 30)
        if all(_TAX_ID.fullmatch(text) for text in texts) and different < 0.95:
            worth -= 1.0
        worth += 0.6 * (sum(_ELECTRONIC.fullmatch(text) is not None for text in texts) > 0.8 * len(texts))
        if best is None or worth > best[0]:
            best = (worth, column)
    return best[1] if best is not None and best[0] > 0.6 else None


def _words(found: Assigned, table: Table, number: Column) -> None:
    """The columns without amounts, and those whose numbers are no money."""
    found.words |= dict.fromkeys((number.index, *found.also), "number")
    days = [column for column in table.holding("day") if column is not number]
    dues = [column for column in days if says(column, "due")]
    plain = [column for column in days if column not in dues]
    for column in dues:
        found.words[column.index] = "due"
    if plain:
        first = next((column for column in plain if says(column, "day")), plain[0])
        found.words[first.index] = "day"
    for column in table.columns:
        if column.index in found.roles or column.index in found.words or column.holds == "nothing":
            continue
        if column.holds == "row":
            found.words[column.index] = "row"
        elif column.holds == "rate" or (column.holds == "amount" and _is_rate(column, table.lines)):
            found.words[column.index] = "rate"
        elif column.holds != "amount" or not _money(column) or said(column, "quantity", "price"):
            told = said(column, *_WORDS)
            taken = set(found.words.values())
            free = [role for role in _WORDS if role in told]
            role = next((role for role in free if role not in taken), None) or _by_look(column, table)
            found.words[column.index] = role if role and role not in taken else named(column)
        else:
            found.roles[column.index] = named(column)
    _party(found, table)


def _by_look(column: Column, table: Table) -> str | None:
    texts = [chunk.text.strip() for line in table.lines if (chunk := column.cells[line]) is not None]
    return "tax_id" if texts and all(_TAX_ID.fullmatch(text) for text in texts) else None


def _party(found: Assigned, table: Table) -> None:
    """With no caption that says so, the longest words of a list are the names of its parties."""
    if "party" in found.words.values():
        return
    left = [
        column
        for column in table.holding("words")
        if found.words.get(column.index)
        not in {"number", "tax_id", "day", "due", "status", "kind", "code", "order", "description", "remark"}
    ]
    lengths = [(sum(len(chunk.text) for chunk in column.filled) / max(1, len(column.filled)), column) for column in left]
    if lengths and (longest := max(lengths, key=lambda one: one[0]))[0] >= 4:
        found.words[longest[1].index] = "party"


def _money(column: Column) -> bool:
    return any(number is not None and number.step < 1 for number in column.numbers)
