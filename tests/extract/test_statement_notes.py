"""Notes set by hand: columns of periods, movements by class of assets, and movements side by side."""

from datetime import date

from extract.series import FigureSeries
from extract.statements.further import read, recognises
from tests.extract.paper import rows

SHA = "cd" * 32
THIS, LAST = date(2025, 3, 31), date(2024, 3, 31)


def notes_of(*pages):
    (record,), warnings = read(SHA, list(pages), FigureSeries(SHA))
    assert record.statement == "notes"
    return record, {warning.code for warning in warnings}


def told(record):
    """{(concept or label, period, span, column): value as text}."""
    return {
        (line.concept or line.label, one.period, one.span, one.column): str(one.figure.value)
        for line in record.lines
        for one in line.figures
    }


def british():
    return rows(
        [
            [(40, "Harbour Lane Joinery Limited")],
            [(40, "Notes to the financial statements")],
            [(40, "for the year ended 31 March 2025")],
            [(40, "1 Accounting policies")],
            [(40, "These financial statements have been prepared under the historical cost convention. Turnover is stated net of VAT.")],
            [(40, "4"), (60, "Tangible fixed assets")],
            [(250, "Plant and", "r"), (350, "Motor", "r"), (450, "Total", "r")],
            [(250, "machinery", "r"), (350, "vehicles", "r")],
            [(250, "£", "r"), (350, "£", "r"), (450, "£", "r")],
            [(60, "Cost")],
            [(60, "At 1 April 2024"), (250, "40,000", "r"), (350, "12,500", "r"), (450, "52,500", "r")],
            [(60, "Additions"), (250, "5,000", "r"), (350, "-", "r"), (450, "5,000", "r")],
            [(60, "Disposals"), (250, "-", "r"), (350, "(2,500)", "r"), (450, "(2,500)", "r")],
            [(60, "At 31 March 2025"), (250, "45,000", "r"), (350, "10,000", "r"), (450, "55,000", "r")],
            [(60, "Depreciation")],
            [(60, "At 1 April 2024"), (250, "18,000", "r"), (350, "6,000", "r"), (450, "24,000", "r")],
            [(60, "Charge for the year"), (250, "4,000", "r"), (350, "1,500", "r"), (450, "5,500", "r")],
            [(60, "Eliminated on disposals"), (250, "-", "r"), (350, "(1,000)", "r"), (450, "(1,000)", "r")],
            [(60, "At 31 March 2025"), (250, "22,000", "r"), (350, "6,500", "r"), (450, "28,500", "r")],
            [(60, "Net book value")],
            [(60, "At 31 March 2025"), (250, "23,000", "r"), (350, "3,500", "r"), (450, "26,500", "r")],
            [(60, "At 31 March 2024"), (250, "22,000", "r"), (350, "6,500", "r"), (450, "28,500", "r")],
            [(40, "5"), (60, "Debtors")],
            [(350, "2025", "r"), (450, "2024", "r")],
            [(350, "£", "r"), (450, "£", "r")],
            [(60, "Trade debtors"), (350, "61,200", "r"), (450, "55,100", "r")],
            [(60, "Prepayments"), (350, "1,300", "r"), (450, "900", "r")],
            [(350, "62,500", "r"), (450, "56,000", "r")],
            [(40, "6 Creditors: amounts falling due within one year")],
            [(60, "Trade creditors"), (350, "12,000", "r"), (450, "11,000", "r")],
            [(60, "Other taxation and social"), ],
            [(60, "security"), (350, "3,000", "r"), (450, "2,000", "r")],
            [(350, "15,000", "r"), (450, "13,000", "r")],
            [(280, "Page 6")],
        ]
    )  # fmt: skip


def test_movements_by_class_tell_cost_depreciation_and_what_is_left() -> None:
    record, _ = notes_of(british())
    found = told(record)
    assert found["fixed_assets_cost", LAST, "instant", ""] == "52500"
    assert found["fixed_assets_cost", THIS, "instant", ""] == "55000"
    assert found["fixed_asset_additions", THIS, "year", ""] == "5000"
    assert found["fixed_asset_disposals_cost", THIS, "year", ""] == "2500"
    assert found["accumulated_depreciation", LAST, "instant", ""] == "24000"
    assert found["depreciation_charge", THIS, "year", ""] == "5500"
    assert found["depreciation_on_disposals", THIS, "year", ""] == "1000"
    assert found["fixed_assets_net", LAST, "instant", ""] == "28500"
    assert found["fixed_assets_net", THIS, "instant", ""] == "26500"


def test_classes_of_assets_keep_their_caption() -> None:
    found = told(notes_of(british())[0])
    assert found["fixed_asset_additions", THIS, "year", "Plant and machinery"] == "5000"
    assert found["fixed_assets_net", THIS, "instant", "Motor vehicles"] == "3500"


def test_a_total_without_a_caption_is_that_of_its_note() -> None:
    found = told(notes_of(british())[0])
    assert found["receivables_total", THIS, "instant", ""] == "62500"
    assert found["receivables_total", LAST, "instant", ""] == "56000"
    assert found["total_current_liabilities", THIS, "instant", ""] == "15000"


def test_a_note_without_years_of_its_own_has_those_of_the_note_above() -> None:
    found = told(notes_of(british())[0])
    assert found["trade_payables", LAST, "instant", ""] == "11000"


def test_a_label_of_two_lines_is_one() -> None:
    record, _ = notes_of(british())
    assert "Other taxation and social security" in [line.label for line in record.lines]


def test_lines_carry_the_number_of_their_note() -> None:
    record, warnings = notes_of(british())
    assert {line.note for line in record.lines} == {"4", "5", "6"}
    assert record.currency == "GBP" and not warnings
    assert record.complete


def chinese():
    return rows(
        [
            [(200, "财务报表附注")],
            [(30, "编制单位：青禾商贸有限公司"), (250, "2025年度"), (480, "单位：元")],
            [(30, "五、财务报表主要项目注释")],
            [(30, "1、货币资金")],
            [(60, "项目"), (360, "期末余额", "r"), (480, "期初余额", "r")],
            [(60, "库存现金"), (360, "1,234.50", "r"), (480, "2,000.00", "r")],
            [(60, "银行存款"), (360, "98,765.50", "r"), (480, "48,000.00", "r")],
            [(60, "合计"), (360, "100,000.00", "r"), (480, "50,000.00", "r")],
            [(30, "2、固定资产")],
            [(60, "项目"), (260, "年初余额", "r"), (350, "本期增加", "r"), (440, "本期减少", "r"), (530, "期末余额", "r")],
            [(60, "一、原价合计"), (260, "300,000.00", "r"), (350, "20,000.00", "r"), (440, "5,000.00", "r"), (530, "315,000.00", "r")],
            [(60, "其中：机器设备"), (260, "300,000.00", "r"), (350, "20,000.00", "r"), (440, "5,000.00", "r"), (530, "315,000.00", "r")],
            [(60, "二、累计折旧合计"), (260, "90,000.00", "r"), (350, "30,000.00", "r"), (440, "4,000.00", "r"), (530, "116,000.00", "r")],
            [(60, "其中：机器设备"), (260, "90,000.00", "r"), (350, "30,000.00", "r"), (440, "4,000.00", "r"), (530, "116,000.00", "r")],
            [(60, "三、账面价值合计"), (260, "210,000.00", "r"), (530, "199,000.00", "r")],
            [(30, "3、职工")],
            [(60, "项目"), (360, "本年金额", "r"), (480, "上年金额", "r")],
            [(60, "职工薪酬"), (360, "500,000.00", "r"), (480, "450,000.00", "r")],
        ]
    )  # fmt: skip


def test_movements_side_by_side_become_lines_of_their_concepts() -> None:
    record, warnings = notes_of(chinese())
    found = told(record)
    this, last = date(2025, 12, 31), date(2024, 12, 31)
    assert found["fixed_assets_cost", last, "instant", ""] == "300000.00"
    assert found["fixed_asset_additions", this, "year", ""] == "20000.00"
    assert found["fixed_asset_disposals_cost", this, "year", ""] == "5000.00"
    assert found["fixed_assets_cost", this, "instant", ""] == "315000.00"
    assert found["depreciation_charge", this, "year", ""] == "30000.00"
    assert found["depreciation_on_disposals", this, "year", ""] == "4000.00"
    assert found["accumulated_depreciation", this, "instant", ""] == "116000.00"
    assert found["fixed_assets_net", last, "instant", ""] == "210000.00"
    assert found["fixed_assets_net", this, "instant", ""] == "199000.00"
    assert not warnings


def test_a_chinese_note_has_its_total_and_its_two_balances() -> None:
    found = told(notes_of(chinese())[0])
    assert found["cash", date(2025, 12, 31), "instant", ""] == "100000.00"
    assert found["bank_deposits", date(2024, 12, 31), "instant", ""] == "48000.00"
    assert found["staff_costs", date(2024, 12, 31), "year", ""] == "450000.00"


def test_notes_go_on_overleaf_under_a_repeated_title() -> None:
    first = rows(
        [
            [(40, "Notes to the accounts")],
            [(40, "For the year ended 31 March 2025")],
            [(40, "2"), (60, "Debtors"), (350, "2025", "r"), (450, "2024", "r")],
            [(350, "£", "r"), (450, "£", "r")],
            [(60, "Trade debtors"), (350, "61,200", "r"), (450, "55,100", "r")],
        ]
    )
    second = rows(
        [
            [(40, "Notes to the accounts (continued)")],
            [(40, "For the year ended 31 March 2025")],
            [(60, "Prepayments"), (350, "1,300", "r"), (450, "900", "r")],
            [(350, "62,500", "r"), (450, "56,000", "r")],
        ],
        2,
    )
    record, _ = notes_of(first, second)
    assert told(record)["prepayments", LAST, "instant", ""] == "900"
    assert [line.page for line in record.lines] == [1, 2, 2]


def test_free_text_is_no_line() -> None:
    page = rows(
        [
            [(40, "Notes to the accounts")],
            [(40, "3 Employees")],
            [(40, "The average number of persons employed by the company in the year was 12 and in the year before that it was 11")],
            [(40, "The lease runs to 2031 and the rent is 12,000 a year until then")],
        ]
    )
    assert read(SHA, [page], FigureSeries(SHA)) == ([], [])


def test_a_sentence_that_names_the_notes_opens_none() -> None:
    page = rows([[(40, "The notes form part of these financial statements")], [(60, "Other"), (350, "12", "r")]])
    assert recognises([page]) == 0.0


def test_columns_that_no_word_dates_are_kept_and_said() -> None:
    page = rows(
        [
            [(40, "Notes to the accounts")],
            [(40, "5 Debtors")],
            [(60, "Trade debtors"), (350, "61,200", "r"), (450, "55,100", "r")],
        ]
    )
    record, warnings = notes_of(page)
    assert {one.period for line in record.lines for one in line.figures} == {None}
    assert len(record.lines[0].figures) == 2
    assert warnings == {"periods-unclear", "scale-missing"}


def test_one_column_under_a_unit_of_its_own_is_this_years_wherever_it_stands() -> None:
    record, _ = notes_of(
        rows(
            [
                [(40, "Notes to the financial statements")],
                [(40, "for the year ended 31 March 2025")],
                [(40, "7"), (60, "Creditors: amounts falling due within one year")],
                [(350, "2025", "r"), (450, "2024", "r")],
                [(350, "£", "r"), (450, "£", "r")],
                [(60, "Trade creditors"), (350, "9,540", "r"), (450, "14,529", "r")],
                [(40, "8"), (60, "Reconciliation of movements in reserves")],
                [(450, "£", "r")],
                [(60, "Profit for the financial year"), (450, "40,670", "r")],
                [(60, "Dividends"), (450, "(40,248)", "r")],
            ]
        )
    )
    assert told(record)["current_year_profit_equity", THIS, "instant", ""] == "40670"
