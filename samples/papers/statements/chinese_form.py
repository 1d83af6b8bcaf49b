"""A Chinese statement set by a manner: what a layout of the kind declares, and the paper that follows from it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from samples.case import AnyRecord
from samples.papers.layout import Look
from samples.papers.paper import Block, Break, Cell, Column, Frame, Line, Paper, Row, RowStyle, Seal, Table
from samples.papers.statements.chinese_captions import FORM_NUMBERS, OLD, TITLES, VARIANTS, column_caption, heading_period, spaced
from samples.papers.statements.chinese_further_lines import EQUITY, NOTES, SUPPLEMENT
from samples.papers.statements.chinese_lines import FLOWS, HALVES
from samples.papers.statements.form_rows import FormRow
from samples.papers.statements.mishaps import misprinted, shifted
from samples.papers.statements.printing import Ink, Numbers, chinese_unit
from samples.records.record import Statement
from samples.streams import share, stream


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How a program or an office prints Chinese statements.

    numbers       ways of writing figures; a firm keeps one of them
    sides         2: assets beside claims; 1: one list (报告式)
    counted       "form": 行次 of the form; "all": running numbers on every form; "": none
    prior_first   the older column stands first
    balances, flows   styles of chinese_captions.BALANCES and FLOWS, or "days"
    item          caption over the lines of a one-sided table
    used          print only lines that have a figure
    own           print the firm's own lines (Statement.inner) below the line that they belong to
    strong        headings and sums in bold
    captions      concept -> caption in place of the form's
    varied        home-made: a firm has wordings of its own for some lines (chinese_captions.VARIANTS)
    codes         concept -> account code, in a column of its own
    heading, closing   blocks above and below the table
    page          width and height, points; wide: the same for balance sheets in two halves
    """

    numbers: tuple[Numbers, ...]
    sides: Literal[1, 2] = 2
    counted: Literal["form", "all", ""] = "form"
    prior_first: bool = False
    balances: str = "opening"
    flows: str = "paper"
    item: str = "项　　目"
    assets: str = "资　产"
    claims: str = "负债和所有者权益（或股东权益）"
    spanned: bool = False
    used: bool = False
    own: bool = False
    strong: bool = False
    indent: str = "　"
    captions: Mapping[str, str] = field(default_factory=dict)
    varied: bool = False
    codes: Mapping[str, str] = field(default_factory=dict)
    frame: Frame = "grid"
    size: float = 8.6
    row_height: float = 17.0
    halves_size: float = 7.4
    halves_height: float = 14.8
    margin: float = 44.0
    wash: float | None = None
    stripe: float | None = None
    page: tuple[float, float] = (595.28, 841.89)
    wide: tuple[float, float] | None = None
    head: str = ""
    footer: str = ""
    heading: Callable[[Statement, Look], tuple[Block, ...]]
    closing: Callable[[Statement, Look], tuple[Block, ...]]
    seals: Callable[[Statement, Look], tuple[Seal, ...]] = lambda *_: ()


@dataclass(frozen=True, slots=True)
class _Setting:
    """A statement about to be set: its manner with the hints of its document in it."""

    statement: Statement
    manner: Manner
    ink: Ink
    hints: Mapping[str, object]

    @property
    def order(self) -> tuple[int, ...]:
        """The columns as they stand from left to right."""
        order = tuple(range(len(self.ink.columns)))
        return order[::-1] if self.manner.prior_first else order

    def captions(self) -> list[str]:
        result = []
        for column in self.order:
            # Notes mix balances and flows of a year: their column is captioned as a flow where there is one.
            of = self.ink.columns[column][-1]
            style = self.manner.balances if of.span == "instant" else self.manner.flows
            caption = column_caption(self.statement, of, style)
            result.append(str(self.hints["comparative_caption"]) if column == 1 and self.hints.get("comparative_caption") else caption)
        return result


def drawn(record: AnyRecord, look: Look, manner: Manner) -> Paper:
    """The statement `record` as a paper of that manner."""
    assert isinstance(record, Statement)
    if look.hints.get("old_template"):
        manner = replace(manner, captions={**manner.captions, **OLD}, balances="numbers", flows="numbers", used=False)
    elif manner.varied:
        own = {name: several[int(share(look.firm.seed, "statements", name) * len(several))] for name, several in VARIANTS.items()}
        manner = replace(manner, captions={**own, **manner.captions})
    numbers = stream(look.firm.seed, "statements", "numbers").choice(manner.numbers)
    setting = _Setting(record, manner, Ink(statement=record, numbers=numbers, off=misprinted(record, look)), look.hints)
    tables = [shifted(table, look, str(index)) for index, table in enumerate(_tables(setting))]
    halves = record.record == "balance_sheet" and manner.sides == 2
    width, height = (manner.wide or manner.page) if halves else manner.page
    blocks: list[Block] = [*manner.heading(record, look)]
    for index, table in enumerate(tables):
        if index:
            used = 130 + 2 * manner.margin + len(tables[0].rows) * manner.row_height
            blocks += [Break()] if used + len(table.rows) * manner.row_height > height else []
            blocks.append(Line(left="补充资料", size=manner.size + 0.6, strong=True, gap=10))
        blocks.append(table)
    return Paper(
        record=record.record,
        language="zh",
        face=look.face,
        blocks=(*blocks, *manner.closing(record, look)),
        footer=manner.footer.format(printed=print_time(record, look), page="{page}", pages="{pages}"),
        head=manner.head.format(entity=record.entity, page="{page}", pages="{pages}"),
        margin=manner.margin,
        width=width,
        height=height,
        seals=manner.seals(record, look),
    )


def print_time(statement: Statement, look: Look) -> str:
    """When the program printed it: the firm's day of application at the latest, never before the period ends."""
    source = stream(look.firm.seed, "statements", "printed", statement.record, statement.period.isoformat(), "draft" * statement.draft)
    return f"{look.firm.applied.isoformat()} {source.randint(9, 17):02d}:{source.randint(0, 59):02d}:{source.randint(0, 59):02d}"


def title(statement: Statement, *, wide: bool = True) -> str:
    name = TITLES[statement.record]
    return spaced(name) if wide and len(name) < 6 else name


def form_number(statement: Statement, look: Look) -> str:
    """会小企01表; an old template carries the number of the general form, whoever fills it in."""
    framework = "cas" if look.hints.get("old_template") else statement.framework
    return FORM_NUMBERS.get((framework, statement.record), "")


def unit_text(statement: Statement, look: Look, style: int = 0) -> str:
    """The unit that the heading names: the true one unless the document was given a wrong one."""
    return str(look.hints.get("unit_heading") or chinese_unit(statement.unit, style))


def plain_heading(unit: int = 0, period: str = "plain", entity: str = "编制单位：") -> Callable[[Statement, Look], tuple[Block, ...]]:
    """Title, form number, and one line with entity, period and unit, as the forms have it.   unit, period: styles"""

    def heading(statement: Statement, look: Look) -> tuple[Block, ...]:
        return (
            Line(centre=title(statement), size=16, strong=True, gap=6),
            *_draft(statement),
            Line(right=form_number(statement, look), size=8.5),
            Line(
                left=f"{entity}{statement.entity}",
                centre=heading_period(statement, period),
                right=f"单位：{unit_text(statement, look, unit)}",
                size=8.5,
                gap=3,
            ),
        )

    return heading


def _draft(statement: Statement) -> tuple[Block, ...]:
    return (Line(centre="（初稿，未定）", size=9, gap=2),) if statement.draft else ()


def signatures(*captions: str, gap: float = 9) -> Callable[[Statement, Look], tuple[Block, ...]]:
    """Up to three people who sign, in the order of Firm.people."""

    def closing(_statement: Statement, look: Look) -> tuple[Block, ...]:
        parts = [f"{caption}：{person}" for caption, person in zip(captions, look.firm.people, strict=False)]
        parts += [""] * (3 - len(parts))
        return (Line(left=parts[0], centre=parts[1], right=parts[2], size=8.5, gap=gap),)

    return closing


def company_seal(over: Literal["figures", "foot", "head"], *, people: int = 0) -> Callable[[Statement, Look], tuple[Seal, ...]]:
    """The firm's round seal, and name seals of the first `people` who sign."""

    def seals(statement: Statement, look: Look) -> tuple[Seal, ...]:
        names = tuple(Seal(kind="name", text=person, over="foot") for person in look.firm.people[:people])
        return (Seal(kind="round", text=statement.entity, over=over), *names)

    return seals


def _tables(setting: _Setting) -> list[Table]:
    statement = setting.statement
    if statement.record == "balance_sheet":
        left, right = HALVES[statement.framework]
        return [_halves(setting, left, right) if setting.manner.sides == 2 else _list(setting, left + right)]
    rows = {"equity_changes": EQUITY, "notes": NOTES}.get(statement.record) or FLOWS[statement.framework, statement.record]
    tables = [_list(setting, rows)]
    if any(concept.startswith("cfi_") for column in statement.columns for concept in column.figures):
        tables.append(_list(setting, SUPPLEMENT))
    return tables


def _list(setting: _Setting, rows: tuple[FormRow, ...]) -> Table:
    manner = setting.manner
    optional = setting.statement.record in {"notes", "equity_changes"}
    kept = _kept(setting, rows) if manner.used or optional else _numbered(rows)
    counted = _counted(setting, rows)
    figures = len(setting.order)
    columns = [Column(manner.item, 0.50 if figures < 3 else 0.38)]
    if manner.codes:
        columns.append(Column("科目编码", 0.10, "centre"))
    if counted:
        columns.append(Column("行次", 0.07, "centre"))
    columns += [Column(caption, 0.20, "right") for caption in setting.captions()]
    body: list[Row] = []
    for number, row in kept:
        body.append(Row(_cells(setting, row, number if counted else None, counted=counted, codes=bool(manner.codes)), _style(manner, row)))
        body += [Row(cells) for cells in _own(setting, row, counted=counted, codes=bool(manner.codes))]
    return Table(
        columns=tuple(columns),
        rows=tuple(body),
        frame=manner.frame,
        size=manner.size,
        row_height=manner.row_height,
        wash=manner.wash,
        stripe=manner.stripe,
    )


def _halves(setting: _Setting, left: tuple[FormRow, ...], right: tuple[FormRow, ...]) -> Table:
    """Both halves, so that the two grand totals share the last row: empty rows stand before the equity, or before the total of assets."""
    manner = setting.manner
    counted = _counted(setting, left)
    sides: list[tuple[list[tuple[tuple[Cell, ...], RowStyle]], int]] = []
    for rows, first in ((left, 1), (right, len([row for row in left if row.concept]) + 1)):
        kept = _kept(setting, rows, first) if manner.used else _numbered(rows, first)
        cells: list[tuple[tuple[Cell, ...], RowStyle]] = []
        for number, row in kept:
            cells.append((_cells(setting, row, number if counted else None, counted=counted), _style(manner, row)))
            cells += [(own, "plain") for own in _own(setting, row, counted=counted)]
        heading = next((place for place, (_, row) in enumerate(kept) if row.caption.startswith("所有者权益") and row.concept is None), -1)
        sides.append((cells, heading if rows is right and not manner.own else len(cells) - 1))
    height = max(len(cells) for cells, _ in sides)
    width = 1 + counted + len(setting.order)
    blank: tuple[tuple[Cell, ...], RowStyle] = ((None,) * width, "plain")
    left_rows, right_rows = ([*cells[:place], *[blank] * (height - len(cells)), *cells[place:]] for cells, place in sides)
    body = [
        Row((*one, *_apart(other, manner)), style if style == second else "plain")
        for (one, style), (other, second) in zip(left_rows, right_rows, strict=True)
    ]
    columns: list[Column] = []
    for caption, room in ((manner.assets, 0.18), (manner.claims, 0.235)):
        (words,) = _apart(("项目" if manner.spanned else caption,), manner) if columns else ("项目" if manner.spanned else caption,)
        columns.append(Column(str(words), room))
        columns += [Column("行次", 0.045, "centre")] * counted
        columns += [Column(text, 0.12, "right") for text in setting.captions()]
    return Table(
        columns=tuple(columns),
        rows=tuple(body),
        frame=manner.frame,
        size=manner.halves_size,
        row_height=manner.halves_height,
        wash=manner.wash,
        stripe=manner.stripe,
        spans=((manner.assets, width), (manner.claims, width)) if manner.spanned else (),
    )


def _apart(cells: tuple[Cell, ...], manner: Manner) -> tuple[Cell, ...]:
    """Cells of the right half, a blank before the words where no line parts them from the figures on their left."""
    return (f"　{cells[0]}", *cells[1:]) if manner.frame == "open" and isinstance(cells[0], str) else cells


def _counted(setting: _Setting, rows: tuple[FormRow, ...]) -> bool:
    return setting.manner.counted == "all" or (setting.manner.counted == "form" and any(row.number for row in rows))


def _numbered(rows: tuple[FormRow, ...], first: int = 1) -> list[tuple[int | None, FormRow]]:
    """Each row with its 行次: the form's, or a running number where the form has none."""
    result: list[tuple[int | None, FormRow]] = []
    for row in rows:
        result.append((row.number or first if row.concept else None, row))
        first += row.concept is not None
    return result


def _kept(setting: _Setting, rows: tuple[FormRow, ...], first: int = 1) -> list[tuple[int | None, FormRow]]:
    """Rows with a figure, and the headings over them."""
    numbered = _numbered(rows, first)
    used = [row.concept is not None and not setting.ink.nothing(row.concept) for row in rows]
    kept = []
    for place, (number, row) in enumerate(numbered):
        if row.concept is not None:
            if used[place]:
                kept.append((number, row))
            continue
        until = next((later for later in range(place + 1, len(rows)) if rows[later].concept is None), len(rows))
        if any(used[place + 1 : until]):
            kept.append((number, row))
    return kept


def _cells(setting: _Setting, row: FormRow, number: int | None, *, counted: bool, codes: bool = False) -> tuple[Cell, ...]:
    label = setting.manner.captions.get(row.concept or "", row.caption)
    cells: list[Cell] = [setting.manner.indent * row.indent + label or None]
    if codes:
        cells.append(setting.manner.codes.get(row.concept or "", "") or None)
    if counted:
        cells.append(str(number) if number else None)
    if row.concept is None:
        return (*cells, *(None for _ in setting.order))
    return (*cells, *(setting.ink.figure(label, row.concept, column, total=row.total) for column in setting.order))


def _own(setting: _Setting, row: FormRow, *, counted: bool, codes: bool = False) -> list[tuple[Cell, ...]]:
    if not setting.manner.own or row.concept is None:
        return []
    before = (None,) * (counted + codes)
    lines = []
    for caption, concept, amounts in setting.statement.inner:
        if concept == row.concept:
            label = setting.manner.indent * (row.indent + 1) + caption
            lines.append((label, *before, *(setting.ink.own(caption, amounts[column], column) for column in setting.order)))
    return lines


def _style(manner: Manner, row: FormRow) -> RowStyle:
    if row.concept is None:
        return "section" if manner.strong or manner.frame == "open" else "plain"
    if not row.total:
        return "plain"
    if manner.frame == "open":
        return "total" if row.concept in {"total_assets", "total_liabilities_and_equity", "net_profit", "cf_closing_cash"} else "subtotal"
    return "strong" if manner.strong else "plain"
