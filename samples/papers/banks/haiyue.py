"""海岳银行: 账户明细 in 付款金额 and 收款金额, each page closed by its own 本页合计 and the 累计 so far."""

from __future__ import annotations

from samples.case import AnyRecord
from samples.papers.banks.figures import Figures, Numbered, numbered, of_bank, pages
from samples.papers.banks.texts import CURRENCIES, printed_at
from samples.papers.layout import Layout, Look
from samples.papers.paper import Block, Break, Column, Line, Paper, Row, Seal, Table
from samples.records.record import BankStatement

_ROWS = 18
_COLUMNS = (
    Column("记账日", 0.08, "centre"),
    Column("时间", 0.06, "centre"),
    Column("交易名称", 0.09, "centre"),
    Column("付款金额", 0.1, "right"),
    Column("收款金额", 0.1, "right"),
    Column("余额", 0.105, "right"),
    Column("收（付）方名称", 0.19),
    Column("收（付）方账号", 0.145),
    Column("备注", 0.13),
)


def draw(record: AnyRecord, look: Look) -> Paper:
    assert isinstance(record, BankStatement)
    figures = Figures(record)
    blocks: list[Block] = [
        Line(centre=f"{record.bank_name}账户明细", size=15, strong=True),
        Line(
            left=f"账户名称：{record.holder}",
            centre=f"账号：{record.account}",
            right=f"币种：{CURRENCIES[record.currency]}",
            size=8.6,
            gap=8,
        ),
        Line(left=f"开户行：{record.branch}", right=f"{record.start:%Y.%m.%d}-{record.end:%Y.%m.%d}", size=8.6),
        Line(left="上期余额", centre=figures.opening("上期余额"), right=f"生成时间：{printed_at(record, look.source)}", size=8.6),
    ]
    seen: list[Numbered] = []
    for number, sheet in enumerate(pages(numbered(record), _ROWS), start=1):
        if number > 1:
            blocks.append(Break())
        seen += sheet
        rows = [_row(figures, row) for row in sheet]
        rows.append(_sum(figures, "本页合计", sheet, number, "page"))
        if len(seen) == len(record.lines):
            rows.append(Row(("总计", None, None, figures.debits("总计"), figures.credits("总计"), figures.closing("总计"))))
        else:
            rows.append(_sum(figures, "累计", seen, number, "running"))
        blocks.append(Table(columns=_COLUMNS, rows=tuple(rows), size=7.4, row_height=16.0, wash=0.88))
    return Paper(
        record="bank_statement",
        language="zh",
        face=look.face,
        blocks=tuple(blocks),
        margin=32.0,
        width=841.89,
        height=595.28,
        footer="第{page}页（共{pages}页）",
        seals=(Seal(kind="round", text=record.bank_name, over="figures", below="电子业务章"),),
    )


def _row(figures: Figures, row: Numbered) -> Row:
    line = row[1]
    party = (line.counterparty, line.counterparty_account, line.text)
    return Row((f"{line.day:%Y.%m.%d}", line.time, line.summary, *figures.out_in(row), figures.balance(row), *party))


def _sum(figures: Figures, label: str, rows: list[Numbered], number: int, field: str) -> Row:
    paid = figures.summed(label, rows, "debits", f"{field}_debits", number)
    received = figures.summed(label, rows, "credits", f"{field}_credits", number)
    return Row((label, None, None, paid, received))


LAYOUT = Layout(name="zh_bank_haiyue", split="test", language="zh", suits=of_bank("haiyue"), draw=draw, bank="haiyue")
