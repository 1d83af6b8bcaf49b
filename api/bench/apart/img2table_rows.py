"""img2table: rows of the tables of a PDF or a picture, by the text layer where there is one, else with Tesseract."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from img2table.document import PDF, Image
from img2table.ocr import TesseractOCR


def rows(path: str) -> list[list[str]]:
    """Every row of every table, cells as text."""
    pdf = Path(path).suffix.lower() == ".pdf"
    document = PDF(src=path) if pdf else Image(src=path)
    tables = document.extract_tables(ocr=None, borderless_tables=True) if pdf else {}
    if not any(_of(tables)):
        tables = document.extract_tables(ocr=TesseractOCR(n_threads=1, lang="chi_sim+eng"), borderless_tables=True)
    return [
        ["" if cell is None else str(cell).replace("\n", " ") for cell in row] for table in _of(tables) for row in table.df.values.tolist()
    ]


def _of(tables: object) -> list:  # type: ignore[type-arg]
    return [one for page in tables.values() for one in page] if isinstance(tables, dict) else list(tables or [])  # type: ignore[call-overload]


for line in sys.stdin:
    try:
        answer: object = rows(line.rstrip("\n"))
    except Exception as error:
        answer = {"failed": type(error).__name__}
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()
