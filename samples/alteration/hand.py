"""The hand at work: which typeface it takes for a new figure, and how far beside the old one it comes to stand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from random import Random

from pikepdf import Page, Pdf
from PIL import ImageFont
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from extract.errors import WronglyCalled
from extract.place import Box
from samples.alteration.programs import EPOCH
from samples.alteration.technique import CannotAlter, Replacement
from samples.population.splits import Split

_ROOT = Path("/usr/share/fonts/truetype")
#: Parts of the names of fonts that look like Times or Song to whoever picks one of his own.
_SERIFS = ("serif", "song", "ming", "kai", "roman", "caladea", "times")
#: (split, Chinese?, serifs?, bold?) -> file, number in the collection, Debian package: what lies nearest on the hand's own machine.
_TYPEFACES: dict[tuple[Split, bool, bool, bool], tuple[str, int, str]] = {
    ("develop", False, False, False): ("liberation/LiberationSans-Regular.ttf", 0, "fonts-liberation"),
    ("develop", False, False, True): ("liberation/LiberationSans-Bold.ttf", 0, "fonts-liberation"),
    ("develop", False, True, False): ("liberation/LiberationSerif-Regular.ttf", 0, "fonts-liberation"),
    ("develop", False, True, True): ("liberation/LiberationSerif-Bold.ttf", 0, "fonts-liberation"),
    ("develop", True, False, False): ("wqy/wqy-microhei.ttc", 0, "fonts-wqy-microhei"),
    ("develop", True, True, False): ("arphic/uming.ttc", 0, "fonts-arphic-uming"),
    ("test", False, False, False): ("dejavu/DejaVuSans.ttf", 0, "fonts-dejavu-core"),
    ("test", False, False, True): ("dejavu/DejaVuSans-Bold.ttf", 0, "fonts-dejavu-core"),
    ("test", False, True, False): ("freefont/FreeSerif.ttf", 0, "fonts-freefont-ttf"),
    ("test", False, True, True): ("freefont/FreeSerifBold.ttf", 0, "fonts-freefont-ttf"),
    ("test", True, False, False): ("wqy/wqy-zenhei.ttc", 0, "fonts-wqy-zenhei"),
    ("test", True, True, False): ("wqy/wqy-zenhei.ttc", 0, "fonts-wqy-zenhei"),
}


def typeface(replacement: Replacement, split: Split) -> tuple[Path, int]:
    """The font file that the hand sets the new figure in.   Raises WronglyCalled when it is not installed, with what to type."""
    key = replacement.font.lower()
    chinese = any(ord(character) > 0x2E80 for character in replacement.new)
    serifs = any(word in key for word in _SERIFS)
    bold = not chinese and any(word in key for word in ("strong", "bold"))
    name, index, package = _TYPEFACES[split, chinese, serifs, bold]
    path = _ROOT / name
    if not path.is_file():
        raise WronglyCalled(f"The font {path.name} is not installed, and a figure cannot be set in it. Type: apt-get install {package}")
    return path, index


@cache
def registered(path: Path, index: int) -> str:
    """The name under which reportlab knows that font file."""
    name = f"hand-{path.stem}-{index}"
    pdfmetrics.registerFont(TTFont(name, str(path), subfontIndex=index))
    return name


def base_font(replacement: Replacement) -> str:
    """One of the fonts that every PDF viewer brings along.   Raises CannotAlter when it cannot write the new figure."""
    try:
        replacement.new.encode("cp1252")
    except UnicodeEncodeError as error:
        raise CannotAlter(f"a font of the viewer cannot write {replacement.new}") from error
    key = replacement.font.lower()
    bold = any(word in key for word in ("strong", "bold"))
    if any(word in key for word in _SERIFS):
        return "Times-Bold" if bold else "Times-Roman"
    return "Helvetica-Bold" if bold else "Helvetica"


#: Size of the letters for a box that is as high as a line's ascenders and descenders.
LETTERS = 1.05


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """Where the hand puts a new figure: points from the top left, `y` the baseline.   cover: what it hides, old figure and new"""

    x: float
    y: float
    size: float
    width: float
    cover: Box


def boxed(replacement: Replacement) -> Box:
    """Its box.   Raises CannotAlter when nothing says where the figure stands."""
    if replacement.box is None:
        raise CannotAlter(f"nothing says where {replacement.old} stands")
    return replacement.box


def setting(replacement: Replacement, source: Random, width: Callable[[str, float], float]) -> Setting:
    """A place near enough to deceive an eye, off by up to .6 pt, in a size of half points.

    width   of a text in a size, by the font's advances
    """
    box = boxed(replacement)
    size = round((replacement.size or box.height * LETTERS) * 2) / 2
    baseline = (replacement.baseline or box.bottom - 0.2 * box.height) + source.uniform(-0.6, 0.6)
    long = width(replacement.new, size)
    x = (box.x1 - long if replacement.align == "right" else box.x0) + source.uniform(-0.6, 0.6)
    cover = Box(min(box.x0, x) - 0.4, box.top, max(box.x1, x + long) + 0.4, max(box.bottom, baseline + 0.15 * size))
    return Setting(x=x, y=baseline, size=size, width=long, cover=cover)


def pillow_font(replacement: Replacement, split: Split, size: float) -> ImageFont.FreeTypeFont:
    """The typeface for Pillow, `size` in pixels."""
    path, index = typeface(replacement, split)
    return ImageFont.truetype(str(path), size, index=index)


def corner(page: Page) -> tuple[float, float]:
    """The top left of what is seen of a page, in its own coordinates.   Raises CannotAlter when it is turned."""
    if int(page.obj.get("/Rotate", 0)) % 360:
        raise CannotAlter("the page is turned")
    x0, _, _, y1 = (float(edge) for edge in page.cropbox.as_list())
    return x0, y1


def moment(pdf: Pdf, source: Random, *, days: tuple[int, int] = (1, 40)) -> datetime:
    """When the file was worked on: some days after it was made, at an hour when people work (UTC)."""
    stated = str(pdf.docinfo.get("/CreationDate", "")) if "/Info" in pdf.trailer else ""
    digits = stated.removeprefix("D:")[:14]
    try:
        made = datetime.strptime(digits, "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    except ValueError:
        made = datetime.fromtimestamp(EPOCH, UTC)
    later = made + timedelta(days=source.randint(*days))
    return later.replace(hour=source.randint(8, 21), minute=source.randint(0, 59), second=source.randint(0, 59))


def pdf_date(when: datetime) -> str:
    return when.strftime("D:%Y%m%d%H%M%S+00'00'")
