"""A British or American statement set by a manner: what a layout of the kind declares, and the paper that follows from it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from samples.case import AnyRecord
from samples.papers.layout import Look
from samples.papers.paper import Block, Cell, Column, Entry, Frame, Line, Paper, Row, RowStyle, Seal, Table
from samples.papers.statements.mishaps import misprinted, shifted
from samples.papers.statements.printing import Ink, Numbers, western_unit
from samples.papers.statements.western_captions import caption, period_line
from samples.papers.statements.western_flow_lines import DIRECT, EQUITY, INDIRECT, NOTES
from samples.papers.statements.western_rows import Item
from samples.records.record import Statement, StatementKind
from samples.streams import share, stream

Blocks = Callable[[Statement, Look], tuple[Block, ...]]

#: A total and the lines that make it up: lists print the parts where the record has them, else the whole.
_PARTS = {
    "cash": ("cash_on_hand", "bank_deposits", "other_monetary_funds"),
    "receivables_total": (
        "trade_receivables",
        "notes_receivable",
        "other_receivables",
        "due_from_related",
        "tax_receivable",
        "prepayments",
    ),
    "fixed_assets_net": ("fixed_assets_cost", "accumulated_depreciation"),
    "sga_expenses": ("selling_expenses", "admin_expenses"),
    "inventories": ("raw_materials", "work_in_progress", "finished_goods"),
}
TITLES: dict[StatementKind, str] = {
    "balance_sheet": "Balance Sheet",
    "income_statement": "Profit and Loss Account",
    "cash_flow": "Statement of Cash Flows",
    "equity_changes": "Statement of Changes in Equity",
    "notes": "Notes to the Financial Statements",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How a program or an accountant prints Western statements.

    balance, income   lines; income by nature (`nature`) where the record has no cost of sales
    indirect      cash from operations starts from the profit, where the record has both
    inner         each year has an inner and an outer column of figures
    notes         a column of note numbers
    own           the firm's own expense lines are listed
    marked        a currency sign stands at the first figure and at sums
    leaders       dots between caption and figures
    over          style of the captions over columns (western_captions.caption); unit: the unit below it
    upper         captions of sums in capitals
    zeros         lines that are nothing in every column are printed
    """

    numbers: tuple[Numbers, ...]
    balance: tuple[Item, ...]
    income: tuple[Item, ...]
    nature: tuple[Item, ...] = ()
    titles: Mapping[StatementKind, str] = field(default_factory=lambda: TITLES)
    indirect: bool = True
    inner: bool = False
    notes: bool = False
    own: bool = False
    prior_first: bool = False
    marked: bool = False
    leaders: bool = False
    over: str = "year"
    unit: bool = True
    zeros: bool = False
    indent: str = "  "
    frame: Frame = "open"
    size: float = 9.6
    row_height: float = 16.0
    margin: float = 62.0
    label: float = 0.52
    wash: float | None = None
    stripe: float | None = None
    head: str = ""
    footer: str = ""
    page: tuple[float, float] = (595.28, 841.89)
    heading: Blocks
    closing: Blocks = lambda *_: ()
    foot: Callable[[Statement, Look], str] | None = None
    seals: Callable[[Statement, Look], tuple[Seal, ...]] = lambda *_: ()


@dataclass(frozen=True, slots=True)
class _Setting:
    """A statement about to be set.   width: cells for each column of figures"""

    statement: Statement
    look: Look
    manner: Manner
    ink: Ink

    @property
    def order(self) -> tuple[int, ...]:
        order = tuple(range(len(self.ink.columns)))
        return order[::-1] if self.manner.prior_first else order

    @property
    def split(self) -> bool:
        return self.manner.inner and self.statement.record == "balance_sheet" and any(item.inner for item in self.manner.balance)


def drawn(record: AnyRecord, look: Look, manner: Manner) -> Paper:
    """The statement `record` as a paper of that manner."""
    assert isinstance(record, Statement)
    numbers = stream(look.firm.seed, "statements", "numbers").choice(manner.numbers)
    setting = _Setting(record, look, manner, Ink(statement=record, numbers=numbers, off=misprinted(record, look)))
    table = shifted(_table(setting), look, "0")
    footer = manner.foot(record, look) if manner.foot else manner.footer
    return Paper(
        record=record.record,
        language="en",
        face=look.face,
        blocks=(*manner.heading(record, look), table, *manner.closing(record, look)),
        footer=footer,
        head=manner.head.format(entity=record.entity, page="{page}", pages="{pages}"),
        margin=manner.margin,
        width=manner.page[0],
        height=manner.page[1],
        seals=manner.seals(record, look),
    )


def unit_over(statement: Statement, look: Look) -> str:
    """£ or £'000: the true unit unless the document was given a wrong one."""
    return str(look.hints.get("unit_heading") or western_unit(statement.unit, statement.currency))


def heading(
    manner_titles: Mapping[StatementKind, str], period: str, *, align: Literal["left", "centre"], number: bool = False, size: float = 12.5
) -> Blocks:
    """Company, title, period.   number: the registered number beside the company"""

    def blocks(statement: Statement, look: Look) -> tuple[Block, ...]:
        name = manner_titles[statement.record]
        right = f"Registered number: {look.firm.company_number}" if number and look.firm.company_number else None
        lines = [
            _placed(statement.entity, align, size, strong=True, gap=4, right=right),
            _placed(name + (" - DRAFT" if statement.draft else ""), align, size, strong=True, gap=8),
            _placed(period_line(statement, period), align, size - 2.5, strong=False, gap=4),
        ]
        return (*lines, Line(left="", size=4, gap=2))

    return blocks


def _placed(text: str, align: str, size: float, *, strong: bool, gap: float, right: str | None = None) -> Line:
    if align == "centre":
        return Line(centre=text, size=size, strong=strong, gap=gap)
    return Line(left=text, right=right, size=size, strong=strong, gap=gap)


def _lines(setting: _Setting) -> tuple[Item, ...]:
    manner, kind = setting.manner, setting.statement.record
    if kind == "balance_sheet":
        return manner.balance
    if kind == "income_statement":
        return manner.nature if manner.nature and not setting.ink.has("cost_of_sales") else manner.income
    if kind == "cash_flow":
        profit, receipts = setting.ink.has("cfi_net_profit"), setting.ink.has("cf_receipts_customers")
        return INDIRECT if profit and (manner.indirect or not receipts) else DIRECT
    return EQUITY if kind == "equity_changes" else NOTES


def _concept(setting: _Setting, item: Item) -> str | None:
    """The concept that `item` prints, None when it is left out."""
    concept = next((concept for concept in item.concepts if setting.ink.has(concept)), None)
    if concept is None:
        return None
    parts = any(setting.ink.has(part) for part in _PARTS.get(concept, ()))
    if (item.only == "fallback" and parts) or (item.only == "sum" and not parts):
        return None
    if setting.ink.nothing(concept) and item.style not in {"subtotal", "total", "strong"} and not setting.manner.zeros:
        return None
    listed = any(setting.ink.has(owner) for _, owner, _ in setting.statement.inner)
    if item.whole and setting.manner.own and listed:
        return None
    return concept


def _kept(setting: _Setting, items: tuple[Item, ...]) -> list[tuple[Item, str | None]]:
    """The lines to print with their concepts: headings over nothing are left out, one over a bare sum becomes its caption."""
    chosen = [(item, _concept(setting, item)) for item in items]
    kept: list[tuple[Item, str | None]] = []
    for place, (item, concept) in enumerate(chosen):
        if item.concepts and concept is None:
            continue
        if not item.concepts:
            listed = {owner for _, owner, _ in setting.statement.inner} if setting.manner.own else set()
            following = chosen[place + 1 : place + 2]
            if following and not following[0][0].concepts and following[0][0].level == item.level:
                kept.append((item, None))  # ASSETS over "Current assets"
                continue
            below = []
            for later, found in chosen[place + 1 :]:
                if not later.concepts and later.level <= item.level:
                    break
                if found is not None:
                    below += [later, later] if found in listed else [later]
                if later.style in {"subtotal", "total"} and later.level <= item.level:
                    break
            if not below or (len(below) == 1 and below[0].captions == ("",)) or (below[0].level <= item.level and len(below) == 1):
                continue
        kept.append((item, concept))
    return kept


def _wording(setting: _Setting, item: Item, index: int, items: tuple[Item, ...]) -> str:
    """The caption that this firm's statements have; a sum without words under no lines takes its heading's."""
    chosen = item.captions[int(share(setting.look.firm.seed, "statements", "wording", item.captions[0]) * len(item.captions))]
    return chosen or (_heading_of(items, index) if _bare(setting, items, index) else "")


def _heading_of(items: tuple[Item, ...], index: int) -> str:
    return next((item.captions[0] for item in reversed(items[:index]) if not item.concepts), "")


def _bare(setting: _Setting, items: tuple[Item, ...], index: int) -> bool:
    """Whether no line stands between the sum and its heading."""
    for item in reversed(items[:index]):
        if not item.concepts:
            return True
        if _concept(setting, item) is not None:
            return False
    return False


def _table(setting: _Setting) -> Table:
    manner = setting.manner
    items = _lines(setting)
    index_of = {id(item): index for index, item in enumerate(items)}
    rows: list[Row] = []
    for item, concept in _kept(setting, items):
        label = _wording(setting, item, index_of[id(item)], items)
        if concept is None:
            rows.append(Row((manner.indent * item.level + label,), "section"))
            continue
        rows += _own(setting, item, concept, sums=True)
        rows.append(_row(setting, item, concept, label, first=not any(_figured(row) for row in rows)))
        rows += _own(setting, item, concept, sums=False)
    return Table(
        columns=_columns(setting),
        rows=tuple(rows),
        frame=manner.frame,
        size=manner.size,
        row_height=manner.row_height,
        wash=manner.wash,
        stripe=manner.stripe,
    )


def _figured(row: Row) -> bool:
    return any(isinstance(cell, Entry) for cell in row.cells)


def _row(setting: _Setting, item: Item, concept: str, label: str, *, first: bool) -> Row:
    manner = setting.manner
    total = item.style in {"subtotal", "total"}
    mark = western_unit(100, setting.statement.currency) if manner.marked and (first or item.style == "total") else ""
    figures: list[Cell] = []
    for column in setting.order:
        figure = setting.ink.figure(label, concept, column, total=total, deducted=item.deducted, mark=mark)
        figures += ([figure, None] if item.inner else [None, figure]) if setting.split else [figure]
    return Row((*_before(setting, item, label), *figures), _style(item, concept, setting))


def _style(item: Item, concept: str, setting: _Setting) -> RowStyle:
    if item.style == "subtotal" and concept in _PARTS and not any(setting.ink.has(part) for part in _PARTS[concept]):
        return "plain"  # a sum of lines that the record does not tell apart
    return "strong" if setting.manner.frame != "open" and item.style in {"subtotal", "total"} else item.style


def _before(setting: _Setting, item: Item, label: str) -> tuple[Cell, ...]:
    shown = setting.manner.indent * item.level + label
    if setting.manner.leaders and label and item.style == "plain":
        shown += " " + ". " * max(0, 26 - len(shown) // 2)
    return (shown or None, *((item.note or None,) if setting.manner.notes else ()))


def _own(setting: _Setting, item: Item, concept: str, *, sums: bool) -> list[Row]:
    """The firm's own lines: over the sum that they make up, or below the line that they belong to."""
    if not setting.manner.own or (item.style in {"subtotal", "total"}) != sums:
        return []
    rows = []
    for label, owner, amounts in setting.statement.inner:
        if owner != concept:
            continue
        own = Item(captions=(label,), level=item.level + 1)
        figures: list[Cell] = []
        for column in setting.order:
            figure = setting.ink.own(label, amounts[column], column, deducted=item.deducted)
            figures += [figure, None] if setting.split else [figure]
        rows.append(Row((*_before(setting, own, label), *figures)))
    return rows


def _columns(setting: _Setting) -> tuple[Column, ...]:
    manner = setting.manner
    unit = unit_over(setting.statement, setting.look)
    columns = [Column("", manner.label)]
    if manner.notes:
        columns.append(Column("Notes" if setting.statement.record != "notes" else "", 0.07, "centre"))
    room = (1 - manner.label - 0.07 * manner.notes) / max(2, len(setting.order))
    for column in setting.order:
        of = setting.ink.columns[column][-1]
        text = caption(of, manner.over)
        if column == 1 and setting.look.hints.get("comparative_caption"):
            text = str(setting.look.hints["comparative_caption"])
        text += f"\n{unit}" if manner.unit else ""
        if setting.split:
            blank = text.count("\n") * "\n"
            columns += [Column(f"{blank}{unit}" if manner.unit else "", room / 2, "right"), Column(text, room / 2, "right")]
        else:
            columns.append(Column(text, room, "right"))
    return tuple(columns)
