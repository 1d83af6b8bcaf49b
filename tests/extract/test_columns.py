from extract.page import Cell, Sheet
from extract.place import Box
from extract.tables.columns import amounts_of, assign_periods, columns_of
from extract.tables.lines import rows_of_sheet
from tests.extract.paper import rows


def test_right_aligned_and_bracketed_amounts_share_a_column():
    spec = rows(
        [[(30, "Stocks"), (330, "11,305", "r"), (450, "305", "r")], [(30, "Creditors"), (334, "(6,282)", "r"), (454, "(188)", "r")]]
    )
    columns = columns_of(amounts_of(spec))
    assert [len(column.amounts) for column in columns] == [2, 2]


def test_a_nil_dash_joins_the_column_it_stands_under():
    spec = rows([[(30, "Stocks"), (330, "11,305", "r")], [(30, "Debtors"), (310, "-")], [(30, "Cash"), (336, "-")]])
    assert [len(column.amounts) for column in columns_of(amounts_of(spec))] == [3]


def test_inner_and_outer_columns_go_to_the_header_that_leaves_no_row_with_two_amounts():
    spec = rows(
        [
            [(30, "Stocks"), (330, "11,305", "r"), (450, "305", "r")],
            [(30, "Net assets"), (390, "9,653", "r"), (510, "5,593", "r")],
        ]
    )
    columns = columns_of(amounts_of(spec))
    # The header of the first year stands nearer to the second year's inner column than to its own outer one.
    headers = [Box(395, 0, 415, 10), Box(515, 0, 535, 10)]
    assert assign_periods(columns, headers) == [0, 0, 1, 1]


def test_fewer_columns_than_headers_keep_the_nearest():
    spec = rows([[(30, "Stocks"), (510, "305", "r")]])
    assert assign_periods(columns_of(amounts_of(spec)), [Box(380, 0, 400, 10), Box(490, 0, 510, 10)]) == [1]


def test_an_ordinal_before_a_label_is_no_amount():
    spec = rows([[(30, "1"), (60, "Stocks"), (330, "11,305", "r")]])
    assert [amount.chunk.text for amount in amounts_of(spec)] == ["11,305"]


def test_two_nil_dashes_are_two_figures():
    (row,) = rows([[(30, "Fixed assets"), (420, "-"), (470, "-")]])
    assert [chunk.text for chunk in row.chunks] == ["Fixed assets", "-", "-"]


def test_a_label_with_a_number_inside_stays_whole():
    (row,) = rows([[(30, "Year ended 31 March 2018"), (420, "1,200", "r")]])
    assert [chunk.text for chunk in row.chunks] == ["Year ended 31 March 2018", "1,200"]


def test_a_sheet_and_a_page_give_the_same_rows():
    sheet = Sheet("Sheet1", (Cell(2, 1, "货币资金", "Sheet1!A2"), Cell(2, 3, "1,000.00", "Sheet1!C2"), Cell(3, 1, " ", "Sheet1!A3")))
    (row,) = rows_of_sheet(sheet)
    assert [(chunk.text, chunk.cell) for chunk in row.chunks] == [("货币资金", "Sheet1!A2"), ("1,000.00", "Sheet1!C2")]
    assert row.chunks[1].place("cd" * 32, None).cell == "Sheet1!C2"
