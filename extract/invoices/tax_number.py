"""Tax numbers as printed: Chinese ones, also as recognised from pixels, and those of European, American and Australian papers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.credit_code import LOOK_ALIKE, holds
from extract.tables.lines import Chunk, Row

_LONGEST = re.compile(r"(?<![0-9A-Z])(?:[0-9A-Z]{18}|\d{15}[0-9A-Z]{0,5}|[0-9A-Z]{15})(?![0-9A-Z])")
#: What names a tax number, with the words that may follow; its number must stand right behind.
_NAMED = re.compile(
    r"(?<![A-Za-z])(?P<label>(?:your |our |customer |client |buyer |seller |supplier )?(?:[A-Z]{2} )?(?:VAT|TVA|BTW|"
    r"IVA|MwSt|GST|ABN|F?EIN|TIN|N\.?I\.?F|C\.?I\.?F|"
    r"UID|P\. ?IVA|Partita IVA|USt\.?-?Id|Fed(?:eral)?\.?(?: Tax)? ID|Tax ID|Tax (?:Identification )?(?:No|Number)|"
    r"Tax Reg(?:istration)?)\b"
    r"(?:[ .,:#-]*(?:UE|EU|ID|Id|IdNr|Reg|Regn|Registration|Registered|No|Nr|Num|Number|Identification|intracommunautaire|"
    r"n°)\b)*)[ .:#-]*"
    r"(?P<number>[A-Z]{2}U?[ ]?[0-9A-Z]{1,4}(?:[ .]?[0-9]{2,4}){1,4}(?:[ ]?[A-Z]{1,2})?(?:[A-Z]?\d{2})?(?![0-9])|[A-Z]\d{7}[A-Z0-9]|"
    r"\d{8}[A-Z]\b|\d{2}-\d{7}(?!\d)"
    r"|\d{2} \d{3} \d{3} \d{3}(?!\d)|\d{3} ?\d{4} ?\d{2}(?: ?\d{3})?(?![\d.,])|\d{8,12}(?![\d.,]))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class PrintedId:
    """A tax number behind the words that name it.   row: index of its row   label: those words"""

    number: str
    label: str
    row: int
    chunk: Chunk


def printed_ids(rows: Sequence[Row]) -> Iterator[PrintedId]:
    """Every tax number that its row names, in reading order; the words may stand in the chunk before."""
    for index, row in enumerate(rows):
        for position, chunk in enumerate(row.chunks):
            text = chunk.text
            before = row.chunks[position - 1].text if position else ""
            if re.match(r"(?:[A-Z]{2} ?)?\d", text) and re.search(r"[A-Za-z]", before) and not re.search(r"\d{4}", before):
                text = f"{before} {text}"
            for match in _NAMED.finditer(text):
                number = re.sub(r"[\s.]", "", match["number"])
                if sum(character.isdigit() for character in number) >= 7:
                    yield PrintedId(number, match["label"], index, chunk)


def chinese_tax_number(text: str, *, recognised: bool) -> str | None:
    """The number in `text`; None where there is none.

    Printed text is taken as it stands, valid or not. What was recognised from pixels is taken when its check character holds, read
    with the letters for which it holds; a misread number would be another firm's.
    """
    match = _LONGEST.search(re.sub(r"(?<=[0-9A-Z]) (?=[0-9A-Z])", "", text.upper()))
    if match is None:
        return None
    number = match.group()
    if not recognised or len(number) != 18:
        return number if not recognised or number.isdigit() else None
    mended = number.translate(LOOK_ALIKE)
    return mended if holds(mended) else None
