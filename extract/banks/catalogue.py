"""All bank layouts, found by walking this folder: a new bank is one new file."""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module

import extract.banks
from extract.banks import generic
from extract.banks.layout import BankLayout


@cache
def layouts() -> tuple[BankLayout, ...]:
    """Every layout of the folder in the order of the file names, the generic one last."""
    found = []
    for module in pkgutil.iter_modules(extract.banks.__path__):
        layout = getattr(import_module(f"extract.banks.{module.name}"), "LAYOUT", None)
        if isinstance(layout, BankLayout) and layout is not generic.LAYOUT:
            found.append(layout)
    return (*found, generic.LAYOUT)
