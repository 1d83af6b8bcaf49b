"""Files as they should not be: each is read as far as it can be, or refused in two languages, in bounded time, and never with a traceback."""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pikepdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from extract.document import Document, DocumentWarning, Opened
from extract.flow import read
from extract.records import BankStatement, FinancialStatement, Invoice, Record

LINES = [
    ("Fixed assets", "", ""), ("Tangible assets", "12,000", "9,500"), ("Current assets", "", ""), ("Debtors", "4,310", "3,900"),
    ("Cash at bank and in hand", "690", "500"), ("Creditors: amounts falling due within one year", "(2,000)", "(1,000)"),
    ("Net current assets", "3,000", "3,400"), ("Net assets", "15,000", "12,900"), ("Capital and reserves", "", ""),
    ("Called up share capital", "100", "100"), ("Profit and loss account", "14,900", "12,800"), ("Total equity", "15,000", "12,900"),
]  # fmt: skip
EXPORT = """Alder Joinery Ltd
Account 12345678,,,
Statement from 01/01/2025 to 31/01/2025
Date,Description,Paid out,Paid in,Balance
01/01/2025,Opening balance,,,1000.00
03/01/2025,Rent,250.00,,750.00,,
14/01/2025,Sale
14/01/2025,Sale 2,,500.00,1250.00
28/01/2025,Wages,1000.00,,250.00
"""
CHINESE = """账号,6222020200112233445,户名,华川木业有限公司
交易日期,摘要,借方发生额,贷方发生额,余额,对方户名
20250103,房租,2500.00,,7500.00,张三
20250114,货款,,5000.00,12500.00,华东商贸有限公司
20250128,工资,10000.00,,2500.00,代发工资
"""


def sheet(canvas: Canvas, shift: float = 0.0) -> None:
    canvas.setFont("Helvetica", 10)
    canvas.drawString(60 + shift, 780, "Alder Joinery Limited")
    canvas.drawString(60 + shift, 765, "Balance sheet as at 31 March 2025")
    for x, year in ((420, "2025"), (500, "2024")):
        canvas.drawRightString(x + shift, 745, year)
        canvas.drawRightString(x + shift, 733, "£")
    for number, (label, now, then) in enumerate(LINES):
        canvas.drawString(60 + shift, 715 - 16 * number, label)
        canvas.drawRightString(420 + shift, 715 - 16 * number, now)
        canvas.drawRightString(500 + shift, 715 - 16 * number, then)


def pdf(draw: Callable[[Canvas], None] = sheet, size: tuple[float, float] = (595, 842), pages: int = 1) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=size)
    for _ in range(pages):
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def saved(**how: object) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf())) as document:
        document.save(out, **how)
    return out.getvalue()


def codes(document: Document) -> list[str]:
    return [warning.code for warning in document.warnings]


def figures(document: Document) -> list[Decimal]:
    return [figure.value for one in document.records if isinstance(one, FinancialStatement) for figure in one.figures()]


def movements(document: Document) -> list[Decimal]:
    return [row.amount.value for one in document.records if isinstance(one, BankStatement) for row in one.transactions]


WHOLE = figures(read(pdf(), "whole.pdf"))


def test_the_paper_that_is_spoilt_below_is_read_whole() -> None:
    assert len(WHOLE) == 18


def upside_down(canvas: Canvas) -> None:
    canvas.translate(595, 842)
    canvas.rotate(180)
    sheet(canvas)


def sideways(canvas: Canvas) -> None:
    canvas.translate(0, 842)
    canvas.rotate(-90)
    sheet(canvas)


def sideways_the_other_way(canvas: Canvas) -> None:
    canvas.translate(842, 0)
    canvas.rotate(90)
    sheet(canvas)


@pytest.mark.parametrize("draw", [upside_down, sideways, sideways_the_other_way])
def test_a_page_the_wrong_way_round_is_turned_and_its_places_are_those_of_the_page(draw: Callable[[Canvas], None]) -> None:
    document = read(pdf(draw, (595, 842) if draw is upside_down else (842, 842)), "turned.pdf")
    assert figures(document) == WHOLE
    place = next(figure.place for one in document.records if isinstance(one, FinancialStatement) for figure in one.figures())
    assert place.box is not None
    assert place.box.top > 600 if draw is upside_down else place.box.height > place.box.width


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_that_is_shown_turned_is_read(turn: int) -> None:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf())) as document:
        document.pages[0].Rotate = turn
        document.save(out)
    assert figures(read(out.getvalue(), "turned.pdf")) == WHOLE


def test_figures_beyond_the_edge_of_the_page_are_said_and_not_read() -> None:
    document = read(pdf(lambda canvas: sheet(canvas, 130)), "cut.pdf")
    assert figures(document) == WHOLE[::2]
    assert "text-outside-page" in codes(document)


def test_figures_across_the_edge_of_the_page_are_doubted() -> None:
    document = read(pdf(lambda canvas: sheet(canvas, 108)), "cut.pdf")
    assert "text-cut-by-edge" in codes(document)
    (found,) = [one for one in document.records if isinstance(one, FinancialStatement)]
    doubted = {figure.printed for figure in found.figures() if figure.doubtful}
    assert "9,500" in doubted and "12,000" not in doubted


def test_an_owner_password_hinders_nothing_and_a_user_password_is_asked_for() -> None:
    owned = saved(encryption=pikepdf.Encryption(owner="a", user=""))
    locked = saved(encryption=pikepdf.Encryption(owner="a", user="b"))
    assert figures(read(owned, "owned.pdf")) == WHOLE
    assert codes(read(locked, "locked.pdf")) == ["pdf-encrypted"]
    assert codes(read(locked, "locked.pdf", password="wrong")) == ["pdf-encrypted"]
    assert figures(read(locked, "locked.pdf", password="b")) == WHOLE


def test_a_broken_table_of_places_is_mended() -> None:
    whole = pdf()
    assert figures(read(whole[: whole.rfind(b"startxref")] + b"startxref\n99999\n%%EOF", "xref.pdf")) == WHOLE


def test_a_page_of_a_million_points_is_said_once() -> None:
    document = read(pdf(size=(1_000_000, 1_000_000)), "wide.pdf")
    assert document.status == "refused"
    assert "page-too-large" in codes(document) and "page-not-recognised" not in codes(document)


def test_of_very_many_pages_the_first_are_read() -> None:
    document = read(pdf(lambda canvas: canvas.drawString(50, 800, "Page 12"), pages=1_200), "many.pdf")
    assert "too-many-pages" in codes(document)
    assert document.pages == 1_200


def archive() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("a.pdf", pdf())
    return out.getvalue()


@pytest.mark.parametrize("name", ["zero.pdf", "zero.xlsx", "zero.jpg", "zero.heic", "zero.csv", "zero"])
def test_an_empty_file_is_refused(name: str) -> None:
    document = read(b"", name)
    assert (document.status, codes(document)) == ("refused", ["empty-file"])


@pytest.mark.parametrize("share", [0.05, 0.3, 0.6, 0.9, 0.99])
@pytest.mark.parametrize("name", ["a.pdf", "a.zip"])
def test_a_file_that_breaks_off_is_said(name: str, share: float) -> None:
    whole = pdf() if name == "a.pdf" else archive()
    document = read(whole[: int(len(whole) * share)], name)
    assert document.warnings or figures(document) == WHOLE
    assert all(warning.text and warning.text_zh for warning in document.warnings)


def test_a_damaged_archive_is_not_called_an_archive_to_unpack() -> None:
    whole = archive()
    assert codes(read(whole[: len(whole) // 2], "book.xlsx")) == ["archive-damaged"]


@pytest.mark.parametrize("name", ["报表" * 60 + ".pdf", "a\u202efdp.exe", "x" * 4_000, "", "../../etc/passwd.pdf", "a\nb.pdf"])
def test_a_name_is_only_a_name(name: str) -> None:
    document = read(pdf(), name)
    assert figures(document) == WHOLE
    assert document.name == name


@pytest.mark.parametrize("name", ["statement.xlsx", "statement.jpg", "statement.csv", "statement.docx"])
def test_the_content_decides_and_not_the_ending(name: str) -> None:
    document = read(pdf(), name)
    assert figures(document) == WHOLE
    assert codes(document) == ["name-and-content-differ"]


@pytest.mark.parametrize(
    "encoded",
    [
        EXPORT.encode(),
        EXPORT.encode().replace(b"Rent", b"Re\0nt\0\0"),
        EXPORT.encode("utf-16-le"),
        EXPORT.encode("utf-16-be"),
        EXPORT.encode("utf-16"),
        EXPORT.encode("utf-8-sig"),
        EXPORT.replace("\n", "\r").encode(),
    ],
)
def test_a_ragged_export_with_three_lines_above_its_header_is_read(encoded: bytes) -> None:
    document = read(encoded, "export.csv")
    assert movements(document) == [Decimal("-250.00"), Decimal("500.00"), Decimal("-1000.00")]


@pytest.mark.parametrize("codec", ["gbk", "gb18030", "utf-8", "utf-16-le", "utf-16-be"])
def test_a_chinese_export_is_read_in_each_encoding(codec: str) -> None:
    document = read(CHINESE.encode(codec), "流水.csv")
    assert movements(document) == [Decimal("-2500.00"), Decimal("5000.00"), Decimal("-10000.00")]


def test_a_traditional_export_keeps_its_letters() -> None:
    text = "戶口,餘額,摘要\n123,7500.00,房租\n456,12500.00,貨款\n"
    document = read(text.encode("big5"), "export.csv")
    shown = [line.label for one in document.records for line in getattr(one, "lines", ())]
    assert any("房租" in label for label in shown)


def test_ofx_without_closing_tags_is_read() -> None:
    data = b"""OFXHEADER:100
DATA:OFXSGML
CHARSET:1252
<OFX><SIGNONMSGSRSV1><SONRS><DTSERVER>20250131<BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>GBP<BANKACCTFROM><ACCTID>12345678
<BANKTRANLIST><STMTTRN><TRNTYPE>DEBIT<DTPOSTED>20250103<TRNAMT>-250.00<FITID>1<NAME>Rent
<STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20250114<TRNAMT>500.00<FITID>2<NAME>Sale & Co
<LEDGERBAL><BALAMT>250.00<DTASOF>20250131"""
    assert movements(read(data, "export.ofx")) == [Decimal("-250.00"), Decimal("500.00")]


@pytest.mark.parametrize(
    "body",
    [
        b'<!DOCTYPE Invoice [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        b'<!DOCTYPE Invoice [<!ENTITY a "1"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY x "&b;&b;&b;">]>',
        b'<!DOCTYPE Invoice SYSTEM "file:///etc/passwd">',
    ],
)
def test_an_invoice_that_points_outside_is_refused(body: bytes) -> None:
    invoice = b'<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"><ID>&x;</ID></Invoice>'
    document = read(body + invoice, "invoice.xml")
    assert document.status == "refused"
    assert not any(isinstance(one, Invoice) and one.number for one in document.records)
    assert all(warning.text_zh for warning in document.warnings)


def test_a_report_package_leaves_its_taxonomy_out() -> None:
    from extract.formats.archive import expand

    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("firm/META-INF/taxonomyPackage.xml", "<a/>")
        made.writestr("firm/www.firm.test/2024/firm.xsd", "<a/>")
        made.writestr("firm/www.firm.test/2024/firm_pre.xml", "<a/>")
        made.writestr("firm/reports/firm-2024.xhtml", "<html><body><p>Assets 5</p></body></html>")
    files, warnings = expand(out.getvalue(), "package.zip")
    assert [name for name, _ in files] == ["firm/reports/firm-2024.xhtml"]
    assert [warning.code for warning in warnings] == ["taxonomy-left-out"]


def test_languages_may_stand_beside_each_other() -> None:
    text = EXPORT.replace("Rent", "房租 Rent").replace("Wages", "工资 Löhne")
    assert len(movements(read(text.encode(), "mixed.csv"))) == 3


@pytest.mark.parametrize("seed", range(12))
def test_scattered_damage_never_raises(seed: int) -> None:
    import random

    random.seed(seed)
    whole = bytearray([pdf(), archive(), EXPORT.encode("utf-16"), CHINESE.encode("gbk")][seed % 4])
    for _ in range(max(4, len(whole) // 60)):
        whole[random.randrange(len(whole))] = random.randrange(256)
    started = time.monotonic()
    document = read(bytes(whole), f"damaged-{seed}")
    assert document.status in {"read", "partly_read", "refused"}
    assert all(warning.text for warning in document.warnings)
    assert "reading-failed" not in codes(document)
    assert time.monotonic() - started < 60


def test_a_fault_of_a_reader_costs_one_document_and_not_the_loan_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from extract import flow

    sound = flow.records_of

    def failing(opened: Opened) -> tuple[tuple[Record, ...], tuple[DocumentWarning, ...]]:
        if opened.name == "b.csv":
            raise ZeroDivisionError("1,234.56 of the borrower")
        return sound(opened)

    monkeypatch.setattr(flow, "records_of", failing)
    (tmp_path / "a.pdf").write_bytes(pdf())
    (tmp_path / "b.csv").write_text(EXPORT)
    first, second = flow.read_loan_file([tmp_path]).documents
    assert figures(first) == WHOLE
    assert (second.status, codes(second)) == ("refused", ["reading-failed"])
    assert "ZeroDivisionError" in second.warnings[0].text and "1,234.56" not in second.warnings[0].text and second.warnings[0].text_zh
