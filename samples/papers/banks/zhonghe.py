"""中和城市银行: 电子对账单 with a code to verify it by, 收 or 支 before one amount, time in the same cell, names of banks."""

from __future__ import annotations

from samples.case import AnyRecord
from samples.papers.banks.figures import Figures, counted, numbered, of_bank
from samples.papers.banks.texts import CURRENCIES, han, printed_at
from samples.papers.layout import Layout, Look
from samples.papers.paper import Column, Image, Line, Paper, Row, Seal, Table
from samples.papers.qr import qr_code
from samples.records.record import BankStatement

_COLUMNS = (
    Column("回单编号", 0.12, "centre"),
    Column("交易时间", 0.12, "centre"),
    Column("摘要", 0.08, "centre"),
    Column("收支", 0.04, "centre"),
    Column("金额（元）", 0.09, "right"),
    Column("余额（元）", 0.1, "right"),
    Column("对方户名", 0.17),
    Column("对方账户", 0.13),
    Column("对方开户行", 0.15),
)


def draw(record: AnyRecord, look: Look) -> Paper:
    assert isinstance(record, BankStatement)
    figures = Figures(record)
    code = "".join(look.source.choice("ABCDEFGHJKLMNPQRSTUVWXYZ23456789") for _ in range(12))
    rows = []
    for row in numbered(record):
        line = row[1]
        sign = "支" if line.amount < 0 else "收"
        party = (line.counterparty, line.counterparty_account, line.counterparty_bank)
        stamp = f"{line.day} {line.time}".strip()
        rows.append(Row((line.reference, stamp, line.summary, sign, figures.amount(row), figures.balance(row), *party)))
    out, into = counted(record)
    rows.append(Row((f"支出{out}笔", None, None, "支", figures.debits("支出"))))
    rows.append(Row((f"收入{into}笔", None, None, "收", figures.credits("收入"), figures.closing("期末余额"))))
    return Paper(
        record="bank_statement",
        language="zh",
        face=look.face,
        blocks=(
            Image(
                png=qr_code(f"{record.bank},{record.account[-6:]},{record.end:%Y%m},{code}"),
                width=56,
                height=56,
                align="right",
                beside=True,
            ),
            Line(centre=f"{record.bank_name}电子对账单", size=15, strong=True),
            Line(left=f"户名：{record.holder}", centre=f"账号：{record.account}", size=8.6, gap=6),
            Line(left=f"开户行：{record.branch}", centre=f"币种：{CURRENCIES[record.currency]}", size=8.6),
            Line(left=f"期间：{han(record.start)}至{han(record.end)}", centre=f"打印时间：{printed_at(record, look.source)}", size=8.6),
            Line(left="期初余额（元）：", centre=figures.opening("期初余额"), right=f"验证码：{code}", size=8.6),
            Table(columns=_COLUMNS, rows=tuple(rows), size=6.8, row_height=15.0, gap=8),
        ),
        margin=32.0,
        width=841.89,
        height=595.28,
        footer="第 {page} 页 共 {pages} 页　　本对账单可凭验证码在本行网站核验",
        seals=(Seal(kind="round", text=record.bank_name, over="figures", below="电子专用章"),),
    )


LAYOUT = Layout(name="zh_bank_zhonghe", split="test", language="zh", suits=of_bank("zhonghe"), draw=draw, bank="zhonghe")
