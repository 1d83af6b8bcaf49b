"""The typefaces that samples are set in, from Debian's free font packages; only what is used is embedded in a document."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from extract.errors import WronglyCalled

_ROOT = Path("/usr/share/fonts/truetype")
#: Face and weight -> (file below the folder of TrueType fonts, number inside a collection, Debian package).
_FILES = {
    ("song", False): ("arphic/uming.ttc", 0, "fonts-arphic-uming"),
    ("song", True): ("wqy/wqy-zenhei.ttc", 0, "fonts-wqy-zenhei"),
    ("hei", False): ("wqy/wqy-microhei.ttc", 0, "fonts-wqy-microhei"),
    ("hei", True): ("wqy/wqy-zenhei.ttc", 0, "fonts-wqy-zenhei"),
    ("sans", False): ("liberation/LiberationSans-Regular.ttf", 0, "fonts-liberation"),
    ("sans", True): ("liberation/LiberationSans-Bold.ttf", 0, "fonts-liberation"),
    ("serif", False): ("liberation/LiberationSerif-Regular.ttf", 0, "fonts-liberation"),
    ("serif", True): ("liberation/LiberationSerif-Bold.ttf", 0, "fonts-liberation"),
}


def font_file(face: str, *, strong: bool = False) -> tuple[Path, int]:
    """The file of `face` and its number inside it.   Raises WronglyCalled when the font is not installed, with what to type."""
    name, index, package = _FILES[face, strong]
    path = _ROOT / name
    if not path.is_file():
        raise WronglyCalled(
            f"The font {path.name} is not installed, and samples cannot be drawn without it. Type: apt-get install {package}"
        )
    return path, index


@cache
def font(face: str, *, strong: bool = False) -> str:
    """The name under which reportlab knows `face`.   Raises WronglyCalled as `font_file` does."""
    path, index = font_file(face, strong=strong)
    name = f"{face}{'-strong' if strong else ''}"
    try:
        pdfmetrics.registerFont(TTFont(name, str(path), subfontIndex=index))
    except TTFError as error:
        _, _, package = _FILES[face, strong]
        raise WronglyCalled(f"The font {path.name} cannot be read. Type: apt-get install --reinstall {package}") from error
    return name


@cache
def glyphs(name: str) -> frozenset[int]:
    """The code points that the registered font `name` can draw."""
    face = pdfmetrics.getFont(name)
    assert isinstance(face, TTFont)
    return frozenset(face.face.charToGlyph)
