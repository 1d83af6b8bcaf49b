"""Put behind a covering page in Chinese, one file of both.

Why: a bookkeeping agency sends the papers of a client with a letter.
"""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from random import Random

import pikepdf

from extract.place import Box
from samples.alteration.programs import EPOCH
from samples.alteration.revision import saved
from samples.papers.paper import Line, Paper
from samples.press.display import Metadata
from samples.press.producers import reportlab
from samples.press.typeset import display
from samples.processing.outside import opened
from samples.processing.way import Processed, Way

_LINES = ("贷款申请资料", "贵行：现将所需资料随函附上，请查收。", "此致  敬礼")


def _apply(content: bytes, source: Random) -> Processed:
    with opened(content) as pdf:
        x0, y0, x1, y1 = (float(edge) for edge in pdf.pages[0].mediabox.as_list())
        blocks = tuple(
            Line(centre=line, size=18, gap=90) if number == 0 else Line(left=line, size=11, gap=24) for number, line in enumerate(_LINES)
        )
        face = source.choice(("song", "hei"))
        letter = Paper(record="letter", language="zh", face=face, blocks=blocks, width=x1 - x0, height=y1 - y0)
        cover = reportlab.PRODUCER.draw(display(letter), Metadata(made=datetime.fromtimestamp(EPOCH, UTC)))
        with pikepdf.open(BytesIO(cover)) as page:
            pdf.pages.insert(0, page.pages[0])
            return Processed(saved(pdf), _moved)


def _moved(page: int, box: Box) -> tuple[int, Box]:
    return page + 1, box


WAY = Way(name="covered_chinese", split="develop", media="pdf", apply=_apply, languages=("zh",))
