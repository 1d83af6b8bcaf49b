"""What is wrong with the picture of a page, in words: what to take again and why."""

from __future__ import annotations

from extract.document import DocumentWarning
from extract.page import Page

_CLEARER = "Figures on it may be misread or missing. "
_CLEARER_ZH = "其上金额可能误读或缺失。"

#: Code: English, Chinese. {page} its number; {measure} as a whole number; {percent} of a share; {side} of the picture.
FLAWS: dict[str, tuple[str, str]] = {
    "print-too-small": (
        f"Letters on page {{page}} are {{measure}} pixels tall; 12 are needed. {_CLEARER}Scan it at 200 to 300 dpi, or go nearer.",
        f"第 {{page}} 页的字高仅 {{measure}} 像素，至少需 12 像素。{_CLEARER_ZH}请以 200 至 300 dpi 扫描，或靠近重拍。",
    ),
    "photo-blurred": (
        f"Page {{page}} is blurred. {_CLEARER}Take it again with a steady hand, the focus on the print.",
        f"第 {{page}} 页图像模糊。{_CLEARER_ZH}请持稳并对准文字对焦后重拍。",
    ),
    "page-too-dark": (
        f"Page {{page}} is too dark: its paper is {{percent}} as bright as white. {_CLEARER}Take it again in good light.",
        f"第 {{page}} 页过暗：纸面亮度仅为白色的 {{percent}}。{_CLEARER_ZH}请在光线充足处重拍。",
    ),
    "print-too-faint": (
        f"The print on page {{page}} is hardly darker than its paper ({{percent}}). {_CLEARER}Scan it with more contrast.",
        f"第 {{page}} 页字迹过淡（与纸面仅差 {{percent}}）。{_CLEARER_ZH}请提高对比度后重新扫描。",
    ),
    "page-cut-off": (
        "Page {page} goes on beyond the {side} side of its picture: {measure} pieces of print end there. Take the whole page.",
        "第 {page} 页在图像{side}侧被截断：有 {measure} 处文字在此中断。请拍全整页。",
    ),
    "glare": (
        f"Light is reflected from page {{page}}: {{percent}} of its text are burnt out. {_CLEARER}Take it again away from the lamp.",
        f"第 {{page}} 页有反光：{{percent}} 的文字区域过曝。{_CLEARER_ZH}请避开灯光重拍。",
    ),
    "page-covered": (
        "Something lies on page {page} and hides {percent} of its printed part, which was not read. Take it again with nothing on it.",
        "第 {page} 页被其他物品遮挡，遮住了 {percent} 的文字区域，被遮部分未能识读。请移开遮挡物后重拍。",
    ),
    "blank-page": ("Nothing is printed on page {page}.", "第 {page} 页为空白页。"),
    "no-print-found": (
        "Page {page} is not blank, but no print was found on it. If it should have some, take it again, sharp and in good light.",
        "第 {page} 页并非空白，但未识别到文字。如应有文字，请在光线充足处清晰重拍。",
    ),
}
_SIDES_ZH = {"left": "左", "right": "右", "top": "上", "bottom": "下"}


def warnings_of(page: Page) -> list[DocumentWarning]:
    """What the sender of a recognised page should know of its picture. Blank pages are told together, elsewhere."""
    warnings = []
    for flaw in page.flaws:
        if flaw.code == "blank-page":
            continue
        text, text_zh = FLAWS[flaw.code]
        values = {"page": page.number, "measure": f"{flaw.measure:.0f}", "percent": f"{flaw.measure:.0%}"}
        warnings.append(
            DocumentWarning(
                flaw.code,
                text.format(**values, side=flaw.side),
                page.number,
                text_zh.format(**values, side=_SIDES_ZH.get(flaw.side, "")),
            )
        )
    return warnings
