# Two commands matter: `make run` and `make test`. Each prepares what it needs, once.

SHELL := /bin/bash
VENV := .venv
BIN := $(VENV)/bin
MODEL ?= home-office-2023
WORKERS ?= 2
PYTEST_ARGS ?=

export ORGMODEL_NEO4J_JARS ?= $(CURDIR)/.cache/neo4j/jars

.PHONY: help run test check quality tests prepare neo4j-jars chromium lock wheel clean

help:
	@echo 'make run      set up, check the shipped model, print its findings and start the app'
	@echo '              (CHECK_ONLY=1 stops before the app; MODEL=... takes another model)'
	@echo 'make test     set up all that the tests need, then make check'
	@echo 'make check    exactly what CI runs: lint, format, types, architecture, tests'
	@echo 'make quality  the same without the tests'
	@echo 'make tests    the tests alone (PYTEST_ARGS="-k span" and the like, WORKERS=0 for one process)'
	@echo 'make lock     resolve the dependencies anew into requirements.lock'
	@echo 'make wheel    build the wheel into dist/'
	@echo 'make clean    remove the environment, caches and what was built'

# Findings (exit code 1) are what the command is for, so they are no error of make; all else is.
run: $(VENV)/.installed
	@$(BIN)/orgmodel check $(MODEL) || [ $$? -eq 1 ]
ifndef CHECK_ONLY
	@$(BIN)/orgmodel serve $(MODEL)
endif

test: prepare
	@$(MAKE) --no-print-directory check

check: quality tests

quality: $(VENV)/.installed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --cache-dir .cache/import_linter

tests: $(VENV)/.installed
	$(BIN)/pytest -n $(WORKERS) --dist loadgroup $(PYTEST_ARGS)

prepare: $(VENV)/.installed neo4j-jars chromium

$(VENV)/.installed: requirements.lock pyproject.toml setup.py scripts/make_venv.sh
	scripts/make_venv.sh $(VENV)
	@touch $@

neo4j-jars:
	@scripts/get_neo4j.sh "$(ORGMODEL_NEO4J_JARS)"

chromium:
	@scripts/get_chromium.sh

lock: $(VENV)/.installed
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --all-extras --upgrade \
		--generate-hashes --no-header --no-emit-index-url --output-file requirements.lock pyproject.toml

wheel: $(VENV)/.installed
	rm -rf build
	$(BIN)/pip wheel --quiet --no-deps --no-build-isolation --wheel-dir dist .

clean:
	rm -rf $(VENV) .cache build dist .hypothesis .mypy_cache .pytest_cache .ruff_cache *.egg-info
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
