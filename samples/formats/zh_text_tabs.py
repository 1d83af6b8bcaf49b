"""A Chinese core system's text: tabs between fields, GB18030, 收 or 支 beside one amount, grouped digits, opening and closing rows."""

from __future__ import annotations

from samples.case import AnyRecord
from samples.formats.delimited import delimited
from samples.formats.suits import bank_statements
from samples.formats.writer import Writer
from samples.papers.banks.figures import Figures, counted, numbered
from samples.papers.layout import Look
from samples.papers.paper import Cell
from samples.press.placed import Printed
from samples.records.record import BankStatement


def write(record: AnyRecord, _look: Look) -> Printed:
    assert isinstance(record, BankStatement)
    figures = Figures(record)
    out, into = counted(record)
    rows: list[tuple[Cell, ...]] = [
        ("账号", record.account, "户名", record.holder, "币种", record.currency),
        ("序号", "记账日期", "收/支", "金额", "余额", "对方名称", "对方账号", "摘要"),
        ("", f"{record.start:%Y-%m-%d}", "", "", figures.opening("期初余额"), "", "", "期初余额"),
    ]
    for row in numbered(record):
        line = row[1]
        flag = "支" if line.amount < 0 else "收"
        text = " ".join(part for part in (line.summary, line.text) if part)
        party = (line.counterparty, line.counterparty_account)
        rows.append((str(row[0]), f"{line.day:%Y-%m-%d}", flag, figures.amount(row), figures.balance(row), *party, text))
    rows.append(("", f"{record.end:%Y-%m-%d}", "", "", figures.closing("期末余额"), "", "", "期末余额"))
    rows.append(("支出笔数", str(out), "支出合计", figures.debits("支出合计")))
    rows.append(("收入笔数", str(into), "收入合计", figures.credits("收入合计")))
    return delimited(rows, encoding="gb18030", delimiter="\t")


WRITER = Writer(name="zh_text_tabs", split="test", suffix=".txt", suits=bank_statements("zh"), write=write)
