"""Whether the service is well, and how well it is protected from the documents it opens."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter

from api.version import ENGINE

router = APIRouter(tags=["health"])


@router.get("/health", summary="Is it well, how are documents contained, is there a second reader")
def health() -> dict[str, Any]:
    from extract.formats.contain import containment
    from extract.ocr.engine import second_reader_available

    held = containment()
    return {
        "status": "ok",
        "engine": ENGINE,
        "containment": {"memory": held.memory, "network": held.network, "files": held.files, "description": held.description},
        "second_reader": second_reader_available(),
    }
