"""The page's drawing operators replaced by a revision behind the file: what stood there before is still in it.

What it leaves: the earlier revision, whole; two cross-reference sections; a later ModDate.
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from pikepdf import Stream

from samples.alteration.hand import moment, pdf_date
from samples.alteration.retype import reopened, rewritten
from samples.alteration.revision import appended, body, next_number, stream_body
from samples.alteration.technique import Replacement, Technique


def _apply(content: bytes, replacements: Sequence[Replacement], source: Random) -> bytes:
    with reopened(content) as pdf:
        objects: dict[int, bytes] = {}
        free = next_number(pdf)
        for change in rewritten(pdf, replacements):
            for form, stream in change.streams:
                if form is not None:
                    objects[form.objgen[0]] = stream_body(stream, form)
                    continue
                page = pdf.pages[change.page - 1]
                existing = page.obj.get("/Contents")
                if isinstance(existing, Stream):
                    objects[existing.objgen[0]] = stream_body(stream)
                else:
                    # Several streams: the editor joins them and points the page to the new one.
                    objects[free] = stream_body(stream)
                    page.obj.Contents = pdf.make_indirect(pdf.make_stream(b""))
                    described = body(page.obj).replace(b"%d 0 R" % page.obj.Contents.objgen[0], b"%d 0 R" % free)
                    objects[page.obj.objgen[0]] = described
                    free += 1
        if "/Info" in pdf.trailer and pdf.trailer.Info.objgen[0]:
            info = pdf.trailer.Info
            info.ModDate = pdf_date(moment(pdf, source))
            objects[info.objgen[0]] = body(info)
        return appended(content, pdf, objects)


TECHNIQUE = Technique(name="incremental_stream", split="develop", media="pdf", apply=_apply)
