"""What the register holds about one person."""
