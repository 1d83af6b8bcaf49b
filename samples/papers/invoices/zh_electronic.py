"""增值税电子普通发票 of the years before the digital one: code and number apart, machine number, check code, QR, password area."""

from __future__ import annotations

from samples.case import AnyRecord
from samples.papers.invoices.chinese import (
    ELECTRONIC,
    banking,
    bare,
    capital_text,
    contact,
    item_name,
    of_kinds,
    password,
    remarks,
    special,
    yuan,
)
from samples.papers.invoices.figures import Figures, numbered, percent
from samples.papers.layout import Layout, Look
from samples.papers.paper import Block, Column, Image, Line, Paper, Row, Seal, Table
from samples.papers.qr import qr_code
from samples.records.record import Identity, Invoice

_COLUMNS = (
    Column("项目名称", 0.3),
    Column("规格型号", 0.09, "centre"),
    Column("单位", 0.06, "centre"),
    Column("数　量", 0.09, "right"),
    Column("单　价", 0.12, "right"),
    Column("金　额", 0.14, "right"),
    Column("税率", 0.07, "centre"),
    Column("税　额", 0.13, "right"),
)


def draw(record: AnyRecord, look: Look) -> Paper:
    assert isinstance(record, Invoice)
    figures = Figures(record, bare)
    cipher = password(look.source, 24)
    day = record.day
    head = Table(
        columns=(Column("", 0.65), Column("", 0.35)),
        rows=(
            Row((None, f"发票代码：{record.code}")),
            Row((None, f"发票号码：{record.number}")),
            Row(
                (
                    f"　　　　　　　　　机器编号：{look.source.randrange(10**12):012d}",
                    f"开票日期：{day.year}年{day.month:02d}月{day.day:02d}日",
                )
            ),
            Row((None, f"校 验 码：{record.check}")),
        ),
        header=False,
        frame="open",
        size=8.0,
        row_height=11.0,
        gap=0,
    )
    rows = []
    for row in numbered(record):
        line = row[1]
        amounts = (figures.quantity(row), figures.price(row), figures.line_net(row), percent(line.rate), figures.line_tax(row))
        rows.append(Row((item_name(line), None, line.unit, *amounts)))
    rows += [Row(("",))] * (5 - len(rows))
    rows.append(Row(("合　　　　计", None, None, None, None, figures.net("合计金额", yuan), None, figures.tax("合计税额", yuan))))
    capital = figures.capital("价税合计（大写）", f"⊗ {capital_text(record.capital, '元')}")
    total = Table(
        columns=(Column("", 0.22), Column("", 0.43), Column("", 0.35)),
        rows=(Row(("价税合计（大写）", capital, figures.total("价税合计（小写）", lambda value: f"（小写）{yuan(value)}"))),),
        header=False,
        frame="columns",
        size=8.8,
        row_height=18.0,
        gap=0,
    )
    code: tuple[Block, ...] = (Image(png=qr_code(record.qr), width=56, height=56, beside=True),) if record.qr else ()
    return Paper(
        record="invoice",
        language="zh",
        face=look.face,
        blocks=(
            *code,
            Line(centre=f"增值税电子{'专用' if special(record) else '普通'}发票", size=15, strong=True, gap=0),
            head,
            _party("购买方　", record.buyer, "密码区　", cipher),
            Table(columns=_COLUMNS, rows=tuple(rows), frame="columns", size=8.2, row_height=13.5, gap=0),
            total,
            _party("销售方　", record.seller, "备注　　", (*remarks(record), "", "", "", "")[:4]),
            Line(left="　　收款人：", centre=f"复核：　　　　　开票人：{record.issuer}", right="销售方：（章）　　", size=8.5, gap=4),
        ),
        margin=28.0,
        height=396.85 + 14.0 * max(0, len(record.lines) - 5),
        seals=(Seal(kind="oval", text=record.seller.name, over="foot", below=record.seller.tax_id),),
    )


def _party(role: str, party: Identity, other: str, texts: tuple[str, ...]) -> Table:
    facts = (
        f"名　　　　称：{party.name}",
        f"纳税人识别号：{party.tax_id}",
        f"地 址、电 话：{contact(party)}",
        f"开户行及账号：{banking(party)}",
    )
    return Table(
        columns=(Column("", 0.035, "centre"), Column("", 0.575), Column("", 0.035, "centre"), Column("", 0.355)),
        rows=tuple(Row(row) for row in zip(role, facts, other, texts, strict=True)),
        header=False,
        frame="columns",
        size=8.0,
        row_height=12.0,
        gap=0,
    )


LAYOUT = Layout(name="zh_invoice_electronic", split="develop", language="zh", suits=of_kinds(ELECTRONIC), draw=draw)
