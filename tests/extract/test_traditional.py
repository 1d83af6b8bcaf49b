"""Papers in traditional characters: read as others are, and kept as they are printed."""

from __future__ import annotations

from decimal import Decimal

import pytest

from extract.flow import read
from extract.records import BankStatement, FinancialStatement
from extract.tables.lines import rows_of_page
from extract.traditional import Printed, is_traditional
from tests.extract import paper

BALANCE = """公司名稱：永豐貿易有限公司
資產負債表
於2025年3月31日
{unit}
項目,2025年3月31日,2024年3月31日
流動資產,,
現金及銀行結餘,"1,200","1,000"
應收帳款,"3,400","3,100"
流動資產合計,"4,600","4,100"
流動負債,,
應付帳款,"2,000","1,800"
資產總計,"4,600","4,100"
負債合計,"2,000","1,800"
權益合計,"2,600","2,300"
"""
BANK = """戶名,永豐貿易有限公司,帳號,012345678901
交易日期,摘要,支出,存入,餘額,對方戶名
2025/01/03,房租,"2,500.00",,"7,500.00",張三
2025/01/14,貨款,,"5,000.00","12,500.00",華東商貿有限公司
2025/01/28,薪資,"10,000.00",,"2,500.00",代發薪資
"""


@pytest.mark.parametrize("codec", ["big5", "utf-8", "utf-16"])
@pytest.mark.parametrize(
    ("unit", "currency", "scale"),
    [("單位：港元", "HKD", 1), ("單位：新臺幣仟元", "TWD", 1_000), ("港幣千元", "HKD", 1_000), ("單位：人民幣萬元", "CNY", 10_000)],
)
def test_a_statement_keeps_its_letters_and_has_its_concepts(codec: str, unit: str, currency: str, scale: int) -> None:
    document = read(BALANCE.format(unit=unit).encode(codec), "報表.csv")
    (found,) = document.records
    assert isinstance(found, FinancialStatement)
    assert (found.entity, found.currency, found.scale) == ("永豐貿易有限公司", currency, Decimal(scale))
    assert {line.label: line.concept for line in found.lines} == {
        "現金及銀行結餘": "cash",
        "應收帳款": "trade_receivables",
        "流動資產合計": "total_current_assets",
        "應付帳款": "trade_payables",
        "資產總計": "total_assets",
        "負債合計": "total_liabilities",
        "權益合計": "total_equity",
    }
    assert next(found.figures()).value == 1_200 * scale
    assert not document.warnings


@pytest.mark.parametrize("codec", ["big5", "utf-8"])
def test_a_bank_export_keeps_its_letters(codec: str) -> None:
    (found,) = read(BANK.encode(codec), "對帳單.csv").records
    assert isinstance(found, BankStatement)
    assert [row.amount.value for row in found.transactions] == [Decimal("-2500.00"), Decimal("5000.00"), Decimal("-10000.00")]
    assert [row.counterparty for row in found.transactions] == ["張三", "華東商貿有限公司", "代發薪資"]
    assert found.holder == "永豐貿易有限公司"


def test_a_page_in_simplified_characters_is_left_alone() -> None:
    rows = paper.rows([[(50, "資產负债表")], [(50, "华东商贸"), (300, "1,200")]])
    assert not is_traditional([rows])
    assert Printed([rows]).pages == [rows]


def test_labels_that_are_put_together_of_pieces_are_given_back() -> None:
    printed = Printed([paper.rows([[(50, "應收帳款"), (120, "及票據淨額")], [(50, "資產總計"), (300, "1,200")]])])
    assert printed.as_printed(("应收帐款 及票据净额", "应收帐款及票据净额", "产总", "cash")) == (
        "應收帳款 及票據淨額",
        "應收帳款及票據淨額",
        "產總",
        "cash",
    )
    assert rows_of_page(paper.page([])) == []
