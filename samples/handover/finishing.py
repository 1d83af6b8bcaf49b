"""All files of a case: papers printed, altered where somebody altered them, scanned or photographed, and sent on their way."""

from __future__ import annotations

import io
import shutil
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time
from random import Random

import pypdfium2
from PIL import Image

from extract.errors import WronglyCalled
from extract.place import Box
from samples.alteration.technique import Media, Replacement
from samples.firms.firm import Firm
from samples.handover.naming import folder, style, unique
from samples.handover.printing import Set, altered, clock, composed, on_genuine_pages, replacements
from samples.handover.sheaves import Sheaf, sheaves
from samples.handover.transcribed import transcribed
from samples.population import registry
from samples.population.answers import File
from samples.population.assemble import Assembled
from samples.population.splits import Split, of
from samples.press import marks
from samples.press.degradation import Degradation, Degraded, Job
from samples.press.display import Display, Producer
from samples.press.marks import Mark
from samples.press.placed import Placed
from samples.press.typeset import placed
from samples.processing.way import CannotProcess, Processed, Way
from samples.streams import stream

#: More pages than this nobody photographs, and more than that nobody scans: such a paper comes as the file that it is.
_PHOTOGRAPHED, _SCANNED = 3, 8
#: Share of files that something innocent happens to on their way.
_WAYS = {"pdf": 0.22, "picture": 0.3, "workbook": 0.2}

Namer = Callable[[Sheaf, str, str], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Made:
    """A file in the making: its bytes and its figures, with the paper that each belongs to."""

    content: bytes
    suffix: str
    figures: tuple[tuple[str, Placed], ...]
    pages: int
    technique: str = ""
    degradation: str = ""
    ways: tuple[str, ...] = ()


def missing_tools(split: Split | None) -> None:
    """Raises WronglyCalled when a program that papers of `split` (None: of both) are made with is not installed, with what to type."""
    declared = [
        *registry.declared("samples.press.producers", "PRODUCER"),
        *registry.declared("samples.alteration.techniques", "TECHNIQUE"),
        *registry.declared("samples.processing.ways", "WAY"),
    ]
    wanted = sorted({tool for one in declared if split in {None, one.split} for tool in one.tools})
    missing = [tool for tool in wanted if shutil.which(tool) is None]
    if missing:
        raise WronglyCalled(
            f"Papers are made with programs that are not installed here: {', '.join(missing)}. Type: sh scripts/setup.sh dev "
            "(as root, or it says what to install). With --figures-only none of them is needed."
        )


def finished(case: Assembled) -> list[File]:
    """The files of `case`, in the order in which the borrower lists them.   Raises WronglyCalled when a font or program is missing."""
    found = sheaves(case)
    firm, split = case.firm, case.plan.split
    sets = {sheaf.source: composed(sheaf, firm, split) for sheaf in found if sheaf.press != "data"}
    printed = _printed(sets.values())
    named = _namer(firm)
    files: list[File] = []
    for sheaf in found:
        made = sets.get(sheaf.source)
        results = [_transcribed(sheaf, firm, split)] if made is None else _handled(made, printed[sheaf.source], firm, split)
        for number, one in enumerate(results, 1):
            one = _sent(one, firm, split, stream(firm.seed, "ways", sheaf.source, str(number)))
            files.append(_file(sheaf, made, one, named(sheaf, "photo" if one.suffix in {".jpg", ".png"} else sheaf.press, one.suffix)))
    return files


def _printed(sets: Iterable[Set]) -> dict[str, bytes]:
    """What each program makes of its pages, by sheaf; programs that are slow to start get all of theirs at once."""
    waiting: dict[str, tuple[Producer, list[tuple[str, Display, Set]]]] = {}
    for made in sets:
        pages = _sealed(made, made.genuine or made.shown)
        waiting.setdefault(made.producer.name, (made.producer, []))[1].append((made.sheaf.source, pages, made))
    result: dict[str, bytes] = {}
    for producer, jobs in waiting.values():
        if producer.many is not None:
            contents = producer.many([(pages, made.metadata) for _, pages, made in jobs])
        else:
            contents = [producer.draw(pages, made.metadata) for _, pages, made in jobs]
        result.update({source: content for (source, _, _), content in zip(jobs, contents, strict=True)})
    return result


def _sealed(made: Set, pages: Display) -> Display:
    """The pages with the seals that their issuer's program paints. The borrower's own papers are stamped by hand, when they are."""
    found: list[Mark] = []
    before = 0
    for (paper, own), document in zip(made.papers, made.sheaf.documents, strict=True):
        if document.issuer != "firm" and made.sheaf.press == "digital":
            found += marks.later(marks.electronic(paper, own), before)
        before += len(own.pages)
    return marks.painted(pages, found) if found else pages


# -- alteration, scanning ---------------------------------------------------------------------------------------------


def _handled(made: Set, content: bytes, firm: Firm, split: Split) -> list[_Made]:
    source = stream(firm.seed, "handled", made.sheaf.source)
    pages = len(made.shown.pages)
    press = made.sheaf.press
    if press == "photo" and pages > _PHOTOGRAPHED:
        press = "scan"
    if press == "scan" and pages > _SCANNED:
        press = "digital"
    afterwards = press != "digital" and source.random() < 0.5
    if made.genuine is None or afterwards:
        first = _Made(content=content, suffix=".pdf", figures=_figures(made, made.genuine or made.shown), pages=pages)
    else:
        first = _altered_print(made, content, firm, split)
    if press == "digital":
        return [first]
    results = _degraded(made, first, press, firm, split)
    if made.genuine is not None and afterwards:
        return _altered_pictures(made, results, firm, split)
    return [one for one, _ in results]


def _altered_print(made: Set, content: bytes, firm: Firm, split: Split) -> _Made:
    """The issuer's file with the figures changed in it; made anew with the borrower's means when no technique works on it."""
    done = altered(content, replacements(made), split, "pdf", stream(firm.seed, "altered", made.sheaf.source))
    if done is not None:
        shown = on_genuine_pages(made)
        return _Made(content=done.content, suffix=".pdf", figures=_figures(made, shown), pages=len(shown.pages), technique=done.technique)
    fresh = made.producer.draw(_sealed(made, made.shown), made.metadata)
    pages = len(made.shown.pages)
    return _Made(content=fresh, suffix=".pdf", figures=_figures(made, made.shown), pages=pages, technique="regenerated")


def _figures(made: Set, shown: Display) -> tuple[tuple[str, Placed], ...]:
    owners = made.owners if len(shown.pages) == len(made.owners) else (made.sheaf.documents[0].id,) * len(shown.pages)
    return tuple((owners[(one.page or 1) - 1], one) for one in placed(shown))


def _degraded(made: Set, first: _Made, press: str, firm: Firm, split: Split) -> list[tuple[_Made, Degraded]]:
    """The print as a machine or a telephone sees it: one file, or one for each page."""
    source = stream(firm.seed, "degraded", made.sheaf.source)
    ways: list[Degradation] = [one for one in of(split, registry.declared("samples.press.degrade", "DEGRADATION")) if one.kind == press]
    how = source.choice(ways)
    found: list[Mark] = []
    before = 0
    for paper, own in made.papers:
        if source.random() < 0.6:
            found += marks.later(marks.pressed(paper, own, source), before)
        before += len(own.pages)
    found += marks.handled(made.shown, source)
    damage = made.sheaf.documents[0].hints.get("damage", 0.3)
    at = time(source.randint(8, 20), source.randint(0, 59), source.randint(0, 59))
    when = datetime.combine(firm.applied, at, tzinfo=clock(firm))
    job = Job(content=first.content, made=when, damage=float(str(damage)), marks=tuple(one for one in found if one.page <= first.pages))
    done = how.apply(job, source)
    moved = [(document, one, *done.moved(one.page or 1, one.box)) for document, one in first.figures if one.box is not None]
    results = []
    for number, content in enumerate(done.files, 1):
        own_figures = tuple(
            (document, replace(one, page=page, box=box))
            for document, one, page, box in moved
            if done.suffix == "pdf" or (one.page or 1) == number
        )
        pages = first.pages if done.suffix == "pdf" else 1
        result = replace(first, content=content, suffix=f".{done.suffix}", figures=own_figures, pages=pages, degradation=how.name)
        results.append((result, done))
    return results


def _altered_pictures(made: Set, results: Sequence[tuple[_Made, Degraded]], firm: Firm, split: Split) -> list[_Made]:
    """Pictures of the genuine print with the figures changed in them; from changed prints where no technique works."""
    shown = on_genuine_pages(made)
    new = {_key(document, one): one for document, one in _figures(made, shown)}
    files: list[_Made] = []
    for number, (one, done) in enumerate(results, 1):
        media: Media = "pdf" if one.suffix == ".pdf" else "picture"
        changes = [
            replace(change, page=page, box=box)
            for change in replacements(made)
            if change.box is not None and (media == "pdf" or change.page == number)
            for page, box in [_in_pixels(one, done, change, media)]
        ]
        result = altered(one.content, changes, split, media, stream(firm.seed, "altered", made.sheaf.source, str(number)))
        if result is None and changes:
            return [again for again, _ in _degraded(made, _altered_print(made, _plain(made), firm, split), _kind(one), firm, split)]
        if result is not None:
            figures = tuple((document, replace(figure, entry=new[_key(document, figure)].entry)) for document, figure in one.figures)
            one = replace(one, content=result.content, technique=result.technique, figures=figures)
        files.append(one)
    return files


def _plain(made: Set) -> bytes:
    return made.producer.draw(_sealed(made, made.genuine or made.shown), made.metadata)


def _kind(one: _Made) -> str:
    return "scan" if one.suffix == ".pdf" else "photo"


def _in_pixels(one: _Made, done: Degraded, change: Replacement, media: Media) -> tuple[int, Box]:
    """Where a figure stands on the picture: points in a PDF, pixels in a picture."""
    assert change.box is not None
    page, box = done.moved(change.page, change.box)
    if media == "pdf":
        return page, box
    scale = _resolution(one.content) / 72
    return page, Box(box.x0 * scale, box.top * scale, box.x1 * scale, box.bottom * scale)


def _resolution(content: bytes) -> float:
    with Image.open(io.BytesIO(content)) as picture:
        return float(picture.info.get("dpi", (72, 72))[0])


def _key(document: str, one: Placed) -> tuple[object, ...]:
    entry = one.entry
    return document, entry.label, entry.concept, entry.period, entry.span, entry.field, entry.item


# -- data, ways, names ------------------------------------------------------------------------------------------------


def _transcribed(sheaf: Sheaf, firm: Firm, split: Split) -> _Made:
    done = transcribed(sheaf, firm, split)
    return _Made(content=done.content, suffix=done.suffix, figures=done.figures, pages=1, technique=done.technique)


def _sent(one: _Made, firm: Firm, split: Split, source: Random) -> _Made:
    """What innocent hands did to the file, altered or not: nothing mostly, one thing often, two seldom."""
    media: Media | None = {".pdf": "pdf", ".jpg": "picture", ".png": "picture", ".xlsx": "workbook"}.get(one.suffix)  # type: ignore[assignment]
    if media is None:
        return one
    count = (source.random() < _WAYS[media]) + (source.random() < _WAYS[media] / 3)
    ways: list[Way] = [
        way
        for way in of(split, registry.declared("samples.processing.ways", "WAY"))
        if way.media == media and firm.language in way.languages
    ]
    done = one
    for way in source.sample(ways, len(ways)):
        if len(done.ways) >= count:
            break
        try:
            done = _processed(done, way, way.apply(done.content, source))
        except CannotProcess:
            continue
    return done


def _processed(one: _Made, way: Way, result: Processed) -> _Made:
    figures = []
    for document, figure in one.figures:
        if figure.box is None or figure.page is None:
            figures.append((document, figure))
        else:
            page, box = result.moved(figure.page, figure.box)
            figures.append((document, replace(figure, page=page, box=box)))
    pages = one.pages
    if one.suffix == ".pdf" and result.content != one.content:
        pages = _pages(result.content)
    return replace(one, content=result.content, figures=tuple(figures), ways=(*one.ways, way.name), pages=pages)


def _pages(content: bytes) -> int:
    with pypdfium2.PdfDocument(content) as document:
        return len(document)


def _namer(firm: Firm) -> Namer:
    habits = style(stream(firm.seed, "naming"))
    tidy = stream(firm.seed, "tidy").random() < 0.4
    taken: set[str] = set()

    def named(sheaf: Sheaf, press: str, suffix: str) -> str:
        record = sheaf.documents[0].record
        own = stream(firm.seed, "name", sheaf.source, str(len(taken)))
        return unique(folder(record, firm, sorted_in_folders=tidy) + habits(record, firm, own, press), suffix, taken)

    return named


def _file(sheaf: Sheaf, made: Set | None, one: _Made, name: str) -> File:
    own = {document for document, _ in one.figures} or {document.id for document in sheaf.documents}
    return File(
        name=name,
        content=one.content,
        documents=tuple(document.id for document in sheaf.documents if document.id in own),
        figures=one.figures,
        layouts=tuple(layout.name for layout in sheaf.layouts) or (sheaf.writer,),
        face=made.face if made else "",
        producer=made.producer.name if made else "",
        press=("photo" if one.suffix != ".pdf" else "scan") if one.degradation else "digital" if made else "data",
        degradation=one.degradation,
        technique=one.technique,
        ways=one.ways,
        pages=one.pages,
    )
