# make demo    the demonstration case, served at the address it prints
# make test    all tests, on a private database      make test ARGS="tests/spec -k families"
# make check   format, lint, types, the law of imports, migrations, tests
# make bench   sizes and timings                     make kill      a hundred thousand rows under kill -9
# make kill-lists  a hundred thousand rows of a list under kill -9
# make spec    docs/spec from tests/spec             make tamper    a thousand changed bytes in a database, each found
# make histories  a thousand pairs of list versions, each compared exactly
# make judgements  ten thousand random histories of judgements, each undone again
# make nasty   two hundred nasty instances of crossings, each planned
# make journey  from a clearance to closed numbers in a browser
# make boarding  three phones, 500 ticks, 100 orders; the last seat wanted by 50 clients a thousand times
# make placebos  statistics on 500 series in which nothing changed
# make forecasts  200 simulated crises, each forecast and scored
# make blockers  ten thousand random graphs of conditions, each against trying everything
# make mutants the verifier's tests against its mutants

SHELL = /bin/sh
# A machine may be told to keep no compiled Python: here each of the many processes of a run would compile the desk anew.
unexport PYTHONDONTWRITEBYTECODE

ARGS ?=
PYTHON_IN = .venv/bin/python
DEV = .venv/.dev
# Whoever has the larger set needs no smaller one beside it.
DEMO = $(if $(wildcard $(DEV)),$(DEV),.venv/.demo)

# All tests are shared out by file among as many processes as there are cores, each with a cluster of its own;
# one process, which starts sooner and can be stopped in a debugger, runs what ARGS asks for.
SHARED_OUT = $(if $(ARGS),,--numprocesses auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder)

.PHONY: demo test check bench spec kill kill-lists tamper histories judgements nasty journey boarding placebos forecasts blockers monitors mutants clean
.DEFAULT_GOAL = demo

demo: $(DEMO)
	HOMEWARD_INSECURE_HTTP=1 .venv/bin/homeward demo $(ARGS)

test: $(DEV)
	$(PYTHON_IN) -m pytest $(SHARED_OUT) $(ARGS)

check: $(DEV)
	.venv/bin/ruff format --check
	.venv/bin/ruff check
	HOMEWARD_DATA=$(CURDIR)/var/check .venv/bin/mypy
	.venv/bin/lint-imports
	$(PYTHON_IN) tools/spec.py --check
	$(PYTHON_IN) -m pytest $(SHARED_OUT) $(ARGS)

bench: $(DEV)
	$(PYTHON_IN) -m bench $(ARGS)

spec: $(DEV)
	$(PYTHON_IN) tools/spec.py $(ARGS)

kill: $(DEV)
	$(PYTHON_IN) -m tests.kill $(ARGS)

kill-lists: $(DEV)
	$(PYTHON_IN) -m tests.kill --lists $(ARGS)

tamper: $(DEV)
	EXHAUSTIVE=1 TAMPER_CHANGES=1000 $(PYTHON_IN) -m pytest tests/tamper tests/verifier $(ARGS)

histories: $(DEV)
	HISTORIES=1000 $(PYTHON_IN) -m pytest -o faulthandler_timeout=0 tests/core/lists $(ARGS)

judgements: $(DEV)
	JUDGEMENT_HISTORIES=10000 $(PYTHON_IN) -m pytest -o faulthandler_timeout=0 tests/spec/matching/test_a_judgement_taken_back_leaves_nothing_behind.py $(ARGS)

nasty: $(DEV)
	NASTY=200 $(PYTHON_IN) -m pytest tests/core/crossings/test_nasty_instances.py $(ARGS)

journey: $(DEV)
	JOURNEY=1 $(PYTHON_IN) -m pytest tests/flows/test_from_clearance_to_closed_numbers.py $(ARGS)

boarding: $(DEV)
	BOARDING_ORDERS=100 BOARDING_PEOPLE=100 BOARDING_TICKS=500 LAST_SEAT_CLIENTS=50 LAST_SEAT_ROUNDS=1000 \
	$(PYTHON_IN) -m pytest -o faulthandler_timeout=0 tests/core/boarding tests/spec/boarding tests/doors/web/boarding $(ARGS)

placebos: $(DEV)
	$(PYTHON_IN) -m bench.placebos $(ARGS)

forecasts: $(DEV)
	$(PYTHON_IN) -m bench.forecasts $(ARGS)

monitors: $(DEV)
	$(PYTHON_IN) -m pip install --quiet --require-hashes --no-deps --upgrade --target var/monitors -r requirements-monitors.lock
	PYTHONPATH=var/monitors MONITOR_TRACES=1000 $(PYTHON_IN) -m pytest -o faulthandler_timeout=0 tests/core/talks/test_rules_over_time_agree_with_another_monitor.py $(ARGS)

blockers: $(DEV)
	BLOCKERS=10000 $(PYTHON_IN) -m pytest -o faulthandler_timeout=0 tests/core/talks/test_sets_are_what_trying_everything_finds.py $(ARGS)

mutants: $(DEV)
	$(PYTHON_IN) -m tests.verifier.mutants $(ARGS)

.venv/.demo: requirements.lock requirements-uv.lock tools/venv.sh
	tools/venv.sh requirements.lock
	touch $@

$(DEV): requirements.lock requirements-dev.lock requirements-uv.lock tools/venv.sh
	tools/venv.sh requirements-dev.lock
	touch $@ .venv/.demo

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find src tests bench tools -name __pycache__ -prune -exec rm -rf {} + 2>/dev/null || true
