"""Lists that come as data: what their columns add up to says what they are about, under any captions or none."""

from __future__ import annotations

from extract.document import Document
from extract.flow import read
from extract.records import BankStatement, FinancialStatement, Form, StatementLine


def _read(text: str, encoding: str = "utf-8") -> Document:
    return read(text.encode(encoding), "list.csv")


def _form(text: str) -> Form:
    (record,) = _read(text).records
    assert isinstance(record, Form)
    return record


def _figures(line: StatementLine) -> dict[str, str]:
    return {one.column: str(one.figure.value) for one in line.figures}


NAMELESS = """A,B,C,D,E,F
K-1001,05/01/2025,Calder Homes Ltd,120.00,20.00,100.00
K-1002,19/01/2025,Hythe & Sons Ltd,372.60,62.10,310.50
K-1003,23/01/2025,Calder Homes Ltd,60.00,10.00,50.00
"""
BALANCE = """2025年1月1日至2025年12月31日
甲,乙,丙,,丁,,戊,
,,左,右,左,右,左,右
1001,库存现金,500.00,,1200.00,1100.00,600.00,
1002,银行存款,9000.00,,30000.00,25000.00,14000.00,
2202,应付账款,,4500.00,6000.00,9600.00,,8100.00
4001,实收资本,,5000.00,,1500.00,,6500.00
"""
PAY = """姓名;岗位;底薪;奖励;税前;社保;个税;到手
王伟;销售;6.000,00;500,00;6.500,00;480,00;30,00;5.990,00
李娜;会计;7.000,00;0,00;7.000,00;560,00;45,00;6.395,00
张敏;司机;5.500,00;200,00;5.700,00;440,00;10,00;5.250,00
"""


def test_a_register_is_known_by_its_sums_without_a_caption() -> None:
    form = _form(NAMELESS)
    assert form.form == "invoice_register"
    assert {line.label: _figures(line) for line in form.lines} == {
        "K-1001": {"net": "100.00", "tax": "20.00", "total": "120.00"},
        "K-1002": {"net": "310.50", "tax": "62.10", "total": "372.60"},
        "K-1003": {"net": "50.00", "tax": "10.00", "total": "60.00"},
    }
    assert dict(form.lines[1].texts)["day"] == "2025-01-19"


def test_a_trial_balance_is_known_by_its_sums_under_captions_that_say_nothing() -> None:
    form = _form(BALANCE)
    assert form.type == "trial_balance"
    payables = next(line for line in form.lines if line.label == "应付账款")
    assert payables.note == "2202" and payables.concept == "trade_payables"
    assert _figures(payables) == {
        "opening_credit": "4500.00", "period_debit": "6000.00", "period_credit": "9600.00", "closing_credit": "8100.00",
    }  # fmt: skip
    assert not any(one.figure.doubtful for line in form.lines for one in line.figures)


def test_balances_with_their_side_in_words_stand_beside_each_other() -> None:
    form = _form(
        "科目余额表\n2025年12月\n科目,名称,方向,期初,借方,贷方,方向,期末\n1001,库存现金,借,500.00,1200.00,1100.00,借,600.00\n"
        "2202,应付账款,贷,4500.00,6000.00,9600.00,贷,8100.00\n4001,实收资本,贷,5000.00,,1500.00,贷,6500.00\n"
    )
    assert _figures(form.lines[1]) == {"opening": "4500.00", "period_debit": "6000.00", "period_credit": "9600.00", "closing": "8100.00"}


def test_a_payroll_is_read_with_its_decimal_commas_and_said_to_be_unverified() -> None:
    document = _read(PAY)
    (form,) = document.records
    assert isinstance(form, Form) and form.form == "payroll"
    assert _figures(form.lines[0])["net"] == "5990.00" and _figures(form.lines[2])["gross"] == "5700.00"
    assert "list-not-verified" in {warning.code for warning in document.warnings}


def test_columns_that_nothing_explains_are_doubtful() -> None:
    document = _read(
        "Invoice register\nInvoice,Date,Alpha,Beta\nX1,2025-01-04,12.00,7.00\nX2,2025-01-05,9.00,31.00\nX3,2025-01-09,5.00,2.50\n"
    )
    (form,) = document.records
    assert isinstance(form, Form)
    assert all(one.figure.doubtful for line in form.lines for one in line.figures)
    assert "list-columns-guessed" in {warning.code for warning in document.warnings}


def test_several_tables_of_one_sheet_are_read_apart_and_a_strange_one_is_named() -> None:
    document = _read(NAMELESS + "\n\nMachine,Hours,Litres\nPress,12.5,40.25\nLathe,7.5,12.75\nSaw,3.5,9.25\n")
    assert [getattr(record, "form", "") for record in document.records] == ["invoice_register"]
    assert "table-not-read" in {warning.code for warning in document.warnings}


def test_a_journal_is_recognised_and_is_no_bank_statement() -> None:
    document = _read(
        "General journal\nDate,Voucher,Account code,Account,Debit,Credit\n2025-01-05,1,1200,Trade debtors,120.00,\n2025-01-05,1,4000,Sales,,120.00\n"
        "2025-01-09,2,5000,Purchases,80.00,\n2025-01-09,2,2100,Trade creditors,,80.00\n"
    )
    (form,) = document.records
    assert isinstance(form, Form) and form.form == "journal"
    assert "list-not-verified" in {warning.code for warning in document.warnings}


def test_aged_balances_keep_their_ages() -> None:
    form = _form(
        "Aged debtors\nAs at 31 March 2025\nCustomer,Total,Current,1-30 days,31-60 days,60+\nCalder Homes,170.00,100.00,50.00,20.00,0.00\n"
        "Hythe & Sons,60.00,0.00,0.00,60.00,0.00\nOakwood,25.00,25.00,0.00,0.00,0.00\n"
    )
    assert form.form == "aged_list"
    assert _figures(form.lines[0]) == {"total": "170.00", "current": "100.00", "1-30days": "50.00", "31-60days": "20.00", "60+": "0.00"}


def test_a_statement_in_a_workbook_is_no_trial_balance() -> None:
    (record,) = _read(
        "Calder Homes Ltd\nBalance sheet\nas at 31 December 2025\n,2025,2024\n,£,£\nFixed assets,500,450\nStock,120,100\nDebtors,90,80\n"
        "Cash at bank and in hand,60,50\nCreditors: amounts falling due within one year,-150,-140\nNet current assets,120,90\n"
        "Total assets less current liabilities,620,540\nNet assets,620,540\nShare capital,100,100\nRetained earnings,520,440\n"
        "Shareholders' funds,620,540\n"
    ).records
    assert isinstance(record, FinancialStatement)


def test_a_bank_export_stays_one() -> None:
    (record,) = _read(
        "Date,Description,Reference,Debit,Credit,Balance\n2025-01-05,Card,K1,20.00,,480.00\n2025-01-06,Transfer,K2,,100.00,580.00\n"
        "2025-01-07,Fee,K3,5.00,,575.00\n2025-01-08,Transfer,K4,,25.00,600.00\n"
    ).records
    assert isinstance(record, BankStatement)


def test_a_unit_in_a_caption_counts_for_its_column() -> None:
    form = _form(
        '开票一览\n发票号码,开票日期,客户,不含税（万元）,税额（万元）,价税合计（元）\n12345678,2025-01-05,甲公司,1.00,0.13,"11,300.00"\n'
        '12345679,2025-01-06,乙公司,2.00,0.26,"22,600.00"\n12345680,2025-02-06,乙公司,3.00,0.39,"33,900.00"\n'
    )
    assert [int(one.figure.value) for one in form.lines[0].figures] == [10_000, 1_300, 11_300]


def test_a_void_tax_is_no_reason_to_leave_its_column_out() -> None:
    form = _form(
        "序号,数电发票号码,开票日期,购买方名称,金额,税率,税额,价税合计\n1,25322000000012345678,2025-01-05,甲公司,1000.00,13%,130.00,1130.00\n"
        "2,25322000000012345679,2025-01-06,乙公司,200.00,免税,***,200.00\n合计：,,,,1200.00,,130.00,1330.00\n"
    )
    assert [_figures(line).get("tax") for line in form.lines] == ["130.00", None, "130.00"]


def test_the_items_of_one_invoice_are_no_register() -> None:
    document = _read(
        "INVOICE,,,\nInvoice number,INV-2025-01,,\nDate,05/03/2025,,\nBill to,Calder Homes Ltd,,\n\nItem,Description,Qty,Net,VAT,Total\n"
        "P-100,Timber,10,100.00,20.00,120.00\nP-101,Nails,5,50.00,10.00,60.00\nP-102,Glue,2,8.00,1.60,9.60\n,,Total,158.00,31.60,189.60\n"
    )
    assert [record.type for record in document.records] == ["invoice"]
