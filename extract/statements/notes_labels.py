"""What the lines of notes mean: note figures first, then the lines of the statement that the note is about."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.concepts import chart, normalise
from extract.records import StatementKind
from extract.statements.label import NO_MATCH, Match, by_table, match

#: Sections that a note's heading opens: (pattern of the normalised heading, section, what its total is).
_TOPICS: tuple[tuple[str, str, str | None], ...] = (
    (
        r"^(?:tangible(?:fixed)?assets?|property,?plant(?:and|&)equipment|propertyandequipment|fixedassets?|固定资产.*)$",
        "fixed_assets",
        None,
    ),
    (r"intangible|goodwill|无形资产|商誉", "intangible_assets", None),
    (r"investmentproperty|投资性房地产|使用权资产|right-?of-?use|生产性生物资产", "other_assets", None),
    (r"^debtors|receivables?|应收|预付", "current_assets", "receivables_total"),
    (r"creditors.*(?:after|morethan)|amountsfallingdueafter|非流动负债|长期借款|长期应付", "noncurrent_liabilities", None),
    (
        r"creditors.*within|amountsfallingduewithin|tradeandotherpayables|currentliabilities",
        "current_liabilities",
        "total_current_liabilities",
    ),
    (r"^creditors$|payables|accrued|accruals|应付|预收|应交|短期借款|流动负债", "current_liabilities", None),
    (r"^(?:stocks?|inventor(?:y|ies)).*|存货", "current_assets", "inventories"),
    (r"^(?:cash.*|货币资金)$", "current_assets", "cash"),
    (r"capitalandreserves|sharecapital|reserves|实收资本|盈余公积|未分配利润|所有者权益", "equity", None),
)
_COST = re.compile(r"^(?:cost(?:orvaluation)?|valuation|grosscost|(?:账面)?原值|(?:账面)?原价|固定资产原[价值]|atcost)(?:合计)?$")
_WORN = re.compile(
    r"^(?:(?:accumulated)?(?:depreciation|amortisation|amortization)(?:andimpairment)?|累计折旧|累计摊销|减累计折旧|provisions?)(?:合计)?$"
)
_NET = re.compile(r"^(?:net ?book ?(?:value|amount)s?|carrying ?(?:value|amount)s?|(?:固定资产)?(?:账面价值|账面净值|净值))(?:合计)?$")
_IMPAIRED = re.compile(r"^减值准备(?:合计)?$")
_OPENING = re.compile(
    r"^(?:at|asat|balance(?:at|asat|,)?|openingbalance|brought ?forward|balancebroughtforward"
    r"|.*atstartof.*|.*beginningof.*|年初余额|期初余额|上年年末余额|上年末余额|年初数|期初数)"
)
_ADDED = re.compile(r"^(?:additions?|acquisitions|purchases|本期增加(?:金额|额|数)?|本年增加(?:金额|额|数)?|购置|增加)(?:合计)?$")
_DISPOSED = re.compile(
    r"^(?:disposals?|retirements|writtenoff|本期减少(?:金额|额|数)?|本年减少(?:金额|额|数)?|处置或报废|处置|减少)(?:合计)?$"
)
_CHARGED = re.compile(
    r"^(?:(?:depreciation)?charge(?:d)?(?:for|in)?(?:the)?(?:year|period)?|provided(?:in|during|for)theyear|计提|本期计提|本年计提|本期增加(?:金额|额|数)?|本年增加(?:金额|额|数)?)$"
)
_RELEASED = re.compile(
    r"^(?:(?:eliminated|writtenback|released)?(?:on|inrespectof)disposals?|disposals?|eliminated"
    r"|本期减少(?:金额|额|数)?|本年减少(?:金额|额|数)?|处置或报废|处置|转出)$"
)
_TOTAL = re.compile(r"^(?:total|totals|合计|总计|小计)$")


@dataclass(frozen=True, slots=True)
class Topic:
    """What a note is about.   section: of concepts.yaml, or "fixed_assets"   total: what its unlabelled sum is"""

    section: str | None = None
    total: str | None = None
    heading: str = ""


def topic_of(heading: str) -> Topic:
    """What the note under `heading` (without its number) is about."""
    key = re.sub(r"[（(]?(?:continued|续)[)）]?$", "", normalise(heading))
    section, total = next(((section, total) for pattern, section, total in _TOPICS if re.search(pattern, key)), (None, None))
    if section not in (None, "fixed_assets", "intangible_assets", "other_assets") and total is None:
        found = match("balance_sheet", heading, section=section, uk_format=True, learned=False)
        total = found.concept if found.confidence >= 0.95 else None
    return Topic(section, total, heading)


@dataclass(frozen=True, slots=True)
class Movement:
    """What a movement of fixed assets means.   opens: it is a balance at the start, else one at the end or a flow"""

    concept: str | None
    opens: bool = False
    balance: bool = False


def block_of(label: str) -> str | None:
    """ "cost", "depreciation", "net" or "impairment": the block of a movement table that a label opens."""
    key = _plain(label)
    for name, pattern in (("cost", _COST), ("depreciation", _WORN), ("net", _NET), ("impairment", _IMPAIRED)):
        if pattern.match(key):
            return name
    return None


_BLOCKS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("cost", re.compile(r"^(?:cost|gross(?:book)?value|原[值价])")),
    ("depreciation", re.compile(r"^(?:accumulated)?(?:depreciation|amortisation)(?!charge)|^累计折旧")),
    ("net", re.compile(r"^(?:netbookvalue|carryingamount|carryingvalue|账面价值|净值)")),
)
_BALANCES = {"cost": "fixed_assets_cost", "depreciation": "accumulated_depreciation", "net": "fixed_assets_net"}


def movement_of(topic: Topic, block: str | None, label: str) -> Movement | None:
    """What a line or column of a movement table is, or None where its caption says nothing of movements."""
    key = _plain(label)
    for name, pattern in _BLOCKS if block is None else ():
        if (found := pattern.match(key)) is not None and found.end() < len(key):  # "Cost at end of year"
            return movement_of(topic, name, key[found.end() :])
    tangible = topic.section == "fixed_assets"
    if (own := block_of(label)) is not None:  # "Net book value", with its figures beside it
        return Movement(_BALANCES.get(own) if tangible else None, balance=True)
    flows = {
        "cost": ((_ADDED, "fixed_asset_additions"), (_DISPOSED, "fixed_asset_disposals_cost")),
        "depreciation": ((_CHARGED, "depreciation_charge"), (_RELEASED, "depreciation_on_disposals")),
    }.get(block or "", ())
    for pattern, concept in flows:
        if pattern.match(key):
            return Movement(concept if tangible else None)
    if any(pattern.match(key) for pattern in (_ADDED, _DISPOSED, _CHARGED, _RELEASED)):
        return Movement(None)
    if re.match(r"^(?:期末余额|年末余额|期末数|年末数|.*atendof.*|closingbalance|carriedforward|balancecarriedforward)", key):
        return Movement(_BALANCES.get(block or "") if tangible else None, balance=True)
    if _OPENING.match(key):
        return Movement(_BALANCES.get(block or "") if tangible else None, opens=True, balance=True)
    return None


def is_total(label: str) -> bool:
    return not label.strip() or _TOTAL.match(_plain(label)) is not None


_KINDS: tuple[StatementKind, ...] = ("notes", "balance_sheet", "income_statement")
#: Words that mean a movement of tangible fixed assets in their note, and something else in any other.
_ONLY_TANGIBLE = frozenset(
    {"fixed_asset_additions", "fixed_asset_disposals_cost", "depreciation_on_disposals", "depreciation_charge", "accumulated_depreciation"}
)


def meaning(topic: Topic, label: str, *, below: str = "") -> Match:
    """The concept of a line of a note.   below: label of the next line"""
    if is_total(label):
        return Match(topic.total, 0.9) if topic.total is not None else NO_MATCH
    section = {"fixed_assets": "noncurrent_assets"}.get(topic.section or "", topic.section)
    # A label that the chart has letter for letter is that line, before one that only resembles a line of another statement.
    certain = [kind for kind in _KINDS if by_table(kind, label) is not None]
    for kind in (*certain, *_KINDS):
        found = match(kind, label, section=section if kind == "balance_sheet" else None, uk_format=True, next_label=below, learned=False)
        if found.concept is None:
            continue
        if found.concept in _ONLY_TANGIBLE and topic.section not in (None, "fixed_assets"):
            return NO_MATCH
        if _elsewhere(found.concept, topic):
            continue
        return found
    return NO_MATCH


def _elsewhere(concept: str, topic: Topic) -> bool:
    """A line of the other side of the balance sheet than the note is about: "Other" under creditors is no asset."""
    own = chart()[concept].section
    assets, debts = {"current_assets", "noncurrent_assets"}, {"current_liabilities", "noncurrent_liabilities"}
    if topic.section in assets | {"fixed_assets"}:
        return own in debts | {"equity"}
    return topic.section in debts and own in assets


def _plain(label: str) -> str:
    """Normalised, without its ordinal and the remark behind it."""
    key = re.sub(r"^[(（]?[一二三四五六七八九十\d]+[)）][、.]?", "", normalise(label))
    return re.sub(r"[(（].*?[)）]", "", key)
