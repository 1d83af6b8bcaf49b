"""Which encoding a text file is in: what decodes strictly, and among those what reads like a bank's export.

Chinese banks export GB18030 (or its subsets), Taiwan and Hong Kong Big5, Western programs cp1252; UTF-8 and UTF-16 name
themselves. Byte patterns of GB18030 and Big5 overlap, so the share of everyday characters decides: both sets keep these in
a first level of their own (GB/T 2312 rows 16 to 55, Big5 A440 to C67E).
"""

from __future__ import annotations

from extract.formats.sniff import looks_like_utf_16

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_SAMPLE = 64 * 1024
#: What stands in Western exports beyond ASCII: currency signs, dashes, quotes, accented letters.
_WESTERN = frozenset("£€¥©®°·–—‘’“”…•«» ½¼§ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜßàáâãäåæçèéêëìíîïñòóôõöøùúûüÿ")
_CHINESE_SIGNS = frozenset("，。、：；（）《》“”‘’—…￥！？【】·％－／　＋＝")


def decoded(data: bytes) -> str:
    """`data` as text. Never raises: what is valid in no encoding is read as cp1252 with replacement characters."""
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return data.decode(codec, "replace")
    wide = looks_like_utf_16(data[:4096])
    if wide is not None:
        return data.decode(wide, "replace")
    text = _strict(data, "utf-8")
    if text is not None:
        return text
    # A file cut off within its last character is still that encoding.
    candidates = [(codec, _strict(data, codec) or _strict(data[:-1], codec)) for codec in ("gb18030", "big5", "cp1252")]
    ranked = [(_plausibility(text[:_SAMPLE], codec), text) for codec, text in candidates if text is not None]
    if not ranked:
        cut = _strict(data[:-1], "utf-8") or _strict(data[:-2], "utf-8")
        return cut if cut is not None else data.decode("cp1252", "replace")
    return max(ranked, key=lambda item: item[0])[1]


def _strict(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except (UnicodeDecodeError, ValueError):
        return None


def _plausibility(text: str, codec: str) -> float:
    """Share of the letters beyond ASCII that an export in `codec` would use."""
    beyond = [letter for letter in text if letter > "\x7f"]
    if not beyond:
        return 1.0
    likely = sum(_western(text, codec) if codec == "cp1252" else [_everyday(letter, codec) for letter in beyond])
    return likely / len(beyond)


def _western(text: str, codec: str) -> list[float]:
    """Western letters stand alone among ASCII; where they stand in rows, they are the halves of Chinese characters."""
    del codec
    scores = []
    for index, letter in enumerate(text):
        if letter > "\x7f":
            neighbours = text[max(0, index - 1) : index] + text[index + 1 : index + 2]
            alone = all(other <= "\x7f" for other in neighbours)
            scores.append(1.0 if letter in _WESTERN and alone else 0.2 if letter in _WESTERN else 0.0)
    return scores


def _everyday(letter: str, codec: str) -> float:
    if letter in _CHINESE_SIGNS:
        return 1.0
    if not "\u4e00" <= letter <= "\u9fff":
        return 0.1 if letter.isprintable() else 0.0
    try:
        lead = letter.encode("gb2312" if codec == "gb18030" else "big5")[0]
    except UnicodeEncodeError:
        return 0.2
    return 1.0 if (0xB0 <= lead <= 0xD7 if codec == "gb18030" else 0xA4 <= lead <= 0xC6) else 0.3
