"""CAMT.053: versions, balances, batches, summaries, what is not booked, and what is said where it does not add up."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from tests.extract.bank_file import amounts, codes, ends, read_file

BALANCE = '<Bal><Tp><CdOrPrtry><Cd>{}</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">{}</Amt><CdtDbtInd>{}</CdtDbtInd><Dt><Dt>{}</Dt></Dt></Bal>'
ENTRY = """<Ntry><Amt Ccy="EUR">{amount}</Amt><CdtDbtInd>{side}</CdtDbtInd><Sts>{status}</Sts>
<BookgDt><Dt>2025-01-0{day}</Dt></BookgDt><NtryDtls>{details}</NtryDtls></Ntry>"""
DETAILS = """<TxDtls><Refs><EndToEndId>E1</EndToEndId></Refs><Amt Ccy="EUR">{amount}</Amt>
<RltdPties><{role}>{name}</{role}><{role}Acct><Id><IBAN>NL56AGDH9619008421</IBAN></Id></{role}Acct></RltdPties>
<RmtInf><Ustrd>{text}</Ustrd></RmtInf></TxDtls>"""
SUMMARY = (
    "<TxsSummry><TtlCdtNtries><NbOfNtries>1</NbOfNtries><Sum>30.00</Sum></TtlCdtNtries>"
    "<TtlDbtNtries><NbOfNtries>1</NbOfNtries><Sum>5.00</Sum></TtlDbtNtries></TxsSummry>"
)


def message(*, version: str = "02", prefix: str = "", body: str | None = None, statements: int = 1) -> bytes:
    status = "BOOK" if version < "07" else "<Cd>BOOK</Cd>"
    name = "<Nm>Hartwell</Nm>" if version < "07" else "<Pty><Nm>Hartwell</Nm></Pty>"
    entries = body or "".join((
        ENTRY.format(amount="30.00", side="CRDT", status=status, day=2, details=DETAILS.format(amount="30.00", role="Dbtr", name=name, text="Invoice 7")),
        ENTRY.format(amount="5.00", side="DBIT", status=status, day=3, details=""),
    ))  # fmt: skip
    bic = "BIC" if version < "03" else "BICFI"
    one = (
        "<Stmt><Id>S1</Id><Acct><Id><IBAN>NL26VAYB8060476890</IBAN></Id><Ccy>EUR</Ccy><Ownr><Nm>Aldgate Fixings</Nm></Ownr>"
        f"<Svcr><FinInstnId><{bic}>NMREGB2L</{bic}></FinInstnId></Svcr></Acct>"
        + BALANCE.format("OPBD", "10.00", "DBIT", "2025-01-01") + BALANCE.format("CLBD", "15.00", "CRDT", "2025-01-31")
        + BALANCE.format("CLAV", "99.00", "CRDT", "2025-01-31") + SUMMARY + entries + "</Stmt>"
    )  # fmt: skip
    text = f'<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.{version}"><BkToCstmrStmt>{one * statements}</BkToCstmrStmt></Document>'
    if prefix:
        text = text.replace("</", f"</{prefix}:").replace("<", f"<{prefix}:").replace(f"<{prefix}:/{prefix}:", f"</{prefix}:")
        text = text.replace(f"{prefix}:Document xmlns=", f"{prefix}:Document xmlns:{prefix}=")
    return ('<?xml version="1.0" encoding="UTF-8"?>\n' + text).encode()


@pytest.mark.parametrize("prefix", ["", "ns2"])
@pytest.mark.parametrize("version", ["02", "04", "06", "08", "11"])
def test_every_version_is_read(version: str, prefix: str) -> None:
    (statement,), warnings = read_file(message(version=version, prefix=prefix))
    assert not warnings
    assert (statement.holder, statement.bank, statement.account, statement.currency) == (
        "Aldgate Fixings",
        "NMREGB2L",
        "NL26VAYB8060476890",
        "EUR",
    )
    assert ends(statement) == ("-10.00", "15.00")
    assert (statement.start, statement.end) == (date(2025, 1, 1), date(2025, 1, 31))
    assert amounts(statement) == [Decimal("30.00"), Decimal("-5.00")]
    first = statement.transactions[0]
    assert (first.date, first.description) == (date(2025, 1, 2), "Invoice 7")
    assert (first.counterparty, first.counterparty_account) == ("Hartwell", "NL56AGDH9619008421")
    assert statement.total_credits is not None and statement.total_debits is not None
    assert (statement.total_credits.value, statement.total_debits.value) == (30, 5)
    assert first.amount.place.path == "/Document/BkToCstmrStmt/Stmt/Ntry[1]/Amt"
    assert statement.total_credits.place.path == "/Document/BkToCstmrStmt/Stmt/TxsSummry/TtlCdtNtries/Sum"


def test_statements_are_counted_in_their_paths() -> None:
    statements, warnings = read_file(message(statements=2))
    assert not warnings
    assert [one.closing.place.path for one in statements if one.closing] == [
        "/Document/BkToCstmrStmt/Stmt[1]/Bal[2]/Amt", "/Document/BkToCstmrStmt/Stmt[2]/Bal[2]/Amt",
    ]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "code", "said"), [
    ("15.00</Amt>", "16.00</Amt>", "balance-chain-broken", "Bal[2]"),
    ("<Sum>30.00", "<Sum>31.00", "control-total-differs", "TtlCdtNtries/Sum"),
    ("<NbOfNtries>1</NbOfNtries><Sum>5", "<NbOfNtries>2</NbOfNtries><Sum>5", "control-total-differs", "TtlDbtNtries"),
    ('<Amt Ccy="EUR">30.00</Amt>\n<RltdPties>', '<Amt Ccy="EUR">29.00</Amt>\n<RltdPties>', "control-total-differs", "Ntry[1]"),
    ("<Cd>CLBD</Cd>", "<Cd>XXXX</Cd>", "part-missing", "no closing balance"),
    ('<Amt Ccy="EUR">5.00', '<Amt Ccy="EUR">five', "amount-unreadable", "Ntry[2]/Amt"),
    ('<Amt Ccy="EUR">15.00', '<Amt Ccy="SEK">15.00', "currencies-differ", "Bal[2]/Amt"),
    ("2025-01-03", "2025-13-03", "dates-unclear", "Ntry[2]"),
    ('encoding="UTF-8"', 'encoding="UTF-16"', "encoding-misstated", "UTF-16"),
])  # fmt: skip
def test_what_does_not_add_up_is_said_with_its_place(old: str, new: str, code: str, said: str) -> None:
    data = message().decode()
    assert old in data
    if code == "encoding-misstated":
        data = data.replace("Invoice 7", "Rechnung für 7")
    statements, warnings = read_file(data.replace(old, new, 1).encode())
    assert len(statements) == 1
    assert any(warning.code == code and said in warning.text for warning in warnings), codes(warnings)


def test_what_is_not_booked_is_not_counted_and_said() -> None:
    pending = ENTRY.format(amount="7.00", side="DBIT", status="PDNG", day=4, details="")
    (statement,), warnings = read_file(message().replace(b"</Stmt>", pending.encode() + b"</Stmt>"))
    assert amounts(statement) == [30, -5]
    assert codes(warnings) == ["pending-movements-left-out"]


def test_a_reversal_goes_the_way_its_mark_says() -> None:
    body = ENTRY.format(amount="25.00", side="CRDT", status="BOOK", day=2, details="").replace("<Sts>", "<RvslInd>true</RvslInd><Sts>")
    (statement,), _ = read_file(message(body=body))
    assert amounts(statement) == [25]


def test_a_batch_of_several_payers_has_no_one_counterparty() -> None:
    parts = "".join(
        DETAILS.format(amount=amount, role="Dbtr", name=f"<Nm>{name}</Nm>", text=name) for amount, name in (("20.00", "A"), ("5.00", "B"))
    )
    (statement,), warnings = read_file(message(body=ENTRY.format(amount="25.00", side="CRDT", status="BOOK", day=2, details=parts)))
    (movement,) = statement.transactions
    assert (movement.counterparty, movement.description) == (None, "A B")
    assert "control-total-differs" in codes(warnings)  # the summary was made for other movements
    assert not any("parts of" in warning.text for warning in warnings)


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "iso-8859-1", "gb18030"])
def test_the_bytes_decide_the_encoding(codec: str) -> None:
    name = "杭州顺和机电" if codec == "gb18030" else "Müller & Söhne"
    declared = {"utf-8-sig": "UTF-8"}.get(codec, codec)
    text = message().decode().replace("Aldgate Fixings", name.replace("&", "&amp;")).replace('encoding="UTF-8"', f'encoding="{declared}"')
    (statement,), warnings = read_file(text.encode(codec))
    assert (statement.holder, codes(warnings)) == (name, [])


def test_latin_letters_under_the_name_of_utf_8_are_read_and_said() -> None:
    (statement,), warnings = read_file(message().replace(b"Aldgate", "Müller".encode("latin-1")))
    assert statement.holder == "Müller Fixings"
    assert codes(warnings) == ["encoding-misstated"]
