"""The parts of the form reader: captions as data, kinds as declarations, sums, pixels, and papers that mean harm."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.concepts import chart, normalise
from extract.forms import heading, period, reader
from extract.forms.captions import known, meanings, unit_of
from extract.forms.catalogue import kinds
from extract.forms.layout import ColumnMeaning, FormKind
from extract.forms.recognised import levelled, mended
from extract.forms.sums import broken_sums
from extract.page import Word
from extract.place import Box
from extract.records import Form
from extract.series import FigureSeries
from extract.tables.lines import Chunk, Row, rows_of_page
from tests.extract.paper import page, rows

GROUPS = tuple(dict.fromkeys(group for kind in kinds() for group in kind.captions))
VAT = [
    [(150, "增值税及附加税费申报表（一般纳税人适用）")],
    [(40, "纳税人名称：江州市顺达五金贸易有限公司"), (330, "税款所属时间：2025-10-01"), (470, "至 2025-10-31")],
    [(450, "金额单位：元")],
    [(120, "项目"), (228, "栏次"), (300, "本月数"), (380, "本年累计")],
]


def form(spec: list[list[tuple]], source: str = "text_layer") -> Form:
    read, _ = reader.read("ab" * 32, [rows_of_page(page(spec, source=source))], FigureSeries("ab" * 32))
    assert len(read) == 1
    return read[0]


def vat(*lines: tuple[str, str, str], source: str = "text_layer") -> Form:
    return form([*VAT, *([(40, label), (232, number), (330, amount, "r")] for label, number, amount in lines)], source)


@pytest.mark.parametrize("group", GROUPS)
def test_every_caption_means_itself_however_it_is_spaced_and_numbered(group: str) -> None:
    for caption in known([group]):
        told = meanings([group], caption)
        assert told
        assert told == meanings([group], f"  {caption} "), caption
        assert all(one.concept is None or one.concept in chart() for one in told)
        assert all(one.confidence == 1.0 for one in told)


@given(st.sampled_from(GROUPS), st.text(max_size=60))
@settings(max_examples=200, deadline=None)
def test_any_text_has_a_meaning_or_none(group: str, text: str) -> None:
    for one in meanings([group], text):
        assert 0 < one.confidence <= 1


@given(st.sampled_from([(group, caption) for group in GROUPS for caption in sorted(known([group])) if len(caption) >= 8]), st.data())
@settings(max_examples=150, deadline=None)
def test_a_caption_with_one_sign_misread_is_that_caption_or_none(chosen: tuple[str, str], data: st.DataObject) -> None:
    group, caption = chosen
    place = data.draw(st.integers(0, len(caption) - 1))
    told = meanings([group], f"{caption[:place]}囧{caption[place + 1 :]}")
    assert not told or {one.concept for one in told} == {one.concept for one in meanings([group], caption)} or told[0].confidence == 1.0


def test_every_kind_is_declared_once_and_says_how_it_is_met() -> None:
    assert len({kind.form for kind in kinds()}) == len(kinds()) >= 20
    assert all(kind.titles and any(column.holds == "amount" for column in kind.columns) for kind in kinds())


def test_a_kind_whose_label_is_no_column_is_refused() -> None:
    with pytest.raises(ValueError, match="no column of words"):
        FormKind(form="x", type="other", titles=("x",), columns=(ColumnMeaning("a"),), label="number")


@pytest.mark.parametrize(
    ("label", "unit"),
    [
        ("纳税人数", "persons"),
        ("用电量（千瓦时）", "kWh"),
        ("Term (months)", "months"),
        ("Number of employees", "persons"),
        ("电费金额", None),
    ],
)
def test_what_is_counted(label: str, unit: str | None) -> None:
    assert unit_of(label) == unit


def test_lines_are_known_by_their_captions_and_not_by_their_numbers() -> None:
    read = vat(("销项税额", "7", "1,300.00"), ("进项税额", "1", "300.00"), ("没有见过的栏目", "99", "5.00"))
    assert [(line.label, line.concept, line.note) for line in read.lines] == [
        ("销项税额", "vat_output", "7"),
        ("进项税额", "vat_input", "1"),
        ("没有见过的栏目", None, "99"),
    ]
    assert read.end == date(2025, 10, 31)


def test_taxable_sales_are_the_sum_where_other_lines_hold_a_part_of_them() -> None:
    read = vat(("（一）按适用税率计税销售额", "1", "1,000.00"), ("（四）免税销售额", "8", "50.00"), ("销项税额", "11", "130.00"))
    named = [line for line in read.lines if line.concept == "vat_sales_taxable"]
    assert [(line.label, line.figures[0].figure.value) for line in named] == [("", Decimal("1050.00"))]
    assert len(named[0].figures[0].figure.operands) == 2


def test_taxable_sales_are_the_line_where_the_other_parts_are_nil() -> None:
    read = vat(("（一）按适用税率计税销售额", "1", "1,000.00"), ("（四）免税销售额", "8", "0.00"), ("销项税额", "11", "130.00"))
    assert [line.label for line in read.lines if line.concept == "vat_sales_taxable"] == ["（一）按适用税率计税销售额"]


@pytest.mark.parametrize(("total", "broken"), [("1,300.00", []), ("1,200.00", ["20=17-18"])])
def test_a_sum_that_the_form_states_is_checked(total: str, broken: list[str]) -> None:
    read = vat(("应抵扣税额合计", "17", "1,500.00"), ("实际抵扣税额", "18", "200.00"), ("期末留抵税额", "20", total))
    assert broken_sums(read.lines, ("20=17-18",)) == broken


def test_a_schedule_with_numbers_of_its_own_enters_no_sum_of_the_form() -> None:
    form = (("应抵扣税额合计", "17", "1,500.00"), ("实际抵扣税额", "18", "200.00"), ("期末留抵税额", "20", "1,300.00"))
    schedule = (("附表一 13%税率 开具发票 销售额", "18", "9,000.00"), ("附表二 本期认证相符的税额", "20", "700.00"))
    read = vat(*form, *schedule, source="ocr")
    assert broken_sums(read.lines, ("20=17-18",)) == []
    assert not any(one.figure.doubtful for line in read.lines for one in line.figures)
    wrong = vat(*form[:2], ("期末留抵税额", "20", "1,200.00"), *schedule, source="ocr")
    assert [line.note for line in wrong.lines if line.figures[0].figure.doubtful] == ["17", "18", "20"]


def test_a_recognised_sum_that_does_not_hold_is_doubted() -> None:
    read = vat(("应抵扣税额合计", "17", "1,500.00"), ("实际抵扣税额", "18", "200.00"), ("期末留抵税额", "20", "1,200.00"), source="ocr")
    assert all(figure.doubtful for figure in read.figures())


def test_a_recognised_amount_that_lost_its_cents_is_doubted() -> None:
    lines = [("销项税额", "11", "1,300.00"), ("进项税额", "12", "300.25"), ("上期留抵税额", "13", "10.50"), ("应纳税额", "19", "989.25")]
    read = vat(*lines, ("应纳税额合计", "24", "989"), ("按简易办法计税销售额", "5", "100.00"), source="ocr")
    assert [line.note for line in read.lines if line.figures[0].figure.doubtful] == ["24"]


def test_a_unit_of_ten_thousand_multiplies_money_and_no_persons() -> None:
    spec = [
        [(200, "个人所得税扣缴申报表")],
        [(40, "扣缴义务人名称：江州市顺达五金贸易有限公司"), (330, "税款所属期：2025年10月")],
        [(450, "金额单位：万元")],
        [(120, "项目"), (380, "本月数")],
        [(40, "纳税人数"), (400, "12", "r")],
        [(40, "收入（工资薪金所得）"), (400, "8.50", "r")],
    ]
    read = form(spec)
    assert [(one.figure.value, one.unit) for line in read.lines for one in line.figures] == [
        (Decimal(12), "persons"),
        (Decimal("85000.00"), None),
    ]
    assert (read.start, read.end) == (date(2025, 10, 1), date(2025, 10, 31))


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("会计期间：2023.01-2023.12", date(2023, 1, 1), date(2023, 12, 31)),
        ("税款所属期：2024年第1季度", date(2024, 1, 1), date(2024, 3, 31)),
        ("税款所属期：2024年1-3月", date(2024, 1, 1), date(2024, 3, 31)),
        ("计费周期：2024年2月1日至2024年2月29日", date(2024, 2, 1), date(2024, 2, 29)),
        ("Period: 1 July 2025 to 30 September 2025", date(2025, 7, 1), date(2025, 9, 30)),
        ("To period: 31/12/2024", None, date(2024, 12, 31)),
        ("税款所属期：2024年度", date(2024, 1, 1), date(2024, 12, 31)),
        ("税款所属期：", None, None),
    ],
)
def test_the_period_of_a_form(text: str, start: date | None, end: date | None) -> None:
    printed = rows([[(40, text)]])
    found = period.period_of(list(heading.fields_of(printed)), printed, instant=False, day_first=True)
    assert found == (start, end)


def test_a_child_account_has_no_concept_where_its_parent_is_printed() -> None:
    spec = [
        [(380, "科目余额表")],
        [(40, "编制单位：江州市顺达五金贸易有限公司"), (330, "会计期间：2025.01-2025.12"), (470, "单位：元")],
        [(40, "科目编码"), (120, "科目名称"), (300, "期末余额"), (400, "方向")],
        [(40, "1002"), (120, "银行存款"), (350, "100.00", "r"), (400, "借")],
        [(40, "1002.01"), (120, "基本户"), (350, "100.00", "r"), (400, "借")],
        [(40, "2241.01"), (120, "其他应付款-股东"), (350, "7.00", "r"), (400, "贷")],
    ]
    assert [(line.note, line.concept) for line in form(spec).lines] == [
        ("1002", "bank_deposits"),
        ("1002.01", None),
        ("2241.01", "other_payables"),
    ]


def lowered(row: Row, top: float) -> Row:
    """The row, recognised from pixels, as if it stood at `top`."""
    chunks = tuple(replace(chunk, box=Box(chunk.box.x0, top, chunk.box.x1, top + chunk.box.height)) for chunk in row.chunks)
    return replace(row, chunks=chunks, recognised=True)


def test_a_slanting_line_that_fell_apart_is_put_together() -> None:
    first, second = rows([[(40, "1121"), (100, "应收票据")], [(300, "4,242.82")]])
    near = lowered(second, first.box.top + 6.0)
    assert [row.text for row in levelled([lowered(first, first.box.top), near])] == ["1121 应收票据 4,242.82"]


def test_lines_of_a_text_layer_stay_as_they_were_set() -> None:
    first, second = rows([[(40, "1121"), (100, "应收票据")], [(300, "4,242.82")]])
    assert len(levelled([first, second])) == 2


@pytest.mark.parametrize(
    ("seen", "meant"), [("期初余猴", "期初余额"), ("本期发生羲", "本期发生额"), ("催方", "借方"), ("某某某某", "某某某某")]
)
def test_a_caption_misread_is_known_again(seen: str, meant: str) -> None:
    chunk = rows([[(40, seen)]])[0].chunks[0]
    assert mended(chunk).text == meant


HOSTILE = st.lists(
    st.lists(
        st.tuples(
            st.integers(-50, 900),
            st.one_of(
                st.sampled_from(
                    [
                        "增值税及附加税费申报表",
                        "科目余额表",
                        "VAT Return",
                        "项目",
                        "栏次",
                        "本月数",
                        "金额",
                        "借方",
                        "贷方",
                        "Debit",
                        "Credit",
                        "£",
                        "合计",
                    ]
                ),
                st.sampled_from(
                    ["1", "-", "1e999", "99999999999999999999", "(1,000)", "∞", "0.00", "2025-13-45", "：", "::::", "９９", "1,,2"]
                ),
                st.text(min_size=1, max_size=12),
            ),
        ),
        min_size=1,
        max_size=6,
    ),
    min_size=1,
    max_size=14,
)


@given(HOSTILE, st.sampled_from(["text_layer", "ocr"]))
@settings(max_examples=150, deadline=None)
def test_any_paper_is_read_or_left_without_an_error(spec: list[list[tuple[int, str]]], source: str) -> None:
    pages = [rows_of_page(page([[(x, text if text.strip() else "x") for x, text in row] for row in spec], source=source))]
    assert 0 <= reader.recognises(pages) <= 1
    read, warnings = reader.read("cd" * 32, pages, FigureSeries("cd" * 32))
    assert all(warning.text_zh for warning in warnings)
    ids = [figure.id for one in read for figure in one.figures()]
    assert len(ids) == len(set(ids))


def test_a_long_list_is_read_in_the_time_of_its_rows() -> None:
    spec = [[(40, "发票号码"), (150, "开票日期"), (260, "金额"), (340, "税额"), (430, "价税合计")]]
    spec += [[(40, f"{n:020d}"), (150, "2025-01-03"), (290, "10.00", "r"), (370, "1.30", "r"), (480, "11.30", "r")] for n in range(1500)]
    read = form(spec)
    assert (read.form, len(read.lines)) == ("invoice_register", 1500)


def test_titles_are_no_labels_of_statements() -> None:
    assert not any(
        kind.titled(text)
        for kind in kinds()
        for text in ("资产负债表", "利润表", "现金流量表", "Balance sheet", "Profit and loss account", "银行对账单")
    )
    assert normalise("增值税") in known(["certificate"])


def test_a_caption_that_is_printed_so_is_not_taken_for_one_that_looks_like_it() -> None:
    word = Word("发票代码", Box(0, 0, 40, 10), 0.9)
    assert mended(Chunk(word.text, word.box, (word,))).text == "发票代码"
