"""The handiwork on pictures: retyping, healing, pasting, copying digits."""

from __future__ import annotations

import io
from collections.abc import Sequence
from random import Random

from PIL import Image, ImageChops

from extract.place import Box
from samples.alteration.hand import boxed
from samples.alteration.pixels import Cuts, composed, edges, grain, ink, longer, pieces, recompressed, smoothed, wiped, written
from samples.alteration.programs import run_all
from samples.alteration.sheets import Saving, changed
from samples.alteration.technique import CannotAlter, Replacement
from samples.population.splits import Split

_AS_IT_WAS = Saving()


def retouched(picture: Image.Image, group: Sequence[Replacement], source: Random, split: Split, *, blur: float = 0.0) -> Image.Image:
    """The figures painted over and typed anew; boxes in pixels."""
    for replacement in group:
        seen = ink(picture, boxed(replacement))
        picture = wiped(picture, longer(replacement, seen), seen.paper)
        picture = written(picture, replacement, seen, split, source, blur=blur)
    return picture


def retyped(content: bytes, replacements: Sequence[Replacement], source: Random, split: Split, saving: Saving = _AS_IT_WAS) -> bytes:
    """Painted over and typed anew."""
    blur = source.choice((0.0, 0.0, 0.4))
    return changed(content, replacements, lambda picture, group: retouched(picture, group, source, split, blur=blur), saving)


def healed(content: bytes, replacements: Sequence[Replacement], source: Random, split: Split) -> bytes:
    """Healed away, written softly, grain laid over."""

    def change(picture: Image.Image, group: list[Replacement]) -> Image.Image:
        for replacement in group:
            seen = ink(picture, boxed(replacement))
            picture = smoothed(picture, boxed(replacement), seen.mask)
            picture = written(picture, replacement, seen, split, source, blur=0.6)
            picture = grain(picture, longer(replacement, seen), source.uniform(1.0, 2.0), source.getrandbits(32))
        return picture

    return changed(content, replacements, change, Saving(quality=source.choice((None, 80, 88))))


def pasted(content: bytes, replacements: Sequence[Replacement], source: Random, split: Split) -> bytes:
    """A patch from another JPEG pasted off the grid."""

    def change(picture: Image.Image, group: list[Replacement]) -> Image.Image:
        for replacement in group:
            seen = ink(picture, boxed(replacement))
            area = longer(replacement, seen)
            drawn = written(wiped(picture, area, seen.paper), replacement, seen, split, source, blur=0.4)
            # The new typeface may run wider than the room that was wiped.
            touched = ImageChops.difference(picture, drawn).getbbox() or edges(picture, area)
            x0, top, x1, bottom = edges(picture, Box(touched[0] - 3, touched[1] - 3, touched[2] + 3, touched[3] + 3))
            # The patch begins its own blocks at an offset of its own.
            shift = (source.randint(1, 7), source.randint(1, 7))
            block = Image.new(picture.mode, (x1 - x0 + shift[0], bottom - top + shift[1]), "white")
            block.paste(drawn.crop((x0, top, x1, bottom)), shift)
            block = recompressed(block, source.choice((55, 65, 75)))
            picture.paste(block.crop((*shift, block.width, block.height)), (x0, top))
        return picture

    return changed(content, replacements, change, Saving(quality=source.choice((85, 92, 95))))


def copied(content: bytes, replacements: Sequence[Replacement], source: Random) -> bytes:
    """Put together from digits of the page: of the figures that change first, of others that tesseract finds where those do not do."""

    def change(picture: Image.Image, group: list[Replacement]) -> Image.Image:
        stock: Cuts = {}
        for replacement in group:
            _add(stock, pieces(picture, boxed(replacement), replacement.old))
        height = sorted(boxed(replacement).height for replacement in group)[len(group) // 2]
        if any(letter not in stock for replacement in group for letter in replacement.new if not letter.isspace()):
            for text, box in _figures(picture):
                if 0.4 * height < box.height < 1.2 * height:
                    try:
                        _add(stock, pieces(picture, Box(box.x0 - 2, box.top - 2, box.x1 + 2, box.bottom + 2), text))
                    except CannotAlter:
                        continue
        original = picture.copy()
        for replacement in group:
            if not pieces(original, boxed(replacement), replacement.old):
                raise CannotAlter(f"the digits of {replacement.old} do not stand apart")
            picture = composed(picture, replacement, stock, source)
        return picture

    return changed(content, replacements, change, _AS_IT_WAS)


def _add(stock: Cuts, more: Cuts) -> None:
    for letter, cuts in more.items():
        stock.setdefault(letter, []).extend(cuts)


def _figures(picture: Image.Image) -> list[tuple[str, Box]]:
    """Words of digits on the picture and where they stand, as tesseract reads them."""
    out = io.BytesIO()
    picture.save(out, "PNG")
    table = run_all("tesseract", ["in.png", "out", "-l", "eng", "--psm", "6", "tsv"], {"in.png": out.getvalue()}, made="out.tsv")
    result = []
    for line in table.decode("utf-8").splitlines()[1:]:
        fields = line.split("\t")
        if len(fields) != 12 or float(fields[10]) < 80:
            continue
        text = fields[11].strip()
        if sum(character.isdigit() for character in text) > 2 and all(character.isdigit() or character in ",." for character in text):
            x, y, width, height = (int(field) for field in fields[6:10])
            result.append((text, Box(x, y, x + width, y + height)))
    return result
