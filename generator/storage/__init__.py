"""Floor 5, private side: YAML files ↔ what an editor writes, with a position for every value."""
