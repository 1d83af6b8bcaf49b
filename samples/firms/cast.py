"""Who makes the parties of one firm: firms, persons and offices of its own side of the split, no two of the same name."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from samples.firms import banks, names_en, names_zh
from samples.firms.firm import Account, Country, Firm, Industry, Language, Party, Role
from samples.identifiers import CREDIT_SERIALS, british_vat_number, card_number, credit_code_of, employer_number
from samples.population.splits import Split


@dataclass(frozen=True, slots=True)
class Home:
    """Where the firm is and who owns it.   owner, surname: the person and the family name"""

    seed: int
    split: Split
    language: Language
    country: Country
    industry: Industry
    place: names_zh.City | names_en.Town
    address: str
    phone: str
    owner: str
    accounts: tuple[Account, ...]
    terms: float
    purchase_terms: float
    size: float


class Cast:
    """Makes parties, no two of the same name in one firm."""

    def __init__(self, home: Home, taken: set[str]) -> None:
        self.home = home
        self._taken = taken
        self._banks = banks.of(home.country, home.split)
        self._zh = home.language == "zh"

    def firm(
        self, source: Random, party_id: str, role: Role, trade: str, *, weight: float = 1.0, terms: int = 0, near: bool = False
    ) -> Party:
        """A firm of that trade.   near: in the firm's own city, else mostly"""
        home = self.home
        if self._zh:
            cities = names_zh.cities(home.split)
            city = home.place if near or source.random() < 0.5 else source.choice(cities)
            assert isinstance(city, names_zh.City)
            name, aliases = self._chinese(source, city, trade)
            bank = source.choice(self._banks)
            return Party(
                id=party_id,
                role=role,
                name=name,
                tax_id=credit_code_of(source.randrange(CREDIT_SERIALS), city.region),
                address=names_zh.address(source, city),
                phone=names_zh.phone(source, city),
                bank=bank.branch_in(city.name, source),
                account=bank.account(source),
                aliases=aliases,
                terms=terms,
                weight=weight,
            )
        towns = names_en.towns(home.country, home.split)
        town = home.place if near or source.random() < 0.4 else source.choice(towns)
        assert isinstance(town, names_en.Town)
        name, aliases = self._english(source, trade)
        bank = source.choice(self._banks)
        return Party(
            id=party_id,
            role=role,
            name=name,
            tax_id=british_vat_number(source) if home.country == "GB" else employer_number(source),
            address=names_en.address(source, town),
            phone=names_en.phone(source, town),
            bank=bank.name,
            account=bank.account(source),
            aliases=aliases,
            terms=terms,
            weight=weight,
        )

    def _chinese(self, source: Random, city: names_zh.City, trade: str) -> tuple[str, tuple[str, ...]]:
        while True:
            brand = names_zh.brand(source, self.home.split)
            name = f"{city.name}{brand.name}{trade}有限公司"
            if brand.name not in self._taken and name not in self._taken:
                self._taken |= {brand.name, name}
                return name, (f"{brand.name}{trade}", f"{brand.sound} co ltd".upper(), f"{brand.name}集团有限公司")

    def _english(self, source: Random, trade: str) -> tuple[str, tuple[str, ...]]:
        while True:
            brand = names_en.brand(source, self.home.split)
            if brand not in self._taken:
                self._taken.add(brand)
                form = names_en.form(source, self.home.country)
                short = f"{brand} {trade}".upper().replace("& ", "")
                return f"{brand} {trade} {form}", (
                    short[:18].strip(),
                    f"{short[:12].strip()} {form}".upper(),
                    f"{brand} Group Treasury".upper(),
                )

    def person(
        self, source: Random, party_id: str, role: Role, *, surname: str = "", name: str = "", weight: float = 1.0, terms: int = 0
    ) -> Party:
        """A person with a private account."""
        home = self.home
        while not name or (name in self._taken and role != "owner"):
            made = names_zh.person(source, home.split, surname) if self._zh else names_en.person(source, home.split, surname)
            name = made if made not in self._taken else ""
        self._taken.add(name)
        bank = source.choice(self._banks)
        if isinstance(home.place, names_zh.City):
            number = card_number(f"62{source.randrange(10**16):016d}")
            address, phone = names_zh.address(source, home.place), names_zh.mobile(source)
            where = bank.branch_in(home.place.name, source)
            aliases: tuple[str, ...] = (f"{name[0]}{'*' * (len(name) - 1)}",)
        else:
            number = bank.account(source)
            address, phone = names_en.address(source, home.place), names_en.phone(source, home.place)
            given, family = name.split(" ", 1)
            where, aliases = bank.name, (f"{given[0]} {family}".upper(), f"{family} {given[0]}".upper())
        return Party(
            id=party_id,
            role=role,
            name=name,
            address=address,
            phone=phone,
            bank=where,
            account=number,
            aliases=aliases,
            terms=terms,
            weight=weight,
            natural=True,
        )

    def office(self, source: Random, party_id: str, role: Role, name: str, aliases: tuple[str, ...] = (), *, tax_id: str = "") -> Party:
        """A public office, a bank, or whoever else has a fixed name."""
        self._taken.add(name)
        bank = self._banks[0]
        place = self.home.place
        zh = isinstance(place, names_zh.City)
        return Party(
            id=party_id,
            role=role,
            name=name,
            tax_id=tax_id,
            address=f"{place.name}市{place.district}" if isinstance(place, names_zh.City) else place.name,
            bank=bank.branch_in(place.name, source) if zh else bank.name,
            account=bank.account(source),
            aliases=aliases,
        )


def newcomer(
    firm: Firm, source: Random, party_id: str, role: Role, *, trade: str = "", natural: bool = False, near: bool = False, terms: int = 0
) -> Party:
    """Someone the firm did not know when it was drawn, made as all its parties are: same cities, words, banks, numbers, spellings.

    A fabrication takes its accomplices from here, so that nothing but their dealings tells them from honest partners.

    trade   what the name says it does; "": something of the firm's own industry   near: in the firm's city
    """
    zh = firm.language == "zh"
    places: tuple[names_zh.City | names_en.Town, ...]
    places = names_zh.cities(firm.split) if zh else names_en.towns(firm.country, firm.split)
    home = Home(
        seed=firm.seed,
        split=firm.split,
        language=firm.language,
        country=firm.country,
        industry=firm.industry,
        place=next(place for place in places if place.name == firm.city),
        address=firm.address,
        phone=firm.phone,
        owner=firm.owner.name,
        accounts=firm.accounts,
        terms=firm.profile.terms,
        purchase_terms=firm.profile.purchase_terms,
        size=0.0,
    )
    made = Cast(home, {firm.name, *firm.people, *(party.name for party in firm.parties.values())})
    if natural:
        return made.person(source, party_id, role, terms=terms)
    words = (names_zh.trades if zh else names_en.trades)(firm.split, firm.industry)
    return made.firm(source, party_id, role, trade or source.choice(words), terms=terms, near=near)
