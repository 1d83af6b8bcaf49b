"""华川银行: 账户交易明细, the plain table in two amount columns with the balance brought forward above it."""

from __future__ import annotations

from samples.case import AnyRecord
from samples.papers.banks.figures import Figures, numbered, of_bank
from samples.papers.banks.texts import CURRENCIES, purpose
from samples.papers.layout import Layout, Look
from samples.papers.paper import Column, Line, Paper, Row, Seal, Table
from samples.records.record import BankStatement


def draw(record: AnyRecord, look: Look) -> Paper:
    assert isinstance(record, BankStatement)
    figures = Figures(record)
    rows = [Row((f"{record.start}", "承前余额", None, None, figures.opening("承前余额")))]
    for row in numbered(record):
        line = row[1]
        party = (line.counterparty, line.counterparty_account)
        rows.append(Row((f"{line.day}", purpose(line), *figures.out_in(row), figures.balance(row), *party)))
    rows.append(Row(("合计", f"共{len(record.lines)}笔", figures.debits("合计"), figures.credits("合计"))))
    rows.append(Row((f"{record.end}", "期末余额", None, None, figures.closing("期末余额"))))
    columns = (
        Column("交易日期", 0.1, "centre"),
        Column("摘要", 0.13),
        Column("借方发生额", 0.12, "right"),
        Column("贷方发生额", 0.12, "right"),
        Column("账户余额", 0.125, "right"),
        Column("对方户名", 0.225),
        Column("对方账号", 0.18),
    )
    return Paper(
        record="bank_statement",
        language="zh",
        face=look.face,
        blocks=(
            Line(centre=f"{record.bank_name}账户交易明细", size=14, strong=True),
            Line(left=f"户名：{record.holder}", right=f"账号：{record.account}", size=8.5, gap=10),
            Line(left=f"开户行：{record.branch}", right=f"币种：{CURRENCIES[record.currency]}", size=8.5),
            Line(left=f"起止日期：{record.start} 至 {record.end}", right=f"打印日期：{record.printed}", size=8.5),
            Table(columns=columns, rows=tuple(rows), size=7.4, row_height=15.5),
        ),
        margin=32.0,
        footer="第 {page} 页 / 共 {pages} 页",
        seals=(Seal(kind="round", text=record.bank_name, over="figures", below="电子回单专用章"),),
    )


LAYOUT = Layout(name="zh_bank_huachuan", split="develop", language="zh", suits=of_bank("huachuan"), draw=draw, bank="huachuan")
