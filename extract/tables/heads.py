"""Heads of tables whose captions the recogniser misread: each known again by its letters, by what stands under it, and by other pages.

Only what the recogniser itself was unsure of is mended, only in a row that other captions show to be a head, and only where one
caption alone will do: two that differ in the very letter that was lost are left as they were read.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extract.numerals import parse
from extract.place import Box
from extract.tables.lines import Chunk, Row

#: What stands under a caption, and the captions that stand over it: amounts, days, shares, numbers, words.
_CAPTIONS = {
    "amount": (
        "金额 税额 余额 价税合计 合计 合计金额 不含税金额 含税金额 借方 贷方 借方金额 贷方金额 借方发生额"
        " 贷方发生额 收入 支出 收入金额 支出金额 收款金额 付款金额 存入 支取 交易金额 发生额 账户余额 期末余额"
        " 期初余额 年初余额 年末余额 期末数 年初数 期初数 本期金额 上期金额 本年金额 上年金额 本期发生额"
        " 本年累计 本年累计金额 本年累计数 本月数 本月金额 本期数 累计数 单价 账面价值 评估价值 借款金额"
        " 应纳税额 计税依据"
    ),
    "day": ("日期 交易日期 记账日期 开票日期 交易时间 入账日期 起始日期 到期日 开立日期 到期日期 业务日期 凭证日期"),
    "share": "税率 征收率 费率 利率 比例 税率/征收率",
    "number": (
        "序号 行次 栏次 编号 数量 发票代码 发票号码 凭证号 流水号 交易流水号 科目编码 科目代码 账号 对方账号"
        " 纳税人识别号 购买方识别号 销售方识别号 识别号 税号 身份证号码 户号"
    ),
    "words": (
        "摘要 项目 状态 备注 用途 附言 户名 对方户名 对方名称 交易对手 购买方名称 销售方名称 发票票种 票种"
        " 票据类型 科目名称 名称 单位 规格型号 方向 借贷 借贷标志 币种 类型 申报项目 税种 授信机构 五级分类"
        " 货物或应税劳务名称 项目名称 资产 负债和所有者权益 附注 姓名 发票状态"
    ),
}
_KIND_OF = {caption: kind for kind, captions in _CAPTIONS.items() for caption in captions.split()}
#: Letters that tell one caption from its opposite: where one is read, or meant, it must be both.
_TELLING = frozenset("借贷收付支存取购销初末年月期本上进出税余单总")
#: A caption read more surely than this is printed as it was read.
_UNSURE = 0.97
#: Captions that a row needs to be a head: in all, and known as they were read.
_FEWEST, _KNOWN = 3, 2
_ROWS_BELOW = 8
_DAY = re.compile(r"\d{4}[-./年]\d{1,2}[-./月]\d{1,2}|^(?:19|20)\d{6}$")


@dataclass(frozen=True, slots=True)
class _Head:
    page: int
    row: int
    chunks: tuple[Chunk, ...]


def is_caption(text: str) -> bool:
    """Whether that is a caption of a table as it is printed."""
    return _plain(text) in _KIND_OF


def mended(pages: Sequence[Sequence[Row]]) -> list[list[Row]]:
    """The pages, with those captions of their recognised tables put right that are known for certain."""
    result = [list(rows) for rows in pages]
    for _ in range(2):  # what one page's head became may show the next page's
        heads = [_Head(page, index, row.chunks) for page, rows in enumerate(result) for index, row in enumerate(rows) if _is_head(row)]
        for head in heads:
            rows = result[head.page]
            alike = [other for other in heads if other.page != head.page and _alike(head, other)]
            chunks = [_mended(chunk, head, alike, rows) for chunk in head.chunks]
            chunks += _overlooked(head, alike, rows)
            rows[head.row] = replace(rows[head.row], chunks=tuple(sorted(chunks, key=lambda chunk: chunk.box.x0)))
    return result


def _overlooked(head: _Head, alike: Sequence[_Head], rows: Sequence[Row]) -> Iterator[Chunk]:
    """Captions of the same table on another page that nothing was read for on this one, although what stands under them is here."""
    here = [chunk.box for chunk in head.chunks]
    row = rows[head.row].box
    for chunk in next((other.chunks for other in alike), ()):
        kind = _KIND_OF.get(_plain(chunk.text))
        if kind is None or any(box.overlap_x(chunk.box) > 0 for box in here):
            continue
        if _content(chunk.box, rows[head.row + 1 : head.row + 1 + _ROWS_BELOW]) == kind:
            yield Chunk(_plain(chunk.text), Box(chunk.box.x0, row.top, chunk.box.x1, row.bottom))


def _mended(chunk: Chunk, head: _Head, alike: Sequence[_Head], rows: Sequence[Row]) -> Chunk:
    text = _plain(chunk.text)
    if text in _KIND_OF:
        return replace(chunk, text=text) if text != chunk.text and len(text) == len(chunk.text.strip("·,.、。 ")) else chunk
    if chunk.confidence >= _UNSURE:
        return chunk
    caption = _overleaf(chunk, alike) or _known_again(chunk, rows, head)
    return chunk if caption is None else replace(chunk, text=caption)


def _is_head(row: Row) -> bool:
    """Whether a recognised row is one of captions; some of them may be misread."""
    texts = [_plain(chunk.text) for chunk in row.chunks]
    known = sum(text in _KIND_OF for text in texts)
    return (
        row.recognised
        and len(texts) >= _FEWEST
        and known >= _KNOWN
        and not any(parse(text) is not None for text in texts)
    )  # fmt: skip


def _plain(text: str) -> str:
    return re.sub(r"^[^\w(（]+|[\s　.,·。、]+", "", text)


def _alike(one: _Head, other: _Head) -> bool:
    """Whether a table goes on from one page to another: most captions that were read in both stand at the same places."""
    places = {_plain(chunk.text): chunk.box for chunk in other.chunks}
    both = [(chunk.box, places[text]) for chunk in one.chunks if (text := _plain(chunk.text)) in places and text in _KIND_OF]
    same = sum(_above(box, there) for box, there in both)
    return same >= _FEWEST and same >= 0.8 * len(both)


def _overleaf(chunk: Chunk, alike: Sequence[_Head]) -> str | None:
    """The one caption that the same table has at the same place on its other pages."""
    there = [_plain(other.text) for head in alike for other in head.chunks if _above(chunk.box, other.box)]
    known = {text for text in there if text in _KIND_OF}
    return known.pop() if len(known) == 1 else None


def _known_again(chunk: Chunk, rows: Sequence[Row], head: _Head) -> str | None:
    """The one caption of those over such contents that differs least from what was read."""
    under = _content(chunk.box, rows[head.row + 1 : head.row + 1 + _ROWS_BELOW])
    near = sorted(_near(_plain(chunk.text), under)) if under is not None else []
    nearest = [caption for away, caption in near if away == near[0][0]]
    if len(nearest) > 1:
        own = {_plain(other.text) for other in head.chunks}
        nearest = [caption for caption in nearest if caption not in own]
    return nearest[0] if len(nearest) == 1 else None


def _near(text: str, under: str) -> Iterator[tuple[int, str]]:
    for caption, kind in _KIND_OF.items():
        away = _distance(text, caption) if kind == under else None
        if away is not None:
            yield away, caption


def _distance(text: str, caption: str) -> int | None:
    """Letters in which a caption differs from what was read; None where it is another one."""
    if len(text) != len(caption):
        return None
    pairs = list(zip(text, caption, strict=True))
    wrong = [(read, meant) for read, meant in pairs if read != meant]
    if len(wrong) > len(text) // 2 or any(read in _TELLING for read, _ in wrong):
        return None
    return len(wrong)


def _content(box: Box, rows: Sequence[Row]) -> str | None:
    """What most chunks under a caption are; None where there is nothing."""
    under = [_kind(chunk.text) for row in rows for chunk in row.chunks if _above(box, chunk.box)]
    return Counter(under).most_common(1)[0][0] if under else None


def _kind(text: str) -> str:
    if _DAY.search(text):
        return "day"
    if re.fullmatch(r"[\d.]+\s*%", text):
        return "share"
    if re.search(r"\d[.,]\d{2}\b", text) and parse(text) is not None:
        return "amount"
    return "number" if sum(letter.isdigit() for letter in text) > len(text) / 2 else "words"


def _above(box: Box, other: Box) -> bool:
    return box.overlap_x(other) > 0.3 * min(box.width, other.width)
