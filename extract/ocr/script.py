"""Characters read in their traditional form on a page that is printed in simplified ones: 稅 for 税.

The two forms of some characters differ by less than a scan shows. A page is printed in one of them throughout, so the form that
most of its characters have is the one that is printed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.page import Word

#: Characters of financial papers in both forms, each at the place of the other.
_TRADITIONAL = (
    "稅額產資負債應實帳賬務業銀營開發單號數國際貨幣動現繳費險進項銷價計總減備註記經濟類別關屬東圓萬億權預積潤虧損"
    "潤銷採購庫設讓轉變調長許證據處報審納錄間時門問題龍電話樓號區縣鎮雲廣華漢蘇寧陽陳張劉馬個從來為無與專貳參陸機構"
)
_SIMPLIFIED = (
    "税额产资负债应实帐账务业银营开发单号数国际货币动现缴费险进项销价计总减备注记经济类别关属东圆万亿权预积润亏损"
    "润销采购库设让转变调长许证据处报审纳录间时门问题龙电话楼号区县镇云广华汉苏宁阳陈张刘马个从来为无与专贰叁陆机构"
)
_SIMPLER = str.maketrans(_TRADITIONAL, _SIMPLIFIED)


def in_one_script(words: Sequence[Word]) -> tuple[Word, ...]:
    """The words of a page, all in simplified characters where most are; as they are on a page in traditional ones."""
    letters = "".join(word.text for word in words)
    traditional = sum(letter in _TRADITIONAL for letter in letters)
    if not traditional or traditional >= sum(letter in _SIMPLIFIED for letter in letters):
        return tuple(words)
    return tuple(replace(word, text=word.text.translate(_SIMPLER)) for word in words)
