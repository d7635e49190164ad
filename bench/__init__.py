"""Long measurements: run by hand, never by CI."""
