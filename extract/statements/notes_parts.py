"""Where the notes and the statements of changes in equity stand in a document: from their title to the next statement's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from extract.statements.title import Region, regions, title_of
from extract.tables.lines import Row

PartKind = Literal["notes", "equity_changes"]

#: "四、合并财务报表主要项目注释" opens the part of the notes that holds figures.
_ITEMS = re.compile(
    r"^(?:[一二三四五六七八九十]+[、.．])?(?:合并|公司)?(?:财务|会计)报表(?:主要|重要|有关)?项目(?:的)?(?:注释|附注|说明|明细).{0,12}$"
)
#: "The notes form part of these statements", 后附财务报表附注为本财务报表的组成部分.
_MENTION = re.compile(r"组成部分|一部分|\bform(?:s)? (?:an integral )?part\b|\bsee\b", re.IGNORECASE)
#: What a page prints above its title: the firm, its number, the period.
_HEADING_ROWS = 6


@dataclass(slots=True)
class Part:
    """Rows of the notes, or of one statement of changes in equity, in reading order.

    heading   the rows above the title on its page, then the title
    rows      what stands below it, the pages' repeated titles left out
    """

    kind: PartKind
    heading: list[Row]
    rows: list[Row] = field(default_factory=list)

    @property
    def page(self) -> int | None:
        return self.heading[-1].page


def parts_of(pages: Sequence[Sequence[Row]], faces: Sequence[Region] | None = None) -> list[Part]:
    """The notes and the statements of changes in equity of a document.

    faces   its other statements, where they are known already: their rows belong to no part
    """
    if not any(opened_by(row) for rows in pages for row in rows):
        return []
    found = regions(pages) if faces is None else faces
    taken = {id(row) for region in found if region.kind not in ("notes", "equity_changes") for row in region.rows[region.title :]}
    parts: list[Part] = []
    current: Part | None = None
    for rows in pages:
        for index, row in enumerate(rows):
            kind = opened_by(row)
            if kind is not None and id(row) not in taken:
                if current is None or current.kind != kind or _other_period(current, row):
                    current = Part(kind, [*rows[max(0, index - _HEADING_ROWS) : index], row])
                    parts.append(current)
            elif id(row) in taken:
                current = None
            elif current is not None:
                current.rows.append(row)
    return [part for part in parts if part.rows]


def opened_by(row: Row) -> PartKind | None:
    """Which part `row` is the title of, or None."""
    text = row.text
    if len(text) > 110 or _MENTION.search(text):
        return None
    kind = title_of(row)
    if kind == "notes" or kind == "equity_changes":
        return kind
    return "notes" if _ITEMS.match(re.sub(r"\s+", "", text)) else None


def _other_period(current: Part, row: Row) -> bool:
    """A second statement of changes in equity on its own page, and not the first one going on under its repeated title."""
    return current.kind == "equity_changes" and bool(current.rows) and current.rows[-1].page == row.page
