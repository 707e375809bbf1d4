# Two commands do everything on a fresh Debian or Ubuntu with Python 3.11 or later:
#   make build   sets up and runs the main job on source_texts/
#   make test    sets up whatever the tests need, system packages included, and runs them

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# Packages of the system, asked for only where a command is missing.
APT := $(shell [ "$$(id -u)" = 0 ] && echo apt-get || echo sudo apt-get)

.PHONY: build test lint clean

build: $(VENV)/.core
	$(BIN)/python cli.py build

test: $(VENV)/.dev
	@command -v msgfmt msgmerge msgcat >/dev/null || { $(APT) update -qq && $(APT) install -y -qq gettext; }
	@command -v git >/dev/null || { $(APT) update -qq && $(APT) install -y -qq git; }
	$(BIN)/python -m pytest -n auto

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "translator needs Python 3.11 or later (PYTHON=… make build names one)"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); $(APT) update -qq && $(APT) install -y -qq python3-venv && $(PYTHON) -m venv $(VENV); }

$(VENV)/.core: setup.cfg $(BIN)/python
	$(BIN)/python -m pip install -q --disable-pip-version-check -e '.[all]'
	@touch $@

$(VENV)/.dev: setup.cfg $(VENV)/.core
	$(BIN)/python -m pip install -q --disable-pip-version-check -e '.[all,dev]'
	@touch $@

clean:
	rm -rf $(VENV) build dist *.egg-info .translator_cache .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find locales -name '*.mo' -delete
