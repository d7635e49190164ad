"""Insatskatalogen: a public register of coordinated rehabilitation interventions.

The package is a house of floors; imports go down only (see docs/ARCHITECTURE.md).
"""

__version__ = "0.1.0"
