"""Papers of Hong Kong, Macao and Taiwan: read in the simplified characters that every caption is known by, kept as they are printed.

Character stands for character, so that places and lengths stay. Words that differ beyond their characters (資產淨值, 保留盈利) are for the
chart of concepts.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import Any, TypeVar

from extract.tables.lines import Row

#: Traditional characters, and variants, of those that captions are written with; each at the place of its simplified form.
_TRADITIONAL = (
    "並佔併來係倉個側備傢傳債傷僅價億償優儲兌內兩冊凈別則劃劉動務勞匯區卽厤參叄員問單噹嚮囌國圍圓圖埰報場墊壓壞夾奬寀實寧審寫寶將專對導屆層屬帳帶幣庫廠廢廣廳張彆彌彔彙後徑從復徵態憑應戶捨掃採換損摺擔據擬攤敎敗數斷於昇時暫曆曏"
    "書會東査條業構樓標樣機檔檢檯櫃欄權歐歡歷歸氣汙沒況泝淨減準滙滯滿漢潤濟瀰災為無燈營爲狀獎獨現環產産甦甯畫異畵當療發盤眞確碼礎礦稅種稱積穩筆箇節範築簡簽籌籤約紅納純紙級細終組結給統經綜綫維網線緣編緻縣縮總績繫繳續纍罰義聯聲"
    "職脩臨臺與舊茲華萬蓋蔘蘇處號虧衕補裝製複覈見規訂計訖託記設許註証評詞詢試話該誌認誤說説調請謝證識護譽讀變讓貝負財貨責貳貴買貸費貼貿賃資質賬購贖跡踰蹟車軟較載輔輛輸轉辦農迴這連週進運過達遞遠遡適還邊郵醫釋釒釦鈔銀銜銷錄錯録"
    "錶鎊鎭鎮鏈長門閃閉開間閤闇關陞陳陸陽際險隱隻雲電韆韋響頁項預領題額類顧顯風颱飛養餘餬馬驗體髮魚鳥麥麪麫麵黃點齊齒齡齣龍"
)
_SIMPLIFIED = (
    "并占并来系仓个侧备家传债伤仅价亿偿优储兑内两册净别则划刘动务劳汇区即历参叁员问单当向苏国围圆图采报场垫压坏夹奖采实宁审写宝将专对导届层属帐带币库厂废广厅张别弥录汇后径从复征态凭应户舍扫采换损折担据拟摊教败数断于升时暂历向"
    "书会东查条业构楼标样机档检台柜栏权欧欢历归气污没况溯净减准汇滞满汉润济弥灾为无灯营为状奖独现环产产苏宁画异画当疗发盘真确码础矿税种称积稳笔个节范筑简签筹签约红纳纯纸级细终组结给统经综线维网线缘编致县缩总绩系缴续累罚义联声"
    "职修临台与旧兹华万盖参苏处号亏同补装制复核见规订计讫托记设许注证评词询试话该志认误说说调请谢证识护誉读变让贝负财货责贰贵买贷费贴贸赁资质账购赎迹逾迹车软较载辅辆输转办农回这连周进运过达递远溯适还边邮医释钅扣钞银衔销录错录"
    "表镑镇镇链长门闪闭开间合暗关升陈陆阳际险隐只云电千韦响页项预领题额类顾显风台飞养余糊马验体发鱼鸟麦面面面黄点齐齿龄出龙"
)
_SIMPLER = str.maketrans(_TRADITIONAL, _SIMPLIFIED)
_ONLY_TRADITIONAL = frozenset(_TRADITIONAL) - frozenset(_SIMPLIFIED)
_ONLY_SIMPLIFIED = frozenset(_SIMPLIFIED) - frozenset(_TRADITIONAL)
#: Fewer say nothing: a name may have one of them.
_FEWEST = 4
Kept = TypeVar("Kept")


class Printed:
    """The rows of a document in simplified characters, and the way back to what is printed."""

    def __init__(self, pages: Sequence[Sequence[Row]]) -> None:
        self.pages: list[Sequence[Row]] = list(pages)
        self._printed: dict[str, str] = {}
        if is_traditional(pages):
            self.pages = [[self._simpler(row) for row in rows] for rows in pages]

    def _simpler(self, row: Row) -> Row:
        chunks = []
        for chunk in row.chunks:
            simple = chunk.text.translate(_SIMPLER)
            if simple != chunk.text:
                self._printed[simple] = chunk.text
                words = tuple(dataclasses.replace(word, text=word.text.translate(_SIMPLER)) for word in chunk.words)
                chunk = dataclasses.replace(chunk, text=simple, words=words)
            chunks.append(chunk)
        return dataclasses.replace(row, chunks=tuple(chunks))

    def as_printed(self, value: Kept) -> Kept:
        """`value`, a record or anything in it, with each text as the paper prints it."""
        return self._back(value) if self._printed else value

    def _back(self, value: Any) -> Any:
        if isinstance(value, str):
            return self._text(value)
        if isinstance(value, tuple):
            return tuple(self._back(item) for item in value)
        if dataclasses.is_dataclass(value) and not isinstance(value, type):
            changed = {field.name: self._back(getattr(value, field.name)) for field in dataclasses.fields(value) if field.init}
            return dataclasses.replace(value, **changed)
        return value

    def _text(self, text: str) -> str:
        if text.isascii() or text in self._printed:
            return self._printed.get(text, text)
        # A label is put together of pieces, or is a part of one: the longest that fit, and what they leave as it is.
        for simple in sorted((simple for simple in self._printed if simple in text or text in simple), key=len, reverse=True):
            if simple in text:
                text = text.replace(simple, self._printed[simple])
            elif text in simple:
                start = simple.index(text)
                return self._printed[simple][start : start + len(text)]
        return text


def is_traditional(pages: Sequence[Sequence[Row]]) -> bool:
    """Whether a document is in traditional characters: several that only they have, and more than simplified ones."""
    letters = [letter for rows in pages for row in rows for chunk in row.chunks for letter in chunk.text if letter > "\u3400"]
    traditional = sum(letter in _ONLY_TRADITIONAL for letter in letters)
    return traditional >= _FEWEST and traditional > sum(letter in _ONLY_SIMPLIFIED for letter in letters)
