"""The typefaces of the population, from Debian's free font packages: families for papers, and the fonts that they are made of.

A family is what `Paper.face` and `Look.face` name; a font is one file (one member of a collection) and what `Text.font` names.
TrueType outlines every producer takes; CFF outlines only those whose `outlines` say so (see display.py).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path

from fontTools.ttLib import TTFont

from extract.errors import WronglyCalled
from samples.firms.firm import Language
from samples.population.splits import Split
from samples.press.display import Outlines

_ROOT = Path("/usr/share/fonts")


@dataclass(frozen=True, slots=True, kw_only=True)
class Font:
    """One font file.

    name      key of the display's texts   path: below the folder of the system's fonts   index: member of a collection
    package   Debian package that ships it
    family    as font configuration, style sheets and office programs call it   bold: its bold weight is meant
    outlines  "truetype" (quadratic) or "cff" (cubic)
    """

    name: str
    path: str
    package: str
    family: str
    index: int = 0
    bold: bool = False
    outlines: Outlines = "truetype"


@dataclass(frozen=True, slots=True, kw_only=True)
class Typeface:
    """A family to set a paper in.

    name      what Paper.face says
    regular, strong   fonts by name, the first that has the sign is taken: (own, fallback, …)
    mono      every digit and letter is equally wide
    """

    name: str
    split: Split
    languages: tuple[Language, ...]
    regular: tuple[str, ...]
    strong: tuple[str, ...]
    mono: bool = False

    @property
    def outlines(self) -> frozenset[Outlines]:
        """What a producer must be able to embed to set a paper in this family."""
        return frozenset(FONTS[name].outlines for name in (*self.regular, *self.strong))


def _pair(name: str, regular: str, bold: str, package: str, family: str, outlines: Outlines = "truetype", index: int = 0) -> Iterator[Font]:
    """A family's regular and bold weights."""
    yield Font(name=name, path=regular, package=package, family=family, outlines=outlines, index=index)
    yield Font(name=f"{name}-bold", path=bold, package=package, family=family, outlines=outlines, index=index, bold=True)


_LIBERATION, _URW, _NOTO = "truetype/liberation/Liberation", "opentype/urw-base35/", "opentype/noto/Noto"
_UMING, _ZENHEI, _MICROHEI = "truetype/arphic/uming.ttc", "truetype/wqy/wqy-zenhei.ttc", "truetype/wqy/wqy-microhei.ttc"

FONTS: dict[str, Font] = {
    font.name: font
    for font in (
        Font(name="uming", path=_UMING, package="fonts-arphic-uming", family="AR PL UMing CN"),
        Font(name="ukai", path="truetype/arphic/ukai.ttc", package="fonts-arphic-ukai", family="AR PL UKai CN"),
        Font(name="microhei", path=_MICROHEI, package="fonts-wqy-microhei", family="WenQuanYi Micro Hei"),
        Font(name="microhei-mono", path=_MICROHEI, package="fonts-wqy-microhei", family="WenQuanYi Micro Hei Mono", index=1),
        Font(name="zenhei", path=_ZENHEI, package="fonts-wqy-zenhei", family="WenQuanYi Zen Hei"),
        Font(name="zenhei-mono", path=_ZENHEI, package="fonts-wqy-zenhei", family="WenQuanYi Zen Hei Mono", index=1),
        Font(name="kaiti", path="truetype/arphic-gkai00mp/gkai00mp.ttf", package="fonts-arphic-gkai00mp", family="AR PL KaitiM GB"),
        Font(name="droid", path="truetype/droid/DroidSansFallbackFull.ttf", package="fonts-droid-fallback", family="Droid Sans Fallback"),
        *_pair("noto-sans-cjk", f"{_NOTO}SansCJK-Regular.ttc", f"{_NOTO}SansCJK-Bold.ttc", "fonts-noto-cjk", "Noto Sans CJK SC", "cff", 2),
        *_pair(
            "noto-serif-cjk", f"{_NOTO}SerifCJK-Regular.ttc", f"{_NOTO}SerifCJK-Bold.ttc", "fonts-noto-cjk", "Noto Serif CJK SC", "cff", 2
        ),
        *_pair("sans", f"{_LIBERATION}Sans-Regular.ttf", f"{_LIBERATION}Sans-Bold.ttf", "fonts-liberation", "Liberation Sans"),
        *_pair("serif", f"{_LIBERATION}Serif-Regular.ttf", f"{_LIBERATION}Serif-Bold.ttf", "fonts-liberation", "Liberation Serif"),
        *_pair("mono", f"{_LIBERATION}Mono-Regular.ttf", f"{_LIBERATION}Mono-Bold.ttf", "fonts-liberation", "Liberation Mono"),
        *_pair(
            "narrow",
            f"{_LIBERATION}SansNarrow-Regular.ttf",
            f"{_LIBERATION}SansNarrow-Bold.ttf",
            "fonts-liberation",
            "Liberation Sans Narrow",
        ),
        *_pair(
            "carlito",
            "truetype/crosextra/Carlito-Regular.ttf",
            "truetype/crosextra/Carlito-Bold.ttf",
            "fonts-crosextra-carlito",
            "Carlito",
        ),
        *_pair(
            "caladea",
            "truetype/crosextra/Caladea-Regular.ttf",
            "truetype/crosextra/Caladea-Bold.ttf",
            "fonts-crosextra-caladea",
            "Caladea",
        ),
        *_pair(
            "open-sans", "truetype/open-sans/OpenSans-Regular.ttf", "truetype/open-sans/OpenSans-Bold.ttf", "fonts-open-sans", "Open Sans"
        ),
        *_pair("nimbus-roman", f"{_URW}NimbusRoman-Regular.otf", f"{_URW}NimbusRoman-Bold.otf", "fonts-urw-base35", "Nimbus Roman", "cff"),
        *_pair("dejavu", "truetype/dejavu/DejaVuSans.ttf", "truetype/dejavu/DejaVuSans-Bold.ttf", "fonts-dejavu-core", "DejaVu Sans"),
        *_pair("lato", "truetype/lato/Lato-Regular.ttf", "truetype/lato/Lato-Bold.ttf", "fonts-lato", "Lato"),
        *_pair(
            "roboto",
            "truetype/roboto/unhinted/RobotoTTF/Roboto-Regular.ttf",
            "truetype/roboto/unhinted/RobotoTTF/Roboto-Bold.ttf",
            "fonts-roboto-unhinted",
            "Roboto",
        ),
        *_pair("free-serif", "truetype/freefont/FreeSerif.ttf", "truetype/freefont/FreeSerifBold.ttf", "fonts-freefont-ttf", "FreeSerif"),
        *_pair("hack", "truetype/hack/Hack-Regular.ttf", "truetype/hack/Hack-Bold.ttf", "fonts-hack", "Hack"),
    )
}


def _zh(name: str, split: Split, regular: str, strong: str, *, mono: bool = False) -> Typeface:
    """A Chinese family; a font of the same split has the signs that its own fonts lack."""
    other = ("microhei",) if split == "develop" else ("zenhei-mono", "dejavu")
    pick = [tuple(dict.fromkeys((*first.split("+"), *other))) for first in (regular, strong)]
    return Typeface(name=name, split=split, languages=("zh",), regular=pick[0], strong=pick[1], mono=mono)


def _en(name: str, split: Split, font: str, *, mono: bool = False) -> Typeface:
    other = "microhei" if split == "develop" else "dejavu"
    return Typeface(name=name, split=split, languages=("en",), regular=(font, other), strong=(f"{font}-bold", other), mono=mono)


TYPEFACES: dict[str, Typeface] = {
    face.name: face
    for face in (
        _zh("song", "develop", "uming", "zenhei"),
        _zh("hei", "develop", "microhei", "zenhei"),
        _zh("kai", "develop", "ukai", "zenhei"),
        _zh("zenhei", "develop", "zenhei", "zenhei"),
        _zh("hei_mono", "develop", "microhei-mono", "microhei-mono", mono=True),
        _zh("noto_hei", "develop", "noto-sans-cjk", "noto-sans-cjk-bold"),
        _zh("noto_song", "test", "noto-serif-cjk", "noto-serif-cjk-bold"),
        _zh("kaiti", "test", "kaiti", "kaiti"),
        _zh("droid", "test", "roboto+droid", "roboto-bold+droid"),
        _zh("zenhei_mono", "test", "zenhei-mono", "zenhei-mono", mono=True),
        _en("sans", "develop", "sans"),
        _en("serif", "develop", "serif"),
        _en("mono", "develop", "mono", mono=True),
        _en("narrow", "develop", "narrow"),
        _en("carlito", "develop", "carlito"),
        _en("caladea", "develop", "caladea"),
        _en("open_sans", "develop", "open-sans"),
        _en("nimbus_roman", "develop", "nimbus-roman"),
        _en("lato", "test", "lato"),
        _en("roboto", "test", "roboto"),
        _en("free_serif", "test", "free-serif"),
        _en("hack", "test", "hack", mono=True),
        _en("dejavu", "test", "dejavu"),
    )
}


def faces(language: Language, split: Split, *, outlines: frozenset[Outlines] = frozenset({"truetype", "cff"})) -> list[Typeface]:
    """The families that a paper in `language` of a case of `split` may be set in, and a producer that takes `outlines` can embed."""
    return [face for face in TYPEFACES.values() if language in face.languages and face.split == split and face.outlines <= outlines]


def font_path(name: str) -> Path:
    """The file of the font `name`.   Raises WronglyCalled when it is not installed, with what to type."""
    font = FONTS[name]
    path = _ROOT / font.path
    if not path.is_file():
        raise WronglyCalled(
            f"The font {path.name} is not installed, and samples cannot be drawn without it. Type: apt-get install {font.package}"
        )
    return path


@cache
def opened(name: str) -> TTFont:
    """The font `name`, its tables read when asked for.   Not to be changed: it is shared."""
    return TTFont(font_path(name), fontNumber=FONTS[name].index, lazy=True)


@cache
def glyphs(name: str) -> dict[int, str]:
    """Code point -> name of its glyph, of every sign that the font `name` can draw."""
    font = opened(name)
    found: dict[int, str] = font.getBestCmap()
    for tag in ("CFF ", "cmap", "post"):  # read for this and the order of the glyphs; they take tens of megabytes
        font.tables.pop(tag, None)
    return found


@cache
def advance(name: str, sign: str) -> float:
    """How far the font `name` moves on after `sign`, in parts of the letter size.   Raises KeyError when it has no glyph for it."""
    font = opened(name)
    units: int = font["hmtx"][glyphs(name)[ord(sign)]][0]
    return units / float(font["head"].unitsPerEm)


def width(text: str, name: str, size: float) -> float:
    """Width of `text` set in the font `name` at `size`, without kerning: the sum of the advances."""
    return size * sum(advance(name, sign) for sign in text)


def runs(text: str, face: str, *, strong: bool, whole: bool = False) -> list[tuple[str, str]]:
    """`text` in (font, part), each part in the first font of the family `face` that has its signs.

    whole   one run whatever it takes: the first font that has every sign (a figure)

    Raises WronglyCalled when no font of the family has a sign.
    """
    family = TYPEFACES[face]
    fonts = family.strong if strong else family.regular

    def first(signs: str) -> str:
        for name in fonts:
            known = glyphs(name)
            if all(ord(sign) in known for sign in signs):
                return name
        raise WronglyCalled(f"No font of the family {face} ({', '.join(fonts)}) has every sign of {signs!r}; set it in another family.")

    if whole or all(ord(sign) in glyphs(fonts[0]) for sign in text):
        return [(first(text), text)]
    return [(name, "".join(part)) for name, part in groupby(text, key=first)]
