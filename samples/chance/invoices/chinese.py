"""A Chinese VAT invoice, dealer's slip or receipt on a layout drawn by chance: the fields that the law names, in places that it does not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from random import Random

from samples.capitals import capitals
from samples.chance.invoices.sale import cents
from samples.chance.words import worded
from samples.firms.firm import Firm
from samples.papers.paper import Block, Break, Cell, Column, Entry, Frame, Image, Line, Paper, Row, Table
from samples.papers.qr import qr_code
from samples.population.splits import Split
from samples.records.record import Identity, Invoice

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
class _Good:
    """discount: this line takes off the one above it, and has neither quantity nor price."""

    name: str
    model: str
    unit: str
    quantity: Decimal | None
    price: Decimal | None
    rate: Decimal
    net: Decimal
    tax: Decimal


def paper(record: Invoice, firm: Firm, source: Random, face: str, split: Split) -> Paper:
    """The invoice `record`, or a slip or receipt for the same goods, on a layout of that stream."""
    del firm
    said = worded("invoice", "zh", source, split)
    kind = source.random()
    draft = _Vat(record, source, said) if kind < 0.6 else _Slip(record, source, said) if kind < 0.85 else _Receipt(record, source, said)
    blocks = draft.blocks()
    wide = isinstance(draft, _Receipt) or source.random() < 0.4
    height = 841.89 if not wide or draft.pages > 1 else 420.0 + 16.0 * max(0, draft.rows - 4)
    margin = float(source.randint(28, 50))
    footer = "第{page}页 共{pages}页" if draft.pages > 1 else ""
    return Paper(record="invoice", language="zh", face=face, blocks=tuple(blocks), margin=margin, height=height, footer=footer,
                 said=tuple(draft.kept.items()))  # fmt: skip


class _Draft:
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

    def _goods(self) -> Sequence[_Good]:
        lines, source = self.record.lines, self.source
        many = source.random()
        wanted = source.randint(30, 70) if many < 0.06 else source.randint(2, 10) if many < 0.5 else len(lines)
        sign = -1 if self.record.net < 0 else 1
        found: list[_Good] = []
        for number in range(max(1, wanted)):
            line = lines[number % len(lines)]
            star = f"*{line.category}*" if line.category and self.taxed else ""
            rate = Decimal(line.rate) if self.taxed else Decimal(0)
            quantity = Decimal(line.quantity) if line.quantity and number < len(lines) else Decimal(source.choice((1, 2, 5, 10, 36)))
            if source.random() < 0.1 and self.taxed:
                net, price, counted = Decimal(abs(line.net)) / 100 or Decimal(1), None, None
            else:
                net = Decimal(abs(line.net)) / 100 if number < len(lines) else cents(Decimal(abs(line.net)) / 100 * Decimal(source.uniform(0.1, 1)))
                net = net or Decimal(1)
                price = (net / quantity).quantize(Decimal(1).scaleb(-source.choice((2, 4, 6, 8, 10, 13))) if self.taxed else Decimal("0.01")) or Decimal("0.01")
                counted = quantity
                net = cents(price * quantity)
            found.append(_Good(star + line.description, source.choice(_MODELS), line.unit or "项", counted and sign * counted, price, rate,
                               sign * net, sign * cents(net * rate)))  # fmt: skip
            if self.taxed and sign > 0 and source.random() < 0.06:
                off = -cents(net * Decimal("0.1"))
                found.append(_Good(star + line.description, "", "", None, None, rate, off, cents(off * rate)))
        return found

    def shown(self, value: Decimal) -> str:
        return f"{value:,f}" if self.thousands else f"{value:f}"

    def money(self, value: Decimal) -> str:
        return f"-{self.sign}{self.shown(-value)}" if value < 0 else f"{self.sign}{self.shown(value)}"

    def figure(self, label: str, field: str, value: Decimal, printed: str | None = None, item: int | None = None) -> Entry:
        return Entry(label=label, concept=None, period=self.record.day, span="day", value=value, printed=self.money(value) if printed is None
                     else printed, field=field, item=item)  # fmt: skip

    def capital(self, value: Decimal, mark: str = "") -> Entry:
        fen = int(abs(value) * 100)
        text = mark + ("（负数）" if value < 0 else "") + capitals(fen, self.source.choice(("圆", "元")))
        return self.figure("capital", "capital", value, text)

    def cell(self, role: str, number: int, good: _Good) -> Cell:
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
        self.kept["quantities"] = "|".join(f"{good.quantity.normalize():f}" if good.quantity is not None else "" for _, good in goods) if "quantity" in roles else ""
        blocks: list[Block] = []
        for start in range(0, len(goods), _PAGE):
            rows = [Row(tuple(self.cell(role, number, good) for role in roles)) for number, good in goods[start : start + _PAGE]]
            if start + _PAGE >= len(goods):
                rows += [*[Row(("",))] * spare, *last]
            if start:
                blocks.append(Break())
                self.pages += 1
            blocks.append(Table(columns=columns, rows=tuple(rows), frame=self.frame, size=8.4, row_height=15, gap=4 if self.frame != "open" else 10))
        return blocks


class _Vat(_Draft):
    """电子发票, 增值税专用发票 and 普通发票."""

    def blocks(self) -> list[Block]:
        record, said, source = self.record, self.said, self.source
        special = record.kind.endswith("_special")
        name = "增值税专用发票" if special else "普通发票"
        digital = record.kind.startswith("digital")
        title = f"{said['title']}（{name}）" if digital and "（" not in said["title"] else f"增值税{'电子' * record.kind.startswith('electronic')}{name.removeprefix('增值税')}"
        code: list[Block] = []
        if record.qr and source.random() < 0.5:
            self.kept["qr"] = self._qr()
            code = [Image(png=qr_code(self.kept["qr"]), width=54, height=54, beside=True)]
        self.kept |= {"number": record.number, "seller": record.seller.name, "buyer": record.buyer.name, "code": record.code}
        facts = [(said["number"], record.number), (said["date"], self.day)]
        if record.code:
            facts.insert(0, ("发票代码", record.code))
        if record.check:
            facts.append(("校验码", " ".join(record.check[start : start + 5] for start in range(0, 20, 5))))
            self.kept["check_code"] = record.check
        head: list[Block] = [*code, Line(centre=title, size=15, strong=True, gap=4)]
        if source.random() < 0.6:
            head += [Line(right=f"{name}：{text}", size=8.8, gap=3) for name, text in facts]
        elif source.random() < 0.5:
            head += [Line(left=f"{one[0]}：{one[1]}", right=f"{two[0]}：{two[1]}" if two else None, size=8.8, gap=4)
                     for one, two in zip(facts[::2], [*facts[1::2], None], strict=False)]  # fmt: skip
        else:
            head += [Table(columns=(Column("", 0.3), Column("", 0.7)), rows=tuple(Row(fact) for fact in facts), header=False, width=0.5,
                           left=source.choice((0.0, 0.5)), frame="open", size=8.8, gap=4)]  # fmt: skip
        roles = ["description", *(role for role in ("model", "unit") if source.random() < 0.7), "quantity", "price", "line_net", "rate", "line_tax"]
        if source.random() < 0.1:
            roles.append("line_total")
        return [*head, *self._parties(), *self._lines(roles), *self._end()]

    def _qr(self) -> str:
        """What the code on this paper says: the record's, with the amount that these lines come to."""
        parts = self.record.qr.split(",")
        parts[4] = f"{self.total if len(parts[3]) == 20 else self.net:f}"
        return ",".join(parts)

    def _lines(self, roles: Sequence[str]) -> list[Block]:
        said = {**self.said, "index": "序号"}
        last: list[Cell] = [""] * len(roles)
        last[0] = said["sum"]
        self.row_of_sums = self.source.random() < 0.75
        last[roles.index("line_net")] = self.figure("net", "net", self.net)
        last[roles.index("line_tax")] = self.figure("tax", "tax", self.tax)
        rows = [Row(tuple(last))] if self.row_of_sums else []
        return self.table(roles, said, rows, spare=self.source.choice((0, 0, 2)))

    def _party(self, party: Identity, role: str, *, captioned: bool) -> list[str]:
        said = self.said
        before = said[role].removesuffix("信息") if captioned else ""
        lines = [f"{before}{said['name']}：{party.name}", f"{before}{said['tax_id']}：{party.tax_id}"]
        self.kept[f"{role}_tax_id"] = party.tax_id
        if self.extra:
            lines.append(f"{said['contact']}：{party.address} {party.phone}".rstrip())
            lines.append(f"{said['banking']}：{party.bank} {party.account}".rstrip())
        return lines

    def _parties(self) -> list[Block]:
        self.extra = self.source.random() < 0.4
        way = self.source.choice(("sides", "sides", "stacked", "named", "headed"))
        buyer, seller = (self._party(getattr(self.record, role), role, captioned=way == "named") for role in ("buyer", "seller"))
        if way == "sides":
            marks = ["购买方信息", "销售方信息"]
            tall = max(len(buyer), 5)
            cells = [[marks[index][at : at + 1], *([lines[at // 1] if at < len(lines) else ""])] for index, lines in enumerate((buyer, seller)) for at in range(tall)]
            rows = tuple(Row((*cells[at], *cells[tall + at])) for at in range(tall))
            columns = (Column("", 0.04), Column("", 0.46), Column("", 0.04), Column("", 0.46))
            return [Table(columns=columns, rows=rows, header=False, frame="columns", size=8.2, row_height=13, gap=8)]
        if way == "headed":
            tall = max(len(buyer), len(seller))
            rows = (Row((self.said["buyer"], self.said["seller"])), *(Row((buyer[at], seller[at])) for at in range(tall)))
            return [Table(columns=(Column("", 0.5), Column("", 0.5)), rows=rows, header=False, frame=self.frame, size=8.2, row_height=13, gap=8)]
        if way == "named":
            return [Line(left=text, size=8.8, gap=4) for text in (*buyer, *seller)]
        blocks: list[Block] = []
        for role, lines in (("buyer", buyer), ("seller", seller)):
            blocks.append(Line(left=self.said[role], size=9, strong=True, gap=7))
            blocks += [Line(left=f"　{text}", size=8.6, gap=3) for text in lines]
        return blocks

    def _end(self) -> list[Block]:
        said = self.said
        capital, total = self.capital(self.total, self.source.choice(("", "⊗"))), self.figure("total", "total", self.total)
        blocks: list[Block] = []
        if not self.row_of_sums:
            pairs = ((said["net"], self.figure("net", "net", self.net)), (said["tax"], self.figure("tax", "tax", self.tax)))
            blocks += [Line(centre=name, right=one, size=9, gap=4) for name, one in pairs]
        way = self.source.choice(("row", "row", "lines", "inline"))
        if way == "row":
            columns = (Column("", 0.22), Column("", 0.43), Column("", 0.12), Column("", 0.23))
            cells = (said["capital"], capital, "（小写）", total)
            blocks.append(Table(columns=columns, rows=(Row(cells),), header=False, size=8.8, row_height=18, gap=0))
        elif way == "lines":
            blocks += [Line(left=f"{said['capital']}：", centre=capital, size=9, gap=5), Line(centre=said["total"], right=total, size=9, gap=5)]
        else:
            blocks += [Line(left=self.figure("capital", "capital", self.total, f"{said['capital']}：{capital.printed}"), size=9, gap=5),
                       Line(left=self.figure("total", "total", self.total, f"{said['total']}：{self.money(self.total)}"), size=9, gap=5)]  # fmt: skip
        note = self.record.note or "合同号：HT2025-0312"
        return [*blocks, Line(left=f"{said['note']}：{note}", size=8.4, gap=6), Line(left=f"{said['issuer']}：{self.record.issuer}", size=8.4, gap=6)]


class _Slip(_Draft):
    """销售单, 送货单, 销货清单: with prices and what is owed, without tax."""

    taxed = False

    def blocks(self) -> list[Block]:
        record, said, source = self.record, self.said, self.source
        number = f"XS{record.day:%y%m%d}{source.randint(100, 999)}"
        self.kept |= {"number": number, "buyer": record.buyer.name}
        head: list[Block] = []
        if source.random() < 0.7:
            head.append(Line(centre=record.seller.name, size=13, strong=True, gap=4))
            self.kept["seller"] = record.seller.name
        head.append(Line(centre=said["slip"], size=14, strong=True, gap=4))
        facts = [(said["customer"], record.buyer.name), (said["slip_number"], number), (said["slip_date"], self.day)]
        source.shuffle(facts)
        if source.random() < 0.5:
            head += [Line(left=f"{facts[0][0]}：{facts[0][1]}", right=f"{facts[1][0]}：{facts[1][1]}", size=8.8, gap=6),
                     Line(left=f"{facts[2][0]}：{facts[2][1]}", right="电话：0571-86660000", size=8.8, gap=4)]  # fmt: skip
        else:
            head += [Line(left=f"{name}：{text}", size=8.8, gap=4) for name, text in facts]
        roles = [*(["index"] if source.random() < 0.6 else []), "description", *(role for role in ("model", "unit") if source.random() < 0.6),
                 "quantity", "price", "line_net"]  # fmt: skip
        names = {**said, "index": "序号", "description": said["slip_description"], "line_net": said["slip_net"], "price": "单价"}
        off = -cents(self.net * Decimal("0.05")) if source.random() < 0.2 else Decimal(0)
        self.total = self.net + off
        self.boxed = source.random() < 0.6 and not off
        last: list[Row] = []
        if self.boxed:
            cells: list[Cell] = [""] * len(roles)
            cells[0] = said["sum"]
            cells[-1] = self.figure("total", "total", self.total)
            if source.random() < 0.5:
                cells[roles.index("quantity")] = f"{sum((good.quantity for good in self.goods if good.quantity), Decimal(0)):f}"
            last = [Row(tuple(cells))]
        return [*head, *self.table(roles, names, last), *self._end(off)]

    def _end(self, off: Decimal) -> list[Block]:
        said, source = self.said, self.source
        pairs: list[tuple[str, Entry]] = []
        if off:
            pairs.append((said["discount"], self.figure("discount", "other_discount", off)))
        if not self.boxed:
            pairs.append((said["slip_total"], self.figure("total", "total", self.total)))
        if source.random() < 0.7:
            pairs.append((said["slip_capital"], self.capital(self.total)))
        if source.random() < 0.35 and self.total > 10:
            paid = cents(self.total * Decimal("0.3"))
            pairs += [(said["paid"], self.figure("paid", "other_paid", paid)), (said["payable"], self.figure("payable", "other_payable", self.total - paid))]
        foot = Line(left=f"{said['issuer']}：{self.record.issuer}", centre="送货人：", right="客户签字：", size=8.4, gap=10)
        if source.random() < 0.5:
            return [*(Line(left=f"{name}：", centre=one, size=9, gap=5) for name, one in pairs), foot]
        cells = [cell for pair in pairs for cell in pair]
        rows = tuple(Row(tuple(cells[start : start + 4])) for start in range(0, len(cells), 4))
        columns = (Column("", 0.2), Column("", 0.34), Column("", 0.18), Column("", 0.28))
        return [*([Table(columns=columns, rows=rows, header=False, frame=self.frame, size=8.8, row_height=16, gap=0)] if rows else []), foot]


class _Receipt(_Draft):
    """收据: who gave what for what, in words and figures."""

    taxed = False

    def blocks(self) -> list[Block]:
        record, said, source = self.record, self.said, self.source
        number = f"{source.randint(1, 9_999_999):07d}"
        self.kept |= {"number": number, "buyer": record.buyer.name}
        self.total = abs(self.net)
        head: list[Block] = [Line(centre=said["receipt"], size=16, strong=True, gap=6), Line(left=self.day, right=f"№ {number}", size=9, gap=6)]
        if source.random() < 0.5:
            head[-1] = Line(left=f"日期：{self.day}", right=f"No. {number}", size=9, gap=6)
        total, capital = self.figure("total", "total", self.total), self.capital(self.total)
        reason = source.choice(("货款", "服务费", "房租押金", "工程款"))
        if source.random() < 0.5:
            body: list[Block] = [
                Line(left=f"{said['received']}：{record.buyer.name}", size=10, gap=8), Line(left=f"{said['reason']}：{reason}", size=10, gap=8),
                Line(left=f"{said['money']}：", centre=capital, size=10, gap=8),
                Line(left=self.figure("total", "total", self.total, f"小写：{self.sign or '¥'}{self.shown(self.total)}"), size=10, gap=8),
            ]  # fmt: skip
        else:
            rows = (Row((said["received"], record.buyer.name)), Row((said["reason"], reason)), Row((said["money"], capital)), Row((said["small"], total)))
            body = [Table(columns=(Column("", 0.25), Column("", 0.75)), rows=rows, header=False, frame="grid", size=9.5, row_height=20, gap=8)]
        if source.random() < 0.6:
            body.append(Line(left=f"收款单位（盖章）：{record.seller.name}", right="收款人：王芳", size=9, gap=12))
            self.kept["seller"] = record.seller.name
        return [*head, *body]

