"""Calling the programs of the system that make or change documents, in a folder of their own and in a world that never varies."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from extract.errors import WronglyCalled

#: Program -> Debian package that ships it.
_PACKAGES = {
    "gs": "ghostscript",
    "mutool": "mupdf-tools",
    "pdftocairo": "poppler-utils",
    "soffice": "libreoffice-draw-nogui libreoffice-calc-nogui",
    "tesseract": "tesseract-ocr tesseract-ocr-chi-sim",
    "chromium": "chromium",
    "qpdf": "qpdf",
}
_SECONDS = 300


def found(program: str) -> str:
    """Where `program` is.   Raises WronglyCalled when it is not installed, with what to type."""
    path = shutil.which(program)
    if path is None:
        package = _PACKAGES.get(program, program)
        raise WronglyCalled(f"The program {program} is not installed, and samples are made with it. Type: apt-get install {package}")
    return path


def surroundings(made: datetime, folder: Path) -> dict[str, str]:
    """The environment of a program: one language everywhere, the time zone of `made` (UTC without one), its home in `folder`, and `made`
    as the time of a reproducible build."""
    at = made if made.tzinfo else made.replace(tzinfo=UTC)
    ahead = at.utcoffset() or timedelta()
    minutes = int(ahead.total_seconds() // 60)
    # POSIX counts hours behind Greenwich, so the sign is the other way round.
    zone = f"<zone>{'-' if minutes > 0 else '+'}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"
    kept = {name: os.environ[name] for name in ("PATH", "LD_LIBRARY_PATH") if name in os.environ}
    return {**kept, "HOME": str(folder), "LC_ALL": "C.UTF-8", "TZ": zone, "SOURCE_DATE_EPOCH": str(int(at.timestamp()))}


def called(command: Sequence[str], folder: Path, made: datetime) -> bytes:
    """What `command` prints, run in `folder`.   Raises WronglyCalled when it is not installed or fails, with its last words."""
    command = [found(command[0]), *command[1:]]
    try:
        done = subprocess.run(  # noqa: S603  a list of arguments of our own making, no shell
            command,
            cwd=folder,
            env=surroundings(made, folder),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise WronglyCalled(f"{command[0]} did not finish within {_SECONDS} seconds.") from error
    if done.returncode:
        last = done.stderr.decode("utf-8", "replace").strip().splitlines()[-3:]
        raise WronglyCalled(f"{command[0]} stopped with status {done.returncode}: {' / '.join(last)}")
    return done.stdout


def pdf_date(made: datetime) -> str:
    """`made` as PDF writes dates, D:20260105100307+08'00'; without a time zone it counts as UTC."""
    offset = made.utcoffset()
    minutes = int(offset.total_seconds() // 60) if offset else 0
    sign = "-" if minutes < 0 else "+"
    return f"D:{made:%Y%m%d%H%M%S}{sign}{abs(minutes) // 60:02d}'{abs(minutes) % 60:02d}'"
