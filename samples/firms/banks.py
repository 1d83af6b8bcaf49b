"""The made-up banks: their names, branches, account numbers and the words that their statements use. None of them exists."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from random import Random

from extract.errors import WronglyCalled
from samples.firms.firm import Country
from samples.identifiers import iban, routing_number
from samples.population.splits import Split


@dataclass(frozen=True, slots=True, kw_only=True)
class Bank:
    """A bank of the catalogue.

    id        "huachuan": the key that accounts and layouts carry
    short     "华川银行": how people write it
    name      "华川银行股份有限公司", as registered
    english   its name in English
    prefix, length   of the account numbers of firms
    branch    pattern of a branch's name with {bank}, {city} and {place}
    places    what stands for {place}
    code      four letters: starts a BIC and a British IBAN
    sort      first two digits of a sort code, or first four of a routing number; "" in China
    clearing  first digits of a Chinese bank's number in the payment system (联行号); "" elsewhere
    terms     its own words for what happens on an account: "transfer", "fee", "interest", "payroll", "tax", "loan", "repayment"
    """

    id: str
    split: Split
    country: Country
    short: str
    name: str
    english: str
    prefix: str
    length: int
    branch: str
    places: tuple[str, ...]
    code: str
    sort: str = ""
    clearing: str = ""
    terms: Mapping[str, str] = field(default_factory=dict)

    def account(self, source: Random) -> str:
        """A new account number of a firm."""
        free = self.length - len(self.prefix)
        return f"{self.prefix}{source.randrange(10**free):0{free}d}"

    def branch_in(self, city: str, source: Random) -> str:
        """The name of one of its branches in `city`."""
        return self.branch.format(bank=self.short, city=city, place=source.choice(self.places))

    @property
    def bic(self) -> str:
        """Eight characters (ISO 9362): the bank's four letters, the country, a place."""
        return f"{self.code}{self.country}{'BJ' if self.country == 'CN' else '2L' if self.country == 'GB' else '33'}"

    def routing(self, source: Random) -> str:
        """Sort code NN-NN-NN in Britain, nine digits with their check in America, twelve digits (联行号) in China."""
        if self.country == "GB":
            return f"{self.sort}-{source.randrange(100):02d}-{source.randrange(100):02d}"
        if self.country == "US":
            return routing_number(f"{self.sort}{source.randrange(10_000):04d}")
        return f"{self.clearing}{source.randrange(10**9):09d}"

    def iban(self, sort_code: str, number: str) -> str:
        """The IBAN of a British account; "" elsewhere (China and America have none)."""
        return iban("GB", f"{self.code}{sort_code.replace('-', '')}{number}") if self.country == "GB" else ""


_CITY = ("城西", "滨江", "高新", "开发区", "新区", "中山路", "人民路", "工业园", "火车站", "科技园", "江东", "和平路")
_TOWN = ("城关", "北街", "河东", "南门", "东关", "集贸市场", "新城", "柳林")
_HIGH_STREET = ("High Street", "Market Place", "Station Road", "Business Centre", "Corn Exchange", "Bridge Street")
_AMERICAN = ("Main Street", "Downtown", "Commerce Center", "Riverside", "Northgate")


def _zh(
    split: Split, bank_id: str, short: str, english: str, prefix: str, length: int, clearing: str, terms: str, rural: bool = False
) -> Bank:
    words = ("transfer", "fee", "interest", "payroll", "tax", "loan", "repayment")
    return Bank(
        id=bank_id,
        split=split,
        country="CN",
        short=short,
        name=f"{short}股份有限公司",
        english=english,
        prefix=prefix,
        length=length,
        branch="{bank}{place}支行" if rural else "{bank}{city}{place}支行",
        places=_TOWN if rural else _CITY,
        code=bank_id[:4].upper(),
        clearing=clearing,
        terms=dict(zip(words, terms.split(), strict=True)),
    )


def _en(split: Split, country: Country, bank_id: str, short: str, name: str, code: str, sort: str, prefix: str, length: int) -> Bank:
    british = country == "GB"
    return Bank(
        id=bank_id,
        split=split,
        country=country,
        short=short,
        name=name,
        english=name,
        prefix=prefix,
        length=length,
        branch="{city} {place}" if british else "{place} Branch, {city}",
        places=_HIGH_STREET if british else _AMERICAN,
        code=code,
        sort=sort,
        terms={"transfer": "FPO", "fee": "CHG", "interest": "INT", "payroll": "BACS", "tax": "DD", "loan": "LOAN", "repayment": "DD"}
        if british
        else {"transfer": "ACH", "fee": "SVC", "interest": "INT", "payroll": "ACH", "tax": "EFTPS", "loan": "LN", "repayment": "LN PMT"},
    )


BANKS: tuple[Bank, ...] = (
    _zh("develop", "huachuan", "华川银行", "Huachuan Bank", "4105", 19, "781",
        "转账 手续费 结息 代发工资 缴税 放款 还款"),
    _zh("develop", "jiangan", "江岸银行", "Jiang'an Bank", "32", 18, "782",
        "汇款 收费 利息 代发 税款 贷款发放 贷款归还"),
    _zh("develop", "donglin", "东霖银行", "Donglin Bank", "8110", 17, "783",
        "跨行转账 汇兑手续费 结息 工资 扣税 放款 收贷"),
    _zh("develop", "mingde", "明德银行", "Mingde Bank", "6090", 15, "784",
        "网银转账 手续费 季度结息 代付 税费 贷款 贷款还本"),
    _zh("develop", "chengnan", "城南农村商业银行", "Chengnan Rural Commercial Bank", "2010", 19, "402",
        "转账 收费 结息 代发工资 国税 贷款发放 还贷", rural=True),
    _zh("develop", "beichen", "北辰银行", "Beichen Bank", "1002", 16, "785",
        "电子汇划 电汇费 存款利息 代发 缴税 发放贷款 归还贷款"),
    _zh("develop", "xiangyun", "祥云村镇银行", "Xiangyun Village Bank", "70", 20, "320",
        "转账 手续费 利息 工资 扣税 放款 还款", rural=True),
    _zh("develop", "ruifeng", "瑞丰江银行", "Ruifengjiang Bank", "5580", 22, "786",
        "汇划 业务收费 结息 批量代付 实时扣税 放款 还款"),
    _zh("test", "haiyue", "海岳银行", "Haiyue Bank", "9021", 18, "787",
        "对公转账 费用 结息入账 代发薪资 税库银扣款 放款入账 贷款扣收"),
    _zh("test", "qingyuan", "清源农村商业银行", "Qingyuan Rural Commercial Bank", "1730", 21, "403",
        "转出转入 收手续费 存息 代发 扣税 放贷 收回贷款", rural=True),
    _zh("test", "zhonghe", "中和城市银行", "Zhonghe City Bank", "6650", 16, "788",
        "行内汇划 结算收费 利息收入 代付工资 税费扣缴 借款发放 还本付息"),
    _zh("test", "lanshan", "兰山银行", "Lanshan Bank", "33", 17, "789",
        "网银付款 服务费 活期结息 工资代发 财税扣款 贷款出账 贷款还款"),
    _en("develop", "GB", "northmere", "Northmere Bank", "Northmere Bank plc", "NMRE", "06", "4", 8),
    _en("develop", "GB", "severn", "Severn & County Bank", "Severn & County Bank plc", "SVRN", "17", "2", 8),
    _en("develop", "GB", "albion", "Albion Mutual", "Albion Mutual Bank plc", "ALBM", "24", "7", 8),
    _en("develop", "GB", "calder", "Calder Bank", "Calder Bank plc", "CLDR", "36", "1", 8),
    _en("develop", "GB", "kestrel", "Kestrel Business Bank", "Kestrel Business Bank Limited", "KSTR", "46", "9", 8),
    _en("develop", "GB", "thornbury", "Thornbury & Vale", "Thornbury & Vale Bank plc", "THRN", "58", "0", 8),
    _en("develop", "US", "prairie", "Prairie State Bank", "Prairie State Bank, N.A.", "PRSB", "0715", "48", 10),
    _en("develop", "US", "lakeshore", "Lakeshore Trust", "Lakeshore Trust Company", "LKST", "0739", "1", 12),
    _en("test", "GB", "pennine", "Pennine Bank", "Pennine Bank plc", "PNNE", "67", "5", 8),
    _en("test", "GB", "harbour", "Harbour Commercial", "Harbour Commercial Bank plc", "HRBR", "79", "3", 8),
    _en("test", "GB", "wessex", "Wessex & Solent Bank", "Wessex & Solent Bank plc", "WSSX", "88", "6", 8),
    _en("test", "US", "redwood", "Redwood Community Bank", "Redwood Community Bank, N.A.", "RDWC", "1219", "30", 11),
)  # fmt: skip
_BY_ID = {entry.id: entry for entry in BANKS}


def bank(bank_id: str) -> Bank:
    """The bank with that id.   Raises WronglyCalled for one that is not in the catalogue."""
    if bank_id not in _BY_ID:
        raise WronglyCalled(f"There is no made-up bank {bank_id!r}. Ask for one of {', '.join(_BY_ID)}.")
    return _BY_ID[bank_id]


@cache
def of(country: Country, split: Split) -> tuple[Bank, ...]:
    """The banks of that country and side, in the order of the catalogue."""
    return tuple(entry for entry in BANKS if entry.country == country and entry.split == split)
