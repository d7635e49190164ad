"""Every consent and clause, and when it ends."""
