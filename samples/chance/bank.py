"""A bank statement on a layout drawn by chance (bank_choices.py): its rows, headings, totals and pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import groupby
from random import Random

from samples.chance.bank_choices import MONEY, Choices, drawn
from samples.chance.bank_lines import note, reversed_at, serial, with_nil, with_numbers
from samples.papers.banks.figures import Figures, Numbered, counted, last_of_days, numbered, pages
from samples.papers.banks.texts import folded, narrative
from samples.papers.paper import Align, Block, Break, Cell, Column, Entry, Frame, Line, Paper, Row, Table
from samples.records.record import BankStatement

__all__ = ["drawn", "paper"]
_WIDTHS = {
    "number": 0.05, "date": 0.11, "value_date": 0.1, "time": 0.08, "voucher": 0.12, "summary": 0.12, "text": 0.2, "party": 0.2,
    "party_account": 0.17, "party_bank": 0.15, "branch": 0.08, "teller": 0.07, "currency": 0.07,
    "out": 0.12, "in": 0.12, "amount": 0.13, "flag": 0.06, "balance": 0.13, "balance_flag": 0.06,
}  # fmt: skip
_WORDS = ("text", "summary", "party", "voucher")
_MARKS = {"flag", "balance_flag"}


class _Setter:
    """Sets one record by its bank's choices.   red: number of the row that prints negative in the column of what it takes back"""

    def __init__(self, record: BankStatement, choices: Choices, source: Random, red: int | None) -> None:
        self.record, self.choices, self.source, self.red = record, choices, source, red
        self.figures = Figures(record, amount_shown=self._amount, balance_shown=self._balance, with_sign=True)
        self.closes = last_of_days(record)
        self.align: Align = "right" if source.random() < 0.85 else "left"
        order = list(choices.order)
        if choices.balance_marks == "side" and "balance" in order and choices.language == "zh":
            order.insert(order.index("balance") + source.randint(0, 1), "balance_flag")
        self.order = tuple(order)

    def _plain(self, value: Decimal) -> str:
        text = f"{value:,f}" if self.choices.grouped else f"{value:f}"
        return self.choices.symbol + text

    def _amount(self, value: Decimal) -> str:
        mode, (credit, debit) = self.choices.mode, self.choices.flags
        size = self._plain(abs(value))
        if mode in ("two", "in_out", "flag", "bare", "sections"):
            return size
        if mode == "suffix":
            return size + (f" {credit}" if value >= 0 else f" {debit}")
        if mode == "plus":
            return f"+{size}" if value >= 0 else f"-{size}"
        if value >= 0:
            return size
        return {"brackets": f"({size})", "trailing": f"{size}-"}.get(mode, f"-{size}")

    def _balance(self, value: Decimal) -> str:
        size, marks = self._plain(abs(value)), self.choices.balance_marks
        if "balance_flag" in self.order:
            return size
        if marks == "suffix" and self.choices.language == "en":
            return f"{size} {'OD' if value < 0 else 'CR'}"
        if value >= 0:
            return size
        return f"({size})" if marks == "brackets" else f"-{size}"

    def columns(self) -> tuple[Column, ...]:
        choices = self.choices
        widths = [_WIDTHS[role] * (1.0 if role in MONEY or role == "date" else choices.tight) for role in self.order]
        return tuple(
            Column(self._caption(role) if choices.header != "none" else "", width / sum(widths), self.align if role in MONEY else "left")
            for role, width in zip(self.order, widths, strict=True)
        )

    def _caption(self, role: str) -> str:
        choices = self.choices
        said, mark = choices.captions[role], choices.joined
        below = dict(choices.stacked).get(role)
        if below is not None:
            said = f"{said}{mark.strip(' ') or chr(10)}{choices.captions[below]}"
        elif choices.foreign is not None and role in choices.foreign:
            said = f"{said}{mark}{choices.foreign[role]}"
        elif choices.wrapped_heads and choices.language == "zh" and len(said) >= 4:
            said = f"{said[:2]}\n{said[2:]}"
        elif choices.wrapped_heads and " " in said:
            said = said.replace(" ", "\n", 1)
        return said

    def rows(self, row: Numbered, *, dated: bool) -> list[Row]:
        choices = self.choices
        shares = [_WIDTHS[role] * (1.0 if role in MONEY else choices.tight) for role in self.order]
        room = max(8, int(_WIDTHS["text"] * choices.tight / sum(shares) * (105 if choices.wide else 70)))
        words = self._words(row, room)
        cells = self._cells(row, dated=dated)
        if choices.inside or any(upper == "text" or lower == "text" for upper, lower in choices.stacked):
            cells["text"] = ("" if choices.language == "zh" else " ").join(words)
            words = [""]
        for upper, lower in choices.stacked:
            parts = [part for part in (cells[upper], cells[lower]) if isinstance(part, str) and part]
            cells[upper] = "\n".join(parts) or None
        printed: list[Row] = []
        for number, part in enumerate(words):
            main = number == (len(words) - 1 if choices.low else 0)
            here: dict[str, Cell] = {"text": part or cells.get("text")}
            for role in self.order:
                if role != "text" and (main if role in MONEY or role in _MARKS else number == 0):
                    here[role] = cells[role]
            printed.append(Row(tuple(here.get(role) for role in self.order)))
        return printed

    def _cells(self, row: Numbered, *, dated: bool) -> dict[str, Cell]:
        choices, line = self.choices, row[1]
        amount, time = self.figures.amount(row), line.time or "10:24:31"
        outward = line.amount < 0
        if row[0] == self.red:  # in the column of the payment that it takes back
            amount, outward = replace(amount, printed=f"-{amount.printed}"), True
        day = choices.day(line.day) + (f" {time}" if choices.timed else "")
        with_balance = choices.balances == "each" or (choices.balances == "day" and row[0] in self.closes)
        return {
            "number": str(row[0]),
            "date": day if dated else None,
            "value_date": choices.day(date.fromordinal(line.day.toordinal() + (row[0] % 5 == 0))),
            "time": time,
            "voucher": serial(choices.serials, row),
            "summary": line.summary,
            "text": None,
            "party": line.counterparty or None,
            "party_account": line.counterparty_account or None,
            "party_bank": line.counterparty_bank or None,
            "branch": "0312",
            "teller": f"{row[0] % 7:05d}",
            "currency": {"CNY": "人民币"}.get(self.record.currency, self.record.currency),
            "out": amount if outward else choices.empty,
            "in": choices.empty if outward else amount,
            "amount": amount,
            "flag": choices.flags[line.amount < 0],
            "balance": self.figures.balance(row) if with_balance else None,
            "balance_flag": ("借" if line.balance < 0 else "贷") if with_balance else None,
        }

    def _words(self, row: Numbered, room: int) -> list[str]:
        choices = self.choices
        line = with_numbers(row[1], choices.language, row[0]) if choices.numbers_in_words and row[0] % 3 == 0 else row[1]
        if "text" not in self.order and all("text" not in pair for pair in choices.stacked):
            return [""]
        if choices.language == "zh":
            said = line.text or line.summary
            return folded(said, room)[: choices.wraps] if choices.wraps > 1 else [said[: room * 2]]
        return narrative(line, room, choices.wraps)

    def edge(self, caption: str, entry: Entry, day: date | None, *, in_date: bool = False) -> Row:
        """A row of the table that says a balance and no movement."""
        cells: list[Cell] = [None] * len(self.order)
        words = next((index for index, role in enumerate(self.order) if role in _WORDS), 0)
        if in_date or words == self.order.index("balance"):
            words, day = self.order.index("date"), None
        cells[words] = caption
        if day is not None:
            where = self.order.index("date")
            cells[where] = self.choices.day(day) if where != words else cells[where]
        cells[self.order.index("balance")] = entry
        if "balance_flag" in self.order:
            cells[self.order.index("balance_flag")] = "借" if entry.value < 0 else "贷"
        return Row(tuple(cells), "strong")

    def sums(self, caption: str, out: Entry, into: Entry) -> list[Row]:
        """Totals of both sides: in their columns, where there are such."""
        order = self.order
        if "out" not in order:
            return []
        cells: list[Cell] = [None] * len(order)
        words = next((index for index, role in enumerate(order) if role not in MONEY), 0)
        cells[words] = caption
        cells[order.index("out")], cells[order.index("in")] = out, into
        return [Row(tuple(cells), "total")]

    def noted(self, day: date) -> Row:
        """A row with a day and words, and no amount: nothing moved."""
        cells: list[Cell] = [None] * len(self.order)
        cells[self.order.index("date")] = self.choices.day(day)
        words = next((index for index, role in enumerate(self.order) if role in _WORDS), 0)
        cells[words] = cells[words] or note(self.choices.language)
        return Row(tuple(cells))


def paper(record: BankStatement, choices: Choices, source: Random, face: str) -> Paper:
    """`record` by those choices."""
    red = None
    if choices.red:
        record, red = reversed_at(record, choices.language, source)
    if choices.nil:
        at = red or 0
        record = with_nil(record, choices.language, source)
        red = next((n for n, line in numbered(record) if line.id.endswith("/back") and line.amount), None) if at else None
    if red is not None:  # what a column adds up to, its negative amount taken off
        amount = record.lines[red - 1].amount
        record = replace(record, debits=record.debits - amount, credits=record.credits - amount)
    setter = _Setter(record, choices, source, red)
    blocks: list[Block] = _heading(record, choices, source, _above(choices, setter.figures, record))
    blocks += _sections(setter) if choices.mode == "sections" else _pages(setter, source)
    blocks += [Line(left=label, centre=entry, size=choices.size + 0.6, gap=8) for label, entry in _below(choices, setter.figures, record)]
    if choices.end:
        blocks.append(Line(centre=choices.captions["end"], size=choices.size, gap=6))
    width, height = (841.89, 595.28) if choices.wide else (595.28, 841.89)
    return Paper(
        record="bank_statement", language=choices.language, face=face, blocks=tuple(blocks),
        footer=choices.footer.replace("{printed}", choices.full(record.printed)), width=width, height=height,
        margin=float(source.randint(28, 60)),
    )  # fmt: skip


def _pages(setter: _Setter, source: Random) -> list[Block]:
    """The table of movements, page by page."""
    choices, record, figures, said = setter.choices, setter.record, setter.figures, setter.choices.captions
    sheets = pages(numbered(record), source.randint(12, 40), height=lambda row: len(setter.rows(row, dated=True)))
    if choices.newest_first:
        sheets = [list(reversed(sheet)) for sheet in reversed(sheets)]
    edges = not choices.newest_first and "balance" in setter.order
    noted = source.randrange(len(record.lines)) if choices.note and not choices.once_a_day else None
    blocks: list[Block] = []
    day: date | None = None
    for number, sheet in enumerate(sheets, start=1):
        rows: list[Row] = []
        if number == 1 and choices.opening == "row" and edges:
            first = record.start if source.random() < 0.5 else None
            rows.append(setter.edge(said["opening"], figures.opening(said["opening"]), first, in_date=source.random() < 0.3))
        if number > 1 and choices.carried and edges and sheet:
            rows.append(setter.edge(said["brought"], figures.at_edge(said["brought"], sheet[0][0] - 1, "brought_forward"), None))
        for row in sheet:
            rows += setter.rows(row, dated=not choices.once_a_day or row[1].day != day)
            day = row[1].day
            if row[0] - 1 == noted:
                rows.append(setter.noted(day))
            rows += _subtotal(setter, row)
        if choices.page_totals and sheet:
            out = figures.summed(said["page_total"], _plain(setter, sheet), "debits", "page_debits", number)
            rows += setter.sums(
                said["page_total"], out, figures.summed(said["page_total"], _plain(setter, sheet), "credits", "page_credits", number)
            )
        if number < len(sheets) and choices.carried and edges and sheet:
            rows.append(setter.edge(said["carried"], figures.at_edge(said["carried"], sheet[-1][0], "carried_forward"), None))
        if number == len(sheets):
            rows += _last(setter, edges=edges)
        if number > 1:
            blocks += [Break(), *(_heading(record, choices, source, []) if choices.repeated else [])]
        header = choices.header == "pages" or (choices.header == "first" and number == 1)
        blocks.append(_table(setter, rows, header=header))
    return blocks


def _plain(setter: _Setter, rows: Sequence[Numbered]) -> list[Numbered]:
    """`rows` for adding up: a payment that is taken back counts in no column."""
    return [row for row in rows if setter.red is None or row[0] not in (setter.red, setter.red - 1)]


def _subtotal(setter: _Setter, row: Numbered) -> list[Row]:
    """The sums of a day or month below its last row."""
    by, said, lines = setter.choices.subtotals, setter.choices.captions, numbered(setter.record)
    if not by or setter.choices.newest_first:
        return []

    def key(day: date) -> tuple[int, ...]:
        return (day.year, day.month, day.day) if by == "day" else (day.year, day.month)

    if row[0] < len(lines) and key(lines[row[0]][1].day) == key(row[1].day):
        return []
    mine = _plain(setter, [one for one in lines if key(one[1].day) == key(row[1].day)])
    caption = said[f"{by}_total"]
    out = setter.figures.summed(caption, mine, "debits", "page_debits", 1000 + row[0])
    return setter.sums(caption, out, setter.figures.summed(caption, mine, "credits", "page_credits", 1000 + row[0]))


def _last(setter: _Setter, *, edges: bool) -> list[Row]:
    """The rows that end the table: totals, and the closing balance."""
    choices, figures, said, rows = setter.choices, setter.figures, setter.choices.captions, list[Row]()
    if choices.totals == "row":
        many = len(setter.record.lines)
        count = f"（{many}笔）" if choices.language == "zh" else f" ({many} items)"
        caption = said["sum"] + (count if choices.counted else "")
        rows += setter.sums(caption, figures.debits("", None), figures.credits("", None))
    if choices.closing == "row" and edges:
        rows.append(setter.edge(said["closing"], figures.closing(said["closing"]), None))
    return rows


def _sections(setter: _Setter) -> list[Block]:
    """One table for each direction, and the balance at the end of each day in a list of its own."""
    choices, figures, said = setter.choices, setter.figures, setter.choices.captions
    blocks: list[Block] = []
    for title, sign in (("section_in", 1), ("section_out", -1)):
        lines = [row for row in numbered(setter.record) if (row[1].amount >= 0) == (sign > 0)]
        if not lines:
            continue
        rows = [part for row in lines for part in setter.rows(row, dated=True)]
        total = figures.credits("", None) if sign > 0 else figures.debits("", None)
        cells: list[Cell] = [None] * len(setter.order)
        words = next(index for index, role in enumerate(setter.order) if role not in MONEY)
        cells[words], cells[setter.order.index("amount")] = said["total_in" if sign > 0 else "total_out"], total
        if choices.totals == "none":
            rows.append(Row(tuple(cells), "total"))
        blocks += [Line(left=said[title], size=choices.size + 2, strong=True, gap=8), _table(setter, rows, header=True)]
    days = [list(group) for _, group in groupby(numbered(setter.record), key=lambda row: row[1].day)]
    cells = [part for group in days for part in (choices.day(group[0][1].day), _of_day(figures, group))]
    rows = [Row(tuple(cells[start : start + 4])) for start in range(0, len(cells), 4)]
    columns = tuple(Column(said[role], 0.25, "right" if role == "balance" else "left") for role in ("date", "balance") * 2)
    blocks += [
        Line(left=said["daily"], size=choices.size + 2, strong=True, gap=8),
        Table(columns=columns, rows=tuple(rows), frame="open", size=choices.size, row_height=choices.size * 1.7, gap=4),
    ]
    return blocks


def _of_day(figures: Figures, group: Sequence[Numbered]) -> Entry:
    """The balance of a day, filed under the row of it that is printed last: payments stand below what came in."""
    last = [row for row in group if row[1].amount < 0] or group
    return replace(figures.balance(group[-1]), item=last[-1][0])


def _table(setter: _Setter, rows: Sequence[Row], *, header: bool) -> Table:
    choices, order = setter.choices, setter.order
    spans: tuple[tuple[str, int], ...] = ()
    if choices.spanned and header:
        first = min(order.index("out"), order.index("in"))
        spans = (("", 1),) * first + ((choices.captions["over_amounts"], 2),) + (("", 1),) * (len(order) - first - 2)
    return Table(
        columns=setter.columns(), rows=tuple(rows), frame=choices.frame, header=header and choices.header != "none", size=choices.size,
        row_height=choices.size * 1.7, spans=spans, stripe=choices.stripe, gap=8,
    )  # fmt: skip


def _total(choices: Choices, figures: Figures, record: BankStatement, side: str) -> list[tuple[str, Entry]]:
    label = choices.captions[f"total_{side}"]
    out, into = counted(record)
    number = out if side == "out" else into
    count = f"({number}笔)" if choices.language == "zh" else f" ({number} items)"
    return [(label + (count if choices.counted else ""), figures.debits(label) if side == "out" else figures.credits(label))]


def _above(choices: Choices, figures: Figures, record: BankStatement) -> list[tuple[str, Entry]]:
    said, found = choices.captions, []
    if choices.opening == "above":
        found.append((said["opening"], figures.opening(said["opening"])))
    if choices.totals == "above":
        found += [*_total(choices, figures, record, "in"), *_total(choices, figures, record, "out")]
    if choices.closing == "above":
        found.append((said["closing"], figures.closing(said["closing"])))
    return found


def _below(choices: Choices, figures: Figures, record: BankStatement) -> list[tuple[str, Entry]]:
    said, found = choices.captions, []
    if choices.totals == "below":
        found += [*_total(choices, figures, record, "out"), *_total(choices, figures, record, "in")]
    if choices.closing == "below":
        found.append((said["closing"], figures.closing(said["closing"])))
    return found


def _heading(record: BankStatement, choices: Choices, source: Random, above: Sequence[tuple[str, Entry]]) -> list[Block]:
    """Bank, title, account, period and what is summed up there, in an order of its own."""
    said, zh = choices.captions, choices.language == "zh"
    colon = "：" if zh else ": "
    period = choices.period.format(choices.full(record.start), choices.full(record.end))
    currency = {"CNY": "人民币"}.get(record.currency, record.currency)
    lines: list[Block] = [
        Line(left=record.bank_name, size=14, strong=True) if source.random() < 0.5 else Line(centre=record.bank_name, size=14, strong=True),
        Line(centre=said["title"], size=12, strong=True, gap=6),
    ]
    pairs: list[tuple[str, Cell]] = [
        (said["holder"], record.holder), (said["account"], record.account), (said["period"], period), (said["currency"], currency),
    ]  # fmt: skip
    if source.random() < 0.5:
        lines += [Line(left=f"{name}{colon}{text}", size=9) for name, text in pairs]
        lines += [Line(left=f"{name}{colon}", centre=entry, size=9) for name, entry in above]
    else:
        cells = [*pairs, *above]
        rows = []
        for start in range(0, len(cells), 2):
            flat: list[Cell] = [part for name, value in cells[start : start + 2] for part in (name + (colon.strip() if zh else ""), value)]
            rows.append(Row(tuple(flat)))
        frame: Frame = source.choice(("open", "grid"))
        columns = (Column("", 0.18), Column("", 0.32), Column("", 0.18), Column("", 0.32))
        lines.append(Table(columns=columns, rows=tuple(rows), frame=frame, header=False, size=8.6, row_height=15, gap=8))
    if choices.unit:
        lines.append(Line(right=said["unit"].format(record.currency), size=8))
    return lines
