"""Delimited text: comma, tab, semicolon, pipe; with the lines that bank exports print above their header."""

from __future__ import annotations

import csv
import hashlib
import re
from collections import Counter
from collections.abc import Iterator

from extract.document import DocumentWarning, Opened
from extract.errors import Refused
from extract.formats.encoding import decoded, mark_lies, misstatement
from extract.formats.pdf_page import clean
from extract.formats.sniff import DELIMITED
from extract.limits import MAX_CELLS, MAX_TEXT
from extract.page import Cell, Sheet

_DELIMITERS = ",\t;|"
_SAMPLE_LINES = 400
_KEPT_AS_TEXT = re.compile(r"""=\s*"(?P<quoted>[^"]+)"|['‘’`](?P<marked>[-+(¥$£€]*\d[\d.,]*\)?)""")
_MOST_FIELDS = 2_000
_AMOUNT = re.compile(r"[-+(]?[^\d;|\t]{0,5}\d[\d.,' ]*[^\d;|\t]{0,4}")


def read_delimited(data: bytes, name: str) -> Opened:
    """The fields of a delimited file, as one sheet; a field's row is the line it begins on. Raises Refused."""
    text = decoded(data).replace("\x00", "")
    lines = text.splitlines()
    delimiter = delimiter_of(lines[:_SAMPLE_LINES])
    cells: list[Cell] = []
    warnings: list[DocumentWarning] = []
    cut = 0
    for line, fields in _records(lines, delimiter):
        for column, raw in enumerate(fields[:_MOST_FIELDS], 1):
            cut += len(raw) > MAX_TEXT
            content = _unmarked(clean(raw.replace("\n", " ")))
            if content:
                cells.append(Cell(line, column, content, f"line {line}, column {column}"))
        if len(cells) >= MAX_CELLS:
            text_en = f"It has more than {MAX_CELLS:,} fields; the lines from {line} on are not read. Send it in parts."
            text_zh = f"文件超过 {MAX_CELLS:,} 个字段；第 {line} 行起未读取。请分批发送。"
            warnings.append(DocumentWarning("too-many-cells", text_en, text_zh=text_zh))
            break
    if cut:
        text_en = f"{cut} fields hold more than {MAX_TEXT} characters; the rest of each is not read."
        text_zh = f"{cut} 个字段超过 {MAX_TEXT} 个字符；超出部分未读取。"
        warnings.append(DocumentWarning("text-cut", text_en, text_zh=text_zh))
    if mark_lies(data):
        warnings.append(misstatement("UTF-8"))
    if "\ufffd" in text:
        sign = "Some characters are in no known encoding and were replaced by �. Export it as UTF-8 and send that."
        sign_zh = "部分字符无法按已知编码识别，已替换为 �。请以 UTF-8 重新导出后发送。"
        warnings.append(DocumentWarning("encoding-unclear", sign, text_zh=sign_zh))
    if not cells:
        remedy, remedy_zh = "Export it again and check that it has lines.", "请重新导出，并确认其中有内容。"
        raise Refused("empty-file", "It has no text in it.", remedy, name=name, problem_zh="文件中没有文字。", remedy_zh=remedy_zh)
    return Opened(
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        media_type=DELIMITED.media_type,
        page_count=1,
        sheets=(Sheet("", tuple(cells[:MAX_CELLS]), delimited=True),),
        warnings=tuple(warnings),
    )


def delimiter_of(lines: list[str]) -> str:
    """The mark that parts most lines into the same number of fields, two or more; a comma when none does.

    Lines above the header have other counts, so the commonest count decides, not all of them.
    """
    best, best_score = ",", 0.0
    filled = [line for line in lines if line.strip()]
    for delimiter in _DELIMITERS:
        records = [fields for _, fields in _records(filled, delimiter) if any(field.strip() for field in fields)]
        # Ragged rows have more or fewer empty fields at their ends; either way of counting may find what they have in common.
        filled_to = Counter(max(index for index, field in enumerate(record, 1) if field.strip()) for record in records)
        counts = max(
            Counter(map(len, records)), filled_to, key=lambda each: max((lines for size, lines in each.items() if size > 1), default=0)
        )
        counts.pop(1, None)
        if not counts:
            continue
        fields, lines_with = max(counts.items(), key=lambda item: (item[1], item[0]))
        # The share of lines counts first; more fields break a tie (1,234.56;7,8 has both marks on each line).
        score = lines_with / len(filled) + 0.01 * min(fields, 20)
        # Behind a number a tab may only keep it as text (1234.50<tab>,): then the next field begins with the true mark.
        marks = tuple(mark for mark in ",;|" if mark != delimiter)
        score -= sum(any(field.lstrip(" ").startswith(marks) for field in record) for record in records) / len(filled)
        # Cut at the commas of its amounts, a line of another mark keeps that mark inside its fields (1001;Petty cash;1.104 | 00).
        others = _DELIMITERS.replace(delimiter, "")
        score -= 0.6 * sum(any(_holds_mark(field, others) for field in record) for record in records) / len(filled)
        if score > best_score:
            best, best_score = delimiter, score
    return best


def _holds_mark(field: str, marks: str) -> bool:
    """Whether a field has another mark in it that belongs to no amount."""
    return any(mark in field for mark in marks) and _AMOUNT.fullmatch(field.strip()) is None


def _records(lines: list[str], delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Each record with the line it begins on. A quote that is never closed ends at its line, as a person reads it."""
    csv.field_size_limit(1_000_000)
    if delimiter == "\t" or sum(line.count('"') for line in lines) % 2:
        # Odd quotes: one is part of a text (6" pipe). Each line then is one record.
        for number, line in enumerate(lines, 1):
            yield number, _fields(line, delimiter)
        return
    reader = csv.reader((f"{line}\n" for line in lines), delimiter=delimiter, skipinitialspace=True)
    before = 0
    while True:
        try:
            fields = next(reader)
        except StopIteration:
            return
        except csv.Error:
            fields = []
        yield before + 1, fields
        before = reader.line_num


def _unmarked(text: str) -> str:
    """A number without the mark by which a spreadsheet is told to keep it as text: '1234.50, or ="1234.50"."""
    found = _KEPT_AS_TEXT.fullmatch(text)
    return (found["quoted"] or found["marked"]) if found else text


def _fields(line: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=delimiter, skipinitialspace=True), [])
    except csv.Error:
        return line.split(delimiter)
