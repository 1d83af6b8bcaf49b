"""pdfplumber's page, keeping of each letter and stroke only what reading uses.

pdfplumber copies seventeen attributes of every object and resolves each as if it might point elsewhere in the file, which takes
a third of the time of a page of text. What is kept is computed as pdfplumber computes it (0.11, `Page.process_object`).
"""

from __future__ import annotations

import re
from typing import Any

from pdfminer.layout import LTChar
from pdfplumber.page import Page as PlumberPage
from pdfplumber.page import PDFPageAggregatorWithMarkedContent
from pdfplumber.utils.exceptions import PdfminerException

from extract.formats.content import FastInterpreter

#: "LTChar" -> "char", as pdfplumber names its kinds.
_PREFIX = re.compile(r"^LT")


class LeanPage(PlumberPage):
    """A page whose letters have place, text, size and direction, and whose other objects have a place."""

    @property
    def layout(self) -> Any:
        if not hasattr(self, "_layout"):
            device = PDFPageAggregatorWithMarkedContent(self.pdf.rsrcmgr, pageno=self.page_number, laparams=self.pdf.laparams)
            try:
                FastInterpreter(self.pdf.rsrcmgr, device).process_page(self.page_obj)
            except Exception as error:
                raise PdfminerException(error) from error
            self._layout = device.get_result()
        return self._layout

    def process_object(self, obj: Any) -> dict[str, Any]:
        left, above = self.mediabox[:2]
        height = self.height
        kept: dict[str, Any] = {"object_type": _kind(obj.__class__), "page_number": self.page_number}
        if hasattr(obj, "x0"):
            top, bottom = (height - obj.y1) + above, (height - obj.y0) + above
            x0, x1 = (obj.x0 + left, obj.x1 + left) if left != 0 else (obj.x0, obj.x1)
            kept.update(x0=x0, x1=x1, top=top, bottom=bottom, doctop=self.initial_doctop + top)
        if isinstance(obj, LTChar):
            kept.update(text=obj.get_text(), size=obj.size, upright=obj.upright, matrix=obj.matrix)
        return kept


_KINDS: dict[type, str] = {}


def _kind(made: type) -> str:
    known = _KINDS.get(made)
    if known is None:
        known = _KINDS[made] = _PREFIX.sub("", made.__name__).lower()
    return known
