"""`python -m generator` is the same as `insats`."""

from generator.cli.main import run

run()
