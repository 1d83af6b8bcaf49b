"""A made-up trading firm: who it is, whom it trades with, and how it does business.

The numbers it draws (margins, terms, wages, rent) are priors of the domain page on fabrication, part B, for trade:
expectations of an expert, not measurements.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import Literal

from samples import names
from samples.identifiers import british_vat_number, credit_code, number
from samples.streams import between, stream

Language = Literal["zh", "en"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Partner:
    """Someone the firm deals with.   tax_id: credit code or VAT number   terms: days from invoice to payment"""

    name: str
    tax_id: str
    address: str
    bank: str
    account: str
    terms: int
    weight: int = 1


@dataclass(frozen=True, slots=True)
class Good:
    """What is traded.   price, cost: minor units for one unit, without VAT"""

    category: str
    name: str
    unit: str
    price: int
    cost: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """How the firm does business. Amounts in minor units; shares in thousandths.

    vat              of the sales price
    turnover         net sales of a plain month
    payroll          gross wages of a month; levy: employer's contributions on top, withheld: employees' part
    rent, overheads  a month; freight: of net sales
    loan             owed when the first year opens; loan_rate: of a year
    repayment        of the loan each month; 0: rolled over once a year
    cash, stock      on the first day
    """

    vat: int
    turnover: int
    payroll: int
    levy: int
    withheld: int
    rent: int
    overheads: int
    freight: int
    loan: int
    loan_rate: int
    repayment: int
    cash: int
    stock_days: int
    equipment: int
    new_equipment: int
    capital: int
    dividend: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How the firm's papers look; drawn apart from all else, so that no look belongs to a class.

    month_column  Chinese income statement and cash flow: 本月金额 beside 本年累计金额, else 上年金额
    nil           how a line without an amount prints: "" or "0.00" or "-"
    inner         British balance sheet with an inner and an outer column for each year
    """

    face: str
    month_column: bool
    nil: str
    inner: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Firm:
    """One applicant for a loan.   currency: ISO 4217   people: head, finance, clerk"""

    seed: int
    language: Language
    currency: str
    name: str
    tax_id: str
    company_number: str
    address: str
    phone: str
    bank: str
    branch: str
    account: str
    people: tuple[str, str, str]
    customers: tuple[Partner, ...]
    suppliers: tuple[Partner, ...]
    landlord: Partner
    goods: tuple[Good, ...]
    profile: Profile
    style: Style


def firm(seed: int, language: Language) -> Firm:
    """The firm of `seed`; the same seed gives the same firm everywhere."""
    return _chinese(seed) if language == "zh" else _english(seed)


def _chinese(seed: int) -> Firm:
    who = stream(seed, "zh", "name")
    city, region, road = who.choice(names.CITIES)
    bank = who.choice(names.BANKS_CHINA)
    used: set[str] = set()
    own = _chinese_name(who, city, used)
    people = tuple(who.choice(names.SURNAMES) + given for given in who.sample(names.GIVEN, 4))
    partners = [_chinese_partner(stream(seed, "zh", "partner", str(index)), used) for index in range(19)]
    landlord = Partner(name=people[3], tax_id="", address=road, bank=bank, account=number(who, 19, "622"), terms=0)
    return Firm(
        seed=seed,
        language="zh",
        currency="CNY",
        name=own,
        tax_id=credit_code(who, region),
        company_number="",
        address=f"{road}{who.randint(8, 680)}号{who.randint(2, 9)}幢{who.randint(101, 909)}室",
        phone=f"0{who.randint(512, 799)}-8{number(who, 7)}",
        bank=f"{bank}股份有限公司",
        branch=f"{bank}{city}{who.choice(('城西', '滨江', '高新', '开发区'))}支行",
        account=number(who, 19, "33"),
        people=(people[0], people[1], people[2]),
        customers=tuple(partners[:13]),
        suppliers=tuple(partners[13:]),
        landlord=landlord,
        goods=_goods(stream(seed, "zh", "goods"), names.GOODS_CHINA, step=10),
        profile=_chinese_profile(stream(seed, "zh", "profile")),
        style=_style(stream(seed, "zh", "style"), ("song", "hei")),
    )


def _chinese_name(source: Random, city: str, used: set[str]) -> str:
    while True:
        brand = source.choice(names.BRAND_FIRST) + source.choice(names.BRAND_SECOND)
        if brand not in used:
            used.add(brand)
            return f"{city}{brand}{source.choice(names.TRADES)}有限公司"


def _chinese_partner(source: Random, used: set[str]) -> Partner:
    city, region, road = source.choice(names.CITIES)
    return Partner(
        name=_chinese_name(source, city, used),
        tax_id=credit_code(source, region),
        address=f"{road}{source.randint(8, 680)}号",
        bank=f"{source.choice(names.BANKS_CHINA)}{city}分行",
        account=number(source, 19, "1"),
        terms=between(source, 20, 60, 5),
        weight=source.choice((1, 1, 2, 3)),
    )


def _chinese_profile(source: Random) -> Profile:
    turnover = between(source, 480_000_00, 720_000_00, 10_000_00)
    return Profile(
        vat=130,
        turnover=turnover,
        payroll=turnover * 70 // 1000 // 100_00 * 100_00,
        levy=90,
        withheld=40,
        rent=between(source, 8_000_00, 14_000_00, 500_00),
        overheads=between(source, 7_000_00, 12_000_00),
        freight=between(source, 14, 22),
        loan=between(source, 500_000_00, 800_000_00, 50_000_00),
        loan_rate=between(source, 37, 46),
        repayment=0,
        cash=between(source, 1_150_000_00, 1_450_000_00) + source.randint(1, 99),
        stock_days=between(source, 40, 60),
        equipment=between(source, 380_000_00, 640_000_00),
        new_equipment=between(source, 60_000_00, 120_000_00, 1_000_00),
        capital=1_500_000_00,
        dividend=between(source, 60_000_00, 120_000_00, 10_000_00),
    )


def _english(seed: int) -> Firm:
    who = stream(seed, "en", "name")
    town, postcode, road = who.choice(names.TOWNS)
    used: set[str] = set()
    own = _english_name(who, used)
    heads = [f"{given} {who.choice(names.SURNAMES_ENGLISH)}" for given in who.sample(names.GIVEN_ENGLISH, 3)]
    partners = [_english_partner(stream(seed, "en", "partner", str(index)), used) for index in range(18)]
    landlord = Partner(
        name=f"{road.split()[0]} Estates Ltd",
        tax_id="",
        address=f"1 {road}, {town}",
        bank="",
        account=number(who, 8),
        terms=0,
    )
    return Firm(
        seed=seed,
        language="en",
        currency="GBP",
        name=own,
        tax_id=british_vat_number(who),
        company_number=number(who, 8, "0"),
        address=f"Unit {who.randint(2, 28)}, {road}, {town}, {postcode}",
        phone=f"01{who.randint(100, 999)} {number(who, 6, '4')}",
        bank=who.choice(names.BANKS_ENGLISH),
        branch=f"{town} business centre",
        account=number(who, 8, "4"),
        people=(heads[0], heads[1], heads[2]),
        customers=tuple(partners[:12]),
        suppliers=tuple(partners[12:]),
        landlord=landlord,
        goods=_goods(stream(seed, "en", "goods"), names.GOODS_ENGLISH, step=5),
        profile=_english_profile(stream(seed, "en", "profile")),
        style=_style(stream(seed, "en", "style"), ("sans", "serif")),
    )


def _english_name(source: Random, used: set[str]) -> str:
    while True:
        first = source.choice(names.NAMES_FIRST)
        if first not in used:
            used.add(first)
            return f"{first} {source.choice(names.NAMES_SECOND)} Ltd"


def _english_partner(source: Random, used: set[str]) -> Partner:
    town, postcode, road = source.choice(names.TOWNS)
    return Partner(
        name=_english_name(source, used),
        tax_id=british_vat_number(source),
        address=f"{source.randint(2, 180)} {road}, {town}, {postcode}",
        bank=source.choice(names.BANKS_ENGLISH),
        account=number(source, 8),
        terms=between(source, 20, 50, 5),
        weight=source.choice((1, 1, 2, 3)),
    )


def _english_profile(source: Random) -> Profile:
    turnover = between(source, 92_000_00, 140_000_00, 1_000_00)
    return Profile(
        vat=200,
        turnover=turnover,
        payroll=turnover * 105 // 1000 // 100_00 * 100_00,
        levy=120,
        withheld=200,
        rent=between(source, 2_200_00, 3_600_00, 50_00),
        overheads=between(source, 2_400_00, 4_200_00),
        freight=between(source, 18, 26),
        loan=between(source, 110_000_00, 160_000_00, 5_000_00),
        loan_rate=between(source, 62, 74),
        repayment=between(source, 1_200_00, 1_600_00, 50_00),
        cash=between(source, 150_000_00, 210_000_00) + source.randint(1, 99),
        stock_days=between(source, 35, 55),
        equipment=between(source, 90_000_00, 150_000_00),
        new_equipment=between(source, 12_000_00, 26_000_00, 100_00),
        capital=10_000_00,
        dividend=between(source, 5_000_00, 8_000_00, 500_00),
    )


def _goods(source: Random, kinds: tuple[tuple[str, str, str, int, int], ...], *, step: int) -> tuple[Good, ...]:
    """Each kind at the firm's own price, and at a cost that leaves 20 to 28 % of it."""
    goods = []
    for category, name, unit, low, high in kinds:
        price = between(source, low, high) // step * step
        cost = price * between(source, 720, 800) // 1000 // step * step
        goods.append(Good(category, name, unit, price, cost))
    return tuple(goods)


def _style(source: Random, faces: tuple[str, ...]) -> Style:
    return Style(
        face=source.choice(faces),
        month_column=source.random() < 0.5,
        nil=source.choice(("", "0.00", "-")),
        inner=source.random() < 0.5,
    )
