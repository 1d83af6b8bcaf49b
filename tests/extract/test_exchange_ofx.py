"""OFX and QFX: tags closed and not, accounts and cards, the balance at the end, identifiers that come twice."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from tests.extract.bank_file import amounts, codes, ends, read_file

HEADING = "OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\nSECURITY:NONE\nENCODING:USASCII\nCHARSET:1252\nCOMPRESSION:NONE\nOLDFILEUID:NONE\nNEWFILEUID:NONE\n\n"
BODY = """<OFX><SIGNONMSGSRSV1><SONRS><STATUS><CODE>0<SEVERITY>INFO</STATUS><DTSERVER>20250201<LANGUAGE>ENG<FI><ORG>Northmere<FID>1</FI></SONRS></SIGNONMSGSRSV1>
<BANKMSGSRSV1><STMTTRNRS><TRNUID>1<STATUS><CODE>0<SEVERITY>INFO</STATUS><STMTRS><CURDEF>GBP
<BANKACCTFROM><BANKID>064057<ACCTID>48221907<ACCTTYPE>CHECKING</BANKACCTFROM>
<BANKTRANLIST><DTSTART>20250101120000<DTEND>20250131120000[0:GMT]
<STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20250102120000.000[-5:EST]<TRNAMT>250.50<FITID>A1<NAME>Hartwell &amp; Sons<MEMO>Invoice 10442</STMTTRN>
<STMTTRN><TRNTYPE>CHECK<DTPOSTED>20250108<TRNAMT>-100,00<FITID>A2<CHECKNUM>1007<NAME></STMTTRN>
<STMTTRN><TRNTYPE>SRVCHG<DTPOSTED>20250109<TRNAMT>-.75<FITID>A3<NAME>Charges<INTU.BID>3000</STMTTRN>
</BANKTRANLIST><LEDGERBAL><BALAMT>1149.75<DTASOF>20250131</LEDGERBAL><AVAILBAL><BALAMT>5000<DTASOF>20250131</AVAILBAL>
</STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>"""
FILE = (HEADING + BODY).encode("cp1252")
LIST = "/OFX/BANKMSGSRSV1/STMTTRNRS/STMTRS"


def test_a_statement_is_read_whole() -> None:
    (statement,), warnings = read_file(FILE)
    assert not warnings
    assert (statement.account, statement.currency, statement.bank) == ("48221907", "GBP", "Northmere")
    assert (statement.start, statement.end) == (date(2025, 1, 1), date(2025, 1, 31))
    assert amounts(statement) == [Decimal("250.50"), Decimal("-100.00"), Decimal("-0.75")]
    assert [movement.date for movement in statement.transactions] == [date(2025, 1, 2), date(2025, 1, 8), date(2025, 1, 9)]
    first, cheque, fee = statement.transactions
    assert (first.counterparty, first.description) == ("Hartwell & Sons", "Invoice 10442")
    assert (cheque.counterparty, cheque.description) == (None, "1007")
    assert fee.description == "Charges"
    assert first.amount.place.path == f"{LIST}/BANKTRANLIST/STMTTRN[1]/TRNAMT"
    assert (first.amount.printed, cheque.amount.printed) == ("250.50", "-100,00")


def test_the_opening_balance_follows_from_the_closing_one() -> None:
    (statement,), _ = read_file(FILE)
    assert ends(statement) == ("1000.00", "1149.75")
    assert statement.opening is not None and statement.closing is not None
    assert statement.opening.operands[0] == statement.closing.id and len(statement.opening.operands) == 4
    assert statement.closing.place.path == f"{LIST}/LEDGERBAL/BALAMT"


def closed(body: str) -> str:
    """Every leaf with its end."""
    import re

    return re.sub(r"<([A-Z.0-9]+)>([^<\n]+)", r"<\1>\2</\1>", body)


@pytest.mark.parametrize("data", [
    pytest.param(('<?xml version="1.0" encoding="UTF-8"?>\n<?OFX OFXHEADER="200" VERSION="211"?>\n' + closed(BODY)).encode(), id="xml"),
    pytest.param((HEADING + closed(BODY)).encode(), id="sgml with ends"),
    pytest.param(BODY.encode(), id="no heading"),
    pytest.param((HEADING + BODY.replace("\n", "")).encode(), id="one line"),
    pytest.param((HEADING + BODY).replace("\n", "\r\n").encode(), id="other line ends"),
    pytest.param(("\n\n" + HEADING + BODY).encode("utf-16"), id="utf-16"),
    pytest.param((HEADING + BODY.replace("</STMTTRN>", "")).encode(), id="movements not closed"),
    pytest.param((HEADING + BODY.replace("</BANKTRANLIST>", "")).encode(), id="list not closed"),
    pytest.param((HEADING + BODY.replace("<BALAMT>", "<balamt>").replace("OFX>", "ofx>")).encode(), id="small letters"),
    pytest.param((HEADING + BODY.replace("Invoice 10442", "<![CDATA[Invoice 10442]]>")).encode(), id="literal text"),
])  # fmt: skip
def test_the_same_is_read_however_it_is_tagged(data: bytes) -> None:
    (wanted,), _ = read_file(FILE)
    (statement,), warnings = read_file(data)
    assert not warnings
    assert ends(statement) == ends(wanted)
    assert [(one.date, one.description, one.counterparty, one.amount.value, one.amount.place.path) for one in statement.transactions] == [
        (one.date, one.description, one.counterparty, one.amount.value, one.amount.place.path) for one in wanted.transactions
    ]


@pytest.mark.parametrize(("old", "new", "code", "said"), [
    ("<FITID>A2", "<FITID>A1", "duplicate-movement", "STMTTRN[1], STMTTRN[2]"),
    ("<BALAMT>1149.75<", "<BALAMT><", "balance-missing", LIST),
    ("<DTASOF>20250131</LEDGERBAL>", "<DTASOF>20250105</LEDGERBAL>", "balance-of-another-day", "2 movements"),
    ("<CURDEF>GBP", "<CURDEF>", "currency-missing", LIST),
    ("<TRNAMT>250.50", "<TRNAMT>25O.50", "amount-unreadable", "STMTTRN[1]/TRNAMT"),
    ("<TRNAMT>250.50", "", "amount-unreadable", "STMTTRN[1]"),
    ("<DTPOSTED>20250108", "<DTPOSTED>20251308", "dates-unclear", "STMTTRN[2]"),
])  # fmt: skip
def test_what_is_odd_is_said_with_its_place(old: str, new: str, code: str, said: str) -> None:
    data = FILE.decode("cp1252")
    assert old in data
    statements, warnings = read_file(data.replace(old, new, 1).encode("cp1252"))
    assert len(statements) == 1
    assert any(warning.code == code and said in warning.text for warning in warnings), codes(warnings)


def test_a_balance_of_a_later_day_opens_nothing() -> None:
    (statement,), _ = read_file(FILE.replace(b"<DTASOF>20250131</LEDGERBAL>", b"<DTASOF>20250215</LEDGERBAL>"))
    assert ends(statement) == (None, "1149.75")


def test_balances_that_a_bank_adds_to_its_movements_are_tried() -> None:
    data = FILE.replace(b"<FITID>A1", b"<FITID>A1<ACCTBAL>1250.50").replace(b"<FITID>A2", b"<FITID>A2<ACCTBAL>1151.50")
    (statement,), warnings = read_file(data)
    assert [one.balance and one.balance.value for one in statement.transactions] == [Decimal("1250.50"), Decimal("1151.50"), None]
    assert codes(warnings) == ["balance-chain-broken"] * 2  # one balance is wrong: the links before and after it break
    assert "STMTTRN[2]/ACCTBAL" in warnings[0].text


def test_newest_first_is_turned() -> None:
    head, rest = BODY.split("<STMTTRN>", 1)
    *rows, tail = rest.replace("</BANKTRANLIST>", "<STMTTRN></BANKTRANLIST>", 1).split("<STMTTRN>")
    turned = head + "".join(f"<STMTTRN>{row}" for row in reversed(rows)) + tail
    (statement,), warnings = read_file((HEADING + turned).encode())
    assert not warnings
    assert statement.newest_first
    assert [one.amount.place.path.split("/")[-2] for one in statement.transactions if one.amount.place.path] == [
        "STMTTRN[3]",
        "STMTTRN[2]",
        "STMTTRN[1]",
    ]
    assert ends(statement) == ("1000.00", "1149.75")


def test_accounts_and_cards_of_one_file_have_a_record_each() -> None:
    card = (
        BODY.split("<STMTTRNRS>")[1]
        .split("</STMTTRNRS>")[0]
        .replace("STMTRS", "CCSTMTRS")
        .replace("BANKACCTFROM", "CCACCTFROM")
        .replace("48221907", "5300")
    )
    both = BODY.replace("</BANKMSGSRSV1>", f"</BANKMSGSRSV1><CREDITCARDMSGSRSV1><CCSTMTTRNRS>{card}</CCSTMTTRNRS></CREDITCARDMSGSRSV1>")
    statements, warnings = read_file((HEADING + both).encode())
    assert not warnings
    assert [one.account for one in statements] == ["48221907", "5300"]
    assert statements[1].transactions[0].amount.place.path == "/OFX/CREDITCARDMSGSRSV1/CCSTMTTRNRS/CCSTMTRS/BANKTRANLIST/STMTTRN[1]/TRNAMT"


def test_a_file_cut_short_keeps_what_it_has_and_says_so() -> None:
    (statement,), warnings = read_file(FILE[: FILE.index(b"<TRNAMT>-.75")])
    assert amounts(statement) == [Decimal("250.50"), Decimal("-100.00")]
    assert {"amount-unreadable", "balance-missing"} <= set(codes(warnings))
