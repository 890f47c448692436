# The verbs of this house. `make demo` and `make test` set everything up on a fresh machine, which
# needs Python 3.11 or 3.12 (3.13 runs with one engine), a C compiler and make.

PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
READY  := $(VENV)/.ready

.PHONY: demo test check mutate bench docs long clean

demo: $(READY)
	@$(BIN)/poise plan examples/assessments/demo.yaml
	@echo
	@echo "Three commands to try next:"
	@echo "  $(BIN)/poise why examples/assessments/demo.yaml --item neuromodulator/masseter"
	@echo "  $(BIN)/poise why-not examples/assessments/demo.yaml --item ha_filler/lips"
	@echo "  $(BIN)/poise plan examples/assessments/half-filled.yaml"

test: $(READY)
	$(BIN)/poise check --strict
	$(BIN)/python -m pytest -n 2

check: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/poise check --strict

# Which changes of the pack its features would not notice: minutes on two cores.
mutate: $(READY)
	$(BIN)/poise mutate --at-least 95

bench: $(READY)
	$(BIN)/python -m benchmarks

docs: $(READY)
	$(BIN)/python -m docs.generate
	$(BIN)/poise docs --output build/docs

# Hours, not minutes: the engines on 100,000 cases, the theorems on thousands, the loaders fuzzed.
long: $(READY)
	POISE_CASES=100000 $(BIN)/python -m pytest tests/test_lower.py tests/test_rete.py tests/test_memory.py
	POISE_CASES=2000 $(BIN)/python -m pytest -n 2 tests/theorems
	POISE_CASES=33334 $(BIN)/python -m pytest -n 2 tests/theorems/test_solver.py -k derives
	POISE_CASES=1 $(BIN)/python -m pytest -n 2 tests/test_proofs.py -k fewer
	PYTHONPATH=engine:tests $(BIN)/python -m fuzz.run --seconds 900
	POISE_KILLS=500 POISE_CASES=5000 $(BIN)/python -m pytest tests/record

$(READY): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Poise needs Python 3.11 or later: make PYTHON=python3.12 ..."; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

clean:
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis
