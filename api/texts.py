"""Every sentence that api itself says to people, in Chinese and English (texts.yaml beside this file)."""

from __future__ import annotations

import locale
import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, cast

import yaml

Language = Literal["zh", "en"]
LANGUAGES: tuple[Language, Language] = ("zh", "en")


@dataclass(frozen=True, slots=True)
class Both:
    """The same sentence in both languages."""

    zh: str
    en: str

    def said(self, language: Language) -> str:
        return self.zh if language == "zh" else self.en


@cache
def catalogue() -> Mapping[str, Both]:
    """All sentences by key."""
    content = yaml.load(files("api").joinpath("texts.yaml").read_text(encoding="utf-8"), Loader=_loader())  # noqa: S506 - a safe loader
    return {key: Both(zh=entry["zh"], en=entry["en"]) for key, entry in content.items()}


def both(key: str, **values: object) -> Both:
    """The sentence `key` with its blanks filled. Raises KeyError for a key that is not in the catalogue: that is a bug."""
    entry = catalogue()[key]
    if not values:
        return entry
    return Both(zh=entry.zh.format(**values), en=entry.en.format(**values))


def say(key: str, language: Language, **values: object) -> str:
    """The sentence `key` in one language."""
    return both(key, **values).said(language)


def term(group: str, value: str | None) -> Both:
    """The name of a fixed term, such as term("severity", "high"); a term we have no name for stands for itself."""
    if value is None:
        return Both(zh="—", en="—")
    return catalogue().get(f"{group}.{value}") or Both(zh=value, en=value.replace("_", " "))


def preferred() -> Language:
    """The language of this person's environment: Chinese where the locale is Chinese, else English."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name)
        if value:
            return "zh" if value.lower().startswith("zh") else "en"
    return "zh" if (locale.getlocale()[0] or "").lower().startswith(("zh", "chinese")) else "en"


def language(value: str | None) -> Language:
    """`value` as a language of ours, else the preferred one. Raises ValueError for another language."""
    if value is None:
        return preferred()
    for known in LANGUAGES:
        if value == known:
            return known
    raise ValueError(value)


def _loader() -> type[yaml.SafeLoader]:
    """The C loader where it is there: the catalogue is read at every start."""
    return cast("type[yaml.SafeLoader]", getattr(yaml, "CSafeLoader", yaml.SafeLoader))
