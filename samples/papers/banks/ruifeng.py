"""瑞丰江银行: one signed amount, totals in a box above the rows, purposes and serial numbers, across the page."""

from __future__ import annotations

from samples.case import AnyRecord
from samples.papers.banks.figures import Figures, counted, numbered, of_bank, signed
from samples.papers.banks.texts import CURRENCIES, printed_at
from samples.papers.layout import Layout, Look
from samples.papers.paper import Column, Line, Paper, Row, Table
from samples.records.record import BankStatement

_COLUMNS = (
    Column("流水号", 0.13, "centre"),
    Column("入账日期", 0.08, "centre"),
    Column("交易类型", 0.09, "centre"),
    Column("交易金额", 0.1, "right"),
    Column("余额", 0.1, "right"),
    Column("", 0.015),
    Column("对方名称", 0.2),
    Column("对方账号", 0.15),
    Column("用途/附言", 0.15),
)


def draw(record: AnyRecord, look: Look) -> Paper:
    assert isinstance(record, BankStatement)
    figures = Figures(record, amount_shown=signed, with_sign=True)
    rows = []
    for row in numbered(record):
        line = row[1]
        party = (line.counterparty, line.counterparty_account, line.text)
        rows.append(Row((line.reference, f"{line.day:%Y/%m/%d}", line.summary, figures.amount(row), figures.balance(row), None, *party)))
    out, into = counted(record)
    summary = Table(
        columns=tuple(
            Column(caption, 1, "centre") for caption in ("期初余额", "借方笔数", "借方发生额", "贷方笔数", "贷方发生额", "期末余额")
        ),
        rows=(
            Row(
                (
                    figures.opening("期初余额"),
                    str(out),
                    figures.debits("借方发生额"),
                    str(into),
                    figures.credits("贷方发生额"),
                    figures.closing("期末余额"),
                )
            ),
        ),
        size=8.2,
        row_height=16.0,
        wash=0.92,
        gap=6,
    )
    return Paper(
        record="bank_statement",
        language="zh",
        face=look.face,
        blocks=(
            Line(left=f"{record.bank_name} 企业网上银行", right="账户明细", size=13, strong=True),
            Line(left=f"单位名称：{record.holder}", right=f"账　　号：{record.account}", size=8.6, gap=8),
            Line(left=f"开户银行：{record.branch}", right=f"起止日期：{record.start:%Y/%m/%d}～{record.end:%Y/%m/%d}", size=8.6),
            Line(left=f"币　　种：{CURRENCIES[record.currency]}", right=f"下载时间：{printed_at(record, look.source)}", size=8.6),
            summary,
            Table(columns=_COLUMNS, rows=tuple(rows), frame="open", size=7.4, row_height=15.0, wash=0.92, gap=8),
        ),
        margin=36.0,
        width=841.89,
        height=595.28,
        head=f"{record.bank_name}电子对账单　账号尾号{record.account[-4:]}",
        footer="本页由系统自动生成　第 {page} / {pages} 页",
    )


LAYOUT = Layout(name="zh_bank_ruifeng", split="develop", language="zh", suits=of_bank("ruifeng"), draw=draw, bank="ruifeng")
