"""What a folder of modules declares: one module, one thing, found by walking the folder."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pkgutil import walk_packages
from types import ModuleType
from typing import Any


@cache
def declared(package: str, attribute: str) -> tuple[Any, ...]:
    """The value of `attribute` of every module below `package` that has one, in the order of the module names.

    package   dotted name, e.g. "samples.papers.banks"

    Raises ValueError when two of them bear the same name (`code` where there is one, else `name`).
    """
    found = [getattr(module, attribute) for module in _modules(package) if hasattr(module, attribute)]
    names = [getattr(item, "code", None) or item.name for item in found]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise ValueError(f"{package} declares {', '.join(twice)} more than once")
    return tuple(found)


def _modules(package: str) -> Iterator[ModuleType]:
    root = import_module(package)
    for info in sorted(walk_packages(root.__path__, f"{package}."), key=lambda info: info.name):
        yield import_module(info.name)
