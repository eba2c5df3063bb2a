# make demo, make test, … set up .venv in the checkout themselves; nothing else has to be done first.

PYTHON ?= $(firstword $(foreach name,python3.11 python3.12 python3.13 python3,$(shell command -v $(name) 2>/dev/null)))
BIN := .venv/bin
READY := .venv/.installed
export OMP_NUM_THREADS ?= 1

.DEFAULT_GOAL := help
.PHONY: help demo test lint eval bench clean

help:  ## List what can be made.
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /make \1\t/'

$(READY): pyproject.toml constraints.txt
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Python 3.11 or newer is needed; name one with: make PYTHON=/path/to/python3.11" >&2; exit 2; }
	@test -x $(BIN)/python || "$(PYTHON)" -m venv .venv \
	  || { echo "the venv module is missing; on Debian: apt-get install python3-venv" >&2; exit 2; }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[test]'
	@touch $@

demo: $(READY)  ## Read the sample story into a fresh ledger and show its dossier.
	@$(BIN)/ouidire demo

lint: $(READY)  ## Style, types, spelling.
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/codespell
	$(BIN)/mypy

test: lint  ## Everything that must hold: lint, import contracts, tests.
	$(BIN)/pytest

eval: $(READY)  ## The figures, where development data lies beside the checkout.
	$(BIN)/python -m eval

bench: $(READY)  ## How long things take.
	$(BIN)/python -m eval.bench

clean:  ## Remove what was made here, the virtual environment too.
	rm -rf .venv out .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
