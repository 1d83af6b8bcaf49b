"""The foot of an English invoice drawn by chance: its sums in lines, boxes, columns, left or right, and the tax of each rate."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from random import Random

from samples.chance.invoices.sale import Sale
from samples.chance.invoices.style import Style, in_words
from samples.papers.paper import Block, Column, Entry, Frame, Line, Row, Table

#: (role of the caption, what is printed as caption, field of the figure, amount)
Sum = tuple[str, str, str, Decimal]


def percent(rate: Decimal) -> str:
    """0.2 as 20%."""
    return f"{(rate * 100).normalize():f}%"


class Totals:
    """The sums of one sale, in order, and the blocks that print them."""

    def __init__(self, sale: Sale, style: Style, source: Random, day: date, tax: str, frame: Frame) -> None:
        self.sale, self.style, self.source, self.day, self.word, self.frame = sale, style, source, day, tax, frame
        self.table_of_rates = (len(sale.bases) > 1 and source.random() < 0.6) or (sale.tax != 0 and source.random() < 0.1)
        self.worded = source.random() < 0.15
        self.sums = list(self._sums())

    def _sums(self) -> list[Sum]:
        sale, said = self.sale, self.style.said
        found: list[Sum] = []
        if sale.mode == "none":
            if sale.before:
                found.append(("lines_sum", said["lines_sum"], "other_net", sale.lines_sum))
            elif self.source.random() < 0.3:
                found.append(("net", said["net"], "net", sale.net))
        elif sale.mode == "excluded":
            if sale.before:
                found.append(("lines_sum", said["lines_sum"], "other_net", sale.lines_sum))
                found += [(role, said[role], f"other_{role}", amount) for role, amount in sale.before]
                if self.source.random() < 0.6:
                    found.append(("net_after", said["net_after"], "net", sale.net))
            else:
                found.append(("net", said["net"], "net", sale.net))
        if sale.mode == "none" and sale.before:
            found += [(role, said[role], f"other_{role}", amount) for role, amount in sale.before]
        total: Sum = ("total", said["sum" if sale.after else "total"], "total", sale.total)
        if sale.mode == "included":
            found.append(total)
            found += self._included()
        else:
            found += self._taxes()
            found.append(total)
        names = {"retention": "retention", "withheld": "retention", "paid": "paid", "payable": "payable"}
        found += [(role, said[role], f"other_{names[role]}", amount) for role, amount in sale.after]
        return found

    def _included(self) -> list[Sum]:
        """The tax in a sum with tax, and perhaps what the sum is without it."""
        found: list[Sum] = []
        if len(self.sale.bases) == 1:
            rate, base, tax = self.sale.bases[0]
            word = self.source.choice(
                (f"Includes {self.word} at {percent(rate)} of", f"{self.word} included", f"incl. {percent(rate)} {self.word}")
            )
            found.append(("tax", word, "tax", tax))
            if self.source.random() < 0.4:
                found.append(("net_after", self.style.said["net_after"], "net", base))
        elif not self.table_of_rates:
            taxed = [(rate, tax) for rate, _, tax in self.sale.bases if rate]
            field = "rate_tax" if len(taxed) > 1 else "tax"
            found += [("tax", f"incl. {percent(rate)} {self.word}", field, tax) for rate, tax in taxed]
        return found

    def _taxes(self) -> list[Sum]:
        sale = self.sale
        if sale.mode == "none":
            return []
        if len(sale.bases) == 1:
            rate, base, tax = sale.bases[0]
            way = self.source.choice(("plain", "at", "bracket", "on", "before"))
            share = percent(rate)
            ways = {"at": f"{self.word} @ {share}", "bracket": f"{self.word} ({share})", "before": f"{share} {self.word}"}
            word = f"{self.word} {share} on {self.style.size(base)}" if way == "on" else ways.get(way, self.word)
            return [("tax", word, "tax", tax)]
        if self.table_of_rates:
            return [("tax", self.word, "tax", sale.tax)]
        based = self.source.random() < 0.4
        shown = [one for one in sale.bases if one[0] or self.source.random() < 0.5]
        field = "rate_tax" if len(shown) > 1 else "tax"
        words = [f"{self.word} {percent(rate)}" + (f" on {self.style.size(base)}" if based else "") for rate, base, _ in shown]
        return [("tax", word, field, tax) for word, (_, _, tax) in zip(words, shown, strict=True)]

    def entry(self, one: Sum) -> Entry:
        _, caption, field, value = one
        return self._figure(caption, field, value, self.style.money(value))

    def _figure(self, label: str, field: str, value: Decimal, printed: str, item: int | None = None) -> Entry:
        return Entry(label=label, concept=None, period=self.day, span="day", value=value, printed=printed, field=field, item=item)

    def blocks(self) -> list[Block]:
        """All of the foot."""
        rates = [self._rates()] if self.table_of_rates and self.sale.mode != "none" else []
        first = self.source.random() < 0.5
        blocks: list[Block] = [*(rates if first else []), *self._summary(), *([] if first else rates)]
        if self.worded:
            due = self.sale.after[-1][1] if self.sale.after and self.source.random() < 0.5 else self.sale.total
            blocks.append(Line(left=f"{self.style.said['words']}: {in_words(due, self.style.currency)}", size=9, gap=6))
        if self.sale.mode == "included":
            blocks.append(Line(left=self.style.said["included"] + ".", size=8, gap=6))
        return blocks

    def _summary(self) -> list[Block]:
        way = self.source.choice(("lines", "lines", "table", "table", "left table", "under", "pairs", "colon", "inline", "first"))
        named = [(self.style.beside(role, caption), (role, caption, field, value)) for role, caption, field, value in self.sums]
        if way in ("under", "pairs") and not 2 <= len(named) <= 5:
            way = "table"
        if way == "lines":
            return [Line(centre=name, right=self.entry(one), size=9.5, gap=5) for name, one in named]
        if way == "colon":
            return [Line(centre=f"{name}:", right=self.entry(one), size=9.5, gap=4) for name, one in named]
        if way == "inline":
            texts = [(f"{name}: {self.style.money(one[3])}", one) for name, one in named]
            return [Line(right=self._figure(one[1], one[2], one[3], text), size=9.5, gap=4) for text, one in texts]
        if way == "under":
            columns = tuple(Column(self.style.caption(one[0], one[1]), 1 / len(named), "right") for _, one in named)
            return [
                Table(
                    columns=columns,
                    rows=(Row(tuple(self.entry(one) for _, one in named)),),
                    frame=self.source.choice(("grid", "open")),
                    size=9,
                    gap=10,
                )
            ]
        if way == "pairs":
            cells = [cell for name, one in named for cell in (name, self.entry(one))]
            rows = tuple(Row(tuple(cells[start : start + 4])) for start in range(0, len(cells), 4))
            columns = (Column("", 0.28), Column("", 0.22, "right"), Column("", 0.28), Column("", 0.22, "right"))
            return [Table(columns=columns, rows=rows, frame="grid", header=False, size=9, gap=10)]
        left = {"left table": 0.0, "first": 0.3}.get(way, 0.55)
        align = "left" if self.source.random() < 0.2 else "right"
        rows = tuple(Row((name, self.entry(one)), "total" if one[2] == "total" else "plain") for name, one in named)
        columns = (Column("", 0.6), Column("", 0.4, align))  # type: ignore[arg-type]
        return [Table(columns=columns, rows=rows, frame=self.frame, header=False, width=0.45, left=left, size=9, gap=8)]

    def _rates(self) -> Table:
        """The table of rates, each with its base and its tax."""
        said = self.style.said
        columns = (
            Column(said["rate"] if said["rate"] != "VAT" else "Rate", 0.3),
            Column(said["base"], 0.35, "right"),
            Column(self.word, 0.35, "right"),
        )
        rows = [
            Row((percent(rate), self._figure(percent(rate), "rate_net", base, self.style.plain(base), number),
                 self._figure(percent(rate), "rate_tax", tax, self.style.plain(tax), number)))
            for number, (rate, base, tax) in enumerate(self.sale.bases, 1)
        ]  # fmt: skip
        return Table(columns=columns, rows=tuple(rows), frame=self.frame, size=8.5, width=0.5, left=self.source.choice((0.0, 0.5)), gap=8)
