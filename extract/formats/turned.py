"""A page whose text runs upside down or sideways: turned for reading, with the place of each word on the page as it came.

Scanned pages are turned by recognition; here the text layer itself says which way its lines run.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from extract.place import Box

#: Share of a page's letters that must run one way before the page is turned: a stamp or a note in the margin turns nothing.
_MOST = 0.8
#: So few letters are a stamp themselves.
_FEWEST = 40


@dataclass(frozen=True, slots=True)
class Turn:
    """quarters: by how many quarters clockwise the page is turned to be read   width, height: of the page as it came"""

    quarters: int
    width: float
    height: float

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the page once turned."""
        return (self.height, self.width) if self.quarters % 2 else (self.width, self.height)

    def turned(self, box: Box) -> Box:
        """Where `box` of the page as it came stands once it is turned."""
        if self.quarters == 2:
            return Box(self.width - box.x1, self.height - box.bottom, self.width - box.x0, self.height - box.top)
        if self.quarters == 1:
            return Box(self.height - box.bottom, box.x0, self.height - box.top, box.x1)
        if self.quarters == 3:
            return Box(box.top, self.width - box.x1, box.bottom, self.width - box.x0)
        return box

    def back(self, box: Box) -> Box:
        """Where `box` of the turned page stands on the page as it came."""
        width, height = self.size
        return Turn(-self.quarters % 4, width, height).turned(box)


def turn_of(letters: Sequence[dict[str, Any]], width: float, height: float) -> Turn:
    """How the page is to be turned; by none where its lines run left to right, or every way."""
    ways = Counter(way_of(letter) for letter in letters)
    if len(letters) < _FEWEST:
        return Turn(0, width, height)
    way, count = ways.most_common(1)[0]
    return Turn(way if count >= _MOST * len(letters) else 0, width, height)


def way_of(letter: dict[str, Any]) -> int:
    """Quarters by which a page must be turned clockwise for this letter to stand upright."""
    across, up = (float(part) for part in letter.get("matrix", (1, 0, 0, 1, 0, 0))[:2])
    if abs(across) >= abs(up):
        return 0 if across >= 0 else 2
    return 1 if up > 0 else 3
