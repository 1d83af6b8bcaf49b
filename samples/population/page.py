"""The tables of docs/population.md: every kind and everything else that has a side, from the code that declares it.

`python -m samples.population.page` writes them anew between the marks of the page.
"""

from __future__ import annotations

from collections.abc import Iterable
from inspect import getmodule
from pathlib import Path
from typing import Any

from samples.case import Intervention
from samples.firms.banks import BANKS
from samples.population import registry
from samples.population.parameters import parameters
from samples.population.plan import fabrications, messes
from samples.press.typefaces import TYPEFACES

PAGE = Path(__file__).resolve().parents[2] / "docs" / "population.md"
BEGIN, END = "<!-- tables: written by samples.population.page -->", "<!-- end of tables -->"

#: Caption -> package and attribute that its modules declare.
_FAMILIES = {
    "layouts of statements": ("samples.papers.statements", "LAYOUT"),
    "layouts of bank statements": ("samples.papers.banks", "LAYOUT"),
    "layouts of invoices and registers": ("samples.papers.invoices", "LAYOUT"),
    "layouts of returns and other forms": ("samples.papers.returns", "LAYOUT"),
    "producers of PDFs": ("samples.press.producers", "PRODUCER"),
    "degradations of scans and photographs": ("samples.press.degrade", "DEGRADATION"),
    "techniques of altering a file": ("samples.alteration.techniques", "TECHNIQUE"),
    "ways that innocent hands process a file": ("samples.processing.ways", "WAY"),
    "data formats": ("samples.formats", "WRITER"),
}


def tables() -> str:
    """All tables as Markdown."""
    parts = [
        "### Kinds of fabrication",
        _table(("kind", "side", "what is made up"), ((kind.code, kind.split, said(kind)) for kind in _ordered(fabrications()))),
        "### Kinds of honest mess",
        _table(("kind", "share of files", "what goes wrong"), ((kind.code, _rates(kind.code), said(kind)) for kind in _ordered(messes()))),
        "### Banks, layouts, programs",
        _table(("what", "develop", "test"), _sides()),
    ]
    return "\n\n".join(parts)


def said(kind: Intervention) -> str:
    """What the module of a kind says of it in its first sentence."""
    module = getmodule(kind.books or kind.papers)
    told = ((module.__doc__ if module else "") or kind.name).split("\n\n")[0].split("What is done")[0]
    return " ".join(told.split()).partition(": ")[2] or told


def _ordered(kinds: dict[str, Intervention]) -> list[Intervention]:
    return [kind for _, kind in sorted(kinds.items())]


#: Rates within a file that has the kind.
_OF_ITEMS = frozenset({"rate", "item", "agency_item", "month", "date", "cell", "partner"})


def _rates(code: str) -> str:
    """The share of files that have it, by what decides it."""
    rates = dict(parameters()["mess"][code])
    narrower = {name: share for name, share in rates.items() if name not in _OF_ITEMS}
    return ", ".join([f"{rates['rate']:g}", *(f"{name} {share:g}" for name, share in narrower.items())])


def _sides() -> Iterable[tuple[str, str, str]]:
    yield _row("banks", BANKS, "id")
    yield _row("font families", TYPEFACES.values(), "name")
    for caption, (package, attribute) in _FAMILIES.items():
        yield _row(caption, registry.declared(package, attribute), "name")


def _row(caption: str, declared: Iterable[Any], name: str) -> tuple[str, str, str]:
    found: dict[str, list[str]] = {"develop": [], "test": []}
    for one in declared:
        found[one.split].append(f"`{getattr(one, name)}`")
    return caption, ", ".join(sorted(found["develop"])), ", ".join(sorted(found["test"]))


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join(f"| {' | '.join(cell.replace('|', '/') for cell in line)} |" for line in lines)


def page(text: str) -> str:
    """The page with its tables as they are now.   Raises ValueError when the page has lost its marks."""
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"{PAGE.name} has no place for its tables. Put back the lines {BEGIN} and {END}.")
    return f"{before}{BEGIN}\n\n{tables()}\n\n{END}{after}"


if __name__ == "__main__":
    PAGE.write_text(page(PAGE.read_text("utf-8")), "utf-8")
