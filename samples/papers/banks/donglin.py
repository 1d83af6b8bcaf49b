"""东霖银行: 对账单 in pages of fixed length, each with 承前页, 本页小计 and 过次页; no accounts of the other side."""

from __future__ import annotations

from itertools import pairwise

from samples.case import AnyRecord
from samples.papers.banks.figures import Figures, Numbered, numbered, of_bank, pages
from samples.papers.banks.texts import CURRENCIES, purpose, solid
from samples.papers.layout import Layout, Look
from samples.papers.paper import Block, Break, Column, Line, Paper, Row, Seal, Table
from samples.records.record import BankStatement

_ROWS = 24
_COLUMNS = (
    Column("日期", 0.1, "centre"),
    Column("凭证号", 0.13, "centre"),
    Column("摘要", 0.17),
    Column("对方户名", 0.24),
    Column("借方", 0.12, "right"),
    Column("贷方", 0.12, "right"),
    Column("余额", 0.12, "right"),
)


def draw(record: AnyRecord, look: Look) -> Paper:
    assert isinstance(record, BankStatement)
    figures = Figures(record)
    blocks: list[Block] = []
    sheets = pages(numbered(record), _ROWS)
    for number, (sheet, following) in enumerate(pairwise([*sheets, None]), start=1):
        assert sheet is not None
        if number > 1:
            blocks.append(Break())
        blocks += _head(record, f"第{number}页 共{len(sheets)}页")
        blocks.append(_table(figures, sheet, number, last=following is None))
        blocks.append(Line(left="银行盖章：", centre="复核：", right=f"打印：{record.printed}", size=8.5, gap=8))
    return Paper(
        record="bank_statement",
        language="zh",
        face=look.face,
        blocks=tuple(blocks),
        margin=40.0,
        seals=(Seal(kind="round", text=f"{record.bank_name}{record.branch}"[:16], over="foot", below="业务公章"),),
    )


def _head(record: BankStatement, page: str) -> tuple[Block, ...]:
    return (
        Line(centre=record.bank_name, size=12),
        Line(centre="对　账　单", size=16, strong=True, gap=2),
        Line(left=f"账号：{record.account}", centre=f"币别：{CURRENCIES[record.currency]}", right=page, size=9, gap=8),
        Line(left=f"户名：{record.holder}", right=f"期间：{solid(record.start)}-{solid(record.end)}", size=9),
    )


def _table(figures: Figures, sheet: list[Numbered], number: int, *, last: bool) -> Table:
    if number == 1:
        rows = [Row((solid(figures.record.start), None, "上期余额", None, None, None, figures.opening("上期余额")))]
    else:
        brought = figures.at_edge("承前页", sheet[0][0] - 1, "brought_forward")
        rows = [Row((None, None, "承前页", None, None, None, brought))]
    for row in sheet:
        line = row[1]
        cells = (solid(line.day), line.reference[-10:], purpose(line), line.counterparty, *figures.out_in(row), figures.balance(row))
        rows.append(Row(cells))
    paid = figures.summed("本页小计", sheet, "debits", "page_debits", number)
    received = figures.summed("本页小计", sheet, "credits", "page_credits", number)
    rows.append(Row((None, None, "本页小计", None, paid, received, None), "subtotal"))
    if last:
        rows.append(Row((None, None, "本期合计", None, figures.debits("本期合计"), figures.credits("本期合计"), None), "subtotal"))
        rows.append(Row((None, None, "期末余额", None, None, None, figures.closing("期末余额")), "total"))
    else:
        rows.append(Row((None, None, "过次页", None, None, None, figures.at_edge("过次页", sheet[-1][0], "carried_forward"))))
    return Table(columns=_COLUMNS, rows=tuple(rows), size=8.0, row_height=18.0)


LAYOUT = Layout(name="zh_bank_donglin", split="develop", language="zh", suits=of_bank("donglin"), draw=draw, bank="donglin")
