"""A Chinese dealer's slip or receipt drawn by chance: with prices and what is owed, without tax."""

from __future__ import annotations

from decimal import Decimal

from samples.chance.invoices.draft import Draft
from samples.chance.invoices.sale import cents
from samples.papers.paper import Block, Cell, Column, Entry, Line, Row, Table


class Slip(Draft):
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
        first = ["index"] if source.random() < 0.6 else []
        middle = [role for role in ("model", "unit") if source.random() < 0.6]
        roles = [*first, "description", *middle, "quantity", "price", "line_net"]
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
            pairs += [
                (said["paid"], self.figure("paid", "other_paid", paid)),
                (said["payable"], self.figure("payable", "other_payable", self.total - paid)),
            ]
        foot = Line(left=f"{said['issuer']}：{self.record.issuer}", centre="送货人：", right="客户签字：", size=8.4, gap=10)
        if source.random() < 0.5:
            return [*(Line(left=f"{name}：", centre=one, size=9, gap=5) for name, one in pairs), foot]
        cells = [cell for pair in pairs for cell in pair]
        rows = tuple(Row(tuple(cells[start : start + 4])) for start in range(0, len(cells), 4))
        columns = (Column("", 0.2), Column("", 0.34), Column("", 0.18), Column("", 0.28))
        return [
            *([Table(columns=columns, rows=rows, header=False, frame=self.frame, size=8.8, row_height=16, gap=0)] if rows else []),
            foot,
        ]


class Receipt(Draft):
    """收据: who gave what for what, in words and figures."""

    taxed = False

    def blocks(self) -> list[Block]:
        record, said, source = self.record, self.said, self.source
        number = f"{source.randint(1, 9_999_999):07d}"
        self.kept |= {"number": number, "buyer": record.buyer.name}
        self.total = abs(self.net)
        head: list[Block] = [
            Line(centre=said["receipt"], size=16, strong=True, gap=6),
            Line(left=self.day, right=f"№ {number}", size=9, gap=6),
        ]
        if source.random() < 0.5:
            head[-1] = Line(left=f"日期：{self.day}", right=f"No. {number}", size=9, gap=6)
        total, capital = self.figure("total", "total", self.total), self.capital(self.total)
        reason = source.choice(("货款", "服务费", "房租押金", "工程款"))
        if source.random() < 0.5:
            small = f"小写：{self.sign or '¥'}{self.shown(self.total)}"
            body: list[Block] = [
                Line(left=f"{said['received']}：{record.buyer.name}", size=10, gap=8),
                Line(left=f"{said['reason']}：{reason}", size=10, gap=8),
                Line(left=f"{said['money']}：", centre=capital, size=10, gap=8),
                Line(left=self.figure("total", "total", self.total, small), size=10, gap=8),
            ]
        else:
            rows = (
                Row((said["received"], record.buyer.name)),
                Row((said["reason"], reason)),
                Row((said["money"], capital)),
                Row((said["small"], total)),
            )
            body = [
                Table(columns=(Column("", 0.25), Column("", 0.75)), rows=rows, header=False, frame="grid", size=9.5, row_height=20, gap=8)
            ]
        if source.random() < 0.6:
            body.append(Line(left=f"收款单位（盖章）：{record.seller.name}", right="收款人：王芳", size=9, gap=12))
            self.kept["seller"] = record.seller.name
        return [*head, *body]
