"""Documents in, records out: the order of the stages, and nothing else."""

from __future__ import annotations

import hashlib
import logging
import tempfile
import traceback
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from dataclasses import replace
from pathlib import Path

from extract.document import Document, DocumentWarning, Opened, status_of
from extract.errors import Refused
from extract.formats.codes import codes_on, may_carry_code
from extract.formats.open import open_document
from extract.layer import compared
from extract.loan_file import LoanFile, Source, gather, refused_document
from extract.ocr.engine import Recogniser, second_reader_available
from extract.ocr.retake import warnings_of
from extract.page import Page
from extract.papers import records_of
from extract.repeats import Prints, blank_pages, counted_once, prints_of, without_repeats
from extract.rescans import same_papers

OnDocument = Callable[[Document, int, int], None]
#: Children that open documents at the same time: one for each core of a small machine.
_OPENING = 2
#: What opening says of a page that it could not draw: that it was not recognised either needs no word more.
_SAID_WHY = frozenset({"page-too-large", "page-too-heavy", "page-not-drawn", "page-not-read"})


def read(data: bytes, name: str, *, recogniser: Recogniser | None = None, password: str | None = None) -> Document:
    """One document, read.

    recogniser   a warm one to use for pages without a text layer; one is started for this call when it is None

    Never raises for what is inside the document: one that cannot be read comes back with status "refused".
    """
    sha256 = hashlib.sha256(data).hexdigest()
    with tempfile.TemporaryDirectory(prefix="tieout-") as folder:
        pictures = Path(folder)
        try:
            opened = open_document(data, name, pictures, password=password)
        except Refused as error:
            return refused_document(name, error, sha256=sha256)
        opened = without_repeats(opened, prints_of(opened, pictures))
        if not _to_recognise(opened):
            return _document(opened)
        if recogniser is not None:
            return _document(_recognised(opened, pictures, recogniser))
        with Recogniser() as own:
            return _document(_recognised(opened, pictures, own))


def read_loan_file(
    paths: Sequence[Path],
    *,
    passwords: Mapping[str, str] | None = None,
    on_document: OnDocument | None = None,
    on_waiting: Callable[[int], None] | None = None,
    recogniser: Recogniser | None = None,
) -> LoanFile:
    """All documents under `paths`, those with text first, since they take milliseconds where a scan takes seconds.

    passwords    of encrypted documents, by name
    on_document  called as each document is done, with how many are done and how many there are
    on_waiting   called when all documents with text are done, with the number of scans that remain

    Raises WronglyCalled for a path that is not there or holds nothing.
    """
    gathered = gather(paths, passwords)
    reading = _Reading(len(gathered.sources) + len(gathered.refused), on_document)
    for document in gathered.refused:
        reading.done(document)
    with tempfile.TemporaryDirectory(prefix="tieout-") as folder:
        waiting: list[tuple[Opened, Path]] = []
        with ThreadPoolExecutor(_OPENING) as threads:
            opening: dict[Future[Opened], tuple[Source, str, Path]] = {}
            for number, source in enumerate(gathered.sources):
                pictures = Path(folder) / str(number)
                data = reading.take(source)
                if data is None:
                    continue
                pictures.mkdir()
                sha256 = hashlib.sha256(data).hexdigest()
                password = (passwords or {}).get(source.name)
                opening[threads.submit(open_document, data, source.name, pictures, password=password)] = (source, sha256, pictures)
            for future in as_completed(opening):
                source, sha256, pictures = opening[future]
                try:
                    opened = future.result()
                except Refused as error:
                    reading.done(refused_document(source.name, error, sha256=sha256))
                    continue
                reading.prints[source.name] = prints_of(opened, pictures)
                opened = without_repeats(opened, reading.prints[source.name])
                if _to_recognise(opened):
                    waiting.append((opened, pictures))
                else:
                    reading.done(_document(opened))
        waiting.sort(key=lambda item: (len(_to_recognise(item[0])), item[0].name))
        if waiting and on_waiting is not None:
            on_waiting(len(waiting))
        if waiting and recogniser is not None:
            _recognise_all(waiting, recogniser, reading)
        elif waiting:
            with Recogniser() as own:
                _recognise_all(waiting, own, reading)
    documents = counted_once(sorted(reading.documents, key=lambda document: document.name), reading.alike())
    return LoanFile(gathered.name, tuple(documents), reading.sources)


def _recognise_all(waiting: Sequence[tuple[Opened, Path]], recogniser: Recogniser, reading: _Reading) -> None:
    """Recognise the pages of all documents at once, so that no worker idles, and finish each document with its last page."""
    with ThreadPoolExecutor(max(2, recogniser.workers)) as threads:
        tasks = {threads.submit(_recognised, opened, pictures, recogniser): opened for opened, pictures in waiting}
        for future in as_completed(tasks):
            opened = future.result()
            reading.recognised[opened.name] = opened.pages
            reading.done(_document(opened))


def _to_recognise(opened: Opened) -> list[Page]:
    return [page for page in opened.pages if page.source == "none"]


def _recognised(opened: Opened, pictures: Path, recogniser: Recogniser) -> Opened:
    """`opened` with the words of its pictures."""
    pages: list[Page] = []
    warnings = list(opened.warnings)
    wanted = _to_recognise(opened)
    with ThreadPoolExecutor(max(1, recogniser.workers)) as threads:
        readings = {page.number: threads.submit(_page, page, pictures, recogniser) for page in wanted}
        for page in opened.pages:
            if page.number not in readings:
                pages.append(page)
                continue
            recognised, warning = readings[page.number].result()
            pages.append(recognised)
            said = any(one.page == page.number and one.code in _SAID_WHY for one in opened.warnings)
            warnings.extend([warning] if warning is not None and not said else [])
            warnings.extend(warnings_of(recognised))
    if wanted and not second_reader_available():
        text = "Tesseract is not installed: figures on scans were read once, not twice, and more of them are marked doubtful."
        text_zh = "未安装 Tesseract：扫描件上的金额只识读一次，未作二次识读，存疑的会更多。"
        warnings.append(DocumentWarning("second-reader-missing", text, text_zh=text_zh))
    same = same_papers([(str(page.number), page) for page in pages])
    prints = {page.number: same.get(str(page.number), str(page.number)) for page in pages if page.source == "ocr"}
    return without_repeats(replace(opened, pages=tuple(pages), warnings=tuple(warnings)), prints)


def _page(page: Page, pictures: Path, recogniser: Recogniser) -> tuple[Page, DocumentWarning | None]:
    picture = pictures / f"page-{page.number}.png"
    layer, page = page.words, replace(page, words=())
    if not picture.exists():
        text = f"Page {page.number} is a picture and beyond the number of pages that are read from pixels. Send it as a file of its own."
        text_zh = f"第 {page.number} 页是图像，已超出从图像识别的页数。请将该页作为单独的文件发送。"
        return page, DocumentWarning("page-not-recognised", text, page.number, text_zh)
    try:
        recognised, remark = compared(recogniser.recognise(picture, page), layer)
        return (replace(recognised, codes=codes_on(picture)) if may_carry_code(recognised) else recognised), remark
    except Refused as error:
        return page, DocumentWarning(error.code, error.text, page.number, error.text_zh)


def _document(opened: Opened) -> Document:
    try:
        records, remarks = records_of(opened)
    except Exception as error:  # one document must not take the rest of a loan file with it
        records, remarks = (), (_failed(error),)
    blank = blank_pages(opened)
    warnings = (*opened.warnings, *([blank] if blank is not None else []), *remarks)
    return Document(
        name=opened.name,
        sha256=opened.sha256,
        media_type=opened.media_type,
        pages=opened.page_count,
        status=status_of(records, warnings),
        records=records,
        warnings=warnings,
    )


def _failed(error: Exception) -> DocumentWarning:
    """The warning of a fault of this program; its place goes to the log as well, the document's own words do not."""
    frames = traceback.extract_tb(error.__traceback__)
    place = f"{type(error).__name__}, {Path(frames[-1].filename).name}:{frames[-1].lineno}"
    logging.getLogger("tieout").error("a reader failed: %s", place)
    text = f"This program failed to read it ({place}); that is no fault of the document. Please report it, and check the document by hand."
    text_zh = f"本程序读取时出错（{place}），并非文件本身的问题。请反馈该问题，并人工核对该文件。"
    return DocumentWarning("reading-failed", text, text_zh=text_zh)


class _Reading:
    """What has been read so far; tells the caller as each document is done."""

    def __init__(self, total: int, on_document: OnDocument | None) -> None:
        self.documents: list[Document] = []
        self.sources: dict[str, Source] = {}
        self.prints: dict[str, Prints] = {}
        self.recognised: dict[str, Sequence[Page]] = {}
        self._total = total
        self._on_document = on_document

    def take(self, source: Source) -> bytes | None:
        """The bytes of `source`, or None when it cannot be opened or was handed in before under another name."""
        try:
            data = source.load()
        except Refused as error:
            self.done(refused_document(source.name, error))
            return None
        sha256 = hashlib.sha256(data).hexdigest()
        if sha256 in self.sources:
            first = self.sources[sha256].name
            text, text_zh = f"The same file as {first}, byte for byte; it counts once.", f"与 {first} 逐字节相同；只计一次。"
            warning = DocumentWarning("duplicate-document", text, text_zh=text_zh)
            media_type = "application/octet-stream"
            self.done(Document(name=source.name, sha256=sha256, media_type=media_type, pages=0, status="read", warnings=(warning,)))
            return None
        self.sources[sha256] = source
        return data

    def alike(self) -> Mapping[str, Prints]:
        """`prints`, in which pages that are scans of one paper have one value."""
        prints: dict[str, dict[int, str]] = {name: dict(own) for name, own in self.prints.items()}
        pages = {f"{name}\n{page.number}": (name, page) for name in sorted(self.recognised) for page in self.recognised[name]}
        same = same_papers([(key, page) for key, (_, page) in pages.items()])
        for key, first in same.items():
            (name, page), (other, before) = pages[key], pages[first]
            said = prints.setdefault(other, {}).setdefault(before.number, first)
            prints.setdefault(name, {})[page.number] = said
        return prints

    def done(self, document: Document) -> None:
        self.documents.append(document)
        if self._on_document is not None:
            self._on_document(document, len(self.documents), self._total)
