"""What a tagged fact means: its name and members looked up in the chart of concepts and in tags.yaml beside this file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from extract.concepts import chart
from extract.page import Fact

#: A statement's own concepts first; a note may repeat any of them.
_UNQUALIFIED = ""


@dataclass(frozen=True, slots=True)
class Meaning:
    """concept: id in concepts.yaml   sign: of the tag's value as against the stored one"""

    concept: str
    sign: int


def meanings(fact: Fact) -> tuple[Meaning, ...]:
    """What `fact` may mean, by the statement it stands in; none for a name that is not known, or for a part of the entity."""
    qualifier = _qualifier(fact)
    if qualifier is None:
        return ()
    return _tags().get((fact.taxonomy, f"{fact.name}/{qualifier}" if qualifier else fact.name), ()) or (
        # A debtor within one year is the debtor that a balance sheet prints.
        _tags().get((fact.taxonomy, fact.name), ()) if qualifier == "current" else ()
    )


def meaning_in(fact: Fact, statement: str) -> Meaning | None:
    """What `fact` means in a statement of that kind; None where it means nothing there, or several things."""
    found = [meaning for meaning in meanings(fact) if chart()[meaning.concept].statement == statement]
    return found[0] if len(found) == 1 else None


def names_entity(fact: Fact) -> bool:
    return fact.name in _raw()["entity_names"]


def _qualifier(fact: Fact) -> str | None:
    """ "current", "noncurrent", a member of equity, "" without dimensions; None for any other part of the entity."""
    found = set()
    for dimension in fact.dims:
        axis, _, member = dimension.partition("=")
        if member in _raw()["current"]:
            found.add("current")
        elif member in _raw()["noncurrent"]:
            found.add("noncurrent")
        elif axis in _raw()["equity_dimensions"]:
            found.add(member)
        else:
            return None
    return found.pop() if len(found) == 1 else _UNQUALIFIED if not found else None


@cache
def _raw() -> Mapping[str, Any]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    text = (files("extract.statements.tagged") / "tags.yaml").read_text("utf-8")
    raw: dict[str, Any] = yaml.load(text, Loader=loader)  # noqa: S506
    return raw


@cache
def _tags() -> Mapping[tuple[str, str], tuple[Meaning, ...]]:
    """(taxonomy, name with its qualifier) -> meanings."""
    found: dict[tuple[str, str], tuple[Meaning, ...]] = {}
    for concept in chart().concepts.values():
        for taxonomy, name in concept.xbrl.items():
            key = taxonomy, name
            found[key] = (*found.get(key, ()), Meaning(concept.id, 1))
    for taxonomy in ("frc", "us_gaap", "ifrs"):
        for name, concepts in _raw()[taxonomy].items():
            found[taxonomy, name] = tuple(Meaning(one.lstrip("-"), -1 if one.startswith("-") else 1) for one in concepts)
    return found
