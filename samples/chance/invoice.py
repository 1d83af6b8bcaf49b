"""An English invoice, receipt or credit note on a layout drawn by chance: blocks, columns and totals in an order and words of their own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from random import Random

from samples.case import Document
from samples.chance.words import worded
from samples.firms.firm import Firm
from samples.papers.banks.texts import LONG_MONTHS, MONTHS
from samples.papers.invoices.english import SIGNS
from samples.papers.invoices.figures import Figures, Numbered, numbered, percent, rates
from samples.papers.paper import Block, Cell, Column, Entry, Frame, Line, Paper, Row, Table
from samples.population.splits import Split
from samples.records.record import Identity, Invoice

_WIDTHS = {"number": 0.06, "description": 0.36, "quantity": 0.1, "price": 0.13, "rate": 0.1, "line_tax": 0.12, "line_net": 0.15}
_LEFT = ("number", "description")
_BRITISH: Sequence[Callable[[date], str]] = (
    lambda day: f"{day:%d/%m/%Y}",
    lambda day: f"{day.day} {LONG_MONTHS[day.month - 1]} {day.year}",
    lambda day: f"{day.day:02d}-{MONTHS[day.month - 1]}-{day.year}",
    lambda day: f"{day:%Y-%m-%d}",
    lambda day: f"{day:%d.%m.%Y}",
    lambda day: f"{day.day} {MONTHS[day.month - 1]} {day:%y}",
)
_AMERICAN: Sequence[Callable[[date], str]] = (
    lambda day: f"{day:%m/%d/%Y}",
    lambda day: f"{LONG_MONTHS[day.month - 1]} {day.day}, {day.year}",
    lambda day: f"{day:%m-%d-%Y}",
    lambda day: f"{MONTHS[day.month - 1]} {day.day}, {day.year}",
    lambda day: f"{day:%m/%d/%y}",
)


def fits(document: Document) -> bool:
    """English kinds only: what a Chinese invoice looks like, the tax bureau says."""
    record = document.record
    return isinstance(record, Invoice) and record.kind in ("invoice", "receipt", "credit_note") and not record.exchange_rate


def paper(document: Document, firm: Firm, source: Random, face: str, split: Split) -> Paper:
    """The invoice in `document` on a layout of that stream."""
    record = document.record
    assert isinstance(record, Invoice)
    return _Draft(record, firm, source, worded("invoice", "en", source, split)).paper(face)


class _Draft:
    def __init__(self, record: Invoice, firm: Firm, source: Random, said: dict[str, str]) -> None:
        self.record, self.source, self.said = record, source, said
        american = firm.country == "US"
        self.day = source.choice(_AMERICAN if american else _BRITISH)
        self.tax = "Sales tax" if american else said["tax"] if source.random() < 0.7 else "VAT"
        self.sign = SIGNS.get(record.currency, "") if source.random() < 0.6 else ""
        self.negative = source.choice(("minus", "brackets", "trailing"))
        self.figures = Figures(record, show=self._plain)
        self.frame: Frame = source.choice(("grid", "columns", "open", "open"))
        self.size = source.choice((8.0, 8.8, 9.6))
        self.number = "EIN" if american else source.choice(("VAT no.", "VAT registration", "VAT Reg No"))

    def _plain(self, value: Decimal) -> str:
        size = f"{abs(value):,f}"
        if value >= 0:
            return size
        return {"minus": f"-{size}", "brackets": f"({size})"}.get(self.negative, f"{size}-")

    def _money(self, value: Decimal) -> str:
        size = f"{self.sign}{abs(value):,f}"
        if value >= 0:
            return size
        return {"minus": f"-{size}", "brackets": f"({size})"}.get(self.negative, f"{size}-")

    def paper(self, face: str) -> Paper:
        """Seller, title and particulars, buyer, lines, totals, terms."""
        title = Line(left=self.said[self.record.kind], size=15, strong=True, gap=8)
        if self.source.random() < 0.5:
            title = Line(right=self.said[self.record.kind], size=15, strong=True, gap=8)
        seller, buyer = self._party(self.record.seller, "seller"), self._party(self.record.buyer, "buyer")
        head: list[list[Block]] = [[title], seller, self._particulars(), buyer]
        if self.source.random() < 0.5:
            head = [seller, [title], buyer, self._particulars()]
        if self.record.kind == "receipt":
            head = head[:3]
        blocks = [block for part in head for block in part]
        blocks += [self._lines(), *self._totals(), Line(left=self.said["terms"], size=8, gap=18)]
        return Paper(record="invoice", language="en", face=face, blocks=tuple(blocks), margin=float(self.source.randint(36, 64)))

    def _party(self, party: Identity, role: str) -> list[Block]:
        """Name, address, tax number; the caption over the buyer, seldom over the seller."""
        lines: list[Block] = []
        if role == "buyer" or self.source.random() < 0.2:
            lines.append(Line(left=self.said[role], size=8.5, strong=True, gap=8))
        lines.append(Line(left=party.name, size=10 if role == "buyer" else 12, strong=role == "seller", gap=2))
        if party.address:
            lines.append(Line(left=party.address, size=8.5, gap=2))
        if party.tax_id and (role == "seller" or self.source.random() < 0.4):
            lines.append(Line(left=f"{self.number} {party.tax_id}", size=8.5, gap=2))
        return lines

    def _particulars(self) -> list[Block]:
        pairs = [(self.said["number"], self.record.number), (self.said["date"], self.day(self.record.day))]
        if self.record.due is not None:
            pairs.append((self.said["due"], self.day(self.record.due)))
        if self.source.random() < 0.4:
            pairs.append((self.said["order"], f"PO-{self.source.randint(1000, 9999)}"))
        if self.source.random() < 0.4:
            self.source.shuffle(pairs)
        way = self.source.choice(("lines", "right", "beside", "over"))
        if way == "lines":
            return [Line(left=f"{name}: {text}", size=9, gap=3) for name, text in pairs]
        if way == "right":
            return [Line(centre=name, right=text, size=9, gap=3) for name, text in pairs]
        if way == "beside":
            rows = tuple(Row((name, text)) for name, text in pairs)
            return [Table(columns=(Column("", 0.5), Column("", 0.5)), rows=rows, frame="grid", header=False, width=0.45, left=0.55, gap=6)]
        columns = tuple(Column(name, 1 / len(pairs)) for name, _ in pairs)
        return [Table(columns=columns, rows=(Row(tuple(text for _, text in pairs)),), frame=self.frame, gap=8, size=8.5)]

    def _lines(self) -> Table:
        shown = numbered(self.record)
        roles = ["description"]
        if any(line.quantity for _, line in shown) and self.source.random() < 0.85:
            roles.append("quantity")
            if self.source.random() < 0.9:
                roles.append("price")
        if self.source.random() < 0.4:
            roles.append("rate")
        if self.source.random() < 0.3:
            roles.append("line_tax")
        first = roles.pop(0)
        self.source.shuffle(roles)
        roles = [first, *roles, "line_net"] if self.source.random() < 0.75 else [*roles[:1], first, *roles[1:], "line_net"]
        if self.source.random() < 0.25:
            roles.insert(0, "number")
        total = sum(_WIDTHS[role] for role in roles)
        said = {**self.said, "number": "#"}
        columns = tuple(Column(said[role], _WIDTHS[role] / total, "left" if role in _LEFT else "right") for role in roles)
        rows = tuple(Row(tuple(self._cell(role, row) for role in roles)) for row in shown)
        wash = self.source.choice((None, 0.9))
        return Table(columns=columns, rows=rows, frame=self.frame, size=self.size, row_height=self.size * 2, wash=wash, gap=12)

    def _cell(self, role: str, row: Numbered) -> Cell:
        line = row[1]
        made: dict[str, Cell] = {
            "number": str(row[0]),
            "description": line.description,
            "quantity": self.figures.quantity(row),
            "price": self.figures.price(row),
            "rate": percent(line.rate),
            "line_tax": self.figures.line_tax(row),
            "line_net": self.figures.line_net(row),
        }
        return made[role]

    def _totals(self) -> list[Block]:
        only = rates(self.record)
        tax = f"{self.tax} @ {percent(only[0])}" if len(only) == 1 and self.source.random() < 0.5 else self.tax
        sums: list[tuple[str, Entry]] = [(self.said["total"], self.figures.total(self.said["total"], self._money))]
        if self.record.tax or self.source.random() < 0.5:
            sums.insert(0, (tax, self.figures.tax(tax, self._money)))
            sums.insert(0, (self.said["net"], self.figures.net(self.said["net"], self._money)))
        if self.source.random() < 0.5:
            rows = tuple(Row((name, entry), "total" if number == len(sums) - 1 else "plain") for number, (name, entry) in enumerate(sums))
            columns = (Column("", 0.6), Column("", 0.4, "right"))
            return [Table(columns=columns, rows=rows, frame=self.frame, header=False, width=0.45, left=0.55, size=9, gap=6)]
        return [Line(centre=name, right=entry, size=9.5, gap=5) for name, entry in sums]
