"""Captions that are printed in two languages: "Quantity / Menge", "Due date (Fällig)", "Total 合计". The English one is kept.

What stands behind a caption is its gloss where it is a caption of another language, or, behind a stroke, of none that is known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from extract.invoices import continental, generic, german
from extract.invoices.roles import amount_role, column_role

#: Captions of other languages that no layout has as one of its own.
_MORE = (
    "fällig", "preis", "artikelnummer", "bestellnr", "bestellnummer", "kundennr", "rechnungsnr", "rechnungsnummer", "lieferdatum",
    "n° de facture", "facture n°", "factura n.º", "factura", "facture", "base imponible", "total ht", "total ttc", "montant", "quantité",
    "désignation", "cantidad", "descripción", "importe", "fecha", "vencimiento", "échéance", "prix", "prix unitaire", "precio unitario",
    "ilość", "cena", "kwota", "razem", "data", "numer", "hoeveelheid", "bedrag", "omschrijving", "prezzo", "quantità", "descrizione",
)  # fmt: skip
_HAN = re.compile(r"[\u3400-\u9fff]")
_ONLY_HAN = re.compile(r"[\u3400-\u9fff、\s]+")
#: A caption in English with the same in Chinese behind it.
_BEHIND = re.compile(r"(?P<own>[A-Za-z@][A-Za-z .&/()#@%'-]*?)[\s/（(]*[\u3400-\u9fff]+[\u3400-\u9fff\s、]*[)）]?")
#: The same behind the colon.
_LATE = re.compile(r"(?P<own>[A-Za-z][A-Za-z .&#'-]*[:：])\s*[/|（(]?\s*(?P<other>[^\W\d_][^\d/|()（）]*?)[)）]?")
_BOTH = re.compile(r"(?P<one>.*?\S)\s*(?:/|\||·)\s*(?P<other>\S.*)|(?P<outer>.*?\S)\s*[（(]\s*(?P<inner>[^()（）]+?)\s*[)）]")


def english(text: str) -> str:
    """`text` without the gloss of its caption; as it is where it has none, "" where it is nothing but a gloss in brackets."""
    if (alone := re.fullmatch(r"[（(]\s*([^()（）]+?)\s*[)）]", text)) is not None:
        return "" if _foreign(alone[1]) or re.fullmatch(r"[\u3400-\u9fff]+", alone[1]) else text
    if (late := _LATE.fullmatch(text)) is not None and (_foreign(late["other"]) or _ONLY_HAN.fullmatch(late["other"])):
        return late["own"]
    head, mark, tail = _parted(text)
    if not 3 <= len(head) <= 60 or not re.search(r"[A-Za-z@#]", head):
        return text
    own = _own(head.strip())
    return text if own is None else f"{own}{mark}{tail}"


def without_glosses(texts: Sequence[str]) -> list[str]:
    """The texts of a row without the Chinese names of columns, whose English ones stand in a row of their own: "" for each of them."""
    glosses = [len(text) <= 6 and _ONLY_HAN.fullmatch(text) is not None for text in texts]
    if sum(glosses) < 2 or any(re.search(r"\d", text) for text in texts):
        return list(texts)
    return ["" if gloss else text for text, gloss in zip(texts, glosses, strict=True)]


def _parted(text: str) -> tuple[str, str, str]:
    """The caption, its colon and what follows."""
    match = re.search(r"\s?[:：](?=\s|$|\d)", text)
    return (text, "", "") if match is None else (text[: match.start()], match.group(), text[match.end() :])


def _own(head: str) -> str | None:
    if (behind := _BEHIND.fullmatch(head)) is not None:
        return behind["own"].strip()
    match = _BOTH.fullmatch(head)
    if match is not None:
        bracketed = match["outer"] is not None
        one, other = (match["outer"], match["inner"]) if bracketed else (match["one"], match["other"])
        if _foreign(other) or (_HAN.search(other) and not re.search(r"[A-Za-z]{2}", other)):
            return one
        if _foreign(one) and _known(other):
            return other
        if not bracketed and _known(one) and re.fullmatch(r"[^\W\d_][^\d]*", other) and not _known(other) and not _english_words(other):
            return one
        if bracketed or not re.search(r"\d", other):
            return None
    for one, other in _cuts(head):
        if _meant(one) and _foreign(other):
            return one
        words = other.lstrip("/|( ").split()
        for at in range(1, min(len(words), 4)):
            if re.search(r"\d", words[at]) and _known(one.rstrip("/|( ")) and _foreign(" ".join(words[:at])):
                return " ".join((one.rstrip("/|( "), *words[at:]))
    return None


def _cuts(head: str) -> Iterator[tuple[str, str]]:
    words = head.split()
    for at in range(1, len(words)):
        yield " ".join(words[:at]), " ".join(words[at:])


def _meant(text: str) -> bool:
    return _known(text) or amount_role(text) is not None or (len(text) <= 34 and column_role(text) is not None)


def _known(text: str) -> bool:
    return _key(text) in _vocabulary()[0] or text.strip() in {"@", "#"}


def _foreign(text: str) -> bool:
    return _key(text) in _vocabulary()[1]


def _english_words(text: str) -> bool:
    return any(word in _vocabulary()[2] for word in re.findall(r"[a-z]+", text.lower()))


def _key(text: str) -> str:
    return re.sub(r"[\W\d_]", "", text.lower())


@cache
def _vocabulary() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """English captions, those of other languages, and the single words of the English ones."""
    own = [name for names in (*generic.LAYOUT.captions.values(), *generic.LAYOUT.columns.values()) for name in names]
    english_keys = frozenset(_key(name) for name in own) - {""}
    others = [
        name
        for layout in (german.LAYOUT, continental.LAYOUT)
        for names in (*layout.captions.values(), *layout.columns.values())
        for name in names
    ]
    foreign = frozenset(_key(name) for name in (*others, *_MORE) if len(_key(name)) > 2) - english_keys
    words = frozenset(word for name in own for word in re.findall(r"[a-z]{2,}", name))
    return english_keys, foreign, words
