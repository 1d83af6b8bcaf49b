"""A bookkeeper's list of invoices: upright, without tax numbers, years in the dates left out, totals by month."""

from __future__ import annotations

from itertools import groupby

from samples.case import AnyRecord
from samples.papers.invoices.register import TOTAL, Numbered, cell, issued, numbered, of_language
from samples.papers.layout import Layout, Look
from samples.papers.paper import Column, Entry, Line, Paper, Row, Table, grouped, main_units
from samples.records.record import Form

_AMOUNTS = ("net", "tax", "total")


def draw(record: AnyRecord, look: Look) -> Paper:
    assert isinstance(record, Form)
    columns = (
        Column("日期", 0.08, "centre"),
        Column("发票号码", 0.23),
        Column("客户名称" if issued(record) else "供应商名称", 0.28),
        Column("不含税金额", 0.14, "right"),
        Column("税额", 0.12, "right"),
        Column("含税金额", 0.15, "right"),
    )
    rows: list[Row] = []
    lines = [row for row in numbered(record) if row[1].name != TOTAL]
    for place, (month, group) in enumerate(groupby(lines, key=lambda row: row[1].texts.get("day", "")[:7]), start=1):
        same = list(group)
        rows.append(Row((f"{month[:4]}年{month[5:]}月",), "section"))
        for row in same:
            texts = row[1].texts
            status = "" if texts.get("status", "正常") == "正常" else f"（{texts['status']}）"
            name = f"{row[1].label}{status}"
            rows.append(Row((texts.get("day", "")[5:], texts.get("number", ""), name, *(cell(record, row, amount) for amount in _AMOUNTS))))
        rows.append(Row((None, None, "本月合计", *(_sum(record, same, amount, place) for amount in _AMOUNTS)), "subtotal"))
    for row in numbered(record):
        if row[1].name == TOTAL:
            rows.append(Row((None, None, "总计", *(cell(record, row, amount) for amount in _AMOUNTS)), "total"))
    return Paper(
        record="invoice_register",
        language="zh",
        face=look.face,
        blocks=(
            Line(centre=record.entity, size=11),
            Line(centre=record.title, size=14, strong=True),
            Line(left=f"期间：{record.start:%Y.%m.%d}-{record.end:%Y.%m.%d}", right="单位：元", size=9, gap=8),
            Table(columns=columns, rows=tuple(rows), frame="columns", size=8.0, row_height=14.0),
            Line(left="制表：", right="审核：", size=9, gap=10),
        ),
        margin=38.0,
        footer="{page}",
    )


def _sum(form: Form, rows: list[Numbered], column: str, place: int) -> Entry:
    """What the valid lines of a month add up to; item: the month's place in the list."""
    valid = [line for _, line in rows if line.texts.get("status", "正常") == "正常"]
    value = main_units(sum(line.amounts.get(column, 0) for line in valid))
    printed = grouped(value)
    return Entry(
        label="本月合计", concept=None, period=form.end, span="day", value=value, printed=printed, field=f"month_{column}", item=place
    )


LAYOUT = Layout(name="zh_register_plain", split="test", language="zh", suits=of_language("CNY"), draw=draw)
