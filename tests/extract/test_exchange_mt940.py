"""MT940: marks, pages, accounts, the text for the owner, and what is said where it does not add up."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from extract.banks.exchange.owner_text import owner_text
from tests.extract.bank_file import amounts, codes, ends, read_file

ONE = b"""{1:F01NMREGB2LAXXX0000000000}{2:I940NMREGB2LXXXXN}{4:
:20:STMT250131
:25:064057/48221907
:28C:00001/001
:60F:C241231GBP1000,00
:61:2501030102C250,5NTRFINV 10442//0713//X
Supplementary words
:86:BGC HARTWELL BUILDING SUPPLIES LIMITED FOR THE ROOF OF THE WAREHO
USE IN LEEDS
:61:2501080108D100,NMSCNONREF
:86:ACCOUNT CHARGES
:61:250110RC50,00NRTINONREF
:61:250111RD1,01NRTINONREF
:61:2501120112DF2,00S   NONREF
:62F:C250131GBP1099,51
:64:C250131GBP1099,51
:86:THIS IS OF THE STATEMENT, NOT OF A MOVEMENT
-}
"""


def test_a_statement_is_read_whole() -> None:
    (statement,), warnings = read_file(ONE)
    assert not warnings
    assert (statement.account, statement.currency) == ("48221907", "GBP")
    assert (statement.start, statement.end) == (date(2024, 12, 31), date(2025, 1, 31))
    assert ends(statement) == ("1000.00", "1099.51")
    assert [movement.date for movement in statement.transactions] == [
        date(2025, 1, 2), date(2025, 1, 8), date(2025, 1, 10), date(2025, 1, 11), date(2025, 1, 12),
    ]  # fmt: skip
    first, fee, *_ = statement.transactions
    assert first.description == "BGC HARTWELL BUILDING SUPPLIES LIMITED FOR THE ROOF OF THE WAREHOUSE IN LEEDS Supplementary words"
    assert fee.description == "ACCOUNT CHARGES"
    assert "NOT OF A MOVEMENT" not in " ".join(movement.description for movement in statement.transactions)


def test_marks_turn_the_direction() -> None:
    (statement,), _ = read_file(ONE)
    assert amounts(statement) == [Decimal(text) for text in ("250.5", "-100", "-50.00", "1.01", "-2.00")]


def test_each_figure_has_its_place_and_its_print() -> None:
    (statement,), _ = read_file(ONE)
    assert statement.opening is not None and statement.closing is not None
    assert [figure.place.path for figure in (statement.opening, statement.closing)] == [":60F:", ":62F:"]
    assert [movement.amount.place.path for movement in statement.transactions] == [f":61:[{number}]" for number in range(1, 6)]
    assert [movement.amount.printed for movement in statement.transactions] == ["250,5", "100,", "50,00", "1,01", "2,00"]
    assert len({figure.id for figure in statement.figures()}) == 7


PAGES = b""":20:A
:25:DE1/777
:28C:9/1
:60F:D250101EUR10,00
:61:2501020102C30,00NTRFNONREF
:61:2501020102D5,00NTRFNONREF
:62M:C250102EUR15,00
-
:20:A
:25:DE1/777
:28C:9/2
:60M:C250102EUR15,00
:61:2501030103D20,00NTRFNONREF
:62F:D250103EUR5,00
-
"""


def test_pages_are_one_statement() -> None:
    (statement,), warnings = read_file(PAGES)
    assert not warnings
    assert ends(statement) == ("-10.00", "-5.00")
    assert amounts(statement) == [30, -5, -20]
    carried = [movement.balance for movement in statement.transactions]
    assert [figure and (figure.value, figure.place.path) for figure in carried] == [None, (15, ":62M:"), None]


@pytest.mark.parametrize(("old", "new", "code", "said"), [
    (b":62M:C250102EUR15,00", b":62M:C250102EUR16,00", "balance-chain-broken", ":62M:"),
    (b":60M:C250102EUR15,00", b":60M:C250102EUR25,00", "balance-chain-broken", ":60M:"),
    (b"D20,00", b"D21,00", "balance-chain-broken", ":62F:"),
    (b":62F:D250103EUR5,00\n", b"", "part-missing", "no closing balance"),
    (b"D20,00", b"D2O,00", "amount-unreadable", ":61:[3]"),
    (b":60M:", b":60F:", "part-missing", "last page"),
    (b":62M:", b":62F:", "part-missing", "first page"),
    (b":60F:D250101EUR10,00\n", b"", "part-missing", ":61:[1]"),
    (b"2501030103D20", b"2501320132D20", "dates-unclear", ":61:[3]"),
])  # fmt: skip
def test_what_does_not_add_up_is_said_with_its_place(old: bytes, new: bytes, code: str, said: str) -> None:
    assert old in PAGES
    statements, warnings = read_file(PAGES.replace(old, new))
    assert statements
    assert any(warning.code == code and said in warning.text for warning in warnings), codes(warnings)


def test_a_file_of_several_accounts_and_currencies_has_a_record_each() -> None:
    second = ONE.split(b"{4:\n")[1].replace(b"48221907", b"48221915").replace(b"GBP", b"USD")
    statements, warnings = read_file(ONE + second)
    assert not warnings
    assert [(one.account, one.currency) for one in statements] == [("48221907", "GBP"), ("48221915", "USD")]
    assert [one.opening.place.path for one in statements if one.opening] == [":60F:[1]", ":60F:[2]"]
    assert statements[1].transactions[0].amount.place.path == ":61:[6]"


def test_a_movement_before_new_year_is_booked_in_the_old_one() -> None:
    data = b":20:A\n:25:1234\n:28C:1\n:60F:C241231EUR0,\n:61:2501021231C1,NTRFX\n:61:2412310102C1,NTRFX\n:62F:C250102EUR2,\n-"
    (statement,), _ = read_file(data)
    assert [movement.date for movement in statement.transactions] == [date(2024, 12, 31), date(2025, 1, 2)]


def test_sums_of_the_bank_are_compared() -> None:
    data = ONE.replace(b":64:", b":90D:3GBP152,00\n:90C:3GBP251,51\n:64:")
    (statement,), warnings = read_file(data)
    assert statement.total_debits is not None and statement.total_debits.value == 152
    assert codes(warnings) == ["control-total-differs"]
    assert ":90C:" in warnings[0].text


@pytest.mark.parametrize(("lines", "description", "counterparty", "account"), [
    (["NO DETAILS"], "NO DETAILS", None, None),
    (["166?00GUTSCHRIFT?20INVOICE 10442 FOR THE ROOF ?21OF THE SHED?31DE02120300000000202051?32HART", "WELL?33 LTD"],
     "GUTSCHRIFT INVOICE 10442 FOR THE ROOF OF THE SHED", "HARTWELL LTD", "DE02120300000000202051"),
    (["020~00PRZELEW~20TYTULEM~32JAN~33NOWAK~38PL61109010140000071219812874"], "PRZELEW TYTULEM", "JAN NOWAK", "PL61109010140000071219812874"),
    (["/EREF/X1//IBAN/NL56AGDH9619008421/NAME/COMPANY BV/REMI/INVOICE 7"],
     "/EREF/X1//IBAN/NL56AGDH9619008421/NAME/COMPANY BV/REMI/INVOICE 7", "COMPANY BV", "NL56AGDH9619008421"),
    (["123 456 WHAT?"], "123 456 WHAT?", None, None),
    ([], "", None, None),
])  # fmt: skip
def test_the_owner_is_told_in_many_manners(lines: list[str], description: str, counterparty: str | None, account: str | None) -> None:
    said = owner_text(lines)
    assert (said.description, said.counterparty, said.account) == (description, counterparty, account)
