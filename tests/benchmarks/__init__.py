"""Timings beside yardsticks of the same run: `pytest -m benchmark -n 0 -s tests/benchmarks`."""
