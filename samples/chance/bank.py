"""A bank statement on a layout drawn by chance: columns, their order and captions, days, signs, balances, totals, rules and pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from random import Random

from samples.chance.words import worded
from samples.papers.banks.figures import Figures, Numbered, last_of_days, numbered, pages
from samples.papers.banks.texts import LONG_MONTHS, MONTHS, folded, narrative
from samples.papers.paper import Align, Block, Break, Cell, Column, Entry, Frame, Line, Paper, Row, Table
from samples.population.splits import Split
from samples.records.record import BankStatement

_DAYS: dict[str, Sequence[Callable[[date], str]]] = {
    "zh": (
        lambda day: f"{day:%Y-%m-%d}", lambda day: f"{day:%Y%m%d}", lambda day: f"{day:%Y/%m/%d}", lambda day: f"{day:%Y.%m.%d}",
        lambda day: f"{day.year}年{day.month}月{day.day}日", lambda day: f"{day:%y-%m-%d}", lambda day: f"{day:%m-%d}",
        lambda day: f"{day.year}年{day.month:02d}月{day.day:02d}日",
    ),
    "en": (
        lambda day: f"{day:%d/%m/%Y}", lambda day: f"{day.day} {MONTHS[day.month - 1]} {day.year}", lambda day: f"{day:%Y-%m-%d}",
        lambda day: f"{day.day:02d}-{MONTHS[day.month - 1]}-{day:%y}", lambda day: f"{day.day} {MONTHS[day.month - 1]}",
        lambda day: f"{day:%d.%m.%Y}",
        lambda day: f"{MONTHS[day.month - 1]} {day.day}, {day.year}", lambda day: f"{day.day:02d}{MONTHS[day.month - 1].upper()}{day:%y}",
        lambda day: f"{day:%d/%m/%y}", lambda day: f"{day.day:02d} {LONG_MONTHS[day.month - 1]}",
    ),
}  # fmt: skip
_AMERICAN: Sequence[Callable[[date], str]] = (
    lambda day: f"{day:%m/%d/%Y}", lambda day: f"{day:%m/%d}", lambda day: f"{day:%m/%d/%y}",
    lambda day: f"{MONTHS[day.month - 1]} {day.day:02d}",
    lambda day: f"{day:%m-%d-%Y}", lambda day: f"{day:%Y-%m-%d}",
)  # fmt: skip
#: Marks of money in and money out.
_FLAGS: dict[str, Sequence[tuple[str, str]]] = {
    "zh": (("贷", "借"), ("收", "支"), ("C", "D"), ("+", "-")),
    "en": (("C", "D"), ("CR", "DR"), ("Cr", "Dr"), ("+", "-")),
}
#: Ways to tell money in from money out.
_MODES = ("two", "two", "two", "in_out", "signed", "signed", "flag", "suffix", "brackets", "trailing")


@dataclass(frozen=True, slots=True)
class Choices:
    """What was drawn for one bank.   order: roles of the columns from left to right   day: how a day prints"""

    language: str
    split: Split
    order: tuple[str, ...]
    captions: dict[str, str]
    mode: str
    day: Callable[[date], str]
    once_a_day: bool
    balances: str
    newest_first: bool
    spanned: bool
    header: str
    opening: str
    closing: str
    totals: str
    page_totals: bool
    low: bool
    wraps: int
    symbol: str
    grouped: bool
    balance_marks: str
    frame: Frame
    size: float
    wide: bool
    flags: tuple[str, str]
    stripe: float | None


def drawn(source: Random, record: BankStatement, language: str, split: Split) -> Choices:
    """A bank's choices.   The record's currency decides whose dates they are."""

    def chance(share: float) -> bool:
        return source.random() < share

    mode = source.choice(_MODES)
    balances = source.choice(("each", "each", "each", "each", "day", "none"))
    order = _order(source, mode, balances, language)
    captions = worded("bank", language, source, split)
    american = record.currency == "USD"
    flags = source.choice(_FLAGS[language])
    return Choices(
        language=language,
        split=split,
        order=order,
        captions=captions,
        mode=mode,
        day=source.choice(_AMERICAN if american else _DAYS[language]),
        once_a_day=chance(0.2) and balances != "none",
        balances=balances,
        newest_first=chance(0.15) and balances == "each",
        spanned=mode in ("two", "in_out") and chance(0.25),
        header=source.choice(("pages", "pages", "pages", "first", "none") if balances == "each" else ("pages", "pages", "first")),
        opening=source.choice(("row", "row", "above", "above", "none") if balances != "none" else ("above", "row")),
        closing=source.choice(("row", "above", "below", "none") if balances != "none" else ("above", "below")),
        totals=source.choice(("row", "above", "below", "none", "none")),
        page_totals=chance(0.12),
        low=chance(0.4),
        wraps=source.choice((1, 1, 2, 3)),
        symbol=("¥" if language == "zh" else "$" if american else "£") if chance(0.12) else "",
        grouped=chance(0.85),
        balance_marks=source.choice(("minus", "minus", "suffix", "brackets")),
        frame=source.choice(("grid", "columns", "open", "open")),
        size=source.choice((6.8, 7.4, 8.0, 8.6, 9.2)),
        wide=len(order) > 8 or chance(0.25),
        flags=flags,
        stripe=source.choice((None, None, 0.93)),
    )


def _order(source: Random, mode: str, balances: str, language: str) -> tuple[str, ...]:
    """Roles from left to right: usually day, words, money, balance; now and then otherwise."""
    head = ["number"] * (source.random() < 0.2) + ["date"] + ["value_date"] * (source.random() < 0.15) + ["time"] * (source.random() < 0.12)
    words = {"zh": ["summary", "party", "party_account", "text", "voucher"], "en": ["summary", "text", "voucher", "party"]}[language]
    chosen = [role for role in words if source.random() < 0.55] or ["text"]
    source.shuffle(chosen)
    money = {"two": ["out", "in"], "in_out": ["in", "out"], "flag": source.choice((["flag", "amount"], ["amount", "flag"]))}.get(
        mode, ["amount"]
    )
    balance = ["balance"] if balances != "none" else []
    way = source.random()
    if way < 0.55:
        parts = [head, chosen, money, balance]
    elif way < 0.75:
        parts = [head, money, balance, chosen]
    elif way < 0.87:
        cut = source.randint(0, len(chosen))
        parts = [head, chosen[:cut], money, balance, chosen[cut:]]
    elif way < 0.95:
        cut = source.randint(0, len(chosen))
        parts = [head, chosen[:cut], balance, chosen[cut:], money]
    else:
        parts = [chosen, head, money, balance]
    return tuple(role for part in parts for role in part)


_WIDTHS = {
    "number": 0.05, "date": 0.11, "value_date": 0.1, "time": 0.08, "voucher": 0.12, "summary": 0.12, "text": 0.2, "party": 0.2,
    "party_account": 0.17,
    "out": 0.12, "in": 0.12, "amount": 0.13, "flag": 0.06, "balance": 0.13,
}  # fmt: skip
_MONEY = ("out", "in", "amount", "balance")


class _Setter:
    """Sets one record by its bank's choices."""

    def __init__(self, record: BankStatement, choices: Choices, source: Random) -> None:
        self.record, self.choices, self.source = record, choices, source
        self.figures = Figures(record, amount_shown=self._amount, balance_shown=self._balance, with_sign=True)
        self.closes = last_of_days(record)
        self.align: Align = "right" if source.random() < 0.85 else "left"

    def _plain(self, value: Decimal) -> str:
        text = f"{value:,f}" if self.choices.grouped else f"{value:f}"
        return self.choices.symbol + text

    def _amount(self, value: Decimal) -> str:
        mode, (credit, debit) = self.choices.mode, self.choices.flags
        size = self._plain(abs(value))
        if mode in ("two", "in_out", "flag"):
            return size
        if mode == "suffix":
            return size + (f" {credit}" if value >= 0 else f" {debit}")
        if value >= 0:
            return size
        return {"brackets": f"({size})", "trailing": f"{size}-"}.get(mode, f"-{size}")

    def _balance(self, value: Decimal) -> str:
        size, marks = self._plain(abs(value)), self.choices.balance_marks
        if marks == "suffix" and self.choices.language == "en":
            return f"{size} {'OD' if value < 0 else 'CR'}"
        if value >= 0:
            return size
        return f"({size})" if marks == "brackets" else f"-{size}"

    def columns(self) -> tuple[Column, ...]:
        widths = [_WIDTHS[role] for role in self.choices.order]
        total = sum(widths)
        header = self.choices.header != "none"
        return tuple(
            Column(self.choices.captions[role] if header else "", width / total, self.align if role in _MONEY else "left")
            for role, width in zip(self.choices.order, widths, strict=True)
        )

    def rows(self, row: Numbered, *, dated: bool) -> list[Row]:
        line = row[1]
        room = max(8, int(_WIDTHS["text"] / sum(_WIDTHS[role] for role in self.choices.order) * (105 if self.choices.wide else 70)))
        words = self._words(row, room)
        amount = self.figures.amount(row)
        cells: dict[str, Cell] = {
            "number": str(row[0]),
            "date": self.choices.day(line.day) if dated else None,
            "value_date": self.choices.day(line.day),
            "time": line.time or "10:24:31",
            "voucher": line.reference or f"{row[0]:06d}",
            "summary": line.summary,
            "party": line.counterparty or None,
            "party_account": line.counterparty_account or None,
            "out": amount if line.amount < 0 else None,
            "in": amount if line.amount >= 0 else None,
            "amount": amount,
            "flag": self.choices.flags[line.amount < 0],
            "balance": self.figures.balance(row) if self.choices.balances == "each" or row[0] in self.closes else None,
        }
        printed: list[Row] = []
        for number, part in enumerate(words):
            main = number == (len(words) - 1 if self.choices.low else 0)
            here: dict[str, Cell] = {"text": part}
            for role in self.choices.order:
                if role != "text" and (main if role in (*_MONEY, "flag") else number == 0):
                    here[role] = cells[role]
            printed.append(Row(tuple(here.get(role) for role in self.choices.order)))
        return printed

    def _words(self, row: Numbered, room: int) -> list[str]:
        line = row[1]
        if "text" not in self.choices.order:
            return [""]
        if self.choices.language == "zh":
            return (
                folded(line.text or line.summary, room)[: self.choices.wraps]
                if self.choices.wraps > 1
                else [(line.text or line.summary)[: room * 2]]
            )
        return narrative(line, room, self.choices.wraps)

    def edge(self, caption: str, entry: Entry, day: date | None) -> Row:
        """A row of the table that says a balance and no movement."""
        cells: list[Cell] = [None] * len(self.choices.order)
        words = next((index for index, role in enumerate(self.choices.order) if role in ("text", "summary", "party", "voucher")), 0)
        cells[words] = caption
        if day is not None and "date" in self.choices.order:
            where = self.choices.order.index("date")
            cells[where] = self.choices.day(day) if where != words else cells[where]
        if "balance" in self.choices.order:
            cells[self.choices.order.index("balance")] = entry
        return Row(tuple(cells), "strong")

    def sums(self, caption: str, out: Entry, into: Entry) -> list[Row]:
        """Totals of both sides: in their columns, where there are such."""
        order = self.choices.order
        if "out" not in order:
            return []
        cells: list[Cell] = [None] * len(order)
        words = next((index for index, role in enumerate(order) if role not in _MONEY), 0)
        cells[words] = caption
        cells[order.index("out")], cells[order.index("in")] = out, into
        return [Row(tuple(cells), "total")]


def paper(record: BankStatement, choices: Choices, source: Random, face: str) -> Paper:
    """`record` by those choices."""
    setter = _Setter(record, choices, source)
    said, figures = choices.captions, setter.figures
    shown = numbered(record)
    sheets = pages(shown, source.randint(16, 40), height=lambda row: len(setter.rows(row, dated=True)))
    if choices.newest_first:
        sheets = [list(reversed(sheet)) for sheet in reversed(sheets)]
    above = _above(choices, figures)
    blocks: list[Block] = _heading(record, choices, source, above)
    day: date | None = None
    for number, sheet in enumerate(sheets, start=1):
        rows: list[Row] = []
        if number == 1 and choices.opening == "row" and not choices.newest_first and "balance" in choices.order:
            rows.append(setter.edge(said["opening"], figures.opening(said["opening"]), record.start if source.random() < 0.5 else None))
        for row in sheet:
            rows += setter.rows(row, dated=not choices.once_a_day or row[1].day != day)
            day = row[1].day
        if choices.page_totals and sheet and "out" in choices.order:
            out = figures.summed(said["page_total"], sheet, "debits", "page_debits", number)
            rows += setter.sums(said["page_total"], out, figures.summed(said["page_total"], sheet, "credits", "page_credits", number))
        if number == len(sheets):
            if choices.totals == "row":
                rows += setter.sums("合计" if choices.language == "zh" else "Totals", figures.debits("", None), figures.credits("", None))
            if choices.closing == "row" and not choices.newest_first and "balance" in choices.order:
                rows.append(setter.edge(said["closing"], figures.closing(said["closing"]), None))
        if number > 1:
            blocks.append(Break())
        header = choices.header == "pages" or (choices.header == "first" and number == 1)
        blocks.append(_table(setter, rows, header=header))
    blocks += [Line(left=label, centre=entry, size=choices.size + 0.6, gap=8) for label, entry in _below(choices, figures)]
    width, height = (841.89, 595.28) if choices.wide else (595.28, 841.89)
    footer = "第{page}页/共{pages}页" if choices.language == "zh" else "Page {page} of {pages}"
    return Paper(
        record="bank_statement", language=choices.language, face=face, blocks=tuple(blocks), footer=footer, width=width, height=height,
        margin=float(source.randint(28, 60)),
    )  # fmt: skip


def _table(setter: _Setter, rows: Sequence[Row], *, header: bool) -> Table:
    choices = setter.choices
    spans: tuple[tuple[str, int], ...] = ()
    if choices.spanned and header:
        first = min(choices.order.index("out"), choices.order.index("in"))
        spans = (("", 1),) * first + ((choices.captions["over_amounts"], 2),) + (("", 1),) * (len(choices.order) - first - 2)
    return Table(
        columns=setter.columns(), rows=tuple(rows), frame=choices.frame, header=header and choices.header != "none", size=choices.size,
        row_height=choices.size * 1.7, spans=spans, stripe=choices.stripe, gap=8,
    )  # fmt: skip


def _above(choices: Choices, figures: Figures) -> list[tuple[str, Entry]]:
    said, found = choices.captions, []
    if choices.opening == "above":
        found.append((said["opening"], figures.opening(said["opening"])))
    if choices.totals == "above":
        found += [(said["total_in"], figures.credits(said["total_in"])), (said["total_out"], figures.debits(said["total_out"]))]
    if choices.closing == "above":
        found.append((said["closing"], figures.closing(said["closing"])))
    return found


def _below(choices: Choices, figures: Figures) -> list[tuple[str, Entry]]:
    said, found = choices.captions, []
    if choices.totals == "below":
        found += [(said["total_out"], figures.debits(said["total_out"])), (said["total_in"], figures.credits(said["total_in"]))]
    if choices.closing == "below":
        found.append((said["closing"], figures.closing(said["closing"])))
    return found


def _heading(record: BankStatement, choices: Choices, source: Random, above: Sequence[tuple[str, Entry]]) -> list[Block]:
    """Bank, title, account, period and what is summed up there, in an order of its own."""
    said, zh = choices.captions, choices.language == "zh"
    colon = "：" if zh else ": "
    full = _DAYS[choices.language][0] if record.currency != "USD" else _AMERICAN[0]
    period = f"{full(record.start)}{'至' if zh else ' to '}{full(record.end)}"
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
        return lines
    cells = [*pairs, *above]
    rows = []
    for start in range(0, len(cells), 2):
        flat: list[Cell] = [part for name, value in cells[start : start + 2] for part in (name + (colon.strip() if zh else ""), value)]
        rows.append(Row(tuple(flat)))
    frame: Frame = source.choice(("open", "grid"))
    columns = (Column("", 0.18), Column("", 0.32), Column("", 0.18), Column("", 0.32))
    lines.append(Table(columns=columns, rows=tuple(rows), frame=frame, header=False, size=8.6, row_height=15, gap=8))
    return lines
