"""Papers that were scanned or photographed twice: the same words at the same places, as nearly as two pictures of a paper agree.

Two months of one form share all their words but the figures, and an altered copy differs in one figure alone. So figures decide: as
many as can be must be alike, and where both pictures show one clearly and it differs, there are two papers.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from extract.page import Page, Word
from extract.place import Box

#: Figures of so many digits that both must show, and the share of all of each that must be alike.
_FIGURES, _DIGITS, _ALIKE = 6, 3, 0.85
#: Share of the words of either page that the other has as well, wherever.
_WORDS = 0.6
#: How far apart a figure may stand on the two, as a share of the print's width and height.
_AWAY = 0.04
#: A figure read less surely may be the same although it was read otherwise.
_SURE = 0.98


def same_papers(pages: Sequence[tuple[str, Page]]) -> dict[str, str]:
    """For each recognised page, by its name, the first of those before it that shows the same paper; itself not among them.

    pages   in the order in which they count
    """
    firsts: list[tuple[str, Page]] = []
    found: dict[str, str] = {}
    for name, page in pages:
        if page.source != "ocr":
            continue
        same = next((first for first, other in firsts if _same_paper(other, page)), None)
        if same is None:
            firsts.append((name, page))
        else:
            found[name] = same
    return found


def _same_paper(one: Page, other: Page) -> bool:
    figures, others = _figures(one), _figures(other)
    if min(len(figures), len(others)) < _FIGURES:
        return False
    if len(_texts(figures) & _texts(others)) < _ALIKE * max(len(_texts(figures)), len(_texts(others))):
        return False
    words, more = _texts(one.words), _texts(other.words)
    if len(words & more) < _WORDS * max(len(words), len(more)):
        return False
    return _agree(_placed(figures, one), _placed(others, other))


def _texts(words: Sequence[Word]) -> set[str]:
    return {word.text for word in words}


def _figures(page: Page) -> list[Word]:
    return [word for word in page.words if sum(letter.isdigit() for letter in word.text) >= _DIGITS]


def _placed(figures: Sequence[Word], page: Page) -> Mapping[str, Sequence[tuple[float, float, bool]]]:
    """Where each figure stands within the print of its page, and whether it was read for certain."""
    whole = Box.around(word.box for word in page.words)
    places = defaultdict(list)
    for word in figures:
        x, y = (word.box.centre - whole.x0) / max(whole.width, 1.0), (word.box.middle - whole.top) / max(whole.height, 1.0)
        places[word.text].append((x, y, word.confidence >= _SURE))
    return places


def _agree(figures: Mapping[str, Sequence[tuple[float, float, bool]]], others: Mapping[str, Sequence[tuple[float, float, bool]]]) -> bool:
    """Whether figures stand at the same places, and none differs that both show clearly."""
    there = [(text, *spot) for text, spots in others.items() for spot in spots]
    alike = total = 0
    for text, spots in figures.items():
        for x, y, sure in spots:
            total += 1
            near = [(said, certain) for said, across, down, certain in there if abs(across - x) < _AWAY and abs(down - y) < _AWAY]
            if any(said == text for said, _ in near):
                alike += 1
            elif sure and near and all(certain for _, certain in near):
                return False
    return alike >= _ALIKE * max(total, len(there))
