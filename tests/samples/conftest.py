"""The four loan files written afresh, once for all tests that look at them."""

from __future__ import annotations

from pathlib import Path

import pytest

from samples.shipped import shipped


@pytest.fixture(scope="session")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("shipped") / "files"
    shipped(out)
    return out
