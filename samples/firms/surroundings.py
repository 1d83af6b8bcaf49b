"""Who stands around a firm: premises, utilities, state, staff, lenders; the owner, the family's firms, and who only fraud needs."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from samples.firms import banks, names_en, names_zh
from samples.firms.cast import Cast
from samples.firms.firm import Party, Role
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
_SHADOW_LENDERS: dict[str, dict[Split, tuple[str, ...]]] = {
    "zh": {"develop": ("小额贷款", "融资租赁", "商业保理"), "test": ("典当", "网络小额贷款")},
    "en": {"develop": ("Bridging Finance", "Invoice Finance", "Merchant Advances"), "test": ("Asset Finance", "Short Term Lending")},
}
_SHELLS: dict[str, dict[Split, tuple[str, ...]]] = {
    "zh": {"develop": ("商贸", "贸易", "信息咨询", "供应链管理"), "test": ("经贸", "商务咨询", "贸易发展")},
    "en": {"develop": ("Trading", "Ventures", "Consultancy"), "test": ("Holdings", "Services", "Enterprises")},
}
_HELPERS, _PRIVATE_LENDERS = 6, 3


def around(cast: Cast) -> Iterator[Party]:
    """Everyone whom the running of the firm needs."""
    source = stream(cast.home.seed, "firm", "around")
    yield from _chinese(cast, source) if cast.home.language == "zh" else _english(cast, source)
    yield from _lenders(cast, source)
    if cast.home.industry == "catering":
        yield from _platforms(cast, source)


def _chinese(cast: Cast, source: Random) -> Iterator[Party]:
    city = cast.home.place
    assert isinstance(city, names_zh.City)
    develop = cast.home.split == "develop"
    if source.random() < 0.5:
        yield cast.person(source, "landlord", "landlord")
    else:
        yield cast.firm(source, "landlord", "landlord", source.choice(("产业园管理", "资产管理", "物业管理")), near=True)
    power = f"{city.name}供电有限责任公司"
    yield cast.office(source, "utility", "utility", power, (f"{city.name}供电公司", "电费代收"))
    yield cast.office(
        source, "treasury", "treasury", f"国家金库{city.name}市{city.district}支库", ("待报解预算收入", f"国家税务总局{city.name}市税务局")
    )
    insurer = f"{city.name}市社会保险基金管理中心"
    yield cast.office(source, "insurer", "insurer", insurer, ("社会保险费", f"{city.name}市社保中心"))
    yield cast.office(source, "staff", "staff", "代发工资专户", ("代发工资", "批量代发"))
    yield cast.firm(source, "carrier", "carrier", source.choice(("物流", "运输", "货运代理")), near=True)
    yield cast.firm(source, "office-1", "office", source.choice(("文化用品", "办公设备")), near=True)
    yield cast.firm(source, "office-2", "office", source.choice(("财务咨询", "代理记账", "会计服务")), near=True)
    yield cast.firm(source, "office-3", "office", source.choice(("广告", "酒店", "汽车服务")), near=True)
    yield cast.firm(source, "other-1", "other", source.choice(("商贸", "实业", "商务服务") if develop else ("商业", "经贸")), near=True)
    yield cast.firm(source, "other-2", "other", source.choice(("机械设备", "汽车销售", "设备制造")))
    yield cast.firm(source, "other-3", "other", source.choice(("二手设备", "再生资源")), near=True)


def _english(cast: Cast, source: Random) -> Iterator[Party]:
    home, british = cast.home, cast.home.country == "GB"
    if source.random() < 0.25:
        yield cast.person(source, "landlord", "landlord")
    else:
        yield cast.firm(source, "landlord", "landlord", source.choice(("Estates", "Properties", "Business Parks")), near=True)
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
    yield cast.firm(source, "carrier", "carrier", source.choice(("Haulage", "Couriers", "Freight")), near=True)
    yield cast.firm(source, "office-1", "office", source.choice(("Office Supplies", "Stationers")), near=True)
    yield cast.firm(source, "office-2", "office", source.choice(("Bookkeeping", "Accountants", "Tax & Accounts")), near=True)
    yield cast.firm(source, "office-3", "office", source.choice(("Advertising", "Telecom", "Insurance Brokers")), near=True)
    yield cast.firm(
        source, "other-1", "other", source.choice(("Trading", "Stores") if develop else ("General Stores", "Factors")), near=True
    )
    yield cast.firm(source, "other-2", "other", source.choice(("Machinery", "Vehicle Sales", "Equipment")))
    yield cast.firm(source, "other-3", "other", source.choice(("Plant Auctions", "Recycling")), near=True)


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
    for index in range(1, source.choice((1, 2, 2, 3)) + 1):
        yield cast.firm(source, f"related-{index}", "related", source.choice(trades), near=source.random() < 0.8)
    surname = home.owner[0] if home.language == "zh" else home.owner.split(" ", 1)[1]
    yield cast.person(source, f"related-{index + 1}", "related", surname=surname)
    for index in range(1, _PRIVATE_LENDERS + 1):
        yield _private_lender(cast, source, index)
    role: Role = "helper"
    for index in range(1, _HELPERS + 1):
        yield cast.firm(source, f"helper-{index}", role, source.choice(_SHELLS[home.language][home.split]), near=True)


def _private_lender(cast: Cast, source: Random, index: int) -> Party:
    home = cast.home
    if index < _PRIVATE_LENDERS:
        return cast.person(source, f"private-{index}", "private_lender")
    return cast.firm(source, f"private-{index}", "private_lender", source.choice(_SHADOW_LENDERS[home.language][home.split]))
