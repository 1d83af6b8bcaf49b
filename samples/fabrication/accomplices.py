"""The parties that a forger needs: buyers that buy nothing, helpers that pass money on, lenders that no credit report knows."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from samples.books.journal import Ledgers
from samples.firms import banks
from samples.firms.firm import Firm, Party, Role
from samples.identifiers import british_vat_number, credit_code, number
from samples.population.splits import Split

#: Words that names are put together from, by split. None of these firms exists; a likeness would be chance.
_BRANDS_CHINA: dict[Split, tuple[str, ...]] = {
    "develop": ("鑫旺", "聚成", "万顺", "博远", "正泽", "天瑞", "亿隆", "启丰", "众合", "百川", "久融", "德汇"),
    "test": ("和畅", "广睿", "卓昇", "弘展", "易通达", "金磊", "海纳", "云策", "同济源", "永沛", "嘉诺"),
}
_TRADES_CHINA = ("商贸", "贸易", "供应链管理", "实业", "物资", "建材", "科技", "机电设备")
_CITIES_CHINA = (("杭州", "330106"), ("合肥", "340104"), ("长沙", "430104"), ("赣州", "360702"), ("临沂", "371302"), ("襄阳", "420602"))
_PEOPLE_CHINA: dict[Split, tuple[str, str]] = {
    "develop": ("冯邓曹彭曾肖田董袁潘", "建华 秀英 国强 小红 志明 丽华 卫东 春梅 海波 晓燕"),
    "test": ("于蒋蔡余杜叶程苏魏吕", "文杰 桂兰 永强 玉珍 少华 爱民 红霞 立军 金凤 佩珍"),
}
_BRANDS_ENGLISH: dict[Split, tuple[str, ...]] = {
    "develop": ("Larchmont", "Bexcombe", "Tarnside", "Willowby", "Eastmoor", "Cranfold", "Haverley", "Norbeck", "Stretford", "Kingsmere"),
    "test": ("Ravensby", "Aldercot", "Penfield", "Marlowe", "Westhay", "Dunholm", "Castleby", "Orrinsay", "Burnhope", "Fairlawn"),
}
_TRADES_ENGLISH = ("Trading", "Supplies", "Distribution", "Wholesale", "Solutions", "Logistics", "Procurement", "Ventures")
_TOWNS_ENGLISH = ("Croydon", "Leicester", "Salford", "Slough", "Bradford", "Luton")
_PEOPLE_ENGLISH: dict[Split, tuple[str, str]] = {
    "develop": ("Hobson Tranter Ellwood Garside Pickard Mellor", "David Susan Mark Julie Kevin Tracey"),
    "test": ("Royle Standish Cowper Hindley Fenwick Barrow", "Neil Karen Trevor Denise Colin Wendy"),
}
_LENDERS_CHINA: dict[Split, tuple[str, ...]] = {
    "develop": ("恒鑫小额贷款有限公司", "亿融商业保理有限公司", "快捷贷网络科技有限公司", "汇银融资租赁有限公司"),
    "test": ("中泰小额贷款有限公司", "金桥商业保理有限公司", "惠民普惠信息咨询有限公司", "国银通融资租赁有限公司"),
}
_LENDERS_ENGLISH: dict[Split, tuple[str, ...]] = {
    "develop": ("Swiftline Merchant Advance Ltd", "Brightfund Capital Ltd", "Keystone Cash Flow Ltd"),
    "test": ("Rapidwell Business Finance Ltd", "Northgate Invoice Funding Ltd", "Tideway Advances Ltd"),
}


def accomplice(firm: Firm, source: Random, name: str, role: Role, *, natural: bool = False, lender: bool = False) -> Party:
    """A party made up for a forger.

    name      its id, starting with the code of the kind: "F02-buyer-1"
    natural   a person;   lender: a platform, factoring or leasing company that lends
    """
    zh, split = firm.language == "zh", firm.split
    city, region = source.choice(_CITIES_CHINA) if zh else (source.choice(_TOWNS_ENGLISH), "")
    if natural:
        surnames, given = (_PEOPLE_CHINA if zh else _PEOPLE_ENGLISH)[split]
        spelled = (
            source.choice(surnames) + source.choice(given.split())
            if zh
            else f"{source.choice(given.split())} {source.choice(surnames.split())}"
        )
    elif lender:
        spelled = city + source.choice(_LENDERS_CHINA[split]) if zh else source.choice(_LENDERS_ENGLISH[split])
    elif zh:
        spelled = f"{city}{source.choice(_BRANDS_CHINA[split])}{source.choice(_TRADES_CHINA)}有限公司"
    else:
        ending = "Inc." if firm.country == "US" else "Ltd"
        spelled = f"{source.choice(_BRANDS_ENGLISH[split])} {source.choice(_TRADES_ENGLISH)} {ending}"
    return Party(
        id=name,
        role=role,
        name=spelled,
        tax_id="" if natural else _tax_id(firm, source, region),
        address="" if natural else _address(firm, source, city),
        phone=number(source, 11, source.choice(("138", "159", "186"))) if zh else number(source, 11, "07"),
        bank=source.choice(banks.of(firm.country, split)).short,
        account=number(source, 19 if natural else 16, "62" if natural else "8") if zh else number(source, 8),
        natural=natural,
        disclosed=False,
    )


def _tax_id(firm: Firm, source: Random, region: str) -> str:
    if firm.country == "CN":
        return credit_code(source, region)
    return british_vat_number(source) if firm.country == "GB" else f"{source.randint(10, 99)}-{number(source, 7)}"


def _address(firm: Firm, source: Random, city: str) -> str:
    if firm.language == "zh":
        return f"{city}市{source.choice(('建设路', '人民路', '工业大道', '滨江路'))}{source.randint(1, 399)}号{source.randint(101, 2808)}室"
    return f"Unit {source.randint(1, 40)}, {source.choice(('Station Road', 'Mill Lane', 'High Street'))}, {city}"


def joined(ledgers: Ledgers, *parties: Party) -> Ledgers:
    """The same books of a firm that knows those parties too."""
    known = {**ledgers.firm.parties, **{party.id: party for party in parties}}
    return replace(ledgers, firm=replace(ledgers.firm, parties=known))


def distinct(
    firm: Firm, source: Random, prefix: str, role: Role, count: int, *, natural: bool = False, lender: bool = False
) -> tuple[Party, ...]:
    """`count` of them under different names, with ids "<prefix>-1" and on."""
    found: list[Party] = []
    taken = {party.name for party in firm.parties.values()} | {firm.name}
    for index in range(1, count + 1):
        party = accomplice(firm, source, f"{prefix}-{index}", role, natural=natural, lender=lender)
        for _ in range(20):
            if party.name not in taken:
                break
            party = accomplice(firm, source, f"{prefix}-{index}", role, natural=natural, lender=lender)
        taken.add(party.name)
        found.append(party)
    return tuple(found)
