# make up    set up, load, build and serve the sample place (or your feeds in var/feeds)
#            PROFILE=city, county or province: another sample than the district
# make test  every check, as CI runs them
# make bench   how long the server works on every page (of the served version)
# make bench-reports  how long a set of files takes, and the sets of all places below
# make soak    the wall in a browser for HOURS hours, its memory recorded to soak.csv
# make gallery pictures of every page (of the served version) into docs/gallery
PORT ?= 8501
HOURS ?= 8
PYTHON ?= python3
BIN := .venv/bin

.PHONY: up test install check sql browser bench bench-reports soak gallery clean

up: install
	@$(BIN)/yiping up --port $(PORT) $(if $(PROFILE),--profile $(PROFILE))

install: .venv/installed

.venv/installed: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed" if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

check: install
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/lint-imports
	$(BIN)/mypy

sql: install
	$(BIN)/sqlfluff lint transform/models --processes 2 --disable-progress-bar

# Debian's Chromium and Chinese fonts where they are missing and may be installed, else Playwright's own.
browser: install
	@BIN=$(BIN) .ci/browser

test: check sql browser
	$(BIN)/pytest

bench: install
	$(BIN)/python -m tests.benchmarks.pages

bench-reports: install
	$(BIN)/python -m tests.benchmarks.reports

soak: browser
	$(BIN)/python -m tests.soak.wall --hours $(HOURS)

gallery: browser
	$(BIN)/python -m tests.gallery.take

clean:
	rm -rf .venv var
