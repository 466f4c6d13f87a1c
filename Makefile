PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

.PHONY: demo test test-long lint eval build clean

$(STAMP): pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	$(BIN)/fogline gazetteer build --quiet
	touch $(STAMP)

demo: $(STAMP)
	$(BIN)/fogline demo

lint: $(STAMP)
	$(BIN)/ruff check src tests eval
	$(BIN)/mypy
	$(BIN)/lint-imports

test: $(STAMP) lint
	$(BIN)/python -m pytest -m 'not long' -n 2

test-long: $(STAMP)
	$(BIN)/python -m pytest -m long

eval: $(STAMP)
	$(BIN)/python eval/run.py

build: $(STAMP)
	$(BIN)/python -m build --outdir dist

clean:
	rm -rf $(VENV) build dist
