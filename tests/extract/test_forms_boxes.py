"""Captions over, under or inside the box of their amount, wrapped cells, sentences, and amounts with units of their own."""

from __future__ import annotations

from decimal import Decimal

import pytest

from extract.forms import reader
from extract.forms.amounts import amount_told
from extract.records import Form
from extract.series import FigureSeries
from extract.tables.lines import rows_of_page
from tests.extract.forms_invented import page_of

OVER = """
                 流动资金贷款申请表
企业全称：江岸区小满餐饮有限公司          填表日期：2025年3月2日
申请额度              企业资产总额            企业负债总额
50.00万元             230.12万元              81.40万元
上一年度净利润        现有银行贷款余额        职工人数
12.30万元             无                      14
"""
UNDER = """
        Application for Business Credit
Name of applicant: Calder Joinery Limited
All amounts in £
75,000                  412,900               120,300
Amount of finance       Gross assets          Total business liabilities
612,400                 48,250                22,500
Annual turnover         Net profit            Existing bank borrowing
"""
INSIDE = """
                 借款申请书
申请人：江岸区小满餐饮有限公司
申请额度（万元）：50.00          其中：用于支付货款（万元）：30.00
年销售收入（万元）：312.55       企业资产总额（万元）：230.12
"""
LETTER = """
                 借款申请书
致城南农村商业银行。我公司拟借款金额为人民币伍拾万元整（500,000.00元），
上一年度净利润约12.30万元，资产总额为230.12万元，
负债总额为81.40万元，银行贷款余额为无。
"""
GUARANTOR = """
                 借款申请书
申请额度：                  500,000.00
资产总额：                  2,301,200.00
保证人情况
资产总额：                  99,000.00
"""


def form_of(art: str) -> Form:
    found, _ = reader.read("ab" * 32, [rows_of_page(page_of(art))], FigureSeries("ab" * 32))
    assert len(found) == 1
    return found[0]


def concepts(form: Form) -> dict[str, Decimal]:
    return {line.concept: line.figures[0].figure.value for line in form.lines if line.concept and line.figures}


@pytest.mark.parametrize(
    ("art", "read"),
    [
        (OVER, {"total_assets": "2301200", "total_liabilities": "814000", "net_profit": "123000", "bank_loans_note": "0"}),
        (
            UNDER,
            {
                "total_assets": "412900",
                "total_liabilities": "120300",
                "revenue": "612400",
                "net_profit": "48250",
                "bank_loans_note": "22500",
            },
        ),
        (INSIDE, {"revenue": "3125500", "total_assets": "2301200"}),
        (LETTER, {"net_profit": "123000", "total_assets": "2301200", "total_liabilities": "814000", "bank_loans_note": "0"}),
        (GUARANTOR, {"total_assets": "2301200"}),
    ],
    ids=["over", "under", "inside", "letter", "guarantor"],
)
def test_an_application_is_read_in_every_arrangement(art: str, read: dict[str, str]) -> None:
    assert concepts(form_of(art)) == {name: Decimal(value) for name, value in read.items()}


def test_figures_of_a_guarantor_are_kept_without_a_concept() -> None:
    lines = [line for line in form_of(GUARANTOR).lines if line.label == "资产总额"]
    assert [line.concept for line in lines] == ["total_assets", None]


@pytest.mark.parametrize(
    ("text", "value", "scale"),
    [
        ("£850k", "850", "1000"),
        ("$1.2m", "1.2", "1000000"),
        ("150万元", "150", "10000"),
        ("人民币壹佰万元整", "1000000", None),
        ("人民币壹佰万元整（100.00万元）", "100.00", "10000"),
    ],
)
def test_amounts_that_say_more_than_digits(text: str, value: str, scale: str | None) -> None:
    told = amount_told(text, recognised=False)
    assert told is not None
    assert told.numeral.value == Decimal(value)
    assert told.scale == (Decimal(scale) if scale else None)


def test_figures_and_words_of_one_amount_that_differ_are_doubtful() -> None:
    told = amount_told("人民币壹佰万元整（1,100,000.00元）", recognised=False)
    assert told is not None
    assert told.numeral.malformed


def test_two_orders_that_fit_alike_leave_amounts_doubtful() -> None:
    art = UNDER.replace("All amounts in £", "Gross assets            Annual turnover       Net profit")
    figures = [one.figure for line in form_of(art).lines for one in line.figures]
    assert figures
    assert all(figure.doubtful for figure in figures if figure.value >= 1000)
