"""Which encoding a file is in, whatever it says of itself."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from extract.flow import read
from extract.formats.encoding import decoded, mark_lies, text_of
from extract.records import BankStatement, Invoice

CHINESE = "账号,6222020200112233445,户名,华川木业有限公司\n交易日期,摘要,借方发生额,贷方发生额,余额\n20250103,房租,2500.00,,7500.00\n" * 3
OFX = """OFXHEADER:100
DATA:OFXSGML
ENCODING:USASCII
CHARSET:1252
<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>CNY<BANKACCTFROM><ACCTID>6222020200112233445
<BANKTRANLIST><STMTTRN><TRNTYPE>DEBIT<DTPOSTED>20250103<TRNAMT>-250.00<FITID>1<NAME>华东商贸有限公司
<LEDGERBAL><BALAMT>1250.00<DTASOF>20250131</OFX>"""
INVOICE = Path(__file__).parents[1] / "golden" / "invoices" / "cn_digital" / "in.xml"


@pytest.mark.parametrize("codec", ["gbk", "gb18030", "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_what_was_written_is_read(codec: str) -> None:
    assert decoded(CHINESE.encode(codec)).lstrip("\ufeff") == CHINESE


@pytest.mark.parametrize("codec", ["gbk", "utf-8"])
def test_a_damaged_byte_changes_no_encoding(codec: str) -> None:
    broken = bytearray(CHINESE.encode(codec))
    broken[CHINESE.encode(codec).index("房租".encode(codec))] = 0xFF
    text = decoded(bytes(broken))
    assert "华川木业有限公司" in text
    assert "\ufffd" in text


@pytest.mark.parametrize("text", ["£", "a£", "Paid £5 to Zoë", "5 € – naïve"])
def test_a_few_western_signs_are_not_damaged_utf_8(text: str) -> None:
    assert decoded(text.encode("cp1252")) == text


@pytest.mark.parametrize(("codec", "lost"), [("gbk", 1), ("utf-8", 1), ("utf-8", 2)])
def test_a_file_cut_within_its_last_character_keeps_its_encoding(codec: str, lost: int) -> None:
    whole = CHINESE + "代发工资"
    assert decoded(whole.encode(codec)[:-lost]).startswith(CHINESE + "代发工")


def test_a_mark_of_utf_8_before_other_bytes_is_not_believed() -> None:
    data = b"\xef\xbb\xbf" + CHINESE.encode("gbk")
    assert decoded(data) == CHINESE
    assert mark_lies(data) and not mark_lies(CHINESE.encode("utf-8-sig"))
    assert [warning.code for warning in read(data, "a.csv").warnings if warning.code.startswith("encoding")] == ["encoding-misstated"]


def test_a_western_encoding_declared_over_chinese_bytes_is_not_believed() -> None:
    document = read(OFX.encode("gbk"), "a.ofx")
    (statement,) = document.records
    assert isinstance(statement, BankStatement)
    assert [row.counterparty for row in statement.transactions] == ["华东商贸有限公司"]
    assert "encoding-misstated" in {warning.code for warning in document.warnings}
    assert text_of("<?xml version='1.0' encoding='ISO-8859-1'?><a>Zoë £5</a>".encode("latin-1"))[1] is None


@pytest.mark.parametrize("codec", ["gbk", "utf-8"])
def test_an_invoice_whose_declaration_lies_is_read_by_its_bytes(codec: str) -> None:
    text = INVOICE.read_text("utf-8")
    declared = "UTF-8" if codec == "gbk" else "ISO-8859-1"
    text = f'<?xml version="1.0" encoding="{declared}"?>' + text.partition("?>")[2]
    document = read(text.encode(codec), "invoice.xml")
    assert [warning.code for warning in document.warnings] == ["encoding-misstated"]
    (invoice,) = document.records
    (honest,) = read(INVOICE.read_bytes(), "invoice.xml").records
    assert isinstance(invoice, Invoice) and isinstance(honest, Invoice)
    assert invoice.seller == honest.seller and invoice.total is not None and honest.total is not None
    assert invoice.total.value == honest.total.value != Decimal(0)
