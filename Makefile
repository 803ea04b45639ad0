# Everything by one word. `make run` and `make test` do all their set-up by themselves.

PYTHON ?= python3
VENV   := .venv
RUN    := $(VENV)/bin/python -m
# A worker of the tests holds a Qt, a Chromium and a central: two fit in a small machine.
WORKERS ?= 2
SIZE    ?= ci
SUITE    = --numprocesses $(WORKERS) --dist worksteal
# Files in memory, where there is room for them: each commit of the suite waits for the disk otherwise.
MEMORY   = $(shell df --output=avail --block-size=M /dev/shm 2>/dev/null | awk 'NR == 2 && $$1 + 0 > 6000 { print "TMPDIR=/dev/shm" }')

# Where it is set, each of the suite's hundreds of processes would compile everything again, which takes as long as the rest.
unexport PYTHONDONTWRITEBYTECODE
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_NO_INPUT := 1

.PHONY: help setup setup-test run test postgresql walks reliability check format texts lock frozen bench clean
.DELETE_ON_ERROR:

help: ## say this
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 12

setup: $(VENV)/ready ## the virtual environment and the libraries of the system
	@PYTHON=$(PYTHON) packaging/linux/libraries.sh run

# Made anew when it does not start any more: a Python that was upgraded, a folder that was moved.
# The lock names everything: resolving it again could prefer what was released since.
$(VENV)/ready: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Kiosque needs Python 3.11 or newer: make PYTHON=… setup")'
	@$(VENV)/bin/python -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv --clear $(VENV)
	$(RUN) pip install --quiet --no-deps --require-hashes --requirement requirements.lock
	$(RUN) pip check --quiet
	$(RUN) pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

setup-test: setup
	@PYTHON=$(PYTHON) packaging/linux/libraries.sh test

run: setup ## open the kiosk of a demo antenna, with its own central
	$(RUN) kiosque demo

test: setup-test ## the quick suite; domain, journal and sync are covered to the last branch
	$(MEMORY) $(RUN) pytest $(SUITE) -m "not walk and not fault" --durations 10 --durations-min 5 --cov --cov-report term

postgresql: setup-test ## all that a central does, once more, on a PostgreSQL server that the tests start
	$(MEMORY) $(RUN) pytest $(SUITE) -m "not walk and not fault" --database postgresql tests/central tests/reports tests/db tests/sync/test_restored.py

walks: setup-test ## every screen in every size, every page in a browser, every flow counted tap by tap, days of demonstrations
	$(MEMORY) $(RUN) pytest $(SUITE) -m walk

reliability: setup-test ## cut lines, wrong clocks, damaged files, kills: as each change must bear them (SIZE=full: all)
	$(RUN) tests.reliability --size $(SIZE) $(if $(filter ci,$(SIZE)),--again)

check: setup ## what reads the code without running it
	$(RUN) ruff check .
	$(RUN) ruff format --check .
	$(RUN) mypy
	$(VENV)/bin/lint-imports

format: setup ## put the code in order
	$(RUN) ruff check --fix .
	$(RUN) ruff format .

texts: setup ## bring the catalogues of languages in line with what the screens say, and compile them
	$(VENV)/bin/python packaging/catalogues.py

lock: ## allow newer versions of what Kiosque stands on (needs uv)
	UV_CUSTOM_COMPILE_COMMAND="make lock" uv pip compile pyproject.toml --quiet --upgrade --extra central --group dev \
		--universal --generate-hashes --no-emit-index-url --output-file requirements.lock

frozen: setup-test ## build the frozen program into dist/kiosque and put it through its smoke test
	$(RUN) PyInstaller --noconfirm --log-level WARN --distpath dist --workpath build/frozen packaging/kiosque.spec
	$(VENV)/bin/python packaging/smoke_test.py dist/kiosque

bench: setup ## the figures of benchmarks/results.md, on this machine
	$(RUN) benchmarks.sign_in
	$(RUN) benchmarks.wire
	$(RUN) benchmarks.sync
	$(RUN) benchmarks.ingest
	$(RUN) benchmarks.names
	$(RUN) benchmarks.find_person
	$(RUN) benchmarks.start
	$(RUN) benchmarks.counter
	$(RUN) benchmarks.exports
	$(RUN) benchmarks.day

clean: ## forget what was built; no data of anybody is here
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .coverage* *.egg-info
