"""The operators of a page's content, read in runs of tokens instead of one by one.

pdfminer finds each token of a content stream by a chain of small steps, which takes most of the time of a dense page. Here one pattern
takes the common forms (numbers, names, plain strings, operators) as long as they follow each other, and pdfminer's own steps take whatever
else comes: comments, inline pictures, odd strings, and what lies across the end of a buffer. Both give the same tokens.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from pdfminer.pdfinterp import PDFContentParser, PDFPageInterpreter
from pdfminer.pdftypes import stream_value
from pdfminer.psexceptions import PSEOF
from pdfminer.psparser import KWD, LIT, PSKeyword, keyword_name

_END = rb"(?=[#/%\[\]()<>{}\s])"
_TOKEN = re.compile(
    rb"\s*(?:"
    rb"([-+]?\d{1,300})(?=[^0-9.])"
    rb"|([-+]?(?:\d+\.\d*|\.\d+))(?=[^0-9])"
    rb"|/([^#/%\[\]()<>{}\s]*)(?=[/%\[\]()<>{}\s])"
    rb"|<((?:[0-9A-Fa-f]{2})*)>(?=[^>])"
    rb"|\(([^()\\]*)\)"
    rb"|\(((?:[^()\\]|\\[0-3][0-7]{2}|\\[btnrf()\\])*)\)"
    rb"|([A-Za-z][^#/%\[\]()<>{}\s]*)" + _END + rb"|([\[\]'\"])"
    rb")"
)
_INTEGER, _REAL, _NAME, _HEX, _STRING, _ESCAPED, _KEYWORD, _MARK = range(1, 9)
_ESCAPE = re.compile(rb"\\(?:([0-7]{3})|(.))", re.DOTALL)
_ESCAPES = {b"b": b"\b", b"t": b"\t", b"n": b"\n", b"r": b"\r", b"f": b"\f", b"(": b"(", b")": b")", b"\\": b"\\"}
#: Those that open or close something, and so mean more than themselves.
_NESTING = frozenset(KWD(mark) for mark in (b"[", b"]", b"<<", b">>", b"{", b"}", b"BI", b"ID"))
#: After it come the bytes of a picture.
_PICTURE = b"ID"
_BUFFER = 1 << 16


def _unescaped(match: re.Match[bytes]) -> bytes:
    octal = match.group(1)
    return bytes((int(octal, 8),)) if octal else _ESCAPES[match.group(2)]


def _name(text: bytes) -> Any:
    try:
        return LIT(text.decode("utf-8"))
    except UnicodeDecodeError:
        return LIT(text)


class FastContent(PDFContentParser):
    """pdfminer's reader of content streams, with runs of common tokens taken at once."""

    BUFSIZ = _BUFFER

    def seek(self, pos: int) -> None:
        #: Tokens of the current run that nobody has taken yet, the next one last.
        self._ready: list[tuple[int, Any]] = []
        super().seek(pos)

    def nexttoken(self) -> tuple[int, Any]:
        if self._ready:
            return self._ready.pop()
        if not self._tokens and not self.eof and self.charpos < len(self.buf) and self._parse1 == self._parse_main:
            self._take_run()
            if self._ready:
                return self._ready.pop()
        token: tuple[int, Any] = super().nexttoken()
        return token

    def _take_run(self) -> None:
        found = self._ready
        begun, charpos = self.bufpos, self.charpos
        match_next = _TOKEN.scanner(self.buf, charpos).match  # type: ignore[attr-defined]
        while (match := match_next()) is not None:
            form = match.lastindex
            text = match.group(form)
            token: Any
            if form == _INTEGER:
                token = int(text)
            elif form == _REAL:
                token = float(text)
            elif form == _KEYWORD:
                token = KWD(text) if text not in (b"true", b"false") else text == b"true"
            elif form == _HEX:
                token = bytes.fromhex(text.decode("ascii"))
            elif form == _STRING:
                token = text
            elif form == _NAME:
                token = _name(text)
            elif form == _ESCAPED:
                token = _ESCAPE.sub(_unescaped, text)
            else:
                token = KWD(text)
            charpos = match.end()
            found.append((begun + match.start(form), token))
            if text == _PICTURE:
                break
        self.charpos = charpos
        found.reverse()

    def nextobject(self) -> tuple[int, Any]:
        if not self.results and not self.context and not self.curstack:
            token = self.nexttoken()
            kind = token[1]
            if not isinstance(kind, PSKeyword) or kind not in _NESTING:
                return token
            self._ready.append(token)
        found: tuple[int, Any] = super().nextobject()
        return found


class FastInterpreter(PDFPageInterpreter):
    """pdfminer's interpreter over `FastContent`."""

    #: Operator -> name of the method and how many operands it takes; None for an unknown one.
    _known: dict[Any, tuple[str, int] | None] = {}  # noqa: RUF012  filled once for all pages

    def execute(self, streams: Sequence[object]) -> None:
        valid = []
        self.stream_ids.clear()
        for one in streams:
            stream = stream_value(one)
            # A form that draws itself would never end.
            if stream.objid is not None and stream.objid not in self.parent_stream_ids:
                valid.append(stream)
                self.stream_ids.add(stream.objid)
        try:
            parser = FastContent(valid)
        except PSEOF:
            return
        while True:
            try:
                _, found = parser.nextobject()
            except PSEOF:
                return
            if not isinstance(found, PSKeyword):
                self.argstack.append(found)
                continue
            known = self._known[found] if found in self._known else self._learn(found)
            if known is None:
                continue
            method, operands = known
            if not operands:
                getattr(self, method)()
                continue
            given = self.pop(operands)
            if len(given) == operands:
                getattr(self, method)(*given)

    def _learn(self, operator: PSKeyword) -> tuple[str, int] | None:
        name = keyword_name(operator)
        method = "do_" + name.replace("*", "_a").replace('"', "_w").replace("'", "_q")
        known = (method, getattr(self, method).__code__.co_argcount - 1) if hasattr(self, method) else None
        if known is not None:  # nonsense has no end of operators
            self._known[operator] = known
        return known
