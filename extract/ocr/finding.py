"""Boxes to phrases: which are read, from which picture, how far each box reaches, and what they all left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from extract.ocr.cut import ends_cut, joined, lengthened, only_marks, runs_into_rule, without_covered
from extract.ocr.grey_seal import grey_seals
from extract.ocr.ink import RED, coloured, has_blue_ink, has_red_ink, hides_print, without_ink
from extract.ocr.missed import Blot
from extract.ocr.models import Line, Models, Pixels, Quads, crop

#: Below this mean probability a phrase is a scribble, a logo or a face, not text.
LEAST_SCORE = 0.4
#: A box that lies so far in a lengthened one was a part of its figure.
_SWALLOWED = 0.6
#: Share of a phrase's box that grey ink of a seal covers.
_NOTABLE = 0.015
#: A seal that begins so near to an end of a phrase, in heights, and covers this share of the place beside it.
_BESIDE, _SEALED = 0.6, 0.15
#: What was sought must be read surely to be more than a part of a seal; a nil dash is known by its shape and place.
_SURE, _DASH_SURE = 0.6, 0.985


@dataclass(slots=True)
class Phrase:
    """One line of print as read.

    inked   coloured ink lies over it
    cut     print goes on beyond its box, or went on before the box was lengthened, or a seal hides whether it does
    sought  the detector saw nothing here
    hidden  ink as dark as print lies over it: a digit may be gone
    """

    quad: NDArray[np.float32]
    crop: Pixels
    line: Line
    inked: bool = False
    cut: bool = False
    sought: bool = False
    hidden: bool = False


def phrases_in(models: Models, picture: Pixels, quads: Quads) -> tuple[list[Phrase], Pixels]:
    """All phrases as read, and the picture without coloured seals; where one lies over the page, those under it as read without it.

    quads   where the detector sees phrases in the picture as it is
    """
    inks = coloured(picture)
    sealed, blue = has_red_ink(inks), has_blue_ink(inks)
    cleaned = without_ink(picture, inks) if sealed or blue else picture
    # Blue is printed often: it is a seal or a pen where it lies over print.
    blue = blue and any(hides_print(crop(picture, quad), crop(cleaned, quad)) for quad in quads)
    if blue:
        sealed = True
    elif sealed:
        inks[inks != RED] = 0
        cleaned = without_ink(picture, inks)
    else:
        cleaned = picture
    where, colours = inks > 0, True
    if sealed:  # a seal hides figures from the detector, or cuts them: what it sees without the seal goes first
        quads = joined(models.detect(cleaned), quads)
    elif (grey := grey_seals(picture, quads)) is not None:
        sealed, where = True, grey.where
        if grey.lifted is not None:
            cleaned = grey.lifted
            quads = joined(_over(models.detect(cleaned), where), quads)
        colours = False
    phrases = [Phrase(quad, crop(picture, quad), Line("", (), ())) for quad in quads]
    if sealed:
        for phrase in phrases:
            faded = crop(cleaned, phrase.quad)
            if hides_print(phrase.crop, faded) if colours else _inked(where, phrase.quad):
                phrase.inked, phrase.crop = True, faded
    for phrase, line in zip(phrases, models.read([phrase.crop for phrase in phrases]), strict=True):
        phrase.line = line
    if not colours:
        _as_it_came(models, picture, phrases)
        for phrase in phrases:
            phrase.hidden = phrase.inked and cleaned is picture
    phrases = _whole(models, cleaned, phrases)
    for phrase in phrases:
        beside = sealed and _digits(phrase.line) > 0 and seal_beside(where, phrase.quad)
        phrase.cut = phrase.cut or beside
        phrase.hidden = phrase.hidden or (beside and not colours and cleaned is picture)
        if only_marks(phrase.line.text) and _digits(phrase.line) > 3 and runs_into_rule(cleaned, phrase.quad):
            phrase.cut = phrase.hidden = True
    return phrases, cleaned


def _as_it_came(models: Models, picture: Pixels, phrases: Sequence[Phrase]) -> None:
    """Grey ink that was lifted took a little of the print along: what is read more surely with it is read with it."""
    inked = [phrase for phrase in phrases if phrase.inked]
    crops = [crop(picture, phrase.quad) for phrase in inked]
    for phrase, part, line in zip(inked, crops, models.read(crops), strict=True):
        if line.score > phrase.line.score and _digits(line) >= _digits(phrase.line):
            phrase.crop, phrase.line = part, line


def _over(quads: Quads, where: NDArray[np.bool_]) -> Quads:
    return np.array([quad for quad in quads if _inked(where, quad)], dtype=np.float32).reshape(-1, 4, 2)


def _inked(where: NDArray[np.bool_], quad: NDArray[np.float32]) -> bool:
    """Whether enough ink of a seal lies in the box around `quad`."""
    (x0, y0), (x1, y1) = np.maximum(quad.min(axis=0), 0).astype(int), np.maximum(quad.max(axis=0), 0).astype(int)
    part = where[y0:y1, x0:x1]
    return bool(part.size) and bool(part.mean() > _NOTABLE)


def seal_beside(red: NDArray[np.bool_], quad: NDArray[np.float32]) -> bool:
    """Whether a seal begins where the phrase ends: what stands under it may be the rest of a figure."""
    (x0, y0), (x1, y1) = np.maximum(quad.min(axis=0), 0).astype(int), np.maximum(quad.max(axis=0), 0).astype(int)
    air = max(2, int(_BESIDE * (y1 - y0)))
    sides = (red[y0:y1, max(0, x0 - air) : x0 + 1], red[y0:y1, x1 : x1 + air])
    return any(side.size > 0 and side.mean() > _SEALED for side in sides)


def sought(models: Models, picture: Pixels, blots: Sequence[Blot]) -> list[Phrase]:
    """Of ink that nobody read, what is a figure or a nil dash.   picture: without seals"""
    crops = [crop(picture, blot.quad) for blot in blots]
    lines = iter(models.read([part for part, blot in zip(crops, blots, strict=True) if not blot.dash]))
    found = []
    for part, blot in zip(crops, blots, strict=True):
        line = Line("-", (0.5,), (_DASH_SURE,)) if blot.dash else next(lines)
        if blot.dash or (line.score >= _SURE and only_marks(line.text) and _digits(line)):
            found.append(Phrase(blot.quad, part, line, sought=True))
    return found


def _whole(models: Models, picture: Pixels, phrases: list[Phrase]) -> list[Phrase]:
    """The phrases with those figures lengthened that the detector cut off, and without the boxes that lie in these."""
    longer: list[tuple[Phrase, NDArray[np.float32]]] = []
    for phrase in phrases:
        ends = ends_cut(phrase.line.text, phrase.crop)
        grown = lengthened(picture, phrase.quad, ends) if any(ends) else None
        if grown is not None:
            longer.append((phrase, grown))
    if not longer:
        return phrases
    crops = [crop(picture, quad) for _, quad in longer]
    taken: list[NDArray[np.float32]] = []
    for (phrase, quad), part, line in zip(longer, crops, models.read(crops), strict=True):
        # What joins a figure must be of it, and no label that stands close.
        figure = only_marks(line.text) or not only_marks(phrase.line.text)
        if figure and line.score >= LEAST_SCORE and _digits(line) >= _digits(phrase.line):
            phrase.cut = _digits(line) > _digits(phrase.line)
            phrase.quad, phrase.crop, phrase.line = quad, part, line
            taken.append(quad)
        else:
            phrase.cut = True
    # Two parts of one figure may both have grown into the whole: the longer one stays.
    taken.sort(key=lambda quad: -float(np.linalg.norm(quad[1] - quad[0])))
    apart = without_covered(taken, taken, _SWALLOWED)
    kept = [quad for index, quad in enumerate(taken) if apart[index] or without_covered([quad], taken[:index], _SWALLOWED)[0]]
    stand = without_covered([phrase.quad for phrase in phrases], kept, _SWALLOWED)
    return [phrase for phrase, alone in zip(phrases, stand, strict=True) if alone]


def _digits(line: Line) -> int:
    return sum(letter.isdigit() for letter in line.text)
