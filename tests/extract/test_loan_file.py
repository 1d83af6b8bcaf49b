import io
import zipfile
from pathlib import Path

import pytest

from extract.errors import WronglyCalled
from extract.loan_file import gather


def write(folder: Path, **files: bytes) -> None:
    for name, body in files.items():
        (folder / name).write_bytes(body)


def zipped(**files: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, body in files.items():
            archive.writestr(name, body)
    return packed.getvalue()


def test_a_folder_is_walked_in_the_order_of_names_without_litter(tmp_path):
    (tmp_path / "发票").mkdir()
    write(tmp_path / "发票", **{"1.pdf": b"a"})
    write(tmp_path, **{"b.csv": b"b", ".DS_Store": b"x", "Thumbs.db": b"x", "~$b.xlsx": b"x", ".hidden": b"x"})
    gathered = gather([tmp_path])
    assert [source.name for source in gathered.sources] == ["b.csv", "发票/1.pdf"]
    assert gathered.sources[1].load() == b"a"
    assert gathered.name == tmp_path.name


def test_a_link_out_of_the_loan_file_is_not_followed(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_bytes(b"not the borrower's")
    folder = tmp_path / "file"
    folder.mkdir()
    write(folder, **{"a.csv": b"1"})
    (folder / "link.csv").symlink_to(secret)
    assert [source.name for source in gather([folder]).sources] == ["a.csv"]


@pytest.mark.parametrize("name", ["loan file.zip", "贷款资料.bin"])
def test_an_archive_is_known_by_its_content(tmp_path, name):
    write(tmp_path, **{name: zipped(**{"a.csv": b"1,2", "b/c.csv": b"3,4"})})
    gathered = gather([tmp_path / name])
    assert [(source.name, source.load()) for source in gathered.sources] == [(f"{name}/a.csv", b"1,2"), (f"{name}/b/c.csv", b"3,4")]


def test_a_file_that_only_calls_itself_a_zip_goes_to_the_reader(tmp_path):
    write(tmp_path, **{"a.zip": b"%PDF-1.4"})
    assert [source.name for source in gather([tmp_path]).sources] == ["a.zip"]


def test_what_an_archive_holds_but_cannot_be_read_is_named(tmp_path):
    nested = zipped(**{"inner.zip": zipped(**{"deep.zip": zipped(**{"x.csv": b"1"})})})
    write(tmp_path, **{"a.zip": zipped(**{"ok.csv": b"1", "outer.zip": nested})})
    gathered = gather([tmp_path])
    assert [source.name for source in gathered.sources] == ["a.zip/ok.csv"]
    (told,) = gathered.refused
    assert told.name == "a.zip"
    assert "deep.zip" in told.warnings[0].text


def test_an_empty_folder_and_a_missing_path_say_so(tmp_path):
    with pytest.raises(WronglyCalled, match="no document"):
        gather([tmp_path])
    with pytest.raises(WronglyCalled, match="no such file"):
        gather([tmp_path / "gone"])
