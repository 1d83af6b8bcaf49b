import pkgutil
import re

import pytest

from extract.statements import layouts as folder
from extract.statements.layout import ColumnCaption, StatementLayout, layouts
from extract.statements.title import title_of
from tests.extract.paper import rows


def test_every_file_of_the_folder_is_a_layout():
    assert len(layouts()) == len(list(pkgutil.iter_modules(folder.__path__)))


@pytest.mark.parametrize(
    "wrong",
    [
        {"titles": {}},
        {"titles": {"balance_sheet": "(unclosed"}},
        {"titles": {"trial_balance": "trial balance"}},
        {"titles": {"balance_sheet": "balance"}, "sections": (("ledger", "assets", "assets"),)},
        {"titles": {"balance_sheet": "balance"}, "columns": (ColumnCaption("[", "current"),)},
    ],
)
def test_a_layout_that_is_wrong_fails_where_it_is_declared(wrong):
    with pytest.raises(ValueError, match=r"layout|kinds|pattern"):
        StatementLayout(seen="nothing", **wrong)


def test_no_heading_opens_two_sections():
    patterns = [(kind, pattern, section) for layout in layouts() for kind, pattern, section in layout.sections]
    headings = [
        "流动资产",
        "非流动资产",
        "流动负债",
        "currentassets",
        "fixedassets",
        "creditors",
        "capitalandreserves",
        "经营活动产生的现金流量",
    ]
    for heading in headings:
        opened = {(kind, section) for kind, pattern, section in patterns if re.fullmatch(pattern, heading)}
        assert len(opened) == 1, (heading, opened)


@pytest.mark.parametrize(
    ("printed", "kind"),
    [
        ("资 产 负 债 表", "balance_sheet"),
        ("小企业利润表（月报）", "income_statement"),
        ("Abridged Balance Sheet as at 31 March 2018", "balance_sheet"),
        ("Statement of Comprehensive Income for the year ended 31 March 2016", "income_statement"),
        ("CONSOLIDATED CASH FLOW STATEMENT", "cash_flow"),
        ("Notes to the financial statements", "notes"),
        ("The balance sheet total must not exceed £316,000 for two years running", None),
        ("资产负债表日后事项，本公司无需披露。", None),
    ],
)
def test_titles_are_known_by_the_layouts(printed, kind):
    (row,) = rows([[(30, printed)]])
    assert title_of(row) == kind
