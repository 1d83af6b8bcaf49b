"""The flat texts of an XML file as a tree that paths can be followed in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from extract.page import Markup

_STEPS = re.compile(r"(?P<name>[^/\[]+)(?:\[(?P<key>[^=\]]+)=(?P<value>[^\]]*)\])?(?:/|$)")


@dataclass(slots=True)
class Branch:
    """An element or an attribute ("@name").   path: from the root, its place in the file   text: "" without one"""

    name: str
    path: str
    text: str = ""
    below: list[Branch] = field(default_factory=list)

    def find(self, path: str) -> Iterator[Branch]:
        """What `path` leads to, in the order of the file. The form of paths is told in `standard`."""
        found = [self]
        for step in _STEPS.finditer(path):
            found = [child for branch in found for child in branch.below if child.name == step["name"] and _fits(child, step)]
        yield from found

    def first(self, *paths: str) -> Branch | None:
        """The first text that one of `paths` leads to, tried in their order."""
        return next((branch for path in paths for branch in self.find(path) if branch.text), None)


def _fits(branch: Branch, step: re.Match[str]) -> bool:
    return step["key"] is None or any(found.text == step["value"] for found in branch.find(step["key"]))


def tree_of(markup: Markup) -> Branch:
    """The root of `markup`."""
    root = Branch("", "")
    known: dict[str, Branch] = {"": root}
    for element in markup.elements:
        _branch(known, element.path).text = element.text
    return root.below[0] if root.below else root


def _branch(known: dict[str, Branch], path: str) -> Branch:
    """The branch at `path`, made with those above it. Paths are as deep as libxml2 lets elements nest."""
    missing: list[str] = []
    while path not in known:
        missing.append(path)
        path = _parent(path)
    for one in reversed(missing):
        parent = known[_parent(one)]
        step = one[len(parent.path) + 1 :]
        branch = Branch(step.partition("[")[0], one)
        parent.below.append(branch)
        known[one] = branch
    return known[missing[0] if missing else path]


def _parent(path: str) -> str:
    """The path without its last step; a slash within brackets parts nothing."""
    depth = 0
    for index in range(len(path) - 1, -1, -1):
        if path[index] == "]":
            depth += 1
        elif path[index] == "[":
            depth = max(0, depth - 1)
        elif path[index] == "/" and not depth:
            return path[:index]
    return ""
