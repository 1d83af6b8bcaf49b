"""明德银行: 交易明细清单, one ungrouped amount with 借 or 贷, day and time in columns of their own, striped."""

from __future__ import annotations

from samples.case import AnyRecord
from samples.papers.banks.figures import Figures, counted, numbered, of_bank, plain
from samples.papers.banks.texts import CURRENCIES, printed_at
from samples.papers.layout import Layout, Look
from samples.papers.paper import Column, Line, Paper, Row, Seal, Table
from samples.records.record import BankStatement

_COLUMNS = (
    Column("交易日期", 0.075, "centre"),
    Column("交易时间", 0.065, "centre"),
    Column("币种", 0.05, "centre"),
    Column("借贷标志", 0.05, "centre"),
    Column("交易金额", 0.09, "right"),
    Column("账户余额", 0.1, "right"),
    Column("", 0.015),
    Column("对方账号", 0.14),
    Column("对方户名", 0.19),
    Column("摘要", 0.1),
    Column("交易流水号", 0.14, "centre"),
)


def draw(record: AnyRecord, look: Look) -> Paper:
    assert isinstance(record, BankStatement)
    figures = Figures(record, amount_shown=plain, balance_shown=plain)
    currency = CURRENCIES[record.currency]
    rows = []
    for row in numbered(record):
        line = row[1]
        flag = "借" if line.amount < 0 else "贷"
        head = (f"{line.day}", line.time, currency, flag, figures.amount(row), figures.balance(row))
        rows.append(Row((*head, None, line.counterparty_account, line.counterparty, line.summary or line.text, line.reference)))
    out, into = counted(record)
    below = (
        Line(left=f"借方笔数：{out}", centre="借方合计：", right=figures.debits("借方合计", plain), size=8.5, gap=8),
        Line(left=f"贷方笔数：{into}", centre="贷方合计：", right=figures.credits("贷方合计", plain), size=8.5),
        Line(left="", centre="期末余额：", right=figures.closing("期末余额"), size=8.5),
    )
    return Paper(
        record="bank_statement",
        language="zh",
        face=look.face,
        blocks=(
            Line(centre=record.bank_name, size=11),
            Line(centre="交易明细清单", size=15, strong=True, gap=3),
            Line(
                left=f"账户名称：{record.holder}",
                centre=f"账号：{record.account}",
                right=f"打印时间：{printed_at(record, look.source)}",
                gap=8,
            ),
            Line(left=f"开户网点：{record.branch}", right=f"起止日期：{record.start} 至 {record.end}"),
            Line(left="期初余额：", centre=figures.opening("期初余额"), right=f"交易笔数：{len(record.lines)}"),
            Table(columns=_COLUMNS, rows=tuple(rows), frame="open", size=7.2, row_height=14.5, wash=0.85, stripe=0.96, gap=6),
            *below,
        ),
        margin=34.0,
        width=841.89,
        height=595.28,
        footer="{page}/{pages}",
        seals=(Seal(kind="round", text=record.bank_name, over="foot", below="电子印章"),),
    )


LAYOUT = Layout(name="zh_bank_mingde", split="develop", language="zh", suits=of_bank("mingde"), draw=draw, bank="mingde")
