"""The paper invoice of the tax control system: code and number, password area, addresses and accounts, oval seal."""

from __future__ import annotations

from samples.case import AnyRecord
from samples.papers.invoices.chinese import (
    PAPER,
    banking,
    bare,
    capital_text,
    contact,
    dated,
    item_name,
    of_kinds,
    password,
    remarks,
    special,
    yuan,
)
from samples.papers.invoices.figures import Figures, numbered, percent
from samples.papers.layout import Layout, Look
from samples.papers.paper import Column, Line, Paper, Row, Seal, Table
from samples.records.record import Invoice

_COLUMNS = (
    Column("货物或应税劳务、服务名称", 0.27),
    Column("规格型号", 0.09, "centre"),
    Column("单位", 0.06, "centre"),
    Column("数　量", 0.1, "right"),
    Column("单　价", 0.13, "right"),
    Column("金　额", 0.14, "right"),
    Column("税率", 0.07, "centre"),
    Column("税　额", 0.14, "right"),
)
_ROWS = 6


def draw(record: AnyRecord, look: Look) -> Paper:
    assert isinstance(record, Invoice)
    figures = Figures(record, bare)
    rows = []
    for row in numbered(record):
        line = row[1]
        amounts = (figures.quantity(row), figures.price(row), figures.line_net(row), percent(line.rate), figures.line_tax(row))
        rows.append(Row((item_name(line), None, line.unit, *amounts)))
    rows += [Row(("",))] * (_ROWS - len(rows))
    rows.append(Row(("合　　计", None, None, None, None, figures.net("合计金额", yuan), None, figures.tax("合计税额", yuan))))
    name = "专用" if special(record) else "普通"
    sheet = f"第{'二' if record.direction == 'received' else '三'}联：发票联 购买方记账凭证"
    capital = figures.capital("价税合计（大写）", f"⊗{capital_text(record.capital)}")
    total = Table(
        columns=(Column("", 0.2, "centre"), Column("", 0.45), Column("", 0.1, "centre"), Column("", 0.25)),
        rows=(Row(("价税合计（大写）", capital, "（小写）", figures.total("价税合计（小写）", yuan))),),
        header=False,
        size=9.0,
        row_height=18.0,
        gap=0,
    )
    return Paper(
        record="invoice",
        language="zh",
        face=look.face,
        blocks=(
            Line(left=record.code, centre=f"增值税{name}发票", right=f"№ {record.number}", size=15, strong=True, gap=0),
            Line(left=sheet if look.source.random() < 0.5 else None, right=f"开票日期：{dated(record)}", size=8.5, gap=5),
            Line(left=f"校验码 {_spaced(record.check)}" if record.check else None, size=8.5, gap=2),
            _buyer(record, look),
            Table(columns=_COLUMNS, rows=tuple(rows), frame="columns", size=8.2, row_height=14.0, gap=0),
            total,
            _seller(record),
            Line(left="收款人：", centre=f"复核：　　　　开票人：{record.issuer}", right="销售方：（章）", size=9, gap=6),
        ),
        margin=30.0,
        height=410.0 + 14.0 * max(0, len(record.lines) - _ROWS),
        seals=(Seal(kind="oval", text=record.seller.name, over="foot", below=record.seller.tax_id),),
    )


def _spaced(check: str) -> str:
    return " ".join(check[start : start + 5] for start in range(0, len(check), 5))


def _buyer(record: Invoice, look: Look) -> Table:
    buyer = record.buyer
    facts = (
        f"名　　　　称：{buyer.name}",
        f"纳税人识别号：{buyer.tax_id}",
        f"地 址、电 话：{contact(buyer)}",
        f"开户行及账号：{banking(buyer)}",
    )
    rows = zip("购买方　", facts, "密码区　", password(look.source), strict=True)
    return Table(
        columns=(Column("", 0.035, "centre"), Column("", 0.565), Column("", 0.035, "centre"), Column("", 0.365)),
        rows=tuple(Row(row) for row in rows),
        header=False,
        frame="columns",
        size=8.2,
        row_height=13.0,
        gap=4,
    )


def _seller(record: Invoice) -> Table:
    seller = record.seller
    notes = (*remarks(record), "", "", "", "")[:4]
    facts = (
        f"名　　　　称：{seller.name}",
        f"纳税人识别号：{seller.tax_id}",
        f"地 址、电 话：{contact(seller)}",
        f"开户行及账号：{banking(seller)}",
    )
    return Table(
        columns=(Column("", 0.035, "centre"), Column("", 0.565), Column("", 0.035, "centre"), Column("", 0.365)),
        rows=tuple(Row(row) for row in zip("销售方　", facts, "备注　　", notes, strict=True)),
        header=False,
        frame="columns",
        size=8.2,
        row_height=13.0,
        gap=0,
    )


LAYOUT = Layout(name="zh_invoice_paper", split="develop", language="zh", suits=of_kinds(PAPER), draw=draw)
