"""How much of a stated figure other hands back; its four parts are the whole of it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.verify.papers import BALANCE as SHEET
from tests.verify.papers import LAST, THIS, Paper, altered, firm, judged
from verify.judgement import Judgement, Support


def support(judgement: Judgement, concept: str) -> Support:
    (row,) = [row for row in judgement.support if row.concept == concept and row.period == THIS]
    return row


def tax_return(revenue: str) -> Paper:
    return Paper("cit-2025.pdf").stating({"cit_revenue": revenue}, start=LAST.replace(year=2025, month=1, day=1), end=THIS)


def test_revenue_that_the_tax_office_knows_is_supported() -> None:
    row = support(judged(*firm(), tax_return("2,000,000.00")), "revenue")
    assert (row.supported, row.by) == (row.stated, ("tax_office",))


@pytest.mark.parametrize(("declared", "backed"), [("1,990,000.00", "2000000"), ("200,000.00", "200000.00")])
def test_what_lacks_a_little_is_backed_whole_and_what_lacks_much_is_not(declared: str, backed: str) -> None:
    row = support(judged(*firm(), tax_return(declared)), "revenue")
    assert row.supported == Decimal(backed)


def test_figures_that_only_agree_with_each_other_are_self_consistent() -> None:
    row = support(judged(*firm()), "trade_receivables")
    assert (row.supported, row.self_consistent) == (Decimal(0), row.stated)


def test_a_figure_that_breaks_its_sum_is_contradicted_by_what_is_wrong_in_it() -> None:
    papers = firm()
    papers[0] = Paper(papers[0].name).statement("balance_sheet", altered(SHEET, {"total_assets": "1,100,000.00"}))
    row = support(judged(*papers), "total_assets")
    assert row.contradicted == Decimal("100000.00")


def test_a_line_that_stands_in_no_tie_is_not_tested() -> None:
    row = support(judged(Paper("only.pdf").statement("income_statement", {THIS: {"interest_income": "5.00"}})), "interest_income")
    assert (row.not_tested, row.self_consistent, row.supported) == (Decimal("5.00"), Decimal(0), Decimal(0))


def test_the_parts_add_up_to_what_is_stated() -> None:
    judgement = judged(*firm(), tax_return("700,000.00"))
    assert judgement.support
    for row in judgement.support:
        assert row.supported + row.self_consistent + row.contradicted + row.not_tested == row.stated, row
        assert min(row.supported, row.self_consistent, row.contradicted, row.not_tested) >= 0, row
