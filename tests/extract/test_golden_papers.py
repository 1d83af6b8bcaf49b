"""One small paper of each class of layout with all that `tieout read --json` says of it, which a person has read line by line.

A change that is meant is written anew with TIEOUT_WRITE_GOLDEN=1, and read before it is committed.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from api import wire
from extract.flow import read

GOLDEN = Path(__file__).parent / "golden"
PAPERS = sorted(path for path in GOLDEN.iterdir() if path.suffix != ".json")


@pytest.mark.parametrize("paper", PAPERS, ids=lambda path: path.name)
def test_a_paper_is_read_as_a_person_has_read_it(paper: Path) -> None:
    said = json.loads(json.dumps(wire.documents([read(paper.read_bytes(), paper.name)])))
    golden = paper.with_name(f"{paper.name}.json")
    if os.environ.get("TIEOUT_WRITE_GOLDEN"):
        golden.write_text(f"{json.dumps(said, ensure_ascii=False, indent=1)}\n", "utf-8")
    assert said == json.loads(golden.read_text("utf-8"))
