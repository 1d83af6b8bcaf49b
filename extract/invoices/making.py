"""The making of one invoice from the rows of its pages: captions, lines, totals, figures, and how sure each of them is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from extract.document import DocumentWarning
from extract.figure import Figure
from extract.invoices.amounts import Candidate, Found, candidates_of
from extract.invoices.arithmetic import settle
from extract.invoices.captions import Captioned, CaptionNames, find_captions, names_of
from extract.invoices.choosing import Chosen, choose
from extract.invoices.columns import headers_of
from extract.invoices.items import Item, Table, column_totals, table_of
from extract.invoices.layout import Field, InvoiceLayout, ItemRole
from extract.invoices.particulars import Written, check_code_of, code_of, day_of, number_of, written_of
from extract.invoices.parties import parties_of
from extract.invoices.plain import plain_items
from extract.invoices.printed import amount_in, category_of, currency_of
from extract.money import UNKNOWN_CURRENCY
from extract.numerals import DecimalMark, Numeral, show
from extract.records import Invoice, InvoiceAmount, InvoiceKind, InvoiceLine, RateTotal
from extract.series import TEXT_LAYER_CONFIDENCE, FigureSeries
from extract.tables.lines import Chunk, Row

_CREDIT = re.compile(
    r"credit (?:note|memo)\b|红字|销项负数|stornorechnung|rechnungskorrektur|creditnota|avoir\b|nota de cr[eé]dito|nota di credito"
    r"|(?<!/ )adjustment note",
    re.IGNORECASE,
)
#: A title by itself.
_RECEIPT = re.compile(r"\W*(?:sales |till |cash |official )?receipt\W*|\W*cash (?:sale|bill)\W*", re.IGNORECASE)
#: Amounts with cents behind a mark, and no days written with points.
_CENTS = r"(?<![.,\d])(?:\d{{1,3}}(?:[., ']\d{{3}})*|\d+){}\d\d(?![.,\d])"
#: A figure of recognised pixels that an equation proves is at least this sure, one that an equation contradicts at most that.
_PROVEN, _BROKEN = 0.995, 0.9


@dataclass(frozen=True, slots=True)
class Sums:
    """What was found among the rows before figures are made.   table: None where the lines have no head"""

    decimal: DecimalMark | None
    found: Found
    table: Table | None
    items: Sequence[Item]
    written: Written | None
    chosen: Chosen


def sums_of(rows: Sequence[Row], layout: InvoiceLayout, names: CaptionNames) -> Sums:
    """The lines and the totals, each chosen with the other's help."""
    decimal = _decimal_of(rows, layout)
    table = table_of(rows, layout, names, decimal)
    items = list(table.items) if table is not None else []
    if table is not None:
        settle(table.header, items)
        items = _whole(items)
    found = candidates_of(rows, names, decimal, (table.first, table.last) if table is not None and items else None)
    if layout.paired:
        _add_chinese_totals(rows, found, decimal)
    elif table is not None and items:
        _add_column_totals(table, rows, found, decimal)
    written = written_of(rows)
    value = written.value if written is not None else None
    if written is not None:
        _add_written(rows, found, decimal, written)
    if not items:
        table = None
        items = plain_items(rows, found, names, decimal)
    chosen = choose(found, value, _line_sums(items))
    if _hold_tax(items, chosen):
        for item in items:
            item.cells["gross"] = item.cells.pop("net")
            for told in (item.proven, item.broken):
                if "net" in told:
                    told.symmetric_difference_update({"net", "gross"})
    return Sums(decimal, found, table, items, written, chosen)


def _hold_tax(items: Sequence[Item], chosen: Chosen) -> bool:
    """Whether the amounts of the lines are those with tax: they add up to a total that holds a tax."""
    if chosen.total is None or not any(tax.value for tax in chosen.taxes):
        return False
    if any("net" not in item.cells or "gross" in item.cells or "tax" in item.cells for item in items):
        return False
    return bool(items) and sum((item.cells["net"][0].value for item in items), Decimal(0)) == chosen.total.value


def _whole(items: Sequence[Item]) -> list[Item]:
    """Each item with its sum: what stands on a row above its sum, and holds none of what that row holds, begins the same line."""
    priced = [bool({"net", "gross"} & item.cells.keys()) for item in items]
    if sum(priced) * 2 < len(items):
        return list(items)
    kept: list[Item] = []
    above: Item | None = None
    for index, (item, has_sum) in enumerate(zip(items, priced, strict=True)):
        if above is not None:
            item.description[:0] = above.description
            item.cells |= above.cells
            item.quantity, item.unit = above.quantity or item.quantity, above.unit or item.unit
            item.tax_rate = above.tax_rate if item.tax_rate is None else item.tax_rate
            above = None
        below = items[index + 1] if index + 1 < len(items) else None
        if not has_sum and below is not None and priced[index + 1] and item.description and not item.cells.keys() & below.cells.keys():
            above = item
            continue
        kept.append(item)
    return kept


def _line_sums(items: Sequence[Item]) -> list[Decimal]:
    """What the lines come to: net, gross, or net and tax."""
    sums: list[Decimal] = []
    for roles in (("net",), ("gross",), ("net", "tax")):
        cells = [[item.cells[role][0].value for role in item.cells if role in roles] for item in items]
        if cells and all(len(one) == len(roles) for one in cells):
            sums.append(sum((value for one in cells for value in one), Decimal(0)))
    return [one for one in sums if one]


def _decimal_of(rows: Sequence[Row], layout: InvoiceLayout) -> DecimalMark | None:
    """The mark that parts the paper's cents: that of its language, or the other one where more amounts have it."""
    text = " ".join(row.text for row in rows)
    points, commas = (len(re.findall(_CENTS.format(re.escape(mark)), text)) for mark in ".,")
    own, other = (commas, points) if layout.decimal == "," else (points, commas)
    if own >= other:
        return layout.decimal
    return "." if layout.decimal == "," else ","


def _add_chinese_totals(rows: Sequence[Row], found: Found, decimal: DecimalMark | None) -> None:
    """The row 合计 of a Chinese invoice prints net and tax, in this order, under their columns."""
    for index, row in enumerate(rows):
        if not re.match(r"合[^\w￥¥]{0,4}(?:计|[￥¥])", re.sub(r"^[^\u4e00-\u9fff]*", "", row.text)):
            continue
        printed = [(chunk, numeral) for chunk in row.chunks if (numeral := amount_in(chunk.text, decimal)) is not None]
        pair = printed[-2:]
        if pair:
            found.fields["net"].append(Candidate(pair[0][0].text, pair[0][1], pair[0][0], row, 5.0, index))
        if len(pair) > 1:
            found.fields["tax"].append(Candidate(pair[1][0].text, pair[1][1], pair[1][0], row, 5.0, index))


def _add_column_totals(table: Table, rows: Sequence[Row], found: Found, decimal: DecimalMark | None) -> None:
    """The sums beneath the columns of the lines: of net, of tax and of both."""
    sums = column_totals(table, rows, decimal)
    fields: tuple[tuple[ItemRole, Field], ...] = (("net", "net"), ("tax", "tax"), ("gross", "total"))
    if sum(role in sums for role, _ in fields) < 2:
        return
    taken = {id(chunk) for _, chunk, _ in sums.values()}
    for candidates in found.fields.values():
        candidates[:] = [one for one in candidates if id(one.chunk) not in taken]
    found.others[:] = [(role, one) for role, one in found.others if id(one.chunk) not in taken]
    for role, name in fields:
        if role in sums:
            numeral, chunk, row = sums[role]
            found.fields[name].append(Candidate(chunk.text, numeral, chunk, row, 3.4, table.last + 1, "total"))


def _add_written(rows: Sequence[Row], found: Found, decimal: DecimalMark | None, written: Written) -> None:
    """The amount that the capital numerals write out, where it is printed without words that name it."""
    if any(abs(one.value) == abs(written.value) for one in (*found.fields["total"], *found.fields["payable"])):
        return
    near = [
        (index, row) for index, row in enumerate(rows) if row.page == written.row.page and abs(row.box.middle - written.row.box.middle) < 40
    ]
    for index, row in near:
        for chunk in row.chunks:
            numeral = amount_in(chunk.text, decimal)
            if numeral is not None and abs(numeral.value) == abs(written.value):
                found.fields["total"].append(Candidate(chunk.text, numeral, chunk, row, 2.0, index))


def outside_tables(captions: Sequence[Captioned], rows: Sequence[Row], layout: InvoiceLayout) -> list[Captioned]:
    """Captions that are no names of columns: "Date" and "To" over the lines say nothing of the invoice."""
    heads = {index for header in headers_of(rows, layout) for index in range(header.first, header.last + 1)}
    return [item for item in captions if item.row not in heads]


@dataclass(slots=True)
class Making:
    """One invoice.

    state    of the chunks that arithmetic proves (True) or contradicts (False)
    unsure   chunks of which even a clear print leaves open whether they are what they are taken for
    """

    sha256: str
    rows: Sequence[Row]
    series: FigureSeries
    layout: InvoiceLayout
    state: dict[int, bool] = field(default_factory=dict)
    unsure: set[int] = field(default_factory=set)

    def invoice(self) -> tuple[Invoice | None, list[DocumentWarning]]:
        names = names_of(self.layout)
        captions = outside_tables(find_captions(self.rows, names), self.rows, self.layout)
        number, titled = number_of(captions, self.rows, names, self.layout)
        sums = sums_of(self.rows, self.layout, names)
        chosen = sums.chosen
        if chosen.total is None and number is None:
            return None, []
        self._judge(sums)
        currency, warnings = self._currency(captions)
        warnings.extend(_capitals_differ(sums))
        seller, buyer = parties_of(self.rows, self.layout, names)
        lines = tuple(self._line(item, currency) for item in sums.items)
        net, total = self._net(chosen, currency), self._candidate(chosen.total, currency)
        tax = self._tax(chosen, currency)
        made = Invoice(
            kind=self._kind(chosen), number=number, date=titled or day_of("date", captions, self.rows, names, self.layout),
            due=day_of("due", captions, self.rows, names, self.layout),
            seller=seller, buyer=buyer, currency=currency, net=net, tax=tax, total=total, lines=lines, page=self.rows[0].page,
            code=code_of(captions, self.rows, names), check_code=check_code_of(captions, self.rows, names),
            rates=tuple(self._rates(sums, currency)), amounts=tuple(self._amounts(sums, currency)),
            written=self._written_figure(sums.written, currency),
        )  # fmt: skip
        return made, warnings

    def _judge(self, sums: Sums) -> None:
        """Which printed amounts the invoice's own arithmetic proves, and which it contradicts."""
        chosen, items = sums.chosen, sums.items
        broken: set[int] = set()
        proven = set(chosen.sure)
        roles: tuple[ItemRole, ...] = ("net", "gross", "tax", "unit_price")
        for item in items:
            for role in roles:
                if role in item.cells:
                    (proven if role in item.proven else broken if role in item.broken else set()).add(id(item.cells[role][1]))
        totals: tuple[tuple[ItemRole, set[Decimal]], ...] = (
            ("net", {one.value for one in (*chosen.nets[:1], *([chosen.total] if chosen.total else []))}),
            ("gross", {chosen.total.value} if chosen.total else set()),
            ("tax", {sum((one.value for one in chosen.taxes), Decimal(0))} if chosen.taxes else set()),
        )
        for role, values in totals:
            cells = [item.cells[role] for item in items if role in item.cells]
            if len(cells) > 1 and sum((cell[0].value for cell in cells), Decimal(0)) in values:
                proven.update(id(cell[1]) for cell in cells)
        if chosen.total is not None and not chosen.proven and chosen.nets and chosen.taxes:
            broken.update(id(one.chunk) for one in (*chosen.nets, *chosen.taxes, chosen.total))
        self.state.update(dict.fromkeys(broken - proven, False))
        self.state.update(dict.fromkeys(proven, True))
        if chosen.rival and chosen.total is not None:
            self.state[id(chosen.total.chunk)] = False
            self.unsure.add(id(chosen.total.chunk))

    def _currency(self, captions: Sequence[Captioned]) -> tuple[str, list[DocumentWarning]]:
        stated = [item.value or self._right_of(item) for item in captions if item.field == "currency"]
        named = next((code for text in stated if (code := currency_of(text))), None)
        found = named or currency_of(" ".join(row.text for row in self.rows)) or self.layout.currency
        if found is not None:
            return found, []
        text, text_zh = "The invoice prints no currency; none is assumed. Check it.", "发票没有印明币种，未作假定。请核对。"
        return UNKNOWN_CURRENCY, [DocumentWarning("currency-missing", text, self.rows[0].page, text_zh)]

    def _right_of(self, item: Captioned) -> str:
        return " ".join(chunk.text for chunk in self.rows[item.row].chunks[item.position + 1 : item.position + 2])

    def _kind(self, chosen: Chosen) -> InvoiceKind:
        opening = " ".join(row.text for row in self.rows[:30])
        if self.layout.kind == "receipt" or any(_RECEIPT.fullmatch(chunk.text) for row in self.rows[:30] for chunk in row.chunks):
            return "receipt"
        if _CREDIT.search(opening) or (chosen.total is not None and chosen.total.value < 0 and self.layout.paired):
            return "credit_note"
        return "invoice"

    def _candidate(self, candidate: Candidate | None, currency: str) -> Figure | None:
        if candidate is None:
            return None
        return self._figure(candidate.text, candidate.numeral, candidate.chunk, candidate.row, currency)

    def _net(self, chosen: Chosen, currency: str) -> Figure | None:
        """The printed net; a subtotal with the discounts and charges that follow it is summed, with them as operands."""
        figures = tuple(figure for item in chosen.nets if (figure := self._candidate(item, currency)) is not None)
        if len(figures) < 2:
            return figures[0] if figures else None
        value = chosen.worth if chosen.worth is not None else figures[0].value
        return self.series.derived(value, figures, currency=currency)

    def _tax(self, chosen: Chosen, currency: str) -> Figure | None:
        """The printed tax; where each rate is printed by itself, their sum with them as operands."""
        figures = tuple(figure for item in chosen.taxes if (figure := self._candidate(item, currency)) is not None)
        if len(figures) > 1:
            return self.series.derived(sum((figure.value for figure in figures), Decimal(0)), figures, currency=currency)
        return figures[0] if figures else None

    def _rates(self, sums: Sums, currency: str) -> Iterator[RateTotal]:
        for rate in sums.found.rates:
            yield RateTotal(rate=rate.rate.normalize(), net=self._candidate(rate.net, currency), tax=self._candidate(rate.tax, currency))

    def _amounts(self, sums: Sums, currency: str) -> Iterator[InvoiceAmount]:
        """What else stands among the totals."""
        chosen = sums.chosen
        used = {id(one.chunk) for one in (*chosen.nets[:1], *chosen.taxes, *([chosen.total] if chosen.total else []))}
        if len(chosen.nets) > 1:
            used.discard(id(chosen.nets[0].chunk))
        used |= {id(one.chunk) for rate in sums.found.rates for one in (rate.net, rate.tax) if one is not None}
        used |= {id(cell[1]) for item in sums.items for cell in item.cells.values()}
        first = min((one.order for one in (*chosen.nets, *chosen.taxes, *([chosen.total] if chosen.total else []))), default=0)
        if sums.table is None and sums.items:  # what stands beneath the lines
            below = {id(item.last) for item in sums.items}
            first = min(first, max((index for index, row in enumerate(self.rows) if id(row) in below), default=first) + 1)
        lines = {id(cell[2]) for item in sums.items for cell in item.cells.values()}
        for role, one in sums.found.others:
            if id(one.chunk) in used or id(one.row) in lines or (one.order < first and (sums.table is None or one.numeral.step == 1)):
                continue
            used.add(id(one.chunk))
            figure = self._candidate(one, currency)
            if figure is not None:
                yield InvoiceAmount(role, one.label.strip(" :："), figure)

    def _line(self, item: Item, currency: str) -> InvoiceLine:
        def printed(role: ItemRole) -> Figure | None:
            cell = item.cells.get(role)
            return self._figure(cell[1].text, cell[0], cell[1], cell[2], currency) if cell else None

        description = _joined(item.description)
        return InvoiceLine(
            description=description, quantity=item.quantity, unit_price=printed("unit_price"), net=printed("net"),
            tax_rate=item.tax_rate, tax=printed("tax"), category=category_of(description), unit=item.unit,
            gross=printed("gross"),
        )  # fmt: skip

    def _written_figure(self, written: Written | None, currency: str) -> Figure | None:
        if written is None:
            return None
        return self._figure(written.text, Numeral(written.value, Decimal("0.01")), written.chunk, written.row, currency)

    def _figure(self, text: str, numeral: Numeral, chunk: Chunk, row: Row, currency: str) -> Figure:
        others = chunk.others if row.recognised and text == chunk.text else ()
        state = self.state.get(id(chunk))
        confidence = chunk.confidence if row.recognised else TEXT_LAYER_CONFIDENCE
        if row.recognised and state is True:
            confidence = max(confidence, _PROVEN)
        elif state is False and (row.recognised or id(chunk) in self.unsure):
            confidence = min(confidence, _BROKEN)
        return self.series.figure(
            text, numeral, chunk.place(self.sha256, row.page), currency=currency, confidence=confidence, others=others
        )


def _joined(parts: Sequence[str]) -> str:
    """The parts of a wrapped description; Chinese is wrapped between any two characters."""
    text = ""
    for part in parts:
        chinese = re.search(r"[\u3000-\u9fff\uff00-\uffef]$", text) and re.match(r"[\u3000-\u9fff\uff00-\uffef]", part)
        text += part if not text or chinese else f" {part}"
    return text


def _capitals_differ(sums: Sums) -> Iterator[DocumentWarning]:
    written, total = sums.written, sums.chosen.total
    if written is None or total is None or abs(total.value) == abs(written.value):
        return
    text = (
        f"The total in figures is {total.text}, in capital numerals it is {show(written.value)}. "
        "Compare both with the paper: one of them was misread or altered."
    )
    text_zh = f"小写合计为 {total.text}，大写合计为 {show(written.value)}。请与原件核对两处：其中一处识读有误或被改动。"
    yield DocumentWarning("capital-numerals-differ", text, total.row.page, text_zh)
