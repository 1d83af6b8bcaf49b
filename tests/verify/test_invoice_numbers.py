"""What an invoice says of itself beside its amounts: its QR code and the numbers of its parties."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.credit_code import ALPHABET, holds
from extract.records import Invoice, Party
from tests.verify.papers import Paper, judged, results
from verify.tie import Tie

OLD = "01,10,013002200211,81532753,100.00,20250301,49753264642977383169,0816,"
DIGITAL = "01,32,,23442000000014209621,113.00,20250301,,74AE"


def paper_with(*, qr: str | None = None, net: str = "100.00", total: str = "113.00", confidence: float = 0.9995, **fields: object) -> Paper:
    paper = Paper("invoice.pdf")
    invoice = Invoice(
        kind="invoice", number="81532753", code="013002200211", check_code="49753264642977383169", due=None, date=date(2025, 3, 1),
        seller=Party("甲"), buyer=Party("乙"), currency="CNY", net=paper.figure(net, confidence=confidence),
        tax=paper.figure("13.00", confidence=confidence), total=paper.figure(total, confidence=confidence), qr=qr,
    )  # fmt: skip
    paper.records.append(replace(invoice, **fields))  # type: ignore[arg-type]
    return paper


def qr_ties(paper: Paper) -> dict[str, Tie]:
    return {tie.subject.rpartition("/")[2]: tie for tie in results(judged(paper), "INV005")}


def test_a_code_that_says_what_is_printed() -> None:
    found = qr_ties(paper_with(qr=OLD))
    assert {name: tie.status for name, tie in found.items()} == dict.fromkeys(["number", "code", "date", "check_code", "amount"], "holds")


@pytest.mark.parametrize(
    ("field", "changed"),
    [("number", "81532758"), ("code", "013002200212"), ("date", date(2025, 3, 2)), ("check_code", "49753264642977383160")],
)
def test_one_other_character_in_print_breaks_the_one_field(field: str, changed: object) -> None:
    found = qr_ties(paper_with(qr=OLD, **{field: changed}))
    assert {name for name, tie in found.items() if tie.status == "broken"} == {field}
    assert found[field].verdict == "contradiction"


@pytest.mark.parametrize(("net", "expected"), [("100.00", "holds"), ("100.01", "broken"), ("99.99", "broken")])
def test_the_code_of_an_older_invoice_says_its_net_amount(net: str, expected: str) -> None:
    assert qr_ties(paper_with(qr=OLD, net=net))["amount"].status == expected


def test_the_total_is_not_what_an_older_code_says() -> None:
    assert qr_ties(paper_with(qr=OLD.replace("100.00", "113.00")))["amount"].status == "broken"


@pytest.mark.parametrize(("amount", "expected"), [("113.00", "holds"), ("100.00", "holds"), ("113.01", "broken"), ("99.99", "broken")])
def test_the_code_of_a_digital_invoice_says_its_total_or_its_net(amount: str, expected: str) -> None:
    qr = DIGITAL.replace("113.00", amount)
    found = qr_ties(paper_with(qr=qr, number="23442000000014209621", code=None, check_code=None))
    assert set(found) == {"number", "date", "amount"} and found["amount"].status == expected


def test_a_recognised_number_two_characters_off_is_misread_and_three_off_is_not() -> None:
    two = qr_ties(paper_with(qr=OLD, number="81532788", confidence=0.97))["number"]
    three = qr_ties(paper_with(qr=OLD, number="81532888", confidence=0.97))["number"]
    assert (two.verdict, two.severity) == ("probable_misread", "low")
    assert (three.verdict, three.severity) == ("contradiction", "medium")


def test_other_codes_and_none_are_not_judged() -> None:
    for qr in (None, "weixin pay"):
        (tie,) = results(judged(paper_with(qr=qr)), "INV005")
        assert tie.status == "not_run" and tie.reason is not None


def test_a_changed_invoice_is_one_finding() -> None:
    paper = paper_with(qr=OLD, number="1", date=date(2025, 4, 1))
    (finding,) = [one for one in judged(paper).findings if one.code == "INV005"]
    assert "QR code says" in finding.explanation.en


def code_status(tax_id: str, **fields: object) -> Tie:
    found = results(judged(paper_with(seller=Party("甲", tax_id), **fields)), "INV006")
    return next(tie for tie in found if tie.subject.endswith("/seller"))


@pytest.mark.parametrize(("tax_id", "expected"), [("91350100M000100Y43", "holds"), ("91350100M000100Y4Z", "broken")])
def test_the_worked_example_of_the_standard(tax_id: str, expected: str) -> None:
    assert code_status(tax_id).status == expected


@given(st.text("0123456789", min_size=6, max_size=6), st.text(ALPHABET, min_size=9, max_size=9))
def test_the_one_right_last_character_makes_the_weighted_sum_nothing(region: str, organisation: str) -> None:
    body = f"91{region}{organisation}"
    total = sum(ALPHABET.index(sign) * pow(3, place, 31) for place, sign in enumerate(body))
    assert [sign for sign in ALPHABET if holds(body + sign)] == [ALPHABET[-total % 31]]


@given(st.integers(0, 16), st.integers(1, 30))
def test_any_one_other_character_is_noticed(place: int, further: int) -> None:
    right = "91350100M000100Y43"
    other = ALPHABET[(ALPHABET.index(right[place]) + further) % 31]
    assert not holds(right[:place] + other + right[place + 1 :])


def test_a_letter_in_place_of_its_digit_is_misread() -> None:
    tie = code_status("9135O100M000100Y43")
    assert (tie.status, tie.verdict, tie.severity) == ("broken", "probable_misread", "medium")


@pytest.mark.parametrize("tax_id", ["350100123456789", "11010519491231002X", "GB123456789", "DE1234ABCDEF567890"])
def test_other_numbers_are_not_judged(tax_id: str) -> None:
    assert code_status(tax_id).status == "not_run"


def test_invoices_from_abroad_are_not_judged() -> None:
    (tie,) = results(judged(paper_with(seller=Party("A", "91350100M000100Y4Z"), currency="GBP")), "INV006")
    assert tie.status == "not_run"


def test_one_wrong_code_on_two_invoices_is_one_finding() -> None:
    one = paper_with(seller=Party("甲", "91350100M000100Y4Z"))
    other = Paper("other.pdf")
    other.records.append(replace(one.records[0], number="2", date=date(2025, 5, 1), total=other.figure("113.00")))  # type: ignore[type-var]
    assert len([finding for finding in judged(one, other).findings if finding.code == "INV006"]) == 1
