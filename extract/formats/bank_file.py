"""Files in which banks hand statements from machine to machine, taken apart: MT940, BAI2, OFX and CAMT.053.

Only the form is taken apart here, with the place of every piece; what the pieces mean is for `extract.banks.exchange`. The
libraries for these formats are not used to read: they lose the places, join the statements of one file, and give up at a first
tag that is their own bank's invention. The tests hold our reading against theirs.

Sources: SWIFT Standards MT, category 9; ANSI X9.121 (BAI2); OFX 1.6 and 2.3; ISO 20022 camt.053.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from dataclasses import dataclass, field

from extract.document import DocumentWarning, Opened
from extract.errors import Refused
from extract.formats.encoding import misstatement, text_of
from extract.formats.sniff import BAI2, CAMT, MT940, OFX, Kind
from extract.formats.tagged import ofx_nodes
from extract.formats.xml_tree import XmlTree, read_tree
from extract.limits import MAX_CELLS, MAX_TEXT
from extract.page import Exchange, ExchangeFormat, Node

FORMATS: dict[str, ExchangeFormat] = {
    MT940.media_type: "mt940",
    CAMT.media_type: "camt",
    OFX.media_type: "ofx",
    BAI2.media_type: "bai2",
}
#: A field of MT940 begins a line; tags have two digits and a letter, or are one of the letters that some banks add.
_FIELD = re.compile(r":(\d{2}[A-Z]?|[A-Z]{2}):")
_OFX_END = re.compile(r"</OFX\s*>", re.IGNORECASE)
#: What may stand behind the end of OFX: blank lines.
_TAIL = 4_096
_END = re.compile(r"\s*-(?:\}.*)?\s*$")


@dataclass(slots=True)
class _Taken:
    """Nodes as they come, up to the bound."""

    nodes: list[Node] = field(default_factory=list)
    cut_at: int | None = None  # the line from which on nothing was kept
    shortened: int = 0

    def add(self, depth: int, step: str, text: str, line: int) -> None:
        if len(self.nodes) >= MAX_CELLS:
            self.cut_at = self.cut_at or line
            return
        self.shortened += len(text) > MAX_TEXT
        self.nodes.append(Node(min(depth, 100), step[:200], text[:MAX_TEXT], line))


def read_bank_file(data: bytes, name: str, kind: Kind) -> Opened:
    """The pieces of `data`, a file of one of `FORMATS`. Raises Refused when nothing of it can be taken apart."""
    warnings: list[DocumentWarning] = []
    decoded, misstated = text_of(data)
    text = _plain(decoded)
    form = FORMATS[kind.media_type]
    taken = _Taken()
    if form == "camt":
        tree = read_tree(text, name, MAX_CELLS)
        _put_tree(tree, taken)
        if tree.broken_at is not None:
            warnings.append(broken_off(tree.broken_at))
    elif form == "ofx":
        for node in ofx_nodes(text):
            taken.add(node.depth, node.step, node.text, node.line)
        if not _OFX_END.search(text, max(0, len(text) - _TAIL)):
            warnings.append(broken_off(text.count("\n") + 1))
    elif form == "mt940":
        _put_fields(text, taken)
    else:
        _put_records(text, taken)
    if misstated is not None:
        warnings.append(misstatement(misstated))
    if "\ufffd" in text:
        sign = "Some characters are in no known encoding and were replaced by �. Export it as UTF-8 and send that."
        sign_zh = "部分字符无法按已知编码识别，已替换为 �。请以 UTF-8 重新导出后发送。"
        warnings.append(DocumentWarning("encoding-unclear", sign, text_zh=sign_zh))
    if taken.cut_at is not None:
        cut = f"It has more than {MAX_CELLS:,} pieces; what follows from line {taken.cut_at} on is not read. Send it in parts."
        cut_zh = f"文件超过 {MAX_CELLS:,} 项；第 {taken.cut_at} 行起未读取。请分批发送。"
        warnings.append(DocumentWarning("too-many-cells", cut, text_zh=cut_zh))
    if taken.shortened:
        cut = f"{taken.shortened} fields hold more than {MAX_TEXT} characters; the rest of each is not read."
        cut_zh = f"{taken.shortened} 个字段超过 {MAX_TEXT} 个字符；超出部分未读取。"
        warnings.append(DocumentWarning("text-cut", cut, text_zh=cut_zh))
    if not taken.nodes:
        problem, remedy = f"Nothing in it can be read as {kind.name}.", "Export it again and check that it has lines."
        problem_zh, remedy_zh = f"无法按该格式读取其中任何内容：{kind.name_zh}。", "请重新导出，并确认其中有内容。"
        raise Refused("bank-file-damaged", problem, remedy, name=name, problem_zh=problem_zh, remedy_zh=remedy_zh)
    return Opened(
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        media_type=kind.media_type,
        page_count=1,
        exchange=Exchange(form, tuple(taken.nodes)),
        warnings=tuple(warnings),
    )


def broken_off(line: int) -> DocumentWarning:
    """Of a file that is damaged or cut short."""
    text = f"It is damaged or breaks off in line {line}; only what stands before was read. Export it again and send that."
    text_zh = f"文件在第 {line} 行损坏或中断；只读取了此前的内容。请重新导出后发送。"
    return DocumentWarning("file-broken-off", text, text_zh=text_zh)


def _plain(text: str) -> str:
    return text.replace("\x00", "").removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _put_tree(tree: XmlTree, taken: _Taken) -> None:
    for node in tree.nodes:
        taken.add(node.depth, node.step, node.text, node.line)
    taken.cut_at = tree.cut_at


def _put_fields(text: str, taken: _Taken) -> None:
    """MT940: each field with the lines that belong to it. The step is the tag, with its count where the file has it again."""
    fields: list[tuple[str, list[str], int]] = []
    for number, raw in enumerate(text.split("\n"), 1):
        line = _inside_block(raw)
        match = _FIELD.match(line)
        if match:
            fields.append((f":{match.group(1)}:", [line[match.end() :]], number))
        elif _END.match(line):
            fields.append(("-", [""], number))
        elif fields and fields[-1][0] != "-" and line.strip():
            fields[-1][1].append(line)
        elif line.strip() and not (fields and fields[-1][0] != "-"):
            fields.append(("-", [line], number))
    counts = Counter(tag for tag, _, _ in fields)
    seen: Counter[str] = Counter()
    for tag, lines, number in fields:
        seen[tag] += 1
        always = tag == ":61:"
        taken.add(1, f"{tag}[{seen[tag]}]" if always or counts[tag] > 1 else tag, "\n".join(_printable(line) for line in lines), number)


def _inside_block(line: str) -> str:
    """A line without the heading blocks of a FIN message that stand before its text block."""
    head, mark, rest = line.partition("{4:")
    return rest if mark and (not head.strip() or head.lstrip().startswith("{1:")) else line


def _put_records(text: str, taken: _Taken) -> None:
    """BAI2: each physical record."""
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            taken.add(1, f"line {number}", _printable(line).strip(), number)


def _printable(text: str) -> str:
    """`text` without control characters; its blanks stay, because lines that are broken inside a word are joined by them."""
    return text if text.isprintable() else "".join(letter if letter.isprintable() else " " if letter == "\t" else "" for letter in text)
