"""MHTML as a real browser writes it today."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import BinaryIO

import pytest

from warraq.decode import decode
from warraq.model import RawPage
from warraq.read import read_pages

fcntl = pytest.importorskip("fcntl")
BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
SENTENCE = "افتتح المحافظ سالم الهاشمي صباح اليوم الجسر الجديد على النهر."
MARKUP = (
    f'<!DOCTYPE html><html lang="ar"><head><meta charset="windows-1256"><title>افتتاح الجسر</title></head><body>'
    f'<p>{SENTENCE}</p><img src="a.png"><iframe src="ad.html"></iframe></body></html>'
)


class Browser:
    """A browser spoken to through pipes (Chrome DevTools Protocol); closed at the end of the block."""

    def __init__(self, profile: Path) -> None:
        commands, commands_out = os.pipe()
        answers_in, answers = os.pipe()
        high = [fcntl.fcntl(end, fcntl.F_DUPFD, 10) for end in (commands, answers)]

        def as_three_and_four() -> None:
            os.dup2(high[0], 3)
            os.dup2(high[1], 4)

        self._process = subprocess.Popen(
            [
                str(BROWSER),
                *("--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run"),
                *(f"--user-data-dir={profile}", "--remote-debugging-pipe", "about:blank"),
            ],
            pass_fds=(3, 4),
            preexec_fn=as_three_and_four,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        for end in (commands, answers, *high):
            os.close(end)
        self._out: BinaryIO = os.fdopen(commands_out, "wb", buffering=0)
        self._in: BinaryIO = os.fdopen(answers_in, "rb")
        self._number = 0

    def __enter__(self) -> Browser:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        self._process.wait(20)
        self._out.close()
        self._in.close()

    def message(self) -> dict[str, object]:
        read = bytearray()
        while (byte := self._in.read(1)) not in (b"\x00", b""):
            read += byte
        if not read:
            raise EOFError("the browser has ended")
        message: dict[str, object] = json.loads(read)
        return message

    def ask(self, method: str, session: str | None = None, **parameters: object) -> dict[str, object]:
        self._number += 1
        question = {"id": self._number, "method": method, "params": parameters}
        if session:
            question["sessionId"] = session
        self._out.write(json.dumps(question).encode() + b"\x00")
        while (answer := self.message()).get("id") != self._number:
            pass
        result = answer["result"]
        assert isinstance(result, dict)
        return result

    def wait_for(self, event: str) -> None:
        while self.message().get("method") != event:
            pass


@pytest.mark.skipif(BROWSER is None, reason="chromium is not installed (Debian: apt-get install chromium)")
def test_a_save_of_a_browser(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_bytes(MARKUP.encode("cp1256"))
    (tmp_path / "ad.html").write_bytes("<p>إعلان</p>".encode("cp1256"))
    (tmp_path / "a.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    with Browser(tmp_path / "profile") as browser:
        target = browser.ask("Target.createTarget", url="about:blank")["targetId"]
        session = str(browser.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"])
        browser.ask("Page.enable", session)
        browser.ask("Page.navigate", session, url=(tmp_path / "page.html").as_uri())
        browser.wait_for("Page.loadEventFired")
        snapshot = str(browser.ask("Page.captureSnapshot", session, format="mhtml")["data"])
    saved = tmp_path / "save.mhtml"
    saved.write_bytes(snapshot.encode())
    (answer,) = read_pages(saved)
    assert isinstance(answer, RawPage)
    assert answer.source.media_type == "text/html"
    assert answer.source.origin.member is None
    text = decode(answer).text
    assert SENTENCE in text
    assert "إعلان" not in text
