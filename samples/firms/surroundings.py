"""Who stands around a firm: premises, utilities, state, staff, lenders; the owner, the family's firms, and who only fraud needs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from random import Random

from samples.firms import banks, names_en, names_zh
from samples.firms.cast import Cast
from samples.firms.firm import Party, Role
from samples.firms.wordlists import words
from samples.population.splits import Split
from samples.streams import stream

#: Delivery platforms and payment companies, all made up.
_PLATFORMS: dict[str, dict[Split, tuple[str, ...]]] = {
    "zh": {
        "develop": ("食途网络科技有限公司", "饭点到家信息技术有限公司", "乐收付支付服务有限公司", "云台收单支付有限公司"),
        "test": ("快箸生活服务有限公司", "邻味外送科技有限公司", "易汇聚支付有限公司"),
    },
    "en": {
        "develop": ("Platterly Ltd", "QuickFork Delivery Ltd", "TapTill Payments Ltd", "Cardwell Acquiring Ltd"),
        "test": ("Forkline Ltd", "DineDash Couriers Ltd", "SwipePoint Merchant Services Ltd"),
    },
}
#: Those around a firm: id, role, list of what they call their trade, whether they are in its city.
_NEIGHBOURS: tuple[tuple[str, Role, str, bool], ...] = (
    ("carrier", "carrier", "carrier", True),
    ("office-1", "office", "stationer", True),
    ("office-2", "office", "bookkeeper", True),
    ("office-3", "office", "advertiser", True),
    ("other-1", "other", "general", True),
    ("other-2", "other", "equipment", False),
    ("other-3", "other", "used", True),
)
_HELPERS, _PRIVATE_LENDERS = 6, 3
#: How many firms the owner's family has, each count as likely as another; how often they trade with this one, and how large a part of its
#: trade that is: expectations, the priors leave them open.
_RELATED = (0, 0, 1, 1, 2, 3)
_KIN_BUYS, _KIN_SELLS, _KIN_WEIGHT = 0.12, 0.12, (0.02, 0.10)


def around(cast: Cast) -> Iterator[Party]:
    """Everyone whom the running of the firm needs."""
    source = stream(cast.home.seed, "firm", "around")
    yield from _chinese(cast, source) if cast.home.language == "zh" else _english(cast, source)
    yield from _neighbours(cast, source)
    yield from _lenders(cast, source)
    if cast.home.industry == "catering":
        yield from _platforms(cast, source)


def _neighbours(cast: Cast, source: Random) -> Iterator[Party]:
    for party_id, role, trade, near in _NEIGHBOURS:
        yield cast.firm(source, party_id, role, _trade(cast, source, trade), near=near)


def _trade(cast: Cast, source: Random, name: str) -> str:
    return source.choice(words(cast.home.language, cast.home.split, "around", name))


def _landlord(cast: Cast, source: Random, natural: float) -> Party:
    """A person with the chance `natural`, else a firm."""
    if source.random() < natural:
        return cast.person(source, "landlord", "landlord")
    return cast.firm(source, "landlord", "landlord", _trade(cast, source, "landlord"), near=True)


def _chinese(cast: Cast, source: Random) -> Iterator[Party]:
    city = cast.home.place
    assert isinstance(city, names_zh.City)
    yield _landlord(cast, source, 0.5)
    power = f"{city.name}供电有限责任公司"
    yield cast.office(source, "utility", "utility", power, (f"{city.name}供电公司", "电费代收"))
    treasury = f"国家金库{city.name}市{city.district}支库"
    yield cast.office(source, "treasury", "treasury", treasury, ("待报解预算收入", f"国家税务总局{city.name}市税务局"))
    insurer = f"{city.name}市社会保险基金管理中心"
    yield cast.office(source, "insurer", "insurer", insurer, ("社会保险费", f"{city.name}市社保中心"))
    yield cast.office(source, "staff", "staff", "代发工资专户", ("代发工资", "批量代发"))


def _english(cast: Cast, source: Random) -> Iterator[Party]:
    home, british = cast.home, cast.home.country == "GB"
    yield _landlord(cast, source, 0.25)
    develop = home.split == "develop"
    if british:
        power, tax = ("Greenfell Energy" if develop else "Moorland Power"), "HM Revenue & Customs"
        yield cast.office(source, "utility", "utility", f"{power} Ltd", (power.upper(),))
        yield cast.office(source, "treasury", "treasury", tax, ("HMRC VAT", "HMRC PAYE/NIC CUMBERNAULD", "HMRC CORPORATION TAX"))
        pension = "Harrow Lane Pensions" if develop else "Staithe Workplace Pensions"
        yield cast.office(source, "insurer", "insurer", f"{pension} Ltd", (pension.upper(),))
    else:
        power = "Tri-County Light & Power" if develop else "Cascade Valley Electric"
        assert isinstance(home.place, names_en.Town)
        yield cast.office(source, "utility", "utility", f"{power} Co.", (power.upper(),))
        yield cast.office(source, "treasury", "treasury", "Internal Revenue Service", ("IRS USATAXPYMT", "EFTPS TAX PAYMENT"))
        state = home.place.area
        yield cast.office(
            source, "treasury-state", "treasury", f"{state} Department of Revenue", (f"{state} DEPT REVENUE", f"{state} SALES TAX")
        )
        insurer = "Midland Mutual Employers" if develop else "Sierra Workers Comp"
        yield cast.office(source, "insurer", "insurer", f"{insurer} Insurance Co.", (insurer.upper(),))
    yield cast.office(source, "staff", "staff", "Salaries", ("WAGES", "BACS SALARIES" if british else "PAYROLL PPD"))


def _lenders(cast: Cast, source: Random) -> Iterator[Party]:
    """The bank of the basic account, which lends first, and another of the same side."""
    home = cast.home
    known = [account.bank for account in home.accounts]
    first = banks.bank(known[0])
    others = [bank for bank in banks.of(home.country, home.split) if bank.id not in known] or [banks.bank(known[-1])]
    for index, bank in enumerate((first, source.choice(others)), start=1):
        aliases = (bank.short, f"{bank.short}{'贷款' if home.language == 'zh' else ' Loans'}")
        name = bank.name if index == 1 or bank is not first else f"{bank.name} ({index})"
        yield cast.office(source, f"lender-{index}", "lender", name, aliases)


def _platforms(cast: Cast, source: Random) -> Iterator[Party]:
    home = cast.home
    names = _PLATFORMS[home.language][home.split]
    # The last stands for cards and scanned codes, the others deliver.
    deliver, collect = names[: len(names) // 2 or 1], names[len(names) // 2 :]
    for index, name in enumerate((*source.sample(deliver, min(2, len(deliver))), source.choice(collect)), start=1):
        short = name.removesuffix("有限公司").removesuffix(" Ltd")
        name = f"{short} Inc." if home.country == "US" else name
        yield cast.office(source, f"platform-{index}", "platform", name, (short[:4] if home.language == "zh" else short.upper(),))


def family(cast: Cast) -> Iterator[Party]:
    """The owner, firms of the owner's family, private lenders, and shells that lend their names when somebody fabricates."""
    home = cast.home
    source = stream(home.seed, "firm", "family")
    owner = cast.person(source, "owner", "owner", name=home.owner)
    yield owner
    trades = (names_zh.trades if home.language == "zh" else names_en.trades)(home.split, home.industry)
    count = source.choice(_RELATED)
    for index in range(1, count + 1):
        kin = cast.firm(source, f"related-{index}", "related", source.choice(trades), near=source.random() < 0.8)
        yield _trading(kin, source, index)
    surname = home.owner[0] if home.language == "zh" else home.owner.split(" ", 1)[1]
    yield cast.person(source, f"related-{count + 1}", "related", surname=surname)
    for index in range(1, _PRIVATE_LENDERS + 1):
        yield _private_lender(cast, source, index)
    role: Role = "helper"
    for index in range(1, _HELPERS + 1):
        yield cast.firm(source, f"helper-{index}", role, _trade(cast, source, "shell"), near=True)


def _trading(kin: Party, source: Random, index: int) -> Party:
    """The first of the family's firms buys from this one in some families, the second sells to it: openly, as its papers say."""
    chance, weight, days = source.random(), source.uniform(*_KIN_WEIGHT), source.choice((15, 30, 45, 60))
    if index == 1 and chance < _KIN_BUYS:
        return replace(kin, trades="customer", weight=weight, terms=days)
    if index == 2 and chance < _KIN_SELLS:
        return replace(kin, trades="supplier", weight=weight, terms=days)
    return kin


def _private_lender(cast: Cast, source: Random, index: int) -> Party:
    if index < _PRIVATE_LENDERS:
        return cast.person(source, f"private-{index}", "private_lender")
    return cast.firm(source, f"private-{index}", "private_lender", _trade(cast, source, "shadow"))
