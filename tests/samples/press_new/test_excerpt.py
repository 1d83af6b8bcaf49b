"""A cut of a font: a program makes the same subset of it as of the whole font."""

from __future__ import annotations

import io

import pytest
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from samples.press.excerpt import excerpt
from samples.press.typefaces import FONTS, font_path, glyphs

_SIGNS = "资产负债表单位元编制日期年月（）：2024-.,0123456789:()éÄ ABCxyz①℃"
#: Tables with outlines, widths and places, which decide what is seen.
_SEEN = ("glyf", "loca", "CFF ", "hmtx", "maxp", "hhea", "vmtx", "VORG")


def _signs(font: str) -> str:
    return "".join(sorted(sign for sign in set(_SIGNS) if ord(sign) in glyphs(font)))


def _subset(file: TTFont, signs: str) -> dict[str, bytes]:
    options = Options(layout_features=[], drop_tables=[*Options().drop_tables, "GSUB", "GPOS", "GDEF", "BASE", "MATH"])
    shears = Subsetter(options)
    shears.populate(unicodes=[ord(sign) for sign in signs])
    shears.subset(file)
    out = io.BytesIO()
    file.save(out)
    small = TTFont(io.BytesIO(out.getvalue()))
    return {tag: small.reader[tag] for tag in _SEEN if tag in small.reader}


@pytest.mark.parametrize("font", ["uming", "microhei", "zenhei-mono", "kaiti", "droid", "noto-serif-cjk", "nimbus-roman", "sans", "hack"])
def test_gives_the_same_subset_as_the_whole_font(font: str) -> None:
    signs = _signs(font)
    whole = TTFont(font_path(font), fontNumber=FONTS[font].index, lazy=True)

    assert _subset(TTFont(io.BytesIO(excerpt(font, signs))), signs) == _subset(whole, signs)


@pytest.mark.parametrize("font", sorted(name for name in FONTS if FONTS[name].index or FONTS[name].path.endswith("ttc")))
def test_is_a_small_part_of_a_chinese_font(font: str) -> None:
    assert len(excerpt(font, _signs(font))) < font_path(font).stat().st_size / 10


def test_shows_signs_beyond_the_first_65536() -> None:
    sign = next(chr(code) for code in sorted(glyphs("zenhei") | glyphs("dejavu")) if code > 0xFFFF)
    font = "zenhei" if ord(sign) in glyphs("zenhei") else "dejavu"

    assert TTFont(io.BytesIO(excerpt(font, f"1{sign}"))).getBestCmap().keys() == {ord("1"), ord(sign)}


def test_refuses_a_sign_that_the_font_lacks() -> None:
    with pytest.raises(KeyError):
        excerpt("sans", "表")
