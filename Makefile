# Every target with one line of help; `make` alone lists them.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
LOCKS := requirements.lock requirements-dev.lock
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DEFAULT_GOAL := help
.PHONY: help setup setup-dev run test check format bench lock clean

help: ## list the targets
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1|/' | column -t -s '|' 2>/dev/null || true

# A stamp is touched when its lock file has been installed, so the second time costs nothing.
$(VENV)/.run-stamp: requirements.lock pyproject.toml
	@echo "Setting up $(VENV) (once; under a minute on most lines) ..."
	@$(PYTHON) -c 'import sys; v = sys.version_info; sys.exit(v < (3, 11) and f"Cliffhanger needs Python 3.11 or newer, and {sys.executable} is {v[0]}.{v[1]}. Try: make PYTHON=python3.12")'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.dev-stamp: requirements-dev.lock $(VENV)/.run-stamp
	@echo "Installing what tests and checks need ..."
	@$(BIN)/python -m pip install --quiet --require-hashes -r requirements-dev.lock
	@touch $@

setup: $(VENV)/.run-stamp ## make .venv with the locked dependencies and .venv/bin/cliffhanger

setup-dev: $(VENV)/.dev-stamp ## the same, with what tests and checks need

run: setup ## start the bot: on Discord with a DISCORD_TOKEN, else the demo on loopback
	@$(BIN)/cliffhanger run

test: setup-dev ## run all tests
	@$(BIN)/python -m pytest --numprocesses 2 --dist loadgroup

check: setup-dev ## format, lint, types, imports
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy .
	@$(BIN)/lint-imports

format: setup-dev ## format the code and mend what the linter can
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

bench: setup-dev ## measure (see bench/README.md); compare ratios within one run
	@$(BIN)/python -m bench

lock: setup-dev ## make the lock files anew from pyproject.toml (no index is named in them)
	@$(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --quiet \
		pyproject.toml --group build -o requirements.lock
	@$(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --quiet \
		pyproject.toml --group build --group dev -c requirements.lock -o requirements-dev.lock

clean: ## remove the virtual environment and caches
	@rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis *.egg-info
