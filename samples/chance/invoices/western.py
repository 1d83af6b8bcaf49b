"""An English invoice, receipt or credit note on a layout drawn by chance: blocks, columns and totals in an order and words of their own."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from random import Random

from samples.chance.invoices.sale import Good, drawn, without_tax_on_lines
from samples.chance.invoices.style import Style
from samples.chance.invoices.totals import Totals, percent
from samples.chance.words import worded
from samples.firms.firm import Firm
from samples.papers.paper import Block, Break, Cell, Column, Entry, Frame, Line, Paper, Row, Table
from samples.population.splits import Split
from samples.records.record import Identity, Invoice

_WIDTHS = {"number": 0.05, "code": 0.12, "day": 0.12, "description": 0.34, "unit": 0.07, "quantity": 0.1, "price": 0.13,
           "line_discount": 0.09, "rate": 0.1, "line_tax": 0.12, "line_net": 0.15, "line_total": 0.15}  # fmt: skip
_LEFT = ("number", "description", "code", "day", "unit")
_TRAILS = (
    "S/N 44201-7719",
    "Lot 2024/118, best before 12/2026",
    "as agreed by telephone",
    "Delivery note 88123",
    "colour: anthracite, RAL 7016",
)
#: Lines of one printed page where the foot of each carries its sum forward.
_PAGE = 18


def paper(record: Invoice, firm: Firm, source: Random, face: str, split: Split) -> Paper:
    """The invoice `record` on a layout of that stream, with a sum that is made up anew."""
    return _Draft(record, firm, source, split).paper(face)


class _Draft:
    def __init__(self, record: Invoice, firm: Firm, source: Random, split: Split) -> None:
        self.record, self.source = record, source
        said = worded("invoice", "en", source, split)
        american = firm.country == "US"
        european = not american and source.random() < 0.2
        currency = "EUR" if european else record.currency
        self.style = Style(source, currency, said, split, american=american, european=european)
        self.sale = drawn(record, source, american=american, european=european)
        word = "Sales tax" if american else said["tax"] if source.random() < 0.6 and said["tax"] != "Sales tax" else "VAT"
        self.frame: Frame = source.choice(("grid", "columns", "open", "open"))
        self.roles = self._roles()
        if "line_tax" not in self.roles and self.source.random() < 0.7:
            self.sale = without_tax_on_lines(self.sale)
        self.totals = Totals(self.sale, self.style, source, record.day, word, self.frame)
        self.size = source.choice((8.0, 8.8, 9.6))
        self.number = "EIN" if american else source.choice(("VAT no.", "VAT registration", "VAT Reg No", "VAT number"))
        self.kept: dict[str, str] = {"kind": record.kind}

    def paper(self, face: str) -> Paper:
        """Seller, title and particulars, buyer, lines, totals, terms; what was printed of them beside the figures is `said`."""
        blocks = [*self._head(), *self._body(), *self._foot()]
        marginal = f"{self.record.seller.name} · page {{page}} of {{pages}}" if self.source.random() < 0.3 else ""
        head = f"{self.style.said[self.record.kind]} {self.record.number}" if marginal and self.source.random() < 0.5 else ""
        if self.style.where != "none" or self.totals.worded:
            self.kept["currency"] = self.style.currency
        return Paper(
            record="invoice", language="en", face=face, blocks=tuple(blocks), margin=float(self.source.randint(36, 64)), footer=marginal,
            head=head, said=tuple(self.kept.items()),
        )  # fmt: skip

    def _head(self) -> list[Block]:
        said, record = self.style.said, self.record
        title = Line(left=said[record.kind], size=15, strong=True, gap=8)
        if self.source.random() < 0.5:
            title = Line(right=said[record.kind], size=15, strong=True, gap=8)
        receipt = record.kind == "receipt" and self.source.random() < 0.5
        way = self.source.choice(("stacked", "stacked", "sides", "sides", "letter", "right"))
        facts = self._particulars()
        if way == "sides" and not receipt:
            middle = [facts, self._sides()] if self.source.random() < 0.5 else [self._sides(), facts]
            return [title, *(block for part in middle for block in part)]
        seller, buyer = self._party(record.seller, "seller"), [] if receipt else self._party(record.buyer, "buyer")
        parts: list[Sequence[Block]]
        if way == "letter":
            parts = [seller, buyer, [title], facts]
        elif way == "right":
            parts = [[Line(right=line.left, size=line.size, strong=line.strong, gap=line.gap) for line in seller], [title], buyer, facts]
        else:
            parts = [[title], seller, facts, buyer] if self.source.random() < 0.5 else [seller, [title], buyer, facts]
        return [block for part in parts for block in part]

    def _party(self, party: Identity, role: str) -> list[Line]:
        """Name, address, tax number; the caption over the buyer, seldom over the seller."""
        return [
            Line(
                left=text, size=8.5 if way != "name" else 10 if role == "buyer" else 12, strong=way == "caption" or role == "seller", gap=2
            )
            for way, text in self._told(party, role, self.source.random() < (0.9 if role == "buyer" else 0.2))
        ]

    def _told(self, party: Identity, role: str, captioned: bool) -> list[tuple[str, str]]:
        lines = [("caption", self.style.beside(role))] if captioned else []
        lines.append(("name", party.name))
        self.kept[role] = party.name
        if party.address and self.source.random() < 0.9:
            lines.append(("address", party.address))
        if party.phone and role == "seller" and self.source.random() < 0.3:
            lines.append(("phone", f"Tel {party.phone}"))
        if party.tax_id and self.source.random() < (0.85 if role == "seller" else 0.4):
            lines.append(("tax", f"{self.number} {party.tax_id}"))
            self.kept[f"{role}_tax_id"] = party.tax_id
        return lines

    def _sides(self) -> list[Block]:
        """Both parties beside each other, the seller left or right, with captions or without."""
        captioned = self.source.random() < 0.7
        left, right = (self._told(getattr(self.record, role), role, captioned) for role in ("seller", "buyer"))
        if captioned and self.source.random() < 0.4:
            left, right = right, left
        tall = max(len(left), len(right))
        rows = tuple(Row(tuple(part[index][1] if index < len(part) else "" for part in (left, right))) for index in range(tall))
        frame: Frame = self.source.choice(("open", "columns"))
        return [Table(columns=(Column("", 0.5), Column("", 0.5)), rows=rows, frame=frame, header=False, size=8.8, row_height=12, gap=8)]

    def _particulars(self) -> list[Block]:
        style, record = self.style, self.record
        pairs = [("number", record.number), ("date", style.day(record.day))]
        self.kept["number"] = record.number
        if record.due is not None and self.source.random() < 0.8:
            pairs.append(("due", style.day(record.due)))
            self.kept["due"] = record.due.isoformat()
        if self.source.random() < 0.4:
            pairs.append(("order", source_number(self.source)))
        if self.source.random() < 0.3:
            pairs.append(("account", str(self.source.randint(10_000, 9_999_999))))
        if self.source.random() < 0.2:
            pairs.append(("delivered", style.day(self.sale.goods[0].day)))
        if self.source.random() < 0.4:
            self.source.shuffle(pairs)
        named = [(style.beside(role), text) for role, text in pairs]
        way = self.source.choice(("lines", "right", "beside", "over", "row", "left grid"))
        if way == "lines":
            return [Line(left=f"{name}: {text}", size=9, gap=3) for name, text in named]
        if way == "right":
            return [Line(centre=name, right=text, size=9, gap=3) for name, text in named]
        if way == "row" and len(named) <= 3:
            parts = [f"{name} {text}" if name.endswith(("#", ":")) else f"{name}: {text}" for name, text in named]
            return [Line(left=parts[0], centre=parts[1], right=parts[2] if len(parts) > 2 else None, size=8.5, gap=6)]
        if way in ("beside", "left grid"):
            rows = tuple(Row((name, text)) for name, text in named)
            left = 0.55 if way == "beside" else 0.0
            return [Table(columns=(Column("", 0.5), Column("", 0.5)), rows=rows, frame="grid", header=False, width=0.45, left=left, gap=6)]
        columns = tuple(Column(name, 1 / len(named)) for name, _ in named)
        return [Table(columns=columns, rows=(Row(tuple(text for _, text in named)),), frame=self.frame, gap=8, size=8.5)]

    def _roles(self) -> list[str]:
        """The columns of the lines, in their order."""
        sale, chance = self.sale, self.source.random
        roles = []
        if chance() < 0.82:
            roles += ["quantity", *(["unit"] if chance() < 0.15 else []), *(["price"] if chance() < 0.9 else [])]
            if any(good.discount for good in sale.goods):
                roles.append("line_discount")
        included = sale.mode == "included"
        if sale.mode != "none" and chance() < 0.4:
            roles.append("rate")
        if sale.mode == "excluded" and chance() < 0.3:
            roles.append("line_tax")
        self.source.shuffle(roles)
        ends = ["line_total"] if included else ["line_net", *(["line_total"] if "line_tax" in roles and chance() < 0.4 else [])]
        roles = ["description", *roles, *ends] if chance() < 0.75 or not roles else [roles[0], "description", *roles[1:], *ends]
        for extra, likely in (("code", 0.25), ("day", 0.12), ("number", 0.2)):
            if chance() < likely:
                roles.insert(0 if chance() < 0.8 else 1, extra)
        return roles

    def _columns(self) -> tuple[Column, ...]:
        said = dict(self.style.said)
        included = self.sale.mode == "included"
        if included and self.source.random() < 0.6:
            said["line_total"] = said["line_net"] if said["line_net"] in ("Amount", "Line total", "Value") else "Amount"
        said["number"] = self.source.choice(("#", "Pos", "Line", ""))
        total = sum(_WIDTHS[role] for role in self.roles)
        return tuple(
            Column(
                said[role] if role == "number" else self.style.caption(role, said[role]),
                _WIDTHS[role] / total,
                "left" if role in _LEFT else "right",
            )
            for role in self.roles
        )

    def _body(self) -> list[Block]:
        """The lines: a table, or a part of it on each page with what is carried forward."""
        goods = list(enumerate(self.sale.goods, 1))
        columns, headless = self._columns(), self.source.random() < 0.1 and len(goods) < 12
        wash = self.source.choice((None, 0.9))
        if "quantity" in self.roles and not headless:
            self.kept["quantities"] = "|".join(f"{good.quantity.normalize():f}" for _, good in goods)
        trailing = self.source.random() < 0.15
        carries = len(goods) > _PAGE and self.source.random() < 0.6
        blocks: list[Block] = []
        sums = Decimal(0)
        size = _PAGE if carries else len(goods)
        for start in range(0, len(goods), size):
            rows = [Row(self._moved("brought", sums))] if start else []
            for number, good in goods[start : start + size]:
                rows.append(Row(tuple(self._cell(role, number, good) for role in self.roles)))
                if trailing and self.source.random() < 0.5:
                    rows.append(Row(tuple(self.source.choice(_TRAILS) if role == "description" else "" for role in self.roles)))
                sums += good.gross if self.sale.mode == "included" else good.net
            last = start + size >= len(goods)
            rows += [] if last else [Row(self._moved("carried", sums))]
            if start:
                blocks.append(Break())
            blocks.append(
                Table(columns=columns, rows=tuple(rows), frame=self.frame, size=self.size, row_height=self.size * 2, wash=wash, gap=12,
                      header=not headless)
            )  # fmt: skip
        return blocks

    def _moved(self, role: str, value: Decimal) -> tuple[Cell, ...]:
        """The row by which a page hands its sum to the next one."""
        cells: list[Cell] = [""] * len(self.roles)
        cells[self.roles.index("description")] = self.style.said[role]
        cells[-1] = self.style.plain(value)
        return tuple(cells)

    def _cell(self, role: str, number: int, good: Good) -> Cell:
        def figure(field: str, value: Decimal) -> Entry:
            printed = self.style.size(value) if field == "quantity" else self.style.plain(value)
            day = self.record.day
            return Entry(
                label=good.description, concept=None, period=day, span="day", value=value, printed=printed, field=field, item=number
            )

        made: dict[str, Cell] = {
            "number": str(number),
            "code": good.code,
            "day": self.style.day(good.day),
            "description": good.description,
            "unit": good.unit,
            "quantity": figure("quantity", good.quantity),
            "price": figure("price", good.price),
            "line_discount": percent(good.discount / 100) if good.discount else "",
            "rate": percent(good.rate),
            "line_tax": figure("line_tax", good.tax),
            "line_net": figure("line_net", good.net),
            "line_total": figure("line_total", good.gross),
        }
        return made[role]

    def _foot(self) -> list[Block]:
        blocks = self.totals.blocks()
        seller = self.record.seller
        if self.source.random() < 0.5:
            account = seller.account or str(self.source.randint(10**7, 10**8 - 1))
            lines = (f"Bank: {seller.bank or 'Northmere Bank'}", f"Sort code 20-11-{self.source.randint(10, 99)} Account no. {account}",
                     f"IBAN GB29 NMRB 6016 1331 {self.source.randint(1000, 9999)} 19")  # fmt: skip
            blocks += [Line(left=text, size=8, gap=14 if not number else 2) for number, text in enumerate(lines)]
        if self.source.random() < 0.2:
            blocks.append(Line(left="Interest of 8% above base rate is charged on sums unpaid after 30 days.", size=7.5, gap=4))
        return [*blocks, Line(left=self.style.said["terms"], size=8, gap=14)]


def source_number(source: Random) -> str:
    """What an order is called."""
    return source.choice(
        (
            f"PO-{source.randint(1000, 9999)}",
            f"45{source.randint(10**7, 10**8 - 1)}",
            f"{source.randint(100, 999)}/{source.randint(10, 99)}",
        )
    )
