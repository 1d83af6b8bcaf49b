"""兰山银行: the ledger card of a counter print: 借或贷 beside the balance, 承前页 and 过次页, month and day only."""

from __future__ import annotations

from itertools import pairwise

from samples.case import AnyRecord
from samples.papers.banks.figures import Figures, Numbered, numbered, of_bank, pages
from samples.papers.banks.texts import CURRENCIES, folded
from samples.papers.layout import Layout, Look
from samples.papers.paper import Block, Break, Cell, Column, Entry, Line, Paper, Row, Seal, Table
from samples.records.record import BankStatement

_ROWS = 30
_COLUMNS = (
    Column("月", 0.05, "centre"),
    Column("日", 0.05, "centre"),
    Column("凭证号", 0.14, "centre"),
    Column("摘　　要", 0.26),
    Column("借方金额", 0.15, "right"),
    Column("贷方金额", 0.15, "right"),
    Column("借或贷", 0.05, "centre"),
    Column("余额", 0.15, "right"),
)


def draw(record: AnyRecord, look: Look) -> Paper:
    assert isinstance(record, BankStatement)
    figures = Figures(record, balance_shown=lambda value: f"{abs(value):,f}")
    blocks: list[Block] = []
    sheets = pages(numbered(record), _ROWS, height=lambda row: len(_words(row)))
    for number, (sheet, following) in enumerate(pairwise([*sheets, None]), start=1):
        assert sheet is not None
        if number > 1:
            blocks.append(Break())
        blocks += (
            Line(left=record.bank_name, centre="分户账（对账联）", right=f"第{number}页", size=12, strong=True),
            Line(left=f"户名：{record.holder}", right=f"账号：{record.account}", size=9, gap=8),
            Line(left=f"{record.end.year}年　币种：{CURRENCIES[record.currency]}", right=f"{record.start} 至 {record.end}", size=9),
        )
        rows = [
            _edge(
                record.start.month,
                record.start.day,
                "上年结转" if record.start.timetuple().tm_yday == 1 else "承前",
                figures.opening("承前"),
            )
        ]
        if number > 1:
            rows = [_edge(None, None, "承前页", figures.at_edge("承前页", sheet[0][0] - 1, "brought_forward"))]
        for row in sheet:
            rows += _rows(figures, row)
        if following is None:
            rows.append(Row((None, None, None, "合计", figures.debits("合计"), figures.credits("合计"))))
            rows.append(_edge(record.end.month, record.end.day, "结余", figures.closing("结余")))
        else:
            rows.append(_edge(None, None, "过次页", figures.at_edge("过次页", sheet[-1][0], "carried_forward")))
        blocks.append(Table(columns=_COLUMNS, rows=tuple(rows), size=8.2, row_height=17.0))
    blocks.append(Line(left="会计：", centre="记账：", right=f"打印日期：{record.printed}", size=8.5, gap=8))
    return Paper(
        record="bank_statement",
        language="zh",
        face=look.face,
        blocks=tuple(blocks),
        margin=40.0,
        seals=(Seal(kind="round", text=record.bank_name, over="foot", below="业务清讫章"),),
    )


def _side(entry: Entry) -> str:
    return "平" if not entry.value else "借" if entry.value < 0 else "贷"


def _edge(month: int | None, day: int | None, label: str, entry: Entry) -> Row:
    start: tuple[Cell, ...] = (f"{month:02d}" if month else None, f"{day:02d}" if day else None)
    return Row((*start, None, label, None, None, _side(entry), entry))


def _words(row: Numbered) -> list[str]:
    line = row[1]
    return folded(" ".join(part for part in (line.summary or line.text, line.counterparty) if part), 18)[:2]


def _rows(figures: Figures, row: Numbered) -> list[Row]:
    line = row[1]
    balance = figures.balance(row)
    words = _words(row)
    first = (f"{line.day.month:02d}", f"{line.day.day:02d}", line.reference[-8:], words[0], *figures.out_in(row), _side(balance), balance)
    return [Row(first), *(Row((None, None, None, text)) for text in words[1:])]


LAYOUT = Layout(name="zh_bank_lanshan", split="test", language="zh", suits=of_bank("lanshan"), draw=draw, bank="lanshan")
