"""An amount and the caption after it that a recogniser read as one word ("913878.01营业成本"), cut between them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.page import Word
from extract.place import Box
from extract.tables.lines import Chunk

#: An amount with cents or thousands, then a caption: no unit of the amount, and a caption's words throughout.
_AMOUNT_FIRST = re.compile(
    r"(?P<amount>[(（-]?[¥￥£$]?(?:\d{1,3}(?:,\d{3})+(?:\.\d\d)?|\d+\.\d\d)[)）]?)"
    r"\s*(?P<caption>(?![元万千百亿个份天户笔吨台]|人民币|人[^员均工数]|k?wh|per\b|each\b|of\b|in\b|to\b)(?:[一-鿿]{2}|[一-鿿][:：、]|[A-Za-z]{3}).*)",
    re.IGNORECASE,
)
#: A count, then a caption with its colon, where the caption of the count stood before.
_COUNT_FIRST = re.compile(r"(?P<amount>\d{1,4})\s*(?P<caption>[一-鿿]{3,}[:：])")
#: What remains of the trust in an amount whose end ran into a caption: where a second reading begins with the same amount, and else.
_AGREED, _UNSURE = 0.9998, 0.9


def unstuck(chunks: Sequence[Chunk]) -> list[Chunk]:
    """The chunks of a recognised row, words cut where an amount ends and a caption begins."""
    result: list[Chunk] = []
    for chunk in chunks:
        after_colon = bool(result) and re.search(r"[:：]\s*$", result[-1].text) is not None
        group: list[Word] = []
        for word in chunk.words:
            found = _AMOUNT_FIRST.fullmatch(word.text) or (_COUNT_FIRST.fullmatch(word.text) if after_colon and not group else None)
            if found is None:
                group.append(word)
                continue
            amount, caption = _halves(word, found)
            result.extend(_of(chunk, part) for part in (group, [amount]) if part)
            group = [caption]
        result.append(_of(chunk, group) if len(group) < len(chunk.words) or (group and group[0] is not chunk.words[0]) else chunk)
    return result


def _halves(word: Word, found: re.Match[str]) -> tuple[Word, Word]:
    widths = [2 if re.match(r"[一-鿿：（）]", sign) else 1 for sign in word.text]
    place = found.start("caption")
    edge = word.box.x0 + word.box.width * sum(widths[:place]) / sum(widths)
    second = re.sub(r"\s", "", word.second or "")
    again = second.startswith(found["amount"]) and not re.match(r"[\d.,]", second[len(found["amount"]) :])
    left = replace(
        word,
        text=found["amount"],
        box=Box(word.box.x0, word.box.top, edge, word.box.bottom),
        second=found["amount"] if again else None,
        confidence=min(word.confidence, _AGREED if again else _UNSURE),
        alternatives=(),
    )
    right = replace(
        word,
        text=found["caption"],
        box=Box(edge, word.box.top, word.box.x1, word.box.bottom),
        second=None,
        alternatives=(),
    )
    return left, right


def _of(chunk: Chunk, words: Sequence[Word]) -> Chunk:
    return replace(chunk, text=" ".join(word.text for word in words), box=Box.around(word.box for word in words), words=tuple(words))
