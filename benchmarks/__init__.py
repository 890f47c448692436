"""Measurements of speed and memory; `python -m benchmarks` prints one table. Never in tests."""
