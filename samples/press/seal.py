"""The red round seal of a Chinese firm: its name in an arc, a star in the middle."""

from __future__ import annotations

import math

from PIL import Image, ImageDraw, ImageFont

from samples.press.fonts import font_file

_RED = (205, 32, 38, 190)


def round_seal(name: str, size: int) -> Image.Image:
    """A transparent picture of `size` by `size` pixels with the seal of the firm `name`."""
    image = Image.new("RGBA", (size, size), (255, 255, 255, 0))
    pen = ImageDraw.Draw(image)
    line = max(2, size // 36)
    pen.ellipse((line, line, size - line, size - line), outline=_RED, width=line)
    centre = size / 2
    pen.polygon(_star(centre, centre, size * 0.15), fill=_RED)
    path, index = font_file("song", strong=True)
    letters = ImageFont.truetype(str(path), size=size // 9, index=index)
    span = min(math.radians(270), math.radians(22) * len(name))
    for place, sign in enumerate(name):
        angle = -span / 2 + span * place / max(len(name) - 1, 1)
        tile = Image.new("RGBA", (size // 5, size // 5), (255, 255, 255, 0))
        ImageDraw.Draw(tile).text((size // 10, size // 10), sign, font=letters, fill=_RED, anchor="mm")
        turned = tile.rotate(-math.degrees(angle), resample=Image.Resampling.BICUBIC)
        radius = size * 0.385
        left = centre + radius * math.sin(angle) - turned.width / 2
        top = centre - radius * math.cos(angle) - turned.height / 2
        image.alpha_composite(turned, (round(left), round(top)))
    return image


def _star(x: float, y: float, radius: float) -> list[tuple[float, float]]:
    points = []
    for corner in range(10):
        reach = radius if corner % 2 == 0 else radius * 0.382
        angle = math.pi * corner / 5
        points.append((x + reach * math.sin(angle), y - reach * math.cos(angle)))
    return points
