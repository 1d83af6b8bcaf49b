"""Seals of Chinese firms, offices and persons as transparent pictures: round, oval, square and name seals, painted or pressed."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from random import Random
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from samples.papers.paper import Seal
from samples.press.typefaces import FONTS, TYPEFACES, font_path, glyphs

_DPI = 300
#: Width and height in millimetres. Round: what most cities allow a firm; oval: 发票专用章 by national standard; the others as sold.
SIZES = {"round": (40.0, 40.0), "oval": (40.0, 30.0), "square": (24.0, 24.0), "name": (18.0, 18.0)}
_ELECTRONIC_RED = (222, 24, 30)


@dataclass(frozen=True, slots=True)
class Impression:
    """A seal as a picture.   width, height: millimetres"""

    image: Image.Image
    width: float
    height: float


def electronic(seal: Seal, face: str) -> Impression:
    """The seal as a program paints it: even colour, upright, thin enough to read what stands below."""
    mask = _mask(seal, _font(face, seal.text + seal.below))
    return Impression(_coloured(mask, _ELECTRONIC_RED, 0.5), *SIZES[seal.kind])


def pressed(seal: Seal, face: str, source: Random) -> Impression:
    """The seal as a hand presses it: turned a little, uneven ink, some of it missing."""
    mask: NDArray[Any] = _mask(seal, _font(face, seal.text + seal.below)).astype(np.float32)
    generator = np.random.default_rng(source.getrandbits(64))
    height, width = mask.shape
    coarse = cv2.resize(generator.normal(0, 1, (7, 7)).astype(np.float32), (width, height), interpolation=cv2.INTER_CUBIC)
    fine = cv2.GaussianBlur(generator.normal(0, 1, (height, width)).astype(np.float32), (0, 0), 1.3) * 3.0
    ink = np.clip(source.uniform(0.72, 0.98) + 0.16 * coarse + 0.12 * fine, 0.05, 1.0)
    mask = cv2.GaussianBlur(mask, (0, 0), source.uniform(0.7, 1.3)) * ink
    pad = round(max(width, height) * 0.12)
    mask = cv2.copyMakeBorder(mask, pad, pad, pad, pad, cv2.BORDER_CONSTANT)
    turn = cv2.getRotationMatrix2D((mask.shape[1] / 2, mask.shape[0] / 2), source.gauss(0, 7), 1.0)
    mask = cv2.warpAffine(mask, turn, (mask.shape[1], mask.shape[0]), flags=cv2.INTER_LINEAR)
    red = (source.randint(180, 222), source.randint(24, 60), source.randint(30, 62))
    across, down = SIZES[seal.kind]
    share = 1 + 2 * pad / width, 1 + 2 * pad / height
    return Impression(_coloured(np.clip(mask, 0, 255).astype(np.uint8), red, 0.92), across * share[0], down * share[1])


def _font(face: str, text: str) -> str:
    """A font of the family that has all signs of the seal: its own, so that no other split's comes in."""
    fonts = (*TYPEFACES[face].regular, *TYPEFACES[face].strong)
    return next((name for name in fonts if all(ord(sign) in glyphs(name) for sign in text)), fonts[-1])


def _coloured(mask: NDArray[np.uint8], colour: tuple[int, int, int], strength: float) -> Image.Image:
    picture = np.empty((*mask.shape, 4), np.uint8)
    picture[..., :3] = colour
    picture[..., 3] = (mask * strength).astype(np.uint8)
    return Image.fromarray(picture)


@lru_cache(maxsize=256)
def _mask(seal: Seal, font: str) -> NDArray[np.uint8]:
    """The seal in grey, 255 where it has ink.   Not to be changed: it is shared."""
    across, down = (round(side / 25.4 * _DPI) for side in SIZES[seal.kind])
    image = Image.new("L", (across * 2, down * 2), 0)  # twice as large, for smooth edges
    draw = {"round": _round, "oval": _oval, "square": _square, "name": _name}[seal.kind]
    draw(image, seal, font)
    return np.asarray(image.resize((across, down), Image.Resampling.LANCZOS))


def _letters(font: str, size: float) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(font_path(font)), size=max(8, round(size)), index=FONTS[font].index)


def _round(image: Image.Image, seal: Seal, font: str) -> None:
    """名称 in an arc above a star, what the seal is for straight below."""
    size = image.width
    pen = ImageDraw.Draw(image)
    line = round(size * 0.03)
    pen.ellipse((4, 4, size - 5, size - 5), outline=255, width=line)
    pen.polygon(_star(size / 2, size / 2, size * 0.145), fill=255)
    count = max(len(seal.text), 1)
    letter = min(size * 0.125, size * 0.385 * math.radians(250) / count)
    span = min(math.radians(250), letter / (size * 0.385) * count * 1.12)
    _arc(image, seal.text, font, (letter, letter * 1.12), (size * 0.385, size * 0.385), span)
    if seal.below:
        small = min(size * 0.1, size * 0.6 / len(seal.below))
        pen.text((size / 2, size * 0.745), seal.below, font=_letters(font, small), fill=255, anchor="mm")


def _oval(image: Image.Image, seal: Seal, font: str) -> None:
    """名称 above, tax number in the middle, 发票专用章 below."""
    across, down = image.size
    pen = ImageDraw.Draw(image)
    pen.ellipse((4, 4, across - 5, down - 5), outline=255, width=round(across * 0.02))
    count = max(len(seal.text), 1)
    letter = min(across * 0.1, across * 0.8 / count)
    _arc(image, seal.text, font, (letter, letter * 1.25), (across * 0.395, down * 0.37), math.radians(190))
    if seal.below:
        small = min(across * 0.06, across * 1.05 / len(seal.below))
        pen.text((across / 2, down * 0.54), seal.below, font=_letters(font, small), fill=255, anchor="mm")
    pen.text((across / 2, down * 0.76), "发票专用章", font=_letters(font, across * 0.085), fill=255, anchor="mm")


def _square(image: Image.Image, seal: Seal, font: str) -> None:
    """名称 and 财务专用章 in columns."""
    _columns(image, seal.text + (seal.below or "财务专用章"), font, hollow=True)


def _name(image: Image.Image, seal: Seal, font: str) -> None:
    """A person's name with 印: two columns of two, read from the right."""
    text = (seal.text + "之印")[:4] if len(seal.text) == 2 else (seal.text + "印")[:4]
    _columns(image, text, font, hollow=len(seal.text) % 2 == 1)


def _columns(image: Image.Image, text: str, font: str, *, hollow: bool) -> None:
    size = image.width
    pen = ImageDraw.Draw(image)
    frame = round(size * 0.035)
    pen.rectangle((4, 4, size - 5, size - 5), outline=255, fill=0 if hollow else 255, width=frame)
    columns = max(2, math.ceil(math.sqrt(len(text))))
    rows = math.ceil(len(text) / columns)
    room = size - 4 * frame
    letter = min(room / columns, room / rows) * 0.98
    for place, sign in enumerate(text):
        column, row = divmod(place, rows)
        x = size - 2 * frame - (column + 0.5) * room / columns
        y = 2 * frame + (row + 0.5) * room / rows
        pen.text((x, y), sign, font=_letters(font, letter), fill=255 if hollow else 0, anchor="mm", stroke_width=round(size * 0.006))


def _arc(image: Image.Image, text: str, font: str, letter: tuple[float, float], radius: tuple[float, float], span: float) -> None:
    """`text` along the upper part of an ellipse, upright to it.   letter: width and height of a sign   span: radians"""
    tile = round(max(letter) * 1.9)
    letters = _letters(font, letter[0] * 1.0)
    stretch = letter[1] / letter[0]
    middle = image.width / 2, image.height / 2
    for place, sign in enumerate(text):
        turn = -span / 2 + span * (place / (len(text) - 1) if len(text) > 1 else 0.5)
        one = Image.new("L", (tile, tile), 0)
        ImageDraw.Draw(one).text(
            (tile / 2, tile / 2), sign, font=letters, fill=255, anchor="mm", stroke_width=max(1, round(letter[0] / 28))
        )
        high = one.resize((tile, round(tile * stretch)), Image.Resampling.BICUBIC)
        # Upright to the ellipse, not to the line from its middle.
        slope = math.atan2(radius[1] * math.sin(turn), radius[0] * math.cos(turn))
        turned = high.rotate(-math.degrees(slope), resample=Image.Resampling.BICUBIC, expand=True)
        x, y = middle[0] + radius[0] * math.sin(turn), middle[1] - radius[1] * math.cos(turn)
        image.paste(255, (round(x - turned.width / 2), round(y - turned.height / 2)), turned)


def _star(x: float, y: float, radius: float) -> list[tuple[float, float]]:
    reaches = [radius if corner % 2 == 0 else radius * 0.382 for corner in range(10)]
    return [
        (x + reach * math.sin(math.pi * corner / 5), y - reach * math.cos(math.pi * corner / 5)) for corner, reach in enumerate(reaches)
    ]
