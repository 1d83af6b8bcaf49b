"""Where a figure has no page but a cell or a field: the rows around it, with the figure's own cell marked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from api.report.originals import Originals
from extract.document import Opened
from extract.errors import Refused
from extract.page import Cell, Sheet

#: Rows shown above and below a marked one, and columns in all.
CONTEXT_ROWS = 2
MAX_COLUMNS = 9
MAX_ROWS = 40
#: Longer cells are cut in the excerpt; the figure itself never is, for it is in the table of evidence.
MAX_CELL = 60

#: open_document(data, name, pictures, password=) -> Opened; raises Refused.
Open = Callable[..., Opened]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A cell or field to be shown.   place: as in the figure's `cell` or `path`"""

    number: int
    sha256: str
    place: str


@dataclass(frozen=True, slots=True)
class Field:
    """One cell of an excerpt.   number: of the evidence it is, or None"""

    text: str
    number: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """Some rows of one sheet.   rows: row number and its cells, one for each column of `columns`; None is a gap"""

    document: str
    sheet: str
    columns: tuple[str, ...]
    rows: tuple[tuple[int, tuple[Field, ...]] | None, ...]
    numbers: tuple[int, ...]


class Ledger:
    """Opens each workbook or delimited file once and cuts excerpts from it."""

    def __init__(self, originals: Originals, pictures: Path, open_document: Open) -> None:
        self.originals = originals
        self.pictures = pictures
        self.open_document = open_document
        self._sheets: dict[str, tuple[Sheet, ...]] = {}

    def excerpts(self, marks: Sequence[Mark]) -> tuple[Excerpt, ...]:
        """One excerpt for each sheet that holds any of `marks`; a mark that is in no sheet has none."""
        made: list[Excerpt] = []
        for sha256 in dict.fromkeys(mark.sha256 for mark in marks):
            wanted = {mark.place: mark.number for mark in marks if mark.sha256 == sha256}
            for sheet in self._opened(sha256):
                hits = [cell for cell in sheet.cells if cell.place in wanted]
                if hits:
                    made.append(_excerpt(self.originals[sha256].name, sheet, hits, wanted))
        return tuple(made)

    def _opened(self, sha256: str) -> tuple[Sheet, ...]:
        if sha256 not in self._sheets:
            original = self.originals.get(sha256)
            try:
                opened = (
                    None
                    if original is None
                    else self.open_document(original.load(), original.name, self.pictures, password=original.password)
                )
            except (Refused, OSError):
                opened = None
            self._sheets[sha256] = () if opened is None else opened.sheets
        return self._sheets[sha256]


def _excerpt(document: str, sheet: Sheet, hits: Sequence[Cell], wanted: dict[str, int]) -> Excerpt:
    shown = sorted({row for hit in hits for row in range(hit.row - CONTEXT_ROWS, hit.row + CONTEXT_ROWS + 1) if row > 0})[:MAX_ROWS]
    kept = set(shown)
    grid: dict[tuple[int, int], Cell] = {(cell.row, cell.column): cell for cell in sheet.cells if cell.row in kept}
    shown = [row for row in shown if any((row, column) in grid for column in range(1, 400))]
    columns = _columns({column for _, column in grid}, [hit.column for hit in hits])
    rows: list[tuple[int, tuple[Field, ...]] | None] = []
    for position, row in enumerate(shown):
        if position and row - shown[position - 1] > 1:
            rows.append(None)
        rows.append((row, tuple(_field(grid.get((row, column)), wanted) for column in columns)))
    names = tuple(_column_name(column, sheet.delimited) for column in columns)
    numbers = tuple(sorted(wanted[hit.place] for hit in hits))
    return Excerpt(document=document, sheet=sheet.name, columns=names, rows=tuple(rows), numbers=numbers)


def _field(cell: Cell | None, wanted: dict[str, int]) -> Field:
    if cell is None:
        return Field("")
    number = wanted.get(cell.place)
    text = cell.text if number is not None or len(cell.text) <= MAX_CELL else cell.text[: MAX_CELL - 1] + "…"
    return Field(text, number)


def _columns(filled: set[int], hits: Sequence[int]) -> list[int]:
    """The first two filled columns (they carry the labels), then those nearest to the marked ones."""
    ordered = sorted(filled)
    first = ordered[:2]
    near = sorted((column for column in ordered if column not in first), key=lambda column: min(abs(column - hit) for hit in hits))
    return sorted({*first, *near[: MAX_COLUMNS - len(first)], *hits})


def _column_name(column: int, delimited: bool) -> str:
    if delimited:
        return str(column)
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
