"""No row disappears silently: each amount that cannot be read, or only with doubt, is named with its place."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.banks.amount import Unreadable
from extract.document import DocumentWarning
from extract.numerals import show

#: Amounts that have a warning of their own; the places of the others are listed in one.
_NAMED = 20
#: Places listed in one warning; a hostile export could have a million.
_LISTED = 500
#: Characters of a printed text that are repeated in its warning.
_SHOWN = 40


def unread_warnings(found: Sequence[Unreadable]) -> list[DocumentWarning]:
    """One warning for each of `found`, in printed order; of a long list the rest together."""
    warnings = [_warning(item) for item in found[:_NAMED]]
    rest = found[_NAMED:]
    if rest:
        listed, more = rest[:_LISTED], len(rest) - _LISTED
        places = ", ".join(f"{item.day or 'no date'} ({_place(item)})" for item in listed)
        places_zh = "、".join(f"{item.day or '无日期'}（{_place_zh(item)}）" for item in listed)
        lost = sum(item.lost for item in rest)
        text = (
            f"Another {len(rest)} amounts cannot be read with certainty, and {lost} of their rows are left out: {places}"
            f"{f', and {more} more' if more > 0 else ''}. Compare them with the original, or export the statement anew."
        )
        text_zh = (
            f"另有 {len(rest)} 个金额无法准确识读，其中 {lost} 行未计入：{places_zh}"
            f"{f'，以及另外 {more} 个' if more > 0 else ''}。请与原件核对，或重新导出流水。"
        )
        warnings.append(DocumentWarning("amount-unreadable", text, rest[0].row.page, text_zh))
    return warnings


def _warning(item: Unreadable) -> DocumentWarning:
    printed = item.chunk.text if len(item.chunk.text) <= _SHOWN else f"{item.chunk.text[:_SHOWN]}…"
    name, name_zh = ("balance", "余额") if item.role == "balance" else ("amount", "金额")
    day, day_zh = (f"dated {item.day}", f"日期为 {item.day} 的") if item.day else ("without a date", "无日期的")
    head = f"The row {day} ({_place(item)}) prints “{printed}” as its {name}"
    head_zh = f"{day_zh}一行（{_place_zh(item)}）的{name_zh}印作“{printed}”，"
    if item.lost and item.kept is not None:
        text = f"{head} and no amount that can be read; the row is left out. Correct the cell, or send the bank's own export."
        text_zh = f"{head_zh}但没有可以识读的金额；该行未计入。请更正该处，或提供银行原始导出文件。"
    elif item.kept is not None:
        value = show(item.kept.value, max(0, -item.kept.step.adjusted()))
        text = f"{head} with misplaced separators; it was taken as {value} and is doubtful. Compare it with the original."
        text_zh = f"{head_zh}分隔符位置有误；暂按 {value} 计，数值存疑。请与原件核对。"
    elif item.lost:
        text = f"{head}, which cannot be read; the row is left out. Correct the cell, or send the bank's own export."
        text_zh = f"{head_zh}不是可以识读的金额；该行未计入。请更正该处，或提供银行原始导出文件。"
    else:
        text = f"{head}, which cannot be read; the row is read without it. Correct the cell, or send the bank's own export."
        text_zh = f"{head_zh}不是可以识读的金额；该行已读入，但不含此{name_zh}。请更正该处，或提供银行原始导出文件。"
    return DocumentWarning("amount-unreadable", text, item.row.page, text_zh)


def _place(item: Unreadable) -> str:
    if item.chunk.cell is not None:
        return f"cell {item.chunk.cell}"
    return item.chunk.path or f"page {item.row.page}, line {item.row.number + 1}"


def _place_zh(item: Unreadable) -> str:
    if item.chunk.cell is not None:
        return f"单元格 {item.chunk.cell}"
    if item.chunk.path is not None:
        return re.sub(r"line (\d+), column (\d+)", r"第 \1 行第 \2 列", item.chunk.path)
    return f"第 {item.row.page} 页第 {item.row.number + 1} 行"
