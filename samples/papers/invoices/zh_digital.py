"""数电票 as the tax platform renders it: parties side by side, the code top left, 210 by 140 millimetres."""

from __future__ import annotations

from samples.case import AnyRecord
from samples.papers.invoices.chinese import DIGITAL, bare, capital_text, dated, item_name, of_kinds, remarks, special, yuan
from samples.papers.invoices.figures import Figures, numbered, percent
from samples.papers.layout import Layout, Look
from samples.papers.paper import Block, Column, Image, Line, Paper, Row, Table
from samples.papers.qr import qr_code
from samples.records.record import Invoice

_COLUMNS = (
    Column("项目名称", 0.27),
    Column("规格型号", 0.09, "centre"),
    Column("单位", 0.06, "centre"),
    Column("数量", 0.09, "right"),
    Column("单价", 0.13, "right"),
    Column("金额", 0.13, "right"),
    Column("税率/征收率", 0.1, "centre"),
    Column("税额", 0.13, "right"),
)
#: Rows that the printed form has at least.
_ROWS = 5


def draw(record: AnyRecord, look: Look) -> Paper:
    assert isinstance(record, Invoice)
    figures = Figures(record, bare)
    title = f"电子发票（{'增值税专用发票' if special(record) else '普通发票'}）"
    code: tuple[Block, ...] = (Image(png=qr_code(record.qr), width=54, height=54, beside=True),) if record.qr else ()
    return Paper(
        record="invoice",
        language="zh",
        face=look.face,
        blocks=(
            *code,
            Line(centre=title, size=16, strong=True, gap=0),
            Line(right=f"发票号码：{record.number}", size=9, gap=6),
            Line(right=f"开票日期：{dated(record)}", size=9, gap=2),
            _parties(record),
            _items(figures),
            *_foot(figures),
            Line(left=f"开票人：{record.issuer}", size=9, gap=8),
        ),
        margin=30.0,
        height=396.85 + 24.0 * max(0, len(record.lines) - _ROWS),
    )


def _parties(record: Invoice) -> Table:
    buyer, seller = record.buyer, record.seller
    return Table(
        columns=(Column("", 0.035, "centre"), Column("", 0.465), Column("", 0.035, "centre"), Column("", 0.465)),
        rows=(
            Row(("购", "", "销", "")),
            Row(("买", f"名称：{buyer.name}", "售", f"名称：{seller.name}")),
            Row(("方", "", "方", "")),
            Row(("信", f"统一社会信用代码/纳税人识别号：{buyer.tax_id}", "信", f"统一社会信用代码/纳税人识别号：{seller.tax_id}")),
            Row(("息", "", "息", "")),
        ),
        header=False,
        frame="columns",
        size=8.4,
        row_height=11.5,
        gap=8,
    )


def _items(figures: Figures) -> Table:
    rows = []
    for row in numbered(figures.record):
        line = row[1]
        amounts = (figures.quantity(row), figures.price(row), figures.line_net(row), percent(line.rate), figures.line_tax(row))
        rows.append(Row((item_name(line), None, line.unit, *amounts)))
    rows += [Row(("",))] * (_ROWS - len(rows))
    total = (figures.net("合计金额", yuan), None, figures.tax("合计税额", yuan))
    rows.append(Row(("合　　　计", None, None, None, None, *total)))
    return Table(columns=_COLUMNS, rows=tuple(rows), frame="columns", size=8.2, row_height=14.0, gap=0)


def _foot(figures: Figures) -> tuple[Table, Table]:
    record = figures.record
    capital = figures.capital("价税合计（大写）", f"⊗{capital_text(record.capital)}")
    total = Table(
        columns=(Column("", 0.2, "centre"), Column("", 0.45), Column("", 0.1, "centre"), Column("", 0.25)),
        rows=(Row(("价税合计（大写）", capital, "（小写）", figures.total("价税合计（小写）", yuan))),),
        header=False,
        size=9.0,
        row_height=20.0,
        gap=0,
    )
    seller, buyer = record.seller, record.buyer
    lines = [*remarks(record), f"购方开户银行：{buyer.bank}　银行账号：{buyer.account}" if buyer.account else ""]
    lines += [f"销方开户银行：{seller.bank}　银行账号：{seller.account}" if seller.account else ""]
    texts = [text for text in lines if text] or [""]
    texts += [""] * (2 - len(texts))
    marks = ("备", *[""] * (len(texts) - 2), "注")
    remark = Table(
        columns=(Column("", 0.035, "centre"), Column("", 0.965)),
        rows=tuple(Row((mark, text)) for mark, text in zip(marks, texts, strict=True)),
        header=False,
        frame="columns",
        size=8.2,
        row_height=14.0,
        gap=0,
    )
    return total, remark


LAYOUT = Layout(name="zh_invoice_digital", split="develop", language="zh", suits=of_kinds(DIGITAL), draw=draw)
