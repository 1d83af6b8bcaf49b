import pytest

from extract.concepts import chart, normalise


@pytest.mark.parametrize(
    ("printed", "key"),
    [
        ("一、营业收入", "营业收入"),
        ("减：营业成本", "营业成本"),
        ("其中：利息费用（收入以“-”号填列）", "利息费用"),
        ("三、利润总额（亏损总额以“－”号填列）", "利润总额"),
        ("Creditors: amounts falling due within one year", "creditorsamountsfallingduewithinoneyear"),
        ("  货 币 资 金 ", "货币资金"),
        ("Less: Cost of Sales", "costofsales"),
    ],
)
def test_labels_are_compared_without_their_dress(printed, key):
    assert normalise(printed) == key


def test_no_label_means_two_concepts_of_one_statement():
    meant: dict[tuple[str, str], set[str]] = {}
    for concept in chart().concepts.values():
        for label in concept.labels:
            key = normalise(label)
            if key not in chart().ambiguous:
                meant.setdefault((concept.statement, key), set()).add(concept.id)
    assert {key: ids for key, ids in meant.items() if len(ids) > 1} == {}


def test_every_child_exists_and_stands_in_the_same_statement():
    for concept in chart().concepts.values():
        for children in (concept.children, *concept.children_alt.values()):
            for child in children:
                assert chart()[child.id].statement == concept.statement, (concept.id, child.id)


def test_the_official_form_names_its_lines():
    by_line = {concept.xqy_line: concept.id for concept in chart().of_statement("balance_sheet") if concept.xqy_line}
    assert (by_line[1], by_line[30], by_line[53]) == ("cash", "total_assets", "total_liabilities_and_equity")
    assert len(by_line) == 53
