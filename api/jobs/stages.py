"""What is done for one verification, stage by stage; how it is run is the engine's business."""

from __future__ import annotations

import logging
import os
import shutil
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import Any

from api.flow import Outcome, verify_paths
from api.report.originals import Originals
from api.store.cases import Store, StoredDocument
from extract.document import Document
from extract.errors import TieoutError

logger = logging.getLogger(__name__)

#: verify_paths(paths, name=, passwords=, on_document=) -> Outcome
Verify = Callable[..., Outcome]
#: report(case, originals, language=) -> HTML
Report = Callable[..., str]
#: File systems take names of 255 bytes; a Chinese character has three.
MAX_NAME_BYTES = 200


def run(store: Store, key: str, passwords: Mapping[str, str], *, verify: Verify | None = None, report: Report | None = None) -> None:
    """Carries one verification through, and leaves it finished or failed with a reason, whatever happens."""
    verification = store.verification(key)
    if verification is None:
        return
    case = store.case(verification.case_ref)
    name = verification.case_ref if case is None else case.name
    try:
        with tempfile.TemporaryDirectory(prefix="work-", dir=store.folder) as work:
            folder = Path(work)
            laid_out(store, store.documents(verification.case_ref), folder)
            outcome = _read_and_judge(store, key, name, folder, passwords, verify or verify_paths)
            page = (report or _report)(outcome.case, outcome.originals)
            store.finish(key, {**outcome.case, "case": {**outcome.case["case"], "id": verification.case_ref}}, page)
    except TieoutError as error:
        store.fail(key, "documents-unreadable", str(error))
    except Exception:
        # The one place where a bug is held: a run must end, for its caller waits for it. The trace goes to the log.
        logger.exception("verification %s failed", key)
        store.fail(
            key, "internal-error", "An error of this program ended the verification. The log has the details; nothing was concluded."
        )


def _read_and_judge(store: Store, key: str, name: str, folder: Path, passwords: Mapping[str, str], verify: Verify) -> Outcome:
    store.advance(key, "extracting")

    def on_document(_document: Document, done: int, total: int) -> None:
        store.advance(key, "reconciling" if done == total else "extracting", done=done, total=total)

    return verify([folder], name=name, passwords=passwords, on_document=on_document)


def _report(case: Mapping[str, Any], originals: Originals) -> str:
    from api.report.html import report

    return report(case, originals)


def laid_out(store: Store, documents: Sequence[StoredDocument], folder: Path) -> None:
    """Puts the documents of a case into `folder` under their names, without copying where the file system can link."""
    for document in documents:
        target = folder.joinpath(*safe_parts(document.name))
        number = 2
        while target.exists():
            target = target.with_name(f"{number} {target.name}")
            number += 1
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
        except (FileExistsError, NotADirectoryError):  # one name is another's folder
            target = folder / f"{document.sha256[:8]} {target.name}"
        source = store.blobs.path(document.sha256)
        try:
            os.link(source, target)
        except OSError:
            shutil.copyfile(source, target)


def safe_parts(name: str) -> tuple[str, ...]:
    """A sender's name as path segments that stay inside a folder, are visible, and are not too long; never empty."""
    parts = []
    for part in PurePosixPath(name.replace("\\", "/")).parts:
        clean = "".join(letter for letter in part if letter.isprintable() and letter != "/").strip().lstrip(".")
        if clean:
            parts.append(_shortened(clean))
    return tuple(parts[-4:]) or ("document",)


def _shortened(name: str) -> str:
    """`name` within the bytes that a file system takes, its ending kept: it is the better hint of the format."""
    if len(name.encode("utf-8")) <= MAX_NAME_BYTES:
        return name
    ending = PurePosixPath(name).suffix[:16]
    stem = name.encode("utf-8")[: MAX_NAME_BYTES - len(ending.encode("utf-8"))].decode("utf-8", errors="ignore")
    return stem + ending
