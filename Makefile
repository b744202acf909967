# Short names for what the README says; every target also works as the command it stands for.
.PHONY: demo test slow benchmark bench lint ci keys

demo:
	python3 .ci/start.py demo

test:
	python3 .ci/start.py test

slow:
	python3 .ci/start.py test -m slow

benchmark:
	python3 .ci/start.py test -m benchmark -n 0 -s

# The same figures without pytest; `make bench WHAT='start editing'` measures only those.
bench:
	.venv/bin/python -m tests.benchmarks $(WHAT)

lint:
	python3 .ci/start.py lint

ci:
	bash .ci/run

keys:
	.venv/bin/python -m tests.architecture.readme_keys
