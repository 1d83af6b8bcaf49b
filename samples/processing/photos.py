"""Pictures opened and saved again by programs of every day."""

from __future__ import annotations

import io
from typing import Any

from PIL import Image, UnidentifiedImageError

from extract.place import Box
from samples.processing.way import CannotProcess, Moved


def opened(content: bytes) -> Image.Image:
    """The picture.   Raises CannotProcess when it is none."""
    try:
        picture = Image.open(io.BytesIO(content))
        picture.load()
    except (UnidentifiedImageError, OSError) as error:
        raise CannotProcess("this is no picture") from error
    return picture


def jpeg(picture: Image.Image, **options: Any) -> bytes:
    """As JPEG."""
    out = io.BytesIO()
    flat = picture if picture.mode in {"L", "RGB"} else picture.convert("RGB")
    flat.save(out, "JPEG", **options)
    return out.getvalue()


def scaled(across: float, down: float, left: float = 0.0, top: float = 0.0) -> Moved:
    """Where a box is after `left` and `top` pixels were cut off and the rest was scaled."""

    def moved(page: int, box: Box) -> tuple[int, Box]:
        return page, Box((box.x0 - left) * across, (box.top - top) * down, (box.x1 - left) * across, (box.bottom - top) * down)

    return moved
