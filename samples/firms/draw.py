"""The firm of a seed, each question from a stream of its own, so that asking for a split or a language moves no other answer.

The books cover the last two complete financial years at least, sometimes three or some months before the first, and up to three months
after the last. `year_ends` holds the ends of those years that lie wholly inside the books.
"""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from extract.errors import WronglyCalled
from samples.firms import banks, goods, names_en, names_zh
from samples.firms import parties as everyone
from samples.firms import profile as profiles
from samples.firms.calendar import month_end, month_start
from samples.firms.cast import Home
from samples.firms.firm import Account, Bookkeeper, Country, Firm, Framework, Industry, Language
from samples.identifiers import CREDIT_SERIALS, british_vat_number, credit_code_of, employer_number
from samples.population.parameters import parameters
from samples.population.splits import Split
from samples.streams import stream

INDUSTRIES: tuple[Industry, ...] = ("trade", "manufacturing", "catering", "construction", "services")
_DEVELOP_SHARE = 0.7
#: Newest financial year ends, the first and the last that may be.
_FIRST_END, _LAST_END = date(2024, 6, 30), date(2025, 12, 31)
#: How common each month is as the end of a financial year, January first: priors.
_END_MONTHS = {"GB": (3, 2, 30, 6, 3, 12, 3, 3, 10, 3, 2, 23), "US": (1, 1, 4, 1, 1, 8, 1, 1, 7, 2, 1, 72)}
#: Net sales of a year under which a firm hands in few papers, and under which a British firm mostly is a micro-entity: two of three
#: limits (sales, assets, staff) make it one, so that some with more sales than the limit of the act are.
_MICRO = {"CN": 120_000_000, "GB": 22_000_000, "US": 28_000_000}
_MICRO_ENTITY = 80_000_000
_SOFTWARE: dict[str, dict[Split, tuple[str, ...]]] = {
    "zh": {"develop": ("云账通", "账易达V6.2", "百账财务", "精记账套", "代账大师"), "test": ("恒账宝", "智记云财务", "慧算账")},
    "en": {"develop": ("LedgerWell", "TallyHouse", "BookMarten", "Countwise 50"), "test": ("Quillbook", "Pennyroyal Accounts")},
}
_LEGAL_ZH = ("有限责任公司(自然人投资或控股)", "有限责任公司(自然人独资)", "有限责任公司")


def firm(
    seed: int,
    *,
    split: Split | None = None,
    language: Language | None = None,
    industry: Industry | None = None,
    country: Country | None = None,
) -> Firm:
    """The firm of `seed`; what is None is drawn.   Raises WronglyCalled when language and country contradict each other, or are unknown."""
    where = country_of(seed, language, country)
    speaks: Language = "zh" if where == "CN" else "en"
    side: Split = split or ("develop" if stream(seed, "firm", "split").random() < _DEVELOP_SHARE else "test")
    does = industry_of(seed, industry)
    line = stream(seed, "firm", "line").choice(goods.lines(speaks, side, does))
    who = stream(seed, "firm", "who")
    place: names_zh.City | names_en.Town
    place = who.choice(names_zh.cities(side)) if where == "CN" else who.choice(names_en.towns(where, side))
    wages = place.wages if isinstance(place, names_zh.City) else who.uniform(0.9, 1.2)
    setting = profiles.Setting(country=where, industry=does, wages=wages)
    nature = profiles.nature(seed, setting)
    profile = profiles.profile(seed, setting, nature)
    name, short, brand = _name(who, place, line.words, where)
    address, phone = _address(who, place)
    people = _people(stream(seed, "firm", "officers"), speaks, side)
    accounts = _accounts(stream(seed, "firm", "accounts"), where, side, place.name)
    home = Home(
        seed, side, speaks, where, does, place, address, phone, people[0], accounts, profile.terms, profile.purchase_terms, nature.size
    )  # fmt: skip
    first, last, year_ends, applied = _dates(stream(seed, "firm", "dates"), where)
    framework = _framework(stream(seed, "firm", "framework"), where, profile.revenue, nature.size)
    low, high = parameters()["firms"]["age_years"]
    books = _bookkeeper(stream(seed, "firm", "bookkeeper"), nature.size)
    habits = stream(seed, "firm", "software")
    sold, bought = goods.drawn(line, where, profile.gross_margin, stream(seed, "firm", "goods"))
    age = habits.triangular(low * 365 + 35, high * 365, 5 * 365)
    return Firm(
        seed=seed,
        split=side,
        language=speaks,
        country=where,
        industry=does,
        framework=framework,
        taxpayer=nature.taxpayer,
        currency={"CN": "CNY", "GB": "GBP", "US": "USD"}[where],
        name=name,
        short_name=short,
        tax_id=_tax_id(who, place),
        company_number=_company_number(who, where),
        legal_form=_legal_form(habits, where, name),
        city=place.name,
        address=address,
        phone=phone,
        founded=first - timedelta(days=int(age)),
        people=people if books != "owner" else (people[0], people[1], people[0]),
        bookkeeper=books,
        software=habits.choice(_SOFTWARE[speaks][side]),
        micro=profile.revenue < _MICRO[where] and framework != "cas",
        accounts=accounts,
        parties=everyone.parties(home, {name, brand, *people}),
        goods=sold,
        materials=bought,
        profile=profile,
        first=first,
        last=last,
        year_ends=year_ends,
        applied=applied,
    )


def country_of(seed: int, language: Language | None = None, country: Country | None = None) -> Country:
    """The country of the firm of `seed`, when `language` and `country` are asked for."""
    if country not in {None, "CN", "GB", "US"} or language not in {None, "zh", "en"}:
        raise WronglyCalled(f"No firms of country {country!r}, language {language!r}. Countries are CN, GB, US; languages are zh, en.")
    if country is not None:
        if language is not None and (language == "zh") != (country == "CN"):
            raise WronglyCalled(f"A firm of {country} keeps no books in {language!r}. Leave one of the two out.")
        return country
    priors = parameters()["firms"]
    if language is None:
        language = "zh" if stream(seed, "firm", "language").random() < priors["chinese_share"] else "en"
    if language == "zh":
        return "CN"
    return "US" if stream(seed, "firm", "country").random() < priors["american_of_english"] else "GB"


def industry_of(seed: int, industry: Industry | None = None) -> Industry:
    """The industry of the firm of `seed`, or the one that is asked for."""
    if industry is None:
        shares = parameters()["industries"]["share"]
        return stream(seed, "firm", "industry").choices(INDUSTRIES, [shares[name] for name in INDUSTRIES])[0]
    if industry not in INDUSTRIES:
        raise WronglyCalled(f"No firms of industry {industry!r}. Ask for one of {', '.join(INDUSTRIES)}.")
    return industry


def _name(source: Random, place: names_zh.City | names_en.Town, words: tuple[str, ...], country: Country) -> tuple[str, str, str]:
    """Registered name, short name, and the brand in it."""
    word = source.choice(words)
    if isinstance(place, names_zh.City):
        brand = names_zh.brand(source, place.split).name
        return f"{place.name}{brand}{word}有限公司", f"{brand}{word}", brand
    brand = names_en.brand(source, place.split)
    return f"{brand} {word} {names_en.form(source, country)}", f"{brand} {word}", brand


def _legal_form(source: Random, country: Country, name: str) -> str:
    """The legal form, which in America goes with the end of the name."""
    if country == "GB":
        return "Private limited company"
    if country == "US":
        return "Limited liability company" if name.endswith("LLC") else source.choice(("Corporation", "S corporation"))
    return source.choice(_LEGAL_ZH)


def _address(source: Random, place: names_zh.City | names_en.Town) -> tuple[str, str]:
    if isinstance(place, names_zh.City):
        return names_zh.address(source, place), names_zh.phone(source, place)
    return names_en.address(source, place), names_en.phone(source, place)


def _people(source: Random, language: Language, split: Split) -> tuple[str, str, str]:
    """Legal representative (the owner), head of finance, bookkeeper: three different persons."""
    found: list[str] = []
    while len(found) < 3:
        person = names_zh.person(source, split) if language == "zh" else names_en.person(source, split)
        if person not in found:
            found.append(person)
    return found[0], found[1], found[2]


def _tax_id(source: Random, place: names_zh.City | names_en.Town) -> str:
    if isinstance(place, names_zh.City):
        return credit_code_of(source.randrange(CREDIT_SERIALS), place.region)
    return british_vat_number(source) if place.country == "GB" else employer_number(source)


def _company_number(source: Random, country: Country) -> str:
    """Eight digits in Britain, a state's file number in America; a Chinese firm is registered under its credit code alone."""
    if country == "CN":
        return ""
    return f"{source.randint(3_000_000, 15_900_000):08d}" if country == "GB" else f"{source.randint(1_000_000, 9_999_999)}"


def _accounts(source: Random, country: Country, split: Split, city: str) -> tuple[Account, ...]:
    """One to four accounts, each at a bank of its own while there are enough; the first is the basic account."""
    shares = parameters()["firms"]["accounts"]
    count = source.choices(list(shares), list(shares.values()))[0]
    known = list(banks.of(country, split))
    source.shuffle(known)
    found = []
    for index in range(count):
        bank = known[index % len(known)]
        number, routing = bank.account(source), bank.routing(source)
        found.append(
            Account(
                id=f"bank_{index + 1}",
                bank=bank.id,
                bank_name=bank.name,
                branch=bank.branch_in(city, source),
                number=number,
                kind="general" if index else "basic",
                iban=bank.iban(routing, number),
                bic=bank.bic,
                sort_code=routing if country != "CN" else "",
            )
        )
    return tuple(found)


def _dates(source: Random, country: Country) -> tuple[date, date, tuple[date, ...], date]:
    """First and last day of the books, the financial years that end inside and lie inside, the day of the application."""
    if country == "CN":
        newest = source.choice((date(2024, 12, 31), date(2025, 12, 31)))
    else:
        ends = [month_end(month.year, month.month) for month in (month_start(_FIRST_END, index) for index in range(19))]
        newest = source.choices(ends, [_END_MONTHS[country][end.month - 1] for end in ends])[0]
    assert _FIRST_END <= newest <= _LAST_END
    low, high = parameters()["firms"]["stub_months"]
    least, most = parameters()["firms"]["months"]
    stub = source.randint(low, high)
    form, between = source.random(), source.randint(least, most - stub)
    # Mostly the books begin with a financial year: two of them, or three when no month comes after.
    before = least if form < 0.6 else most if form < 0.8 and not stub else between
    first = month_start(newest, 1 - before)
    after = month_start(newest, stub)
    last = month_end(after.year, after.month)
    years = [month_start(newest, -12 * back) for back in range(before // 12)]
    year_ends = tuple(sorted(month_end(year.year, year.month) for year in years))
    return first, last, year_ends, last + timedelta(days=source.randint(5, 40))


def _framework(source: Random, country: Country, revenue: int, size: float) -> Framework:
    """Larger firms keep the fuller standard more often; over all firms the shares are the priors'."""
    priors = parameters()["firms"]
    draw = source.random()
    if country == "CN":
        fuller = (1 - priors["xqy_share"]) * (1.7 if size > 0 else 0.3)
        return "cas" if draw < fuller else "xqy"
    shares = priors["english_frameworks"]
    if country == "US":
        return "us_tax" if draw < shares["us_tax"] / (shares["us_tax"] + shares["us_gaap"]) else "us_gaap"
    if draw < shares["ifrs_smes"] / (shares["frs105"] + shares["frs102"] + shares["ifrs_smes"]):
        return "ifrs_smes"
    return "frs105" if revenue < _MICRO_ENTITY and source.random() < 0.93 else "frs102"


def _bookkeeper(source: Random, size: float) -> Bookkeeper:
    """Larger firms keep their own books more often; over all firms the shares are the priors'."""
    shares = parameters()["firms"]["bookkeeper"]
    lean = 0.12 if size > 0 else -0.12
    weights = [shares["in_house"] + lean, shares["agency"] - lean, shares["owner"]]
    kinds: tuple[Bookkeeper, ...] = ("in_house", "agency", "owner")
    return source.choices(kinds, weights)[0]
