"""Which encoding a text file is in: what decodes strictly, and among those what reads like a bank's export.

Chinese banks export GB18030 (or its subsets), Taiwan and Hong Kong Big5, Western programs cp1252; UTF-8 and UTF-16 name
themselves. Byte patterns of GB18030 and Big5 overlap, so the share of everyday characters decides: both sets keep these in
a first level of their own (GB/T 2312 rows 16 to 55, Big5 A440 to C67E).
"""

from __future__ import annotations

import codecs
import re

from extract.document import DocumentWarning
from extract.formats.sniff import looks_like_utf_16

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_SAMPLE = 64 * 1024
#: Share of characters beyond ASCII that may be damaged in a file whose encoding is still told by the others.
_DAMAGED = 0.03
#: A damaged character of several bytes is lost byte by byte.
_LOST = re.compile("\ufffd+")
_HAN = re.compile(r"[\u4e00-\u9fff]{2}")
#: A declaration of the encoding: of XML, and of the heading of OFX 1.
_DECLARED = re.compile(rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']""")
_CHARSET = re.compile(rb"CHARSET\s*:\s*([A-Za-z0-9-]{1,20})")
#: What stands in Western exports beyond ASCII: currency signs, dashes, quotes, accented letters.
_WESTERN = frozenset("£€¥©®°·–—‘’“”…•«» ½¼§ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜßàáâãäåæçèéêëìíîïñòóôõöøùúûüÿ")
_CHINESE_SIGNS = frozenset("，。、：；（）《》“”‘’—…￥！？【】·％－／　＋＝")


def decoded(data: bytes) -> str:
    """`data` as text. Never raises: what is valid in no encoding is read as the one that fits best, with replacement characters."""
    for mark, codec in _MARKS:
        if data.startswith(mark):
            text = data.decode(codec, "replace")
            if codec != "utf-8-sig" or _fits(text):
                return text
            data = data[len(mark) :]  # some programs put the mark before whatever they write
    wide = looks_like_utf_16(data[:4096])
    if wide is not None:
        return data.decode(wide, "replace")
    text = data.decode("utf-8", "replace")
    if _fits(text):
        return text
    candidates = ((codec, data.decode(codec, "replace")) for codec in ("gb18030", "big5", "cp1252"))
    ranked = [(_plausibility(text[:_SAMPLE], codec), text) for codec, text in candidates if _fits(text)]
    return max(ranked, key=lambda item: item[0])[1] if ranked else data.decode("cp1252", "replace")


def mark_lies(data: bytes) -> bool:
    """Whether `data` begins with the mark of UTF-8, which it is not."""
    return data.startswith(b"\xef\xbb\xbf") and not _fits(data.decode("utf-8-sig", "replace"))


def _fits(text: str) -> bool:
    """Whether nearly all of what was decoded is characters: a damaged byte, or a file cut within its last one, changes no encoding."""
    lost = len(_LOST.findall(text))
    if lost == 0:
        return True
    beyond = sum(letter > "\x7f" for letter in text)
    return lost <= _DAMAGED * beyond or (lost == 1 and beyond > 2 and text.endswith("\ufffd"))


def text_of(data: bytes) -> tuple[str, str | None]:
    """The text of `data`, and the encoding that it declares where its bytes are in another one.

    What is valid UTF-8 beyond ASCII is UTF-8, whatever it declares: no text of a one-byte encoding looks like that by chance.
    """
    found = _DECLARED.search(data[:1024]) or _CHARSET.search(data[:2048])
    declared = found.group(1).decode("ascii") if found else None
    if declared is not None and declared.isdigit():
        declared = f"cp{declared}"
    if declared is None or declared.upper() in {"NONE", "CSUNICODE"}:
        return decoded(data), None
    if data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")) or looks_like_utf_16(data[:4096]) is not None:
        return decoded(data), None
    try:
        codec = codecs.lookup(declared).name
    except LookupError:
        return decoded(data), declared
    text = _strict(data, "utf-8")
    if text is not None:
        return text, None if codec == "utf-8" or text.isascii() else declared
    text, by_bytes = _strict(data, codec), decoded(data)
    # Any bytes are letters of a one-byte encoding; rows of its rarest ones are the halves of Chinese characters.
    if text is not None and (codec.startswith(("gb", "big5", "hz")) or not _HAN.search(by_bytes)):
        return text, None
    return by_bytes, declared


def restated(data: bytes) -> bytes | None:
    """XML whose bytes are not what its declaration says, in UTF-8 and without it; None where the declaration holds."""
    if _DECLARED.search(data[:1024]) is None:
        return None
    text, misstated = text_of(data)
    return None if misstated is None else undeclared(text).encode("utf-8", "replace")


def undeclared(text: str) -> str:
    """`text` with its XML declaration blanked out, line by line as it was."""
    body = text.lstrip("\ufeff \t\r\n")
    if not body.startswith("<?xml"):
        return body if body.startswith("<") else text
    end = body.find("?>")
    return "\n" * body[:end].count("\n") + body[end + 2 :] if end >= 0 else body


def misstatement(declared: str) -> DocumentWarning:
    """The remark on a file that is in another encoding than it says."""
    return DocumentWarning(
        "encoding-misstated",
        f"Its heading says {declared}, which its bytes are not; it was read by its bytes.",
        text_zh=f"文件声明的编码为 {declared}，与实际内容不符；已按实际内容读取。",
    )


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
