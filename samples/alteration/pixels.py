"""Figures changed in pixels: the old one wiped out or smoothed away, the new one written, pasted or put together from other digits."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from random import Random

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter

from extract.place import Box
from samples.alteration.hand import boxed, pillow_font
from samples.alteration.technique import CannotAlter, Replacement
from samples.population.splits import Split

#: Character -> [(picture of it, rows that it begins above the baseline)].
Cuts = dict[str, list[tuple[Image.Image, int]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ink:
    """What is printed in a box.

    paper, ink            colours
    x0, top, x1, bottom   pixels of the ink's edges
    mask                  of the box, True where ink is
    """

    paper: NDArray[np.float32]
    ink: NDArray[np.float32]
    x0: int
    top: int
    x1: int
    bottom: int
    mask: NDArray[np.bool_]


def edges(picture: Image.Image, box: Box) -> tuple[int, int, int, int]:
    """The box in whole pixels inside the picture.   Raises CannotAlter when it has none."""
    x0, top = max(0, int(box.x0)), max(0, int(box.top))
    x1, bottom = min(picture.width, round(box.x1 + 0.5)), min(picture.height, round(box.bottom + 0.5))
    if x1 - x0 < 6 or bottom - top < 6:
        raise CannotAlter("the figure has no pixels")
    return x0, top, x1, bottom


def ink(picture: Image.Image, box: Box) -> Ink:
    """What is printed there.   Raises CannotAlter when nothing dark is."""
    x0, top, x1, bottom = edges(picture, box)
    pixels = np.asarray(picture, dtype=np.float32).reshape(picture.height, picture.width, -1)[top:bottom, x0:x1]
    grey = pixels.mean(axis=2)
    paper = np.percentile(grey, 85)
    dark = grey.min()
    if paper - dark < 40:
        raise CannotAlter("nothing dark is printed there")
    mask = grey < (paper + dark) / 2
    # A rule of the table is dark along the whole box; it is no part of the figure.
    mask[mask.mean(axis=1) > 0.9, :] = False
    mask[:, mask.mean(axis=0) > 0.95] = False
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    if not rows.size:
        raise CannotAlter("nothing but a rule is printed there")
    bright, darkest = grey > paper - 12, grey < dark + 0.35 * (paper - dark)
    return Ink(
        paper=np.median(pixels[bright], axis=0),
        ink=np.median(pixels[darkest], axis=0),
        x0=x0 + int(columns[0]),
        top=top + int(rows[0]),
        x1=x0 + int(columns[-1]) + 1,
        bottom=top + int(rows[-1]) + 1,
        mask=mask,
    )


def wiped(picture: Image.Image, area: Box, colour: NDArray[np.float32]) -> Image.Image:
    """The area painted in one colour, as with a rectangle tool."""
    result = picture.copy()
    fill = tuple(round(float(part)) for part in colour)
    ImageDraw.Draw(result).rectangle(edges_tuple(picture, area), fill=fill if len(fill) > 1 else fill[0])
    return result


def edges_tuple(picture: Image.Image, area: Box) -> tuple[int, int, int, int]:
    x0, top, x1, bottom = edges(picture, area)
    return x0, top, x1 - 1, bottom - 1


def smoothed(picture: Image.Image, box: Box, mask: NDArray[np.bool_]) -> Image.Image:
    """The ink in the box filled from the paper round it, as with a healing brush."""
    x0, top, x1, bottom = edges(picture, box)
    grown = cv2.dilate(mask.astype(np.uint8), np.ones((5, 5), np.uint8))
    whole = np.zeros((picture.height, picture.width), np.uint8)
    whole[top:bottom, x0:x1] = grown
    margin = 12
    left, up, right, down = max(0, x0 - margin), max(0, top - margin), x1 + margin, bottom + margin
    pixels = np.array(picture)
    around = np.ascontiguousarray(pixels[up:down, left:right])
    pixels[up:down, left:right] = cv2.inpaint(around, whole[up:down, left:right], 4, cv2.INPAINT_TELEA)
    return Image.fromarray(pixels)


def lettering(replacement: Replacement, seen: Ink, split: Split) -> tuple[Image.Image, int]:
    """The new figure as coverage (mode L), as high as the old one's ink, and how far its ink reaches below the baseline row."""
    height = seen.bottom - seen.top
    size = float(height) * 1.3
    for _ in range(4):
        font = pillow_font(replacement, split, size)
        # Commas and brackets hang below the baseline: heights are compared for the same text.
        box = font.getbbox(replacement.old, anchor="ls")
        size *= height / max(1.0, box[3] - box[1])
    font = pillow_font(replacement, split, size)
    left, up, right, down = (round(edge) for edge in font.getbbox(replacement.new, anchor="ls"))
    image = Image.new("L", (right - left, down - up), 0)
    ImageDraw.Draw(image).text((-left, -up), replacement.new, 255, font, anchor="ls")
    below = round(font.getbbox(replacement.old, anchor="ls")[3])
    return image, down - below


def written(picture: Image.Image, replacement: Replacement, seen: Ink, split: Split, source: Random, *, blur: float) -> Image.Image:
    """The new figure in the old one's ink colour, its edge where the old one's was, off by a pixel at most."""
    cover, below = lettering(replacement, seen, split)
    cover = cover if not blur else _room(cover).filter(ImageFilter.GaussianBlur(blur))
    room = 4 if blur else 0
    x = (seen.x1 - cover.width + room if replacement.align == "right" else seen.x0 - room) + source.randint(-1, 1)
    y = seen.bottom + below - cover.height + room + source.randint(-1, 1)
    if x < 0 or x + cover.width > picture.width:
        raise CannotAlter("the new figure does not fit on the picture")
    result = picture.copy()
    colour = tuple(round(float(part)) for part in seen.ink)
    result.paste(colour if len(colour) > 1 else colour[0], (x, y), cover)
    return result


def _room(cover: Image.Image) -> Image.Image:
    result = Image.new("L", (cover.width + 8, cover.height + 8), 0)
    result.paste(cover, (4, 4))
    return result


def longer(replacement: Replacement, seen: Ink) -> Box:
    """The box of the ink, and as much beside it as the new figure is longer."""
    box = boxed(replacement)
    more = max(0.0, (seen.x1 - seen.x0) * (len(replacement.new) / max(1, len(replacement.old)) - 1)) + 2
    right = replacement.align == "right"
    x0, x1 = min(box.x0, seen.x0 - (more if right else 1)), max(box.x1, seen.x1 + (1 if right else more))
    return Box(x0, seen.top - 2, x1, seen.bottom + 2)


def grain(picture: Image.Image, box: Box, deviation: float, seed: int) -> Image.Image:
    """Noise over the box, so that the patch is not flatter than the paper round it."""
    x0, top, x1, bottom = edges(picture, box)
    pixels = np.array(picture).astype(np.float32)
    noise = np.random.default_rng(seed).normal(0.0, deviation, (bottom - top, x1 - x0)).astype(np.float32)
    pixels[top:bottom, x0:x1] += noise if pixels.ndim == 2 else noise[:, :, None]
    return Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8))


def recompressed(picture: Image.Image, quality: int) -> Image.Image:
    """The picture after a JPEG of that quality."""
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=quality)
    return Image.open(io.BytesIO(out.getvalue())).convert(picture.mode)


def pieces(picture: Image.Image, box: Box, text: str) -> Cuts:
    """The characters of `text` cut out of the box.

    Empty when the gaps between the characters do not show one piece for each.
    """
    seen = ink(picture, box)
    x0, top, _, _ = edges(picture, box)
    spans = list(_spans(seen.mask))
    letters = [character for character in text if not character.isspace()]
    if len(spans) != len(letters):
        return {}
    bottoms = []
    for start, end in spans:
        rows = np.flatnonzero(seen.mask[:, start:end].any(axis=1))
        bottoms.append((int(rows[0]), int(rows[-1]) + 1))
    digits = [bottom for (_, bottom), letter in zip(bottoms, letters, strict=True) if letter.isdigit()]
    if not digits:
        return {}
    baseline = sorted(digits)[len(digits) // 2]
    result: Cuts = {}
    for (start, end), (up, down), letter in zip(spans, bottoms, letters, strict=True):
        cut = picture.crop((x0 + start - 1, top + up - 1, x0 + end + 1, top + down + 1))
        result.setdefault(letter, []).append((cut, baseline - up + 1))
    return result


def _spans(mask: NDArray[np.bool_]) -> Iterator[tuple[int, int]]:
    """Where the columns have ink, from and to."""
    columns = np.asarray(mask.any(axis=0))
    start = -1
    for place, filled in enumerate([*columns.tolist(), False]):
        if filled and start < 0:
            start = place
        elif not filled and start >= 0:
            yield start, place
            start = -1


def composed(picture: Image.Image, replacement: Replacement, stock: Cuts, source: Random) -> Image.Image:
    """The new figure put together from pieces of others, its paper with them.   Raises CannotAlter when a digit is not on the page."""
    box = boxed(replacement)
    own = pieces(picture, box, replacement.old)
    letters = [character for character in replacement.new if not character.isspace()]
    missing = sorted({letter for letter in letters if letter not in own and letter not in stock})
    if missing or not own:
        raise CannotAlter(f"no piece of the page shows {' '.join(missing) or replacement.old} by itself")
    seen = ink(picture, box)
    gaps = _gaps(seen)
    baseline = seen.top + max(above for each in own.values() for _, above in each) - 1
    chosen = [source.choice(own.get(letter) or stock[letter]) for letter in letters]
    width = sum(cut.width - 2 for cut, _ in chosen) + gaps * (len(chosen) - 1)
    x = seen.x1 - width if replacement.align == "right" else seen.x0
    if x < 1:
        raise CannotAlter("the new figure does not fit on the picture")
    area = Box(min(x, seen.x0) - 2, seen.top - 2, max(seen.x1, x + width) + 2, seen.bottom + 2)
    result = smoothed(wiped(picture, area, seen.paper), box, np.zeros_like(seen.mask))
    for cut, above in chosen:
        result.paste(cut, (x - 1, baseline - above))
        x += cut.width - 2 + gaps
    return result


def _gaps(seen: Ink) -> int:
    spans = list(_spans(seen.mask))
    between: Sequence[int] = sorted(after[0] - before[1] for before, after in pairwise(spans))
    return between[len(between) // 2] if between else 2
