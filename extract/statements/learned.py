"""What a label means where the label table does not decide: a spaCy text classifier over letters, trained by scripts/train_labels.py.

It sees the letters of a label with the statement and the section that it stands in, and was taught with the faults of recognisers and
typists. It ships because it beats the table with near spellings on labels that are damaged (`tieout bench labels` prints both).
"""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterable
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

#: The class of lines for which the chart has no word.
NONE = "none"
TOKENIZER = "tieout.letters.v1"
#: Below this probability it has no opinion.
SURE = 0.9
_LONGEST = 60
_SIGNS = {
    "balance_sheet": "①", "income_statement": "②", "cash_flow": "③", "current_assets": "ⓐ", "noncurrent_assets": "ⓑ",
    "current_liabilities": "ⓒ", "noncurrent_liabilities": "ⓓ", "equity": "ⓔ", "operating": "ⓕ",
    "investing": "ⓖ", "financing": "ⓗ", "indirect": "ⓘ",
}  # fmt: skip
_LOCK = threading.Lock()


def text_of(statement: str, section: str | None, label: str) -> str:
    """What the component is shown: a sign for the statement and one for the section, then the label's letters."""
    letters = re.sub(r"[\s\d]+", "", label.lower())
    return f"{_SIGNS.get(statement, '?')}{_SIGNS.get(section or '', '-')}|{letters[:_LONGEST]}|"


def register() -> None:
    """Make the tokeniser known to spaCy, whose words are letters: labels are too short, and too often damaged, for words."""
    from spacy.tokens import Doc as Document
    from spacy.util import registry

    class Letters:
        def __init__(self, vocab: Vocab) -> None:
            self.vocab = vocab

        def __call__(self, text: str) -> Doc:
            return Document(self.vocab, words=list(text), spaces=[False] * len(text))

    if not registry.has("tokenizers", TOKENIZER):
        maker: Callable[[], Callable[[Language], Letters]] = lambda: lambda nlp: Letters(nlp.vocab)  # noqa: E731
        registry.tokenizers(TOKENIZER, func=maker)


@cache
def component() -> Language:
    """The trained component. Raises FileNotFoundError when it is not part of the installation."""
    from spacy import util

    register()
    folder = files("extract.statements") / "label_model"
    config = util.load_config_from_str((folder / "config.cfg").read_text("utf-8"))
    nlp = util.get_lang_class("xx").from_config(config)
    return nlp.from_bytes((folder / "weights.bin").read_bytes())


def guesses(nlp: Language, texts: Iterable[str]) -> list[tuple[str | None, float]]:
    """(concept, probability) of each text made by `text_of`; None for a line that the chart has no word for."""
    found: list[tuple[str | None, float]] = []
    for document in nlp.pipe(texts):
        name = max(document.cats, key=lambda each: document.cats[each])
        found.append((None if name == NONE else name, float(document.cats[name])))
    return found


def by_learning(statement: str, section: str | None, label: str) -> tuple[str | None, float]:
    """(concept, probability) of a label, or (None, 0.0) where it is not sure enough."""
    return _sure(text_of(statement, section, label))


@cache
def _sure(text: str) -> tuple[str | None, float]:
    if len(text) < 7:  # two signs, two bars and fewer than three letters
        return None, 0.0
    with _LOCK:  # one component for all threads
        ((concept, probability),) = guesses(component(), [text])
    return (concept, probability) if concept is not None and probability >= SURE else (None, 0.0)
