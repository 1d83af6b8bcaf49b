"""A form as a paper: its head, its lines in a table, its foot. What differs from form to form a page declares."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from samples.case import AnyRecord
from samples.papers.layout import Look, in_unit
from samples.papers.paper import Align, Block, Cell, Column, Entry, Frame, Line, Paper, Row, Seal, Table
from samples.papers.statements.printing import Numbers, western_unit
from samples.records.notes import COUNTS
from samples.records.record import Form, FormColumn, FormLine

Blocks = Callable[[Form, Look], tuple[Block, ...]]
#: A line with its place in the form, from 1: the item of its figures.
Numbered = tuple[int, FormLine]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """How a form is printed.

    numbers    way of writing figures; unit: minor units of a printed step (100: whole pounds or dollars)
    whole      names of lines that are printed in whole main units whatever the rest is
    number     caption over the line numbers, "" where none are printed; number_first: left of the captions
    item       caption over the lines
    captions   column name -> caption in place of the form's
    texts      (name, caption) of texts that get a column of their own
    extra      captions of columns that stay empty
    spans      over the captions, as Table.spans
    groups     name of a line -> words of a heading row above it
    apart      start of line names -> caption of the further table that they stand in
    marked     a currency sign stands before each figure
    """

    heading: Blocks
    closing: Blocks = lambda *_: ()
    numbers: Numbers = field(default_factory=Numbers)
    unit: int = 1
    whole: frozenset[str] = frozenset()
    number: str = "行次"
    number_first: bool = False
    number_align: Align = "centre"
    item: str = "项　　目"
    captions: Mapping[str, str] = field(default_factory=dict)
    texts: tuple[tuple[str, str], ...] = ()
    extra: tuple[str, ...] = ()
    spans: tuple[tuple[str, int], ...] = ()
    groups: Mapping[str, str] = field(default_factory=dict)
    apart: Mapping[str, str] = field(default_factory=dict)
    marked: bool = False
    label: float = 0.46
    frame: Frame = "grid"
    header: bool = True
    size: float = 8.6
    row_height: float = 16.0
    margin: float = 46.0
    wash: float | None = None
    stripe: float | None = None
    head: str = ""
    footer: str = ""
    page: tuple[float, float] = (595.28, 841.89)
    seals: Callable[[Form, Look], tuple[Seal, ...]] = lambda *_: ()


def suits(*forms: str, languages: tuple[str, ...] = ("CNY",)) -> Callable[[AnyRecord], bool]:
    """A layout's `suits`: those forms in those currencies."""
    return lambda record: isinstance(record, Form) and record.form in forms and record.currency in languages


def drawn(record: AnyRecord, look: Look, page: Page) -> Paper:
    """The form `record` as a paper: the lines in one table, those set apart in further ones."""
    assert isinstance(record, Form)
    main: list[Numbered] = []
    further: dict[str, list[Numbered]] = {}
    for item, line in enumerate(record.lines, start=1):
        start = next((start for start in page.apart if line.name.startswith(start)), None)
        (main if start is None else further.setdefault(page.apart[start], [])).append((item, line))
    blocks: list[Block] = [*page.heading(record, look), table(record, page, main)]
    for caption, lines in further.items():
        blocks.append(Line(left=caption, size=page.size + 0.8, strong=True, gap=10))
        used = {name for _, line in lines for name in line.amounts}
        blocks.append(table(record, page, lines, columns=[column for column in record.columns if column.name in used], plain=True))
    return framed(record, look, page, blocks)


def framed(record: Form, look: Look, page: Page, blocks: Sequence[Block]) -> Paper:
    """The paper around `blocks`, the closing below them."""
    return Paper(
        record=record.record,
        language=look.firm.language,
        face=look.face,
        blocks=(*blocks, *page.closing(record, look)),
        head=page.head,
        footer=page.footer,
        margin=page.margin,
        width=page.page[0],
        height=page.page[1],
        seals=page.seals(record, look),
    )


def table(
    record: Form, page: Page, lines: Sequence[Numbered], *, columns: Sequence[FormColumn] | None = None, plain: bool = False
) -> Table:
    """Those lines under those columns (all of them without any).   plain: without the page's extra columns and spans"""
    shown = record.columns if columns is None else columns
    extra = () if plain else page.extra
    captions = [page.captions.get(column.name, column.caption) for column in shown]
    head = [Column(page.item, page.label)]
    if page.number:
        head.insert(0 if page.number_first else 1, Column(page.number, 0.08, page.number_align))
    rest = 1 - page.label - (0.08 if page.number else 0)
    room = rest / max(1, len(page.texts) + len(captions) + len(extra))
    head += [Column(caption, room, "centre") for _, caption in page.texts]
    head += [Column(caption, room, "right") for caption in (*captions, *extra)]
    rows: list[Row] = []
    for item, line in lines:
        if line.name in page.groups:
            words = page.groups[line.name]
            rows.append(Row((None, words) if page.number and page.number_first else (words,), "section"))
        cells: list[Cell] = [line.label or None]
        if page.number:
            cells.insert(0 if page.number_first else 1, line.number or None)
        cells += [line.texts.get(name) for name, _ in page.texts]
        cells += [figure(record, page, item, line, column) for column in shown]
        strong = line.name == "total"
        rows.append(Row((*cells, *(None for _ in extra)), ("total" if page.frame == "open" else "strong") if strong else "plain"))
    return Table(
        columns=tuple(head),
        rows=tuple(rows),
        frame=page.frame,
        header=page.header,
        size=page.size,
        row_height=page.row_height,
        spans=() if plain else page.spans,
        wash=page.wash,
        stripe=page.stripe,
    )


def figure(record: Form, page: Page, item: int, line: FormLine, column: FormColumn) -> Cell:
    """What stands in that column of `line`: a figure, a text, or nothing."""
    amount = line.amounts.get(column.name)
    if amount is None:
        return line.texts.get(column.name)
    value, printed = written(page, line, amount, western_unit(100, record.currency) if page.marked else "")
    if not printed:
        return None
    return Entry(
        label=line.label,
        concept=line.concept,
        period=column.period,
        span=column.span,
        value=value,
        printed=printed,
        field=f"{line.name}/{column.name}",
        item=item,
    )


#: Lines of forms that count persons or kilowatt-hours and have no concept of their own.
_COUNTED = frozenset({"persons", "employees"})


def written(page: Page, line: FormLine, amount: int, mark: str = "") -> tuple[Decimal, str]:
    """Value and print of an amount: counts as whole numbers, the rest in the page's unit.   mark: currency sign"""
    if line.concept in COUNTS or line.name in _COUNTED:
        count = Decimal(amount).scaleb(-2)
        return count, f"{count:,.0f}"
    unit = 100 if line.name in page.whole else page.unit
    value = in_unit(amount, unit)
    return value, page.numbers.written(value, unit, mark=mark)
