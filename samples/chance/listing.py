"""A list as rows of cells, before it becomes a file: heading, captions in one row or three, lines, sums, foot; all drawn by chance."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from random import Random

from samples.papers.paper import Entry, main_units
from samples.records.record import Form, FormLine

#: What a cell holds: words, a day, a figure, nothing.
Content = str | date | Entry | None
#: A line with its number in the record, from 1.
Numbered = tuple[int, FormLine]
#: Form line that adds up the others.
TOTAL = "total"


@dataclass(frozen=True, slots=True)
class Column:
    """path: captions, top to bottom, as many in each column as the list has rows of them   cell: of a line   total: of the line of sums"""

    role: str
    path: tuple[str, ...]
    cell: Callable[[Numbered], Content]
    total: Callable[[Numbered], Content] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """rows: from the first of the sheet   merged: (row, first column, last column), from 0   heads: rows of captions, numbers from 0"""

    language: str
    rows: Sequence[Sequence[Content]]
    merged: tuple[tuple[int, int, int], ...] = ()
    heads: range = field(default_factory=lambda: range(0))
    title: str = ""
    period: str = ""


def entry(form: Form, row: Numbered, column: str, *, label: str = "", value: int | None = None, negative: bool = False) -> Entry | None:
    """The figure of a line in a column; None where it has none.   value: what it says, if not what the record says"""
    item, line = row
    if value is None:
        value = line.amounts.get(column)
    if value is None:
        return None
    place = next(one for one in form.columns if one.name == column)
    amount = main_units(-value if negative else value)
    named = label or line.texts.get("number") or line.label
    return Entry(
        label=named,
        concept=line.concept,
        period=place.period,
        span=place.span,
        value=amount,
        printed=f"{amount:f}",
        field=f"{line.name}/{column}",
        item=item,
    )


def listed(
    source: Random,
    form: Form,
    columns: Sequence[Column],
    lines: Sequence[Numbered],
    said: Mapping[str, str],
    *,
    language: str,
    title: str,
    period: str,
    dated: bool,
    parted: str = "",
) -> Listing:
    """The list with its heading, its captions and its foot.

    dated    its heading must say of what time it is   parted: role of the column whose words part it into groups with sums of their own
    """
    columns = _coded(source, columns)
    rows: list[list[Content]] = _above(source, form, title, period, len(columns), language, dated)
    merged = [(0, 0, len(columns) - 1)] if rows and rows[0] and source.random() < 0.4 else []
    if rows and source.random() < 0.4:
        rows.append([])
    first = len(rows)
    deep = max(len(column.path) for column in columns)
    for level in range(deep):
        cells = [column.path[level] if level < len(column.path) else "" for column in columns]
        merged += list(_groups(cells, len(rows))) if level < deep - 1 else []
        shown = [text if place == 0 or text != cells[place - 1] or level == deep - 1 else None for place, text in enumerate(cells)]
        rows.append(list(shown))
    heads = range(first, len(rows))
    if source.random() < 0.08:
        rows.append([])
    rows += _body(source, columns, lines, said, parted)
    rows += _below(source, language, len(columns))
    return Listing(language=language, rows=rows, merged=tuple(merged), heads=heads, title=title, period=period)


def _coded(source: Random, columns: Sequence[Column]) -> Sequence[Column]:
    """Seldom under the names of a database's fields, which say nothing, or under none at all."""
    way = source.random()
    if way > 0.06:
        return columns
    return [replace(column, path=(f"F{place}" if way > 0.02 else "",)) for place, column in enumerate(columns, 1)]


def _above(source: Random, form: Form, title: str, period: str, across: int, language: str, dated: bool) -> list[list[Content]]:
    way = source.choice(("full", "full", "pairs", "title", "none", "wide"))
    zh = language == "zh"
    if way == "none":
        return [[period]] if dated else []
    if way == "title":
        return [[f"{title} {period}" if dated else title]]
    if way == "pairs":
        pairs = (("单位名称" if zh else "Company", form.entity), ("期间" if zh else "Period", period))
        mark = "：" if zh else ":"
        beside = source.random() < 0.5
        found: list[list[Content]] = [[title]]
        for name, text in pairs:
            found.append([f"{name}{mark}", text] if beside else [f"{name}{mark}{'' if zh else ' '}{text}"])
        return found
    if way == "wide":
        unit = "单位：元" if zh else f"Currency: {form.currency}"
        return [[title], [form.entity, *[None] * max(0, across // 2 - 1), period, unit]]
    rows: list[list[Content]] = [[form.entity], [title], [period]]
    if source.random() < 0.3:
        rows.append(["币种：人民币" if zh else f"All amounts in {form.currency}"])
    return rows


def _groups(cells: Sequence[str], row: int) -> list[tuple[int, int, int]]:
    found: list[tuple[int, int, int]] = []
    start = 0
    for place in range(1, len(cells) + 1):
        if place == len(cells) or cells[place] != cells[start]:
            if place - start > 1 and cells[start]:
                found.append((row, start, place - 1))
            start = place
    return found


def _body(
    source: Random, columns: Sequence[Column], lines: Sequence[Numbered], said: Mapping[str, str], parted: str
) -> list[list[Content]]:
    plain = [row for row in lines if row[1].name != TOTAL]
    total = next((row for row in lines if row[1].name == TOTAL), None)
    blank = source.random() < 0.1
    rows: list[list[Content]] = []
    named = next((column for column in columns if column.role == parted), None)
    if named is None:
        for number, row in enumerate(plain, 1):
            rows.append([column.cell(row) for column in columns])
            if blank and number % 7 == 0:
                rows.append([])
    else:
        groups: dict[str, list[Numbered]] = {}
        for row in plain:
            groups.setdefault(str(named.cell(row) or ""), []).append(row)
        headed = source.random() < 0.5
        for name, members in groups.items():
            if headed:
                rows.append([name])
            rows += [[column.cell(row) for column in columns] for row in members]
            rows.append([_summed(column, members, place, said["sub"]) for place, column in enumerate(columns)])
            if blank:
                rows.append([])
    if total is not None:
        sums = [column.total(total) if column.total else None for column in columns]
        words = next(place for place, column in enumerate(columns) if not column.total)
        sums[words] = said["sum"]
        rows.append(sums)
    return rows


def _summed(column: Column, members: Sequence[Numbered], place: int, name: str) -> Content:
    """A sum within the list: printed, and no figure of the record."""
    if column.total is None:
        return name if place == 0 else None
    found = [one for row in members if isinstance(one := column.cell(row), Entry)]
    if not found:
        return None
    value = sum((one.value for one in found), Decimal(0))
    return replace(found[0], label="", value=value, printed=f"{value:f}", field="")


def _below(source: Random, language: str, across: int) -> list[list[Content]]:
    zh = language == "zh"
    way = source.random()
    if way < 0.5:
        return []
    if way < 0.7:
        return [
            [],
            ["制表人：王小明", *[None] * max(0, across // 2 - 1), "审核：李华"] if zh else ["Prepared by: J Marsh", "Checked by: A Cole"],
        ]
    if way < 0.85:
        return [["注：以上数据由系统导出，仅供参考。" if zh else "Report generated by the system; figures exclude drafts."]]
    return [[], ["第1页/共1页" if zh else "Page 1 of 1"]]
