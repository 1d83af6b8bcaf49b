"""QR codes on pages with text: as a picture, as strokes, in a form; none where the page is no invoice."""

from __future__ import annotations

import io
from pathlib import Path

import cv2
import pytest
from PIL import Image
from reportlab.graphics.barcode.qr import QrCodeWidget
from reportlab.graphics.renderPDF import draw as draw_widget
from reportlab.graphics.shapes import Drawing
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from extract.formats.open import open_document
from extract.page import Page

TEXT = "01,32,,24332000000053060166,9086.54,20240417,,8B2F,"
TITLE = "电子发票（普通发票）"
pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))


def as_picture(canvas: Canvas) -> None:
    modules = cv2.QRCodeEncoder.create().encode(TEXT)
    canvas.drawImage(ImageReader(Image.fromarray(modules).resize((400, 400), Image.Resampling.NEAREST)), 40, 740, 60, 60)


def as_strokes(canvas: Canvas) -> None:
    drawing = Drawing(70, 70)
    drawing.add(QrCodeWidget(TEXT, barWidth=70, barHeight=70))
    draw_widget(drawing, canvas, 40, 730)


def in_a_form(canvas: Canvas) -> None:
    canvas.beginForm("head")
    as_picture(canvas)
    canvas.endForm()
    canvas.doForm("head")


def page(drawn: object, folder: Path, title: str = TITLE) -> Page:
    file = io.BytesIO()
    canvas = Canvas(file)
    drawn(canvas)  # type: ignore[operator]
    canvas.setFont("STSong-Light", 10)
    canvas.drawString(220, 780, title)
    canvas.drawString(40, 600, "价税合计 9,086.54 税额 1,045.35")
    canvas.save()
    return open_document(file.getvalue(), "a.pdf", folder).pages[0]


@pytest.mark.parametrize("drawn", [as_picture, as_strokes, in_a_form])
def test_a_code_is_read_however_it_is_drawn(drawn: object, tmp_path: Path) -> None:
    assert page(drawn, tmp_path).codes == (TEXT,)


def test_a_return_that_names_invoices_is_not_searched(tmp_path: Path) -> None:
    assert page(as_picture, tmp_path, "增值税纳税申报表 发票").codes == ()
