"""British and American names, addresses and telephone numbers, put together from the word lists of one side of the split."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from random import Random

from samples.firms.firm import Country, Industry
from samples.firms.wordlists import words
from samples.population.splits import Split

_BRITISH_FORMS = ("Ltd", "Ltd", "Ltd", "Limited", "Limited", "(UK) Ltd", "Group Ltd")
_AMERICAN_FORMS = ("LLC", "LLC", "LLC", "Inc.", "Inc.", "Corp.", "Co.")
_INITIALS = "ABCDEFGHJKLMNPRSTW"


@dataclass(frozen=True, slots=True)
class Town:
    """A town.   area: county or state   post: postcode district letters, or first three digits of a ZIP code   phone: area code"""

    split: Split
    country: Country
    name: str
    area: str
    post: str
    phone: str


@cache
def towns(country: Country, split: Split) -> tuple[Town, ...]:
    return tuple(Town(split, country, *row.split(",")) for row in words("en", split, f"towns_{country.lower()}"))


def trades(split: Split, industry: Industry) -> tuple[str, ...]:
    """What firms of that industry call their trade."""
    return words("en", split, "trades", industry)


def brand(source: Random, split: Split) -> str:
    """The first word or words of a firm's name: a place, two founders, two places, initials and a founder."""
    first, surnames = words("en", split, "first"), words("en", split, "surnames")
    form = source.random()
    if form < 0.45:
        return source.choice(first)
    if form < 0.65:
        return " & ".join(source.sample(surnames, 2))
    if form < 0.85:
        return " ".join(source.sample(first, 2))
    return f"{source.choice(_INITIALS)}{source.choice(_INITIALS)} {source.choice(surnames)}"


def form(source: Random, country: Country) -> str:
    """What stands behind a firm's name."""
    return source.choice(_BRITISH_FORMS if country == "GB" else _AMERICAN_FORMS)


def person(source: Random, split: Split, surname: str = "") -> str:
    """The name of a person, of `surname` when there is one."""
    return f"{source.choice(words('en', split, 'given'))} {surname or source.choice(words('en', split, 'surnames'))}"


def address(source: Random, town: Town) -> str:
    """An address on one line: number or unit, road, town, postcode."""
    road = source.choice(words("en", town.split, "roads"))
    if town.country == "US":
        return f"{source.randint(100, 9800)} {road}, {town.name}, {town.area} {town.post}{source.randint(1, 48):02d}"
    post = f"{town.post}{source.randint(1, 20)} {source.randint(1, 9)}{source.choice('ABDEFGHJLN')}{source.choice('PQRSTUWXYZ')}"
    number = f"Unit {source.randint(1, 40)}, " if source.random() < 0.4 else f"{source.randint(2, 240)} "
    return f"{number}{road}, {town.name}, {post}"


def phone(source: Random, town: Town) -> str:
    if town.country == "US":
        return f"({town.phone}) 555-{source.randrange(100, 200):04d}"
    free = 10 - len(town.phone)
    return f"{town.phone} {source.choice('2345678')}{source.randrange(10**free):0{free}d}"
