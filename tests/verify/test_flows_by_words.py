"""Rows of a bank statement told apart by their words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from extract.records import Form, FormField, Transaction
from tests.verify.papers import Paper, case_of
from verify.flows_by_words import Knowledge, flow_of, is_person_of, owners_named

KNOWN = Knowledge(accounts=frozenset({"62220002"}), names=frozenset({"海岚食品有限公司"}), owners=frozenset({"邓静", "nicolabennett"}))


def row(amount: str, description: str, counterparty: str = "", account: str = "") -> Transaction:
    figure = Paper("bank.pdf").figure(amount)
    return Transaction(
        date=date(2025, 11, 5),
        description=description,
        counterparty=counterparty or None,
        counterparty_account=account or None,
        amount=figure,
        balance=None,
    )


@pytest.mark.parametrize(
    ("amount", "description", "counterparty", "wanted"),
    [
        ("40.00", "转账 3月货款", "上海海光化工有限公司", "bank_customer_receipts"),
        ("40.00", "转账", "上海海光化工有限公司", "bank_customer_receipts"),
        ("40.00", "BGC INV 33913", "Rachel Khan", "bank_customer_receipts"),
        ("-40.00", "转账 材料款", "长沙宝力精密模具有限公司", "bank_supplier_payments"),
        ("-40.00", "代发工资 5月工资", "批量代发", "bank_payroll"),
        ("-40.00", "BACS NET WAGES", "Salaries", "bank_payroll"),
        ("-40.00", "缴费 3月社保", "广州市社会保险基金管理中心", "bank_social_insurance"),
        ("-40.00", "国税 增值税", "国家金库广州市天河区支库", "bank_tax_paid"),
        ("-40.00", "DD HMRC VAT", "HM Revenue & Customs", "bank_tax_paid"),
        ("-40.00", "国税 个税3月", "国家金库广州市天河区支库", "bank_wage_tax_paid"),
        ("40.00", "放款 流动资金贷款", "华川银行", "bank_loans_received"),
        ("40.00", "LOAN LOAN ADVANCE", "Albion Mutual Bank plc", "bank_loans_received"),
        ("-40.00", "还款 归还贷款本金", "", "bank_loan_repaid"),
        ("-40.00", "扣息 贷款利息", "", "bank_interest_paid"),
        ("40.00", "结息 批量结息", "", "bank_interest_received"),
        ("-40.00", "往账 4月房租", "广州恒赢产业园管理有限公司", "bank_rent_paid"),
        ("-40.00", "代扣 电力费", "广州供电有限责任公司", "bank_utility_paid"),
        ("40.00", "来账 往来款", "邓*", "bank_related_in"),
        ("-40.00", "SO DIRECTORS LOAN", "Nicola Bennett", "bank_related_out"),
        ("-40.00", "SO DIRECTORS LOAN", "BENNETT NICOLA", "bank_related_out"),
        ("40.00", "转账 往来款", "何晓琳", None),
        ("-40.00", "天气不错", "", None),
    ],
)
def test_a_row_by_its_words(amount: str, description: str, counterparty: str, wanted: str | None) -> None:
    assert flow_of(row(amount, description, counterparty), KNOWN) == wanted


@pytest.mark.parametrize("amount", ["40.00", "-40.00"])
def test_money_between_own_accounts_is_never_a_customer_s(amount: str) -> None:
    assert flow_of(row(amount, "货款", "海岚食品有限公司"), KNOWN) == "bank_own_transfers"
    assert flow_of(row(amount, "货款", "上海海光化工有限公司", account="6222-0002"), KNOWN) == "bank_own_transfers"


def test_a_customer_who_mistypes_goods_as_a_loan_lends_nothing() -> None:
    assert flow_of(row("40.00", "转账 付贷款", "上海海光化工有限公司"), KNOWN) == "bank_customer_receipts"


def test_words_of_one_direction_say_nothing_of_the_other() -> None:
    assert flow_of(row("40.00", "工资退回"), KNOWN) != "bank_payroll"


def test_an_amount_of_nothing_moves_nothing() -> None:
    assert flow_of(replace(row("40.00", "天气"), amount=Paper("x").figure("0.00")), KNOWN) is None


@pytest.mark.parametrize(("name", "same"), [("邓静", True), ("邓*", True), ("邓**", False), ("*静", True), ("何*", False), ("", False)])
def test_a_masked_name_is_its_owner_s(name: str, same: bool) -> None:
    assert is_person_of(name, {"邓静"}) is same


def test_owners_are_named_beside_their_captions() -> None:
    paper = Paper("application.pdf").stating({"vat_due": "1.00"}, start=date(2025, 1, 1), end=date(2025, 12, 31))
    form = paper.records[-1]
    assert isinstance(form, Form)
    fields = (FormField("法定代表人", "邓静"), FormField("地址", "广州市"), FormField("股东", "邓静、何晓琳、广州众康有限公司"))
    paper.records[-1] = replace(form, fields=fields)
    assert owners_named(case_of(paper)) == {"邓静", "何晓琳"}
