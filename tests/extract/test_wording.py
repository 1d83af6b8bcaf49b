"""What senders and reviewers read about a document is said in Chinese as in English: the same facts, the same remedy."""

from __future__ import annotations

import ast
import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pikepdf
import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

import extract
from extract.document import Document, DocumentWarning
from extract.errors import Refused
from extract.flow import read, read_loan_file
from extract.formats import sniff
from extract.formats.archive import expand
from extract.formats.contain import Bounds, run_contained
from extract.formats.pdf import read_pdf
from extract.page import Page

PACKAGE = Path(extract.__file__).parent
#: Numbers, quoted texts, and what stands in capitals or is a file's name: facts, in both languages alike.
_NUMBER = re.compile(r"\d(?:[\d,.]*\d)?")
_NAME = re.compile(
    r"“[^”]*”|--[a-z]+|[A-Za-z0-9_-]+\.(?:csv|pdf|png)(?![a-z])"
    r"|(?<![A-Za-z])(?:PDF|CSV|Excel|WPS|RAR|OFD|dpi|JPEG|PNG|TIFF|UTF|NAME=PASSWORD)(?![A-Za-z])"
)


def assert_same(text: str, text_zh: str) -> None:
    assert len(re.findall(r"[\u4e00-\u9fff]", text_zh)) >= 4, (text, text_zh)
    assert text_zh.endswith("。"), text_zh
    assert sorted(_NUMBER.findall(text)) == sorted(_NUMBER.findall(text_zh)), (text, text_zh)
    assert set(_NAME.findall(text)) == set(_NAME.findall(text_zh)), (text, text_zh)


class Blind:
    """A recogniser that finds nothing on a picture."""

    workers = 1

    def recognise(self, picture: Path, page: Page) -> Page:
        assert picture.is_file()
        return replace(page, source="ocr")


def pdf(*pages: str) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(400, 600))
    for text in pages:
        canvas.drawString(50, 500, text)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def locked() -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf("1"))) as document:
        document.save(out, encryption=pikepdf.Encryption(owner="a", user="b"))
    return out.getvalue()


def picture() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (400, 300), (200, 120, 40)).save(out, "PNG")
    return out.getvalue()


def workbook(**cells: Any) -> bytes:
    book, out = openpyxl.Workbook(), io.BytesIO()
    for place, value in cells.items():
        book.active[place] = value
    book.active.row_dimensions[2].hidden = True
    book.active.column_dimensions["C"].hidden = True
    book.save(out)
    return out.getvalue()


def zipped(**files: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, body in files.items():
            archive.writestr(name, body)
    return out.getvalue()


SHEET = "某某有限公司 资产负债表,,,\n资产,期末余额,负债和所有者权益,期末余额\n货币资金,100.00,短期借款,40.00\n资产总计,100.00,所有者权益合计,60.00\n"
BANK = "date,description,amount,balance\n2025-01-01,a,100.00,100.00\n2025-01-02,b,50.00,170.00\n2025-01-03,c,#REF!,190.00\n"
NEUTRAL = "支付宝账单,,,\n交易时间,收/支,金额,交易状态\n2025-01-01,不计收支,5.00,交易成功\n2025-01-02,支出,7.00,交易关闭\n2025-01-03,收入,9.00,交易成功\n"


@pytest.mark.parametrize(
    ("data", "name", "code"),
    [
        (b"", "a.pdf", "empty-file"),
        (b"\n\n", "a.csv", "empty-file"),
        (locked(), "a.pdf", "pdf-encrypted"),
        (pdf("1,234.50", "2,000.00")[:-200], "a.pdf", "pdf-damaged"),
        (b"%PDF-1.4\n%%EOF", "a.pdf", "pdf-without-pages"),
        (pdf(""), "a.pdf", "blank-page"),
        (picture(), "cat.png", "nothing-readable"),
        (picture()[:60], "cat.png", "picture-damaged"),
        (picture(), "cat.pdf", "name-and-content-differ"),
        (workbook(A1="no figure here"), "a.xlsx", "no-figures"),
        (workbook(A1="a", B2=5, C1="=1+1"), "a.xlsx", "hidden-cells"),
        (workbook(A1="a", B1=5, C1="=1+1"), "a.xlsx", "formula-without-value"),
        (zipped(**{"[Content_Types].xml": b"<", "xl/workbook.xml": b"<"}), "a.xlsx", "workbook-damaged"),
        (zipped(**{"a.csv": b"1"}), "a.zip", "archive-inside"),
        (b"Rar!\x1a\x07\x00", "a.rar", "format-not-read-yet"),
        (bytes(range(32)) * 9, "a.bin", "format-unknown"),
        (b"name;\x81\nshoes;12\nboots;13\n", "a.csv", "encoding-unclear"),
        (b"shoes,12\nboots,13\n", "a.csv", "kind-unknown"),
        (SHEET.encode(), "a.csv", "scale-missing"),
        (BANK.encode(), "a.csv", "currency-missing"),
        (BANK.encode(), "a.csv", "balance-chain-broken"),
        (BANK.encode(), "a.csv", "amount-unreadable"),
        (NEUTRAL.encode(), "a.csv", "neutral-movements-left-out"),
        (NEUTRAL.encode(), "a.csv", "void-movements-left-out"),
        (f"a,{'b' * 3000},1\n".encode(), "a.csv", "text-cut"),
    ],
)
def test_a_document_is_spoken_of_in_both_languages(data: bytes, name: str, code: str) -> None:
    document = read(data, name, recogniser=Blind())  # type: ignore[arg-type]
    assert code in [warning.code for warning in document.warnings]
    for warning in document.warnings:
        assert_same(warning.text, warning.text_zh)


def test_a_loan_file_is_spoken_of_in_both_languages(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"shoes,12\n")
    (tmp_path / "b.csv").write_bytes(b"shoes,12\n")
    (tmp_path / "c.zip").write_bytes(zipped(**{"../d.csv": b"1", "e.csv": b"2", "f.csv": zipped(g=zipped(h=zipped(i=b"3")))}))
    documents: tuple[Document, ...] = read_loan_file([tmp_path]).documents
    warnings = [warning for document in documents for warning in document.warnings]
    assert {"duplicate-document", "archive-unsafe-name", "archive-inside"} <= {warning.code for warning in warnings}
    for warning in warnings:
        assert_same(warning.text, warning.text_zh)


def test_too_many_pages_in_both_languages() -> None:
    opened = read_pdf(pdf(*["1"] * 401), "a.pdf", None, first=1, last=1, most_drawn=0, password=None)
    (warning,) = [warning for warning in opened.warnings if warning.code == "too-many-pages"]
    assert "401" in warning.text_zh
    assert_same(warning.text, warning.text_zh)


@pytest.mark.parametrize(
    ("how", "bounds"),
    [
        ({"how": "memory", "size": 2**40}, Bounds()),
        ({"how": "speak", "size": 3 * 2**20}, Bounds(answer=2**20)),
        ({"how": "crash"}, Bounds()),
        ({"how": "sleep"}, Bounds(wall=0.5)),
    ],
)
def test_a_child_that_fails_is_spoken_of_in_both_languages(how: dict[str, Any], bounds: Bounds) -> None:
    with pytest.raises(Refused) as caught:
        run_contained("exhaust", b"", "x", None, how, bounds=bounds)
    assert_same(caught.value.text, caught.value.text_zh)


def test_an_archive_that_is_none_is_spoken_of_in_both_languages() -> None:
    for data in (b"", b"a,b\n1,2\n", b"PK\x03\x04broken"):
        with pytest.raises(Refused) as caught:
            expand(data, "a.zip")
        assert_same(caught.value.text, caught.value.text_zh)


def test_every_format_has_its_chinese() -> None:
    kinds = [kind for kind in vars(sniff).values() if isinstance(kind, sniff.Kind)]
    assert len(kinds) > 20
    for kind in kinds:
        assert re.search(r"[\u4e00-\u9fff]", kind.name_zh), kind.name
        if kind.reader == "none":
            assert_same(kind.remedy, kind.remedy_zh)


def _said(call: ast.Call) -> set[str]:
    """The names of the fields that `call` fills."""
    positions = {"DocumentWarning": list(DocumentWarning.__dataclass_fields__), "Refused": ["code", "problem", "remedy"]}
    assert isinstance(call.func, ast.Name)
    return {*positions[call.func.id][: len(call.args)], *(word.arg or "" for word in call.keywords)}


def test_no_warning_or_refusal_is_raised_in_english_only() -> None:
    needed = {"DocumentWarning": {"text_zh"}, "Refused": {"problem_zh", "remedy_zh"}}
    found, silent = 0, []
    for file in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in needed:
                found += 1
                if not needed[node.func.id] <= _said(node):
                    silent.append(f"{file.relative_to(PACKAGE)}:{node.lineno}")
    assert found > 50
    assert silent == []
