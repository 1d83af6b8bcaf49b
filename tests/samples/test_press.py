"""The presses: boxes lie on the ink, also on a skewed scan, and long tables go over pages with their captions."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import numpy as np
import pypdfium2
import pytest

from samples.papers.paper import Column, Entry, Line, Paper, Row, Table
from samples.press import delimited, pdf, xlsx
from samples.press.scan import Scanner, scan

DAY = date(2025, 12, 31)


def figure(value: str, item: int | None = None) -> Entry:
    amount = Decimal(value)
    return Entry(label="x", concept="cash", period=DAY, span="instant", value=amount, printed=f"{amount:,}", item=item)


def paper(rows: int = 1) -> Paper:
    table = Table(
        columns=(Column("Item", 0.6), Column("Amount", 0.4, "right")),
        rows=tuple(Row((f"row {number}", figure("1234567.89", number))) for number in range(1, rows + 1)),
        size=10,
        row_height=20,
    )
    return Paper(record="balance_sheet", language="en", face="sans", blocks=(Line(left="Heading"), table), footer="Page {page} of {pages}")


@pytest.mark.parametrize("skew", [0.0, 0.7, -1.5])
def test_the_box_holds_the_ink_of_the_figure_on_a_scan(skew):
    printed = scan(pdf.draw(paper()), Scanner(skew=skew, noise=1.0, quality=80, seed=1))
    (placed,) = printed.figures
    with pypdfium2.PdfDocument(printed.content) as file:
        grey = file[0].render(scale=4).to_numpy()[:, :, :3].max(axis=2)
    left, top, right, bottom = (round(edge * 4) for edge in placed.box.as_list())
    inside, dark = grey[top:bottom, left:right], 120
    columns = np.flatnonzero((inside < dark).any(axis=0))
    assert columns.min() <= 12  # three points
    assert columns.max() >= inside.shape[1] - 12
    above, below = grey[top - 8 : top - 4, left:right], grey[bottom + 4 : bottom + 8, left:right]
    assert (above > dark).all()
    assert (below > dark).all()


def test_a_skew_that_is_no_slight_one():
    with pytest.raises(ValueError, match="slight"):
        Scanner(skew=1.6, noise=1.0, quality=80, seed=1)


def test_a_long_table_goes_over_pages_with_its_captions():
    printed = pdf.draw(paper(rows=90))
    with pypdfium2.PdfDocument(printed.content) as file:
        texts = [page.get_textpage().get_text_range() for page in file]
    assert len(texts) == 3
    assert all("Amount" in text for text in texts)
    assert "Page 3 of 3" in texts[2]
    assert [placed.entry.item for placed in printed.figures] == list(range(1, 91))
    assert {placed.page for placed in printed.figures} == {1, 2, 3}


def test_the_same_paper_gives_the_same_bytes():
    assert pdf.draw(paper()).content == pdf.draw(paper()).content


def test_text_files_and_workbooks_name_the_place_of_each_figure():
    assert [placed.path for placed in delimited.write(paper(rows=2)).figures] == ["line 3, column 2", "line 4, column 2"]
    assert [placed.cell for placed in xlsx.write(paper(rows=2)).figures] == ["Transactions!B3", "Transactions!B4"]


def test_a_sign_that_no_font_has_is_a_bug():
    with pytest.raises(AssertionError, match="glyph"):
        pdf.draw(Paper(record="invoice", language="en", face="sans", blocks=(Line(left="\U0001f600"),)))
