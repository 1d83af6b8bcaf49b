"""What two ordinary ways of reading a statement make of the same file: a table library alone, and plain text with a line parser.

Neither reads dates or scales, so both are given the periods of the columns, in printed order, and statements in whole units only.
"""

from __future__ import annotations

import io
import re
import subprocess
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path

import pdfplumber
from pdfminer.pdfexceptions import PDFException
from pdfplumber.utils.exceptions import PdfminerException

from api.bench.scoring import Found
from extract.numerals import Numeral, parse

_GAP = re.compile(r"\s{2,}")
_TIMEOUT_SECONDS = 60


def pdfplumber_tables(data: bytes, periods: Sequence[date]) -> list[Found]:
    """pdfplumber's own `extract_tables` on every page: the first text cell of a row is its label, then its numbers."""
    found: list[Found] = []
    try:
        with pdfplumber.open(io.BytesIO(data)) as document:
            for page in document.pages:
                for table in page.extract_tables():
                    for row in table:
                        found.extend(row_of([(cell or "").replace("\n", " ") for cell in row], periods))
    except (PDFException, PdfminerException):
        return found
    return found


def pdftotext_lines(data: bytes, periods: Sequence[date]) -> list[Found]:
    """`pdftotext -layout` and a plain parser: each line is cut at wide gaps into a label and its numbers.

    Raises FileNotFoundError when pdftotext is not installed.
    """
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        file.write(data)
        file.flush()
        command = ["pdftotext", "-layout", "-enc", "UTF-8", str(Path(file.name)), "-"]
        done = subprocess.run(command, capture_output=True, timeout=_TIMEOUT_SECONDS, check=False)  # noqa: S603
    lines = done.stdout.decode("utf-8", "replace").splitlines()
    return [found for line in lines for found in row_of(_GAP.split(line.strip()), periods)]


RIVALS: Mapping[str, Callable[[bytes, Sequence[date]], list[Found]]] = {
    "pdfplumber extract_tables": pdfplumber_tables,
    "pdftotext -layout": pdftotext_lines,
}


def row_of(cells: Iterable[str], periods: Sequence[date]) -> list[Found]:
    """A label, then numbers; the last numbers belong to the periods, since a note's number stands before them."""
    label = ""
    numbers: list[Numeral] = []
    for cell in (cell.strip() for cell in cells):
        numeral = parse(cell)
        if numeral is not None:
            numbers.append(numeral)
        elif not numbers and cell and cell not in "£¥$€":
            label = f"{label} {cell}".strip()
    columns = numbers[-len(periods) :] if periods else []
    return [
        Found(kind="", label=label, period=period, value=numeral.value, printed_value=numeral.value)
        for period, numeral in zip(periods, columns, strict=False)
    ]
