"""Floor 2, private side: what an editor writes. `Record` and the configuration beside it."""
