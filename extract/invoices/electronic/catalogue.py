"""All standards of electronic invoices, found by walking this folder: a new standard is one new file."""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module

import extract.invoices.electronic
from extract.invoices.electronic.standard import Standard
from extract.page import Markup


@cache
def standards() -> tuple[Standard, ...]:
    """Every standard of the folder, those that ask most of the namespace first."""
    found = []
    for module in pkgutil.iter_modules(extract.invoices.electronic.__path__):
        standard = getattr(import_module(f"extract.invoices.electronic.{module.name}"), "STANDARD", None)
        if isinstance(standard, Standard):
            found.append(standard)
    return tuple(sorted(found, key=lambda standard: (-len(standard.namespace), standard.name)))


def standard_of(markup: Markup) -> Standard | None:
    """The standard that `markup` follows; None for XML that is no invoice tieout knows."""
    return next((standard for standard in standards() if standard.matches(markup.root, markup.namespace)), None)
