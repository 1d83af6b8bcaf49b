"""The rules of the house, each with a plain message."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
ROOMS = ("extract", "verify", "api", "samples")
MAX_FILE_LINES = 400
MAX_FUNCTION_LINES = 70
#: A file is named for the noun or the stage in it; these names say nothing and grow for ever.
FORBIDDEN_NAMES = frozenset({"utils", "util", "common", "helpers", "helper", "base", "types", "constants", "models", "misc"})
#: `ocr/models.py` would be such a name, were the recognition models not what it holds.
NAMED_FOR_ITS_NOUN = frozenset({"extract/ocr/models.py"})
#: Texts of other people, kept as they were received.
RECEIVED = ("LICENSE", "vendor/")
_ADDRESS = re.compile(rb"\b(?:https?|ftp|ssh|git)://(?P<host>[A-Za-z0-9.\-\[\]:{}]+)")
#: Names of XML vocabularies look like addresses and are never fetched; a server of one's own machine is no address either.
_NAMES_AND_LOCAL = re.compile(
    rb"^(?:localhost|127\.0\.0\.1|\[::1\]|0\.0\.0\.0|testserver|[a-z.]*example(?:\.(?:com|org|net|test))?|[a-z.]*\.(?:test|invalid)"
    rb"|www\.w3\.org|schemas\.(?:openxmlformats|microsoft)\.(?:org|com)|ns\.adobe\.com|purl\.org|\{.*)(?::[0-9{].*)?$"
)
_MACHINE = re.compile(rb"(?:^|[\s\"'=(:,`])(?:/(?:work|root|home|Users)/[A-Za-z0-9_.\-]+|[A-Z]:\\Users\\)")
_REGISTRY = re.compile(rb"(?:pypi|pythonhosted|npmjs|jsdelivr|unpkg|cdnjs)\.(?:org|com|net)", re.IGNORECASE)


def tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    return [ROOT / name for name in listed.decode().split("\0") if name and (ROOT / name).is_file()]


def own_text() -> Iterator[tuple[str, bytes]]:
    """Tracked text files that are ours."""
    for path in tracked():
        name = path.relative_to(ROOT).as_posix()
        if any(part in name for part in RECEIVED) or name == Path(__file__).relative_to(ROOT).as_posix():
            continue
        content = path.read_bytes()
        if b"\0" not in content[:4096] and not content.startswith(b"%PDF"):
            yield name, content


def python_files() -> list[Path]:
    return sorted(path for room in (*ROOMS, "tests") for path in (ROOT / room).rglob("*.py"))


def test_files_are_short() -> None:
    long = {path.relative_to(ROOT).as_posix(): len(path.read_text("utf-8").splitlines()) for path in python_files()}
    long = {name: lines for name, lines in long.items() if lines > MAX_FILE_LINES}
    assert not long, f"A file has at most {MAX_FILE_LINES} lines; part these at a noun or a stage: {long}"


def test_functions_are_short() -> None:
    long = []
    for path in python_files():
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                lines = (node.end_lineno or node.lineno) - node.lineno + 1
                if lines > MAX_FUNCTION_LINES:
                    long.append(f"{path.relative_to(ROOT)}:{node.lineno} {node.name} ({lines})")
    assert not long, f"A function has at most {MAX_FUNCTION_LINES} lines: {long}"


def test_names_say_what_is_inside() -> None:
    vague = []
    for room in ROOMS:
        for path in (ROOT / room).rglob("*"):
            name = path.relative_to(ROOT).as_posix()
            if path.stem in FORBIDDEN_NAMES and (path.is_dir() or path.suffix == ".py") and name not in NAMED_FOR_ITS_NOUN:
                vague.append(name)
    assert not vague, f"Name these for the noun or the stage in them: {vague}"


def test_public_modules_say_what_they_are() -> None:
    silent = []
    for path in python_files():
        public = path.name != "__init__.py" and ROOT / "tests" not in path.parents
        if public and not ast.get_docstring(ast.parse(path.read_text("utf-8"))):
            silent.append(path.relative_to(ROOT).as_posix())
    assert not silent, f"A module begins with one sentence that says what it is: {silent}"


def test_no_bare_except_and_no_print_to_nowhere() -> None:
    bare = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in python_files()
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ExceptHandler) and node.type is None
    ]
    assert not bare, f"Say which error is meant: {bare}"


def test_no_addresses() -> None:
    """tieout works without a network; an address in a file is fetched by somebody some day."""
    found = []
    for name, content in own_text():
        for match in _ADDRESS.finditer(content):
            if not _NAMES_AND_LOCAL.match(match["host"]):
                found.append(f"{name}: {match[0].decode()}")
        found.extend(f"{name}: {match[0].decode()}" for match in _REGISTRY.finditer(content))
    assert not found, f"No network address and no registry in a tracked file: {found}"


def test_no_paths_of_one_machine() -> None:
    found = [f"{name}: {match[0].decode().strip()}" for name, content in own_text() for match in _MACHINE.finditer(content)]
    assert not found, f"A path of one machine means nothing on another: {found}"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (b"see https://files.pythonhosted.org/x", True),
        (b"index = https://example.com/simple", False),
        (b'xmlns="http://www.w3.org/2000/svg"', False),
        (b"http://127.0.0.1:8000/health", False),
        (b"http://10.0.0.5/simple", True),
    ],
)
def test_addresses_are_told_from_names(text: bytes, found: bool) -> None:
    assert any(not _NAMES_AND_LOCAL.match(match["host"]) for match in _ADDRESS.finditer(text)) is found


def test_import_contracts() -> None:
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-logo", "--no-cache"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
