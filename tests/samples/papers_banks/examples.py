"""Bank statements and a firm to try layouts and writers on."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from samples.firms.firm import Account, Firm, Language, Party, Profile
from samples.papers.layout import Look
from samples.records.record import BankLine, BankStatement

ZH_BANKS = {
    "huachuan": "华川银行", "jiangan": "江岸银行", "donglin": "东霖银行", "mingde": "明德银行", "chengnan": "城南农村商业银行", "beichen": "北辰银行",
    "xiangyun": "祥云村镇银行", "ruifeng": "瑞丰江银行", "haiyue": "海岳银行", "qingyuan": "清源农村商业银行", "zhonghe": "中和城市银行", "lanshan": "兰山银行",
}  # fmt: skip
EN_BANKS = {
    "northmere": "Northmere Bank", "severn": "Severn & County Bank", "albion": "Albion Mutual", "calder": "Calder Bank",
    "kestrel": "Kestrel Business Bank", "thornbury": "Thornbury & Vale", "prairie": "Prairie State Bank", "lakeshore": "Lakeshore Trust",
    "pennine": "Pennine Bank", "harbour": "Harbour Commercial", "wessex": "Wessex & Solent Bank", "redwood": "Redwood Community Bank",
}  # fmt: skip
AMERICAN = frozenset({"prairie", "lakeshore", "redwood"})
_ZH = (
    ("receipt", 1, "转账", "货款", "宁波海曙申达五金贸易有限公司"),
    ("payment", -1, "汇款", "付材料款", "苏州市吴中区恒力金属制品厂"),
    ("payroll", -1, "代发工资", "", ""),
    ("bank_fee", -1, "手续费", "", ""),
    ("deposit_interest", 1, "结息", "", ""),
    ("rent", -1, "转账", "2025年二季度房租", "杭州临平科创园区管理有限公司"),
)
_EN = (
    ("receipt", 1, "BGC", "INVOICE 10442", "Hartwell Building Supplies Limited"),
    ("payment", -1, "FPO", "STOCK MARCH", "Pemberton Fasteners (Midlands) Limited"),
    ("payment", -1, "CHECK", "", "Ollerton Timber"),
    ("payroll", -1, "BACS", "WAGES", ""),
    ("bank_fee", -1, "CHG", "ACCOUNT CHARGES", ""),
    ("deposit_interest", 1, "INT", "GROSS INTEREST", ""),
)


def statement(bank: str, *, rows: int = 60, opening: int = 12_345_678, seed: int = 1, start: date = date(2025, 3, 1)) -> BankStatement:
    """A month of `bank` with `rows` rows; opening in minor units, may be negative."""
    source = Random(f"{bank}/{seed}")
    chinese = bank in ZH_BANKS
    end = (start + timedelta(32)).replace(day=1) - timedelta(1)
    days = sorted(source.randrange((end - start).days + 1) for _ in range(rows))
    balance, lines = opening, []
    for item, day in enumerate(days, start=1):
        kind, sign, summary, text, party = source.choice(_ZH if chinese else _EN)
        amount = sign * source.choice((source.randrange(1, 900), source.randrange(1_000, 99_999_999), source.randrange(1, 40) * 1_000_000))
        balance += amount
        lines.append(
            BankLine(
                id=f"e-{item}",
                day=start + timedelta(day),
                time=f"{8 + item % 10:02d}:{item % 60:02d}:{(item * 7) % 60:02d}",
                amount=amount,
                balance=balance,
                kind=kind,
                summary=summary,
                text=text,
                counterparty=party,
                counterparty_account=f"{source.randrange(10**18):018d}" if party else "",
                counterparty_bank="江岸银行宁波江东支行" if party and chinese else "",
                reference=f"{source.randrange(10**14):014d}" if chinese else f"REF{source.randrange(10**6):06d}",
            )
        )
    debits = -sum(line.amount for line in lines if line.amount < 0)
    american = bank in AMERICAN
    return BankStatement(
        bank=bank,
        bank_name=(ZH_BANKS | EN_BANKS)[bank],
        branch="华川银行杭州滨江支行" if chinese else "Leeds High Street",
        holder="杭州顺和机电设备有限公司" if chinese else "Aldgate Fixings Limited",
        account="4105338820174459031" if chinese else "48221907",
        account_id="bank_1",
        currency="CNY" if chinese else "USD" if american else "GBP",
        start=start,
        end=end,
        opening=opening,
        closing=balance,
        lines=tuple(lines),
        debits=debits,
        credits=balance - opening + debits,
        number=3,
        count=12,
        printed=end + timedelta(6),
        iban="" if chinese or american else "GB33NMRE06405748221907",
        bic="" if chinese else "NMREGB2L",
        sort_code="" if chinese else "071500012" if american else "06-40-57",
        address="" if chinese else "14 Foundry Lane, Leeds LS9 8AB",
    )


def firm(language: Language = "zh") -> Firm:
    """A firm that looks like one; its figures mean nothing."""
    chinese = language == "zh"
    owner = Party(id="owner", role="owner", name="陈建国" if chinese else "Margaret Ellis", natural=True)
    account = Account(id="bank_1", bank="huachuan", bank_name="华川银行", branch="华川银行杭州滨江支行", number="4105338820174459031")
    fields = dict.fromkeys(Profile.__dataclass_fields__, 0)
    return Firm(
        seed=1,
        split="develop",
        language=language,
        country="CN" if chinese else "GB",
        industry="trade",
        framework="xqy" if chinese else "frs102",
        taxpayer="general" if chinese else "uk_vat",
        currency="CNY" if chinese else "GBP",
        name="杭州顺和机电设备有限公司" if chinese else "Aldgate Fixings Limited",
        short_name="顺和机电" if chinese else "Aldgate",
        tax_id="91330105MA27XPTK31" if chinese else "GB123456782",
        company_number="" if chinese else "07112233",
        legal_form="",
        city="杭州" if chinese else "Leeds",
        address="杭州市滨江区江南大道288号" if chinese else "14 Foundry Lane, Leeds LS9 8AB",
        phone="0571-88120045" if chinese else "0113 496 0123",
        founded=date(2016, 5, 4),
        people=("陈建国", "李敏", "王芳") if chinese else ("Margaret Ellis", "Tom Ward", "Tom Ward"),
        bookkeeper="in_house",
        software="",
        micro=False,
        accounts=(account,),
        parties={"owner": owner},
        goods=(),
        materials=(),
        profile=Profile(**{**fields, "loan_style": "rollover"}),
        first=date(2024, 1, 1),
        last=date(2026, 3, 31),
        year_ends=(date(2024, 12, 31), date(2025, 12, 31)),
        applied=date(2026, 4, 20),
    )


def look(language: Language = "zh", face: str = "", seed: int = 1) -> Look:
    return Look(firm=firm(language), face=face or ("zh_song" if language == "zh" else "en_sans"), source=Random(seed))
