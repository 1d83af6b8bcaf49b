"""Text that can be written down, whatever a file system or a document gave us."""

from __future__ import annotations

import re
from typing import Any

#: How Python holds bytes of a file name that are not UTF-8, and halves of characters that broken documents carry.
_BYTES = re.compile("[\udc80-\udcff]+")
_HALVES = re.compile("[\ud800-\udfff]")


def legible(text: str) -> str:
    """`text` as valid Unicode. Bytes that are not UTF-8 are read as GB 18030, in which old Chinese systems name files."""
    if text.isascii() or not _HALVES.search(text):
        return text
    return _HALVES.sub("\ufffd", _BYTES.sub(_decoded, text))


def legible_json(value: Any) -> Any:
    """The same for every text of a JSON value."""
    if isinstance(value, str):
        return legible(value)
    if isinstance(value, dict):
        return {key: legible_json(child) for key, child in value.items()}
    return [legible_json(child) for child in value] if isinstance(value, list) else value


def _decoded(match: re.Match[str]) -> str:
    return match[0].encode("utf-8", "surrogateescape").decode("gb18030", "replace")
