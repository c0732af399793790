"""What is loaded when: heavy libraries only where they are used."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

SAMPLES = Path(__file__).resolve().parent.parent.parent / "samples"
HEAVY = {"trafilatura", "dateparser", "htmldate", "dask", "pyarrow", "multiprocessing", "concurrent.futures.process"}


@pytest.mark.parametrize("sample", ["jannah-irrigation", "breaking-quake", "table-1256-plan"])
def test_a_page_that_needs_no_rescue_loads_no_heavy_library(sample: str) -> None:
    code = (
        "import sys\nfrom warraq.cli import main\ntry:\n    main(sys.argv[1:])\nexcept SystemExit:\n    pass\n"
        "print(*sys.modules, file=sys.stderr)"
    )
    page = SAMPLES / sample / "page.html"
    command = [sys.executable, "-c", code, "extract", str(page), "--no-statements"]
    run = subprocess.run(command, capture_output=True, check=True)
    assert b'"rescued"' not in run.stdout
    assert b"warraq.article.v1" in run.stdout
    assert not HEAVY & set(run.stderr.decode().split())
