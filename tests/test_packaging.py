"""What is installed: a wheel with every data file, and no neighbour that takes our names."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import zipfile
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

import pytest
from packaging.markers import Marker
from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[1]
ROOMS = ("extract", "verify", "api", "samples")
LOCKS = ("requirements.lock", "requirements-dev.lock")
_PINNED = re.compile(r"^(?P<name>[A-Za-z0-9._\-]+)==(?P<version>[^\s;\\]+)\s*(?:;\s*(?P<marker>[^\\]+?))?\s*\\?$", re.MULTILINE)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """Names of the files in a wheel that is built from the tracked files, as a release is."""
    source = tmp_path_factory.mktemp("source")
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    for name in filter(None, listed.decode().split("\0")):
        if (ROOT / name).is_file():
            (source / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, source / name)
    out = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "--no-build-isolation", "-w", str(out), str(source)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    (built,) = out.glob("tieout-*.whl")
    with zipfile.ZipFile(built) as archive:
        return set(archive.namelist())


def test_wheel_holds_every_file_of_the_rooms(wheel: set[str]) -> None:
    """A forgotten data file is missing here and present in an editable install, with no warning."""
    listed = subprocess.run(["git", "ls-files", "-z", *ROOMS, "tieout.py"], cwd=ROOT, capture_output=True, check=True).stdout
    # samples/files are documents to try tieout on; they belong to the checkout, not to the program.
    wanted = {name for name in listed.decode().split("\0") if name and not name.startswith("samples/files/")}
    assert len(wanted) > 100
    assert not wanted - wheel, f"Not in the wheel: {sorted(wanted - wheel)}"


def test_wheel_holds_nothing_else(wheel: set[str]) -> None:
    tops = {name.partition("/")[0] for name in wheel}
    assert {top for top in tops if not top.endswith(".dist-info")} == {*ROOMS, "tieout.py"}


@pytest.mark.parametrize("lock", LOCKS)
def test_lock_names_no_address_and_hashes_everything(lock: str) -> None:
    text = (ROOT / lock).read_text("utf-8")
    assert "://" not in text
    assert not re.search(r"^\s*(?:-i|--(?:extra-)?index-url|--find-links|-e)\b|\s@\s", text, re.MULTILINE)
    entries = re.split(r"^(?=[A-Za-z0-9])", text, flags=re.MULTILINE)[1:]
    assert len(entries) > 50
    assert not [entry.splitlines()[0] for entry in entries if "--hash=sha256:" not in entry]


def test_runtime_lock_is_part_of_the_other() -> None:
    runtime, dev = (set(_PINNED.findall((ROOT / lock).read_text("utf-8"))) for lock in LOCKS)
    assert runtime < dev


def test_lock_meets_every_requirement() -> None:
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    locks = [{_plain(match["name"]): match["version"] for match in _PINNED.finditer((ROOT / lock).read_text("utf-8"))} for lock in LOCKS]
    wanted = [(locks[0], project["project"]["dependencies"]), (locks[1], project["project"]["optional-dependencies"]["dev"])]
    wanted.append((locks[0], project["build-system"]["requires"]))
    for lock, requirements in wanted:
        for requirement in map(Requirement, requirements):
            version = lock.get(_plain(requirement.name))
            assert version is not None and requirement.specifier.contains(version), f"{requirement}: locked {version}"


def test_nobody_else_ships_our_names() -> None:
    """Our rooms have short names; a package of the lock with the same would hide one or the other."""
    taken, seen = [], 0
    for match in _PINNED.finditer((ROOT / "requirements-dev.lock").read_text("utf-8")):
        if match["marker"] and not Marker(match["marker"]).evaluate():
            continue
        try:
            files = distribution(match["name"]).files
        except PackageNotFoundError:
            pytest.fail(f"{match['name']} is locked and not installed: run sh scripts/setup.sh dev")
        assert files is not None, f"{match['name']} has no RECORD"
        seen += 1
        taken += [f"{match['name']}: {file}" for file in files if file.parts[0].removesuffix(".py") in {*ROOMS, "tieout"}]
    assert seen > 80
    assert not taken


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
