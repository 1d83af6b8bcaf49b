"""What a web page's style sheets say of its elements, as far as it decides what a person sees and where.

Only what reading needs: whether text shows, how it is placed and aligned, how wide columns are, where pages break. Sheets that lie
elsewhere are not fetched. Source: CSS 2.2, chapters 6 (cascade), 8 to 10 (boxes), 13 (pages), 17 (tables).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

#: Points to a unit of length.
_UNITS = {"pt": 1.0, "px": 0.75, "in": 72.0, "cm": 28.346, "mm": 2.8346, "pc": 12.0, "em": 10.0, "rem": 10.0, "ex": 5.0, "": 0.75}
_LENGTH = re.compile(r"\s*(-?\d+(?:\.\d+)?|-?\.\d+)\s*(pt|px|in|cm|mm|pc|em|rem|ex|%)?\s*$", re.IGNORECASE)
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_BRACES = re.compile(r"[{}]")
_COMPOUND = re.compile(r"(?P<tag>[\w*-]+)?(?P<rest>(?:[.#][\w-]+)*)$")
#: A page made to cost time has more rules or selectors than this.
_MAX_RULES = 20_000
_MAX_SHEET = 2 * 1024 * 1024
KEPT = frozenset(
    {
        "display", "visibility", "position", "left", "right", "top", "width", "height", "min-height", "text-align", "font-size", "opacity",
        "float", "vertical-align", "page-break-before", "page-break-after", "break-before", "break-after", "margin-left", "padding-left",
        "text-indent", "white-space", "flex-direction",
    }
)  # fmt: skip

Style = Mapping[str, str]
#: (tag or "", ids and classes that it must have)
Compound = tuple[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Rule:
    """ancestors: compounds that must lie above, outermost first   target: of the element itself   weight: what wins over what"""

    ancestors: tuple[Compound, ...]
    target: Compound
    declarations: Style
    weight: tuple[int, int]


class StyleSheet:
    """All rules of a page, found by what the element itself must have."""

    def __init__(self, texts: Iterator[str]) -> None:
        self._by_key: dict[str, list[Rule]] = {}
        count = 0
        for text in texts:
            for selector, declarations in _rules(_COMMENT.sub(" ", text[:_MAX_SHEET])):
                if count >= _MAX_RULES:
                    return
                rule = _rule(selector, declarations, count)
                if rule is not None:
                    count += 1
                    tag, marks = rule.target
                    self._by_key.setdefault(min(marks) if marks else tag, []).append(rule)

    def of(self, element: etree._Element) -> dict[str, str]:
        """The declarations that hold for `element`, its own style last; nothing is inherited here."""
        found: list[Rule] = []
        marks = marks_of(element)
        for key in (*marks, local(element), "*"):
            found.extend(rule for rule in self._by_key.get(key, ()) if _fits(rule, element, marks))
        result: dict[str, str] = {}
        for rule in sorted(found, key=lambda one: one.weight):
            result.update(rule.declarations)
        own = element.get("style")
        if own:
            result.update(declared(own))
        return result


def _fits(rule: Rule, element: etree._Element, marks: frozenset[str]) -> bool:
    tag, wanted = rule.target
    if not wanted <= marks or (tag and tag not in ("*", local(element))):
        return False
    left = list(rule.ancestors)
    above = element.getparent()
    while left and above is not None:
        tag, wanted = left[-1]
        if wanted <= marks_of(above) and (not tag or tag in ("*", local(above))):
            left.pop()
        above = above.getparent()
    return not left


def local(element: etree._Element) -> str:
    """The element's name without prefix and namespace, lower case."""
    tag: object = element.tag  # of comments and the like, a function
    if not isinstance(tag, str):
        return ""
    return tag.rpartition("}")[2].rpartition(":")[2].lower()


def marks_of(element: etree._Element) -> frozenset[str]:
    """Its classes (".name") and id ("#name")."""
    classes = (element.get("class") or "").split()
    identity = element.get("id")
    return frozenset([*(f".{name}" for name in classes[:30]), *([f"#{identity}"] if identity else [])])


def declared(text: str) -> dict[str, str]:
    """The declarations of one block that reading needs."""
    result: dict[str, str] = {}
    for part in text.split(";"):
        name, colon, value = part.partition(":")
        name = name.strip().lower()
        if colon and name in KEPT:
            result[name] = value.replace("!important", "").strip().lower()[:100]
    return result


def _rules(text: str) -> Iterator[tuple[str, Style]]:
    """(selector, declarations) of each rule for the screen; those for print alone and other at-rules are passed over."""
    position = 0
    while True:
        start = text.find("{", position)
        if start < 0:
            return
        head = text[position:start].strip().rpartition(";")[2].rpartition("}")[2].strip()
        end = _closing(text, start)
        inside = text[start + 1 : end]
        position = end + 1
        if head.startswith("@media") and not re.search(r"\bprint\b|\bspeech\b|max-(?:device-)?width", head):
            yield from _rules(inside) if "@media" not in inside else ()
        elif not head.startswith("@"):
            declarations = declared(inside)
            if declarations:
                for selector in head.split(",")[:50]:
                    yield selector.strip(), declarations


def _closing(text: str, start: int) -> int:
    depth = 0
    for match in _BRACES.finditer(text, start):
        depth += 1 if match.group() == "{" else -1
        if depth == 0:
            return match.start()
    return len(text)


def _rule(selector: str, declarations: Style, order: int) -> Rule | None:
    """None for a selector that depends on what a reader does (:hover), or that is not followed."""
    if re.search(r"[:\[+~]", selector) or not selector:
        return None
    compounds = []
    for part in selector.replace(">", " ").split():
        match = _COMPOUND.match(part)
        if match is None:
            return None
        compounds.append(((match["tag"] or "").lower(), frozenset(re.findall(r"[.#][\w-]+", match["rest"]))))
    specific = sum(100 if mark.startswith("#") else 10 for _, marks in compounds for mark in marks)
    specific += sum(1 for tag, _ in compounds if tag and tag != "*")
    return Rule(tuple(compounds[:-1]), compounds[-1], declarations, (specific, order))


def length(value: str | None, whole: float) -> float | None:
    """A length in points; percentages of `whole`. None where it is not stated or depends on something else."""
    match = _LENGTH.match(value or "")
    if match is None:
        return None
    number, unit = float(match.group(1)), (match.group(2) or "").lower()
    points = number * whole / 100 if unit == "%" else number * _UNITS[unit]
    return points if abs(points) < 100_000 else None


def hides(style: Style) -> bool:
    """Whether nobody sees an element with `style`, whatever lies above it."""
    if style.get("display") == "none" or style.get("visibility") in {"hidden", "collapse"}:
        return True
    if style.get("opacity") in {"0", "0.0", "0%"} or re.fullmatch(r"0(?:\.0+)?(?:pt|px|em|%)?", style.get("font-size", "")):
        return True
    away = [length(style.get(side), 0.0) for side in ("left", "top", "text-indent", "margin-left")]
    return any(points is not None and points < -700 for points in away)
