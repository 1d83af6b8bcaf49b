"""Old Excel, OpenDocument, Word and XML spreadsheets: what a person sees, where it stands, and what is left out."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from extract.document import Opened
from extract.errors import Refused
from extract.flow import read
from extract.formats.open import open_document
from extract.records import BankStatement

#: Saved by LibreOffice as Excel 97: a merged title, number formats, a date, a hidden row.
XLS = Path(__file__).parent / "files" / "income.xls"
WORD = "urn:test:wordprocessingml"
OFFICE = 'xmlns:office="urn:o" xmlns:table="urn:t" xmlns:text="urn:x"'


def packed(**parts: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name.replace("__", "/").replace("_content_types_", "[Content_Types]"), content)
    return out.getvalue()


def docx(body: str) -> bytes:
    document = f'<w:document xmlns:w="{WORD}" xmlns:mc="urn:mc"><w:body>{body}</w:body></w:document>'
    return packed(**{"[Content_Types].xml": "<Types/>", "word/document.xml": document})


def run(text: str, marks: str = "") -> str:
    return f"<w:r>{f'<w:rPr>{marks}</w:rPr>' if marks else ''}<w:t>{text}</w:t></w:r>"


def cell(text: str, marks: str = "") -> str:
    return f"<w:tc>{f'<w:tcPr>{marks}</w:tcPr>' if marks else ''}<w:p>{run(text)}</w:p></w:tc>"


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def opened(data: bytes, tmp_path: Path, name: str = "paper") -> Opened:
    return open_document(data, name, tmp_path)


def rows(found: Opened) -> list[list[str]]:
    by_row: dict[tuple[int, int], list[str]] = {}
    for number, sheet in enumerate(found.sheets):
        for one in sheet.cells:
            by_row.setdefault((number, one.row), []).append(one.text)
    return list(by_row.values())


def test_old_excel_shows_its_formats_and_says_what_it_hides(tmp_path: Path) -> None:
    found = opened(XLS.read_bytes(), tmp_path, "income.xls")
    cells = {one.place: one for one in found.sheets[0].cells}
    assert cells["利润表!A1"].span == 3
    assert cells["利润表!C3"].text == "1,234,567.50"
    assert cells["利润表!C4"].text == "(4,321.00)"
    assert cells["利润表!C5"].text == "2025-03-31"
    assert [warning.code for warning in found.warnings] == ["hidden-cells"]


@pytest.mark.parametrize("share", [0.1, 0.4, 0.8, 0.97])
def test_old_excel_that_breaks_off_is_refused(tmp_path: Path, share: float) -> None:
    data = XLS.read_bytes()
    try:
        found = opened(data[: int(len(data) * share)], tmp_path)
    except Refused as refused:
        assert refused.code in {"document-damaged", "workbook-damaged"}
        assert refused.problem_zh and refused.remedy_zh
    else:
        assert found.sheets


def test_a_word_document_is_paragraphs_and_tables(tmp_path: Path) -> None:
    body = f"<w:p>{run('Balance sheet')}</w:p>" + table(
        cell("", '<w:gridSpan w:val="2"/>') + cell("2025"), cell("Cash") + cell("3") + cell("1,234"), cell("Debtors") + cell("") + cell("5")
    )
    found = opened(docx(body), tmp_path)
    assert rows(found) == [["Balance sheet"], ["2025"], ["Cash", "3", "1,234"], ["Debtors", "5"]]
    places = {one.text: (one.place, one.column) for one in found.sheets[0].cells}
    assert places["2025"] == ("table 1, row 1, column 3", 3)
    assert places["Balance sheet"][0] == "paragraph 1"


def test_deleted_and_hidden_words_of_a_word_document_are_not_read(tmp_path: Path) -> None:
    body = f"<w:p>{run('Cash 5')}<w:del>{run('Cash 9')}</w:del>{run('secret 7', '<w:vanish/>')}</w:p>"
    assert rows(opened(docx(body), tmp_path)) == [["Cash 5"]]


def test_a_text_box_is_read_once(tmp_path: Path) -> None:
    box = f"<w:txbxContent><w:p>{run('Total 12')}</w:p></w:txbxContent>"
    body = f"<w:p><w:r><mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    assert rows(opened(docx(body), tmp_path)) == [["Total 12"]]


def test_pictures_in_a_word_document_are_said(tmp_path: Path) -> None:
    document = f'<w:document xmlns:w="{WORD}"><w:body><w:p>{run("see scan")}</w:p></w:body></w:document>'
    data = packed(**{"[Content_Types].xml": "<Types/>", "word/document.xml": document, "word/media/image1.png": "x" * 50_000})
    warning = opened(data, tmp_path).warnings[0]
    assert (warning.code, bool(warning.text_zh)) == ("pictures-inside-not-read", True)


def ods(rows_of: str) -> bytes:
    content = f"<office:document-content {OFFICE}><office:body><office:spreadsheet>{rows_of}</office:spreadsheet></office:body></office:document-content>"
    return packed(**{"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": content})


def test_an_open_document_sheet_repeats_what_it_says_to_repeat(tmp_path: Path) -> None:
    data = ods(
        '<table:table table:name="流水"><table:table-row table:number-rows-repeated="1048000"><table:table-cell/></table:table-row></table:table>'
        '<table:table table:name="B"><table:table-row><table:table-cell table:number-columns-repeated="2"><text:p>5</text:p></table:table-cell>'
        "<table:covered-table-cell/><table:table-cell><text:p>1,2<text:span>34</text:span>.50</text:p></table:table-cell></table:table-row></table:table>"
    )
    found = opened(data, tmp_path, "book.ods")
    assert [(one.text, one.place) for one in found.sheets[1].cells] == [("5", "B!A1"), ("5", "B!B1"), ("1,234.50", "B!D1")]


def test_an_encrypted_open_document_is_refused(tmp_path: Path) -> None:
    data = packed(**{"mimetype": "a", "content.xml": "\x01\x02", "META-INF/manifest.xml": "<a><encryption-data/></a>"})
    with pytest.raises(Refused) as caught:
        opened(data, tmp_path)
    assert (caught.value.code, bool(caught.value.remedy_zh)) == ("document-encrypted", True)


def test_entities_in_an_office_document_are_refused(tmp_path: Path) -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>'
    with pytest.raises(Refused) as caught:
        opened(packed(**{"[Content_Types].xml": "<Types/>", "word/document.xml": bomb}), tmp_path)
    assert caught.value.code == "xml-with-document-type"


SHEET = """<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="明细"><Table>
<Row><Cell ss:MergeAcross="4"><Data ss:Type="String">账户明细 账号：6222020200112233445 币种：人民币</Data></Cell></Row>
<Row ss:Index="3"><Cell><Data ss:Type="String">交易日期</Data></Cell><Cell><Data ss:Type="String">摘要</Data></Cell>
<Cell><Data ss:Type="String">借方发生额</Data></Cell><Cell><Data ss:Type="String">贷方发生额</Data></Cell><Cell><Data ss:Type="String">余额</Data></Cell></Row>
<Row><Cell><Data ss:Type="DateTime">2025-01-03T00:00:00.000</Data></Cell><Cell><Data ss:Type="String">房租</Data></Cell>
<Cell><Data ss:Type="Number">2500</Data></Cell><Cell ss:Index="5"><Data ss:Type="Number">7500</Data></Cell></Row>
<Row><Cell><Data ss:Type="DateTime">2025-01-14T00:00:00.000</Data></Cell><Cell><Data ss:Type="String">货款</Data></Cell>
<Cell ss:Index="4"><Data ss:Type="Number">5000</Data></Cell><Cell><Data ss:Type="Number">12500</Data></Cell></Row>
</Table></Worksheet></Workbook>"""


def test_an_xml_spreadsheet_called_xls_is_a_bank_statement() -> None:
    document = read(SHEET.encode(), "明细.xls")
    (found,) = [one for one in document.records if isinstance(one, BankStatement)]
    assert [str(row.amount.value) for row in found.transactions] == ["-2500", "5000"]
    assert found.transactions[0].amount.place.cell == "明细!C4"


def test_a_web_page_called_xls_is_a_bank_statement() -> None:
    page = """<html><head><meta charset="gb2312"></head><body><table><tr><td colspan=5>账号：6222020200112233445 币种：人民币</td></tr>
<tr><th>交易日期</th><th>摘要</th><th>借方发生额</th><th>贷方发生额</th><th>余额</th></tr>
<tr><td>2025-01-03</td><td>房租</td><td>2,500.00</td><td></td><td>7,500.00</td></tr>
<tr><td>2025-01-14</td><td>货款</td><td></td><td>5,000.00</td><td>12,500.00</td></tr></table></body></html>"""
    document = read(page.encode("gbk"), "明细.xls")
    (found,) = [one for one in document.records if isinstance(one, BankStatement)]
    assert [str(row.amount.value) for row in found.transactions] == ["-2500.00", "5000.00"]
    assert found.transactions[1].amount.place.path == "/html/body/table/tr[4]/td[4]"
    assert [warning.code for warning in document.warnings] == ["name-and-content-differ"]


def test_an_invoice_as_a_web_page_is_read() -> None:
    page = """<html><body><h1>Invoice</h1><p>Alder Joinery Ltd</p><p>VAT number GB123456789</p><p>Invoice number: A-1007</p>
<p>Invoice date: 3 January 2025</p><p>Bill to: Beech Homes Ltd</p><table><tr><th>Description</th><th>Qty</th><th>Unit price</th><th>Amount</th></tr>
<tr><td>Oak door</td><td>2</td><td>£150.00</td><td>£300.00</td></tr></table>
<table><tr><td>Subtotal</td><td>£300.00</td></tr><tr><td>VAT 20%</td><td>£60.00</td></tr><tr><td>Total</td><td>£360.00</td></tr></table>
<p style="display:none">Total £999.00</p></body></html>"""
    document = read(page.encode(), "invoice.html")
    (invoice,) = [one for one in document.records if one.type == "invoice"]
    assert (invoice.number, str(invoice.total and invoice.total.value)) == ("A-1007", "360.00")
    assert "hidden-text" in [warning.code for warning in document.warnings]
