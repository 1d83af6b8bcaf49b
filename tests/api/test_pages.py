"""The web pages in a real browser: papers go in, the report comes out, by keyboard alone, and nothing is fetched from elsewhere."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).parents[2]
CHROMIUM = next(
    (path for path in ("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome") if Path(path).exists()), None
)
needs_browser = pytest.mark.skipif(CHROMIUM is None, reason="no browser: apt-get install chromium")


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The service as `tieout serve` starts it, in a process of its own."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [
        sys.executable,
        "-c",
        "from api.cli.main import main; main()",
        "serve",
        "--port",
        str(port),
        "--data",
        str(tmp_path_factory.mktemp("data")),
    ]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": "1"}
    environment.pop("TIEOUT_TOKEN", None)
    process = subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True)
    at = f"http://127.0.0.1:{port}"
    try:
        for _ in range(600):
            if process.poll() is not None:
                raise AssertionError(process.stderr.read() if process.stderr else "the service ended")
            try:
                if httpx.get(at, trust_env=False).status_code == 200:
                    break
            except httpx.TransportError:
                time.sleep(0.05)
        yield at
    finally:
        process.terminate()
        process.wait(20)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        quiet = [
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run",
        ]
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=quiet)
        yield launched
        launched.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that fails its test on any script error or blocked content."""
    opened = browser.new_page(locale="zh-CN")
    troubles: list[str] = []
    opened.on("pageerror", lambda error: troubles.append(str(error)))
    opened.on("console", lambda message: troubles.append(message.text) if message.type == "error" else None)
    yield opened
    opened.close()
    assert not troubles


def test_a_zip_is_read_and_verified_over_the_api(address: str, paper: Any, tmp_path: Path) -> None:
    archive = tmp_path / "材料.zip"
    with zipfile.ZipFile(archive, "w") as zipped:
        zipped.writestr(paper.name, paper.data)
    with httpx.Client(base_url=address, trust_env=False, timeout=120) as client:
        client.put("/v1/cases/zip-1", json={"name": "压缩包"}).raise_for_status()
        client.post("/v1/cases/zip-1/documents", files={"files": ("材料.zip", archive.read_bytes())}).raise_for_status()
        started = client.post("/v1/cases/zip-1/verifications")
        done = client.get(started.headers["location"], headers={"Prefer": "wait=60"}).json()
        assert (done["state"], done["problem"]) == ("in_review", None)
        case = client.get(f"{started.headers['location']}/case").json()
        assert (case["case"]["id"], case["case"]["name"]) == ("zip-1", "压缩包")
        assert [document["status"] for document in case["documents"]] == ["read"]
        assert "data:image/" in client.get(f"{started.headers['location']}/report").text


def test_health_says_how_documents_are_contained(address: str) -> None:
    health = httpx.get(f"{address}/health", trust_env=False, timeout=60).json()
    assert health["status"] == "ok"
    assert set(health["containment"]) == {"memory", "network", "files", "description"}
    assert isinstance(health["second_reader"], bool)


def test_the_catalogue_can_be_read(address: str) -> None:
    with httpx.Client(base_url=address, trust_env=False) as client:
        rules = client.get("/v1/rules").json()["rules"]
        assert client.get(f"/v1/rules/{rules[0]['code']}").json()["innocent_explanations"]
        assert client.get("/v1/rules/XXX999").status_code == 404
        assert all(rule["code"] in client.get("/rules").text for rule in rules)
        assert client.get(f"/rules/{rules[0]['code']}").status_code == 200
        assert client.get("/rules/XXX999").status_code == 404


@needs_browser
def test_from_files_to_report_by_keyboard(address: str, page: Page, paper: Any, tmp_path: Path) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    file = tmp_path / paper.name
    file.write_bytes(paper.data)
    page.goto(address)
    page.set_input_files("#files", [str(file)])
    assert page.locator("#list").inner_text() == paper.name
    assert page.evaluate("document.activeElement.type") == "submit"
    page.keyboard.press("Enter")
    page.wait_for_url("**/cases/*", timeout=120_000)
    assert page.locator("h1").inner_text() == "资产负债表 2025"
    report = page.frame_locator("iframe.report")
    report.locator("img").first.wait_for(timeout=20_000)
    assert report.locator("h1").inner_text() == "资产负债表 2025"
    assert all(url.startswith((address, "data:")) for url in asked)


@needs_browser
def test_a_dropped_file_is_chosen(address: str, page: Page) -> None:
    page.goto(address)
    drop = """() => {
        const transfer = new DataTransfer();
        transfer.items.add(new File(["x"], "报表.pdf"));
        transfer.items.add(new File(["x"], ".DS_Store"));
        document.querySelector("#hand-in").dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer: transfer }));
    }"""
    page.evaluate(drop)
    page.locator("#list li").first.wait_for()
    assert page.locator("#list").inner_text() == "报表.pdf"


@needs_browser
def test_a_problem_is_told_where_it_happened(address: str, page: Page, tmp_path: Path) -> None:
    broken = tmp_path / "坏.pdf"
    broken.write_bytes(b"%PDF-1.7 broken")
    page.goto(address)
    page.set_input_files("#files", [str(broken)])
    page.keyboard.press("Enter")
    page.wait_for_url("**/cases/*", timeout=120_000)
    status = page.frame_locator("iframe.report").locator("#documents .pill.refused")
    status.wait_for(timeout=20_000)
    assert status.inner_text() == "无法读取"


@needs_browser
def test_the_language_can_be_changed_and_is_kept(address: str, page: Page) -> None:
    page.goto(address)
    assert page.locator("html").get_attribute("lang") == "zh-Hans"
    page.get_by_role("link", name="English").click()
    assert page.locator("html").get_attribute("lang") == "en"
    page.goto(f"{address}/rules")
    assert page.locator("html").get_attribute("lang") == "en"


@needs_browser
def test_the_report_switches_its_language_without_a_script(
    page: Page, case: dict[str, Any], paper: Any, rendered: Any, tmp_path: Path
) -> None:
    from api.report import html
    from api.report.originals import Original

    file = tmp_path / "report.html"
    originals = {paper.document.sha256: Original(name=paper.name, load=lambda: paper.data)}
    file.write_text(html.render(case, originals, language="zh", render_pages=rendered, open_document=rendered), encoding="utf-8")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(file.as_uri())
    assert page.get_by_text("材料相互矛盾").first.is_visible()
    page.get_by_text("English", exact=True).click()
    assert page.get_by_text("Papers disagree").first.is_visible()
    assert not page.get_by_text("材料相互矛盾").first.is_visible()
    assert all(url.startswith(("file:", "data:")) for url in asked)


@needs_browser
def test_the_description_of_the_api_opens(address: str, page: Page) -> None:
    page.goto(f"{address}/docs")
    page.get_by_text("/v1/cases/{caseRef}/documents").first.wait_for(timeout=30_000)
