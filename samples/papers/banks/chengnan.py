"""城南农村商业银行: 活期账户交易明细清单, 支出 and 收入 with 0.00 in the empty one, numbered rows, dates in characters."""

from __future__ import annotations

from samples.case import AnyRecord
from samples.papers.banks.figures import Figures, numbered, of_bank
from samples.papers.banks.texts import CURRENCIES, han, purpose
from samples.papers.layout import Layout, Look
from samples.papers.paper import Column, Line, Paper, Row, Seal, Table
from samples.records.record import BankStatement

_COLUMNS = (
    Column("序号", 0.05, "centre"),
    Column("记账日期", 0.14, "centre"),
    Column("摘要", 0.15, "centre"),
    Column("支出", 0.12, "right"),
    Column("收入", 0.12, "right"),
    Column("余额", 0.13, "right"),
    Column("对方户名", 0.23),
    Column("柜员", 0.06, "centre"),
)


def draw(record: AnyRecord, look: Look) -> Paper:
    assert isinstance(record, BankStatement)
    figures = Figures(record)
    teller = f"{look.source.randint(1000, 9999)}"
    rows = [
        Row(
            (str(row[0]), han(row[1].day), purpose(row[1]), *figures.out_in(row, "0.00"), figures.balance(row), row[1].counterparty, teller)
        )
        for row in numbered(record)
    ]
    rows.append(Row(("合计", None, None, figures.debits("合计"), figures.credits("合计"), figures.closing("合计"))))
    return Paper(
        record="bank_statement",
        language="zh",
        face=look.face,
        blocks=(
            Line(centre=record.bank_name, size=15, strong=True),
            Line(centre="活期账户交易明细清单", size=13, gap=3),
            Line(left=f"户　　名：{record.holder}", size=9.5, gap=10),
            Line(left=f"账　　号：{record.account}", right=f"货币种类：{CURRENCIES[record.currency]}", size=9.5),
            Line(left=f"开户机构：{record.branch}", right=f"打印机构：{record.branch}", size=9.5),
            Line(left=f"交易日期：{han(record.start)} 至 {han(record.end)}", right=f"打印日期：{han(record.printed)}", size=9.5),
            Line(left="上期结余：", centre=figures.opening("上期结余"), size=9.5),
            Table(columns=_COLUMNS, rows=tuple(rows), size=8.2, row_height=17.0, gap=6),
            Line(left="注：本清单仅供客户核对账务使用，如有疑问请至原开户机构查询。", size=8, gap=8),
        ),
        margin=36.0,
        footer="第{page}页",
        seals=(Seal(kind="round", text=record.bank_name, over="foot", below="业务办讫章"),),
    )


LAYOUT = Layout(name="zh_bank_chengnan", split="develop", language="zh", suits=of_bank("chengnan"), draw=draw, bank="chengnan")
