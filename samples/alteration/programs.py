"""Programs of the system, called without a shell: found on PATH, run in a folder of their own, with a time limit."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from samples.alteration.technique import CannotAlter
from samples.press.programs import found
from samples.processing.way import CannotProcess

#: The moment that programs which honour SOURCE_DATE_EPOCH take for now: 2026-03-16 09:30 UTC.
EPOCH = 1_773_653_400


class ProgramFailed(CannotAlter, CannotProcess):
    """A program refused this very file.   Whoever catches CannotAlter or CannotProcess tries another technique or way."""


def installed(name: str) -> bool:
    """Whether `name` is on PATH."""
    return shutil.which(name) is not None


def run(name: str, arguments: Sequence[str], folder: Path, *, seconds: float = 60.0, accepted: Sequence[int] = (0,)) -> None:
    """`name` run in `folder`, which is its home too, so that no setting of a user enters.

    accepted   exit statuses that mean success (qpdf says 3 for a warning)

    Raises WronglyCalled when it is not installed, ProgramFailed when it fails or takes longer than `seconds`.
    """
    environment = {
        "PATH": os.environ.get("PATH", os.defpath),
        "HOME": str(folder),
        "TMPDIR": str(folder),
        "LC_ALL": "C.UTF-8",
        "TZ": "UTC",
        "SOURCE_DATE_EPOCH": str(EPOCH),
        "OMP_THREAD_LIMIT": "1",
    }
    try:
        done = subprocess.run(  # noqa: S603  a list of arguments of our own making, no shell
            [found(name), *arguments],
            cwd=folder,
            env=environment,
            capture_output=True,
            timeout=seconds,
            check=False,
            stdin=subprocess.DEVNULL,
        )
    except subprocess.TimeoutExpired as error:
        raise ProgramFailed(f"{name} took longer than {seconds:g} s") from error
    if done.returncode not in accepted:
        said = (done.stderr or done.stdout).decode("utf-8", "replace").strip()
        raise ProgramFailed(f"{name} ended with status {done.returncode}: {said[-300:]}")


def run_all(name: str, arguments: Sequence[str], given: Mapping[str, bytes], *, made: str, seconds: float = 60.0) -> bytes:
    """What `name` makes of the files `given`: the content of the file `made`, all of them in one working folder.

    Raises as `run` does; ProgramFailed too when nothing was made.
    """
    with tempfile.TemporaryDirectory(prefix="tieout-") as name_of_folder:
        folder = Path(name_of_folder)
        for path, content in given.items():
            (folder / path).write_bytes(content)
        run(name, arguments, folder, seconds=seconds, accepted=(0, 3) if name == "qpdf" else (0,))
        result = folder / made
        if not result.is_file() or not result.stat().st_size:
            raise ProgramFailed(f"{name} made nothing of this file")
        return result.read_bytes()


def through(
    name: str, arguments: Sequence[str], content: bytes, *, given: str = "in.pdf", made: str = "out.pdf", seconds: float = 60.0
) -> bytes:
    """What `name` makes of one file.   arguments: with the names `given` and `made` in them   Raises as `run_all` does."""
    return run_all(name, arguments, {given: content}, made=made, seconds=seconds)


def office(content: bytes, *, given: str, made: str, target: str, reader: str = "") -> bytes:
    """`content` opened and saved by LibreOffice.

    given, made   names of the files; they differ in their ending alone
    target        its name for the format, with a filter's name where one is needed   reader: filter to open it with
    """
    with tempfile.TemporaryDirectory(prefix="tieout-") as name_of_folder:
        folder = Path(name_of_folder)
        (folder / given).write_bytes(content)
        (folder / "out").mkdir()
        arguments = [f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore", "--nolockcheck"]
        if reader:
            arguments.append(f"--infilter={reader}")
        run("soffice", [*arguments, "--convert-to", target, "--outdir", "out", given], folder, seconds=150)
        result = folder / "out" / made
        if not result.is_file():
            raise ProgramFailed("LibreOffice made nothing of this file")
        return result.read_bytes()
