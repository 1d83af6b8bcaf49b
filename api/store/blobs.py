"""Bytes by their SHA-256, in a folder."""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
from pathlib import Path
from typing import IO

#: Bytes copied at once.
_PIECE = 1024 * 1024
_HASH = re.compile(r"[0-9a-f]{64}")


class Blobs:
    """A store that keeps each content once and never changes it.   folder: made when it is not there"""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "incoming").mkdir(parents=True, exist_ok=True)

    def put(self, content: IO[bytes]) -> tuple[str, int]:
        """Keeps everything from `content` on.   Returns its SHA-256 and its size in bytes"""
        digest, size = hashlib.sha256(), 0
        handle, name = tempfile.mkstemp(dir=self.folder / "incoming")
        path = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                while piece := content.read(_PIECE):
                    digest.update(piece)
                    size += len(piece)
                    file.write(piece)
                file.flush()
                os.fsync(file.fileno())
            sha256 = digest.hexdigest()
            final = self._path(sha256)
            final.parent.mkdir(parents=True, exist_ok=True)
            path.replace(final)
        finally:
            path.unlink(missing_ok=True)
        return sha256, size

    def path(self, sha256: str) -> Path:
        """Where a content lies. Raises KeyError when it is not there."""
        path = self._path(sha256)
        if not path.is_file():
            raise KeyError(sha256)
        return path

    def get(self, sha256: str) -> bytes:
        """A content as a whole. Raises KeyError when it is not there."""
        return self.path(sha256).read_bytes()

    def _path(self, sha256: str) -> Path:
        if not _HASH.fullmatch(sha256):
            raise KeyError(sha256)
        return self.folder / sha256[:2] / sha256[2:]
