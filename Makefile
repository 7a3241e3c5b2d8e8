# Each target sets up what it needs; Python 3.11 and make are all a fresh machine has to have.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
RUN_SET_UP := $(VENV)/.run-ready
DEV_SET_UP := $(VENV)/.dev-ready

.PHONY: run test prove check bench pictures validation clean

run: $(RUN_SET_UP)
	$(BIN)/python -m ordi_crf demo

test: $(DEV_SET_UP)
	$(BIN)/python -m pytest -n 2

prove: $(DEV_SET_UP)
	$(BIN)/python -m pytest -rP tests/db/test_kill.py --kills=150
	$(BIN)/python -m pytest -rP tests/db/test_kill_backup.py --kills=150
	$(BIN)/python -m pytest -rP tests/db/test_kill_work.py --kills=700
	$(BIN)/python -m pytest -rP tests/db/test_power.py tests/db/test_write_faults.py --faults=0
	$(BIN)/python -m pytest -rP tests/db/test_race.py
	$(BIN)/python -m pytest tests/verify/test_workbook.py tests/verify/test_trail.py --mutations=0
	$(BIN)/python -m pytest tests/verify/test_odm.py --mutations=0

check: $(DEV_SET_UP)
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy

bench: $(DEV_SET_UP)
	$(BIN)/python -m benchmarks

pictures: $(DEV_SET_UP)
	$(BIN)/python -m tools.pictures

# A test that fails is told by the page, which is written all the same.
validation: $(DEV_SET_UP)
	-$(BIN)/python -m pytest -n 2 --junit-xml=$(VENV)/validation.xml \
		$$($(BIN)/python -m tools.validation --cited)
	$(BIN)/python -m tools.validation --junit $(VENV)/validation.xml

clean:
	rm -rf $(VENV) ordi-crf-demo

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or newer is needed; name it with: make PYTHON=python3.11"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || \
		{ rm -rf $(VENV); echo "Python lacks venv; on Debian: apt-get install python3.11-venv"; exit 1; }

$(RUN_SET_UP): pyproject.toml constraints.txt | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e ".[statistics]"
	@touch $@

$(DEV_SET_UP): pyproject.toml constraints.txt | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e ".[dev]"
	@touch $@ $(RUN_SET_UP)
