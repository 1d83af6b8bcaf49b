"""What the sums of a recognised statement say of its figures: on lines made for it."""

from __future__ import annotations

from extract.numerals import parse_recognised
from extract.page import Word
from extract.place import Box
from extract.statements.body import PrintedLine
from extract.statements.label import Match
from extract.statements.labelled import Labelled
from extract.statements.sums import weighed
from extract.tables.lines import Chunk, Row

Cell = tuple[str, float, tuple[tuple[str, float], ...]]


def lines(*printed: tuple[str, str | None, list[Cell]], recognised: bool = True) -> list[Labelled]:
    """Lines of a balance sheet, each with label, concept and one cell for each period."""
    made = []
    for number, (label, concept, cells) in enumerate(printed):
        chunks = []
        for group, (text, sure, others) in enumerate(cells):
            box = Box(200 + 100 * group, 20.0 * number, 260 + 100 * group, 20.0 * number + 10)
            chunks.append(Chunk(text, box, (Word(text, box, sure, alternatives=others),)))
        row = Row(1, number, tuple(chunks), recognised=recognised)
        amounts = tuple(
            (group, chunk, numeral) for group, chunk in enumerate(chunks) if (numeral := parse_recognised(chunk.text)) is not None
        )
        made.append(Labelled(PrintedLine(label, None, amounts, row), label, Match(concept, 1.0), None))
    return made


def cell(text: str, sure: float = 0.999, *others: tuple[str, float]) -> Cell:
    return text, sure, others


def read(labelled: list[Labelled], group: int = 0) -> list[tuple[str, bool]]:
    """What each line says for one period, and whether it is sure."""
    found = [(chunk, numeral) for item in weighed("balance_sheet", labelled) for own, chunk, numeral in item.line.amounts if own == group]
    assert all(numeral == parse_recognised(chunk.text) for chunk, numeral in found)
    return [(chunk.text, chunk.confidence >= 0.98) for chunk, _ in found]


def test_doubtful_figures_that_add_up_are_sure() -> None:
    made = lines(
        ("Stocks", "inventories", [cell("125,715", 0.6)]),
        ("Debtors", None, [cell("224,390")]),
        ("Total current assets", "total_current_assets", [cell("350,105", 0.7)]),
    )
    assert read(made) == [("125,715", True), ("224,390", True), ("350,105", True)]


def test_a_sum_that_needs_a_figure_turned_says_nothing_of_its_sign() -> None:
    made = lines(
        ("Fixed assets", "fixed_assets_net", [cell("350,105", 0.9)]),
        ("Net current assets", "net_current_assets", [cell("125,715", 0.9)]),
        ("Total assets less current liabilities", "total_assets_less_current_liabilities", [cell("224,390", 0.9)]),
    )
    assert read(made) == [("350,105", True), ("125,715", False), ("224,390", True)]


def test_small_figures_prove_nothing() -> None:
    made = lines(("Stocks", None, [cell("5", 0.6)]), ("Debtors", None, [cell("4")]), ("Total", None, [cell("9", 0.6)]))
    assert read(made) == [("5", False), ("4", True), ("9", False)]


def test_of_a_sum_that_holds_in_the_other_period_only_the_least_sure_figure_is_doubted() -> None:
    made = lines(
        ("Stocks", "inventories", [cell("125,715"), cell("100,001")]),
        ("Debtors", None, [cell("224,390", 0.985), cell("200,002")]),
        ("Total current assets", "total_current_assets", [cell("350,165"), cell("300,003")]),
    )
    assert read(made) == [("125,715", True), ("224,390", False), ("350,165", True)]
    assert all(sure for _, sure in read(made, 1))


def test_a_paper_that_was_read_surely_and_does_not_add_up_is_left_alone() -> None:
    made = lines(
        ("Stocks", "inventories", [cell("125,715"), cell("100,001")]),
        ("Debtors", None, [cell("224,390"), cell("200,002")]),
        ("Total current assets", "total_current_assets", [cell("350,165"), cell("300,003")]),
    )
    assert all(sure for _, sure in read(made))


def test_a_doubtful_figure_takes_its_one_reading_that_adds_up_and_stays_doubtful() -> None:
    made = lines(
        ("Stocks", "inventories", [cell("125,715", 0.6, ("125,775", 0.2), ("25,715", 0.1))]),
        ("Debtors", None, [cell("224,390")]),
        ("Total current assets", "total_current_assets", [cell("350,165")]),
    )
    assert read(made) == [("125,775", False), ("224,390", True), ("350,165", True)]


def test_a_sure_figure_is_never_changed() -> None:
    made = lines(
        ("Stocks", "inventories", [cell("125,715", 0.999, ("125,775", 0.001))]),
        ("Debtors", None, [cell("224,390")]),
        ("Total current assets", "total_current_assets", [cell("350,165")]),
    )
    assert [text for text, _ in read(made)] == ["125,715", "224,390", "350,165"]


def test_a_text_layer_is_left_alone() -> None:
    made = lines(("Stocks", None, [cell("125,715", 0.6)]), ("Total", None, [cell("125,715", 0.6)]), recognised=False)
    assert weighed("balance_sheet", made) == made
