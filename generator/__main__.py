"""`python -m generator` is the same as `insats`."""

from generator.cli.main import run

if __name__ == "__main__":  # the processes of a large audit read this file too
    run()
