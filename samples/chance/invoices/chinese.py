"""A Chinese VAT invoice drawn by chance: the fields that the law names, in places that it does not."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from samples.chance.invoices.draft import Draft
from samples.chance.invoices.slips import Receipt, Slip
from samples.chance.words import worded
from samples.firms.firm import Firm
from samples.papers.paper import Block, Cell, Column, Image, Line, Paper, Row, Table
from samples.papers.qr import qr_code
from samples.population.splits import Split
from samples.records.record import Identity, Invoice


def paper(record: Invoice, firm: Firm, source: Random, face: str, split: Split) -> Paper:
    """The invoice `record`, or a slip or receipt for the same goods, on a layout of that stream."""
    del firm
    said = worded("invoice", "zh", source, split)
    kind = source.random()
    draft = Vat(record, source, said) if kind < 0.6 else Slip(record, source, said) if kind < 0.85 else Receipt(record, source, said)
    blocks = draft.blocks()
    wide = isinstance(draft, Receipt) or source.random() < 0.4
    height = 841.89 if not wide or draft.pages > 1 else 420.0 + 16.0 * max(0, draft.rows - 4)
    margin = float(source.randint(28, 50))
    footer = "第{page}页 共{pages}页" if draft.pages > 1 else ""
    return Paper(record="invoice", language="zh", face=face, blocks=tuple(blocks), margin=margin, height=height, footer=footer,
                 said=tuple(draft.kept.items()))  # fmt: skip


class Vat(Draft):
    """电子发票, 增值税专用发票 and 普通发票."""

    def blocks(self) -> list[Block]:
        record, said, source = self.record, self.said, self.source
        special = record.kind.endswith("_special")
        name = "增值税专用发票" if special else "普通发票"
        digital = record.kind.startswith("digital")
        title = (
            f"{said['title']}（{name}）"
            if digital and "（" not in said["title"]
            else f"增值税{'电子' * record.kind.startswith('electronic')}{name.removeprefix('增值税')}"
        )
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
        roles = [
            "description",
            *(role for role in ("model", "unit") if source.random() < 0.7),
            "quantity",
            "price",
            "line_net",
            "rate",
            "line_tax",
        ]
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
            cells = [
                [marks[index][at : at + 1], *([lines[at // 1] if at < len(lines) else ""])]
                for index, lines in enumerate((buyer, seller))
                for at in range(tall)
            ]
            rows = tuple(Row((*cells[at], *cells[tall + at])) for at in range(tall))
            columns = (Column("", 0.04), Column("", 0.46), Column("", 0.04), Column("", 0.46))
            return [Table(columns=columns, rows=rows, header=False, frame="columns", size=8.2, row_height=13, gap=8)]
        if way == "headed":
            tall = max(len(buyer), len(seller))
            rows = (Row((self.said["buyer"], self.said["seller"])), *(Row((buyer[at], seller[at])) for at in range(tall)))
            return [
                Table(columns=(Column("", 0.5), Column("", 0.5)), rows=rows, header=False, frame=self.frame, size=8.2, row_height=13, gap=8)
            ]
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
            blocks += [
                Line(left=f"{said['capital']}：", centre=capital, size=9, gap=5),
                Line(centre=said["total"], right=total, size=9, gap=5),
            ]
        else:
            texts = (("capital", f"{said['capital']}：{capital.printed}"), ("total", f"{said['total']}：{self.money(self.total)}"))
            blocks += [Line(left=self.figure(field, field, self.total, text), size=9, gap=5) for field, text in texts]
        note = self.record.note or "合同号：HT2025-0312"
        return [
            *blocks,
            Line(left=f"{said['note']}：{note}", size=8.4, gap=6),
            Line(left=f"{said['issuer']}：{self.record.issuer}", size=8.4, gap=6),
        ]
