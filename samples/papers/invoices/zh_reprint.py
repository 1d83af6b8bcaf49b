"""The older kinds as a tax service reprints them on A4: facts in a grid, seller before buyer, no password area, oval seal."""

from __future__ import annotations

from samples.case import AnyRecord
from samples.papers.invoices.chinese import ELECTRONIC, PAPER, banking, capital_text, contact, item_name, of_kinds, remarks, special
from samples.papers.invoices.figures import Figures, numbered, percent
from samples.papers.layout import Layout, Look
from samples.papers.paper import Column, Line, Paper, Row, Seal, Table, grouped
from samples.records.record import Invoice

_FACTS = (Column("", 0.16), Column("", 0.34), Column("", 0.16), Column("", 0.34))
_COLUMNS = (
    Column("商品名称", 0.3),
    Column("单位", 0.06, "centre"),
    Column("数量", 0.1, "right"),
    Column("单价", 0.14, "right"),
    Column("金额", 0.15, "right"),
    Column("税率", 0.08, "centre"),
    Column("税额", 0.14, "right"),
)


def draw(record: AnyRecord, look: Look) -> Paper:
    assert isinstance(record, Invoice)
    figures = Figures(record)
    seller, buyer = record.seller, record.buyer
    medium = "电子" if record.kind in ELECTRONIC else ""
    title = f"增值税{medium}{'专用' if special(record) else '普通'}发票"
    facts = (
        Row(("发票代码", record.code, "发票号码", record.number)),
        Row(("开票日期", f"{record.day}", "校验码", record.check or "-")),
        Row(("销售方", seller.name, "销售方税号", seller.tax_id)),
        Row(("地址电话", contact(seller), "开户行账号", banking(seller))),
        Row(("购买方", buyer.name, "购买方税号", buyer.tax_id)),
        Row(("地址电话", contact(buyer), "开户行账号", banking(buyer))),
    )
    rows = []
    for row in numbered(record):
        line = row[1]
        amounts = (figures.quantity(row), figures.price(row), figures.line_net(row), percent(line.rate), figures.line_tax(row))
        rows.append(Row((item_name(line), line.unit, *amounts)))
    rows.append(Row(("小计", None, None, None, figures.net("小计"), None, figures.tax("小计")), "strong"))
    sums = (
        Row(("价税合计", figures.total("价税合计", lambda value: f"￥{grouped(value)}"))),
        Row(("大写金额", figures.capital("大写金额", capital_text(record.capital)))),
        *(Row(("备注", text)) for text in remarks(record)),
    )
    return Paper(
        record="invoice",
        language="zh",
        face=look.face,
        blocks=(
            Line(centre=f"{title}（存根打印）", size=15, strong=True),
            Line(right=f"打印流水：{look.source.randrange(10**10):010d}", size=8, gap=6),
            Table(columns=_FACTS, rows=facts, header=False, size=8.2, row_height=18.0),
            Table(columns=_COLUMNS, rows=tuple(rows), size=8.4, row_height=18.0, wash=0.92, gap=8),
            Table(columns=(Column("", 0.2), Column("", 0.8)), rows=sums, header=False, size=9.0, row_height=20.0, gap=8),
            Line(left=f"开票人：{record.issuer}", right="（发票专用章）", size=9, gap=14),
        ),
        margin=40.0,
        seals=(Seal(kind="oval", text=seller.name, over="foot", below=seller.tax_id),),
    )


LAYOUT = Layout(name="zh_invoice_reprint", split="test", language="zh", suits=of_kinds(PAPER, ELECTRONIC), draw=draw)
