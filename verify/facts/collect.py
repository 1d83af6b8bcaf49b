"""All facts of a loan file, and what they come to for the stretch of time that a tie asks about."""

from __future__ import annotations

import importlib
import itertools
import pkgutil
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from functools import cache
from types import ModuleType

import verify.facts
from verify.case import Case, same_entity
from verify.facts.fact import DAY, Fact, Stretch, gaps
from verify.formulas.chart import chart, label_of
from verify.formulas.sum import NotJudged, Sum, combined
from verify.wording import Wording

#: Years of 52 or 53 weeks and reports of the first working day begin and end so near the days that were asked for.
SLACK = timedelta(days=7)
#: Ways to put a year together from returns that are tried: by year, by quarters, by months, or mixed where one is missing.
MAX_TILINGS = 6
_OPENING = ("_open", "_opening")


class Facts:
    """Facts by concept. Two papers that state one amount for one stretch are two ways to read it, the later one last."""

    def __init__(self, every: Iterable[Fact]) -> None:
        self._by_concept: dict[str, list[Fact]] = {}
        for fact in every:
            self._by_concept.setdefault(fact.concept, []).append(fact)

    def of(self, concept: str, *, entity: str | None = None, currency: str | None = None) -> list[Fact]:
        """Facts of one concept that can be about this firm in this currency."""
        return [
            fact
            for fact in self._by_concept.get(concept, ())
            if same_entity(fact.entity, entity) and (currency is None or fact.currency in (currency, "XXX") or currency == "XXX")
        ]

    def stretches(self, concept: str) -> list[Stretch]:
        """Each stretch for which the concept is stated, oldest first."""
        return sorted({fact.stretch for fact in self._by_concept.get(concept, ())})

    def over(self, concept: str, wanted: Stretch, *, entity: str | None = None, currency: str | None = None) -> list[Sum]:
        """What the facts of a flow add up to over `wanted`, or a balance at its end (its beginning, of an opening balance).

        Raises NotJudged where they leave days open, and says which.
        """
        found = self.of(concept, entity=entity, currency=currency)
        if not found:
            name = label_of(concept)
            raise NotJudged(Wording(f"文件中没有“{name.zh}”的资料。", f"No paper in the loan file states '{name.en}'."))
        if chart()[concept].instant:
            return _at(concept, found, wanted)
        tilings = list(itertools.islice(_tilings(_by_stretch(found), wanted), MAX_TILINGS))
        if not tilings:
            raise NotJudged(_open_days(concept, found, wanted))
        return [choice for tiling in tilings for choice in combined([_choices(facts) for facts in tiling])]


@cache
def _providers() -> tuple[ModuleType, ...]:
    """Modules of this folder that find facts: those named from_…"""
    names = sorted(info.name for info in pkgutil.iter_modules(verify.facts.__path__) if info.name.startswith("from_"))
    return tuple(importlib.import_module(f"verify.facts.{name}") for name in names)


def facts_of(case: Case) -> Facts:
    """Use as `case.kept(facts_of)`."""
    return Facts(fact for provider in _providers() for fact in provider.facts(case))


def _by_stretch(found: Iterable[Fact]) -> dict[Stretch, list[Fact]]:
    grouped: dict[Stretch, list[Fact]] = {}
    for fact in found:
        grouped.setdefault(fact.stretch, []).append(fact)
    return grouped


def _tilings(grouped: Mapping[Stretch, list[Fact]], wanted: Stretch) -> Iterator[list[list[Fact]]]:
    """Ways to cover `wanted` without gap or overlap, those of few long stretches first."""
    whole = [stretch for stretch in grouped if abs(stretch.start - wanted.start) <= SLACK and abs(stretch.end - wanted.end) <= SLACK]
    for stretch in sorted(whole, key=lambda stretch: (stretch != wanted, stretch)):
        yield [grouped[stretch]]
    by_start: dict[date, list[Stretch]] = {}
    for stretch in sorted(grouped, key=lambda stretch: -stretch.end.toordinal()):
        if wanted.holds(stretch) and stretch not in whole:
            by_start.setdefault(stretch.start, []).append(stretch)
    for tiling in _covers(by_start, wanted.start, wanted.end):
        yield [grouped[stretch] for stretch in tiling]


def _covers(by_start: Mapping[date, list[Stretch]], first: date, last: date) -> Iterator[list[Stretch]]:
    """Chains of stretches from `first` to `last`.   Days from which nothing leads to the end are looked at once."""
    dead: set[date] = set()

    def chains(day: date) -> Iterator[list[Stretch]]:
        if day in dead:
            return
        found = False
        for stretch in by_start.get(day, ()):
            rests = iter([[]]) if stretch.end == last else chains(stretch.end + DAY)
            for rest in rests:
                found = True
                yield [stretch, *rest]
        if not found:
            dead.add(day)

    yield from chains(first)


def _choices(found: list[Fact]) -> list[Sum]:
    """The amounts stated for one stretch, each once."""
    different = {fact.value: fact for fact in found}
    return [Sum(fact.terms, remark=fact.remark) for fact in different.values()]


def _at(concept: str, found: list[Fact], wanted: Stretch) -> list[Sum]:
    """A balance on the last day of `wanted`, or on the day before its first where it is an opening one.   Raises NotJudged."""
    opening = concept.endswith(_OPENING)
    day = wanted.start if opening else wanted.end
    near = [fact for fact in found if abs((fact.stretch.start if opening else fact.stretch.end) - day) <= SLACK]
    if not near:
        name = label_of(concept)
        stated = "、".join(sorted({fact.stretch.end.isoformat() for fact in found})[:4])
        raise NotJudged(
            Wording(
                f"“{name.zh}”只有{stated}的资料，没有{day.isoformat()}的。",
                f"'{name.en}' is stated for {stated.replace('、', ', ')} and not for {day.isoformat()}.",
            )
        )
    return _choices(sorted(near, key=lambda fact: (fact.stretch != wanted, abs(fact.stretch.end - wanted.end))))


def _open_days(concept: str, found: list[Fact], wanted: Stretch) -> Wording:
    name = label_of(concept)
    missing = gaps(wanted, [fact.stretch for fact in found if wanted.holds(fact.stretch)])
    days = "、".join(str(stretch) for stretch in missing[:4]) or str(wanted)
    return Wording(
        f"“{name.zh}”的资料未覆盖：{days}。",
        f"What states '{name.en}' leaves days open: {days.replace('、', ', ')}.",
    )
