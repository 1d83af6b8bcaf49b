"""Nodes of an exchange file as the tree that they are, each with its whole path."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from extract.page import Node


@dataclass(slots=True)
class Branch:
    """An element.   path: from the root, "/Document/BkToCstmrStmt/Stmt/Ntry[3]/Amt" """

    name: str
    path: str
    text: str
    line: int
    children: list[Branch] = field(default_factory=list)

    def all(self, name: str) -> list[Branch]:
        """Its children called `name`."""
        return [child for child in self.children if child.name == name]

    def at(self, *names: str) -> Branch | None:
        """The first element down that way; None where there is none."""
        here: Branch | None = self
        for name in names:
            here = next((child for child in here.children if child.name == name), None) if here is not None else None
        return here

    def says(self, *names: str) -> str | None:
        """The text of the first element down that way; None where there is none, or an empty one."""
        found = self.at(*names)
        return found.text or None if found is not None else None

    def within(self, *names: str) -> Iterator[Branch]:
        """Every element called one of `names` inside it, at any depth, in order."""
        for child in self.children:
            if child.name in names:
                yield child
            yield from child.within(*names)


def grown(nodes: Sequence[Node]) -> Branch:
    """The tree of `nodes` under a root without a name."""
    root = Branch("", "", "", 0)
    above = [root]
    for node in nodes:
        del above[min(node.depth, len(above)) :]
        parent = above[-1]
        branch = Branch(node.step.partition("[")[0], f"{parent.path}/{node.step}", node.text, node.line)
        parent.children.append(branch)
        above.append(branch)
    return root
