"""Labels that say the same in other words: what is left of a label without its dress, its number and its little words."""

from __future__ import annotations

import re
from functools import cache

from extract.concepts import chart, normalise
from extract.records import StatementKind

#: Words of English labels that change nothing.
_LITTLE = frozenset(
    ("the", "a", "an", "of", "for", "and", "on", "in", "at", "by", "our", "its", "their", "year", "period", "quarter", "month", "financial",
     "fiscal", "during", "this", "under", "per", "as", "amount", "balance")
)  # fmt: skip
_SAME = {
    "stock": "inventory", "start": "beginning", "commencement": "beginning", "opening": "beginning", "close": "end", "ending": "end",
    "closing": "end", "shareholder": "owner", "stockholder": "owner", "proprietor": "owner", "cost": "expense", "charge": "expense",
    "turnover": "revenue", "taxation": "tax", "purchase": "acquisition", "payment": "paid", "repaid": "repayment", "provided": "from",
    "generated": "from", "used": "from", "absorbed": "from", "inflow": "flow", "outflow": "flow", "disposal": "sale", "issuance": "issue",
    "administration": "administrative", "decrease": "change", "increase": "change", "movement": "change", "deficit": "loss",
}  # fmt: skip
_HAN_SAME = (
    (re.compile(r"[的之]|所(?=[支收得偿])"), ""),
    (re.compile(r"帐"), "账"),
    (re.compile(r"其它"), "其他"),
    (re.compile(r"(?:共计|总计|总额|小计|总值)$"), "合计"),
    (re.compile(r"(?:余额|金额|数额|净额|净值|数)$"), ""),
    (re.compile(r"[及和与或、]"), ""),
    (re.compile(r"现金净流量|净现金流量|现金流净额|净现金流"), "现金流量净额"),
    (re.compile(r"业主权益|股东权益"), "所有者权益"),
    (re.compile(r"融资活动"), "筹资活动"),
    (re.compile(r"缴纳"), "支付"),
    (re.compile(r"活动产生"), "活动"),
    (re.compile(r"[(（][^()（）]*[)）]"), ""),
)


def wording(label: str) -> str:
    """What a label says, in an order and a form that other wordings of it share; "" when nothing is left."""
    if re.search(r"[一-鿿]", label):
        text = normalise(label)
        for pattern, plain in _HAN_SAME:
            text = pattern.sub(plain, text)
        return text if len(text) >= 3 else ""
    text = (
        label.lower()
        .replace("’", "'")
        .replace("&", " and ")
        .replace("non-", "non")
        .replace("non current", "noncurrent")
        .replace("non operating", "nonoperating")
        .replace("'s", "")
        .replace("'", "")
    )
    text = re.sub(r"^\s*(?:\(?[a-z0-9]{1,2}[.)]|less|add|of which|including)\s*:?\s+", "", text)
    words = [_stem(word) for word in re.findall(r"[a-z]+", text)]
    kept = [_SAME.get(word, word) for word in words if word not in _LITTLE]
    if "profit" in kept or "income" in kept or "earning" in kept:
        kept = [word for word in kept if word != "loss"]
    kept = [word for index, word in enumerate(kept) if index == 0 or word != kept[index - 1]]
    if "total" in kept:
        kept = ["total", *(word for word in kept if word != "total")]
    return " ".join(kept) if len("".join(kept)) >= 5 else ""


def _stem(word: str) -> str:
    """A word in the singular and in one of its two spellings."""
    if word.endswith("ies") and len(word) > 4:
        word = f"{word[:-3]}y"
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        word = word[:-1]
    return word.replace("isation", "ization").replace("ised", "ized").replace("ising", "izing")


@cache
def _by_wording(kind: StatementKind) -> dict[str, str | None]:
    """wording -> concept; None where labels of several concepts have it."""
    found: dict[str, str | None] = {}
    for concept in chart().of_statement(kind):
        for label in concept.labels:
            said = wording(label)
            if not said or normalise(label) in chart().ambiguous:
                continue
            if said in found and found[said] != concept.id:
                found[said] = None
            else:
                found.setdefault(said, concept.id)
    return found


def by_wording(kind: StatementKind, label: str) -> str | None:
    """The one concept that has a label of this wording; None for none and for several."""
    said = wording(label)
    return _by_wording(kind).get(said) if said else None
