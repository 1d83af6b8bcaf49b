"""Chinese names, addresses and telephone numbers, put together from the word lists of one side of the split."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from random import Random

from samples.firms.firm import Industry
from samples.firms.wordlists import words
from samples.population.splits import Split

_CHANCE_OF_THREE = 0.25


@dataclass(frozen=True, slots=True)
class City:
    """A city.   region: six digits of a district of it (GB/T 2260)   phone: area code   wages: of its province, the country being 1"""

    split: Split
    name: str
    province: str
    district: str
    region: str
    phone: str
    wages: float


@dataclass(frozen=True, slots=True)
class Brand:
    """A trade name and its sound in Latin letters."""

    name: str
    sound: str


@cache
def cities(split: Split) -> tuple[City, ...]:
    found = []
    for row in words("zh", split, "cities"):
        name, province, district, region, phone, wages = row.split()
        found.append(City(split, name, province, district, region, phone, float(wages)))
    return tuple(found)


def trades(split: Split, industry: Industry) -> tuple[str, ...]:
    """What firms of that industry call their trade."""
    return words("zh", split, "trades", industry)


@cache
def _parts(split: Split, place: str) -> tuple[tuple[str, str], ...]:
    return tuple((part[0], part[1:]) for part in words("zh", split, place))


def brand(source: Random, split: Split) -> Brand:
    """A trade name of two characters, sometimes three."""
    second = _parts(split, "second")
    chosen = [source.choice(_parts(split, "first")), source.choice(second)]
    if source.random() < _CHANCE_OF_THREE:
        chosen.append(source.choice(second))
    return Brand("".join(sign for sign, _ in chosen), "".join(sound for _, sound in chosen))


def person(source: Random, split: Split, surname: str = "") -> str:
    """The name of a person, of `surname` when there is one."""
    return (surname or source.choice(words("zh", split, "surnames"))) + source.choice(words("zh", split, "given"))


def address(source: Random, city: City) -> str:
    """An address as licences have it: province, city, district, road, number."""
    region = f"{city.province}省{city.name}市" if city.province not in {city.name, "广西"} else f"{city.name}市"
    text = f"{region}{city.district}{source.choice(words('zh', city.split, 'roads'))}{source.randint(2, 980)}号"
    form = source.random()
    if form < 0.4:
        return f"{text}{source.randint(1, 28)}幢{source.randint(101, 2908)}室"
    return f"{text}{source.choice('ABCDEF')}座{source.randint(1, 26)}层" if form < 0.6 else text


def phone(source: Random, city: City) -> str:
    """A landline of the city."""
    return f"{city.phone}-{source.choice('2345678')}{source.randrange(10**7):07d}"


def mobile(source: Random) -> str:
    return f"1{source.choice(('38', '39', '50', '58', '77', '86', '89', '33'))}{source.randrange(10**8):08d}"
