"""Waiting for a processor is no reason to give a paper up; working, idling and waiting without end are."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from extract.errors import Refused
from extract.formats.allowance import MOST_PATIENCE, Allowance, waited
from extract.ocr import engine
from extract.page import Page


class Machine:
    """A clock, and how long the process had to wait by it."""

    now = 100.0
    busy = 7.0

    def allowance(self, seconds: float) -> Allowance:
        return Allowance(1, seconds, clock=lambda: self.now, waiting=lambda _: self.busy)


@pytest.mark.parametrize(("passed", "busy", "left"), [(9, 0, 1), (10, 0, 0), (40, 31, 1), (40, 30, 0), (99, 99, 1), (100, 100, 0)])
def test_the_clock_stands_still_while_a_process_waits_for_a_processor(passed: float, busy: float, left: float) -> None:
    machine = Machine()
    allowance = machine.allowance(10)
    machine.now += passed
    machine.busy += busy
    assert MOST_PATIENCE == 10
    assert allowance.left() == pytest.approx(left)


def test_an_ended_process_has_waited_as_long_as_was_last_seen() -> None:
    machine = Machine()
    allowance = machine.allowance(10)
    machine.now, machine.busy = 120.0, 27.0
    assert allowance.left() == pytest.approx(10)
    machine.busy = 0.0
    assert allowance.left() == pytest.approx(10)


def test_two_that_share_one_processor_wait_for_it() -> None:
    if not Path("/proc/self/schedstat").exists():
        pytest.skip("this system does not say how long a process waits")
    one = next(iter(os.sched_getaffinity(0)))
    busy = f"import os, sys, time; os.sched_setaffinity(0, {{{one}}}); print(flush=True)\nwhile time.process_time() < 20: pass"
    both = [subprocess.Popen([sys.executable, "-c", busy], stdout=subprocess.PIPE) for _ in range(2)]
    try:
        for process in both:
            assert process.stdout is not None
            process.stdout.readline()
        while sum(waited(process.pid) for process in both) < 0.05:
            assert all(process.poll() is None for process in both)
    finally:
        for process in both:
            process.kill()
            process.communicate()
    assert waited(both[0].pid) == 0.0


def test_a_recogniser_that_hangs_is_ended(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(engine, "_BOOT", "import time; time.sleep(1000)")
    monkeypatch.setattr(engine, "_START_SECONDS", 0.1)
    monkeypatch.setattr(engine, "_PAGE_SECONDS", 0.1)
    picture = tmp_path / "page-1.png"
    picture.write_bytes(b"picture")
    with engine.Recogniser(1) as recogniser, pytest.raises(Refused) as caught:
        recogniser.recognise(picture, Page(number=1, width=595.0, height=842.0))
    assert caught.value.code == "page-not-recognised"
