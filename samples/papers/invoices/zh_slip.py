"""数电票 saved from a telephone's wallet: captions beside values, each line of goods as its own block of two rows."""

from __future__ import annotations

from samples.case import AnyRecord
from samples.papers.invoices.chinese import DIGITAL, bare, capital_text, item_name, of_kinds, remarks, special, yuan
from samples.papers.invoices.figures import Figures, numbered, percent
from samples.papers.layout import Layout, Look
from samples.papers.paper import Block, Column, Image, Line, Paper, Row, Table
from samples.papers.qr import qr_code
from samples.records.record import Invoice

_FACTS = (Column("", 0.3), Column("", 0.7, "right"))
_COLUMNS = (
    Column("项目/规格", 0.34),
    Column("数量", 0.14, "right"),
    Column("不含税单价", 0.2, "right"),
    Column("金额", 0.17, "right"),
    Column("税额", 0.15, "right"),
)


def draw(record: AnyRecord, look: Look) -> Paper:
    assert isinstance(record, Invoice)
    figures = Figures(record, bare)
    facts = (
        ("发票类型", "数电票（增值税专用发票）" if special(record) else "数电票（普通发票）"),
        ("发票号码", record.number),
        ("开票日期", f"{record.day}"),
        ("购买方名称", record.buyer.name),
        ("购买方税号", record.buyer.tax_id),
        ("销售方名称", record.seller.name),
        ("销售方税号", record.seller.tax_id),
    )
    rows = []
    for row in numbered(record):
        line = row[1]
        amounts = (figures.quantity(row), figures.price(row), figures.line_net(row), figures.line_tax(row))
        rows.append(Row((item_name(line), *amounts)))
        rows.append(Row((f"　单位 {line.unit or '-'}　税率 {percent(line.rate)}",)))
    sums = (
        Row(("合计金额", figures.net("合计金额", yuan))),
        Row(("合计税额", figures.tax("合计税额", yuan))),
        Row(("价税合计", figures.total("价税合计", yuan)), "strong"),
        Row(("价税合计大写", figures.capital("价税合计大写", capital_text(record.capital, "元")))),
        *(Row(("备注", text)) for text in remarks(record)),
        Row(("开票人", record.issuer)),
    )
    code: tuple[Block, ...] = (Image(png=qr_code(record.qr), width=76, height=76, align="centre"),) if record.qr else ()
    return Paper(
        record="invoice",
        language="zh",
        face=look.face,
        blocks=(
            Line(centre="电子发票", size=18, strong=True),
            *code,
            Table(columns=_FACTS, rows=tuple(Row(fact) for fact in facts), header=False, frame="open", size=9.0, row_height=17.0),
            Table(columns=_COLUMNS, rows=tuple(rows), frame="open", size=8.4, row_height=14.0, wash=0.9, gap=8),
            Table(columns=_FACTS, rows=sums, header=False, frame="open", size=9.4, row_height=18.0, gap=10),
        ),
        margin=34.0,
        width=419.53,
        height=595.28,
    )


LAYOUT = Layout(name="zh_invoice_slip", split="test", language="zh", suits=of_kinds(DIGITAL), draw=draw)
