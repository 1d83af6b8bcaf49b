"""What Chinese invoices, slips and receipts drawn by chance share: goods, figures, days, and the table of the goods."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from random import Random

from samples.capitals import capitals
from samples.chance.invoices.sale import cents
from samples.papers.paper import Block, Break, Cell, Column, Entry, Frame, Row, Table
from samples.records.record import Invoice

_WIDTHS = {"index": 0.05, "description": 0.26, "model": 0.11, "unit": 0.07, "quantity": 0.1, "price": 0.13, "line_net": 0.14, "rate": 0.1,
           "line_tax": 0.13, "line_total": 0.14}  # fmt: skip
_TEXTS = ("index", "description", "model", "unit")
_MODELS = ("", "", "M8×40", "DN50", "25kg/袋", "A4 70g", "220V", "2.5mm²", "KFR-35", "1200*600", "10.5")
_DAYS = (
    lambda day: f"{day.year}年{day.month:02d}月{day.day:02d}日",
    lambda day: f"{day:%Y-%m-%d}",
    lambda day: f"{day.year}年{day.month}月{day.day}日",
    lambda day: f"{day.year} 年 {day.month:02d} 月 {day.day:02d} 日",
    lambda day: f"{day:%Y/%m/%d}",
)
#: Goods of one printed page of a long list.
_PAGE = 22


@dataclass(frozen=True, slots=True)
class Good:
    """discount: this line takes off the one above it, and has neither quantity nor price."""

    name: str
    model: str
    unit: str
    quantity: Decimal | None
    price: Decimal | None
    rate: Decimal
    net: Decimal
    tax: Decimal


class Draft:
    """What all three share: goods, figures and days."""

    taxed = True

    def __init__(self, record: Invoice, source: Random, said: Mapping[str, str]) -> None:
        self.record, self.source, self.said = record, source, said
        self.day = source.choice(_DAYS)(record.day)
        self.goods = tuple(self._goods())
        self.rows = len(self.goods)
        self.pages = 1
        self.frame: Frame = source.choice(("grid", "grid", "columns", "open"))
        self.sign = source.choice(("¥", "￥", "", "¥ "))
        self.thousands = source.random() < 0.25
        self.net, self.tax = (sum((getattr(good, name) for good in self.goods), Decimal(0)) for name in ("net", "tax"))
        self.total = self.net + self.tax
        self.kept: dict[str, str] = {"currency": "CNY"}

    def _goods(self) -> Sequence[Good]:
        lines, source = self.record.lines, self.source
        many = source.random()
        wanted = source.randint(30, 70) if many < 0.06 else source.randint(2, 10) if many < 0.5 else len(lines)
        sign = -1 if self.record.net < 0 else 1
        found: list[Good] = []
        for number in range(max(1, wanted)):
            line = lines[number % len(lines)]
            star = f"*{line.category}*" if line.category and self.taxed else ""
            rate = Decimal(line.rate) if self.taxed else Decimal(0)
            quantity = Decimal(line.quantity) if line.quantity and number < len(lines) else Decimal(source.choice((1, 2, 5, 10, 36)))
            if source.random() < 0.1 and self.taxed:
                net, price, counted = Decimal(abs(line.net)) / 100 or Decimal(1), None, None
            else:
                net = (
                    Decimal(abs(line.net)) / 100
                    if number < len(lines)
                    else cents(Decimal(abs(line.net)) / 100 * Decimal(source.uniform(0.1, 1)))
                )
                net = net or Decimal(1)
                price = (net / quantity).quantize(
                    Decimal(1).scaleb(-source.choice((2, 4, 6, 8, 10, 13))) if self.taxed else Decimal("0.01")
                ) or Decimal("0.01")
                counted = quantity
                net = cents(price * quantity)
            found.append(Good(star + line.description, source.choice(_MODELS), line.unit or "项", counted and sign * counted, price, rate,
                               sign * net, sign * cents(net * rate)))  # fmt: skip
            if self.taxed and sign > 0 and source.random() < 0.06:
                off = -cents(net * Decimal("0.1"))
                found.append(Good(star + line.description, "", "", None, None, rate, off, cents(off * rate)))
        return found

    def shown(self, value: Decimal) -> str:
        return f"{value:,f}" if self.thousands else f"{value:f}"

    def money(self, value: Decimal) -> str:
        return f"-{self.sign}{self.shown(-value)}" if value < 0 else f"{self.sign}{self.shown(value)}"

    def figure(self, label: str, field: str, value: Decimal, printed: str | None = None, item: int | None = None) -> Entry:
        text = self.money(value) if printed is None else printed
        return Entry(label=label, concept=None, period=self.record.day, span="day", value=value, printed=text, field=field, item=item)

    def capital(self, value: Decimal, mark: str = "") -> Entry:
        fen = int(abs(value) * 100)
        text = mark + ("（负数）" if value < 0 else "") + capitals(fen, self.source.choice(("圆", "元")))
        return self.figure("capital", "capital", value, text)

    def cell(self, role: str, number: int, good: Good) -> Cell:
        rate = f"{(good.rate * 100).normalize():f}%" if good.rate or self.source.random() < 0.5 else "免税"
        made: dict[str, Cell] = {
            "index": str(number), "description": good.name, "model": good.model, "unit": good.unit, "rate": rate,
            "quantity": self._number("quantity", number, good.quantity), "price": self._number("price", number, good.price),
            "line_net": self._number("line_net", number, good.net), "line_tax": self._number("line_tax", number, good.tax),
            "line_total": self._number("line_total", number, good.net + good.tax),
        }  # fmt: skip
        if role == "line_tax" and rate == "免税":
            return "***"
        return made[role]

    def _number(self, field: str, number: int, value: Decimal | None) -> Cell:
        return "" if value is None else self.figure(field, field, value, self.shown(value), number)

    def columns(self, roles: Sequence[str], said: Mapping[str, str]) -> tuple[Column, ...]:
        total = sum(_WIDTHS[role] for role in roles)
        return tuple(Column(said[role], _WIDTHS[role] / total, "left" if role in _TEXTS else "right") for role in roles)

    def table(self, roles: Sequence[str], said: Mapping[str, str], last: Sequence[Row], spare: int = 0) -> list[Block]:
        """The goods, over several pages where there are many."""
        columns, goods = self.columns(roles, said), list(enumerate(self.goods, 1))
        if "quantity" in roles:
            self.kept["quantities"] = "|".join("" if good.quantity is None else f"{good.quantity.normalize():f}" for _, good in goods)
        blocks: list[Block] = []
        for start in range(0, len(goods), _PAGE):
            rows = [Row(tuple(self.cell(role, number, good) for role in roles)) for number, good in goods[start : start + _PAGE]]
            if start + _PAGE >= len(goods):
                rows += [*[Row(("",))] * spare, *last]
            if start:
                blocks.append(Break())
                self.pages += 1
            blocks.append(
                Table(columns=columns, rows=tuple(rows), frame=self.frame, size=8.4, row_height=15, gap=4 if self.frame != "open" else 10)
            )
        return blocks
