"""Registers of invoices become sums of months: what counts, and for which months."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from extract.document import Document
from extract.flow import read
from tests.verify.papers import case_of
from verify.facts.collect import facts_of
from verify.facts.fact import Fact, Stretch

NOVEMBER = Stretch(date(2024, 11, 1), date(2024, 11, 30))
DECEMBER = Stretch(date(2024, 12, 1), date(2024, 12, 31))
ROWS = (
    "24372000000219904417,2024-11-08,潍坊启晟建材有限公司,998.23,129.77,1128.00,正常",
    "24372000000219904418,2024-11-20,潍坊启晟建材有限公司,100.00,13.00,113.00,正常",
    "24372000000219904419,2024-12-09,临沂同林装饰有限公司,200.00,26.00,226.00,正常",
)


def register(*rows: str, title: str = "开具发票清单", period: str = "2024年11月1日至2024年12月31日") -> Document:
    head = [title, "纳税人识别号：91320594MA1X7T4H52,纳税人名称：苏州锐驰精密机械厂", *([f"所属期：{period}"] if period else [])]
    columns = "发票号码,开票日期,对方名称,金额,税额,价税合计,状态"
    return read("\n".join([*head, columns, *rows, ""]).encode(), "list.csv")


def found(*documents: Document, concept: str = "inv_issued_net") -> dict[Stretch, list[Fact]]:
    held = case_of(*documents).kept(facts_of)
    return {stretch: [fact for fact in held.of(concept) if fact.stretch == stretch] for stretch in held.stretches(concept)}


def values(*documents: Document, concept: str = "inv_issued_net") -> dict[Stretch, list[Decimal]]:
    return {stretch: [fact.value for fact in facts] for stretch, facts in found(*documents, concept=concept).items()}


@pytest.mark.parametrize(
    ("concept", "amount"), [("inv_issued_net", "1098.23"), ("inv_issued_tax", "142.77"), ("inv_issued_gross", "1241.00")]
)
def test_invoices_of_a_month_are_added_up(concept: str, amount: str) -> None:
    assert values(register(*ROWS), concept=concept)[NOVEMBER] == [Decimal(amount)]


def test_what_was_received_is_no_sale() -> None:
    received = register(*ROWS, title="取得发票清单")
    assert values(received) == {}
    assert values(received, concept="inv_received_net")[DECEMBER] == [Decimal("200.00")]


def test_a_list_that_does_not_say_whose_invoices_it_has_states_nothing() -> None:
    assert values(register(*ROWS, title="发票清单")) == {}


def test_voided_invoices_are_left_out() -> None:
    assert values(register(*ROWS, "24372000000219904420,2024-12-10,临沂同林装饰有限公司,500.00,65.00,565.00,已作废"))[DECEMBER] == [200]


def test_red_invoices_are_taken_off() -> None:
    assert values(register(*ROWS, "24372000000219904421,2024-12-20,临沂同林装饰有限公司,-50.00,-6.50,-56.50,正常"))[DECEMBER] == [150]


def test_an_invoice_reversed_in_full_counts_where_its_red_one_stands_beside_it() -> None:
    blue = "24372000000219904422,2024-12-11,临沂同林装饰有限公司,300.00,39.00,339.00,已红冲-全额"
    red = "24372000000219904423,2024-12-12,临沂同林装饰有限公司,-300.00,-39.00,-339.00,正常"
    assert values(register(*ROWS, blue, red))[DECEMBER] == [200]
    assert values(register(*ROWS, blue))[DECEMBER] == [200]


def test_totals_are_no_invoices() -> None:
    assert values(register(*ROWS, "合计,,,1298.23,168.77,1467.00,"))[DECEMBER] == [200]


def test_only_months_that_the_period_holds_whole_count() -> None:
    assert set(values(register(*ROWS, period="2024年11月1日至2024年12月30日"))) == {NOVEMBER}
    assert set(values(register(*ROWS, period="2024年11月2日至2024年12月31日"))) == {DECEMBER}


def test_a_month_without_invoices_is_nothing_and_not_unknown() -> None:
    facts = found(register(*ROWS[:2]))
    assert [fact.value for fact in facts[DECEMBER]] == [0]
    assert facts[DECEMBER][0].terms[0].evidence.figure.operands  # it stands on the register all the same


def test_a_list_without_a_period_says_nothing_of_any_month() -> None:
    assert values(register(*ROWS, period="")) == {}


def test_a_sum_is_one_figure_with_the_rows_behind_it_and_the_same_each_time() -> None:
    (first,), (again,) = found(register(*ROWS))[NOVEMBER], found(register(*ROWS))[NOVEMBER]
    (term,), (other,) = first.terms, again.terms
    figure = term.evidence.figure
    assert len(figure.operands) == 2
    assert figure.id == other.evidence.figure.id != found(register(*ROWS))[DECEMBER][0].terms[0].evidence.figure.id
    assert figure.place.cell or figure.place.path  # where the first of them stands


def test_an_export_of_the_tax_platform_is_the_tax_office_s_and_a_sheet_the_firm_s_own() -> None:
    assert found(register(*ROWS))[NOVEMBER][0].hands == "own"
    assert found(register(*ROWS, title="开具发票全量发票查询导出结果"))[NOVEMBER][0].hands == "tax_office"
