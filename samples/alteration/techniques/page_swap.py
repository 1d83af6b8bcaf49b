"""The page made again by another program, with the new figures on it, and put in place of the issuer's.

What it leaves: one page whose typefaces and structure are not those of the others.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from random import Random

import pikepdf
from pikepdf import Page, Pdf
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from samples.alteration.glyphs import Content, Glyph, inside, page_of, read
from samples.alteration.hand import boxed, corner, registered, typeface
from samples.alteration.overlay import by_page, lay
from samples.alteration.retype import reopened
from samples.alteration.revision import saved
from samples.alteration.technique import CannotAlter, Replacement, Technique


@dataclass(frozen=True, slots=True)
class _Run:
    text: str
    x0: float
    x1: float
    baseline: float
    size: float


def _apply(content: bytes, replacements: Sequence[Replacement], source: Random) -> bytes:  # noqa: ARG001  nothing is left to chance
    with reopened(content) as pdf:
        for number, group in by_page(replacements).items():
            page = page_of(pdf, number)
            corner(page)
            contents, glyphs = read(page)
            runs = list(_runs(glyphs, group))
            _bare(pdf, page, contents)
            x0, y0, x1, y1 = (float(edge) for edge in page.cropbox.as_list())
            with pikepdf.open(io.BytesIO(_sheet(runs, x1 - x0, y1 - y0, group[0].font))) as made:
                # What is not text (rules, seals) is taken over as it is, below the text.
                with pikepdf.new() as alone:
                    alone.pages.append(page)
                    lay(made, made.pages[0], alone.pages[0], below=True)
                pdf.pages.insert(number, made.pages[0])
                del pdf.pages[number - 1]
        return saved(pdf)


def _runs(glyphs: Sequence[Glyph], group: Sequence[Replacement]) -> Iterator[_Run]:
    """The words of the page, those that change with their new text."""
    gone: set[int] = set()
    for replacement in group:
        old = inside(glyphs, boxed(replacement), replacement.old)
        gone |= {id(glyph) for glyph in old}
        edges = (old[0].x0, old[-1].x1)
        length = (edges[1] - edges[0]) * len(replacement.new) / len(old)
        x0, x1 = (edges[1] - length, edges[1]) if replacement.align == "right" else (edges[0], edges[0] + length)
        yield _Run(replacement.new, x0, x1, old[0].baseline, old[0].size)
    current: _Run | None = None
    for glyph in glyphs:
        if id(glyph) in gone or not glyph.shown or not glyph.text.strip():
            continue
        near = current is not None and abs(current.baseline - glyph.baseline) < 0.5 and -1 < glyph.x0 - current.x1 < 0.15 * glyph.size
        if current is not None and near and current.size == glyph.size:
            current = replace(current, text=current.text + glyph.text, x1=glyph.x1)
            continue
        if current is not None:
            yield current
        current = _Run(glyph.text, glyph.x0, glyph.x1, glyph.baseline, glyph.size)
    if current is not None:
        yield current


def _bare(pdf: Pdf, page: Page, contents: Sequence[Content]) -> None:
    """The page without its text."""
    for content in contents:
        content.instructions = [each for each in content.instructions if str(each.operator) not in {"Tj", "TJ", "'", '"'}]
        if content.form is None:
            page.Contents = pdf.make_stream(content.written())
        else:
            content.form.write(content.written())
    if "/Font" in page.resources:
        del page.resources["/Font"]


def _sheet(runs: Sequence[_Run], width: float, height: float, font: str) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(width, height), invariant=1)
    for run in runs:
        try:
            name = registered(*typeface(Replacement(old="", new=run.text, font=font), "test"))
        except UnicodeEncodeError as error:
            raise CannotAlter(f"{run.text} cannot be set anew") from error
        line = canvas.beginText(run.x0, height - run.baseline)
        line.setFont(name, run.size)
        natural = pdfmetrics.stringWidth(run.text, name, run.size)
        if natural:
            line.setHorizScale(100 * (run.x1 - run.x0) / natural)
        line.textOut(run.text)
        canvas.drawText(line)
    canvas.save()
    return out.getvalue()


TECHNIQUE = Technique(name="page_swap", split="test", media="pdf", apply=_apply)
