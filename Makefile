# Two commands do everything on a machine with Python 3.11+ and make: `make run` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
PIP_LOG := $(VENV)/pip.log

.PHONY: run test test-slow nightly check golden composed gate bench clean

$(STAMP): pyproject.toml
	@command -v $(PYTHON) >/dev/null || { \
	  echo "make: there is no $(PYTHON); install Python 3.11 or later, or name it: make PYTHON=/path/to/python3.12" >&2; \
	  exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "make: $$($(PYTHON) --version 2>&1) is too old, warraq needs 3.11 or later;" \
	    "name a newer one: make PYTHON=/path/to/python3.12" >&2; exit 1; }
	@echo "Installing into $(VENV) (once, about a minute; this needs the network, warraq itself never does)"
	@$(PYTHON) -m venv --clear $(VENV) || { \
	  echo "make: $(PYTHON) cannot make an environment; on Debian and Ubuntu: apt install python3-venv" >&2; exit 1; }
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev,bench]' >$(PIP_LOG) 2>&1 \
	  || { cat $(PIP_LOG) >&2; exit 1; }
	@touch $@

run: $(STAMP)
	$(BIN)/warraq extract samples --format text --summary
	@echo "These were the saved pages below samples/, each as its article. Of one of them:"
	@echo "  $(BIN)/warraq extract samples/tagdiv-port/page.html     its record, as JSON"
	@echo "  $(BIN)/warraq statements samples/tagdiv-port/page.html  who said what in it"
	@echo "  $(BIN)/warraq inspect samples/tagdiv-port/page.html     what was kept and dropped of it, and why"

test: $(STAMP)
	$(BIN)/python -m pytest -q -n auto

test-slow: $(STAMP)
	$(BIN)/python -m pytest -q -n auto -m slow

nightly: $(STAMP)
	WARRAQ_HYPOTHESIS=nightly $(BIN)/python -m pytest -q -n auto -m 'slow or not slow'

check: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -q src

# For use by hand: read the diff; WRITE=--write rewrites the expected files, ONLY=word limits it.
golden: $(STAMP)
	$(BIN)/python benchmarks/golden.py $(WRITE) --only "$(ONLY)"

composed: $(STAMP)
	$(BIN)/python benchmarks/composed.py

gate: $(STAMP)
	$(BIN)/python benchmarks/gate.py

bench: $(STAMP)
	$(BIN)/python benchmarks/cost.py

clean:
	rm -rf $(VENV) .gate .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
