"""Why something is public or not."""
