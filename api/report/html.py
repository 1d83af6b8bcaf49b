"""The report of a case as one HTML file that needs nothing but itself: no network, no script, no other file."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from markupsafe import Markup

from api.report.amounts import grouped, percent
from api.report.calibration import log_odds, population
from api.report.crops import Gallery, Render
from api.report.excerpts import Ledger, Open
from api.report.originals import Originals
from api.report.tables import MAX_TRANSACTIONS, grid
from api.report.view import caption, view
from api.texts import Both, Language, both, term

#: Nothing may be loaded and nothing may run, whatever text of a hostile document stands on the page.
CONTENT_SECURITY_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"


def report(case: Mapping[str, Any], originals: Originals, *, language: Language = "zh") -> str:
    """The report of `case` (the JSON of `tieout verify`), with pictures from `originals` where they are at hand.

    language   the one it opens in; the reader can switch
    """
    from extract.formats.open import open_document, render_pages

    return render(case, originals, language=language, render_pages=render_pages, open_document=open_document)


def opened_in(page: str, language: Language) -> str:
    """A finished report, opening in another language: both stand in it, and one mark says which is shown first."""
    other = "en" if language == "zh" else "zh"
    shown = re.sub(rf'(id="language-{other}"[^>]*?) checked>', r"\1>", page, count=1)
    return re.sub(rf'(id="language-{language}"[^>]*?)(?: checked)?>', r"\1 checked>", shown, count=1)


def render(case: Mapping[str, Any], originals: Originals, *, language: Language, render_pages: Render, open_document: Open) -> str:
    """As `report`, with the two functions that open documents given."""
    with tempfile.TemporaryDirectory(prefix="tieout-report-") as folder:
        pictures = Path(folder)
        shown = view(case, Gallery(originals, pictures, render_pages), Ledger(originals, pictures, open_document))
    template = environment().get_template("report.html")
    return template.render(view=shown, case=case, language=language, policy=CONTENT_SECURITY_POLICY)


@cache
def environment() -> Environment:
    """The templates of the report, everything escaped, and a misspelt name an error."""
    made = Environment(
        loader=PackageLoader("api.report"),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["grouped"] = grouped
    made.filters["percent"] = percent
    made.globals.update(t=t, term=spoken_term, concept=concept, one_line=one_line, grid=grid, max_transactions=MAX_TRANSACTIONS)
    made.globals.update(said=said, caption=caption, population=population, log_odds=log_odds)
    return made


def spans(words: Both) -> Markup:
    """Both languages, of which the style sheet shows one; the same in both needs no switch."""
    if words.zh == words.en:
        return Markup("{}").format(words.zh)
    return Markup('<span lang="zh">{}</span><span lang="en">{}</span>').format(words.zh, words.en)


def t(key: str, **values: object) -> Markup:
    """A sentence of the catalogue in both languages."""
    return spans(both(key, **values))


def spoken_term(group: str, value: str | None) -> Markup:
    """A fixed term in both languages."""
    return spans(term(group, value))


def said(thing: Mapping[str, Any], name: str) -> Markup:
    """A text of the JSON, in both languages where it has both (`title` beside `title_zh`)."""
    english, chinese = thing.get(name), thing.get(f"{name}_zh")
    return spans(Both(zh=str(chinese or english or ""), en=str(english or chinese or "")))


def one_line(key: str, **values: object) -> str:
    """Both languages in a row, for attributes, which no style sheet can switch."""
    words = both(key, **values)
    return f"{words.zh} / {words.en}"


def concept(identifier: str | None) -> Markup:
    """The name of a reporting concept in both languages."""
    from extract.concepts import chart

    known = chart()
    if identifier is None or identifier not in known:
        return Markup("{}").format(identifier or "")
    return spans(Both(zh=known[identifier].label_zh, en=known[identifier].label_en))
