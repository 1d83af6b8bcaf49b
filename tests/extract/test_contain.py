"""A document's reader cannot take more than it is given, whatever it does; its caller gets a refusal, never a crash."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from extract.document import DocumentWarning, Opened
from extract.errors import Refused
from extract.formats.answer import packed, unpacked
from extract.formats.contain import Bounds, containment, run_contained
from extract.page import Cell, Page, Sheet, Stroke, Word
from extract.place import Box


def exhaust(how: str, folder: Path | None = None, bounds: Bounds | None = None, **arguments: object) -> str:
    """The code with which the attempt was refused."""
    with pytest.raises(Refused) as caught:
        run_contained("exhaust", b"", "bomb.pdf", folder, {"how": how, **arguments}, bounds)
    assert caught.value.remedy
    assert caught.value.name == "bomb.pdf"
    return caught.value.code


def test_memory_is_bounded() -> None:
    assert exhaust("memory", size=3 * 2**30) == "document-too-heavy"


def test_processor_time_is_bounded() -> None:
    assert exhaust("time", bounds=Bounds(cpu=1)) == "document-too-heavy"


def test_a_child_that_waits_for_ever_is_killed() -> None:
    assert exhaust("sleep", bounds=Bounds(wall=0.5)) == "document-too-heavy"


def test_a_crash_is_a_refusal() -> None:
    assert exhaust("crash") == "document-crashed-reader"


def test_the_answer_is_bounded() -> None:
    assert exhaust("speak", size=2_000_000, bounds=Bounds(answer=1_000_000)) == "document-too-heavy"


def test_file_size_is_bounded(tmp_path: Path) -> None:
    assert exhaust("file", tmp_path, size=2_000_000, bounds=Bounds(file_bytes=1_000_000)) == "document-too-heavy"


def test_open_files_are_bounded() -> None:
    assert exhaust("files", size=200, bounds=Bounds(open_files=100)) == "document-damaged"


def test_no_file_outside_of_the_folder_is_written(tmp_path: Path) -> None:
    if not containment().files:
        pytest.skip("this system has no Landlock: files are not held back here, and the health page says so")
    inside, outside = tmp_path / "inside", tmp_path / "outside"
    inside.mkdir()
    assert exhaust("elsewhere", inside, path=str(outside)) == "document-damaged"
    assert not outside.exists()


def test_the_folder_itself_can_be_written(tmp_path: Path) -> None:
    answer = run_contained("exhaust", b"", "x", tmp_path, {"how": "elsewhere", "path": str(tmp_path / "ours")})
    assert answer == {"held": 7}
    assert (tmp_path / "ours").read_text() == "escaped"


def test_containment_is_tried_and_told() -> None:
    found = containment()
    assert found.memory, "limits on memory work on every Linux"
    assert found.description.endswith(".")
    assert ("network" in found.description) and ("files" in found.description)


def test_the_caller_goes_on_after_each_kind_of_end() -> None:
    exhaust("crash")
    exhaust("sleep", bounds=Bounds(wall=0.2))
    assert run_contained("exhaust", b"", "x", None, {"how": "speak", "size": 3})["held"] == "xxx"


def test_threads_of_one_caller_do_not_mix_their_answers() -> None:
    answers: dict[int, int] = {}

    def ask(size: int) -> None:
        answers[size] = len(run_contained("exhaust", b"", "x", None, {"how": "speak", "size": size})["held"])

    threads = [threading.Thread(target=ask, args=(size,)) for size in range(1, 25)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == {size: size for size in range(1, 25)}


def test_a_forked_caller_gets_a_template_of_its_own() -> None:
    run_contained("exhaust", b"", "x", None, {"how": "speak", "size": 1})
    pid = os.fork()
    if pid == 0:
        status = 1
        try:
            held = run_contained("exhaust", b"", "x", None, {"how": "speak", "size": 2})["held"]
            status = 0 if held == "xx" else 2
        finally:
            os._exit(status)
    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 0
    assert run_contained("exhaust", b"", "x", None, {"how": "speak", "size": 3})["held"] == "xxx"


def test_a_script_without_a_main_guard_can_open_documents(tmp_path: Path) -> None:
    """A console script is not imported again by its children, as multiprocessing's are."""
    script = tmp_path / "script.py"
    script.write_text(
        "print('once')\n"
        "from pathlib import Path\n"
        "from extract.formats.open import open_document\n"
        f"print(open_document(b'a,b\\n1,2\\n', 'x.csv', Path({str(tmp_path)!r})).page_count)\n"
    )
    done = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, timeout=120, check=False)
    assert done.stdout == "once\n1\n", done.stderr


WHOLE = Opened(
    name="a.pdf",
    sha256="0" * 64,
    media_type="application/pdf",
    page_count=1,
    pages=(Page(number=1, width=595, height=842, words=(Word("货币资金", Box(1, 2, 3, 4), size=9),), strokes=(Stroke(Box(0, 0, 9, 0)),)),),
    sheets=(Sheet("表1", (Cell(1, 2, "x", "表1!B1", 3),)),),
    warnings=(DocumentWarning("blank-page", "text", 1, "文字"),),
)


def test_what_is_packed_is_unpacked() -> None:
    assert unpacked(packed(WHOLE), "a.pdf", "0" * 64) == WHOLE


@pytest.mark.parametrize(
    "lie",
    [
        {"pages": "many"},
        {"page_count": -1},
        {"page_count": True},
        {"pages": [[1, 595, 842, "text_layer", [["x", 0, 0, float("nan"), 1, 9]], []]]},
        {"pages": [[1, 595, 842, "text_layer", [["x", 9, 0, 1, 1, 9]], []]]},
        {"pages": [[1, 595, 842, "text_layer", [["x" * 3000, 0, 0, 1, 1, 9]], []]]},
        {"pages": [[1, 595, 842, "text_layer", [["\ud800", 0, 0, 1, 1, 9]], []]]},
        {"pages": [[1, 595, 842, "ocr", [], []]]},
        {"pages": [[1, 1e9, 842, "none", [], []]]},
        {"pages": [[1, 595, 842, "none", [], []], [1, 595, 842, "none", [], []]]},
        {"pages": [[0, 595, 842, "none", [], []]]},
        {"pages": [[1, 595, 842, "none", [["x", 0, 0, 1, 1, 9]] * 20_001, []]]},
        {"pages": [[1, 595, 842, "none", [], [[0, 0, 1, 1]] * 20_001]]},
        {"sheets": [["s", "yes", []]]},
        {"sheets": [["s", True, [[1, 1, "x", "y"]]]]},
        {"warnings": [["code", 7, None, "文字"]]},
        {"warnings": [["code", "text", None, 7]]},
        {"warnings": [["code", "text", None]]},
        {"warnings": [["code", "text", None, "字" * 3000]]},
        {"warnings": [["code", "text", None, "\ud800"]]},
    ],
)
def test_a_lying_answer_is_refused(lie: dict[str, object]) -> None:
    with pytest.raises(Refused) as caught:
        unpacked({**packed(WHOLE), **lie}, "a.pdf", "0" * 64)
    assert caught.value.code == "document-crashed-reader"
