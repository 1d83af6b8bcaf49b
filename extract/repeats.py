"""Pages that were handed in twice: the same page again in one file, or in another file of the loan file. They count once."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from extract.document import Document, DocumentWarning, Opened, status_of
from extract.page import Page
from extract.records import Record

#: Pages with fewer words than this are alike by chance: a page number, a heading.
_FEWEST_WORDS = 12
#: Page number to what is printed on it; pages that print too little to be told apart are not in it.
Prints = Mapping[int, str]


def prints_of(opened: Opened, pictures: Path) -> Prints:
    """What stands on each page, as one value that only the same page has: its words and their places, or its pixels."""
    found = {page.number: _print(page, pictures) for page in opened.pages}
    return {number: said for number, said in found.items() if said is not None}


def _print(page: Page, pictures: Path) -> str | None:
    if page.source == "none":
        picture = pictures / f"page-{page.number}.png"
        try:
            return hashlib.sha256(picture.read_bytes()).hexdigest() if picture.exists() else None
        except OSError:
            return None
    if len(page.words) < _FEWEST_WORDS or not any(letter.isdigit() for word in page.words for letter in word.text):
        return None
    said = "\n".join(f"{word.text}\t{word.box.x0:.0f}\t{word.box.top:.0f}" for word in page.words)
    return hashlib.sha256(said.encode("utf-8", "replace")).hexdigest()


def without_repeats(opened: Opened, prints: Prints) -> Opened:
    """`opened` with each page once, and a remark for each that was left out."""
    first: dict[str, int] = {}
    kept: list[Page] = []
    warnings = list(opened.warnings)
    for page in opened.pages:
        said = prints.get(page.number)
        if said is None or said not in first:
            kept.append(page)
            if said is not None:
                first[said] = page.number
            continue
        text = f"Page {page.number} is the same as page {first[said]}; it counts once."
        warnings.append(DocumentWarning("duplicate-page", text, page.number, f"第 {page.number} 页与第 {first[said]} 页相同；只计一次。"))
    return replace(opened, pages=tuple(kept), warnings=tuple(warnings)) if len(kept) < len(opened.pages) else opened


def counted_once(documents: Sequence[Document], prints: Mapping[str, Prints]) -> list[Document]:
    """The documents, in the order of their names, without records that stand only on pages of an earlier one.

    prints   of each document, by name
    """
    first: dict[str, tuple[str, int]] = {}
    result = []
    for document in documents:
        own = prints.get(document.name, {})
        repeated = {number: first[said] for number, said in own.items() if said in first}
        for number, said in own.items():
            first.setdefault(said, (document.name, number))
        result.append(_counted_once(document, repeated) if repeated else document)
    return result


def _counted_once(document: Document, repeated: Mapping[int, tuple[str, int]]) -> Document:
    kept = tuple(record for record in document.records if not _stands_on(record, repeated))
    if len(kept) == len(document.records):
        return document
    gone = sorted({number for record in document.records if record not in kept for number in _pages_of(record)})
    warnings = [*document.warnings]
    for number in gone:
        name, other = repeated[number]
        text = f"Page {number} is the same as page {other} of {name}; it counts once."
        warnings.append(DocumentWarning("duplicate-page", text, number, f"第 {number} 页与 {name} 第 {other} 页相同；只计一次。"))
    return replace(document, records=kept, warnings=tuple(warnings), status=status_of(kept, warnings))


def _stands_on(record: Record, pages: Mapping[int, object]) -> bool:
    own = _pages_of(record)
    return bool(own) and all(number in pages for number in own)


def _pages_of(record: Record) -> set[int]:
    return {figure.place.page for figure in record.figures() if figure.place.page is not None}


def _illegible(page: Page) -> bool:
    return bool(page.flaws) and all(flaw.code != "blank-page" for flaw in page.flaws)


def blank_pages(opened: Opened) -> DocumentWarning | None:
    """One remark for all pages that print nothing, of a document that prints something; None where there is none."""
    # A picture without words may be illegible instead, which its flaw says.
    blank = [page.number for page in opened.pages if not page.words and page.source != "none" and not _illegible(page)]
    if not blank or (len(blank) == len(opened.pages) and all(page.source != "ocr" for page in opened.pages)):
        return None
    shown = ", ".join(str(number) for number in blank[:20]) + (" …" if len(blank) > 20 else "")
    if len(blank) == 1:
        return DocumentWarning("blank-page", f"Nothing is printed on page {shown}.", blank[0], f"第 {shown} 页为空白页。")
    return DocumentWarning("blank-page", f"Nothing is printed on pages {shown}.", None, f"第 {shown} 页为空白页。")
