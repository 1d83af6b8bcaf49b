"""Tables whose columns are headed by lines of the form (申报人数, 收入总额): the row that stands for all others prints those lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.forms.layout import FormKind
from extract.forms.table import Cell, Line


def in_own_lines(lines: Sequence[Line], kind: FormKind) -> list[Line]:
    """The lines, the one of the whole parted into a line for each caption; the caption stands behind its label."""
    headed = [line for line in lines if any(_headed(cell) for cell in line.cells)]
    whole: dict[str, Line] = {}
    for line in headed:
        for cell in line.cells:
            name = cell.meaning.name if cell.meaning is not None and cell.meaning.headed else ""
            if name and (len(headed) == 1 or (re.search(kind.whole, line.label, re.IGNORECASE) and name not in whole)):
                whole[name] = line
    return [part for line in lines for part in _parts(line, whole)]


def _headed(cell: Cell) -> bool:
    return cell.meaning is not None and cell.meaning.headed


def _parts(line: Line, whole: dict[str, Line]) -> Iterator[Line]:
    own = [cell for cell in line.cells if cell.meaning is not None and cell.meaning.headed and whole.get(cell.meaning.name) is line]
    rest = tuple(cell for cell in line.cells if not any(cell is one for one in own))
    if rest or not own:
        yield replace(line, cells=rest)
    for cell in own:
        if cell.meaning is not None:
            declared = cell.meaning.caption != ""
            label = line.label if declared else f"{line.label} {cell.meaning.name}".strip()
            yield replace(line, label=label, cells=(cell,), words=() if rest else line.words, concept=cell.meaning.concept)
