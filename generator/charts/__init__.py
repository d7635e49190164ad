"""Floor 5: numbers → the geometry of a diagram, and the same numbers as a table. Knows no insats."""
