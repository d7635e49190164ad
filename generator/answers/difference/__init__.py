"""What one version of the register shows more, less or otherwise than another."""
