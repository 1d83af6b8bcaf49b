"""Printed labels to reporting concepts: the label table first, then section and neighbours, then phrases and near spellings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from typing import TYPE_CHECKING

from extract.concepts import chart, normalise
from extract.records import StatementKind
from extract.statements.layout import layouts
from extract.statements.learned import by_learning
from extract.statements.wording import by_wording

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.matcher import PhraseMatcher

#: The total that an unlabelled figure under a section prints.
SECTION_TOTALS = {
    "current_assets": "total_current_assets",
    "noncurrent_assets": "total_noncurrent_assets",
    "current_liabilities": "total_current_liabilities",
    "noncurrent_liabilities": "total_noncurrent_liabilities",
    "equity": "total_equity",
}
_LIABILITY_SECTIONS = {"current_liabilities", "noncurrent_liabilities", "liabilities"}
_ASSET_SECTIONS = {"current_assets", "noncurrent_assets", "assets"}
#: Spellings that differ by less than this share of their letters are one label misread, if only one label is that near.
_NEAR = 0.88
#: Above this likeness it is the same label whatever the headings around it say.
_SAME = 0.95
#: Less alike than this to every label of a concept, a label does not mean it, whatever the trained component says.
_LIKE = 0.5
#: "Called up share capital not paid" is no share capital.
_DENIED = re.compile(r"\b(?:not|unpaid|excluding|except|before|other than)\b", re.IGNORECASE)
#: A known phrase inside a longer label decides only when it makes up this share of it.
_MOST_OF_IT = 0.6
_TRAILING_NOTE = re.compile(
    r"\s*(?:[(（]?\s*(?:see )?notes?\s*\d+[a-z]?\s*[)）]?|[(（](?:附注|注释)[^)）]*[)）]|[(（]\d{1,2}[)）])\s*$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Match:
    """concept: id, or None   confidence: 1.0 by the table, less by phrase or near spelling"""

    concept: str | None
    confidence: float


NO_MATCH = Match(None, 0.0)


def section_of(kind: StatementKind, label: str) -> str | None:
    """The section that a heading opens, or None when it opens none."""
    key = normalise(label).replace("’", "'")
    return next((section for wanted, pattern, section in _sections() if wanted == kind and pattern.fullmatch(key)), None)


@cache
def _sections() -> tuple[tuple[StatementKind, re.Pattern[str], str], ...]:
    return tuple((kind, re.compile(pattern), section) for layout in layouts() for kind, pattern, section in layout.sections)


def by_table(kind: StatementKind, label: str) -> str | None:
    """The concept whose label this is, letter for letter after normalising; ambiguous labels give None."""
    key = _key(label)
    if key in chart().ambiguous:
        return None
    found = chart().by_label.get((kind, key))
    for variant in _variants(key) if found is None else ():
        found = chart().by_label.get((kind, variant))
        if found is not None:
            break
    return found


def _placed(concept: str, section: str | None, confidence: float) -> Match:
    """The concept in its section; none where the table means a line of the other half of the assets.

    Capitalised development costs under current assets are none of the fixed assets that the label means elsewhere.
    """
    placed = _by_section(concept, section)
    entry = chart()[placed]
    elsewhere = {entry.section, section} == {"current_assets", "noncurrent_assets"} and not entry.total
    return NO_MATCH if elsewhere else Match(placed, confidence)


def _variants(key: str) -> Iterator[str]:
    """The plain forms of a label that names both outcomes: "(loss)/profit", "net current assets/(liabilities)", "loss for the year"."""
    plain = re.sub(r"[(][^()]*[)]/|/?[(][^()]*[)]", "", key)
    slashed = re.sub(r"/(?:loss|liabilities|deficit|profit)|(?:loss|deficit)/", "", plain)
    for variant in (plain, slashed):
        yield variant
        yield variant.replace("loss", "profit")
        yield variant.replace("liabilities", "assets") if variant.startswith("net") else variant
        yield re.sub(r"^(?:the|total)", "", variant)


def match(kind: StatementKind, label: str, *, section: str | None, uk_format: bool, next_label: str = "", learned: bool = True) -> Match:
    """The concept of a printed label in its surroundings.

    section     of concepts.yaml, from the headings above
    uk_format   a Creditors or net current assets line stands on the statement
    next_label  of the line below: 减：累计折旧 under 固定资产 makes that the cost
    learned     ask the trained component where everything else is silent
    """
    if not label.strip():
        return NO_MATCH
    key = _key(label)
    if key in chart().ambiguous:
        return Match(_resolved(key, section, uk_format, next_label), 0.95)
    concept = by_table(kind, label)
    if concept is None and kind == "balance_sheet" and "fallingdue" in key:  # under a heading CREDITORS or DEBTORS of its own
        concept = by_table(kind, f"{'debtors' if section == 'current_assets' else 'creditors'}: {label}")
    if concept is not None:
        return _placed(concept, section, 1.0)
    if len(label) > 120:
        return NO_MATCH
    said = by_wording(kind, label)
    if said is not None and _fits(said, section):
        return _placed(said, section, 0.95)
    if len(key) < 4:
        return _learned(kind, label, section) if learned else NO_MATCH
    phrase = _by_phrase(kind, label) if not _DENIED.search(label) else None
    if phrase is not None and _fits(phrase, section):
        return _placed(phrase, section, 0.9)
    near, likeness = _by_near_spelling(kind, key)
    if near is not None and (likeness >= _SAME or _fits(near, section)):
        return _placed(near, section, 0.85)
    return _learned(kind, label, section) if learned and not _DENIED.search(label) else NO_MATCH


def _learned(kind: StatementKind, label: str, section: str | None) -> Match:
    if kind not in ("balance_sheet", "income_statement", "cash_flow"):
        return NO_MATCH
    concept, probability = by_learning(kind, section, label)
    if concept is None or not _fits(concept, section) or not _resembles(concept, _key(label)):
        return NO_MATCH
    return Match(concept, round(0.8 * probability, 3))


def _resembles(concept: str, key: str) -> bool:
    """Whether a label of the concept has about half of its letters: what was never printed on a statement resembles none of them."""
    return any(SequenceMatcher(None, normalise(label), key, autojunk=False).ratio() >= _LIKE for label in chart()[concept].labels)


def _key(label: str) -> str:
    return normalise(_TRAILING_NOTE.sub("", label)).replace("’", "'").replace("'", "")


def _resolved(key: str, section: str | None, uk_format: bool, next_label: str) -> str | None:
    """Labels that never mean one thing by themselves; the rules are those of the chart's own list."""
    below = normalise(next_label)
    after = section == "noncurrent_liabilities"
    choices = {
        "固定资产": "fixed_assets_cost" if "累计折旧" in below else "fixed_assets_net",
        "fixedassets": "total_noncurrent_assets" if uk_format else "fixed_assets_net",
        "notespayable": "long_term_borrowings" if after else "short_term_borrowings",
        "营业费用": "selling_expenses" if "管理费用" in below else "sga_expenses",
        "investments": "short_term_investments" if section == "current_assets" else "long_term_equity_investments",
        "hirepurchase": "lease_liabilities" if after else "current_portion_long_term_debt",
        "利息费用": "interest_expense",
        "otherincome": "non_operating_income" if section == "non_operating" else "other_income",
        "totalincome": "revenue",
    }
    return choices.get(key)


#: Labels whose concept depends on the side of the balance sheet they stand on.
_BY_SECTION = {
    ("deferred_income", "current_liabilities"): "contract_liabilities",
    ("trade_payables", "noncurrent_liabilities"): "long_term_payables",
    ("other_payables", "noncurrent_liabilities"): "long_term_payables",
    ("short_term_borrowings", "noncurrent_liabilities"): "long_term_borrowings",
    ("due_to_related", "current_assets"): "due_from_related",
    ("due_from_related", "current_liabilities"): "due_to_related",
    ("taxes_payable", "current_assets"): "tax_receivable",
    ("tax_receivable", "current_liabilities"): "taxes_payable",
    ("accrued_liabilities", "current_assets"): "prepayments",
    ("prepayments", "current_liabilities"): "accrued_liabilities",
    ("long_term_borrowings", "current_liabilities"): "short_term_borrowings",
}


def _by_section(concept: str, section: str | None) -> str:
    return _BY_SECTION.get((concept, section or ""), concept)


def _fits(concept: str, section: str | None) -> bool:
    """A guess must not jump over the middle of the balance sheet."""
    own = chart()[concept].section
    if section in _ASSET_SECTIONS:
        return own not in _LIABILITY_SECTIONS | {"equity"}
    if section in _LIABILITY_SECTIONS or section == "equity":
        return own not in _ASSET_SECTIONS
    return True


def _by_near_spelling(kind: StatementKind, key: str) -> tuple[str | None, float]:
    """One label that differs by a letter or two: what a recogniser makes of a faint print."""
    best: list[tuple[float, str]] = []
    for candidate, concept in _keys(kind):
        if abs(len(candidate) - len(key)) > 3 or len(candidate) < 5:
            continue
        matcher = SequenceMatcher(None, candidate, key, autojunk=False)
        if matcher.real_quick_ratio() >= _NEAR and matcher.quick_ratio() >= _NEAR and (ratio := matcher.ratio()) >= _NEAR:
            best.append((ratio, concept))
    if not best:
        return None, 0.0
    best.sort(reverse=True)
    rivals = {concept for ratio, concept in best if ratio > best[0][0] - 0.02}
    return (best[0][1], best[0][0]) if len(rivals) == 1 else (None, 0.0)


@cache
def _keys(kind: StatementKind) -> tuple[tuple[str, str], ...]:
    return tuple((key, concept) for (statement, key), concept in chart().by_label.items() if statement == kind)


def _by_phrase(kind: StatementKind, label: str) -> str | None:
    """A known label inside a longer one ("Cash at bank and in hand per bank letter"), if it makes up most of it.

    spaCy's phrase matcher over blank tokenisers; it needs no model.
    """
    if re.search(r"[一-鿿]", label):
        return _chinese_phrase(kind, normalise(label))
    matcher, nlp = _matcher(kind)
    document = nlp(label.lower().replace("’", "'"))
    enough = max(1.0, _MOST_OF_IT * sum(not token.is_punct for token in document))
    spans = [(document[start:end], match_id) for match_id, start, end in matcher(document)]
    spans = [(span, match_id) for span, match_id in spans if sum(not token.is_punct for token in span) >= enough]
    if not spans:
        return None
    longest, match_id = max(spans, key=lambda item: (len(item[0]), -item[0].start))
    name = nlp.vocab.strings[match_id]
    others = {nlp.vocab.strings[other] for span, other in spans if len(span) == len(longest)}
    return str(name) if len(others) == 1 else None


def _chinese_phrase(kind: StatementKind, key: str) -> str | None:
    enough = max(3.0, _MOST_OF_IT * len(key))
    hits = [(len(candidate), concept) for candidate, concept in _keys(kind) if len(candidate) >= enough and candidate in key]
    if not hits:
        return None
    longest = max(length for length, _ in hits)
    concepts = {concept for length, concept in hits if length == longest}
    return concepts.pop() if len(concepts) == 1 else None


@cache
def _matcher(kind: StatementKind) -> tuple[PhraseMatcher, Language]:
    import spacy  # imported here: it takes a second, and most papers need it for nothing
    from spacy.matcher import PhraseMatcher as Matcher

    nlp = spacy.blank("en")
    matcher = Matcher(nlp.vocab, attr="LOWER")
    for concept in chart().of_statement(kind):
        labels = [text.lower() for text in concept.labels if text.isascii() and len(text) > 3]
        phrases = [text for text in labels if normalise(text) not in chart().ambiguous]
        matcher.add(concept.id, [nlp.make_doc(text) for text in phrases])
    return matcher, nlp


def in_uk_format(labels: Sequence[str]) -> bool:
    """Whether a balance sheet follows the UK formats: creditors by due date, or net current assets."""
    keys = [normalise(label) for label in labels]
    return any(key.startswith(("creditors", "netcurrent", "totalassetslesscurrent")) or "fallingdue" in key for key in keys)
