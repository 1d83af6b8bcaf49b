"""清源农村商业银行: short dates, 借方（支出） and 贷方（收入）, a daily count of nothing else; the other side without its account."""

from __future__ import annotations

from samples.case import AnyRecord
from samples.papers.banks.figures import Figures, by_day, numbered, of_bank
from samples.papers.banks.texts import CURRENCIES, purpose
from samples.papers.layout import Layout, Look
from samples.papers.paper import Column, Line, Paper, Row, Seal, Table
from samples.records.record import BankStatement

_COLUMNS = (
    Column("日期", 0.1, "centre"),
    Column("摘要", 0.16),
    Column("凭证号码", 0.13, "centre"),
    Column("借方（支出）", 0.14, "right"),
    Column("贷方（收入）", 0.14, "right"),
    Column("余额", 0.14, "right"),
    Column("对方单位", 0.22),
)


def draw(record: AnyRecord, look: Look) -> Paper:
    assert isinstance(record, BankStatement)
    figures = Figures(record)
    rows = [Row((f"{record.start:%y/%m/%d}", "期初", None, None, None, figures.opening("期初")), "strong")]
    for day in by_day(numbered(record)):
        for place, row in enumerate(day):
            line = row[1]
            shown = f"{line.day:%y/%m/%d}" if place == 0 else None
            rows.append(Row((shown, purpose(line), line.reference[-8:], *figures.out_in(row), figures.balance(row), line.counterparty)))
    rows.append(Row((None, "本期发生额", None, figures.debits("本期发生额"), figures.credits("本期发生额"), None), "strong"))
    rows.append(Row((f"{record.end:%y/%m/%d}", "期末", None, None, None, figures.closing("期末")), "strong"))
    return Paper(
        record="bank_statement",
        language="zh",
        face=look.face,
        blocks=(
            Line(centre=f"{record.bank_name}单位存款对账单", size=14, strong=True),
            Line(left=f"机构：{record.branch}", right=f"日期：{record.printed:%y/%m/%d}", size=9, gap=10),
            Line(left=f"户名：{record.holder}", right=f"币种：{CURRENCIES[record.currency]}", size=9),
            Line(left=f"账号：{record.account}", right="科目：活期存款", size=9),
            Table(columns=_COLUMNS, rows=tuple(rows), frame="columns", size=8.2, row_height=15.0, gap=6),
            Line(left="请核对账目，如有不符，请于收到之日起十日内通知我行。", right="（银行盖章）", size=8.5, gap=10),
        ),
        margin=44.0,
        footer="- {page} -",
        seals=(Seal(kind="round", text=record.bank_name, over="foot", below="对账专用章"),),
    )


LAYOUT = Layout(name="zh_bank_qingyuan", split="test", language="zh", suits=of_bank("qingyuan"), draw=draw, bank="qingyuan")
