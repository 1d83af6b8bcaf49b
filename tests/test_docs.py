"""Every command, test, limit and dependency is described where people look for it."""

from __future__ import annotations

import ast
import re
import tomllib
from pathlib import Path

import pytest
import typer.main
from packaging.requirements import Requirement

from api.cli.main import app
from verify.catalogue import catalogue
from verify.pages import rule_page

ROOT = Path(__file__).resolve().parents[1]
COMMANDS = sorted(typer.main.get_command(app).commands)  # type: ignore[attr-defined]
GUIDES = ("README.md", *sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "docs").glob("*.md")))


@pytest.mark.parametrize("command", COMMANDS)
def test_command_is_documented(command: str) -> None:
    assert f"`tieout {command}" in (ROOT / "README.md").read_text("utf-8"), f"README.md does not say what tieout {command} does"


def test_no_document_names_a_command_that_is_not_there() -> None:
    named = {
        (guide, command)
        for guide in (*GUIDES, "CONTRIBUTING.md")
        for command in re.findall(r"(?:^|`)tieout ([a-z]+)", (ROOT / guide).read_text("utf-8"), re.MULTILINE)
    }
    assert {command for _, command in named} >= {"verify", "read"}
    assert not {(guide, command) for guide, command in named if command not in COMMANDS}


@pytest.mark.parametrize("code", catalogue())
def test_test_has_its_page(code: str) -> None:
    page = rule_page(code)
    for wording in (page.title, page.checks, page.why, page.tolerance, *page.innocent):
        assert wording.zh.strip() and wording.en.strip(), f"{code}: a text is missing in one language"
    assert page.innocent, f"{code} has no innocent explanation"
    assert page.formula and page.source and page.fires and page.silent, f"{code}: formula, source or an example is missing"


def test_every_limit_has_its_reason() -> None:
    """In limits.py a comment stands above each number, or above the group that it ends."""
    lines = (ROOT / "extract" / "limits.py").read_text("utf-8").splitlines()
    explained: set[str] = set()
    reason = False
    names = []
    for line in lines:
        if line.startswith("#:"):
            reason = len(line) > 20
        elif match := re.match(r"([A-Z_]+)\s*(?::[^=]+)?=", line):
            names.append(match[1])
            if reason:
                explained.add(match[1])
        elif not line.strip():
            reason = False
    assert len(names) > 10
    assert not set(names) - explained, "limits without a reason"


def test_every_dependency_has_its_line() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    rows = {
        match[1].lower() for match in re.finditer(r"^\| `([^`]+)` \|", (ROOT / "docs" / "dependencies.md").read_text("utf-8"), re.MULTILINE)
    }
    wanted = {Requirement(line).name.lower() for line in [*project["dependencies"], *project["optional-dependencies"]["dev"]]}
    assert not wanted - rows, "docs/dependencies.md does not say why"
    assert not rows - wanted, "docs/dependencies.md explains what is no dependency"


def test_links_between_documents_lead_somewhere() -> None:
    broken = []
    for guide in (*GUIDES, "CONTRIBUTING.md", "CHANGELOG.md"):
        for target in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", (ROOT / guide).read_text("utf-8")):
            if not ((ROOT / guide).parent / target).exists():
                broken.append(f"{guide}: {target}")
    assert not broken


def test_paths_named_in_documents_exist() -> None:
    missing = []
    for guide in (*GUIDES, "CONTRIBUTING.md"):
        for name in re.findall(
            r"`((?:extract|verify|api|samples|tests|scripts|docs)/[A-Za-z0-9_./-]+)`", (ROOT / guide).read_text("utf-8")
        ):
            if not (ROOT / name).exists():
                missing.append(f"{guide}: {name}")
    assert not missing


def test_every_benchmark_says_what_it_measures() -> None:
    for path in (ROOT / "api" / "bench").glob("*.py"):
        if "\ndef run(" in path.read_text("utf-8"):
            tree = ast.parse(path.read_text("utf-8"))
            assert ast.get_docstring(tree), path.name
            assert f"tieout bench {path.stem}" in "".join((ROOT / guide).read_text("utf-8") for guide in GUIDES), path.name
