"""All kinds of forms, found by walking the folder of kinds: a new one is one new file."""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module

import extract.forms.kinds
from extract.forms.layout import FormKind


@cache
def kinds() -> tuple[FormKind, ...]:
    """Every kind of the folder, in the order of the file names. Raises ValueError for two of one name."""
    found: list[FormKind] = []
    for module in pkgutil.iter_modules(extract.forms.kinds.__path__):
        declared = import_module(f"extract.forms.kinds.{module.name}").KIND
        if declared.form in {kind.form for kind in found}:
            raise ValueError(f"two forms are called {declared.form}")
        found.append(declared)
    return tuple(found)
