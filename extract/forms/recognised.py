"""What pixels do to a form, and how it is mended: slanting lines that fell apart, captions misread, figures that lost their cents."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from extract.forms.sums import own_lines
from extract.records import PeriodFigure, StatementLine
from extract.tables.heads import is_caption
from extract.tables.lines import Chunk, Row

#: Captions of forms that are met most, to know one again in which a sign was misread.
_CAPTIONS = (
    "期初余额",
    "本期发生额",
    "期末余额",
    "年初余额",
    "本年累计",
    "科目编码",
    "科目名称",
    "科目代码",
    "一般项目",
    "即征即退项目",
    "本月数",
    "本期数",
    "栏次",
    "行次",
    "项目",
    "金额",
    "余额",
    "贷方",
    "借方",
    "申报项目",
    "本年累计金额",
    "税种",
    "实缴(退)金额",
    "授信机构",
    "开立日期",
    "到期日",
    "五级分类",
    "借款金额",
    "逾期总额",
    "月末余额",
    "评估对象",
    "评估价值",
    "账面价值",
    "保险金额",
    "上期示数",
    "本期示数",
    "发票号码",
    "开票日期",
    "税额",
    "价税合计",
)
#: Chunks of one printed line share this part of their height with their nearest neighbour; lines of a table share none.
_SHARED = 0.2
#: Where this share of the amounts has cents, one without them has lost them.
_MOSTLY = 0.8
#: Amounts that it takes to say so.
_ENOUGH = 5
#: A list of more lines than this is not doubted as a whole for one sum.
_SHORT = 15
_TOTAL = re.compile(r"合计|总计|^total", re.IGNORECASE)
#: What is left of the trust in a figure that lost its end, or that a sum of its form contradicts.
CUT_SHORT, CONTRADICTED = 0.3, 0.9


def levelled(rows: Sequence[Row]) -> list[Row]:
    """The rows of recognised pages, parts of one slanting line put together again."""
    result: list[Row] = []
    for row in rows:
        before = result[-1] if result else None
        if before is not None and before.recognised and row.recognised and before.page == row.page and _one_line(before, row):
            chunks = tuple(sorted((*before.chunks, *row.chunks), key=lambda chunk: chunk.box.x0))
            result[-1] = replace(before, chunks=chunks)
        else:
            result.append(row)
    return result


def _one_line(above: Row, below: Row) -> bool:
    if any(one.box.overlap_x(other.box) > 0 for one in above.chunks for other in below.chunks):
        return False
    gaps = [(-one.box.overlap_x(other.box), one, other) for one in above.chunks for other in below.chunks]
    _, one, other = min(gaps, key=lambda gap: gap[0])
    return one.box.overlap_y(other.box) > _SHARED * min(one.box.height, other.box.height)


def mended(chunk: Chunk) -> Chunk:
    """A caption in which signs were misread ("期初余猴"), if just one known caption is that near; else the chunk itself."""
    text = re.sub(r"\s+", "", chunk.text)
    if text in _CAPTIONS or is_caption(text) or not re.search(r"[一-鿿]", text):
        return chunk
    if re.fullmatch(r"[一-鿿]方", text):  # 贷 is read well; what stands for 借 is anything
        return replace(chunk, text="借方")
    alike = Counter({caption: _same(caption, text) for caption in _CAPTIONS if len(caption) == len(text) > 2})
    best = alike.most_common(2)
    if not best or best[0][1] * 2 < len(text) or (len(best) > 1 and best[0][1] == best[1][1]):
        return chunk
    return replace(chunk, text=best[0][0])


def _same(one: str, other: str) -> int:
    return sum(left == right for left, right in zip(one, other, strict=True))


def doubted(lines: Sequence[StatementLine], recognised: Sequence[bool]) -> list[StatementLine]:
    """The lines, a recognised amount without cents doubted where nearly all others have them.   recognised: of each line

    The others are all amounts of the form, or those of its other columns: a page cut off at the edge takes the cents of a whole column.
    """
    if any(
        one.unit == "persons" and one.figure.step < 1 and seen for line, seen in zip(lines, recognised, strict=True) for one in line.figures
    ):
        return [  # an amount beside persons: the rows slid past each other
            replace(line, figures=tuple(_doubt(one, CONTRADICTED) for one in line.figures)) if seen else line
            for line, seen in zip(lines, recognised, strict=True)
        ]
    money = [one for line in lines for one in line.figures if one.unit is None and one.figure.value]
    suspect = {column for column in {one.column for one in money} if _printed_with_cents([one for one in money if one.column != column])}
    everywhere = _printed_with_cents(money)
    return [
        replace(
            line,
            figures=tuple(
                _doubt(one, CUT_SHORT)
                if seen and one.unit is None and one.figure.value and one.figure.step >= 1 and (everywhere or one.column in suspect)
                else one
                for one in line.figures
            ),
        )
        for line, seen in zip(lines, recognised, strict=True)
    ]


def _printed_with_cents(money: Sequence[PeriodFigure]) -> bool:
    return len(money) >= _ENOUGH and sum(one.figure.step < 1 for one in money) >= _MOSTLY * len(money)


def contradicted(lines: Sequence[StatementLine], numbers: frozenset[str]) -> list[StatementLine]:
    """The lines, those with one of `numbers` doubted: a sum that they enter does not hold, and they were read from pixels."""
    entering = {id(line) for line in own_lines(lines) if line.note in numbers}
    return [
        replace(line, figures=tuple(_doubt(one, CONTRADICTED) for one in line.figures)) if id(line) in entering else line for line in lines
    ]


def unbalanced(lines: Sequence[StatementLine], recognised: Sequence[bool]) -> list[StatementLine]:
    """The lines of a short list, every recognised figure of a column doubted whose last line is not the sum of the others."""
    if not lines or len(lines) > _SHORT or not _TOTAL.search(lines[-1].label):
        return list(lines)
    wrong = set()
    for total in lines[-1].figures:
        parts = [one.figure.value for line in lines[:-1] for one in line.figures if one.column == total.column]
        if parts and sum(parts) != total.figure.value:
            wrong.add(total.column)
    return [
        replace(line, figures=tuple(_doubt(one, CONTRADICTED) if seen and one.column in wrong else one for one in line.figures))
        for line, seen in zip(lines, recognised, strict=True)
    ]


def _doubt(one: PeriodFigure, confidence: float) -> PeriodFigure:
    return replace(one, figure=replace(one.figure, confidence=min(one.figure.confidence, confidence)))
