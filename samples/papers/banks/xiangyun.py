"""祥云村镇银行: a narrow list in 转出 and 转入 as an old core system prints it, ungrouped, with no accounts and no totals."""

from __future__ import annotations

from samples.case import AnyRecord
from samples.papers.banks.figures import Figures, numbered, of_bank, plain
from samples.papers.banks.texts import purpose, solid
from samples.papers.layout import Layout, Look
from samples.papers.paper import Column, Line, Paper, Row, Seal, Table
from samples.records.record import BankStatement

_COLUMNS = (
    Column("交易日", 0.11),
    Column("交易代码", 0.1, "centre"),
    Column("转出", 0.14, "right"),
    Column("转入", 0.14, "right"),
    Column("本次余额", 0.15, "right"),
    Column("", 0.02),
    Column("对方户名", 0.23),
    Column("摘要", 0.13),
)


def draw(record: AnyRecord, look: Look) -> Paper:
    assert isinstance(record, BankStatement)
    figures = Figures(record, amount_shown=plain, balance_shown=plain)
    rows = [
        Row(
            (
                solid(line.day),
                _code(line.kind),
                *figures.out_in((item, line)),
                figures.balance((item, line)),
                None,
                line.counterparty,
                purpose(line),
            )
        )
        for item, line in numbered(record)
    ]
    teller = f"{look.source.randint(100, 999):06d}"
    return Paper(
        record="bank_statement",
        language="zh",
        face=look.face,
        blocks=(
            Line(left=f"{record.bank_name}　分户账明细打印", right=f"操作员：{teller}", size=11, gap=2),
            Line(left=f"账号/户名：{record.account}　{record.holder}", size=9, gap=6),
            Line(left=f"起始日期：{solid(record.start)}　终止日期：{solid(record.end)}", right=f"打印：{solid(record.printed)}", size=9),
            Line(left="期初余额：", centre=figures.opening("期初余额"), size=9),
            Table(columns=_COLUMNS, rows=tuple(rows), frame="open", size=8.4, row_height=13.0),
            Line(left="期末余额：", centre=figures.closing("期末余额"), right="*** 打印结束 ***", size=9, gap=8),
        ),
        margin=38.0,
        seals=(Seal(kind="round", text=record.bank_name, over="foot", below="业务专用章"),),
    )


def _code(kind: str) -> str:
    """Four digits that the core system has for a kind of movement; they follow from its name alone."""
    return f"{1000 + sum(place * ord(sign) for place, sign in enumerate(kind, start=1)) % 8999}"


LAYOUT = Layout(name="zh_bank_xiangyun", split="develop", language="zh", suits=of_bank("xiangyun"), draw=draw, bank="xiangyun")
