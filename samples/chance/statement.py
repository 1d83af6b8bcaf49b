"""A financial statement on a layout drawn by chance: sides, columns, their order and captions, numbers, heading, rules and pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from random import Random

from samples.case import Document
from samples.chance.captions import Shown, day_style, over_chinese, over_western, period_said
from samples.chance.words import worded
from samples.firms.firm import Firm
from samples.papers.layout import Look
from samples.papers.paper import Block, Cell, Column, Entry, Frame, Line, Paper, Table
from samples.papers.statements import american_lines, british_lines, chinese_form, western_form
from samples.papers.statements.chinese_captions import TITLES
from samples.papers.statements.printing import Negative, Numbers, chinese_unit, western_unit
from samples.papers.statements.western_rows import Item
from samples.population.splits import Split
from samples.records.record import Statement, StatementColumn

_FRAMES: tuple[Frame, ...] = ("grid", "columns", "open", "open")
_CURRENCIES = {"GBP": "pounds sterling", "USD": "US dollars", "EUR": "euros", "CNY": "RMB"}


def paper(document: Document, firm: Firm, source: Random, face: str, split: Split) -> Paper:
    """The statement in `document` on a layout of that stream."""
    statement = document.record
    assert isinstance(statement, Statement)
    said = worded("statement", firm.language, source, split)
    day = day_style(source, statement, firm.language)
    look = Look(firm=firm, face=face, hints={}, source=source)
    made = _chinese if firm.language == "zh" else _western
    drawn, caption = made(statement, look, said, day, source)
    return _shaken(drawn, statement, said, caption, source)


def _numbers(source: Random, *, chinese: bool) -> Numbers:
    negatives: tuple[Negative, ...] = (
        ("minus", "minus", "brackets", "wide", "triangle") if chinese else ("brackets", "brackets", "minus", "trailing")
    )
    nil = source.choice(("", "-", "—", "0.00") if chinese else ("-", "", "nil", "0", "—"))
    return Numbers(nil=nil, negative=source.choice(negatives), grouping=source.random() < 0.88)


def _chinese(
    statement: Statement, look: Look, said: dict[str, str], day: Shown, source: Random
) -> tuple[Paper, Callable[[StatementColumn], str]]:
    title = TITLES[statement.record]
    gap = source.choice(("", " ", "　", ""))
    unit = chinese_unit(statement.unit, source.randint(0, 2))
    lines = [
        Line(centre=gap.join(title) if len(title) < 7 else title, size=source.choice((13.0, 15.0, 17.0)), strong=source.random() < 0.7),
        *_placed_parts(source, f"{said['entity']}：{statement.entity}", period_said(statement, said, day, "zh"), said["unit"].format(unit)),
    ]
    manner = chinese_form.Manner(
        numbers=(_numbers(source, chinese=True),),
        sides=2 if source.random() < 0.5 else 1,
        counted=source.choice(("form", "form", "all", "")),
        prior_first=source.random() < 0.15,
        item=said["item"],
        assets=source.choice(("资　产", "资产", "资 产", "资产类")),
        claims=source.choice(("负债和所有者权益", "负债及所有者权益", "负债及股东权益", "负债和所有者权益（或股东权益）")),
        used=source.random() < 0.35,
        own=source.random() < 0.3,
        strong=source.random() < 0.5,
        varied=source.random() < 0.5,
        indent=source.choice(("　", "  ", "")),
        frame=source.choice(_FRAMES),
        size=source.choice((7.8, 8.6, 9.4)),
        row_height=source.choice((11.0, 13.0, 15.0)),
        halves_size=source.choice((6.6, 7.2, 7.8)),
        halves_height=source.choice((11.0, 13.0)),
        margin=source.choice((32.0, 44.0, 58.0)),
        wash=source.choice((None, None, 0.9)),
        stripe=source.choice((None, None, None, 0.94)),
        wide=(841.89, 595.28) if source.random() < 0.4 else None,
        footer=source.choice(("", "第{page}页", "- {page} -")),
        heading=lambda *_: tuple(lines),
        closing=chinese_form.signatures(said["made"], "单位负责人"),
    )
    return chinese_form.drawn(statement, look, manner), over_chinese(source, statement, said, day)


def _placed_parts(source: Random, entity: str, period: str, unit: str) -> list[Line]:
    """Whose statement, of when, in what: on one line, on two, or under one another."""
    way = source.random()
    if way < 0.45:
        return [Line(left=entity, centre=period, right=unit, size=8.5, gap=4)]
    if way < 0.7:
        return [Line(centre=period, size=9, gap=3), Line(left=entity, right=unit, size=8.5, gap=4)]
    if way < 0.85:
        return [Line(left=entity, size=8.5), Line(left=period, size=8.5), Line(left=unit, size=8.5)]
    return [Line(right=unit, size=8), Line(left=entity, right=period, size=8.5)]


_BALANCES: dict[str, tuple[tuple[Item, ...], ...]] = {
    "USD": (american_lines.CLASSIFIED, american_lines.NESTED, american_lines.PROGRAM),
    "GBP": (british_lines.STATUTORY, british_lines.DETAILED, british_lines.FULL, british_lines.INTERNATIONAL),
}
_INCOMES: dict[str, tuple[tuple[Item, ...], ...]] = {
    "USD": (american_lines.MULTI_STEP, american_lines.REVENUES_AND_EXPENSES),
    "GBP": (british_lines.BY_FUNCTION, british_lines.LISTED),
}


def _western(
    statement: Statement, look: Look, said: dict[str, str], day: Shown, source: Random
) -> tuple[Paper, Callable[[StatementColumn], str]]:
    country = "USD" if statement.currency == "USD" else "GBP"
    balances = [lines for lines in _BALANCES[country] if lines is not american_lines.PROGRAM] or list(_BALANCES[country])
    sign, name = western_unit(statement.unit, statement.currency), _CURRENCIES[statement.currency]
    thousands = sign.endswith("'000")
    over_columns = source.random() < 0.6
    centred = source.random() < 0.5
    unit = f"thousands of {name}" if thousands else name
    texts = [statement.entity, said[statement.record], period_said(statement, said, day, "en")]
    if source.random() < 0.2:
        texts = [statement.entity, f"{texts[1]} {texts[2][0].lower()}{texts[2][1:]}"]
    if not over_columns:
        texts.append(said["unit"].format(unit))
    lines: list[Block] = [
        Line(centre=text, size=size) if centred else Line(left=text, size=size)
        for text, size in zip(texts, (13.0, 11.5, 9.5, 9.0), strict=False)
    ]
    manner = western_form.Manner(
        numbers=(_numbers(source, chinese=False),),
        balance=source.choice(balances),
        income=source.choice(_INCOMES[country]),
        nature=british_lines.BY_NATURE if country == "GBP" else (),
        inner=source.random() < 0.2,
        notes=source.random() < 0.3,
        own=source.random() < 0.5,
        prior_first=source.random() < 0.15,
        marked=not over_columns and source.random() < 0.4,
        leaders=source.random() < 0.15,
        unit=over_columns,
        indent=source.choice(("  ", "    ", "")),
        frame=source.choice(_FRAMES),
        size=source.choice((8.2, 9.0, 9.8)),
        row_height=source.choice((12.5, 14.5, 16.5)),
        margin=source.choice((40.0, 55.0, 75.0)),
        label=source.choice((0.4, 0.5, 0.58)),
        wash=source.choice((None, None, 0.92)),
        stripe=source.choice((None, None, None, 0.95)),
        footer=source.choice(("", "Page {page} of {pages}", "- {page} -")),
        heading=lambda *_: (*lines, Line(left="", size=4, gap=2)),
        closing=lambda *_: (Line(left=f"{said['made']}: ______________", size=8.5, gap=14),),
    )
    return western_form.drawn(statement, look, manner), over_western(source, statement, said, day)


def _shaken(drawn: Paper, statement: Statement, said: dict[str, str], caption: Callable[[StatementColumn], str], source: Random) -> Paper:
    """The paper with other captions over its columns, columns in another order, and columns that are none of its own."""
    moved, extra, late = source.random() < 0.12, source.choice(("", "", "", "", "rate", "change", "budget")), source.random() < 0.5
    blocks: list[Block] = []
    for block in drawn.blocks:
        if not isinstance(block, Table) or not any(isinstance(cell, Entry) for row in block.rows for cell in row.cells):
            blocks.append(block)
            continue
        table = _recaptioned(block, statement, said, caption, chinese=drawn.language == "zh")
        if len([column for column in table.columns if column.align != "right"]) <= 2:  # one list, not two halves
            if moved:
                table = _note_last(table)
            if extra and statement.record != "notes":
                table = _widened(table, extra, said, source, late=late)
        blocks.append(table)
    return replace(drawn, blocks=tuple(blocks))


def _recaptioned(
    table: Table, statement: Statement, said: dict[str, str], caption: Callable[[StatementColumn], str], *, chinese: bool
) -> Table:
    columns = list(table.columns)
    for index, column in enumerate(columns):
        entries = [row.cells[index] for row in table.rows if index < len(row.cells) and isinstance(row.cells[index], Entry)]
        entry = next((one for one in entries if isinstance(one, Entry) and one.span != "instant"), entries[0] if entries else None)
        if not isinstance(entry, Entry):
            continue
        of = next((one for one in statement.columns if (one.period, one.span) == (entry.period, entry.span)), None)
        if of is None or not column.caption.strip():
            continue
        below = "" if chinese else "\n".join(part for part in column.caption.split("\n")[1:] if part and not part[0].isdigit())
        columns[index] = replace(column, caption=f"{caption(of)}\n{below}" if below else caption(of))
    for index, column in enumerate(columns):
        if column.caption in ("Notes", "Note"):
            columns[index] = replace(column, caption=said["note"])
    return replace(table, columns=tuple(columns))


def _note_last(table: Table) -> Table:
    """The column of notes or line numbers behind the figures."""
    where = next((index for index, column in enumerate(table.columns) if index and column.align == "centre"), None)
    if where is None or table.spans:
        return table
    order = [index for index in range(len(table.columns)) if index != where] + [where]
    return replace(
        table,
        columns=tuple(table.columns[index] for index in order),
        rows=tuple(
            replace(row, cells=tuple(row.cells[index] if index < len(row.cells) else None for index in order)) for row in table.rows
        ),
    )


def _widened(table: Table, extra: str, said: dict[str, str], source: Random, *, late: bool) -> Table:
    """One more column, of per cents, differences or a plan: no figures of the record."""
    figures = [index for index, column in enumerate(table.columns) if column.align == "right"]
    if not figures or table.spans or any(not table.columns[index].caption.strip() for index in figures):
        return table
    where = (figures[-1] if late or extra != "budget" else figures[0]) + 1
    rows = []
    for row in table.rows:
        cells: list[Cell] = list(row.cells) + [None] * (len(table.columns) - len(row.cells))
        own = [cells[index] for index in figures if isinstance(cells[index], Entry)]
        cells.insert(where, _other(extra, [one for one in own if isinstance(one, Entry)], source))
        rows.append(replace(row, cells=tuple(cells)))
    shrunk = [replace(column, width=column.width * 0.85) for column in table.columns]
    shrunk.insert(where, Column(said[extra], 0.15, "right"))
    return replace(table, columns=tuple(shrunk), rows=tuple(rows))


def _other(extra: str, own: list[Entry], source: Random) -> Cell:
    if not own:
        return None
    if extra == "budget":
        return f"{(own[0].value * Decimal(source.randint(85, 120)) / 100):,.0f}"
    if len(own) < 2:
        return None
    now, then = own[0].value, own[1].value
    if extra == "change":
        return f"{now - then:,.2f}"
    return f"{100 * (now - then) / then:.1f}%" if then else "-"
