# Everything a newcomer needs is "make demo" and "make test"; the rest is for those who work on it.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.DEFAULT_GOAL := help
.PHONY: help demo test lint format lock clean

help: ## show this list
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1	/' | expand -t 20

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "newsarchive needs Python 3.11 or newer; name one with: make PYTHON=python3.12 …")'
	@echo "Installing into $(VENV) (once) …"
	@$(PYTHON) -m venv $(VENV)
	@for pause in 5 30 no; do \
		$(PIP) --requirement requirements.lock && $(PIP) --no-deps --editable . && break; \
		[ $$pause != no ] || exit 1; echo "A download failed; again in $$pause seconds …"; sleep $$pause; done
	@touch $@

demo: $(READY) ## crawl the made-up portal into data/ and show what came out
	@$(BIN)/newsarchive demo $(ARGS)

test: $(READY) ## run the tests, on all cores
	@$(BIN)/python -m pytest --numprocesses auto --dist worksteal $(ARGS)

lint: $(READY) ## check style, types and the import rules
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache

format: $(READY) ## put the code into its usual form
	@$(BIN)/ruff check --fix-only .
	@$(BIN)/ruff format .

lock: $(READY) ## choose and pin today's versions of everything
	@$(BIN)/python -m pip install --quiet pip-tools
	@$(BIN)/pip-compile --quiet --upgrade --all-extras --strip-extras --no-emit-index-url --no-emit-trusted-host \
		--no-emit-options --output-file requirements.lock pyproject.toml

clean: ## remove what was installed and built; data/ stays
	@rm -rf $(VENV) build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis
