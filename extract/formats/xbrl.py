"""XBRL and inline XBRL: every fact with its value, unit, period, dimensions, and what the page shows for it.

Sources: XBRL 2.1 (contexts 4.7, units 4.8, items 4.6), XBRL Dimensions 1.0, Inline XBRL 1.1 (nonFraction, exclude, continuation).
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from lxml import etree

from extract.document import DocumentWarning, Opened
from extract.errors import Refused
from extract.formats.markup import tree_of
from extract.formats.pdf_page import clean
from extract.formats.style import local
from extract.formats.transformed import number_of
from extract.limits import MAX_MARKUP_ELEMENTS, MAX_TEXT
from extract.page import Fact

#: A text longer than this is a note or a policy, and no name or date.
_LONGEST_TEXT = 200
_NUMERIC = "nonfraction"
_TEXTUAL = "nonnumeric"
#: Parts of a namespace's name -> whose concepts they are.
_TAXONOMIES = (("frc.org.uk", "frc"), ("xbrl.org/uk", "frc"), ("ifrs", "ifrs"), ("us-gaap", "us_gaap"))
_MOST_CONTINUED = 1_000


@dataclass(frozen=True, slots=True)
class _Context:
    start: str | None
    end: str | None
    dims: tuple[str, ...]


def read_instance(data: bytes, name: str, media_type: str) -> Opened:
    """An XBRL instance: facts without a page. Raises Refused as `markup.tree_of` does, and when it holds no facts."""
    root = tree_of(data, name)
    elements = list(root.iter())
    if len(elements) > MAX_MARKUP_ELEMENTS:
        raise Refused(
            "xml-too-large", f"Its XML has more than {MAX_MARKUP_ELEMENTS:,} elements.", "Send it in parts.", name=name,
            problem_zh=f"XML 超过 {MAX_MARKUP_ELEMENTS:,} 个元素。", remedy_zh="请分批发送。",
        )  # fmt: skip
    facts = list(_instance_facts(elements))
    if not facts:
        raise Refused(
            "xbrl-without-facts", "It is XBRL, but no fact in it can be read.", "Send the report itself, or a PDF of it.", name=name,
            problem_zh="文件是 XBRL，但其中没有可读取的数据。", remedy_zh="请发送报告本身或其 PDF。",
        )  # fmt: skip
    digest = hashlib.sha256(data).hexdigest()
    without = sum(1 for fact in facts if fact.end is None)
    warnings: tuple[DocumentWarning, ...] = ()
    if without:
        text = f"{without} facts name no period that the file explains; they belong to none. Export it again from the program that made it."
        text_zh = f"{without} 项数据没有可识别的期间。请从生成它的程序重新导出。"
        warnings = (DocumentWarning("fact-without-period", text, text_zh=text_zh),)
    return Opened(name=name, sha256=digest, media_type=media_type, page_count=1, facts=tuple(facts), warnings=warnings)


def facts_of(
    elements: Sequence[etree._Element], paths: Mapping[etree._Element, str], shown: Mapping[etree._Element, str]
) -> Iterator[Fact]:
    """The facts of a web page.   paths: of all elements   shown: of each fact that a person sees, the place where"""
    tagged = [element for element in elements if local(element) in (_NUMERIC, _TEXTUAL) and _attribute(element, "contextRef")]
    if not tagged:
        return
    contexts, units, spaces = _contexts(elements), _units(elements), _prefixes(elements)
    continued = {_attribute(element, "id"): element for element in elements if local(element) == "continuation"}
    for element in tagged:
        prefix, _, name = _attribute(element, "name").rpartition(":")
        numeric = local(element) == _NUMERIC
        text = " ".join("".join(_texts(element, continued)).replace("\xa0", " ").split())
        if not name or (not numeric and (not text or len(text) > _LONGEST_TEXT)):
            continue
        context = contexts.get(_attribute(element, "contextRef"), _Context(None, None, ()))
        nil = _attribute(element, "nil") in ("true", "1")
        value: str | None = clean(text)
        if numeric:
            found = number_of(text, _attribute(element, "format"), _attribute(element, "scale"), _attribute(element, "sign"))
            value = None if nil or found is None else format(found, "f")
        yield Fact(
            name=clean(name)[:300], taxonomy=_taxonomy(spaces.get(prefix, "")), value=value,
            unit=units.get(_attribute(element, "unitRef"), "pure") if numeric else "text", start=context.start, end=context.end,
            dims=context.dims, shown=clean(text)[:MAX_TEXT], place=shown.get(element, paths.get(element, "")), hidden=element not in shown,
        )  # fmt: skip


def _instance_facts(elements: Sequence[etree._Element]) -> Iterator[Fact]:
    contexts, units = _contexts(elements), _units(elements)
    seen: dict[str, int] = {}
    for element in elements:
        reference = element.get("contextRef")
        if reference is None or not isinstance(element.tag, str):
            continue
        name = etree.QName(element).localname
        seen[name] = seen.get(name, 0) + 1
        text = " ".join((element.text or "").split())
        numeric = element.get("unitRef") is not None
        if not numeric and (not text or len(text) > _LONGEST_TEXT):
            continue
        context = contexts.get(reference, _Context(None, None, ()))
        found = number_of(text, "", "", "") if numeric else None
        value = (None if found is None else format(found, "f")) if numeric else clean(text)
        yield Fact(
            name=clean(name)[:300], taxonomy=_taxonomy(etree.QName(element).namespace or ""), value=value,
            unit=units.get(element.get("unitRef") or "", "pure") if numeric else "text", start=context.start, end=context.end,
            dims=context.dims, shown=clean(text)[:MAX_TEXT], place=f"/xbrl/{name}[{seen[name]}]"[:MAX_TEXT], hidden=False,
        )  # fmt: skip


def _texts(element: etree._Element, continued: Mapping[str, etree._Element]) -> Iterator[str]:
    """What a fact's tag holds, without what it excludes, and with what continues it elsewhere."""
    for _ in range(_MOST_CONTINUED):
        yield from _own_texts(element)
        following = continued.get(_attribute(element, "continuedAt"))
        if following is None or following is element:
            return
        yield " "
        element = following


def _own_texts(element: etree._Element) -> Iterator[str]:
    stack: list[tuple[etree._Element, bool]] = [(element, False)]
    while stack:
        part, tail = stack.pop()
        if tail:
            yield part.tail or ""
            continue
        if local(part) != "exclude":
            yield part.text or ""
            for child in reversed(part):
                stack.append((child, True))
                if isinstance(child.tag, str):
                    stack.append((child, False))


def _attribute(element: etree._Element, name: str) -> str:
    """Its attribute `name`, in whatever case and namespace it came."""
    plain = element.get(name) or element.get(name.lower())
    if plain is not None:
        return plain.strip()
    lower = name.lower()
    return next(
        (str(value).strip() for key, value in element.attrib.items() if str(key).rpartition("}")[2].rpartition(":")[2].lower() == lower), ""
    )


def _contexts(elements: Sequence[etree._Element]) -> dict[str, _Context]:
    found: dict[str, _Context] = {}
    for element in elements:
        if local(element) != "context" or not _attribute(element, "id"):
            continue
        start = end = None
        dims = []
        for part in element.iter():
            tag, text = local(part), (part.text or "").strip()
            if tag == "instant" or tag == "enddate":
                end = _day(text)
            elif tag == "startdate":
                start = _day(text)
            elif tag in ("explicitmember", "typedmember"):
                member = text if tag == "explicitmember" else " ".join("".join(map(str, part.itertext())).split())
                dims.append(f"{_unprefixed(_attribute(part, 'dimension'))}={_unprefixed(member)}"[:500])
        found[_attribute(element, "id")] = _Context(start, end, tuple(sorted(map(clean, dims)))[:50])
    return found


def _day(text: str) -> str | None:
    """An ISO date; midnight at the end of a day is written as the next day's beginning."""
    match = re.match(r"(\d{4})-(\d{2})-(\d{2})(T00:00:00)?", text)
    if match is None:
        return None
    try:
        day = date(*(int(part) for part in match.groups()[:3]))
        return (day - timedelta(days=1) if match.group(4) else day).isoformat()
    except (ValueError, OverflowError):
        return None


def _unprefixed(name: str) -> str:
    return name.rpartition(":")[2]


def _units(elements: Sequence[etree._Element]) -> dict[str, str]:
    found = {}
    for element in elements:
        if local(element) == "unit" and _attribute(element, "id"):
            measures = [_unprefixed((part.text or "").strip()) for part in element.iter() if local(part) == "measure"]
            found[_attribute(element, "id")] = clean("/".join(measures))[:60] or "pure"
    return found


def _prefixes(elements: Sequence[etree._Element]) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in elements:
        for prefix, space in element.nsmap.items():
            if prefix:
                found.setdefault(prefix, space)
        for key, value in element.attrib.items():
            if str(key).startswith("xmlns:"):
                found.setdefault(str(key)[6:], str(value))
    return found


def _taxonomy(space: str) -> str:
    lower = space.lower()
    return next((taxonomy for part, taxonomy in _TAXONOMIES if part in lower), "")
