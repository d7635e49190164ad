"""Floor 6, the wiring and the only writer: read → check → gate → pages → engine → audit → swap."""
