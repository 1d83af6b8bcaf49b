"""What stands above and below the lines of forms: titles, the form's own head and foot, declarations, signatures."""

from __future__ import annotations

from typing import Literal

from samples.papers.layout import Look
from samples.papers.paper import Block, Column, Line, Row, Table
from samples.papers.returns.form_page import Blocks
from samples.papers.statements.western_captions import american, british
from samples.records.record import Form


def titled(
    *before: str,
    pairs: Literal["grid", "lines", "rows"] = "lines",
    size: float = 14,
    unit: str = "",
    period: str = "",
    colon: str = "：",
    align: str = "centre",
) -> Blocks:
    """Lines of an office, the title, then the head's pairs.

    pairs   "grid": in boxes, two a row; "lines": two a line; "rows": one a line
    unit    words at the right above the table, {currency} filled in
    period  caption of a pair with the form's first and last day; "" when its head has them already
    """

    def blocks(form: Form, _look: Look) -> tuple[Block, ...]:
        lines: list[Block] = [_line(text, align, 9.5, strong=False, gap=2) for text in before]
        lines.append(_line(form.title, align, size, strong=True, gap=5))
        days = chinese_span(form) if form.currency == "CNY" else period_of(form, "american" if form.currency == "USD" else "british")
        lines += head_pairs((*form.head, (period, days)) if period else form.head, pairs, colon)
        if unit:
            lines.append(Line(right=unit.format(currency=form.currency), size=8.2, gap=3))
        return tuple(lines)

    return blocks


def _line(text: str, align: str, size: float, *, strong: bool, gap: float) -> Line:
    return Line(left=text if align == "left" else None, centre=text if align == "centre" else None, size=size, strong=strong, gap=gap)


def head_pairs(pairs: tuple[tuple[str, str], ...], style: str, colon: str = "：") -> list[Block]:
    """(caption, text) pairs, as `titled` has them."""
    shown = [(caption, text) for caption, text in pairs if text]
    if not shown:
        return []
    if style == "grid":
        rows = [Row(tuple(part for pair in shown[place : place + 2] for part in pair)) for place in range(0, len(shown), 2)]
        columns = (Column("", 0.17), Column("", 0.33), Column("", 0.17), Column("", 0.33))
        return [Table(columns=columns, rows=tuple(rows), header=False, size=8.4, row_height=16.0, gap=6)]
    if style == "rows":
        return [Line(left=f"{caption}{colon}{text}", size=9, gap=3) for caption, text in shown]
    lines: list[Block] = []
    for place in range(0, len(shown), 2):
        texts = [f"{caption}{colon}{text}" for caption, text in shown[place : place + 2]]
        lines.append(Line(left=texts[0], right=texts[1] if len(texts) > 1 else None, size=8.8, gap=4))
    return lines


def chinese_span(form: Form) -> str:
    return f"{form.start.year}年{form.start.month}月{form.start.day}日至{form.end.year}年{form.end.month}月{form.end.day}日"


def signed(*captions: str, declaration: str = "", foot: bool = True, colon: str = "：") -> Blocks:
    """The form's foot, a declaration, and up to three people who sign in the order of Firm.people."""

    def blocks(form: Form, look: Look) -> tuple[Block, ...]:
        lines: list[Block] = [Line(left=f"{caption}{colon}{text}", size=8.8, gap=8) for caption, text in form.foot] if foot else []
        if declaration:
            lines.append(Line(left=declaration, size=7.8, gap=8))
        parts = [f"{caption}{colon}{person}" for caption, person in zip(captions, look.firm.people, strict=False)] + ["", "", ""]
        if captions:
            lines.append(Line(left=parts[0], centre=parts[1], right=parts[2], size=8.6, gap=9))
        return tuple(lines)

    return blocks


def period_of(form: Form, style: Literal["british", "american", "iso"]) -> str:
    """First and last day of the form."""
    if style == "iso":
        return f"{form.start.isoformat()} to {form.end.isoformat()}"
    show = british if style == "british" else american
    return f"{show(form.start)} to {show(form.end)}"
