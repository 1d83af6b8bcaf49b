"""Files that a command leaves behind: whole, or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from extract.errors import WronglyCalled


def prepared(folder: Path) -> Path:
    """`folder`, made and tried before minutes of work are spent. Raises WronglyCalled when nothing can be written there."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        reason = error.strerror or "no permission"
        raise WronglyCalled(f"{folder}: nothing can be written there ({reason}). Give another folder to --out.") from error
    return folder


def write(folder: Path, contents: Mapping[str, str]) -> None:
    """Writes all of `contents` (file name to text) into `folder`; each file appears only when all are on the disk.

    Raises WronglyCalled when the folder has become full or unwritable.
    """
    waiting: list[tuple[Path, Path]] = []
    try:
        for name, text in contents.items():
            handle, path = tempfile.mkstemp(prefix=f".{name}.", dir=folder)
            waiting.append((Path(path), folder / name))
            with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
        for temporary, final in waiting:
            temporary.chmod(0o644)
            temporary.replace(final)
    except OSError as error:
        raise WronglyCalled(f"{folder}: {error.strerror or 'it cannot be written'}. Give another folder to --out.") from error
    finally:
        for temporary, _ in waiting:
            temporary.unlink(missing_ok=True)
