"""Electronic invoices: one golden file per standard, what data and page say beside each other, and XML that means harm."""

from __future__ import annotations

import io
import json
import os
import zipfile
from decimal import Decimal
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from fpdf import FPDF

from api.wire import document as as_json
from extract.document import Document
from extract.flow import read
from extract.formats import markup
from extract.formats.markup import parsed
from extract.invoices.electronic.catalogue import standards
from extract.invoices.electronic.standard import Standard, StandardError
from extract.records import Invoice

GOLDEN = Path(__file__).parents[1] / "golden" / "invoices"
OFD = Path(__file__).parents[2].parent / "shared" / "data" / "cn_ofd_invoices" / "files" / "1.ofd"
CII = (GOLDEN / "cii" / "in.xml").read_text("utf-8")


@pytest.mark.parametrize("kind", sorted(path.name for path in GOLDEN.iterdir()))
def test_each_standard_is_read_whole(kind: str) -> None:
    """GOLDEN_UPDATE=1 writes what is read now; look at the difference before it is committed."""
    found: Any = as_json(read((GOLDEN / kind / "in.xml").read_bytes(), "in.xml"))
    wanted = GOLDEN / kind / "out.json"
    if os.environ.get("GOLDEN_UPDATE"):
        wanted.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", "utf-8")
    assert found == json.loads(wanted.read_text("utf-8"))


def test_there_is_a_golden_file_for_every_standard() -> None:
    assert len([standard for standard in standards() if not standard.copied]) == len(list(GOLDEN.iterdir()))


def test_a_standard_without_a_total_fails_at_import() -> None:
    with pytest.raises(StandardError, match="total"):
        Standard(name="x", root="x", fields={"number": ("ID",), "date": ("Date",)})


def page_pdf(total: str = "130,90", number: str = "R-2025-17", net: str = "110,00", tax: str = "20,90", vat: str = "DE136695976") -> bytes:
    made = FPDF()
    made.add_page()
    made.set_font("Helvetica", size=10)
    left = [
        "Holz Muster GmbH", f"USt-IdNr.: {vat}", f"Gutschrift Nr. {number} vom 14.03.2025", "Rechnungsempfänger: Bau Beispiel KG",
    ]  # fmt: skip
    for text in left:
        made.cell(0, 8, text, new_x="LMARGIN", new_y="NEXT")
    for caption, value in (("Summe netto", net), ("MwSt 19 %", tax), ("Rechnungsbetrag", total)):
        made.cell(120, 8, caption)
        made.cell(40, 8, f"{value} EUR", align="R", new_x="LMARGIN", new_y="NEXT")
    return bytes(made.output())


def with_attachment(pdf: bytes, *files: tuple[str, bytes]) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        for name, content in files:
            document.attachments[name] = content
        document.save(out)
    return out.getvalue()


def invoices(document: Document) -> list[Invoice]:
    return [record for record in document.records if isinstance(record, Invoice)]


@pytest.mark.parametrize("name", ["factur-x.xml", "zugferd-invoice.xml", "ZUGFeRD-invoice.xml", "xrechnung.xml"])
def test_the_data_in_a_pdf_is_the_invoice_and_agrees_with_its_page(name: str) -> None:
    found = read(with_attachment(page_pdf(), (name, CII.encode())), "a.pdf")
    (invoice,) = invoices(found)
    assert (invoice.electronic, invoice.kind, invoice.number) == ("CII", "credit_note", "R-2025-17")
    assert invoice.total is not None and invoice.total.value == Decimal("130.90")
    assert invoice.total.place.path is not None and invoice.total.place.path.startswith(f"{name}:/CrossIndustryInvoice/")
    assert (found.status, found.warnings) == ("read", ())


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"total": "930,90"}, ("930,90", "130.90", "total")),
        ({"net": "910,00"}, ("910,00", "110.00", "net")),
        ({"tax": "29,90"}, ("29,90", "20.90", "tax")),
        ({"number": "R-2025-71"}, ("R-2025-71", "R-2025-17", "number")),
        ({"vat": "DE999999999"}, ("DE999999999", "DE136695976", "tax number")),
    ],
)
def test_a_page_that_says_otherwise_is_told_with_both_values(changed: dict[str, str], said: tuple[str, ...]) -> None:
    found = read(with_attachment(page_pdf(**changed), ("factur-x.xml", CII.encode())), "a.pdf")
    (invoice,) = invoices(found)
    assert invoice.total is not None and invoice.total.value == Decimal("130.90")
    texts = [warning for warning in found.warnings if warning.code == "electronic-invoice-differs"]
    assert any(all(part in warning.text for part in said) for warning in texts), found.warnings
    assert all(warning.page == 1 and all(part in warning.text_zh for part in said[:2]) for warning in texts[:1])


def test_the_other_tax_number_of_a_party_is_no_difference() -> None:
    found = read(with_attachment(page_pdf(vat="30/123/45678"), ("factur-x.xml", CII.encode())), "a.pdf")
    assert found.warnings == ()


def test_a_page_without_an_invoice_is_said_to_be_uncompared() -> None:
    made = FPDF()
    made.add_page()
    made.set_font("Helvetica", size=10)
    made.cell(0, 8, "See attachment. 17")
    found = read(with_attachment(bytes(made.output()), ("factur-x.xml", CII.encode())), "a.pdf")
    assert len(invoices(found)) == 1
    assert "electronic-page-not-compared" in {warning.code for warning in found.warnings}


def test_other_attachments_are_named_and_left_out() -> None:
    found = read(with_attachment(page_pdf(), ("list.xlsx", b"PK\3\4"), ("order.xml", b"<Order><ID>1</ID></Order>")), "a.pdf")
    texts = [warning.text for warning in found.warnings if warning.code == "attachments-left-out"]
    assert [name in text for name, text in zip(("list.xlsx", "order.xml"), texts, strict=True)] == [True, True]
    assert found.status == "read" and len(invoices(found)) == 1


def test_an_amount_that_is_no_number_is_missing_and_said() -> None:
    found = read(CII.replace("<ram:GrandTotalAmount>130.90", "<ram:GrandTotalAmount>130,9O").encode(), "a.xml")
    (invoice,) = invoices(found)
    assert invoice.total is None
    assert {warning.code for warning in found.warnings} == {"xml-figure-unclear", "electronic-invoice-incomplete"}
    assert found.status == "partly_read"


def test_xml_that_is_no_known_invoice_is_refused() -> None:
    found = read(b'<?xml version="1.0"?><EInvoice2/>', "a.xml")
    assert (found.status, [warning.code for warning in found.warnings]) == ("refused", ["format-not-read-yet"])
    other = read(b'<e:eInvoice xmlns:e="urn:x"><e:A>1</e:A></e:eInvoice>', "a.xml")
    assert other.status == "partly_read" and other.warnings[0].code in {"electronic-invoice-incomplete", "currency-missing"}


BOMB = "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'>" + "".join(
    f"<!ENTITY {b} '{('&' + a + ';') * 10}'>" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    ("prologue", "body", "code"),
    [
        ("<!DOCTYPE x [<!ENTITY f SYSTEM 'file:///etc/passwd'>]>", "&f;", "xml-with-document-type"),
        ("<!DOCTYPE x SYSTEM 'http://127.0.0.1:9/x.dtd'>", "", "xml-with-document-type"),
        ("<!DOCTYPE x [<!ENTITY % p SYSTEM 'http://127.0.0.1:9/x.dtd'> %p;]>", "", "xml-with-document-type"),
        (BOMB + "]>", "&i;", "xml-damaged"),
        ("", "<a>" * 5_000 + "</a>" * 5_000, "xml-damaged"),
        ("", "<a>", "xml-damaged"),
        ("", "&nothing;", "xml-damaged"),
    ],
)
def test_hostile_xml_is_refused_with_a_way_out(prologue: str, body: str, code: str) -> None:
    data = f'<?xml version="1.0"?>{prologue}<EInvoice>{body}<b>1</b></EInvoice>'.encode()
    found = read(data, "a.xml")
    assert (found.status, found.records) == ("refused", ())
    (warning,) = found.warnings
    assert warning.code == code and "root:" not in warning.text and warning.text_zh


def test_xml_of_too_many_texts_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(markup, "MAX_MARKUP_ELEMENTS", 3)
    with pytest.raises(Exception, match="larger"):
        parsed(b"<a><b>1</b><b>2</b><b>3</b></a>", "", "a.xml")
    monkeypatch.setattr(markup, "MAX_MARKUP_BYTES", 5)
    with pytest.raises(Exception, match="larger"):
        parsed(b"<a>1</a>", "", "a.xml")


def test_hostile_xml_inside_a_pdf_costs_only_itself() -> None:
    evil = b"<!DOCTYPE x [<!ENTITY f SYSTEM 'file:///etc/passwd'>]><CrossIndustryInvoice>&f;</CrossIndustryInvoice>"
    found = read(with_attachment(page_pdf(), ("factur-x.xml", evil)), "a.pdf")
    (invoice,) = invoices(found)
    assert invoice.electronic is None and found.status == "partly_read"
    assert [warning.code for warning in found.warnings] == ["attachment-damaged"]


def rezipped(data: bytes, change: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for entry in old.infolist():
            if entry.filename not in change:
                new.writestr(entry, old.read(entry))
        for name, content in change.items():
            new.writestr(name, content)
    return out.getvalue()


@pytest.fixture
def genuine() -> bytes:
    if not OFD.is_file():
        pytest.skip("the public papers are missing: ../shared/data/cn_ofd_invoices/files/1.ofd")
    return OFD.read_bytes()


def test_a_genuine_ofd_agrees_with_itself(genuine: bytes) -> None:
    found = read(genuine, "1.ofd")
    (invoice,) = invoices(found)
    assert (found.status, found.warnings, found.pages, found.media_type) == ("read", (), 1, "application/ofd")
    assert (invoice.code, invoice.number, invoice.check_code) == ("033002000211", "83089647", "16197833567414507415")
    assert invoice.lines[0].category == "餐饮服务" and invoice.lines[0].tax_rate == Decimal("0.03")


def test_an_ofd_page_that_says_otherwise_than_its_data_is_told(genuine: bytes) -> None:
    page = "Doc_0/Pages/Page_0/Content.xml"
    with zipfile.ZipFile(io.BytesIO(genuine)) as archive:
        content = archive.read(page).decode().replace(">526.00<", ">926.00<")
    found = read(rezipped(genuine, {page: content.encode()}), "1.ofd")
    texts = [warning.text for warning in found.warnings if warning.code == "electronic-invoice-differs"]
    assert any("926.00 on the page" in text and "526.00" in text for text in texts)
    assert any("CustomTag.xml" in text for text in texts), "the tags point at the same changed text"


def test_an_ofd_without_attached_data_is_read_from_its_page(genuine: bytes) -> None:
    found = read(rezipped(genuine, {"Doc_0/Attachs/Attachments.xml": b"<Attachments/>"}), "1.ofd")
    (invoice,) = invoices(found)
    assert invoice.electronic is None and invoice.number == "83089647" and invoice.total is not None
    assert (invoice.total.value, invoice.total.place.page) == (Decimal("526.00"), 1)
    assert found.warnings == ()


def test_an_ofd_that_points_outside_of_itself_reads_nothing_there(genuine: bytes) -> None:
    entry = (
        b"<Attachments><Attachment ID='1' Name='x' Format='xml'><FileLoc>../../../../../../etc/passwd</FileLoc></Attachment></Attachments>"
    )
    found = read(rezipped(genuine, {"Doc_0/Attachs/Attachments.xml": entry, "../../evil.xml": b"<a/>", "/tmp/evil.xml": b"<a/>"}), "1.ofd")
    codes = [warning.code for warning in found.warnings]
    assert codes.count("archive-unsafe-name") >= 1 and "ofd-part-missing" in codes
    assert not Path("/tmp/evil.xml").exists() and "root:" not in " ".join(warning.text for warning in found.warnings)
    assert invoices(found)[0].number == "83089647" and found.status == "partly_read"
