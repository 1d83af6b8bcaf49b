"""A text layer under or over a page's picture, held against what the picture shows.

A searchable scan carries another program's recognition, or what somebody wrote into it. The page is read from its pixels; where
the layer says another amount at the same place, neither is believed without a look.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.document import DocumentWarning
from extract.numerals import parse
from extract.page import Page, Word
from extract.place import Box

#: What is left of the trust in a recognised figure that the layer contradicts.
CONTRADICTED = 0.9
#: How likely the layer is right where it contradicts the pixels.
_LAYER_RIGHT = 0.3
#: Layers that differ in more than this share of their amounts are no reading of this page, and cast no doubt on it.
_NO_READING = 0.5
_ENOUGH = 4
#: Share of the smaller box that both must have in common to stand at one place.
_SHARED = 0.5
_AMOUNT = re.compile(r"\d[.,]\d")


def compared(page: Page, layer: Sequence[Word]) -> tuple[Page, DocumentWarning | None]:
    """A recognised page, the amounts that its text layer contradicts made doubtful, and what to say of it."""
    amounts = [index for index, word in enumerate(page.words) if _AMOUNT.search(word.text)]
    said = [word for word in layer if _AMOUNT.search(word.text) and parse(word.text) is not None]
    differing: dict[int, str] = {}
    met = 0
    for word in said:
        here = [index for index in amounts if _at_one_place(page.words[index].seen or page.words[index].box, word.box)]
        if len(here) != 1:
            continue
        read = page.words[here[0]].text
        if parse(read) is None and not any(parse(part) is not None for part in read.split()):
            continue
        met += 1
        if not _agrees(read, word.text):
            differing[here[0]] = word.text
    if not differing:
        return page, None
    if met >= _ENOUGH and len(differing) > _NO_READING * met:
        return page, _warning(page.number, len(differing), met, doubted=False)
    words = tuple(_doubted(word, differing[index]) if index in differing else word for index, word in enumerate(page.words))
    return replace(page, words=words), _warning(page.number, len(differing), met, doubted=True)


def _agrees(read: str, said: str) -> bool:
    wanted = parse(said)
    values = [numeral.value for part in (read, *read.split()) if (numeral := parse(part)) is not None]
    return wanted is not None and any(abs(value) == abs(wanted.value) for value in values)


def _at_one_place(one: Box, other: Box) -> bool:
    across, down = one.overlap_x(other), one.overlap_y(other)
    least_across, least_down = min(one.width, other.width), min(one.height, other.height)
    return across > _SHARED * least_across > 0 and down > _SHARED * least_down > 0


def _doubted(word: Word, said: str) -> Word:
    known = any(text == said for text, _ in word.alternatives)
    others = word.alternatives if known else (*word.alternatives, (said, _LAYER_RIGHT))
    return replace(word, confidence=min(word.confidence, CONTRADICTED), alternatives=others)


def _warning(number: int, differing: int, met: int, *, doubted: bool) -> DocumentWarning:
    text = f"The text behind the picture of page {number} says other amounts than the picture shows, {differing} of {met}."
    text_zh = f"第 {number} 页图像背后的文字层与图像显示的金额不一致：{met} 处中有 {differing} 处。"
    if doubted:
        text += " These figures are doubtful; compare them with the paper."
        text_zh += "这些金额已标为存疑，请与原件核对。"
    else:
        text += " Only the picture was read."
        text_zh += "仅按图像读取。"
    return DocumentWarning("text-layer-differs", text, number, text_zh)
