"""The figure redacted and rewritten with MuPDF: glyphs under the mark are deleted, the new text comes in a stream of its own.

What it leaves: MuPDF's way to write a file, a gap in the glyphs, a second font with the whole character set for a few digits.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from random import Random

from reportlab.pdfbase import pdfmetrics

from samples.alteration.glyphs import inside, page_of, read
from samples.alteration.hand import base_font, boxed, corner, setting
from samples.alteration.overlay import by_page
from samples.alteration.programs import run_all
from samples.alteration.retype import reopened
from samples.alteration.technique import CannotAlter, Replacement, Technique

_SCRIPT = """
var doc = new PDFDocument("in.pdf");
function missing(value) { return !value || value.isNull(); }
var jobs = JSON.parse(JOBS);
for (var n = 0; n < jobs.length; ++n) {
  var page = doc.loadPage(jobs[n].page);
  for (var i = 0; i < jobs[n].marks.length; ++i) {
    var mark = page.createAnnotation("Redact");
    mark.setRect(jobs[n].marks[i]);
  }
  page.applyRedactions(false, 0);
  var object = doc.findPage(jobs[n].page);
  var node = object;
  while (missing(node.get("Resources"))) { node = node.get("Parent"); }
  var resources = node.get("Resources");
  var fonts = resources.get("Font");
  if (missing(fonts)) { fonts = doc.newDictionary(); resources.put("Font", fonts); }
  for (var name in jobs[n].fonts) {
    fonts.put(name, doc.addSimpleFont(new Font(jobs[n].fonts[name]), "Latin"));
  }
  var all = doc.newArray();
  var contents = object.get("Contents");
  all.push(doc.addStream("q"));
  if (contents.isArray()) { for (var k = 0; k < contents.length; ++k) { all.push(contents.get(k)); } }
  else { all.push(contents); }
  all.push(doc.addStream(jobs[n].drawn));
  object.put("Contents", all);
}
doc.save("out.pdf", "garbage,compress");
"""


def _apply(content: bytes, replacements: Sequence[Replacement], source: Random) -> bytes:
    jobs: dict[int, dict[str, object]] = {}
    drawn: dict[int, list[str]] = {}
    marks: dict[int, list[list[float]]] = {}
    fonts: dict[int, dict[str, str]] = {}
    with reopened(content) as pdf:
        for replacement in replacements:
            number = replacement.page
            left, top = corner(page_of(pdf, number))
            font, box = base_font(replacement), boxed(replacement)
            place = setting(replacement, source, lambda text, size, font=font: pdfmetrics.stringWidth(text, font, size))  # type: ignore[misc]
            name = f"F{font.replace('-', '')}"
            # A mark as high as a digit: MuPDF deletes every glyph that it touches, those of the rows beside too.
            marks.setdefault(number, []).append([box.x0 + 0.3, place.y - 0.55 * place.size, box.x1 - 0.3, place.y - 0.2 * place.size])
            text = replacement.new.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
            line = f"BT /{name} {place.size:g} Tf {left + place.x:.2f} {top - place.y:.2f} Td ({text}) Tj ET"
            drawn.setdefault(number, []).append(line)
            fonts.setdefault(number, {})[name] = font
    for number, lines in drawn.items():
        stream = "Q\nq 0 g\n" + "\n".join(lines) + "\nQ\n"
        jobs[number] = {"page": number - 1, "marks": marks[number], "fonts": fonts[number], "drawn": stream}
    script = f"var JOBS = {json.dumps(json.dumps([jobs[number] for number in sorted(jobs)]))};\n{_SCRIPT}"
    result = run_all("mutool", ["run", "edit.js"], {"in.pdf": content, "edit.js": script.encode()}, made="out.pdf")
    _check(content, result, replacements)
    return result


def _check(before: bytes, after: bytes, replacements: Sequence[Replacement]) -> None:
    """Raises CannotAlter when other text went or moved: MuPDF loses the place of what follows a deleted figure in some streams."""
    with reopened(before) as old, reopened(after) as new:
        for number, group in by_page(replacements).items():
            _, glyphs = read(old.pages[number - 1])
            gone = {id(glyph) for each in group for glyph in inside(glyphs, boxed(each), each.old)}
            _, now = read(new.pages[number - 1])
            left = {(glyph.text, round(glyph.x0), round(glyph.baseline)) for glyph in now if glyph.text.strip()}
            for glyph in glyphs:
                here = (glyph.text, round(glyph.x0), round(glyph.baseline))
                near = [(glyph.text, here[1] + x, here[2] + y) for x in (-1, 0, 1) for y in (-1, 0, 1)]
                if id(glyph) not in gone and glyph.text.strip() and not any(each in left for each in near):
                    raise CannotAlter("MuPDF moves other text of this page")


TECHNIQUE = Technique(name="mupdf_redaction", split="develop", media="pdf", apply=_apply, tools=("mutool",))
