"""What the sender should know about a list: that nothing of it is verified yet, what of it is a guess, and tables that were left out."""

from __future__ import annotations

from collections.abc import Iterator

from extract.document import DocumentWarning
from extract.forms.lists.kinds import KEPT
from extract.forms.lists.reading import Listed

_LONGEST = 60


def said_of(listed: Listed) -> Iterator[DocumentWarning]:
    """The warnings about one list and the tables beside it."""
    if listed.kind.form in KEPT:
        name, name_zh = KEPT[listed.kind.form]
        text = f"It holds a {name}: its figures are kept, and nothing of them is verified yet."
        yield DocumentWarning("list-not-verified", text, text_zh=f"文件含有{name_zh}：其中金额已保留，但尚未核验。")
    if listed.guessed:
        columns = ", ".join(f'"{one}"' for one in listed.guessed)[:_LONGEST]
        text = (
            f"What the columns {columns} of a list are about is said by no caption and no sum: they are marked doubtful. Name its columns."
        )
        text_zh = f"清单中的列（{columns}）没有能说明其含义的标题，也无法由勾稽关系判断：已标为存疑。请注明各列的含义。"
        yield DocumentWarning("list-columns-guessed", text, text_zh=text_zh)
    for captions, count in listed.beside:
        shown = captions[:_LONGEST] or "without captions"
        text = (
            f'A table of {count} lines beside it ("{shown}") is none that tieout knows: its figures are not kept. Send it as its own file.'
        )
        text_zh = (
            f"同一工作表中另有一个 {count} 行的表格（“{captions[:_LONGEST] or '无标题'}”）无法识别：其中金额未保留。请单独发送该表格。"
        )
        yield DocumentWarning("table-not-read", text, text_zh=text_zh)
