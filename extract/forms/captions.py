"""Captions of forms' lines to concepts (captions.yaml beside this file)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from difflib import SequenceMatcher
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

import yaml

from extract.concepts import chart, normalise

#: Captions that differ by less than this share of their letters are one caption misread, if only one is that near.
_NEAR = 0.86
#: A shorter caption is never taken for another one: 税额 and 销额 are one letter apart.
_SHORTEST_NEAR = 5
#: Note at the end of a caption: a formula ("17=12+13-14"), a line or box number, a remark in brackets.
_TAIL = re.compile(
    r"(?:[(](?:box|line|栏次|行次)?\d{1,3}[a-z]?[)]|\d{1,2}=[\d+\-*×≥≤>=<()]+|[(][\d+\-*×=<>≥≤/第行]*[+\-*×=][\d+\-*×=<>≥≤/第行]*[)])$"
)
#: A unit in the caption of a line: 营业收入（万元）, Total assets (£'000).
_UNIT_IN_LABEL = re.compile(
    r"[(（]\s*(?:单位[:：]?)?\s*(?:人民币)?\s*(亿元|万元|千元|[£$€]\s?['’]?000s?|[£$€]\s?[km])\s*[)）]", re.IGNORECASE
)
_SCALES = {"亿元": 100_000_000, "万元": 10_000, "千元": 1_000}
#: Before a caption: "box 1", "line 1a", an ordinal in brackets.
_HEAD = re.compile(r"^(?:(?:box|line)\d{1,3}[a-z]?(?=[a-z])|[(][一二三四五六七八九十]{1,2}[)])")


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a caption says.

    concept     id, or None for a known line without one
    confidence  1.0 by the table, less by a near spelling
    role        "line"; "part": to be added to the concept; "less": to be taken off it
    """

    concept: str | None
    confidence: float
    role: str = "line"


@dataclass(frozen=True, slots=True)
class _Group:
    """by_caption   normalised caption -> its meanings, the line itself first   patterns: of whole captions"""

    by_caption: Mapping[str, tuple[Meaning, ...]]
    patterns: tuple[tuple[re.Pattern[str], Meaning], ...]


@lru_cache(maxsize=1 << 14)
def key_of(label: str) -> str:
    """A label in the form in which captions are compared, without formulas and box numbers around it."""
    key = _HEAD.sub("", normalise(label))
    shorter = _TAIL.sub("", key)
    while shorter != key and shorter:
        key, shorter = shorter, _TAIL.sub("", shorter)
    return key


@lru_cache(maxsize=1 << 14)
def keys_of(label: str) -> tuple[str, ...]:
    """The forms in which a label is looked up, the fullest first: without remarks in brackets, without what its next sentence explains."""
    found = [normalise(label), key_of(label)]
    bare = re.sub(r"\s*[(（][^()（）]*[)）]?\s*$", "", label.strip())
    bare = re.sub(r"^\s*(?:减|加|其中|less|add|of which)\s*[:：]\s*", "", bare, flags=re.IGNORECASE)
    sentence = re.split(r"(?<=[a-z])\.\s+(?=[A-Z])|\\", bare)[0]
    beyond = re.split(r"\s+[-–—]\s+|,?\s+(?:for the|attach|see|from|subtract|box)\b", sentence, flags=re.IGNORECASE)[0]
    for text in (bare, re.sub(r"\s*[(（][^()（）]*[)）]?\s*$", "", sentence), sentence, beyond):
        if len(normalise(text)) > 1:
            found += [normalise(text), key_of(text)]
    return tuple(dict.fromkeys(key for key in found if key))


def meanings(groups: Sequence[str], label: str, *, near: bool = True) -> tuple[Meaning, ...]:
    """What `label` says on a form of those groups; empty where no group knows it.   near: ask for near spellings as well"""
    keys = keys_of(label)
    for group in (_groups()[name] for name in groups):
        for key in keys:
            if key in group.by_caption:
                return group.by_caption[key]
            for pattern, meaning in group.patterns:
                if pattern.search(key):
                    return (meaning,)
    for group in (_groups()[name] for name in groups if near):
        nearest = _nearest(group, key_of(label))
        if nearest:
            return nearest
    return ()


def listed(groups: Sequence[str], label: str) -> bool:
    """Whether `label` is spelt as one of the captions of those groups."""
    return any(key in _groups()[name].by_caption for name in groups for key in keys_of(label))


def unit_of(label: str) -> str | None:
    """What the figures of a line with that caption count: "persons", "kWh", "months"; None for money."""
    key = normalise(label)
    return next((unit for unit, pattern in _counts() if pattern.search(key)), None)


def scale_of(label: str) -> Decimal | None:
    """What a printed 1 is worth in a line whose caption says so; None where it says nothing."""
    found = _UNIT_IN_LABEL.search(label)
    if found is None:
        return None
    word = found[1].lower()
    return Decimal(_SCALES.get(word, 1_000_000 if word.endswith("m") else 1_000))


def _nearest(group: _Group, key: str) -> tuple[Meaning, ...]:
    """The meanings of the one caption that is spelt nearly so."""
    if len(key) < _SHORTEST_NEAR:
        return ()
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(key)
    found: list[tuple[float, str]] = []
    for caption in group.by_caption:
        if abs(len(caption) - len(key)) > (1 if key.isascii() else 3) or len(caption) < _SHORTEST_NEAR:
            continue
        matcher.set_seq1(caption)
        if matcher.real_quick_ratio() >= _NEAR and matcher.quick_ratio() >= _NEAR and (ratio := matcher.ratio()) >= _NEAR:
            found.append((ratio, caption))
    found.sort(reverse=True)
    if not found or (len(found) > 1 and found[0][0] - found[1][0] < 0.02):
        return ()
    return tuple(Meaning(one.concept, round(found[0][0], 3), one.role) for one in group.by_caption[found[0][1]])


@cache
def _raw() -> Mapping[str, Any]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    raw: dict[str, Any] = yaml.load((files("extract.forms") / "captions.yaml").read_text("utf-8"), Loader=loader)  # noqa: S506
    return raw


@cache
def _counts() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((unit, re.compile(pattern)) for unit, pattern in _raw()["counts"].items())


@cache
def _groups() -> Mapping[str, _Group]:
    """All groups. Raises ValueError for a concept that concepts.yaml lacks, or a caption with two meanings in one group."""
    return {name: _group(name, entries) for name, entries in _raw().items() if name != "counts"}


def _group(name: str, entries: Mapping[str, Any]) -> _Group:
    by_caption: dict[str, tuple[Meaning, ...]] = {}
    patterns: list[tuple[re.Pattern[str], Meaning]] = []
    for concept, entry in entries.items():
        if concept and concept not in chart():
            raise ValueError(f"captions.yaml, {name}: concepts.yaml has no {concept}")
        told = entry if isinstance(entry, Mapping) else {"captions": entry}
        line = Meaning(concept or None, 1.0)
        for role, captions in (("line", told.get("captions", ())), ("part", told.get("parts", ())), ("less", told.get("less", ()))):
            for key in dict.fromkeys(key_of(caption) for caption in captions):
                _add(name, by_caption, key, Meaning(line.concept, 1.0, role))
        if "pattern" in told:
            patterns.append((re.compile(told["pattern"]), line))
    return _Group(by_caption, tuple(patterns))


def _add(name: str, by_caption: dict[str, tuple[Meaning, ...]], key: str, meaning: Meaning) -> None:
    before = by_caption.get(key, ())
    if meaning.role == "line" and any(one.role == "line" and one.concept and meaning.concept for one in before):
        raise ValueError(f"captions.yaml, {name}: {key!r} means both {before[0].concept} and {meaning.concept}")
    if meaning.role == "line" and meaning.concept is None and before:
        return  # a part of a concept, named again among the known lines
    by_caption[key] = (*before, meaning)


def known(groups: Iterable[str]) -> frozenset[str]:
    """Every normalised caption of those groups."""
    return frozenset(key for name in groups for key in _groups()[name].by_caption)
