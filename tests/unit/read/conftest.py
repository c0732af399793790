"""A page composed for the tests, and makers of containers by writers that are not ours."""

from __future__ import annotations

import io
import tarfile
import zipfile
from collections.abc import Callable, Mapping

import pytest

PAGE = (
    "<!DOCTYPE html><html lang=ar><head><meta charset=utf-8><title>افتتاح الجسر</title></head><body>"
    "<h1>افتتاح الجسر الجديد على النهر</h1><p>افتتح المحافظ سالم الهاشمي صباح اليوم الجسر الجديد.</p></body></html>"
)


@pytest.fixture
def page() -> bytes:
    """An HTML page in UTF-8."""
    return PAGE.encode()


@pytest.fixture
def make_zip() -> Callable[[Mapping[str, bytes]], bytes]:
    """Write a zip with the standard library."""

    def make(members: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", method) as archive:
            for name, content in members.items():
                archive.writestr(name, content)
        return out.getvalue()

    return make


@pytest.fixture
def make_tar() -> Callable[..., bytes]:
    """Write a tar with the standard library."""

    def make(members: Mapping[str, bytes], mode: str = "w", form: int = tarfile.PAX_FORMAT) -> bytes:
        out = io.BytesIO()
        with tarfile.open(fileobj=out, mode=mode, format=form) as archive:  # type: ignore[call-overload]
            for name, content in members.items():
                header = tarfile.TarInfo(name)
                header.size = len(content)
                archive.addfile(header, io.BytesIO(content))
        return out.getvalue()

    return make
