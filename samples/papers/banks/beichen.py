"""北辰银行: two printed lines for each row, the other side's account beneath its name, D and C beside the amount."""

from __future__ import annotations

from samples.case import AnyRecord
from samples.papers.banks.figures import Figures, counted, numbered, of_bank
from samples.papers.banks.texts import CURRENCIES, folded
from samples.papers.layout import Layout, Look
from samples.papers.paper import Column, Line, Paper, Row, Seal, Table
from samples.records.record import BankStatement

_COLUMNS = (
    Column("记账日期\n交易时间", 0.12, "centre"),
    Column("摘要\n用途", 0.2),
    Column("D/C", 0.05, "centre"),
    Column("发生额", 0.15, "right"),
    Column("账户余额", 0.15, "right"),
    Column("对方户名\n对方账号", 0.33),
)


def draw(record: AnyRecord, look: Look) -> Paper:
    assert isinstance(record, BankStatement)
    figures = Figures(record)
    rows = [Row((f"{record.start}", "上页余额", None, None, figures.opening("上页余额"), None))]
    for row in numbered(record):
        line = row[1]
        flag = "D" if line.amount < 0 else "C"
        rows.append(Row((f"{line.day}", line.summary, flag, figures.amount(row), figures.balance(row), line.counterparty)))
        rows.append(Row((line.time, folded(line.text, 14)[0], None, None, None, line.counterparty_account)))
    out, into = counted(record)
    totals = Table(
        columns=(
            Column("借方笔数", 1, "centre"),
            Column("借方总额", 1.6, "centre"),
            Column("贷方笔数", 1, "centre"),
            Column("贷方总额", 1.6, "centre"),
            Column("期末余额", 1.6, "centre"),
        ),
        rows=(Row((str(out), figures.debits("借方总额"), str(into), figures.credits("贷方总额"), figures.closing("期末余额"))),),
        size=8.4,
        row_height=17.0,
        gap=8,
    )
    return Paper(
        record="bank_statement",
        language="zh",
        face=look.face,
        blocks=(
            Line(left=record.bank_name, right="单位账户对账单", size=14, strong=True),
            Line(left=f"客户名称 {record.holder}", right=f"对账期间 {record.start:%Y/%m/%d}-{record.end:%Y/%m/%d}", size=8.8, gap=9),
            Line(left=f"客户账号 {record.account}", right=f"币　　种 {CURRENCIES[record.currency]}", size=8.8),
            Line(left=f"开户网点 {record.branch}", right=f"制单日期 {record.printed:%Y/%m/%d}", size=8.8),
            Table(columns=_COLUMNS, rows=tuple(rows), frame="columns", size=8.0, row_height=12.0, gap=6),
            totals,
        ),
        margin=42.0,
        footer="页码：{page}/{pages}",
        seals=(Seal(kind="round", text=record.bank_name, over="figures", below="电子对账专用章"),),
    )


LAYOUT = Layout(name="zh_bank_beichen", split="develop", language="zh", suits=of_bank("beichen"), draw=draw, bank="beichen")
