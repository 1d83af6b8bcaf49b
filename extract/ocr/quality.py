"""What is wrong with a picture of a page, as measured: what its sender should take again, and why.

Measured on the print that was found, not on the picture as a whole: a blurred desk around a sharp page is no flaw. A flaw is told
only where print is likely to be misread or missing because of it; a dark, yellow or wavy page that reads well has none.
"""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from extract.ocr.models import Pixels, Quads, crop
from extract.page import Flaw

#: Phrases that are looked at, spread over the page.
_SAMPLE = 30
#: From paper to ink in so large a part of a phrase's height, letters run into each other.
_BLURRED = 0.125
#: Height of a phrase with its air, pixels: the letters in it have two thirds.
SMALL = 14.5
#: Difference of paper and ink, of 255, and brightness of paper below which pixels hold more noise than print.
_FAINT, _DARK = 26.0, 28.0
#: So many phrases end at the picture's side when a part of the page is beyond it.
_AT_SIDE = 3
#: One line lies across its upper or lower end, of as few phrases as this.
_AT_END = 2
#: Paper that is duller than white, and the share of the text's area that is burnt out on it.
_DULL, _BURNT, _GLARE = 232.0, 252, 0.015
#: Share of the text's area under something that is no paper; how far its colour is from the paper's (of 255, in CIELAB), its
#: brightness too; how wide it must be in heights of phrases to be more than print.
_COVERED, _COLOUR, _BRIGHT, _BROAD = 0.02, 14.0, 70.0, 2.0
#: An inked share below which a page without words is blank.
_BLANK = 0.0015
_COARSE = 800


def flaws_of(picture: Pixels, quads: Quads, letter: float) -> tuple[Flaw, ...]:
    """What is wrong with the page.

    picture, quads   as it stands upright, before it is drawn flat   letter: height of its phrases as they came, pixels
    """
    grey = np.asarray(cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY), dtype=np.uint8)
    if not len(quads):
        return _without_print(grey)
    flaws = []
    chosen = quads[np.linspace(0, len(quads) - 1, min(_SAMPLE, len(quads))).astype(int)]
    rise, contrast, paper = _print(picture, chosen)
    if 0 < letter < SMALL:
        flaws.append(Flaw("print-too-small", round(letter * 0.65, 1)))
    elif rise > _BLURRED:
        flaws.append(Flaw("photo-blurred", round(rise, 3)))
    if paper < _DARK:
        flaws.append(Flaw("page-too-dark", round(paper / 255, 3)))
    elif contrast < _FAINT:
        flaws.append(Flaw("print-too-faint", round(contrast / 255, 3)))
    flaws.extend(Flaw("page-cut-off", float(count), side) for side, count in _at_sides(quads, grey.shape))
    burnt = _burnt(grey, quads, paper)
    if burnt > _GLARE:
        flaws.append(Flaw("glare", round(burnt, 3)))
    covered = covered_share(picture, quads)
    if covered > _COVERED:
        flaws.append(Flaw("page-covered", round(covered, 3)))
    return tuple(flaws)


def _without_print(grey: NDArray[np.uint8]) -> tuple[Flaw, ...]:
    scale = min(1.0, _COARSE / max(grey.shape))
    small = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA).astype(np.float32)
    margin = [side // 20 for side in small.shape]  # a scanner's dark edges are no print
    small = small[margin[0] : small.shape[0] - margin[0], margin[1] : small.shape[1] - margin[1]]
    if not small.size:
        return ()
    paper = float(np.percentile(small, 90))
    if paper < _DARK:
        return (Flaw("page-too-dark", round(paper / 255, 3)),)
    inked = float((small < cv2.blur(small, (61, 61)) - 0.12 * paper).mean())
    return (Flaw("blank-page", round(inked, 4)),) if inked < _BLANK else (Flaw("no-print-found", round(inked, 4)),)


def _print(picture: Pixels, quads: Quads) -> tuple[float, float, float]:
    """Of the phrases' median: the way from paper to ink in parts of the height, the difference of both, the paper's brightness."""
    rises, contrasts, papers = [], [], []
    for quad in quads:
        part = cv2.cvtColor(crop(picture, quad), cv2.COLOR_BGR2GRAY).astype(np.float32)
        if min(part.shape) < 4:
            continue
        low, high = (float(value) for value in np.percentile(part, (2, 95)))
        steepest = float(np.percentile(np.abs(np.diff(part, axis=1)), 99.5))
        rises.append((high - low) / max(steepest, 1.0) / part.shape[0])
        contrasts.append(high - low)
        papers.append(high)
    if not rises:
        return 0.0, 255.0, 255.0
    return float(np.median(rises)), float(np.median(contrasts)), float(np.median(papers))


def _at_sides(quads: Quads, shape: tuple[int, ...]) -> list[tuple[str, int]]:
    """The sides of the picture at which print ends, and how many phrases do.   shape: height and width of the picture"""
    letter = float(np.median(np.linalg.norm(quads[:, 3] - quads[:, 0], axis=1)))
    near = 0.1 * letter
    low, high = quads.min(axis=1), quads.max(axis=1)
    counts = {
        "left": int((low[:, 0] <= near).sum()),
        "right": int((high[:, 0] >= shape[1] - 1 - near).sum()),
        "top": int((low[:, 1] <= near).sum()),
        "bottom": int((high[:, 1] >= shape[0] - 1 - near).sum()),
    }
    return [(side, count) for side, count in counts.items() if count >= (_AT_SIDE if side in ("left", "right") else _AT_END)]


def _burnt(grey: NDArray[np.uint8], quads: Quads, paper: float) -> float:
    """The largest patch of burnt-out paper within the text, as a share of the text's area."""
    if paper > _DULL:
        return 0.0
    (x0, y0), (x1, y1) = np.maximum(quads.reshape(-1, 2).min(axis=0), 0).astype(int), quads.reshape(-1, 2).max(axis=0).astype(int)
    area = grey[y0:y1, x0:x1]
    if min(area.shape) < 32:
        return 0.0
    scale = min(1.0, _COARSE / 2 / max(area.shape))
    small = cv2.resize(area, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    count, _, found, _ = cv2.connectedComponentsWithStats((small >= _BURNT).astype(np.uint8), connectivity=8)
    return float(found[1:, cv2.CC_STAT_AREA].max()) / small.size if count > 1 else 0.0


def covered_share(picture: Pixels, quads: Quads) -> float:
    """The largest patch among the text that has another colour than paper and no print on it: a finger, a card, a telephone.

    A share of the text's area. A shaded band with words in it is print; so is what is as narrow as a seal's strokes.
    """
    scale = min(1.0, _COARSE / 2 / max(picture.shape[:2]))
    small = cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    hull = np.zeros(small.shape[:2], dtype=np.uint8)
    cv2.fillConvexPoly(hull, cv2.convexHull((quads.reshape(-1, 1, 2) * scale).astype(np.int32)), 1)
    if hull.sum() < 1_000:
        return 0.0
    lab = cv2.cvtColor(small, cv2.COLOR_BGR2LAB).astype(np.float32)
    paper = np.median(lab[hull > 0], axis=0)
    away = np.hypot(lab[:, :, 1] - paper[1], lab[:, :, 2] - paper[2])
    other = ((away > _COLOUR) | (lab[:, :, 0] < paper[0] - _BRIGHT)) & (hull > 0)
    letter = float(np.median(np.linalg.norm(quads[:, 3] - quads[:, 0], axis=1))) * scale
    broad = np.ones((max(3, int(_BROAD * letter)),) * 2, dtype=np.uint8)
    solid = cv2.morphologyEx(other.astype(np.uint8), cv2.MORPH_OPEN, broad)
    count, patches, found, _ = cv2.connectedComponentsWithStats(solid, connectivity=8)
    middles = np.clip((quads.mean(axis=1) * scale).astype(int), 0, [small.shape[1] - 1, small.shape[0] - 1])
    printed = set(patches[middles[:, 1], middles[:, 0]].tolist())
    bare = [int(found[number, cv2.CC_STAT_AREA]) for number in range(1, count) if number not in printed]
    return max(bare, default=0) / float(hull.sum())
