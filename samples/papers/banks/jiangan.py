"""江岸银行: 历史交易明细查询, across the page, newest first, one amount with 收 or 支, times to the second."""

from __future__ import annotations

from samples.case import AnyRecord
from samples.papers.banks.figures import Figures, counted, numbered, of_bank
from samples.papers.banks.texts import CURRENCIES, printed_at
from samples.papers.layout import Layout, Look
from samples.papers.paper import Column, Line, Paper, Row, Seal, Table
from samples.records.record import BankStatement


def draw(record: AnyRecord, look: Look) -> Paper:
    assert isinstance(record, BankStatement)
    figures = Figures(record)
    rows = []
    for place, row in enumerate(reversed(numbered(record)), start=1):
        line = row[1]
        flag = "支" if line.amount < 0 else "收"
        stamp = f"{line.day} {line.time}".strip()
        party = (line.counterparty, line.counterparty_account, line.counterparty_bank)
        rows.append(Row((str(place), stamp, flag, figures.amount(row), figures.balance(row), *party, line.summary, line.text)))
    columns = (
        Column("序号", 0.035, "centre"),
        Column("交易时间", 0.12, "centre"),
        Column("收/支", 0.04, "centre"),
        Column("交易金额", 0.09, "right"),
        Column("账户余额", 0.095, "right"),
        Column("对方户名", 0.17),
        Column("对方账号", 0.13),
        Column("对方行名", 0.14),
        Column("交易类型", 0.08),
        Column("附言", 0.1),
    )
    out, into = counted(record)
    return Paper(
        record="bank_statement",
        language="zh",
        face=look.face,
        blocks=(
            Line(
                left=record.bank_name,
                centre="历史交易明细查询",
                right=f"查询时间：{printed_at(record, look.source)}",
                size=9.5,
                strong=True,
            ),
            Line(
                left=f"账号：{record.account}",
                centre=f"户名：{record.holder}",
                right=f"币种：{CURRENCIES[record.currency]}",
                size=8.5,
                gap=8,
            ),
            Line(left=f"开户机构：{record.branch}", right=f"查询区间：{record.start} - {record.end}", size=8.5),
            Table(
                columns=(Column("", 0.25), Column("", 0.25), Column("", 0.25), Column("", 0.25)),
                rows=(
                    Row(("期初余额", figures.opening("期初余额"), "期末余额", figures.closing("期末余额"))),
                    Row((f"支出合计（{out}笔）", figures.debits("支出合计"), f"收入合计（{into}笔）", figures.credits("收入合计"))),
                ),
                header=False,
                size=8.0,
                row_height=15.0,
            ),
            Table(columns=columns, rows=tuple(rows), size=6.8, row_height=14.0, wash=0.9, gap=6),
        ),
        margin=30.0,
        width=841.89,
        height=595.28,
        footer="第{page}页，共{pages}页",
        seals=(Seal(kind="round", text=record.bank_name, over="head", below="网上银行业务专用章"),),
    )


LAYOUT = Layout(name="zh_bank_jiangan", split="develop", language="zh", suits=of_bank("jiangan"), draw=draw, bank="jiangan")
