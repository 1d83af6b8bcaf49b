"""What the trained component adds to the label table, and where it keeps silent."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from extract.records import StatementKind
from extract.statements.label import match
from extract.statements.learned import by_learning, component, text_of


@pytest.mark.parametrize(
    ("kind", "label", "section", "concept"),
    [
        ("balance_sheet", "应牧帐敖", "current_assets", "trade_receivables"),
        ("balance_sheet", "短矩惜款", "current_liabilities", "short_term_borrowings"),
        ("cash_flow", "销货商品、捉供劳务收到旳现金", "operating", "cf_receipts_customers"),
        ("income_statement", "Admlnlstratve expnses", None, "admin_expenses"),
    ],
)
def test_a_badly_damaged_label_is_known(kind: StatementKind, label: str, section: str | None, concept: str) -> None:
    assert match(kind, label, section=section, uk_format=False, learned=False).concept is None
    found = match(kind, label, section=section, uk_format=False)
    assert found.concept == concept
    assert found.confidence < 0.85  # less sure than a near spelling


@pytest.mark.parametrize("label", ["草鱼500g", "INV-19347", "Pallet wrap 400mm, 6 rolls", "瑞丰江银行股份有限公司", "xqzv", "一二", "…"])
def test_what_is_printed_on_no_statement_means_nothing(label: str) -> None:
    for kind in ("balance_sheet", "income_statement", "cash_flow"):
        assert match(kind, label, section=None, uk_format=False).concept is None


def test_a_guess_stays_on_its_side_of_the_balance_sheet() -> None:
    assert match("balance_sheet", "应牧帐敖", section="equity", uk_format=False).concept is None


def test_hostile_labels() -> None:
    for label in ("", " ", "\x00" * 50, "应" * 100_000, "𠮷" * 40, "\u202e账应"):
        by_learning("balance_sheet", None, label)


def test_threads_share_one_component() -> None:
    with ThreadPoolExecutor(4) as threads:
        found = set(threads.map(lambda number: by_learning("balance_sheet", "current_assets", f"应牧帐敖{number}"), range(40)))
    assert len(found) == 1  # digits are no part of a label
    assert component() is component()


def test_statement_and_section_are_part_of_what_it_sees() -> None:
    assert text_of("balance_sheet", "equity", "Net 12") != text_of("cash_flow", "equity", "Net 12")
    assert text_of("balance_sheet", None, "a b") == text_of("balance_sheet", "nowhere", "A  B 3")
