"""All invoice layouts, found by walking this folder: a new kind is one new file."""

from __future__ import annotations

import pkgutil
import re
from functools import cache
from importlib import import_module

import extract.invoices
from extract.invoices import generic
from extract.invoices.layout import InvoiceLayout


@cache
def layouts() -> tuple[InvoiceLayout, ...]:
    """Every layout of the folder by precedence and file name, the generic one last."""
    found = []
    for module in pkgutil.iter_modules(extract.invoices.__path__):
        layout = getattr(import_module(f"extract.invoices.{module.name}"), "LAYOUT", None)
        if isinstance(layout, InvoiceLayout) and layout is not generic.LAYOUT:
            found.append(layout)
    return (*sorted(found, key=lambda layout: layout.precedence), generic.LAYOUT)


def layout_of(text: str) -> InvoiceLayout:
    """The layout of a paper, by its lower-case text without spaces; the generic one where none fits."""
    return next((layout for layout in layouts() if layout.matches(text) and _speaks(layout, text)), generic.LAYOUT)


def _speaks(layout: InvoiceLayout, text: str) -> bool:
    """Whether a paper is in the layout's language: glosses beside English captions do not make it so."""
    if layout.english:
        return True
    if layout.alone:
        return 2 * len(re.findall(r"[\u3400-\u9fff]", text)) >= len(re.findall(r"[a-z]", text))
    return len(_said(layout, text)) >= len(_said(generic.LAYOUT, text))


def _said(layout: InvoiceLayout, text: str) -> set[str]:
    """The captions of a layout that stand in a text, those that are long enough to be words of one language."""
    names = {re.sub(r"\s", "", name.lower()) for several in (*layout.captions.values(), *layout.columns.values()) for name in several}
    return {name for name in names if len(name) >= 5 and name in text}
