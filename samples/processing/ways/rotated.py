"""Every page turned by a right angle, by its /Rotate entry.

Why: the feeder of a scanner took the stack sideways; somebody turned the view and saved.
"""

from __future__ import annotations

from random import Random

from extract.place import Box
from samples.alteration.revision import saved
from samples.processing.outside import opened
from samples.processing.way import Processed, Way


def _apply(content: bytes, source: Random) -> Processed:
    turn = source.choice((90, 180, 270))
    sizes: list[tuple[float, float]] = []
    with opened(content) as pdf:
        for page in pdf.pages:
            x0, y0, x1, y1 = (float(edge) for edge in page.cropbox.as_list())
            before = int(page.obj.get("/Rotate", 0)) % 360
            sizes.append((x1 - x0, y1 - y0) if before in {0, 180} else (y1 - y0, x1 - x0))
            page.rotate(turn, relative=True)
        result = saved(pdf)

    def moved(page: int, box: Box) -> tuple[int, Box]:
        """The box on the page as it is seen now."""
        width, height = sizes[page - 1]
        if turn == 90:
            return page, Box(height - box.bottom, box.x0, height - box.top, box.x1)
        if turn == 180:
            return page, Box(width - box.x1, height - box.bottom, width - box.x0, height - box.top)
        return page, Box(box.top, width - box.x1, box.bottom, width - box.x0)

    return Processed(result, moved)


WAY = Way(name="rotated", split="test", media="pdf", apply=_apply)
