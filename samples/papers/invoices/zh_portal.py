"""数电票 as billing software renders it: upright on A4, a grid, buyer above seller, grouped figures, the code at the right."""

from __future__ import annotations

from samples.case import AnyRecord
from samples.papers.invoices.chinese import DIGITAL, capital_text, dated, item_name, of_kinds, remarks, special
from samples.papers.invoices.figures import Figures, numbered, percent
from samples.papers.layout import Layout, Look
from samples.papers.paper import Block, Column, Image, Line, Paper, Row, Table, grouped
from samples.papers.qr import qr_code
from samples.records.record import Identity, Invoice

_COLUMNS = (
    Column("序号", 0.05, "centre"),
    Column("货物或应税劳务、服务名称", 0.29),
    Column("单位", 0.06, "centre"),
    Column("数量", 0.09, "right"),
    Column("单价", 0.13, "right"),
    Column("金额", 0.14, "right"),
    Column("税率", 0.08, "centre"),
    Column("税额", 0.13, "right"),
)


def draw(record: AnyRecord, look: Look) -> Paper:
    assert isinstance(record, Invoice)
    figures = Figures(record)
    rows = []
    for row in numbered(record):
        line = row[1]
        amounts = (figures.quantity(row), figures.price(row), figures.line_net(row), percent(line.rate), figures.line_tax(row))
        rows.append(Row((str(row[0]), item_name(line), line.unit, *amounts)))
    rows.append(Row((None, "合计", None, None, None, figures.net("合计"), None, figures.tax("合计")), "strong"))
    kind = "增值税专用发票" if special(record) else "普通发票"
    code: tuple[Block, ...] = (Image(png=qr_code(record.qr), width=64, height=64, align="right", beside=True),) if record.qr else ()
    sums = Table(
        columns=(Column("", 0.2, "centre"), Column("", 0.8)),
        rows=(
            Row(("价税合计（大写）", figures.capital("价税合计（大写）", capital_text(record.capital, "元")))),
            Row(("价税合计（小写）", figures.total("价税合计（小写）", lambda value: f"￥{grouped(value)}"))),
            *(Row(("备注" if place == 0 else "", text)) for place, text in enumerate(remarks(record) or ("",))),
        ),
        header=False,
        size=9.5,
        row_height=22.0,
        gap=0,
    )
    return Paper(
        record="invoice",
        language="zh",
        face=look.face,
        blocks=(
            *code,
            Line(left=f"电子发票（{kind}）", size=17, strong=True, gap=8),
            Line(left=f"发票号码：{record.number}", size=10, gap=8),
            Line(left=f"开票日期：{dated(record)}", size=10),
            Line(left="", size=6),
            _party("购买方", record.buyer),
            _party("销售方", record.seller),
            Table(columns=_COLUMNS, rows=tuple(rows), size=8.4, row_height=20.0, wash=0.9, gap=10),
            sums,
            Line(left=f"开票人：{record.issuer}", right="本发票由电子发票服务平台开具，下载打印后同样有效", size=8.5, gap=10),
        ),
        margin=44.0,
    )


def _party(role: str, party: Identity) -> Table:
    rows = [Row((role, "名　　称", party.name)), Row(("", "纳税人识别号", party.tax_id))]
    if party.address or party.phone:
        rows.append(Row(("", "地址、电话", f"{party.address} {party.phone}".strip())))
    if party.account:
        rows.append(Row(("", "开户行及账号", f"{party.bank} {party.account}".strip())))
    columns = (Column("", 0.12, "centre"), Column("", 0.2, "centre"), Column("", 0.68))
    return Table(columns=columns, rows=tuple(rows), header=False, frame="columns", size=9.0, row_height=17.0, gap=0)


LAYOUT = Layout(name="zh_invoice_portal", split="develop", language="zh", suits=of_kinds(DIGITAL), draw=draw)
