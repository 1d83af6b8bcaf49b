"""Bank statements of paper, workbooks and delimited files, through the shared reader."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import pytest

from extract.banks.reader import read, recognises
from extract.document import DocumentWarning
from extract.page import Cell, Page, Sheet, Word
from extract.place import Box
from extract.records import BankStatement
from extract.series import FigureSeries
from extract.tables.lines import Row, rows_of_page, rows_of_sheet

SHA = "ab" * 32


def delimited(text: str) -> list[Row]:
    cells = [
        Cell(row, column, value, f"line {row}, column {column}")
        for row, line in enumerate(csv.reader(io.StringIO(text.strip())), 1)
        for column, value in enumerate(line, 1)
        if value.strip()
    ]
    return rows_of_sheet(Sheet("export", tuple(cells), delimited=True))


def width(text: str) -> float:
    return sum(9.0 if ord(character) > 0x2E80 else 4.5 for character in text)


def paper(lines: Sequence[tuple[float, Sequence[tuple[float, str]]]], number: int = 1) -> list[Row]:
    """A page: each line is its height and its texts, a text at a negative x ends there (set right)."""
    words = []
    for top, texts in lines:
        for x, text in texts:
            left = -x - width(text) if x < 0 else x
            for part in text.split(" "):
                words.append(Word(part, Box(left, top, left + width(part), top + 9)))
                left += width(part) + 3
    return rows_of_page(Page(number=number, width=600, height=850, words=tuple(words)))


def statements(rows: list[Row]) -> tuple[list[BankStatement], list[DocumentWarning]]:
    return read(SHA, rows, FigureSeries(SHA))


def one(rows: list[Row]) -> tuple[BankStatement, list[DocumentWarning]]:
    found, warnings = statements(rows)
    assert len(found) == 1
    return found[0], warnings


def amounts(statement: BankStatement) -> list[str]:
    return [str(item.amount.value) for item in statement.transactions]


CHINESE = """华川银行股份有限公司 账户交易明细,,,,,,
户名：某某商贸有限公司,账号：6222000011112222,,,,,
开户行：华川银行城西支行,币种：人民币,,,,,
起止日期：2025-01-01 至 2025-01-31,打印日期：2025-02-09,,,,,
交易日期,摘要,借方发生额,贷方发生额,账户余额,对方户名,对方账号
2025-01-01,承前余额,,,"1,000.00",,
2025-01-03,货款,,500.00,"1,500.00",甲公司,123456789012
2025-01-05,房租,200.00,,"1,300.00",乙,--
2025-01-31,结息,,0.55,"1,300.55",,
合计,共3笔,200.00,500.55,,,
2025-01-31,期末余额,,,"1,300.55",,
"""


def test_a_chinese_export_is_read_whole() -> None:
    statement, warnings = one(delimited(CHINESE))
    assert (statement.holder, statement.account, statement.bank) == ("某某商贸有限公司", "6222000011112222", "华川银行城西支行")
    assert (statement.currency, statement.start, statement.end) == ("CNY", date(2025, 1, 1), date(2025, 1, 31))
    assert amounts(statement) == ["500.00", "-200.00", "0.55"]
    assert statement.opening and statement.opening.printed == "1,000.00" and not statement.opening.operands
    assert statement.closing and statement.closing.value == Decimal("1300.55")
    assert statement.total_credits and statement.total_credits.value == Decimal("500.55")
    assert statement.total_debits and statement.total_debits.value == Decimal("200.00")
    first = statement.transactions[0]
    assert (first.date, first.description, first.counterparty, first.counterparty_account) == (
        date(2025, 1, 3),
        "货款",
        "甲公司",
        "123456789012",
    )
    assert first.amount.place.path == "line 7, column 4" and statement.transactions[1].counterparty_account is None
    assert warnings == []


def test_the_balance_in_the_row_of_totals_is_the_closing_one() -> None:
    text = "日期,摘要,借方,贷方,余额\n2025-01-03,收款,,500.00,1500.00\n2025-01-05,付款,200.00,,1300.00\n合计,,200.00,500.00,1300.00\n"
    statement, _ = one(delimited(text))
    assert statement.closing and statement.closing.value == Decimal("1300.00")
    assert len(statement.transactions) == 2


def test_a_balance_column_that_is_added_up_closes_nothing() -> None:
    text = "日期,摘要,借方,贷方,余额\n2025-01-03,收款,,500.00,1500.00\n2025-01-05,付款,200.00,,1300.00\n合计,,200.00,500.00,2800.00\n"
    statement, _ = one(delimited(text))
    assert statement.closing and statement.closing.operands and statement.closing.value == Decimal("1300.00")


@pytest.mark.parametrize("label", ["2025-01-31,Totals and closing balance", ",Turnover: 1 debits and 1 credits", ",Totals"])
def test_a_row_of_totals_is_no_movement(label: str) -> None:
    text = f"Date,Description,Debit,Credit,Balance\n2025-01-03,IN,,500.00,1500.00\n2025-01-05,OUT,200.00,,1300.00\n{label},200.00,500.00,1300.00\n"
    statement, _ = one(delimited(text))
    assert amounts(statement) == ["500.00", "-200.00"]
    assert statement.total_credits and statement.total_credits.value == Decimal("500.00")


def test_the_balances_decide_which_column_is_money_in() -> None:
    # A firm's export where 借方 is money in: the names say the opposite of the chain.
    text = "日期,摘要,借方,贷方,余额\n2025-01-03,收款,500.00,,1500.00\n2025-01-05,付款,,200.00,1300.00\n2025-01-06,收款,10.00,,1310.00\n"
    statement, warnings = one(delimited(text))
    assert amounts(statement) == ["500.00", "-200.00", "10.00"]
    assert [warning.code for warning in warnings] == ["currency-missing"]
    assert statement.currency == "CNY"


def test_an_opening_by_another_name() -> None:
    lines = [
        (10.0, [(20.0, "上期结余："), (250.0, "1,000.00")]),
        (40.0, [(20.0, "日期"), (150.0, "摘要"), (300.0, "支出"), (400.0, "收入"), (500.0, "余额")]),
    ]
    lines += [(60.0, [(20.0, "2025-01-03"), (150.0, "收款"), (400.0, "500.00"), (500.0, "1,500.00")])]
    lines += [(80.0, [(20.0, "2025-01-05"), (150.0, "付款"), (300.0, "200.00"), (500.0, "1,300.00")])]
    statement, _ = one(paper(lines))
    assert statement.opening and statement.opening.value == Decimal("1000.00")


def test_without_balances_the_names_are_believed() -> None:
    statement, _ = one(delimited("日期,摘要,借方,贷方\n2025-01-03,付款,500.00,\n2025-01-05,收款,,200.00\n"))
    assert amounts(statement) == ["-500.00", "200.00"]
    assert statement.opening is None and statement.closing is None


def test_newest_first_is_turned() -> None:
    text = (
        "Date,Description,Amount,Balance\n05/01/2025,Rent £,-200.00,1300.00\n03/01/2025,Sale,500.00,1500.00\n02/01/2025,Fee,-1.00,1000.00\n"
    )
    statement, warnings = one(delimited(text))
    assert statement.newest_first
    assert [item.date for item in statement.transactions] == [date(2025, 1, 2), date(2025, 1, 3), date(2025, 1, 5)]
    assert statement.opening and statement.opening.value == Decimal("1001.00") and len(statement.opening.operands) == 2
    assert statement.closing and statement.closing.value == Decimal("1300.00")
    assert "balance-chain-broken" not in {warning.code for warning in warnings}


def test_one_day_newest_first_is_known_by_the_chain() -> None:
    text = "日期,摘要,金额,余额\n2025-01-05,丙,-30.00,70.00\n2025-01-05,乙,-20.00,100.00\n2025-01-05,甲,120.00,120.00\n"
    statement, _ = one(delimited(text))
    assert statement.newest_first and amounts(statement) == ["120.00", "-20.00", "-30.00"]


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        (("贷", "借"), ["500.00", "-200.00"]),
        (("C", "D"), ["500.00", "-200.00"]),
        (("CR", "DR"), ["500.00", "-200.00"]),
        (("收入", "支出"), ["500.00", "-200.00"]),
        (("收", "付"), ["500.00", "-200.00"]),
    ],
)
def test_a_mark_tells_the_direction(marks: tuple[str, str], expected: list[str]) -> None:
    text = f"交易日期,借贷标志,交易金额,摘要\n2025-01-03,{marks[0]},500.00,货款\n2025-01-05,{marks[1]},200.00,房租\n"
    assert amounts(one(delimited(text))[0]) == expected


def test_a_mark_that_repeats_the_sign() -> None:
    text = "交易日期,收/支,交易金额,摘要\n2025-01-03,支出,-500.00,货款\n2025-01-05,支出,-200.00,房租\n2025-01-05,收入,7.00,息\n"
    assert amounts(one(delimited(text))[0]) == ["-500.00", "-200.00", "7.00"]


def test_unsigned_amounts_take_their_direction_from_the_balances() -> None:
    text = "日期,摘要,发生额,余额\n2025-01-02,初,100.00,100.00\n2025-01-03,付,30.00,70.00\n2025-01-05,收,50.00,120.00\n2025-01-06,付,20.00,100.00\n"
    assert amounts(one(delimited(text))[0]) == ["100.00", "-30.00", "50.00", "-20.00"]


def test_a_broken_chain_is_said_and_nothing_is_changed() -> None:
    statement, warnings = one(delimited(CHINESE.replace('"1,300.00"', '"1,800.00"')))
    assert [str(item.balance.value) for item in statement.transactions if item.balance] == ["1500.00", "1800.00", "1300.55"]
    broken = [warning for warning in warnings if warning.code == "balance-chain-broken"]
    assert len(broken) == 2 and "2025-01-05" in broken[0].text and "2025-01-31" in broken[1].text


def test_a_closing_that_does_not_follow_is_said() -> None:
    _, warnings = one(delimited(CHINESE.replace('期末余额,,,"1,300.55"', '期末余额,,,"1,999.55"')))
    assert [warning.code for warning in warnings] == ["balance-chain-broken"]
    assert "1,999.55" in warnings[0].text


def test_each_currency_is_an_account_of_its_own() -> None:
    text = (
        "Date,Description,Billing amount,Billing currency,Balance,Balance currency\n"
        '12/03/2025,SALARY,"12,500.00",CNY,"12,500.00",CNY\n12/03/2025,FARE,-5.00,HKD,95.00,HKD\n01/03/2025,OPEN,100.00,HKD,100.00,HKD\n'
    )
    found, warnings = statements(delimited(text))
    assert [(item.currency, len(item.transactions)) for item in found] == [("CNY", 1), ("HKD", 2)]
    assert found[0].bank == "HSBC Hong Kong" and warnings == []


def test_neutral_and_closed_movements_are_left_out_and_said() -> None:
    text = (
        "支付宝电子客户回单,,,,,\n交易时间,交易对方,收/支,金额,交易状态,备注\n2025-02-12 21:32:14,甲,支出,49.74,交易成功,\n"
        "2025-02-11 21:32:14,乙,不计收支,16.03,退款成功,\n2025-02-10 21:32:14,丙,支出,50.00,交易关闭,\n2025-02-09 01:00:00,丁,收入,7.00,交易成功,\n"
    )
    statement, warnings = one(delimited(text))
    assert amounts(statement) == ["7.00", "-49.74"]
    assert {warning.code for warning in warnings} == {"neutral-movements-left-out", "void-movements-left-out"}


def test_two_accounts_in_one_file_are_two_statements() -> None:
    other = CHINESE.replace("6222000011112222", "6222000011113333").replace("500.00", "600.00").replace("1,500.00", "1,600.00")
    found, _ = statements(delimited(CHINESE + other.replace("1,300", "1,400").replace("500.55", "600.55")))
    assert [item.account for item in found] == ["6222000011112222", "6222000011113333"]
    assert [len(item.transactions) for item in found] == [3, 3]


def test_two_months_in_one_file_are_two_statements() -> None:
    february = CHINESE.replace("2025-01-", "2025-02-").replace("1,", "2,").replace("贷方2", "贷方1")
    found, _ = statements(delimited(CHINESE + february))
    assert [(item.start, len(item.transactions)) for item in found] == [(date(2025, 1, 1), 3), (date(2025, 2, 1), 3)]


UK_HEAD = [
    (40.0, [(40.0, "Harbour Bank plc"), (-560.0, "Statement date 31 January 2025")]),
    (55.0, [(40.0, "Example Trading Ltd")]),
    (70.0, [(40.0, "Sort code 11-22-33"), (200.0, "Account number 12345678")]),
    (85.0, [(40.0, "Your statement from 15 December 2024 to 14 January 2025")]),
]
UK_COLUMNS = [(40.0, "Date"), (100.0, "Description"), (-400.0, "Money out £"), (-480.0, "Money in £"), (-560.0, "Balance £")]


def test_a_uk_page_with_days_without_year_and_balances_once_a_day() -> None:
    rows = paper(
        [
            *UK_HEAD,
            (110.0, UK_COLUMNS),
            (124.0, [(40.0, "15 Dec"), (100.0, "Balance brought forward"), (-560.0, "1,000.00")]),
            (138.0, [(40.0, "18 Dec"), (100.0, "Card payment to Toolshop"), (-400.0, "30.00")]),
            (148.0, [(100.0, "Ref 4711 London")]),
            (162.0, [(100.0, "Direct debit Energy"), (-400.0, "70.00"), (-560.0, "900.00")]),
            (176.0, [(40.0, "3 Jan"), (100.0, "Received from Customer"), (-480.0, "250.00"), (-560.0, "1,150.00")]),
            (190.0, [(40.0, "14 Jan"), (100.0, "Standing order"), (-400.0, "1,200.00"), (-560.0, "50.00 OD")]),
            (204.0, [(40.0, "14 Jan"), (100.0, "Balance carried forward"), (-560.0, "50.00 OD")]),
            (300.0, [(250.0, "Page 1 of 1")]),
        ]
    )
    statement, warnings = one(rows)
    assert warnings == []
    assert (statement.holder, statement.account, statement.bank) == ("Example Trading Ltd", "12345678", "Harbour Bank plc")
    assert (statement.start, statement.end, statement.currency) == (date(2024, 12, 15), date(2025, 1, 14), "GBP")
    assert [item.date for item in statement.transactions] == [date(2024, 12, 18), date(2024, 12, 18), date(2025, 1, 3), date(2025, 1, 14)]
    assert amounts(statement) == ["-30.00", "-70.00", "250.00", "-1200.00"]
    assert statement.transactions[0].description == "Card payment to Toolshop Ref 4711 London"
    assert statement.transactions[0].balance is None
    assert statement.closing and statement.closing.value == Decimal("-50.00")
    assert statement.opening and statement.opening.place.page == 1 and statement.opening.place.box is not None


@pytest.mark.parametrize("repeated", [True, False])
def test_a_table_goes_on_over_pages(repeated: bool) -> None:
    first = paper(
        [*UK_HEAD, (110.0, UK_COLUMNS), (124.0, [(40.0, "18 Dec"), (100.0, "Sale"), (-480.0, "30.00"), (-560.0, "30.00")]),
         (138.0, [(100.0, "Balance carried forward"), (-560.0, "30.00")])],
    )  # fmt: skip
    head = [(110.0, UK_COLUMNS)] if repeated else []
    second = paper(
        [(40.0, [(40.0, "Harbour Bank plc")]), *head, (124.0, [(100.0, "Balance brought forward"), (-560.0, "30.00")]),
         (138.0, [(40.0, "2 Jan"), (100.0, "Fee"), (-400.0, "5.00"), (-560.0, "25.00")])],
        number=2,
    )  # fmt: skip
    statement, warnings = one(first + second)
    assert amounts(statement) == ["30.00", "-5.00"] and warnings == []
    assert [item.page for item in statement.transactions] == [1, 2]
    assert statement.transactions[0].description == "Sale"


def test_wrapped_names_of_columns_and_centred_cells() -> None:
    """A ruled Chinese page: names wrap, and a long counterparty stands above and below its amount."""
    rows = paper(
        [
            (40.0, [(200.0, "某某银行账户明细"), (420.0, "账号：6222000011112222")]),
            (70.0, [(40.0, "交易"), (130.0, "摘要"), (200.0, "支出"), (280.0, "收入"), (360.0, "账户余额"), (460.0, "对方户名")]),
            (80.0, [(40.0, "日期"), (200.0, "金额"), (280.0, "金额")]),
            (100.0, [(450.0, "甲某某某建材")]),
            (105.0, [(40.0, "2025-01-03"), (130.0, "货款"), (-320.0, "500.00"), (-410.0, "500.00")]),
            (110.0, [(450.0, "有限公司")]),
            (130.0, [(450.0, "乙某某某物流")]),
            (135.0, [(40.0, "2025-01-04"), (130.0, "运费"), (-240.0, "100.00"), (-410.0, "400.00")]),
            (140.0, [(450.0, "有限公司")]),
        ]
    )
    statement, _ = one(rows)
    assert amounts(statement) == ["500.00", "-100.00"]
    assert [item.counterparty for item in statement.transactions] == ["甲某某某建材有限公司", "乙某某某物流有限公司"]


def test_sections_of_an_american_statement() -> None:
    rows = paper(
        [
            (40.0, [(40.0, "First Example Bank"), (300.0, "Account number 000123456789")]),
            (55.0, [(40.0, "January 1, 2025 to January 31, 2025")]),
            (70.0, [(40.0, "Beginning balance"), (-300.0, "$1,000.00")]),
            (85.0, [(40.0, "Ending balance"), (-300.0, "$1,250.00")]),
            (110.0, [(40.0, "Deposits and additions")]),
            (124.0, [(40.0, "Date"), (120.0, "Description"), (-300.0, "Amount")]),
            (138.0, [(40.0, "01/03"), (120.0, "Customer payment"), (-300.0, "$400.00")]),
            (160.0, [(40.0, "Electronic withdrawals")]),
            (174.0, [(40.0, "Date"), (120.0, "Description"), (-300.0, "Amount")]),
            (188.0, [(40.0, "01/20"), (120.0, "Rent"), (-300.0, "$150.00")]),
        ]
    )
    statement, warnings = one(rows)
    assert warnings == []
    assert amounts(statement) == ["400.00", "-150.00"]
    assert [item.date for item in statement.transactions] == [date(2025, 1, 3), date(2025, 1, 20)]
    assert statement.currency == "USD" and statement.opening and statement.opening.value == Decimal("1000.00")


def test_recognised_words_keep_their_doubt() -> None:
    word = Word("1,000.00", Box(400, 120, 440, 130), confidence=0.91, second="7,000.00", alternatives=(("7,000.00", 0.05),))
    texts = [
        ("日期", 40, 100),
        ("摘要", 100, 100),
        ("收入金额", 300, 100),
        ("支出金额", 400, 100),
        ("2025-01-03", 40, 120),
        ("货款", 100, 120),
    ]
    words = [Word(text, Box(x, top, x + width(text), top + 10), 0.99) for text, x, top in texts]
    rows = rows_of_page(Page(number=1, width=600, height=800, words=(*words, word), source="ocr"))
    figure = one(rows)[0].transactions[0].amount
    assert figure.value == Decimal("-1000.00") and figure.confidence == 0.91 and figure.doubtful
    assert [(reading.value, reading.confidence) for reading in figure.alternatives] == [(Decimal("-7000.00"), 0.05)]


@pytest.mark.parametrize(
    ("rows", "low", "high"),
    [
        (delimited(CHINESE), 0.9, 1.0),
        (delimited("Date,Description,Amount\n01/01/2025,Sale,5.00\n"), 0.2, 0.5),
        (delimited("项目,期末余额,年初余额\n货币资金,100.00,90.00\n"), 0.0, 0.0),
        (delimited("银行存款日记账,,,,\n日期,摘要,借方,贷方,余额\n2025-01-01,a,1.00,,1.00\n"), 0.0, 0.4),  # the firm's own book
        (delimited("Invoice no,Date,Description,Amount\n1,01/01/2025,Sale,5.00\n"), 0.0, 0.2),
    ],
)
def test_evidence(rows: list[Row], low: float, high: float) -> None:
    assert low <= recognises(rows) <= high


def test_figures_have_their_own_ids_in_reading_order() -> None:
    statement, _ = one(delimited(CHINESE))
    ids = [figure.id for figure in statement.figures()]
    assert len(ids) == len(set(ids))


def test_nothing_without_a_table() -> None:
    assert statements(delimited("a,b\n1,2\n")) == ([], [])
    assert statements([]) == ([], [])
    assert recognises([]) == 0.0
