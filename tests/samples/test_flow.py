"""Writing loan files: whole or not at all, never over something, and the same from the same seed everywhere."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from extract.errors import WronglyCalled
from samples.flow import sample
from samples.press import fonts

ROOT = Path(__file__).parents[2]


def test_cases_alternate_and_have_their_truth_beside_them(tmp_path):
    seen = []
    paths = sample(4, 11, tmp_path / "out", progress=lambda done, of: seen.append((done, of)))
    assert seen == [(1, 4), (2, 4), (3, 4), (4, 4)]
    assert [path.name for path in paths] == ["case-0001", "case-0002", "case-0003", "case-0004"]
    truths = [json.loads(path.with_name(f"{path.name}.truth.json").read_text("utf-8")) for path in paths]
    assert [content["language"] for content in truths] == ["zh", "en", "zh", "en"]
    assert [content["class"] for content in truths] == ["honest", "honest", "fabricated", "fabricated"]
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == sorted(
        [path.name for path in paths] + [f"{path.name}.truth.json" for path in paths]
    )
    for path, content in zip(paths, truths, strict=True):
        for figure in content["figures"]:
            assert (path / figure["document"]).is_file()
            assert (figure["page"] and figure["box"]) or figure["cell"] or figure["path"]


def test_the_same_seed_in_another_time_zone_and_under_another_hash_seed(tmp_path):
    script = "import sys; from pathlib import Path; from samples.flow import sample; sample(4, 3, Path(sys.argv[1]))"
    for name, zone, hash_seed in (("one", "UTC", "0"), ("two", "Pacific/Kiritimati", "4711")):
        settings = {**os.environ, "TZ": zone, "PYTHONHASHSEED": hash_seed}
        subprocess.run([sys.executable, "-c", script, str(tmp_path / name)], check=True, cwd=ROOT, env=settings)
    for number in range(1, 5):
        name = f"case-{number:04d}.truth.json"
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def test_another_seed_gives_other_firms(tmp_path):
    for seed in (1, 2):
        sample(1, seed, tmp_path / str(seed))
    names = [json.loads((tmp_path / str(seed) / "case-0001.truth.json").read_text("utf-8"))["firm"]["name"] for seed in (1, 2)]
    assert names[0] != names[1]


def test_a_folder_with_something_in_it_is_left_alone(tmp_path):
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(WronglyCalled, match="not empty"):
        sample(1, 1, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_a_file_in_the_place_of_the_folder(tmp_path):
    (tmp_path / "out").write_text("a file")
    with pytest.raises(WronglyCalled, match="cannot be written"):
        sample(1, 1, tmp_path / "out")


@pytest.mark.parametrize("cases", [0, -3])
def test_less_than_one_case(tmp_path, cases):
    with pytest.raises(WronglyCalled, match="at least one"):
        sample(cases, 1, tmp_path / "out")


@pytest.mark.parametrize("written", [0, 3])
def test_a_full_disk_leaves_no_half_case(tmp_path, monkeypatch, written):
    count = iter(range(100))
    write = Path.write_bytes

    def full(self: Path, data: bytes) -> int:
        if next(count) >= written:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return write(self, data)

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(WronglyCalled, match="No space left"):
        sample(1, 1, tmp_path / "out")
    assert list((tmp_path / "out").iterdir()) == []


def test_a_missing_font_says_what_to_type(monkeypatch, tmp_path):
    monkeypatch.setattr(fonts, "_ROOT", tmp_path)
    with pytest.raises(WronglyCalled, match="apt-get install fonts-wqy-microhei"):
        fonts.font_file("hei")
