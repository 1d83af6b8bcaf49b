"""Papers for the tests of the press."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from samples.papers.paper import Break, Column, Entry, Line, Paper, Row, Table, grouped


def entry(value: str, printed: str = "", label: str = "货币资金") -> Entry:
    amount = Decimal(value)
    return Entry(label=label, concept="cash", period=date(2025, 12, 31), span="instant", value=amount, printed=printed or grouped(amount))


def chinese(face: str = "song", rows: int = 30) -> Paper:
    body = tuple(
        Row((f"项目{number}", str(number), entry(f"{number * 1234567}.{number:02d}"), entry(f"{number * 7654321}.10")), "plain")
        for number in range(1, rows + 1)
    )
    table = Table(
        columns=(Column("资　产", 3), Column("行次", 0.7, "centre"), Column("期末余额", 2, "right"), Column("年初余额", 2, "right")),
        rows=(Row(("流动资产：",), "section"), *body, Row(("合计", "99", entry("987654321.09"), entry("-12.50")), "total")),
        wash=0.9,
        stripe=0.97,
        spans=(("项目", 2), ("金额", 2)),
    )
    return Paper(
        record="balance_sheet",
        language="zh",
        face=face,
        footer="第 {page} 页，共 {pages} 页",
        head="资产负债表",
        blocks=(
            Line(centre="资产负债表", size=16, strong=True),
            Line(left="编制单位：华川示例贸易有限公司", centre="2025年12月31日", right="单位：元"),
            table,
            Line(left="法定代表人：王某", centre="主管会计工作负责人：李某", right=entry("123456.78", "¥123,456.78")),
        ),
    )


def english(face: str = "sans") -> Paper:
    rows = (
        Row(("Fixed assets",), "section"),
        Row(("Tangible assets", "4", entry("12345", "12,345"), entry("-12000", "(12,000)"))),
        Row(("", "", entry("12345", "£12,345"), entry("0", "-")), "subtotal"),
        Row(
            (
                "Creditors: amounts falling due within one year and after more than one year, including accruals and deferred income",
                "5",
                entry("-9999", "(9,999)"),
                entry("-1", "(1)"),
            )
        ),
        Row(("Net assets", "", entry("1234567", "1,234,567"), entry("7654321", "7,654,321")), "total"),
    )
    columns = (Column("", 4), Column("Notes", 0.6, "centre"), Column("2025\n£", 1.4, "right"), Column("2024\n£", 1.4, "right"))
    return Paper(
        record="balance_sheet",
        language="en",
        face=face,
        footer="Page {page} of {pages}",
        blocks=(
            Line(centre="EXAMPLE TRADING LIMITED", size=14, strong=True),
            Line(left="Balance sheet as at 31 December 2025", right="Registered number 01234567"),
            Table(columns=columns, rows=rows, frame="open"),
            Break(),
            Table(columns=columns, rows=rows, frame="columns", width=0.7, left=0.1, size=9.0),
        ),
    )
