from __future__ import annotations

import pytest

from extract.errors import WronglyCalled
from samples.press import typefaces
from samples.press.typefaces import FONTS, TYPEFACES, faces, glyphs, runs, width

FIGURES = "0123456789,.-()%"


@pytest.mark.parametrize("face", TYPEFACES.values(), ids=lambda face: face.name)
@pytest.mark.parametrize("weight", ["regular", "strong"])
def test_a_family_sets_any_figure_in_one_font(face: typefaces.Typeface, weight: str) -> None:
    signs = FIGURES + ("￥元万整（）" if "zh" in face.languages else "£$ABCabc")
    assert any(all(ord(sign) in glyphs(name) for sign in signs) for name in getattr(face, weight))


@pytest.mark.parametrize("face", [face for face in TYPEFACES.values() if "zh" in face.languages], ids=lambda face: face.name)
def test_a_chinese_family_has_every_sign_of_forms(face: typefaces.Typeface) -> None:
    for text in ("⊗ 壹仟贰佰叁拾肆元伍角陆分", "华川示例贸易有限公司（盖章）：《小企业会计准则》", "¥1,234.56 —— √ □ △ ※"):
        assert "".join(part for _, part in runs(text, face.name, strong=False)) == text


def test_no_font_serves_both_splits() -> None:
    used = {
        split: {font for face in TYPEFACES.values() if face.split == split for font in (*face.regular, *face.strong)}
        for split in ("develop", "test")
    }
    assert not used["develop"] & used["test"]


def test_there_are_families_enough() -> None:
    assert len(faces("zh", "develop")) + len(faces("zh", "test")) >= 6
    assert len(faces("en", "develop")) + len(faces("en", "test")) >= 8
    for language in ("zh", "en"):
        for split in ("develop", "test"):
            assert faces(language, split, outlines=frozenset({"truetype"})), "every producer needs a family"


def test_a_sign_that_is_missing_comes_from_another_font() -> None:
    assert runs("税率⊗", "song", strong=False) == [("uming", "税率"), ("microhei", "⊗")]


def test_a_figure_is_one_run() -> None:
    assert runs("⊗12.00", "song", strong=False, whole=True) == [("microhei", "⊗12.00")]


def test_a_sign_of_no_font_is_refused() -> None:
    with pytest.raises(WronglyCalled, match="sans"):
        runs("\U0001f600", "sans", strong=False)


def test_a_missing_font_says_what_to_type(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(FONTS, "gone", typefaces.Font(name="gone", path="nowhere/gone.ttf", package="fonts-gone", family="Gone"))
    with pytest.raises(WronglyCalled, match="apt-get install fonts-gone"):
        typefaces.font_path("gone")


def test_width_is_the_sum_of_the_advances() -> None:
    # Liberation Sans: digits are 1139 of 2048 units wide, a comma 569.
    assert width("1,000", "sans", 10) == pytest.approx((4 * 1139 + 569) / 2048 * 10)
