"""All invoice layouts, found by walking this folder: a new kind is one new file."""

from __future__ import annotations

import pkgutil
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
