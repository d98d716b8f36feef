# Everything here needs python3 (3.11 or later), venv, pip and make; nothing else.
PYTHON ?= python3
BIN := .venv/bin
export PIP_DISABLE_PIP_VERSION_CHECK = 1

.PHONY: demo test fast check docs benchmarks lock clean

demo: .venv/ready          ## set up, then run the whole planner on a synthetic force
	$(BIN)/rso-planner demo --out demo

test: .venv/ready-to-develop ## set up, then run every test
	$(BIN)/python -m pytest -n auto --dist loadgroup

fast: .venv/ready-to-develop ## the unit part of the tests, a few seconds
	$(BIN)/python -m pytest -n auto -m "not slow and not whole_run" tests/domain tests/drawing tests/files tests/planning

check: .venv/ready-to-develop ## style, types, layers
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

docs: .venv/ready           ## write the pages that say what the code says
	$(BIN)/python -m docs.generate

benchmarks: .venv/ready-to-compare ## measure anew and write docs/benchmarks.md; about an hour, on a quiet machine
	$(BIN)/python -m benchmarks.first_plan
	$(BIN)/python -m benchmarks.side_by_side
	$(BIN)/python -m benchmarks.seeds
	$(BIN)/python -m benchmarks.determinism
	$(BIN)/python -m benchmarks.replan
	$(BIN)/python -m benchmarks.forecast
	$(BIN)/python -m benchmarks.large_force
	$(BIN)/python -m benchmarks.national_list
	$(BIN)/python -m benchmarks.pairing
	test -z "$(TOPTW)" || $(BIN)/python -m benchmarks.toptw_table $(TOPTW)

.venv/ready: requirements.lock pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --require-hashes --no-deps -r requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	touch $@

.venv/ready-to-develop: .venv/ready requirements-dev.lock
	$(BIN)/python -m pip install --quiet --require-hashes --no-deps -r requirements-dev.lock
	touch $@

.venv/ready-to-compare: .venv/ready requirements-benchmarks.lock
	$(BIN)/python -m pip install --quiet --require-hashes --no-deps -r requirements-benchmarks.lock
	touch $@

lock:                       ## resolve the dependencies anew (needs uv)
	uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -q -o requirements.lock requirements-build.in
	uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -q -c requirements.lock -o requirements-dev.lock
	uv pip compile pyproject.toml --extra benchmarks --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -q -c requirements.lock -o requirements-benchmarks.lock

clean:
	rm -rf .venv demo build dist
