"""Chinese VAT invoices: tax numbers, QR codes, codes without captions, forms set wide, capital numerals with a place."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.credit_code import holds
from extract.invoice_code import invoice_code
from extract.invoices.particulars import written_of
from extract.invoices.printed import category_of
from extract.invoices.qr import differences, with_reading
from extract.invoices.reader import read
from extract.invoices.tax_number import chinese_tax_number
from extract.records import Invoice
from extract.series import FigureSeries
from tests.extract import paper

SHA = "cd" * 32
ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)
HEAD = [
    [(60, "1201233130"), (230, "增值税专用发票"), (430, "№ 40644257")],
    [(430, "开票日期：2023年03月19日")],
    [(40, "购"), (70, "名"), (130, "称：天津某某包装制品有限公司"), (400, "密")],
    [(40, "买"), (70, "纳税人识别号：91350100M000100Y43"), (400, "码")],
    [(40, "货物或应税劳务、服务名称"), (200, "单位"), (260, "数 量"), (320, "单 价"), (400, "金 额"), (460, "税率"), (520, "税 额")],
    [(40, "*纸浆和纸*牛皮卡纸"), (205, "吨"), (270, "9"), (330, "4955.10"), (410, "44595.90"), (462, "13%"), (522, "5797.47")],
    [(60, "合"), (110, "计"), (400, "¥44595.90"), (515, "¥5797.47")],
]
FOOT = [
    [(40, "价税合计（大写）"), (160, "⊗伍万零叁佰玖拾叁圆叁角柒分"), (380, "（小写）"), (450, "¥50393.37")],
    [(40, "销"), (70, "名"), (130, "称：天津某某供应链管理有限公司")],
    [(40, "售"), (70, "纳税人识别号：")],
    [(40, "方"), (60, "地 址、电 话：某路1号 18605771056")],
]
QR = "01,01,1201233130,40644257,44595.90,20230319,,165C,"


def one(*codes: str) -> tuple[Invoice, list[str]]:
    found, warnings = read(SHA, paper.rows([*HEAD, *FOOT]), FigureSeries(SHA), {1: codes})
    (invoice,) = found
    return invoice, [warning.code for warning in warnings]


def test_a_paper_invoice_whose_code_has_no_caption() -> None:
    invoice, odd = one(QR)
    assert (invoice.code, invoice.number, invoice.date) == ("1201233130", "40644257", date(2023, 3, 19))
    assert (invoice.buyer.name, invoice.seller.name) == ("天津某某包装制品有限公司", "天津某某供应链管理有限公司")
    assert (invoice.qr, odd) == (QR, [])


def test_an_empty_tax_number_is_missing_and_no_telephone_number() -> None:
    invoice, _ = one()
    assert (invoice.buyer.tax_id, invoice.seller.tax_id) == ("91350100M000100Y43", None)


def test_lines_have_category_unit_rate_and_tax() -> None:
    (line,) = one()[0].lines
    assert (line.description, line.category, line.unit, line.quantity) == ("*纸浆和纸*牛皮卡纸", "纸浆和纸", "吨", Decimal(9))
    assert line.tax_rate == Decimal("0.13") and line.tax is not None and line.tax.value == Decimal("5797.47")


def test_the_capital_numerals_are_a_figure_with_its_place() -> None:
    written = one()[0].written
    assert written is not None and written.value == Decimal("50393.37")
    assert written.printed.startswith("伍万") and written.place.page == 1 and written.place.box is not None and written.place.box.x0 == 160


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (QR.replace("44595.90", "44595.91"), "44595.91"),
        (QR.replace("40644257", "40644258"), "40644258"),
        (QR.replace("20230319", "20230320"), "2023-03-20"),
        (QR.replace("1201233130", "1201233131"), "1201233131"),
    ],
)
def test_a_code_that_says_otherwise_is_told(code: str, said: str) -> None:
    invoice, odd = one(code)
    assert invoice.qr == code and odd == ["qr-code-differs"]
    read_code = invoice_code(code)
    assert read_code is not None
    (warning,) = differences(read_code, invoice)
    assert said in warning.text and said in warning.text_zh


@pytest.mark.parametrize(
    "text", ["", "https://example.org/x", "01,01,1,2,3", "wxp://f2f0", "02,01,1201233130,40644257,1.00,20230319,,165C,"]
)
def test_other_codes_are_no_invoice(text: str) -> None:
    assert invoice_code(text) is None
    assert one(text)[0].qr is None


def test_a_digital_code_may_state_the_total() -> None:
    invoice = replace(one()[0], number="23442000000014209621", code=None)
    code = invoice_code("01,32,,23442000000014209621,50393.37,20230319,,74AE")
    assert code is not None and list(differences(code, invoice)) == []


@given(st.text(alphabet=ALPHABET, min_size=17, max_size=17))
def test_one_last_character_makes_a_credit_code_hold(body: str) -> None:
    total = sum(ALPHABET.index(letter) * weight for letter, weight in zip(body, WEIGHTS, strict=True))
    assert [letter for letter in ALPHABET if holds(body + letter)] == [ALPHABET[-total % 31]]


@pytest.mark.parametrize(
    ("text", "printed", "recognised"),
    [
        ("91350100M000100Y43", "91350100M000100Y43", "91350100M000100Y43"),
        ("91350100M000100Y4Z", "91350100M000100Y4Z", None),
        ("9I35O100M000100Y43", "9I35O100M000100Y43", "91350100M000100Y43"),
        ("91350100 M000100Y43", "91350100M000100Y43", "91350100M000100Y43"),
        ("350100123456789", "350100123456789", "350100123456789"),
        ("MA192DH797", None, None),
        ("18605771056", None, None),
        ("", None, None),
    ],
)
def test_tax_numbers(text: str, printed: str | None, recognised: str | None) -> None:
    assert chinese_tax_number(text, recognised=False) == printed
    assert chinese_tax_number(text, recognised=True) == recognised


@given(st.text(max_size=40), st.booleans())
def test_no_text_makes_a_tax_number_fail(text: str, recognised: bool) -> None:
    found = chinese_tax_number(text, recognised=recognised)
    assert found is None or len(found) >= 15


@pytest.mark.parametrize(
    ("text", "category"),
    [("*电子计算机*笔记本", "电子计算机"), ("方便食品*方便面", "方便食品"), ("纸箱600*400", None), ("笔记本", None), ("*", None)],
)
def test_categories(text: str, category: str | None) -> None:
    assert category_of(text) == category


def test_the_code_is_another_reading_of_a_recognised_amount_and_never_of_a_printed_one() -> None:
    invoice, _ = one()
    code = invoice_code(QR.replace("44595.90", "44596.90"))
    assert code is not None and invoice.net is not None
    assert with_reading(code, invoice) == invoice
    scanned = replace(invoice, net=replace(invoice.net, confidence=0.97))
    doubted = with_reading(code, scanned).net
    assert doubted is not None and doubted.doubtful and doubted.value == Decimal("44595.90")
    assert [other.value for other in doubted.alternatives] == [Decimal("44596.90")]


@pytest.mark.parametrize(
    ("text", "value"), [("叁万捌仟玖佰肆拾忒元壹角伍分", None), ("伍角整", Decimal("0.5")), ("⊗壹元伍分", Decimal("1.05"))]
)
def test_a_broken_amount_in_capitals_is_none_and_no_part_of_it(text: str, value: Decimal | None) -> None:
    written = written_of(paper.rows([[(60, "价税合计（大写）"), (200, text)]]))
    assert (written.value if written is not None else None) == value


def test_a_stated_currency_counts_before_the_sign() -> None:
    found, _ = read(SHA, paper.rows([*HEAD, *FOOT, [(40, "备注"), (100, "币种：USD")]]), FigureSeries(SHA))
    assert found[0].currency == "USD"
