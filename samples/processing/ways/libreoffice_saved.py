"""A workbook opened and saved by LibreOffice.

Why: accountants look into what they were sent, and save.
"""

from __future__ import annotations

from random import Random

from samples.alteration.programs import office
from samples.processing.way import CannotProcess, Processed, Way


def _apply(content: bytes, source: Random) -> Processed:  # noqa: ARG001  nothing is left to chance
    if not content.startswith(b"PK"):
        raise CannotProcess("this is no .xlsx file")
    return Processed(office(content, given="in.xlsx", made="in.xlsx", target="xlsx:Calc MS Excel 2007 XML"))


WAY = Way(name="libreoffice_saved", split="develop", media="workbook", apply=_apply, tools=("soffice",))
