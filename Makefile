# Everything that a developer or a build machine runs. `make help` lists it.
.DEFAULT_GOAL := help
SHELL := /bin/bash
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
ARGS ?=
JOBS ?= 2

export QT_QPA_PLATFORM ?= offscreen

.PHONY: help setup demo run test check nightly lock format bench clean

help:            ## this list
	@grep -hE '^[a-z]+: .*##' $(MAKEFILE_LIST) | sed -E 's/:.*##/\t/'

setup: $(STAMP)  ## make .venv and install everything, pinned and hash-checked

$(STAMP): requirements/run.txt requirements/dev.txt pyproject.toml installer/system-packages.sh
	bash installer/system-packages.sh
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $(STAMP)

demo: setup      ## the whole main job on invented families; ARGS="--headless --out DIR" without a window
	$(if $(findstring --headless,$(ARGS)),,env -u QT_QPA_PLATFORM) $(BIN)/fieldapp demo $(ARGS)

run: setup       ## the desktop
	env -u QT_QPA_PLATFORM $(BIN)/fieldapp $(ARGS)

test: setup      ## all tests
	$(BIN)/python -m pytest -n $(JOBS) --dist loadgroup $(ARGS)

check: setup     ## format, lint, types, architecture
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -q -p no:cacheprovider tests/architecture

nightly: setup   ## the slow campaigns: soak, kills, mutated forms
	$(BIN)/python -m pytest -n $(JOBS) --dist loadgroup -m "nightly or not nightly" --timeout 3600 $(ARGS)

bench: setup     ## what store, form engine and window take on this machine
	$(BIN)/python -m benchmarks $(ARGS)

format: setup    ## rewrite to the house format
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

lock:            ## resolve requirements/*.in anew, with hashes and without addresses
	$(BIN)/uv pip compile -q --python-version 3.11 --universal --generate-hashes --no-emit-index-url --no-header requirements/run.in -o requirements/run.txt
	$(BIN)/uv pip compile -q --python-version 3.11 --universal --generate-hashes --no-emit-index-url --no-header -c requirements/run.txt requirements/run.in requirements/dev.in -o requirements/dev.txt

clean:           ## remove what was built
	rm -rf $(VENV) build dist *.egg-info .mypy_cache .pytest_cache .ruff_cache
