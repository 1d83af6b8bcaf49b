"""The reporting concepts and the printed labels that mean them (concepts.yaml beside this file)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Literal

import yaml

Balance = Literal["debit", "credit", "inflow", "outflow", "none"]

_HALF_WIDTH = str.maketrans("（）：，。；－—–−“”‘’＋．／＆０１２３４５６７８９　﹑", "():,.;----\"\"''+./&0123456789 、")
_ORDINAL = re.compile(r"^[(]?[一二三四五六七八九十]+[)]?[、.]|^\d{1,2}[.、](?!\d)|^[(][a-z0-9]{1,2}[)]\s*")
_LEAD = re.compile(r"^(?:减|加|其中|(?:less|add|of which|including)\b)\s*:?\s*(?=\S)")
_FILL_IN = re.compile(r"[(][^()]*以[\"']*-*[\"']*号填列[)]")
_BRACKETED = re.compile(r"/?[(][^()]*[)]/?")
_DROPPED = re.compile(r"[\s\"':,.;*、`·…_]+")


@dataclass(frozen=True, slots=True)
class Child:
    """A line that is added (+1) or taken off (-1) to make its total."""

    id: str
    weight: Literal[1, -1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """One reporting concept.

    statement     balance_sheet, income_statement, cash_flow, equity_changes, notes or external
    period        "instant" (a balance) or "duration" (a flow)
    balance       the side on which a stored value is positive
    children      what a total is made of; children_alt: the same total in another presentation
    of_which      the parent that this line is a part of, never added beside it
    xqy_line      行次 on the small-enterprise form
    """

    id: str
    statement: str
    section: str
    period: Literal["instant", "duration"]
    balance: Balance
    tier: str
    total: bool
    label_en: str
    label_zh: str
    labels: tuple[str, ...]
    children: tuple[Child, ...] = ()
    children_alt: Mapping[str, tuple[Child, ...]] = field(default_factory=dict)
    of_which: str | None = None
    xqy_line: int | None = None
    xbrl: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Chart:
    """All concepts, and the look-up from a printed label.

    by_label   (statement, normalised label) -> concept id
    """

    version: str
    concepts: Mapping[str, Concept]
    by_label: Mapping[tuple[str, str], str]
    ambiguous: Mapping[str, tuple[str, ...]]

    def __getitem__(self, concept: str) -> Concept:
        return self.concepts[concept]

    def __contains__(self, concept: object) -> bool:
        return concept in self.concepts

    def of_statement(self, statement: str) -> tuple[Concept, ...]:
        return tuple(concept for concept in self.concepts.values() if concept.statement == statement)


@lru_cache(maxsize=1 << 16)
def normalise(label: str) -> str:
    """A printed label in the form in which labels are compared.

    Half width, lower case, without ordinal, 减/加/其中/less/add, "…以“-”号填列", spaces and punctuation.
    """
    text = label.strip().lower().translate(_HALF_WIDTH)
    if not text.isascii():  # a recogniser sees accents in specks of dirt
        text = "".join(character for character in unicodedata.normalize("NFKD", text) if not unicodedata.combining(character))
    for pattern in (_ORDINAL, _LEAD):
        text = pattern.sub("", text.strip())
    text = _LEAD.sub("", text)
    text = _FILL_IN.sub("", text)
    return _DROPPED.sub("", text)


@cache
def chart() -> Chart:
    """The chart of reporting concepts, read once."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    raw: dict[str, Any] = yaml.load((files("extract") / "concepts.yaml").read_text("utf-8"), Loader=loader)  # noqa: S506
    ambiguous = {normalise(entry["label"]): tuple(entry["candidates"]) for entry in raw["ambiguous_labels"]}
    concepts: dict[str, Concept] = {}
    by_label: dict[tuple[str, str], str] = {}
    for entry in raw["concepts"]:
        concept = _concept(entry)
        concepts[concept.id] = concept
        for label in concept.labels:
            by_label.setdefault((concept.statement, normalise(label)), concept.id)
    # "Net assets (liabilities)" is printed without its bracket as well; a label that is listed for another concept wins.
    for concept in concepts.values():
        for label in concept.labels:
            plain = _BRACKETED.sub("", normalise(label))
            if len(plain) > 3 and plain not in ambiguous:
                by_label.setdefault((concept.statement, plain), concept.id)
    return Chart(raw["version"], concepts, by_label, ambiguous)


def _concept(entry: Mapping[str, Any]) -> Concept:
    synonyms = entry.get("synonyms") or {}
    forms = entry.get("forms") or {}
    labels = [entry["label"]["en"], entry["label"]["zh"], *(form["label"] for form in forms.values() if form.get("label"))]
    labels += [*(synonyms.get("en") or ()), *(synonyms.get("zh") or ())]
    return Concept(
        id=entry["id"],
        statement=entry["statement"],
        section=entry["section"],
        period="instant" if entry["period"] == "instant" else "duration",
        balance=entry["balance"],
        tier=entry["tier"],
        total=bool(entry.get("total")),
        label_en=entry["label"]["en"],
        label_zh=entry["label"]["zh"],
        labels=tuple(dict.fromkeys(labels)),
        children=_children(entry.get("children")),
        children_alt={name: _children(kids) for name, kids in (entry.get("children_alt") or {}).items()},
        of_which=entry.get("of_which"),
        xqy_line=(forms.get("xqy") or {}).get("line"),
        xbrl={name: tag for name, tag in (entry.get("xbrl") or {}).items() if isinstance(tag, str)},
    )


def _children(entries: list[dict[str, Any]] | None) -> tuple[Child, ...]:
    return tuple(Child(entry["id"], 1 if entry["weight"] > 0 else -1) for entry in entries or ())
