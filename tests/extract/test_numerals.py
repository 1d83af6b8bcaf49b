from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract import numerals


@pytest.mark.parametrize(
    ("printed", "value", "step"),
    [
        ("1,234.56", "1234.56", "0.01"),
        ("(1,234)", "-1234", "1"),
        ("（1,234.56）", "-1234.56", "0.01"),
        ("-1,234.56", "-1234.56", "0.01"),
        ("1,234.56-", "-1234.56", "0.01"),
        ("△1,234.56", "-1234.56", "0.01"),
        ("−12", "-12", "1"),
        ("￥1,234.56", "1234.56", "0.01"),
        ("£1,234", "1234", "1"),
        ("(£1,234)", "-1234", "1"),
        ("1 234,50", "1234.50", "0.01"),
        ("1.234,56", "1234.56", "0.01"),
        ("12,5", "12.5", "0.1"),
        ("１，２３４．５６", "1234.56", "0.01"),
        ("1234", "1234", "1"),
        ("0.00", "0.00", "0.01"),
        ("0", "0", "1"),
        ("1,234.56 DR", "-1234.56", "0.01"),
        ("1,234.56CR", "1234.56", "0.01"),
        ("100元", "100", "1"),
        ("￥1,234.50元整", "1234.50", "0.01"),
        ("负1,234.50", "-1234.50", "0.01"),
        ("▲1,234", "-1234", "1"),
        ("<1,234>", "-1234", "1"),
        ("[1,234.00]", "-1234.00", "0.01"),
        ("DR 1,234.56", "-1234.56", "0.01"),
        ("Cr. 12.00", "12.00", "0.01"),
        ("1\u2009234,56", "1234.56", "0.01"),
        ("1\u00a0234\u00a0567", "1234567", "1"),
        ("1’234’567.50", "1234567.50", "0.01"),
        ("12 345.60-", "-12345.60", "0.01"),
    ],
)
def test_a_printed_amount_is_read_exactly(printed, value, step):
    numeral = numerals.parse(printed)
    assert numeral is not None
    assert (numeral.value, numeral.step) == (Decimal(value), Decimal(step))


@pytest.mark.parametrize("printed", ["-", "—", "－", "--", "nil", "(-)"])
def test_a_dash_is_nil(printed):
    numeral = numerals.parse(printed)
    assert numeral is not None
    assert numeral.nil
    assert numeral.value == 0


@pytest.mark.parametrize(
    "printed",
    [
        "",
        "Stocks",
        "13%",
        "2025-12-31",
        "31/12/2025",
        "09834783",  # a company number
        "6222020000000001234",  # an account number
        "1,23,4",
        "1.2.3",
        "--------",  # a ruled line drawn with letters
        "12:30",
        "(a)",
        "3 to 5",
        "[3]",
        "<2>",
        "负债",
    ],
)
def test_what_prints_no_amount_is_none(printed):
    assert numerals.parse(printed) is None


@pytest.mark.parametrize(
    ("recognised", "value", "malformed"),
    [
        ("1, 234. 56", "1234.56", False),
        ("12 ,345.60", "12345.60", False),
        ("(1,234.56", "-1234.56", True),
        ("1,234.56)", "-1234.56", True),
        ("1,234.5O", "1234.50", True),
        ("l,234.00", "1234.00", True),
        ("1·234.50", "1234.50", True),
        ("4,407770.68", "4407770.68", True),
    ],
)
def test_what_a_recogniser_breaks_is_mended_or_marked(recognised, value, malformed):
    numeral = numerals.parse_recognised(recognised)
    assert numeral is not None
    assert (numeral.value, numeral.malformed) == (Decimal(value), malformed)


@pytest.mark.parametrize("recognised", ["2024. 12", "SO", "IO", "1 23"])
def test_what_a_recogniser_gives_is_not_made_an_amount(recognised):
    assert numerals.parse_recognised(recognised) is None


def test_a_decimal_comma_is_taken_only_where_the_paper_says_so():
    assert numerals.parse("1,234").value == Decimal(1234)
    assert numerals.parse("1,23", decimal=",").value == Decimal("1.23")
    assert numerals.parse("1,234", decimal=",") is None or numerals.parse("1,234", decimal=",").value != Decimal(1234)


@given(st.decimals(min_value=-(10**12), max_value=10**12, places=2, allow_nan=False))
def test_what_is_printed_is_read_back(amount):
    assert numerals.parse(numerals.show(amount)).value == amount


@given(st.text(max_size=50))
def test_no_text_breaks_the_parser(text):
    numeral = numerals.parse(text)
    assert numeral is None or numeral.value.is_finite()
