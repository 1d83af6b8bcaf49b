"""The list of invoices that the tax platform exports: across the page, numbered, status and kind of each."""

from __future__ import annotations

from samples.case import AnyRecord
from samples.papers.invoices.register import TOTAL, cell, issued, numbered, of_language
from samples.papers.layout import Layout, Look
from samples.papers.paper import Cell, Column, Line, Paper, Row, Table
from samples.records.record import Form


def draw(record: AnyRecord, look: Look) -> Paper:
    assert isinstance(record, Form)
    other = "购买方" if issued(record) else "销售方"
    columns = (
        Column("序号", 0.04, "centre"),
        Column("发票代码", 0.09, "centre"),
        Column("发票号码", 0.15, "centre"),
        Column(f"{other}名称", 0.2),
        Column(f"{other}识别号", 0.14),
        Column("开票日期", 0.08, "centre"),
        Column("金额", 0.09, "right"),
        Column("税额", 0.08, "right"),
        Column("价税合计", 0.09, "right"),
        Column("发票票种", 0.13),
        Column("状态", 0.05, "centre"),
    )
    rows = []
    for row in numbered(record):
        item, line = row
        amounts = tuple(cell(record, row, name) for name in ("net", "tax", "total"))
        if line.name == TOTAL:
            rows.append(Row((line.label, None, None, None, None, None, *amounts), "strong"))
            continue
        texts = line.texts
        start: tuple[Cell, ...] = (str(item), texts.get("code", ""), texts.get("number", ""), line.label, texts.get("tax_id", ""))
        rows.append(Row((*start, texts.get("day", ""), *amounts, texts.get("kind", ""), texts.get("status", ""))))
    return Paper(
        record="invoice_register",
        language="zh",
        face=look.face,
        blocks=(
            Line(centre=record.title, size=15, strong=True),
            *(Line(left=f"{caption}：{text}", size=8.5) for caption, text in record.head),
            Line(left=f"开票日期起止：{record.start} 至 {record.end}", right="金额单位：元", size=8.5),
            Table(columns=columns, rows=tuple(rows), size=6.6, row_height=14.0, wash=0.9),
        ),
        margin=28.0,
        width=841.89,
        height=595.28,
        footer="第{page}页 共{pages}页",
    )


LAYOUT = Layout(name="zh_register_platform", split="develop", language="zh", suits=of_language("CNY"), draw=draw)
